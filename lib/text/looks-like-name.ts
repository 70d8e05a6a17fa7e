/** Whether a short text can be a person's name, for pages that show names without saying so. */
import { easternName, hasEasternLetters } from './eastern-names';
import { bare, DEGREE, PARTICLE } from './names';
import { wordsOf } from './word-set';

/** Words of page furniture, places and trade that no byline holds, by their beginnings ... */
const NOT_NAMES_BEGIN =
  'abstrac|accept|acknowl|affilia|america|analysi|articl|author|backgro|biolog|center|centre|chemis|' +
  'citatio|colleg|communi|conclus|contact|contribu|cookies|copyrig|corresp|crossref|departm|disclai|' +
  'downloa|econom|edited|editor|email|equally|estimat|europea|faceboo|facult|figure|financ|google|' +
  'graphic|guideli|hospit|informa|institu|interna|introdu|journal|keyword|laborat|library|licenc|' +
  'licens|manuscr|medicin|metric|monetar|nationa|neuro|objecti|orcid|passwor|permiss|physic|privacy|' +
  'proceed|process|profile|psychia|public|publis|pubmed|receive|referen|reports|reprint|republi|' +
  'researc|reserve|resourc|results|review|revist|revue|rivist|scholar|school|science|search|service|' +
  'specialt|subscri|suppleme|twitter|universi|version|volume|zeitschr';
const NOT_NAMES = /* @__PURE__ */ new RegExp(`^(?:${NOT_NAMES_BEGIN})`, 'i');
/** ... and whole. Some of them are family names as well. */
const NOT_NAMES_WHOLE = /* @__PURE__ */ wordsOf(`
  about academic access add alert alerts all and at board buy by cart china cite close content contents
  create data discussion early expand export final first folder follow for france from full funding
  germany get guide health help history home in issue jump kingdom latest learn log login market
  markets med menu method methods more natural nature new news next not note notes of on online open
  other oxford paper papers pdf phys pmc policy press previous pricing pub read related request res
  right rights save share sharing show sign society special start states submit system systems table
  tables terms text the theory this to today tool tools topic topics united usa view vol vol. with
  work works
`);

/** Of these, family names: "Kevin D. Read", "Read, Kevin", "Read KD". */
const FAMILY_TOO = /^(?:read|press|early|close|oxford|france)$/i;

/** A word that no name holds; a family name among them may be the last word after an initial, or stand before a comma. */
const isFurniture = (word: string, i: number, words: readonly string[], inverted: boolean) => {
  if (NOT_NAMES.test(word)) return true;
  if (!NOT_NAMES_WHOLE.has(word.toLowerCase())) return false;
  const afterInitial = i === words.length - 1 && i > 1 && /^\p{Lu}\.?$/u.test(words[i - 1] ?? '');
  return !(FAMILY_TOO.test(word) && (afterInitial || (inverted && i === 0)));
};

/** Whether a short text can be a person's name: two to six capitalised words, no digits, no page furniture. */
export function looksLikeName(raw: string): boolean {
  if (hasEasternLetters(raw) && easternName(bare(raw))) return true;
  if (raw.length > 90 || !/\p{Lu}/u.test(raw)) return false;
  const text = bare(raw);
  if (text.length < 4 || text.length > 60 || /[:/@?!"“”<>=_]/.test(text)) return false;
  const words = text
    .split(/ ?, ?/)
    .filter((part, i) => i === 0 || !DEGREE.test(part))
    .join(' ')
    .split(/\s+/)
    .filter((word, i) => i === 0 || !/^(?:ph\.?d|m\.?d)\.?$/i.test(word));
  if (words.length < 2 || words.length > 6) return false;
  // "Map Map": a label and its icon's.
  if (words.length === 2 && words[0] === words[1]) return false;
  const inverted = /^\p{L}+(?:,\s*\p{Lu}|\s\p{Lu}{1,3}$)/u.test(text);
  // "James K." is a given name whose family name stands elsewhere.
  if (words.length === 2 && !text.includes(',') && /^\p{L}\.$/u.test(words[1] ?? '')) return false;
  // "J. Org. Chem." is a journal.
  if (words.some((word) => /^\p{Lu}\p{Ll}{2,}\.$/u.test(word))) return false;
  const capital = words.filter((word) =>
    /^(?:['’‘-]?\p{Lu}|[dlo]['’]\p{Lu}|h[ÁÉÍÓÚ])[\p{L}.'’‘‐-]*$/u.test(word),
  ).length;
  const small = words.filter((word) => PARTICLE.test(word)).length;
  return (
    capital >= 1 &&
    capital + small === words.length &&
    !words.some((word, i) => isFurniture(word, i, words, inverted)) &&
    words.some((word) => word.replace(/[.'’‘‐-]/g, '').length > 1)
  );
}
