/** Where a title may end: at marks, at a date in the middle, before a place that no mark parts from it. */
import type { Numbers } from './numbers';
import { type Break, breaksOf, type Mark, skip } from './parts';
import { proseRun, serialRun } from './runs';
import { FLAGS, has, type Word, type Words } from './tokens';

/** Both are looked for in so many characters of a title. */
const REACH = 300;
const LOST_QUOTE = /^[^”"»“«„]{12,}(?:[,.?!]["”»]|[\p{L}\d)][”»]) (?=\p{Lu})/u;
/** What it takes at least, and costs less to look for. */
const CLOSING_QUOTE = /[”"»]/;
const HELD = /(?:Meeting|Conference|Exhibition|Workshop|Symposium|Congress)(?= held (?:in|at|on) )/;
/** A publisher by its words: "Calcutta: Government Printing House". */
const PUBLISHES = /^:? ?(?:[^\s.,;:()]+ ){0,5}(?:Press|House|Books|Publishers|Verlag|Editora|UP)\b/;
/** "New York", "San Juan": a place's first word. */
const PLACE_FIRST = new Set(
  'new los san santa st saint fort el la north south west east rio sao são den'.split(' '),
);

/** "Democracy in Southern Africa Toronto: Between the Lines": where a place begins that no mark parts from a title; -1. */
function placeFrom(words: Words, word: Word, start: number): number {
  const { text } = words;
  if (word.from <= start + 8 || !has(word, FLAGS.capital)) return -1;
  const behind = text.slice(word.to, word.to + 60);
  const colon = /^(?:, [A-Z.]{2,5})?: ?/.exec(behind);
  if (!colon) return -1;
  if (!has(word, FLAGS.place) && !PUBLISHES.test(behind.slice(colon[0].length))) return -1;
  const one = words.before(word.from);
  const first = one && PLACE_FIRST.has(one.text) ? one : word;
  const before = words.before(first.from);
  return before &&
    /^[)\]]? $/.test(text.slice(before.to, first.from)) &&
    !has(before, FLAGS.stop | FLAGS.place)
    ? first.from
    : -1;
}

/** Where a title may end: at marks, at a date in the middle, and before a run of a serial's words without a mark. */
export function candidates(
  words: Words,
  start: number,
  limit: number,
  numbers: readonly Numbers[],
  main: Numbers | undefined,
): Break[] {
  const out = breaksOf(words, start, limit);
  const add = (mark: Mark, at: number, next: number) => {
    if (out.some((one) => one.next === next)) return;
    out.push({ mark, at, next, short: false });
  };
  for (const { from, to, year } of numbers)
    if (year && to < limit) add('date', from, skip(words.text, to));
  // "Instruments in the Library," Ward Records: a quote whose opening is lost.
  const near = words.text.slice(start, limit).slice(0, REACH);
  const lost = CLOSING_QUOTE.test(near) ? LOST_QUOTE.exec(near) : null;
  if (lost && !/[“"«‘„]/.test(lost[0].slice(0, -2))) {
    const at = start + lost[0].length - 2;
    add('?', at, skip(words.text, at));
  }
  // "SPE Ward Meeting held in Lund"
  const held = HELD.exec(near);
  if (held) {
    const at = start + held.index + held[0].length;
    add('place', at, at + 1);
  }
  for (const word of words.list) {
    const from = placeFrom(words, word, start);
    if (from > 0) add('place', from - 1, from);
  }
  if (main && main.rank >= 2) {
    const run = serialRun(words, start, limit);
    if (run > 0) add('run', run - 1, run);
    const parted = out.some(({ mark, short }) => mark === '.' && !short);
    const prose = main.rank === 3 && !parted ? proseRun(words, start, limit) : -1;
    if (prose > 0) add('run', prose - 1, prose);
  }
  return out.sort((a, b) => a.at - b.at);
}
