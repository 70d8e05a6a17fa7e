/** A PDF in the reader as what tagging mode reads. */

import type { PageStructure } from '@/lib/page/types';
import type { Medium } from '../../tagging.content/source/medium';
import { structureOf } from '../text/structure';
import type { TextSurface } from '../text/surface';
import type { PdfView } from '../view/viewer';
import type { ShownFile } from './shown';

const EMPTY: PageStructure = { sections: [], sentences: [], references: [], citations: [] };

/** @param opened the text and its pages; null until the file has been read */
export function pdfMedium(
  page: ShownFile,
  root: HTMLElement,
  opened: () => { surface: TextSurface; view: PdfView } | null,
): Medium {
  const offsetOf = (range: Range): number | null =>
    opened()?.surface.offsetOf(range.startContainer, range.startOffset) ?? null;
  /** What was read, and of which text. */
  let read: { of: TextSurface; structure: PageStructure } | null = null;
  return {
    page,
    root: () => root,
    isOurs: (node) => !root.contains(node) && !node.contains(root),
    structure: async () => {
      const { surface } = opened() ?? {};
      if (!surface) return EMPTY;
      if (read?.of !== surface) read = { of: surface, structure: structureOf(surface) };
      return read.structure;
    },
    hasChanged: (structure) => structure !== read?.structure || read.of !== opened()?.surface,
    inSight: () => {
      const { surface, view } = opened() ?? {};
      const offset = view?.topOffset() ?? null;
      return surface && offset !== null ? surface.range(offset, offset) : null;
    },
    reveal: async (range) => {
      const start = offsetOf(range);
      if (start !== null) await opened()?.view.reveal(start, range);
    },
    pageOf: (range) => {
      const { surface, view } = opened() ?? {};
      const start = offsetOf(range);
      const number = surface && start !== null ? surface.pageAt(start) : 0;
      return { page: view?.labelOf(number) ?? String(number + 1), selectors: { page: number + 1 } };
    },
  };
}
