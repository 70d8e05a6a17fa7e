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
    holds: (node) => root.contains(node),
    isOurs: (node) => !root.contains(node) && !node.contains(root),
    refuses: () => opened()?.surface.reading.quality !== 'text',
    structure: async () => {
      const { surface } = opened() ?? {};
      if (!surface) return EMPTY;
      if (read?.of !== surface) read = { of: surface, structure: structureOf(surface) };
      return read.structure;
    },
    hasChanged: (structure) => structure !== read?.structure || read.of !== opened()?.surface,
    inSight: () => {
      const { surface, view } = opened() ?? {};
      const offset = view?.text?.topOffset() ?? null;
      return surface && offset !== null ? surface.range(offset, offset) : null;
    },
    reveal: async (range) => {
      const start = offsetOf(range);
      if (start !== null) await opened()?.view.reveal(start, range);
    },
    pageOf: (range) => {
      const { surface, view } = opened() ?? {};
      const start = offsetOf(range);
      if (!surface || start === null) return { selectors: {} };
      const number = surface.pageAt(start);
      const page = view?.printed(number);
      return { ...(page && { page }), selectors: { page: number + 1 } };
    },
  };
}
