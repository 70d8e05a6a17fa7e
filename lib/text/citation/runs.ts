/** Names of serials that no mark parts from a title: where the run of their words before the numbers begins. */
import { FLAGS, has, type Word, type Words } from './tokens';

const NAMES_SERIAL = FLAGS.serial | FLAGS.short;
/** One such word alone is not the name of a journal: "Wake Valley | Magazine". */
export const GENERIC = new Set(
  'journal magazine review reviews bulletin letters quarterly conference proceedings transactions studies reports newsletter symposium workshop annals news record records zhurnal vestnik zeitschrift revue revista rivista archiv archives cahiers jahrbuch tidsskrift časopis'.split(
    ' ',
  ),
);
const MARK_BEFORE = /[.,;:?!()[\]"”–—]/;

/** A name that ends in one generic word begins where the capitals before it do; -1 where a mark begins it. */
function wholeName(words: Words, first: number, at: number): number {
  const { list, text } = words;
  let i = at;
  while (i > first) {
    const word = list[i] as Word;
    const before = list[i - 1] as Word;
    if (MARK_BEFORE.test(text.slice(before.to, word.from))) return -1;
    if (!has(before, FLAGS.capital | FLAGS.stop)) break;
    i--;
  }
  while (has(list[i], FLAGS.stop)) i++;
  return i < at ? (list[i] as Word).from : -1;
}

/** "… DNA hybridization Am J Hum Genet 1986": where the run of a serial's words before the numbers begins; -1. */
export function serialRun(words: Words, start: number, limit: number): number {
  const { list } = words;
  const first = words.index(start);
  let run = -1;
  let sure = 0;
  for (let i = words.index(limit) - 1; i > first; i--) {
    const word = list[i] as Word;
    if (!(word.flags & NAMES_SERIAL)) {
      if (!(word.flags & (FLAGS.stop | FLAGS.initial)) && !(word.flags & FLAGS.capital && sure < 2))
        break;
      continue;
    }
    sure++;
    run = word.from;
  }
  const at = words.index(run);
  const one = list[at];
  return one && GENERIC.has(one.text) && words.many(run, limit) === 1
    ? wholeName(words, first, at)
    : run;
}

/** So many words in small letters before a run of capitals make a title in a sentence's print. */
const PROSE = 4;

/** "… the induction of endometrial receptivity Fertility and Sterility, 1989; 52": where, without a mark, a sentence's print ends and names in capitals go up to the numbers; -1. */
export function proseRun(words: Words, start: number, limit: number): number {
  const { list, text } = words;
  const first = words.index(start);
  const last = words.index(limit);
  let from = last;
  for (let i = last - 1; i > first; i--) {
    const word = list[i] as Word;
    if (word.flags & FLAGS.capital) {
      from = i;
      if (text[word.from - 1] !== ' ' || /[.,;:?!(–—]/.test(text.charAt(word.from - 2))) {
        // A short form's point does not part a name.
        if (!has(list[i - 1], FLAGS.short)) return -1;
      }
    } else if (!(word.flags & FLAGS.stop)) break;
  }
  const run = list[from];
  const before = list[from - 1];
  if (!run || !has(before, FLAGS.small) || has(before, FLAGS.stop)) return -1;
  return words.count(FLAGS.small, start, run.from) - words.count(FLAGS.stop, start, run.from) >=
    PROSE
    ? run.from
    : -1;
}
