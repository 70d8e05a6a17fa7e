/** Title and container: where in the text between the authors and the numbers the one ends and the other begins. */
import { candidates } from './candidates';
import {
  containerEnd,
  containerFrom,
  editedBook,
  pastNumbers,
  quoted,
  titleBefore,
  trimmed,
} from './container';
import { WALL } from './identifiers';
import { isAt } from './name-words';
import { isNoTitle, isPointed, journalAlone, journalBehind, journalIn } from './no-title';
import type { Numbers } from './numbers';
import { kindAt } from './part-kinds';
import { type Break, insOf, skip } from './parts';
import { COMMAS, isBarePlace, stopAt } from './stops';
import {
  isOfTitle,
  opensWithIn,
  pastSlashes,
  withoutBracket,
  withoutStatement,
  withYears,
} from './title-edges';
import { FLAGS, has, type Words } from './tokens';
import { inSerial, isAllSerial, MARKS, type Span, serials, titleWorth, W, worth } from './weigh';

export interface Titles {
  title?: Span;
  container?: Span;
}

/** What follows a point is the name of a serial or a meeting, whatever parts the rest. */
const NAMED_SERIAL =
  /(?:Proc|Journal|Trans|Annals|Lecture|Advances|The Journal|Bulletin|Revue|Zeitschrift|Nouv)/y;
/** What tells a work's kind and nothing else has fewer words: "PhD thesis, University of Lund". */
const MOST_GENRE = 9;

/** "Falls at night[J]. ", "Wards[M]. ": Chinese styles name the kind of a work behind its title; these are in a journal. */
const KIND_OF_WORK =
  / ?\[(?:([JNC])|[MDRPSZGA]|EB|CP|DB|DS)(?:\/(?:OL|CD|MT|DK))?\](?:(?<within> ?\/\/[. ]*)|[.,]? ?)/;
/** "[M]//EK K, MOE R. The making of wards" */
const BARE_EDITORS =
  /^(?:\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})? \p{Lu}{1,2}(?: \p{Lu})?(?:, (?:et al)?|(?=\. ))){1,4}\. /u;
/** "Benchmarks of care: TR-08-14[R]": a report's number. */
const REPORT_LAST = /: (?:[A-Z][A-Z\d/-]{1,14}\d[\d/-]*|\d[\d/-]*|(?:number|no\.?) \d+)$/;

export function readTitles(
  words: Words,
  start: number,
  numbers: readonly Numbers[],
  main: Numbers | undefined,
): Titles {
  const { text } = words;
  const end = start + (text.slice(start).split(WALL)[0] as string).length;
  const limit = Math.min(main?.from ?? end, end);
  if (kindAt(words, start, limit, limit) === 'genre' && words.many(start, limit) < MOST_GENRE)
    return {};
  const kind = KIND_OF_WORK.exec(text.slice(start, limit));
  if (kind) {
    const behind = start + kind.index + kind[0].length;
    const within = kind.groups?.within !== undefined;
    // Chinese styles name a book's editors before it, by nothing but their place.
    const [editors = ''] = (within && BARE_EDITORS.exec(text.slice(behind))) || [];
    const next = behind + editors.length;
    const number = REPORT_LAST.exec(text.slice(start, start + kind.index));
    const title = trimmed(text, { from: start, to: start + (number?.index ?? kind.index) });
    return kind[1] || within
      ? { title, ...containerFrom(words, next, limit, end, numbers, main, within) }
      : { title };
  }
  const quote = quoted(text, start);
  if (quote) {
    const after = skip(text, quote.to + 1);
    const next = text.slice(quote.to + 1, quote.to + 4);
    // "'Super-Apostles, Servants of Christ': A Response" goes on behind its quote.
    const goesOn =
      /^(?::| [\p{Ll}\p{Lo}]|-)/u.test(next) &&
      !/^ (?:in|dans)/.test(next) &&
      !/[.,?!]/.test(text.charAt(quote.to - 1));
    if (!goesOn)
      return {
        title: trimmed(text, quote),
        ...containerFrom(words, after, limit, end, numbers, main, false),
      };
  }
  const journal = journalBehind(words, numbers) ?? journalAlone(words, start, main);
  if (journal) return { container: journal };
  const { title, container } = split(words, start, limit, end, numbers, main);
  if (!title || isNoTitle(words, title)) return container ? { container } : {};
  // "Inorg. Chim. | Acta"
  if (container && isPointed(words, title.from, container.to))
    return { container: { from: title.from, to: container.to } };
  const alone = container ? undefined : journalIn(words, title);
  if (alone) return { container: alone };
  return { title, ...(container && { container }) };
}

const isEastern = (words: Words, start: number, from: number) =>
  words.letters[start] === 'ª' && words.letters[from] === 'ª';

/** "A Study in Care. Ward Journal": a sentence, by its small words, and behind it a serial's name. */
const hasInnerName = (words: Words, { from, to }: Span, breaks: readonly Break[]) =>
  breaks.some(
    ({ mark, short, at, next }) =>
      mark === '.' && !short && next < to && words.count(FLAGS.stop, from, at) > 0,
  );

/** Title and container where no quotes part them. */
function split(
  words: Words,
  start: number,
  limit: number,
  end: number,
  numbers: readonly Numbers[],
  main: Numbers | undefined,
): Titles {
  const { text } = words;
  for (const one of insOf(text, start, end)) {
    if (one.at === start && opensWithIn(text, start)) continue;
    // ", in Alaska" goes on a title; a book's or journal's name is longer or has numbers behind it.
    const small = text[one.at] === 'i';
    const colon = text[one.at + 2] === ':';
    if (one.at > limit && main && main.rank > 2) break;
    if (small && !colon && isOfTitle(words, one, limit, main)) continue;
    const book = containerFrom(words, one.next, limit, end, numbers, main, true);
    if (!book.container) continue;
    return { title: withoutBracket(text, titleBefore(words, start, one.at, limit)), ...book };
  }
  const breaks = candidates(words, start, limit, numbers, main);
  let best: { score: number; title?: Span; container?: Span } = { score: Number.NEGATIVE_INFINITY };
  // What a title is worth less that has a publisher in it.
  let past = 0;
  const offer = (worthOf: number, title?: Span, container?: Span) => {
    const score = title ? worthOf + past : worthOf;
    if (score > best.score)
      best = { score, ...(title && { title }), ...(container && { container }) };
  };
  const sure = main && main.rank >= 2 ? main : undefined;
  const volume = sure !== undefined;
  // "Author, Title. More of it, Journal, 86": commas part the whole.
  const commas = sure?.named === false && COMMAS.test(text.slice(0, start));
  // "Author, Title. Its subtitle, Oxford 1990"
  const parted = COMMAS.test(text.slice(0, start)) && !volume;
  // A publisher, an edition or editors follow the title: it is a book's.
  let stopped = false;
  // Nothing but a journal.
  if (sure) {
    const whole = { from: start, to: limit };
    const known = serials(words, start, limit);
    const sentence = breaks.some(
      (one) =>
        one.mark === '?' ||
        (one.mark === '.' && !one.short && !inSerial(words, start, one, breaks, limit)),
    );
    if ((known > 0 && (sure.pages || sure.year)) || !sure.named)
      offer(
        worth(words, whole) +
          W.noTitle +
          W.numbered +
          (isAllSerial(words, start, limit) ? W.onlySerial : sentence ? W.sentences : 0),
        undefined,
        whole,
      );
  }
  for (let i = 0; i < breaks.length; i++) {
    const one = breaks[i] as Break;
    const left = { from: start, to: one.at };
    const many = words.many(start, one.at);
    const place = has(words.at(one.next), FLAGS.place);
    const inside =
      parted &&
      one.mark === '.' &&
      !one.short &&
      !isAt(NAMED_SERIAL, text, one.next) &&
      breaks.some((more) => more.mark === ',' && more.at > one.at);
    const base =
      titleWorth(words, start, one, breaks, volume || place || parted, limit) +
      (inside ? W.commaStyle : 0);
    if (one.next >= limit) {
      offer(base + (volume ? W.unnumbered : 0), left);
      continue;
    }
    // "CA | Cancer J Clin": where a journal's words begin, no mark ends what is before them.
    const to = breaks.find((more, n) => n > i && more.mark !== 'run')?.at ?? limit;
    // "7. Auflage": what looks like a mere number.
    const edition = kindAt(words, one.next, to, limit) === 'edition';
    const from = edition ? one.next : pastNumbers(numbers, text, one.next);
    const kind = stopAt(words, one, from, to, limit, volume, parted);
    if (one.mark === '(' && kind === 'text') continue;
    if (one.mark === '.' && !one.short) {
      // "Small clauses in English. John Kimball (ed.) Syntax and Semantics"
      const book = editedBook(words, one.next, limit, end, numbers, main);
      if (book) {
        offer(base + W.stop, left, book);
        break;
      }
    }
    if (kind !== 'text') {
      stopped = true;
      // "Studies in Care, Lund 1974": where a publisher follows, a serial's words are a title's.
      const book =
        kind === 'publisher' && !one.short && !volume && inSerial(words, start, one, breaks, limit);
      offer(
        base -
          (book ? W.shortForm : 0) +
          (kind === 'number' ? 0 : W.stop) +
          (volume ? W.unnumbered : 0),
        left,
      );
      if (
        many > 1 &&
        one.mark !== ':' &&
        (kind === 'editors' ||
          kind === 'edition' ||
          ((kind === 'publisher' || kind === 'genre') && !volume))
      )
        break;
      const named = !sure?.volume || words.count(FLAGS.publisher, from, to) > 0;
      if (kind === 'publisher' && one.mark !== ':' && named)
        past = volume ? W.pastVolume : W.pastStop;
      continue;
    }
    const last = containerEnd(words, from, limit, false);
    const container = { from, to: last };
    const rest = last >= limit - 2;
    offer(
      base +
        worth(words, container) +
        (volume
          ? rest
            ? W.numbered
            : 0
          : main?.rank === 1 && !main.named && rest
            ? W.paged
            : W.unnumbered) +
        (main?.rank === 3 && !rest && !numbers.some((n) => n.rank > 1 && n.from < last + 4)
          ? W.unreached
          : 0) +
        (isEastern(words, start, from) ? W.eastern : 0) +
        (hasInnerName(words, container, breaks) ? W.innerName : 0) +
        (commas && one.mark === '.' && text.slice(from, last).includes(', ') ? W.commaStyle : 0),
      left,
      container,
    );
    // "Homer's Traditional Art, University Park 1999": a place that no list has.
    if (!volume && one.mark === ',' && main?.year && isBarePlace(words, from, limit))
      offer(base + W.place, left);
    // A book whose publisher nothing gives away.
    const prose =
      words.many(from, to) -
        words.count(FLAGS.capital, from, to) -
        words.count(FLAGS.stop, from, to) >
      0;
    if (!volume) offer(base + (one.mark === '.' ? (prose ? W.proseNext : 0) : W.plainMark), left);
  }
  if (!volume) {
    const whole = { from: start, to: containerEnd(words, start, limit, false) };
    if (!stopped && serials(words, whole.from, whole.to) > 0)
      offer(worth(words, whole) + W.noTitle + W.unnumbered, undefined, whole);
  }
  if (!volume || breaks.length === 0)
    offer(MARKS.end + (breaks.some(({ mark }) => mark === '.') ? W.sentence : 0), {
      from: start,
      to: limit,
    });
  const out: Titles = {};
  if (best.title)
    out.title = withYears(
      text,
      withoutStatement(text, withoutBracket(text, trimmed(text, best.title))),
    );
  if (best.container) out.container = pastSlashes(text, trimmed(text, best.container));
  return out;
}
