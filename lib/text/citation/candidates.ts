/** Where a title may end: at marks, at a date in the middle, before a place that no mark parts from it. */
import type { Numbers } from './numbers';
import { type Break, breaksOf, skip } from './parts';
import { proseRun, serialRun } from './runs';
import { FLAGS, type Word, type Words } from './tokens';

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
function placeFrom(words: Words, word: Word, start: number, limit: number): number {
  const { text, list } = words;
  if (word.from <= start + 8 || word.to >= limit || !(word.flags & FLAGS.capital)) return -1;
  if (text[word.to] !== ':' && text[word.to] !== ',') return -1;
  const behind = text.slice(word.to, word.to + 60);
  const colon = /^(?:, [A-Z.]{2,5})?: ?/.exec(behind);
  if (!colon) return -1;
  if (!(word.flags & FLAGS.place) && !PUBLISHES.test(behind.slice(colon[0].length))) return -1;
  let i = words.index(word.from);
  if (PLACE_FIRST.has(list[i - 1]?.text ?? '')) i--;
  const first = list[i] as Word;
  const before = list[i - 1];
  return before &&
    /^[)\]]? $/.test(text.slice(before.to, first.from)) &&
    !(before.flags & (FLAGS.stop | FLAGS.place))
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
  const add = (one: Break) => {
    if (out.some(({ at, next }) => next === one.next || (at <= one.at && one.at < next))) return;
    const i = out.findIndex(({ at }) => at >= one.at);
    out.splice(i < 0 ? out.length : i, 0, one);
  };
  for (const { from, to, year, rank } of numbers)
    if (year && rank === 0 && from > start && to < limit)
      add({ mark: 'date', at: from, next: skip(words.text, to), short: false });
  // "Instruments in the Library," Ward Records: a quote whose opening is lost.
  const near = words.text.slice(start, Math.min(limit, start + REACH));
  const lost = CLOSING_QUOTE.test(near) ? LOST_QUOTE.exec(near) : null;
  if (lost && !/[“"«‘„]/.test(lost[0].slice(0, -2))) {
    const at = start + lost[0].search(/[,.]?[”"»] ?$/);
    add({ mark: '?', at, next: skip(words.text, at), short: false });
  }
  // "SPE Ward Meeting held in Lund"
  const held = near.includes(' held ') ? HELD.exec(near) : null;
  if (held)
    add({
      mark: 'place',
      at: start + held.index + held[0].length,
      next: start + held.index + held[0].length + 1,
      short: false,
    });
  for (const word of words.list) {
    const from = placeFrom(words, word, start, limit);
    if (from > 0) add({ mark: 'place', at: from - 1, next: from, short: false });
  }
  if (main && main.rank >= 2) {
    const run = serialRun(words, start, limit);
    if (run > 0) add({ mark: 'run', at: run - 1, next: run, short: false });
    const parted = out.some(({ mark, short }) => mark === '.' && !short);
    const prose = main.rank === 3 && !parted ? proseRun(words, start, limit) : -1;
    if (prose > 0) add({ mark: 'run', at: prose - 1, next: prose, short: false });
  }
  return out;
}
