/** What the side panel is told about a page, worked out from its text and from where its quotes stand. */

import type { Located } from '../../../lib/anchor';
import * as dom from '../../../lib/dom';
import type { Citing, PanelPlace, PanelReference } from '../../../lib/messaging/panel/types';
import type { Citation, PageStructure, Reference, Sentence } from '../../../lib/page/types';
import { overlap } from '../source/overlap';

const MOST_REFERENCES = 5_000;
const MOST_DIFF_PARTS = 2_000;
/** Searches between two turns of the page. */
const A_SLICE = 200;
/** References are taken apart for so long between two turns, in milliseconds: the first ones also build the patterns that all need. */
const SLICE_MS = 12;

export function placesOf(located: ReadonlyMap<string, Located>): PanelPlace[] {
  return [...located].map(([statementId, { outcome, start, text, diff, flags }]) => ({
    statementId,
    outcome,
    order: start,
    text: outcome === 'changed' ? flat(text ?? '') : null,
    diff: outcome === 'changed' && diff.length <= MOST_DIFF_PARTS ? diff : [],
    flags: outcome === 'changed' ? flags : [],
  }));
}

/** The page's references, each with the number of sentences that cite it. Their fields are read for it, in slices. */
export async function referencesOf(
  { references, citations }: PageStructure,
  pause: () => Promise<void>,
): Promise<PanelReference[]> {
  const citing = new Map<string, Set<number>>();
  for (const citation of citations) citedIn(citation, citing);
  const out: PanelReference[] = [];
  let began = performance.now();
  const isOver = () => performance.now() - began >= SLICE_MS;
  const rest = async () => {
    await pause();
    began = performance.now();
  };
  for (const reference of references.slice(0, MOST_REFERENCES)) {
    // A reference is read as far as it is asked, and the first one takes longest: each part may be the end of a slice.
    if (isOver()) await rest();
    const { doi, pmid } = reference;
    if (isOver()) await rest();
    const { year } = reference;
    if (isOver()) await rest();
    out.push({
      id: reference.id.slice(0, 500),
      label: reference.label?.slice(0, 200) ?? null,
      text: flat(reference.text).slice(0, 600),
      doi: doi?.slice(0, 2_000) ?? null,
      pmid: /^\d{1,12}$/.test(pmid ?? '') ? pmid : null,
      title: titleOf(reference),
      year,
      citedBy: citing.get(reference.id)?.size ?? 0,
    });
  }
  return out;
}

/** A marker outside every sentence (in a table, say) still cites: it counts as a place of its own. */
function citedIn(citation: Citation, citing: Map<string, Set<number>>): void {
  const where = citation.sentence ?? -1 - citation.index;
  for (const id of citation.refs) {
    const known = citing.get(id);
    if (known) known.add(where);
    else citing.set(id, new Set([where]));
  }
}

const titleOf = ({ title }: Reference) => (title ? flat(title).slice(0, 2_000) : null);

const flat = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 20_000);

/** How many of the sentences that cite something are, in whole or in part, one of these passages. */
export async function countCiting(
  sentences: readonly Sentence[],
  passages: readonly Range[],
  pause: () => Promise<void>,
): Promise<Citing> {
  const citing = sentences.filter((s) => s.citations.length > 0).map((s) => s.range());
  const tagged = new Set<Range>();
  for (const [i, passage] of passages.entries()) {
    if (i % A_SLICE === A_SLICE - 1) await pause();
    for (const sentence of touched(citing, passage)) tagged.add(sentence);
  }
  return { tagged: tagged.size, total: citing.length };
}

/** The sentences (in document order) that share text with a passage, found by halving. */
function touched(sentences: readonly Range[], passage: Range): Range[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence && endsBefore(sentence, passage)) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (let i = low; i < sentences.length; i += 1) {
    const sentence = sentences[i];
    if (!sentence || !overlap(sentence, passage)) break;
    found.push(sentence);
  }
  return found;
}

function endsBefore(a: Range, b: Range): boolean {
  // Ranges of another tree (a frame, a text that was replaced) cannot be compared: they touch nothing.
  if (dom.getRootNode(a.startContainer) !== dom.getRootNode(b.startContainer)) return true;
  return a.compareBoundaryPoints(Range.START_TO_END, b) <= 0;
}
