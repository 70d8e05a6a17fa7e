/** The DOI of a text, and whether the words before it give it to another work. */
import { cleanDoi, DOI_PREFIX } from '../../text';

/** Words before a DOI by which it is another work's, or another version's. */
const OTHER_WORK = [
  /\b(?:publish(?:ed)?\s+(?:in|(?<!first published )as|version)|version of record|now (?:published|available)|peer-reviewed publication)[^;]{0,70}$/i,
  /\b(?:preprint(?: of)?(?! (?:doi|from)\b)|previous|update of|of:|companion|in reply|refers? to|cites|commentary)[^;]{0,70}$/i,
  /\b(?:related|supplement\w*|data ?sets?|data (?:is|are|availab)|software|erratum|correction|retraction|grant)[^;]{0,70}$/i,
];
/** Openings of lines that report of another's work: news, press releases. */
const REPORTS =
  /^(?:original(?:publikation|arbeit|[ -](?:publication|study|paper|article))|publication originale|more information|(?:journal )?reference|(?:the )?(?:study|studie|paper))\s*:/i;
const START = new RegExp(
  `(?:doi:?\\s*|https?:\\/\\/(?:dx\\.)?doi\\.org\\/|https?:\\S{0,40}?)?${DOI_PREFIX}[!-~]`,
  'i',
);
/** How far before a DOI its introduction is looked for, in UTF-16 units: a sentence. */
const LEAD = 120;

/**
 * The first DOI of a text.
 * @param before the label above the text, if there is one
 */
export function ownDoi(text: string, before = ''): { doi: string; other: boolean } | null {
  const at = text.search(START);
  const doi = at < 0 ? null : cleanDoi(text.slice(at));
  if (!doi) return null;
  const lead = `${before} ${text.slice(Math.max(0, at - LEAD), at)}`
    .trimEnd()
    .replace(/\(online[^()]*\)$/i, '');
  return { doi, other: REPORTS.test(text) || OTHER_WORK.some((words) => words.test(lead)) };
}
