/** The example on this page as what tagging mode reads: its sections and sentences are marked in the document. */
import type { PageNow } from '@/lib/model';
import type { PageStructure, ShownContent, ShownPage } from '@/lib/page/types';
import type { Medium } from '../tagging.content/source/medium';
import { EXAMPLE_REPORT, EXAMPLE_SECTIONS, EXAMPLE_TITLE } from './example';

const CONTENT: ShownContent = { id: 'example', report: EXAMPLE_REPORT, title: EXAMPLE_TITLE };

/** Always the same, from the beginning. */
function shownExample(root: HTMLElement): ShownPage {
  const now: PageNow = { state: 'read', ...CONTENT };
  return {
    now: () => now,
    subscribe: () => {},
    contentAt: (places) => (places.every((one) => root.contains(one)) ? CONTENT : null),
  };
}

/** @param root the element that holds the article, with a `data-section` and a `data-sentence` for each */
export function exampleMedium(root: HTMLElement): Medium {
  const structure = structureOf(root);
  return {
    page: shownExample(root),
    root: () => root,
    holds: (node) => root.contains(node),
    isOurs: (node) => !root.contains(node) && !node.contains(root),
    structure: async () => structure,
    hasChanged: () => false,
    // So that the first step goes to the first sentence, wherever the page is scrolled to.
    inSight: () => null,
    reveal: async (range) =>
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' }),
  };
}

function structureOf(root: HTMLElement): PageStructure {
  const headings = [...root.querySelectorAll('[data-section]')];
  const sections = EXAMPLE_SECTIONS.map(({ title, kind }, index) => ({
    ...{ index, level: 1, title, kind, parent: null },
    heading: headings[index] ?? null,
  }));
  const sentences = [...root.querySelectorAll<HTMLElement>('[data-sentence]')].map(
    (element, index) => ({
      ...{ index, text: element.textContent ?? '', citations: [] },
      section: Number(element.dataset.sentence),
      range: () => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range;
      },
    }),
  );
  return { sections, sentences, references: [], citations: [] };
}
