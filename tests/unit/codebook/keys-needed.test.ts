/** How many keys an influence takes once a passage is chosen: stance, `/` where a letter is a command, letters, Enter. */
import { expect, test } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { searchInfluences } from '../../../lib/codebook/search';
import type { Codebook } from '../../../lib/model';
import { DEFAULT_KEYS } from '../../../lib/tagging';
import { plainWords } from '../../../lib/text';

const STANCE_AND_ENTER = 2;
/** Nobody types more of a name before looking at the list. */
const MOST_LETTERS = 5;
/** Codebooks that reviews of peer support begin with, and what each of their influences may cost. */
const OF_PEER_SUPPORT: readonly string[] = ['psw-core', 'ibrahim-2020', 'mirbahaeddin-chreim-2022'];
const MOST_KEYS = 5;

/** What a reader who knows the name types of it: its beginning, that of one of its words, or first letters of words. */
function queriesFor(label: string): string[] {
  const words = plainWords(label).split(' ');
  const beginnings = (text: string) =>
    Array.from({ length: Math.min(text.length, MOST_LETTERS) }, (_, n) => text.slice(0, n + 1));
  const initials = words.map((word) => word[0]).join('');
  const typed = [
    ...words.flatMap((_, at) => beginnings(words.slice(at).join(' '))),
    ...beginnings(initials),
  ];
  return [...new Set(typed)].filter((one) => !one.endsWith(' '));
}

const keysOf = (typed: string): number =>
  STANCE_AND_ENTER + typed.length + (DEFAULT_KEYS.commandOf(typed[0] ?? '') ? 1 : 0);

/** The fewest keys by which each influence comes first; none where longer names always come before it. */
function keysIn(book: Codebook): (number | undefined)[] {
  const books = [book];
  return book.influences.map(({ id, label }) => {
    const found = queriesFor(label).filter(
      (typed) => searchInfluences(typed, books, { limit: 1 })[0]?.influence.id === id,
    );
    return found.length ? Math.min(...found.map(keysOf)) : undefined;
  });
}

test.each(await allShipped())('$id', (book) => {
  const keys = keysIn(book);
  const sorted = keys.filter((one) => one !== undefined).sort((a, b) => a - b);
  const [median, most] = [sorted[sorted.length >> 1], sorted.at(-1)];
  const others = keys.length - sorted.length;
  console.log(
    `${book.id}: n ${keys.length}, median ${median}, most ${most}, not first by ${MOST_LETTERS} letters: ${others}`,
  );
  expect(median).toBeLessThanOrEqual(MOST_KEYS);
  if (OF_PEER_SUPPORT.includes(book.id)) expect([most, others]).toEqual([expect.any(Number), 0]);
  if (OF_PEER_SUPPORT.includes(book.id)) expect(most).toBeLessThanOrEqual(MOST_KEYS);
});
