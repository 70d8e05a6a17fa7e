/** What the side panel is told about a page, worked out from its text and from where its quotes stand. */

import type { Located } from '../../../lib/anchor';
import * as dom from '../../../lib/dom';
import {
  LONGEST_SENTENCE,
  MOST_SENTENCES,
  type PanelPlace,
  type PanelReference,
  type PanelSentence,
  type PanelTagged,
} from '../../../lib/messaging/panel/types';
import type { Citation, PageStructure, Reference } from '../../../lib/page/types';
import { overlap } from '../source/overlap';
import type { CitationStatement } from '../source/page-text';

const MOST_REFERENCES = 5_000;
const MOST_DIFF_PARTS = 2_000;
/** Searches between two turns of the page. */
const A_SLICE = 200;
/** References are taken apart for so long between two turns, in milliseconds: the first ones also build the patterns that all need. */
const SLICE_MS = 12;

/** @param root the element in whose text places are counted */
export function placesOf(located: ReadonlyMap<string, Located>, root: Element): PanelPlace[] {
  /** Behind all of the root's text: the place of what is in a frame or a shadow root. */
  let end: number | undefined;
  const startOf = (range: Range): number => {
    if (dom.contains(root, range.startContainer)) return startIn(root, range);
    end ??= (dom.textContent(root) ?? '').length;
    return end;
  };
  return [...located].map(([statementId, { outcome, range, start, text, diff, flags }]) => ({
    statementId,
    outcome,
    // One that was tagged where it is now has not been looked for.
    order: start ?? (range && startOf(range)),
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

/** The page's citation statements as they are where the text is read now, with the places that they have. */
export interface Citing {
  statements: readonly CitationStatement[];
  ranges: readonly Range[];
  sentences: PanelSentence[];
  tagged: PanelTagged[];
}

/** @param places where tagged statements are, changed ones among them */
export async function citingOf(
  all: readonly CitationStatement[],
  places: ReadonlyMap<string, Located>,
  root: Element,
  pause: () => Promise<void>,
): Promise<Citing> {
  const statements = all.slice(0, MOST_SENTENCES);
  const ranges = statements.map((one) => one.range());
  const orders = await startsOf(ranges, root, pause);
  const tagged: PanelTagged[] = [];
  let searched = 0;
  for (const [statementId, { range }] of places) {
    searched += 1;
    if (searched % A_SLICE === 0) await pause();
    if (!range) continue;
    for (const sentence of touched(ranges, range)) tagged.push({ statementId, sentence });
  }
  const sentences = statements.map(({ text, section }, index) => ({
    index,
    text: sentenceText(text),
    section: section && flat(section).slice(0, 2_000),
    order: orders[index] ?? 0,
  }));
  return { statements, ranges, sentences, tagged };
}

/** As a sentence's text is sent, and asked for. */
export const sentenceText = (text: string): string => flat(text).slice(0, LONGEST_SENTENCE);

/** Where a range that is in the root begins in the root's text. */
function startIn(root: Element, { startContainer, startOffset }: Range): number {
  const before = dom.ownerDocument(root)?.createRange();
  if (!before) return 0;
  before.setStart(root, 0);
  before.setEnd(startContainer, startOffset);
  return before.toString().length;
}

/** Where ranges in document order begin in the root's text: each is measured from the one before it. */
async function startsOf(
  ranges: readonly Range[],
  root: Element,
  pause: () => Promise<void>,
): Promise<number[]> {
  const between = dom.ownerDocument(root)?.createRange();
  let at = 0;
  let from: [Node, number] = [root, 0];
  const starts: number[] = [];
  for (const [i, { startContainer, startOffset }] of ranges.entries()) {
    if (i % A_SLICE === A_SLICE - 1) await pause();
    // What is in a frame or a shadow root is not in the root's text: it stays behind what was before it.
    if (between && dom.contains(root, startContainer)) {
      between.setStart(...from);
      between.setEnd(startContainer, startOffset);
      at += between.toString().length;
      from = [startContainer, startOffset];
    }
    starts.push(at);
  }
  return starts;
}

/** The numbers of the ranges (in document order) that share text with a passage, found by halving. */
export function touched(sentences: readonly Range[], passage: Range): number[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence && endsBefore(sentence, passage)) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < sentences.length; i += 1) {
    const sentence = sentences[i];
    if (!sentence || !overlap(sentence, passage)) break;
    found.push(i);
  }
  return found;
}

function endsBefore(a: Range, b: Range): boolean {
  // Ranges of another tree (a frame, a text that was replaced) cannot be compared: they touch nothing.
  if (dom.getRootNode(a.startContainer) !== dom.getRootNode(b.startContainer)) return true;
  return a.compareBoundaryPoints(Range.START_TO_END, b) <= 0;
}
