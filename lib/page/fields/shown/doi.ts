/**
 * The paper's own DOI among those a page shows. Each place that shows one has a weight; the heaviest wins
 * and a tie gives no answer: a wrong DOI is worse than a missing one.
 */
import * as dom from '../../../dom';
import { cleanDoi, isPartOfBook } from '../../../text';
import type { Rule } from '../../claims';
import type { Candidate, ShownField } from '../../settle';
import { ownDoi } from '../../view/own-doi';
import type { ShownView } from '../../view/shown-view';
import { WEIGHTS, weightOf } from '../../weights';
import { shown } from './claim';

type DoiRule = Rule<ShownView, string>;

/** Elements that are labelled as a DOI, and how many of them are read. */
const LABELLED =
  '[data-doi],[doi],[data-crossmark],[class*="doi"],[id*="doi"],[class*="DOI"],[id*="Doi"]';
const MOST_LABELLED = 400;
const MOST_LABELLED_DOIS = 4;
/** An element with more children, or a longer text, is more than a label with its DOI. */
const MOST_CHILDREN = 8;
const LONGEST_LABELLED = 300;
/** Links this early in the page are about the paper itself. */
const EARLY = 250;
/** A DOI that is linked so often is a page's subject; one that is linked more often still is shown as its own. */
const OFTEN = 3;
const VERY_OFTEN = 4;
/** By how much more often than any other. */
const CLEARLY = 2;
/** Scripts that are looked through, and the longest of them, in UTF-16 units. */
const MOST_SCRIPTS = 200;
const LONGEST_SCRIPT = 300_000;

const linesByTitle: DoiRule = {
  id: 'doi/lines-by-title',
  *find(view) {
    const seen = new Set<string>();
    for (const { line, label } of view.labelled) {
      const found = line.text.includes('10.') ? ownDoi(line.text, label, view.title) : null;
      if (!found || view.isOthers(line.element)) continue;
      if (found.other) yield* shown(found.doi, 'doi: called another work’s', line.element);
      else if (!seen.has(found.doi))
        yield* shown(
          found.doi,
          seen.size === 0 ? 'doi: first by the title' : 'doi: further by the title',
          line.element,
        );
      seen.add(found.doi);
    }
  },
};

const citedByTitle: DoiRule = {
  id: 'doi/cited-by-title',
  *find(view) {
    const own = view.citationByTitle;
    if (own?.doi) yield* shown(own.doi, 'doi: in the page’s own citation', own.block);
  },
};

const linkedCitation: DoiRule = {
  id: 'doi/linked-citation',
  *find(view) {
    const own = view.citationByTitle ? null : view.linkedCitation;
    if (own?.doi) yield* shown(own.doi, 'doi: in the page’s own citation', own.block);
  },
};

const labelledElements: DoiRule = {
  id: 'doi/labelled-elements',
  *find(view) {
    const labelled = view.doc.querySelectorAll(LABELLED);
    let found = 0;
    for (let i = 0; i < labelled.length && i < MOST_LABELLED && found < MOST_LABELLED_DOIS; i++) {
      const element = labelled[i] as Element;
      const badge = dom.getAttribute(element, 'data-doi');
      const value = badge ?? labelledText(element);
      const doi = value?.includes('10.') ? cleanDoi(value) : null;
      if (!doi || view.isOthers(element)) continue;
      found++;
      if (badge) yield* shown(doi, 'doi: badge', element);
      else
        yield* shown(
          doi,
          found === 1 ? 'doi: first labelled element' : 'doi: further labelled element',
          element,
        );
    }
  },
};

function labelledText(element: Element): string | null {
  const attribute = dom.getAttribute(element, 'doi') ?? dom.getAttribute(element, 'data-crossmark');
  if (attribute !== null) return attribute;
  if (dom.childElementCount(element) >= MOST_CHILDREN) return '';
  return (
    (dom.textContent(element) ?? '').slice(0, LONGEST_LABELLED) ||
    dom.getAttribute(element, 'title')
  );
}

const earlyLinks: DoiRule = {
  id: 'doi/early-links',
  *find(view) {
    const first = view.doiLinks[0]?.doi;
    const blocks = new Set<Element | null>();
    for (const { doi, link, index, resolver } of view.doiLinks) {
      if (doi !== first || index >= EARLY) return;
      // An entry of a list may link its DOI twice: that is one voice.
      const block = dom.closest(link, 'li,p,td,dd');
      const again = block !== null && blocks.has(block);
      blocks.add(block);
      if (resolver && !again && !view.isOthers(link)) yield* shown(doi, 'doi: early link', link);
    }
  },
};

const mostLinked: DoiRule = {
  id: 'doi/most-linked',
  *find(view) {
    const counts = new Map<string, number>();
    for (const { doi } of view.doiLinks) counts.set(doi, (counts.get(doi) ?? 0) + 1);
    const [top, next] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!top) return;
    const [doi, times] = top;
    if (times >= OFTEN && times >= CLEARLY * (next?.[1] ?? 0))
      yield* shown(doi, times >= VERY_OFTEN ? 'doi: linked very often' : 'doi: linked often', null);
    else if (counts.size === 1) yield* shown(doi, 'doi: the only one linked', null);
  },
};

const plainCitation: DoiRule = {
  id: 'doi/plain-citation',
  *find(view) {
    const own = view.ownCitation;
    if (own?.doi && own.found === 'in plain text')
      yield* shown(own.doi, 'doi: in a plain citation', own.block);
  },
};

/** The one DOI that the page's own scripts hold ("doi": "10..."): pages that show it only once they run. */
const scripts: DoiRule = {
  id: 'doi/scripts',
  *find({ doc }) {
    const found = new Set<string>();
    const all = doc.getElementsByTagName('script');
    for (let i = 0; i < all.length && i < MOST_SCRIPTS; i++) {
      const source = dom.textContent(all[i]) ?? '';
      if (source.length > LONGEST_SCRIPT || !source.includes('10.')) continue;
      for (const one of source.matchAll(
        /\bdoi["']?\s{0,3}[:=]\s{0,3}["'](10\.\d{4,9}\/[^"'\s]{2,200})["']/gi,
      )) {
        const doi = cleanDoi(one[1]);
        if (doi) found.add(doi);
        if (found.size > 1) return;
      }
    }
    const [only] = found;
    if (only) yield* shown(only, 'doi: the only one in scripts', null);
  },
};

/** Whether the page shows the DOI as its own: by its title, or in its own citation. */
export const isOwnDoi = ({ claims }: Candidate<string>): boolean =>
  claims.some(({ weight }) => weightOf(weight)?.own);

const heaviest = (ranked: readonly Candidate<string>[]) => ranked[0]?.points ?? 0;

export const SHOWN_DOI: ShownField<ShownView, string> = {
  name: 'doi',
  stages: [
    {
      rules: [linesByTitle, citedByTitle],
      // The one DOI at the head is the paper's: no need to look through the page.
      enough: (ranked) =>
        ranked.length === 1 && heaviest(ranked) >= WEIGHTS['doi: first by the title'].points,
    },
    {
      rules: [labelledElements, linkedCitation, earlyLinks],
      enough: (ranked) => ranked.some(isOwnDoi),
    },
    // A data set may be linked again and again; only the page's own citation outweighs that.
    { rules: [plainCitation, mostLinked], enough: (ranked) => ranked.length > 0 },
    { rules: [scripts] },
  ],
  election: () => ({
    key: (doi) => doi,
    combine: 'sum',
    // A figure's DOI, or one with a word glued to it, speaks for the DOI that it continues.
    // Not so a chapter's for its book.
    absorbs: (one, other) =>
      other.length > one.length && other.startsWith(one) && !isPartOfBook(other, one),
    floor: 2,
    tie: 'none',
  }),
};
