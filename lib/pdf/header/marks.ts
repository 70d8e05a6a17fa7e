/** What bylines set around names: marks of addresses and notes, identifiers, degrees, titles and posts. */
import { PARTICLE } from '../../text';

/** Signs that refer to notes; pictures of letters, links and the like are symbols. */
const SIGNS = /[*†‡§¶#∗⁎‖¤⁰¹²³⁴⁵⁶⁷⁸⁹\p{So}]+/gu;
export const ORCID = /(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]/g;
const LABEL = /^(?:by|authors?:?|autor(?:es|en|in|i)?:|auteurs?:|verfasser(?:in)?:)\s/i;
/** German reports: "Von Jane Smith"; a family name with it is at the end, or before one word. */
const VON = /^Von (?=\p{Lu}\p{Ll}+ \p{Lu})/u;
/** Numerals of addresses, raised, or behind the small letters of a name. */
const RAISED_ROMAN = /\| ?[IVX]{1,4}(?:[,;] ?[IVX]{1,4}){0,4} ?(?=\||$)/g;
const ROMAN = /(?<=\p{Ll}\p{Ll})[IVX]{1,4}(?![\p{L}.])/gu;
/** "Prof. Dr. med. Jane Smith": each of these has a stop. */
const TITLES =
  /\bPD (?=Dr)|\b(?:Univ|Prof|Dr|PD|Priv|Doz|Dipl|Ing|Mag|med|rer|nat|phil|habil)\.[- ]?/g;
/** "J.Smith": an initial without a blank behind it; "M.Pharm" is a degree. */
const INITIAL =
  /(?<=(?:^|[\s,.])\p{Lu}\.)(?=\p{Lu}\p{L}{2})(?!(?:Pharm|Phil|Tech|Surg|Med|Com|Eng|Div|Litt|Psych)\b)/gu;

/** Dates, as some print them below a byline. */
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DATE = new RegExp(
  `\\(?\\b(?:Dated: ?)?(?:${MONTH}\\.? \\d{1,2}, |\\d{1,2} ${MONTH}\\.? |${MONTH}\\.?,? )(?:19|20)\\d\\d\\b\\)?`,
  'g',
);
/** A byline whose names are parted by commas, without marks. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/[([{]?[^\s()[\]{}]{1,60}@[^\s()[\]{}]{1,60}[)\]}]?/g, ', ')
    .replace(ORCID, ' ')
    .replace(/\bORCID(?: iD)?\b|\bID\b/g, ' ')
    .replace(DATE, ' | ')
    .replace(/\bet al\.?/gi, ' ')
    .replace(/ AND /g, ' and ')
    .replace(SIGNS, ' | ')
    .replace(RAISED_ROMAN, '| ')
    .replace(ROMAN, ', ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/ [•·∙●.⋅|/] /gu, ', ')
    .replace(/(?<=\p{L}\.?|\)) ?\d{1,2}(?:[,–-] ?\d{1,2}){0,6}(?![\d\p{L}])/gu, ', ')
    .replace(/(?<=\p{L}) (?:[a-h]\b ?,? ?){1,6}(?=[,;|]|$)/gu, ', ')
    .replace(/[|•·]/g, ',')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*(and|&|und|y|et|e)\s/gu, ' $1 ')
    .replace(LABEL, '')
    .replace(VON, '')
    .replace(TITLES, '')
    .replace(INITIAL, ' ');

/** The letters that refer to addresses, on their own. */
export const isMark = (part: string): boolean => /^\p{Ll}{1,3}$/u.test(part);

/** "FRCSC", "SSC-Fam", "Ph.D": one word with several capitals. */
const isCapitals = (part: string): boolean =>
  !part.includes(' ') && part.length < 12 && (part.match(/\p{Lu}/gu)?.length ?? 0) > 1;
/** In a byline that is all capitals, only what is one by its letters. */
const DEGREE =
  /^(?:B|M|D|PH|PHARM|PSY|SC|ED|DR)\.? ?(?:A|D|S|SC|PH|PHIL|BA|ED|ENG|BBS|BCH|B|CHB|VM|NP|SN|M)\.?$|^(?:DDS|DMD|DVM|DNP|MPH|MBA|MSN|MBBS|MBCHB|MRC\w{1,4}|FRC\w{1,5}|FAC\w{1,3}|FAAN|FESC|RN|RD|JR|SR|II|III)$/;

/** Whether a part of a byline is a degree, in a byline that has small letters or has none. */
export const isDegree = (part: string, small: boolean): boolean =>
  DEGREE.test(part) || (small && isCapitals(part));

/** Part of the name in front of it. */
const SUFFIX = /^(?:jr|sr|ii|iii)\.?$/i;
/** A degree behind a name without a comma: "Jane Smith MD PhD", "Jane Smith BSc(Hons)". */
const isTrailing = (word: string): boolean =>
  !SUFFIX.test(word) &&
  isCapitals(word) &&
  DEGREE.test(word.replace(/\((?:hons?|dist)\.?\)/i, '').toUpperCase());
/** So many words of a name are left: "Smith MD" has initials. */
const FEWEST_WORDS = 2;

/** Posts, as journals print them behind names. */
const POST =
  /\b(?:professor|lecturer|fellow|statistician|epidemiologist|researcher|registrar|scientist|psychologist|economist|methodologist|practitioner|physiotherapist)\b/i;
/** Family names in capitals. */
const POST_SMALL =
  /\b(?:reader|consultant|director|student|nurse|physician|surgeon|manager|coordinator|officer|assistant|analyst|head|chair|specialist|resident|midwife|pharmacist|associate|candidate|editor)\b/;

/** Ranks of societies. */
const MEMBER = /^(?:(?:senior|student|life|associate) )?(?:member|fellow)$/i;

/** Whether a part of a byline is a post: "professor of primary care". */
export const isPost = (part: string): boolean =>
  POST.test(part) || POST_SMALL.test(part) || MEMBER.test(part);

/** Prose about somebody names a post as well. */
const PROSE = /^(?:is|was|are|were|has|had|works?)\b|[.;:]/;

/** A name without the degrees and the post that follow it. */
export function withoutDegrees(name: string): string {
  const [head = '', ...more] = name.split(/ ?, ?/);
  // "Smith, M.A." has initials.
  const bare = head.includes(' ') && more.every((part) => isDegree(part, true));
  const words = (bare ? head : name).split(' ');
  const post = words.findIndex(
    (word, at) => at >= FEWEST_WORDS && /^\p{Ll}/u.test(word) && !PARTICLE.test(word),
  );
  const rest = post > 0 ? words.slice(post).join(' ') : '';
  const own = rest && isPost(rest) && !PROSE.test(rest) ? words.slice(0, post) : words;
  while (own.length > FEWEST_WORDS && isTrailing(own.at(-1) ?? '')) own.pop();
  return own.join(' ');
}
