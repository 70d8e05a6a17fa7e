/** Words whose paper was unknown when they were chosen: it is asked again, and the words stay those that were chosen. */
import { expect, test, vi } from 'vitest';

// Every range of this test is on the page.
vi.mock('../../../entrypoints/tagging.content/source/page-text', () => ({
  standing: (range: Range | null) => range,
}));

import { heldNow, type PageSide } from '../../../entrypoints/tagging.content/mode/page-side';
import type { Held } from '../../../entrypoints/tagging.content/mode/state';
import { newTag, PAGE_A } from '../store/support';

const CHOSEN = 'Higher caseloads were associated with shorter stays in the post.';
const LATER = 'Higher caseloads were not associated with shorter stays in the post.';

function statementOn(text: string): Held['statement'] {
  const { statement } = newTag({ quote: CHOSEN });
  const quote = { type: 'TextQuoteSelector' as const, exact: text, prefix: 'now ', suffix: '' };
  return { ...statement, target: { ...statement.target, selectors: { quote } } };
}

/** What the page makes of the words when it has been read, with this text in their place. */
const pageWith = (text: string) =>
  ({
    hold: () => ({ statement: statementOn(text), page: PAGE_A, contentId: 'a' }),
  }) as never as PageSide;
const rangeOf = (text: string) => ({ toString: () => text }) as unknown as Range;
const unknown: Held = {
  statement: newTag({ quote: CHOSEN }).statement,
  page: null,
  contentId: null,
};

test('the paper is known by now: it is taken over, and the words and their selectors stay', () => {
  const held = { ...unknown, statement: statementOn(CHOSEN) };
  const spaced = CHOSEN.replaceAll(' ', '\n ');
  const now = heldNow(pageWith(spaced), { held, range: rangeOf(spaced) });
  expect(now).toMatchObject({ page: PAGE_A, contentId: 'a' });
  expect(now.statement.target.selectors).toEqual(held.statement.target.selectors);
});

test('a word has been put in meanwhile: these are not the words that were chosen', () => {
  const held = { ...unknown, statement: statementOn(CHOSEN) };
  expect(heldNow(pageWith(LATER), { held, range: rangeOf(LATER) })).toBe(held);
});

test('a paper that is known is not asked for again', () => {
  const held = { ...unknown, page: PAGE_A };
  expect(heldNow(pageWith(CHOSEN), { held, range: rangeOf(CHOSEN) })).toBe(held);
});
