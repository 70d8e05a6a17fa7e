/** The authors as the page shows them, near the title. */
import { looksLikeName, looseKey, parseName, splitNames, squeeze } from '../../text';
import type { Line } from './zone';

const HOLDERS =
  '[class*="author" i],[id*="author" i],[class*="contrib" i],[class*="creator" i],[rel~="author"],[itemprop="author"],[class*="byline" i],[class*="hlFld-ContribAuthor"],[class*="auths"],[property="author"]';
const ASIDE =
  '[class*="reference" i],[class*="related" i],[class*="recommend" i],[class*="cited" i],nav,footer,[class*="affil" i],[class*="popup" i],[class*="tooltip" i],[class*="search" i],[class*="comment" i],[role="dialog"],select,[class*="breadcrumb" i],[class*="editor" i],[class*="reviewer" i]';

/** Names in one holder: the largest family of like elements whose texts are names, else its text split. */
function namesIn(holder: Element): string[] {
  const groups = new Map<string, { names: string[]; misses: number }>();
  const inner = holder.getElementsByTagName('*');
  for (let i = 0; i < inner.length && i < 1_500; i++) {
    const element = inner[i] as Element;
    if (element.childElementCount > 12) continue;
    const text = squeeze((element.textContent ?? '').slice(0, 400), 120);
    if (text.length < 3 || text.length > 90 || element.closest(ASIDE)) continue;
    const kind = `${element.localName}.${(element.getAttribute('class') ?? '').split(/\s+/)[0]}`;
    const group = groups.get(kind) ?? { names: [], misses: 0 };
    groups.set(kind, group);
    if (looksLikeName(text)) group.names.push(text);
    else group.misses++;
  }
  let best: string[] = [];
  for (const { names, misses } of groups.values()) {
    const unique = distinct(names);
    if (unique.length > best.length && names.length >= misses) best = unique;
  }
  const line = squeeze((holder.textContent ?? '').slice(0, 20_000), 8_000);
  const split = distinct(splitNames(line).filter(looksLikeName));
  const parts = splitNames(line).length;
  return split.length > best.length && split.length >= parts * 0.6 ? split : best;
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

/** @returns names as printed, in order; empty when the page shows none */
export function visibleAuthors(
  doc: Document,
  title: Element | null,
  zone: readonly Line[],
): string[] {
  const holders = doc.querySelectorAll(HOLDERS);
  let best: string[] = [];
  for (let i = 0, tried = 0; i < holders.length && tried < 14 && i < 400; i++) {
    const holder = holders[i] as Element;
    if (
      title &&
      !(title.compareDocumentPosition(holder) & Node.DOCUMENT_POSITION_FOLLOWING) &&
      !holder.contains(title)
    )
      continue;
    if (
      holder.contains(title) ||
      /^(?:BODY|HTML|MAIN|ARTICLE)$/.test(holder.nodeName) ||
      holder.closest(ASIDE)
    )
      continue;
    tried++;
    const whole =
      holder.parentElement &&
      /author|contrib/i.test(`${holder.parentElement.className} ${holder.parentElement.id}`) &&
      !holder.parentElement.contains(title)
        ? holder.parentElement
        : holder;
    let names = namesIn(whole);
    if (names.length < 2) {
      // Names that stand side by side under one parent, each in a holder of its own.
      const like = [
        ...(holder.parentElement?.parentElement ?? holder).querySelectorAll(HOLDERS),
      ].slice(0, 200);
      const own = distinct(
        like
          .filter((one) => !one.closest(ASIDE))
          .map((one) => squeeze((one.textContent ?? '').slice(0, 300), 120))
          .filter(looksLikeName),
      );
      if (own.length > names.length) names = own;
    }
    if (names.length > best.length) best = names;
    if (best.length > 0 && tried > 3) break;
  }
  if (best.length > 0) return best;
  for (const { text, after } of zone) {
    if (!after || text.length > 2_000) continue;
    const parts = splitNames(text.replace(/\s\d+(?:\s*,\s*\d+)*/g, ' '));
    const names = parts.filter(looksLikeName);
    if (names.length > 0 && names.length >= parts.length * 0.7) return distinct(names);
  }
  return [];
}
