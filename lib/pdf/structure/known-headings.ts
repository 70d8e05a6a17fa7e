/** What papers head their sections with, as whole titles. */
import { bareTitle, isBackMatter, isReferencesTitle, listTitle } from '../../page/shared';

/** The longest title, in UTF-16 units. */
const LONGEST = 180;

const NAMES =
  'introductions?|background|methods?|methodology|results?|findings|discussions?|conclusions?|concluding remarks|' +
  'related work|experiments?|experimental(?: section)?|evaluation|limitations|summary|abstract|case (?:report|presentation)s?|' +
  'statistical analysis|future work|einleitung|methoden?|methodik|ergebnisse|diskussion|fazit|zusammenfassung|' +
  'introducci[oó]n|m[eé]todos?|resultados?|discusi[oó]n|conclusi[oó]n(?:es)?|introdu[cç][aã]o|discuss[aã]o|conclus(?:[aã]o|[oõ]es)|' +
  'r[eé]sultats?|m[eé]thodes?|resum[eo]n?|r[eé]sum[eé]';
/** What sections are called, whole: "Results and discussion", "Materials and methods". */
const NAMED = new RegExp(
  `^(?:(?:materials?|patients|subjects|participants|material|materiales|material e|sujetos) ?(?:and|&|und|y|e|et)? ?)?(?:${NAMES})` +
    `(?: ?(?:and|&|und|y|e|et|/) ?(?:${NAMES}|future (?:work|directions)|perspectives|outlook|implications|recommendations))?$`,
);

/** "1 | Introduction": a bar behind the number. */
const BAR = /^\d{1,2}(?:\.\d{1,2}){0,4} ?[|│] ?/;

/** Whether papers head sections so. */
export function isKnownHeading(printed: string): boolean {
  if (printed.length > LONGEST) return false;
  const title = printed.replace(BAR, '');
  return (
    NAMED.test(bareTitle(title)) ||
    isReferencesTitle(title) ||
    isBackMatter(title) ||
    listTitle(title) === 'notes'
  );
}
