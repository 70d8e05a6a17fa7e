/** Invented works in the prints of many styles: what was put into a print is read in it. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { print, type Said, type Style } from '../../support/citations/print';
import { BOOKISH } from '../../support/citations/styles-books';
import { HUMANITIES } from '../../support/citations/styles-humanities';
import { MEDICINE } from '../../support/citations/styles-medicine';
import { PHYSICS } from '../../support/citations/styles-physics';
import { ARTICLES, type Work } from '../../support/citations/works';
import { BOOKS, CHAPTERS, OTHERS } from '../../support/citations/works-books';
import { JOURNALS } from '../../support/citations/works-journals';

const WORKS: readonly Work[] = [...ARTICLES, ...JOURNALS, ...BOOKS, ...CHAPTERS, ...OTHERS];

/** The point of a sentence and that of a short form are one where both are due. */
const unpointed = (text: string) => text.replace(/\.$/, '');

/** What is read in a print, in the terms of what was put in. */
function read(text: string): Said {
  const { authors, opening: _, firstAuthor: __, ...fields } = readCitation(text);
  return {
    ...fields,
    ...(fields.container && { container: unpointed(fields.container) }),
    authors: authors.map(({ literal, family = '', given = '' }) =>
      unpointed(literal ?? `${family}, ${given}`),
    ),
  };
}

const asRead = ({ authors, container, ...said }: Said): Said => ({
  ...said,
  ...(container && { container: unpointed(container) }),
  authors: authors.map(unpointed),
});

describe.each([...MEDICINE, ...PHYSICS, ...HUMANITIES, ...BOOKISH])(
  'in the style $name',
  (style: Style) => {
    it('reads what was put in', () => {
      const prints = WORKS.map((work) => print(style, work)).filter((one) => one !== null);
      expect(prints.length).toBeGreaterThan(0);
      expect(prints.map(({ text }) => [text, read(text)])).toEqual(
        prints.map(({ text, said }) => [text, asRead(said)]),
      );
    });
  },
);
