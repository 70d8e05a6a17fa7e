/**
 * The authors as the page shows them. Names come in families: elements of one kind, or lines that follow one
 * another, that hold nothing but names. The largest such family near the title is the byline.
 */
import * as dom from '../../../dom';
import { looksLikeName, looseKey, parseName, splitNames, squeeze } from '../../../text';
import { AUTHORS, FURNITURE, type Line, type Marks, OTHERS, PEOPLE } from '../../view/lines';

/** A label that announces authors, in the languages of the pages. */
const LABEL =
  /^(?:authors?(?:\(s\)|s)?(?: listed)?|creators?|by|autor(?:es|i|as|en|zy|\/innen|es\/as)?|auteure?s?|verfasser(?:angaben)?|författare|автор[ы]?|著者|作者)\s*:?$/i;
/** A label that announces people who are not the authors. */
const ROLE =
  /^(?:(?:thesis )?(?:advis[eo]r|supervisor|examiner|referee|editor)s?(?:\(s\))?|committee(?: members?)?|jury|directeurs?(?: de thèse)?|betreuer|gutachter|orientador\S*|banca\b.{0,20}|herausgeber|depositing user|handledare|publisher)\s*(?::|$)/iu;
/** The same before the names themselves. */
const ROLE_OF = /^(?:(?:edited|supervised|reviewed|translated) by|sous la direction)\s/i;
const END =
  /^(?:abstract|summary|résumé|resumen|zusammenfassung|keywords?|key words)\b|^(?:аннотация|抄録|要旨|摘要)/i;

interface Family {
  names: string[];
  misses: number;
  first: number;
  last: number;
  called: boolean;
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((raw) => {
    const name = parseName(raw);
    const key = looseKey(`${name?.given ?? ''} ${name?.family ?? name?.literal ?? ''}`);
    return key && !seen.has(key) && seen.add(key);
  });
}

const kindOf = (element: Element | null): string =>
  element
    ? `${dom.localName(element)}.${(dom.getAttribute(element, 'class') ?? '').trim().split(/\s+/)[0]}`
    : '';

/** "A B, Some University; C D and E F, Other University": before the comma of each group stand the names. */
function splitGroups(text: string): string[] {
  const heads = text
    .split(/ ?; ?/)
    .map((group) => group.split(/ ?, ?/)[0] ?? '')
    .filter(Boolean);
  return heads.length > 1 && heads.every((head) => splitNames(head).every(looksLikeName))
    ? heads.flatMap(splitNames)
    : splitNames(text);
}

/** Names of a line when it is made of names: "A B1, C D2 and E F". */
function namesOfLine(line: string, called: boolean): string[] {
  const text = line
    .replace(/^authors?\s*(?:links open overlay panel|:)\s*/i, '')
    // "par", "di" before a name in full; "di Stefano M" and "von Neumann J" open with their own.
    .replace(/^(?:par|por|di|von)\s+(?=\p{Lu}[\p{L}.-]+\s(?:\p{Lu}\.\s)*\p{L}\p{Ll})/u, '')
    .replace(/(?<![\s\d,*†‡])[\s\d,*†‡]*\s(?:and|&)\s*$/, '')
    .replace(/(?<=\p{L})[\s\d,*†‡§¶#⊥∥]+(?=[,;]|$|\sand\s)/gu, '');
  // "Berg, Ada M." alone, where names are expected.
  const [first = '', second = '', third] = text.split(/ ?[,;] ?/);
  if (called && second && third === undefined && !looksLikeName(second) && !looksLikeName(first))
    if (looksLikeName(text)) return [text];
  if (!/^\P{L}*[\p{Lu}\p{Lo}]|^by /u.test(text)) return [];
  const parts = splitGroups(text).filter((part) => /[\p{Lu}\p{Lo}]|\p{L}{3}/u.test(part));
  const names = parts.filter(looksLikeName);
  return names.length >= parts.length * 0.7 ? names : [];
}

/**
 * @param marks what the names of elements say (zone.ts)
 * @param others texts that look like names and are none: the journal's
 * @returns names as printed, in order; empty when the page shows none
 */
export function visibleAuthors(
  zone: readonly Line[],
  marks: Marks,
  others: readonly string[],
): string[] {
  const all = new Map<string, Family>();
  const seen = new Set<Element>();
  const put = (kind: string, at: number, called: boolean, names: string[]) => {
    const family = all.get(kind) ?? { names: [], misses: 0, first: at, last: at, called: false };
    all.set(kind, family);
    if (names.length === 0) family.misses++;
    else if (family.names.length === 0 || at - family.last < 40) {
      if (family.names.length === 0) family.first = at;
      family.last = at;
      family.called ||= called;
      family.names.push(...names);
    }
  };
  let place = 0;
  let gap = 9;
  let run = '';
  let announced = false;
  let role = false;
  for (const { text, element, after, holders } of zone) {
    // Above the title stand the names of other things and menus ("Authors", "Referees").
    const told =
      announced &&
      (after ||
        namesOfLine(text, true).length > 0 ||
        looksLikeName(squeeze((dom.textContent(holders[0]) ?? '').slice(0, 300), 90)));
    announced = LABEL.test(text) && !(marks(element) & FURNITURE);
    if (!after && !told) continue;
    // Those whom another label announces are passed over, however many lines they fill.
    if (text.length < 200 && (ROLE.test(text) || ROLE_OF.test(text))) {
      role = text.length < 30;
      continue;
    }
    role &&= !told && namesOfLine(text, true).length > 0;
    if (role) continue;
    place += END.test(text) || text.length > 700 ? 40 : 1;
    if (place > 200) break;
    const bits = marks(element);
    if (bits & (OTHERS | FURNITURE | PEOPLE) && !(bits & AUTHORS)) continue;
    const called = told || (bits & AUTHORS) > 0;
    const names = text.length < 1_500 || called ? namesOfLine(text, called) : [];
    put(`${kindOf(element)}<${kindOf(dom.parentElement(element))}`, place, called, names);
    // Lines of names that follow one another, whatever holds them.
    if (names.length > 0) {
      if (gap > 2) run = `run ${place}`;
      put(run, place, called, names);
      gap = 0;
    } else gap++;
    for (const holder of holders) {
      let up: Element | null = holder;
      for (
        let depth = 0;
        up && depth < 4 && !seen.has(up) && dom.childElementCount(up) < 8;
        depth++
      ) {
        seen.add(up);
        const own = (dom.textContent(up) ?? '').slice(0, 300).trim();
        if (own.length > 90) break;
        if (own.length > 2) {
          const name = squeeze(own, 90);
          put(
            dom.className(up)
              ? `=${kindOf(up)}`
              : `=${kindOf(up)}<${kindOf(dom.parentElement(up))}`,
            place,
            told || (marks(up) & AUTHORS) > 0,
            looksLikeName(name) ? [name] : [],
          );
        }
        up = dom.parentElement(up);
      }
    }
  }
  let best: string[] = [];
  let bestScore = 0;
  const not = new Set(others.map(looseKey));
  for (const { names: raw, misses, first, called } of all.values()) {
    const ratio = raw.length / (raw.length + misses);
    if (ratio < 0.34) continue;
    const names = distinct(raw).filter((name) => !not.has(looseKey(name)));
    if (!called && names.length < 2 && first > 3) continue;
    const worth = names.length * (0.4 + ratio) * (called ? 2 : 1) * (first > 30 ? 0.25 : 1);
    if (worth > bestScore) {
      bestScore = worth;
      best = names;
    }
  }
  return best;
}
