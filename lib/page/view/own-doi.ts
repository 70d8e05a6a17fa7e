/** The DOI of a text, and whether the words before it give it to another work. */
import { cleanDoi, DOI_PREFIX } from '../../text';

/** Words before a DOI by which it is another work's, or another version's. */
const OTHER_WORK = [
  /\b(?:publish(?:ed)?\s+(?:in|(?<!first published )as|version)|version of record|now (?:published|available)|peer-reviewed publication)[^;]{0,70}$/i,
  /\b(?:preprint(?: of)?(?! (?:doi|from)\b)|previous|update of|of:|companion|in reply|refers? to|cites|commentary)[^;]{0,70}$/i,
  /\b(?:related|supplement\w*|data ?sets?|data (?:is|are|availab)|software|erratum|correction|retraction|grant)[^;]{0,70}$/i,
];
/** Notices on the paper, which have a DOI of their own, and the paper that a notice is on. */
const NOTICES = [
  /\b(?:errat(?:um|a)|corrigend(?:um|a)|addendum|correct(?:ion|s|ed(?! proof))|retract|retrat|rétract|withdraw|zurückgezogen)/i,
  /corre[cç][aã]o|correcci[oó]n|fe de err|(?:of concern|preocupa(?:ç[aã]o|ción)|préoccupation)|correctif|berichtigung|korrektur/i,
  /\bthe original (?:article|publication|paper)|[eo]l? artículo original|o artigo original|l[’']article (?:original|d[’']origine)/i,
];
/** Openings of lines that report of another's work: news, press releases. */
const REPORTS =
  /^(?:original(?:publikation|arbeit|[ -](?:publication|study|paper|article))|publication originale|more information|(?:journal )?reference|(?:the )?(?:study|studie|paper))\s*:/i;
const START = new RegExp(
  `(?:doi:?\\s*|https?:\\/\\/(?:dx\\.)?doi\\.org\\/|https?:\\S{0,40}?)?${DOI_PREFIX}[!-~]`,
  'i',
);
/** How far before a DOI a notice is named, in UTF-16 units: one part of a sentence. */
const NEAR = 90;
/** How far before a DOI its introduction is looked for, in UTF-16 units: a sentence. */
const LEAD = 120;

/** In UTF-16 units: a shorter title is any words. */
const SHORTEST_TITLE = 12;

/**
 * The first DOI of a text.
 * @param before the label above the text, if there is one
 * @param title the paper's: its own words ("Retraction notices in ...") give no DOI to another work
 */
export function ownDoi(
  line: string,
  before = '',
  title = '',
): { doi: string; other: boolean } | null {
  const text = title.length < SHORTEST_TITLE ? line : line.replace(title, '');
  const at = text.search(START);
  const doi = at < 0 ? null : cleanDoi(text.slice(at));
  if (!doi) return null;
  const lead = `${before} ${text.slice(Math.max(0, at - LEAD), at)}`
    .trimEnd()
    .replace(/\(online[^()]*\)$/i, '');
  const near = lead.slice(lead.lastIndexOf(';') + 1).slice(-NEAR);
  const other =
    REPORTS.test(text) ||
    OTHER_WORK.some((words) => words.test(lead)) ||
    NOTICES.some((words) => words.test(near));
  return { doi, other };
}
