/**
 * Markers made of names and years: "(Smith & Jones, 2019a)", "Smith et al. (2019)". From each year that the list
 * has the text before it is searched for a first author of that year.
 */
import { STARTERS } from '../text/abbreviations';
import { type CitationIndex, fold, type Named } from './index-of-references';
import { isTaken, type Place } from './place';

const YEAR =
  /(?:^|[^\d\p{L}.])((?:1[5-9]|20)\d\d)(?:(?=[^\d\p{L}]|$)|([a-z](?:\s?[,&–-]\s?[a-z](?![\p{L}\d.]))*)(?![\p{L}\d]))/gu;
/** How far before a year its first author is looked for, in UTF-16 units. */
const WINDOW = 170;
/** Words and initials that may stand between a first author and the year. */
const SMALL = new Set(
  'et al and und y e others other colleagues coworkers co workers team associates in press von van de der den del della di da dos du la le el ten ter zu jr sr s a b c d f g h i j k l m n o p q r t u v w x z'.split(
    ' ',
  ),
);

/**
 * Finds the author-year citations of `text`.
 * @param taken stretches that are citations already
 */
export function authorYear(
  text: string,
  index: CitationIndex,
  taken: readonly { start: number; end: number }[],
): Place[] {
  const out: Place[] = [];
  if (index.byYear.size === 0) return out;
  let folded = '';
  let done = 0;
  YEAR.lastIndex = 0;
  for (let m = YEAR.exec(text); m; m = YEAR.exec(text)) {
    const at = m.index + m[0].indexOf(m[1] as string);
    const end = m.index + m[0].length;
    YEAR.lastIndex = end;
    const named = index.byYear.get(Number(m[1]));
    if (!named || isTaken(taken, at, end) || isTaken(out, at, end)) continue;
    folded ||= fold(text);
    const from = Math.max(0, at - WINDOW);
    const found = nearest(text.slice(from, at), folded.slice(from, at), named);
    if (!found) continue;
    const start = from + found.at;
    // A link inside the marker has named it already.
    if (isTaken(taken, start, at) || isTaken(out, start, at)) {
      if (!/\d/.test(text.slice(start, at))) continue;
    }
    const refs = choose(found.named, m[2] ?? '', folded.slice(start, at));
    if (refs.length === 0) continue;
    const begin = start < done ? at : start;
    out.push({ start: begin, end, refs, style: 'author-year' });
    done = end;
  }
  return out;
}

/** The leftmost first author from whom only co-authors lead to the year. */
function nearest(
  window: string,
  folded: string,
  named: readonly Named[],
): { at: number; named: Named[] } | null {
  let best = -1;
  let chosen: Named[] = [];
  for (const n of named) {
    for (
      let at = folded.lastIndexOf(n.family);
      at >= 0;
      at = at > 0 ? folded.lastIndexOf(n.family, at - 1) : -1
    ) {
      const end = at + n.family.length;
      if (/[\p{L}\d-]/u.test(folded[at - 1] ?? ' ') || /[\p{L}\d]/u.test(folded[end] ?? ' '))
        continue;
      if (!/\p{Lu}/u.test(window[at] as string) && !/\p{Lu}/u.test(window.slice(at, end))) continue;
      if (!leadsOn(window.slice(end))) break;
      if (follows(window.slice(Math.max(0, at - 40), at))) continue;
      if (best < 0 || at < best) {
        best = at;
        chosen = [n];
      } else if (at === best) chosen.push(n);
    }
  }
  return best < 0 ? null : { at: best, named: chosen };
}

/** True when `between` (first author to year) holds only co-authors, "et al." and years of the same author. */
function leadsOn(between: string): boolean {
  // "SILVA; COSTA, 2019" is one paper, "Smith, 2018; Jones, 2019" are two.
  if (between.length > 150 || /[:?!]|\d[^;]{0,150};/.test(between)) return false;
  let names = 0;
  let year = false;
  for (const token of between.split(/[\s,;.&()[\]'’"“”]+/)) {
    if (token === '') continue;
    if (/^(?:1[5-9]|20)\d\d[a-z]?$/.test(token)) {
      year = true;
      continue;
    }
    if (/^\d/.test(token)) return false;
    const lower = token.toLowerCase();
    if (year) {
      if (!/^(?:[a-z]|and|in|press)$/.test(lower)) return false;
      continue;
    }
    if (SMALL.has(lower)) continue;
    if (/^\p{Lu}/u.test(token)) {
      if (STARTERS.has(lower) || ++names > 8) return false;
      continue;
    }
    if (/^co-?workers?$/.test(lower)) continue;
    return false;
  }
  // "Smith reported. In 2003": a stop after a whole word ends the sentence.
  return !/[\p{Ll}\d]\.\s+\p{Lu}/u.test(between.replace(/\b(?:al|[Jj]r|[Ss]r|eds?)\./g, ''));
}

/** True when the name is a co-author: "Jones and |Smith (2003)" is not Smith's paper. */
function follows(before: string): boolean {
  return (
    /\p{Lu}[\p{L}'’-]+,? (?:and|&|und|et|y|e) $/u.test(before) &&
    !STARTERS.has((/(\p{L}+),? \S+ $/u.exec(before)?.[1] ?? '').toLowerCase())
  );
}

/**
 * Of several papers of one first author and year: by letter, then by the co-authors named.
 * @param folded the marker up to its year
 */
function choose(named: readonly Named[], letters: string, folded: string): number[] {
  const asked = [...letters.matchAll(/[a-z]/g)].map((m) => m[0]);
  if (asked.length) {
    if (asked.length === 2 && /[–-]/.test(letters)) {
      const [a, b] = asked as [string, string];
      asked.length = 0;
      for (let c = a.charCodeAt(0); c <= b.charCodeAt(0); c++) asked.push(String.fromCharCode(c));
    }
    const hit = named.filter((n) => asked.includes(n.suffix)).map((n) => n.ref);
    if (hit.length) return hit;
    // The list prints no letters: they count the papers in the order of the list.
    const plain = named.filter((n) => n.suffix === '');
    const byOrder = asked
      .map((c) => plain[c.charCodeAt(0) - 97]?.ref)
      .filter((r) => r !== undefined);
    return byOrder.length ? byOrder : named.length === 1 ? [named[0]?.ref as number] : [];
  }
  if (named.length <= 1) return named.map((n) => n.ref);
  const second = /(?:and|&|und|,) +((?:van |von |de |der )*[\p{L}'-]{2,})/u.exec(
    folded.slice((named[0] as Named).family.length),
  )?.[1];
  const manyAuthors = (n: Named): boolean => (n.authors.match(/,|;| and | & /g)?.length ?? 0) >= 2;
  let left = [...named];
  if (second && second !== 'et') {
    const hit = left.filter((n) => n.authors.includes(second));
    if (hit.length) left = hit;
  } else if (/et al/.test(folded)) {
    const hit = left.filter(manyAuthors);
    if (hit.length) left = hit;
  } else {
    const hit = left.filter((n) => !/,.*,.*,| and | & /.test(n.authors.slice(0, 80)));
    if (hit.length) left = hit;
  }
  const plain = left.filter((n) => n.suffix === '');
  return [((plain[0] ?? left[0]) as Named).ref];
}
