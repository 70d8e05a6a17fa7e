/** What a part of a citation says by its opening words, if it is none of title and container: an edition, a publisher. */
import { LETTER, UPPER } from '../letters';
import { isAt, matchAt } from './name-words';
import { FLAGS, has, type PartKind, type Word, type Words } from './tokens';
import { isChain } from './weigh';

const EDITION =
  /(?:(?:\d{1,2} ?(?:st|nd|rd|th|\.|e|ème|ª|º|-?ое|-?ье)?|first|second|third|fourth|fifth|rev(?:ised)?\.?|new|2nde|deuxième) ?(?:rev\.? )?(?:ed\b|edn\b|edition|édition|éd\b|aufl|auflage|edición|изд)|\d{1,2} vols?\b|(?:[2-9]|two|three) volumes)/iy;
/** Who made a book ready; "Trans. R. Soc." are a society's. */
const EDITED = new RegExp(
  `(?:${[
    'edited',
    String.raw`eds?\.?`,
    'translated',
    String.raw`trans\.?(?! (?:[A-Z][a-z]{1,8}|R|I)\. [A-Z])`,
    String.raw`transl\.?`,
    String.raw`hrsg\.?|hg\.?|herausgegeben`,
    String.raw`éd\.|trad\.?|traduit|traducción`,
    String.raw`dir\.|a cura`,
    String.raw`intro(?:d\.|duction)`,
    String.raw`übers\.?`,
    String.raw`под ред|red\.|ред\.`,
  ].join(
    '|',
  )}) (?:by |by\\. |v\\.|von |par |de |por |di |and )?(?=[A-ZÀa-z])|under the direction|sous la (?:dir|coord)`,
  'iy',
);
const GENRES = new RegExp(
  `(?:${[
    'unpublished',
    String.raw`un?publ\.`,
    String.raw`ph\.? ?d\.?\b`,
    'doctoral',
    'doctorat',
    "master[’']?s?",
    String.raw`m\.?sc\b`,
    String.raw`m\.a\. `,
    'thesis',
    'thèse',
    'dissertation',
    String.raw`diss\.`,
    'tesis',
    'tesi ',
    'habilitation',
    'technical (?:report|memo)',
    String.raw`tech\.? ?rep`,
    'research report',
    'working paper',
    'discussion paper',
    'report no',
    '(?:paper|poster|talk) (?:presented|at)',
    'presented at',
    '(?:plenary|invited) talk',
    'presentation at',
    '(?:personal|private) communication',
    'manuscript',
    'mémoire (?:d|en )',
    'in press',
    '(?:work )?in prep',
    'submitted',
    'soumis',
    '[àa] paraître',
    'to appear',
    'forthcoming',
    'accepted',
    'preprint',
    'arxiv (?:preprint|e-?print)',
    'internal (?:report|document|note)',
    '[A-Z]{2,8} (?:technical|internal|research) (?:note|report|document|memo)',
    'presentation to',
    '(?:news|press) release',
    String.raw`ch(?:apters?|\.) \d`,
    String.raw`ms\b`,
    'available',
    'retrieved',
    '(?:special|theme) issue',
    String.raw`ed\. orig`,
    'reprint',
    String.raw`repr\.`,
    String.raw`rist\.`,
  ].join('|')})`,
  'iy',
);
/** "CMS-PAS-HIN-16-006", "EPA/600/8-85/002": the number of a report. */
const REPORT =
  /(?:(?:Internal |Technical )?(?:Report|Note|Doc(?:ument)?)\.? )?[A-Z]{2,10}(?: ?[-/] ?[A-Z\d]{1,12}){0,5} ?[-/] ?\d[\w/-]*(?<=\d{3}|[-/]\d+[-/]\w+|[A-Z]-[A-Z]{2,8}-\d+)(?=[.,;)¦[(]|$| [¦[(])/y;
const PLACE_AND = new RegExp(
  `([${UPPER}][${LETTER}'’-]{1,20}(?:[ /-](?:[${UPPER}][${LETTER}-]{0,20}|of|upon|sur|am|and|&|et)){0,3}(?:, ?[${UPPER}][${LETTER}.]{1,14}(?: [${UPPER}][${LETTER}.]{1,12})?| \\([${UPPER}]{2}\\))?) ?: ?(?=[${UPPER}])`,
  'y',
);
const YEAR_SOON = /^[^¦]{0,4}?(?:[,;.]? ?[([]?(?:19|20|1[5-8])\d\d|$|¦|[.;)]*$)/;

/** What the words at a place say by themselves. Each place is asked about for each break before it. */
function openingKind({ text, openings }: Words, from: number): PartKind | null {
  let kind = openings.get(from);
  if (kind === undefined) {
    kind = isAt(EDITION, text, from)
      ? 'edition'
      : isAt(EDITED, text, from)
        ? 'editors'
        : isAt(GENRES, text, from) || isAt(REPORT, text, from)
          ? 'genre'
          : null;
    openings.set(from, kind);
  }
  return kind;
}

/** What the part from `from` on opens with, if it is none of title and container. */
export function kindAt(words: Words, from: number, to: number, limit: number): PartKind {
  const opening = openingKind(words, from);
  if (opening) return opening;
  const first = words.at(from);
  if (!first || first.from >= to) return 'number';
  return (!isChain(words, from, limit) && isPublisher(words, from, to, first)) ||
    isPlaceAnd(words, from, limit, words.letters)
    ? 'publisher'
    : 'text';
}

/** "Oxford University Press", "Springer", "New York" as a whole part. */
function isPublisher(words: Words, from: number, to: number, first: Word): boolean {
  const many = words.many(from, to);
  if (many > 8 || !(first.flags & (FLAGS.capital | FLAGS.digit))) return false;
  if (isShortForms(words, from, to)) return false;
  const capital = words.count(FLAGS.capital, from, to);
  const plain = many - capital - words.count(FLAGS.stop, from, to);
  if (plain > 0 || words.count(FLAGS.serial, from, to) > words.count(FLAGS.publisher, from, to))
    return false;
  if (words.count(FLAGS.publisher, from, to) > 0) return true;
  const places = words.count(FLAGS.place, from, to);
  return Boolean(first.flags & FLAGS.place) && places * 2 >= many;
}

/** "Ann Surg", "New Phytol", "Iran J Basic Med Sci": short forms, and one word at most that a town or a publisher has, too. */
function isShortForms(words: Words, from: number, to: number): boolean {
  const short = words.count(FLAGS.short, from, to);
  if (short === 0) return false;
  const other = words
    .between(from, to)
    .filter(({ flags }) => flags & (FLAGS.place | FLAGS.publisher) && !(flags & FLAGS.short));
  return short > 1 ? other.length < 2 : other.length === 1 && words.many(from, to) === 2;
}

/** "Carbondale: Southern Illinois UP, 1965": a short part in capitals on either side of a colon, and then the year. */
function isPlaceAnd(words: Words, from: number, limit: number, letters: string): boolean {
  const colon = matchAt(PLACE_AND, letters, from);
  if (colon < 0) return false;
  if (has(words.at(from), FLAGS.place)) return true;
  const rest = letters.slice(colon, colon + 90);
  const end = rest.search(/(?:[,;)(¦]|(?<!\b[A-Z])\.) |\(|$/);
  const small =
    words.many(colon, colon + end) -
    words.count(FLAGS.capital, colon, colon + end) -
    words.count(FLAGS.stop, colon, colon + end);
  if (small > 0 || words.many(colon, colon + end) > 7) return false;
  return YEAR_SOON.test(rest.slice(end)) || colon + end >= limit;
}
