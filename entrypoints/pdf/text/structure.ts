/** What was read of a PDF, as tagging mode knows the structure of a page: places are ranges, made when they are asked for. */
import type { PageStructure } from '@/lib/page/types';
import { entryId, type TextSurface } from './surface';

export function structureOf(surface: TextSurface): PageStructure {
  const { sections, sentences, references, citations } = surface.reading.structure;
  const placed = <T extends { start: number; end: number }>({ start, end, ...rest }: T) => ({
    ...rest,
    range: () => surface.range(start, end),
  });
  return {
    sections: sections.map(({ start, end, ...section }) => ({ ...section, heading: null })),
    sentences: sentences.map(placed),
    citations: citations.map(placed),
    references: references.map(({ start, end, ...reference }) => ({
      ...reference,
      element: surface.root.querySelector(`#${CSS.escape(entryId(reference.id))}`),
    })),
  };
}
