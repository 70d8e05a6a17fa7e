/**
 * The authors as the page shows them. Names come in families: elements of one kind, or lines of one kind,
 * that hold nothing but names. The largest such family near the title is the byline.
 */
import { looksLikeName, looseKey, parseName, splitNames, squeeze } from '../../text';
import type { Line } from './zone';

const HOLDERS =
  '[class*="author" i],[id*="author" i],[class*="contrib" i],[class*="creator" i],[rel~="author"],[itemprop="author"],[class*="byline" i],[class*="auths" i],[property="author"]';
const ASIDE =
  '[class*="reference" i]:not(body),[class*="related" i]:not(body),[class*="recommend" i],[class*="similar" i],[class*="cited" i],nav,footer,[class*="comment" i],select,[class*="breadcrumb" i],[class*="editor" i],[class*="reviewer" i],[class*="tweet" i],[class*="keyword" i],[class*="subject" i]';
const END = /^(?:abstract|summary|résumé|resumen|zusammenfassung|keywords?|key words)\b/i;
const FEW = 70;

interface Family {
  names: string[];
  misses: number;
  first: number;
  called: boolean;
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((raw) => {
    const name = parseName(raw);
    const key = looseKey(`${name?.given ?? ''} ${name?.family ?? name?.literal ?? ''}`);
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const kindOf = (element: Element): string => {
  const name = (element.getAttribute('class') ?? '').trim().split(/\s+/)[0];
  return `${element.localName}.${name}`;
};

/** "A B, Some University; C D and E F, Other University": before the comma of each group stand the names. */
function splitGroups(text: string): string[] {
  const groups = text.split(/\s*;\s*/);
  const heads = groups.map((group) => group.split(/\s*,\s*/)[0] ?? '');
  return groups.length > 1 && heads.every((head) => splitNames(head).every(looksLikeName))
    ? heads.flatMap(splitNames)
    : splitNames(text);
}

/** Names of a line when it is made of names: "A B1, C D2 and E F". */
function namesOfLine(text: string): string[] {
  const parts = splitGroups(
    text.replace(/(?<=\p{L})[\s\d,*†‡§¶#]+(?=,|$|\sand\s)/gu, '').slice(0, 3_000),
  ).filter((part) => /\p{L}{2}/u.test(part));
  const names = parts.filter(looksLikeName);
  return names.length > 0 && names.length >= parts.length * 0.7 ? names : [];
}

function families(zone: readonly Line[]): Family[] {
  const all = new Map<string, Family>();
  const seen = new Set<Element>();
  const put = (kind: string, at: number, element: Element, names: string[]) => {
    const family = all.get(kind) ?? { names: [], misses: 0, first: at, called: false };
    all.set(kind, family);
    if (names.length > 0 && family.names.length > 0 && at - family.first > 60) return;
    if (names.length === 0) family.misses++;
    else {
      if (family.names.length === 0) family.first = at;
      family.called ||= element.closest(HOLDERS) !== null;
      family.names.push(...names);
    }
  };
  let place = 0;
  let run: Family | null = null;
  let gap = 0;
  for (const { text, element, after, holders } of zone) {
    if (!after) continue;
    place += END.test(text) || text.length > 700 ? 40 : 1;
    if (element.closest(ASIDE)) continue;
    const parent = element.parentElement;
    const names = namesOfLine(text);
    put(`${kindOf(element)}<${parent ? kindOf(parent) : ''}`, place, element, names);
    // Lines of names that follow one another, whatever holds them.
    if (names.length > 0) {
      run ??= { names: [], misses: 0, first: place, called: false };
      run.names.push(...names);
      run.called ||= element.closest(HOLDERS) !== null;
      gap = 0;
    } else if (run && ++gap > 2) {
      all.set(`run ${place}`, run);
      run = null;
    }
    for (const holder of holders) {
      let up: Element | null = holder;
      for (let depth = 0; up && depth < 4 && !seen.has(up) && up.childElementCount < 8; depth++) {
        seen.add(up);
        const own = squeeze((up.textContent ?? '').slice(0, 300), 120);
        if (own.length > FEW) break;
        if (own.length > 2)
          put(
            `=${kindOf(up)}<${up.parentElement ? kindOf(up.parentElement) : ''}`,
            place,
            up,
            looksLikeName(own) ? [own] : [],
          );
        up = up.parentElement;
      }
    }
  }
  if (run) all.set('run', run);
  return [...all.values()];
}

function score(family: Family, names: readonly string[]): number {
  const ratio = family.names.length / (family.names.length + family.misses);
  if (names.length === 0 || ratio < 0.34) return 0;
  if (!family.called && names.length < 2 && family.first > 3) return 0;
  return names.length * (0.4 + ratio) * (family.called ? 2 : 1) * (family.first > 30 ? 0.25 : 1);
}

/** Holders that are called authors, wherever they stand: for pages that keep them away from the title. */
function calledAuthors(doc: Document): string[] {
  const holders = doc.querySelectorAll(HOLDERS);
  let best: string[] = [];
  for (let i = 0, tried = 0; i < holders.length && i < 200 && tried < 12; i++) {
    const holder = holders[i] as Element;
    if (/^(?:BODY|HTML|MAIN|ARTICLE|SCRIPT)$/.test(holder.nodeName) || holder.closest(ASIDE))
      continue;
    const text = squeeze((holder.textContent ?? '').slice(0, 12_000), 3_000);
    if (text.length < 5) continue;
    tried++;
    const inner = [...holder.querySelectorAll('a,li,span,strong')]
      .slice(0, 300)
      .map((one) => squeeze((one.textContent ?? '').slice(0, 200), 90))
      .filter(looksLikeName);
    const names = distinct([namesOfLine(text), inner].sort((a, b) => b.length - a.length)[0] ?? []);
    if (names.length > best.length) best = names;
  }
  return best;
}

/**
 * @param others texts that look like names and are none: the journal's
 * @returns names as printed, in order; empty when the page shows none
 */
export function visibleAuthors(
  doc: Document,
  zone: readonly Line[],
  others: readonly string[],
): string[] {
  let best: string[] = [];
  let bestScore = 0;
  for (const family of families(zone)) {
    const names = distinct(family.names);
    const worth = score(family, names);
    if (worth > bestScore) {
      bestScore = worth;
      best = names;
    }
  }
  const not = new Set(others.map(looseKey));
  return (best.length > 0 ? best : calledAuthors(doc)).filter((name) => !not.has(looseKey(name)));
}
