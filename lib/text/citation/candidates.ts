/** Where a title may end: at marks, at a date in the middle, before a place that no mark parts from it. */
import type { Numbers } from './numbers';
import { type Break, breaksOf, skip } from './parts';
import { proseRun, serialRun } from './runs';
import { FLAGS, type Words } from './tokens';

/** Where a title may end: at marks, at a date in the middle, and before a run of a serial's words without a mark. */
export function candidates(
  words: Words,
  start: number,
  limit: number,
  numbers: readonly Numbers[],
  main: Numbers | undefined,
): Break[] {
  const out = breaksOf(words, start, limit);
  const add = (one: Break) => {
    if (out.some(({ at, next }) => next === one.next || (at <= one.at && one.at < next))) return;
    const i = out.findIndex(({ at }) => at >= one.at);
    out.splice(i < 0 ? out.length : i, 0, one);
  };
  for (const { from, to, year, rank } of numbers)
    if (year && rank === 0 && from > start && to < limit)
      add({ mark: 'date', at: from, next: skip(words.text, to), short: false });
  // "Democracy in Southern Africa Toronto: Between the Lines"
  for (const word of words.list)
    if (
      word.flags & FLAGS.place &&
      word.from > start + 8 &&
      word.to < limit &&
      /^(?:, [A-Z.]{2,5})?:/.test(words.text.slice(word.to, word.to + 8)) &&
      words.text[word.from - 1] === ' ' &&
      !((words.list[words.index(word.from) - 1]?.flags ?? 0) & FLAGS.stop) &&
      !/[.,;(:]/.test(words.text[word.from - 2] ?? '')
    )
      add({ mark: 'run', at: word.from - 1, next: word.from, short: false });
  if (main && main.rank >= 2) {
    const run = serialRun(words, start, limit);
    if (run > 0) add({ mark: 'run', at: run - 1, next: run, short: false });
    const parted = out.some(({ mark, short }) => mark === '.' && !short);
    const prose = main.rank === 3 && !parted ? proseRun(words, start, limit) : -1;
    if (prose > 0) add({ mark: 'run', at: prose - 1, next: prose, short: false });
  }
  return out;
}
