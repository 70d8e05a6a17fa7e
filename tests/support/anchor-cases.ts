/**
 * Makes anchoring cases out of any article page: takes a quote, changes the page in a way whose right answer is
 * known, locates the quote, judges the answer, and puts the page back. Used over our own pages by the tests and over
 * the corpus by `tests/bench/anchor-quality.mjs`.
 *
 * The truth is kept in comment nodes around the quote, which no text offset sees.
 */
import type { Located, Outcome } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { readPassage } from '../../lib/page/reading';
import { each, HARMLESS, MEANING, type Mutation, once, type Stage, undo } from './anchor-mutations';
import { OTHER_PRINT, OTHER_WORDS } from './anchor-mutations-more';
import { pointAt, proseBlocks, type QuoteKind, quoteIn, rangeIn, type Span } from './anchor-quotes';
import { pick, type Random, seeded } from './random';

export type Group =
  | 'unchanged'
  | 'harmless'
  | 'meaning'
  | 'deleted'
  | 'repeated'
  | 'equal'
  | 'other';
export type Verdict = 'right' | 'unsure' | 'wrong place' | 'silent' | 'attached' | 'decided';

export interface CaseResult {
  group: Group;
  kind: string;
  quote: string;
  outcome: Outcome;
  verdict: Verdict;
  got: string | null;
  want: string | null;
}

export interface Anchor {
  describe(range: Range): Selectors;
  locate(
    selectors: readonly Selectors[],
  ): Pick<Located, 'outcome' | 'text' | 'start' | 'end' | 'flags'>[];
}

function offsetOf(node: Node, offset: number): number {
  const doc = node.ownerDocument as Document;
  const range = doc.createRange();
  range.setStart(doc.body, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function sameStretch(raw: string, a: Span, b: Span): boolean {
  const edge = (x: number, y: number): boolean =>
    raw.slice(Math.min(x, y), Math.max(x, y)).replace(/[\s\u200b\u00ad]/g, '').length <= 1;
  return edge(a.start, b.start) && edge(a.end, b.end);
}

/** Overlap over union: for changed passages, whose exact ends are a matter of taste. */
function overlap(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Runs `play` with a clone of `block` in its place, the quote marked in it. */
function staged<T>(
  block: HTMLElement,
  span: Span,
  random: Random,
  play: (stage: Stage) => T,
): T | null {
  const doc = block.ownerDocument;
  const clone = block.cloneNode(true) as HTMLElement;
  const end = pointAt(clone, span.end, true);
  if (!end) return null;
  const endMark = doc.createComment('end');
  end.node.splitText(end.offset).before(endMark);
  const start = pointAt(clone, span.start, false);
  if (!start) return null;
  const startMark = doc.createComment('start');
  start.node.splitText(start.offset).before(startMark);
  block.replaceWith(clone);
  try {
    return play({ doc, block: clone, start: startMark, end: endMark, random });
  } finally {
    for (let back = undo.pop(); back; back = undo.pop()) back();
    clone.replaceWith(block);
  }
}

function answer(
  anchor: Anchor,
  selectors: Selectors,
  group: Group,
  kind: string,
  truth: Span | null,
): CaseResult {
  const raw = document.body.textContent ?? '';
  const got = anchor.locate([selectors])[0];
  if (!got) throw new Error('no answer');
  const place = got.start !== null && got.end !== null ? { start: got.start, end: got.end } : null;
  const attached = got.outcome === 'exact' || got.outcome === 'normalised';
  let verdict: Verdict;
  if (group === 'deleted') verdict = place ? 'attached' : 'right';
  else if (group === 'equal') verdict = got.outcome === 'ambiguous' && !place ? 'right' : 'decided';
  else if (group === 'meaning') {
    if (attached) verdict = 'silent';
    else if (!place) verdict = 'unsure';
    else verdict = truth && overlap(place, truth) > 0.5 ? 'right' : 'wrong place';
  } else if (!place) verdict = 'unsure';
  else if (!truth || overlap(place, truth) < 0.5) verdict = 'wrong place';
  else
    verdict =
      attached && (group === 'other' || sameStretch(raw, place, truth)) ? 'right' : 'unsure';
  return {
    group,
    kind,
    quote: selectors.quote.exact,
    outcome: got.outcome,
    verdict,
    got: got.text,
    want: truth ? raw.slice(truth.start, truth.end) : null,
  };
}

/** What is marked, of which labels and hidden text are no part: whether they change is not asked. */
function markedOn(stage: Stage): { text: string; span: Span } {
  const marked = stage.doc.createRange();
  marked.setStartAfter(stage.start);
  marked.setEndBefore(stage.end);
  const passage = readPassage(marked);
  const range = passage?.range ?? marked;
  return {
    text: passage?.text ?? '',
    span: {
      start: offsetOf(range.startContainer, range.startOffset),
      end: offsetOf(range.endContainer, range.endOffset),
    },
  };
}

export interface Plan {
  /** Quotes taken from the page. */
  quotes: number;
  seed: number;
}

const KINDS: readonly QuoteKind[] = [
  'sentence',
  'sentence',
  'half sentence',
  'phrase',
  'clause',
  'paragraph',
];
const squeezed = (text: string): string => text.replace(/[\s\u00ad]/g, '').toLowerCase();

/** How often the quote's letters stand on the page. */
function copiesOf(quote: string): number {
  const page = squeezed(document.body.textContent ?? '');
  const wanted = squeezed(quote);
  let count = 0;
  for (let at = page.indexOf(wanted); at >= 0; at = page.indexOf(wanted, at + 1)) count += 1;
  return count;
}

/** Runs cases over the document in which this script runs. */
export function runCases(anchor: Anchor, plan: Plan): CaseResult[] {
  const random = seeded(plan.seed);
  const blocks = proseBlocks(document);
  const results: CaseResult[] = [];
  if (blocks.length === 0) return results;
  const harmless = Object.entries({ ...HARMLESS, ...OTHER_PRINT });
  const meaning = Object.entries({ ...MEANING, ...OTHER_WORDS });
  for (let turn = 0; turn < plan.quotes; turn += 1) {
    const block = pick(random, blocks);
    const kind = pick(random, KINDS);
    const text = block.textContent ?? '';
    const span = quoteIn(text, kind, random);
    if (!span || span.end - span.start > 6_000) continue;
    const range = rangeIn(block, span.start, span.end);
    if (!range || !readPassage(range)) continue;
    const selectors = anchor.describe(range);
    const quote = selectors.quote.exact;
    const copies = copiesOf(quote);
    const add = (result: CaseResult | null): void => {
      if (result)
        results.push({
          ...result,
          kind: `${result.kind} (${kind}${copies > 1 ? ', repeated' : ''})`,
        });
    };
    const play = (group: Group, name: string, mutate: Mutation, truth = true): void =>
      add(
        staged(block, span, random, (stage) => {
          if (!mutate(stage)) return null;
          const marked = markedOn(stage);
          if (group === 'meaning' && squeezed(marked.text) === squeezed(quote)) return null;
          return answer(anchor, selectors, group, name, truth ? marked.span : null);
        }),
      );

    play('unchanged', 'page unchanged', () => true);
    for (let i = 0; i < 3; i += 1) {
      const [name, mutate] = pick(random, harmless);
      play(copies > 1 ? 'repeated' : 'harmless', name, mutate);
    }
    for (let i = 0; i < 3; i += 1) {
      const [name, mutate] = pick(random, meaning);
      play('meaning', name, mutate);
    }
    play('deleted', 'quote deleted', (stage) => each(stage, () => ''), false);
    if (block.parentElement && copies === 1) {
      play(
        'deleted',
        'block deleted',
        (stage) => {
          stage.block.replaceChildren(stage.start, stage.end);
          return true;
        },
        false,
      );
    }
    if (copies === 1) {
      const other = pick(random, blocks);
      if (other !== block && !other.contains(block) && !block.contains(other)) {
        play('repeated', 'copied into another block, no-break space in the right one', (stage) => {
          const copy = stage.doc.createElement('span');
          copy.textContent = ` ${quote} `;
          const spot = pointAt(
            other,
            Math.floor(random() * ((other.textContent ?? '').length - 1)),
            false,
          );
          if (!spot) return false;
          const tail = spot.node.splitText(spot.offset);
          tail.before(copy);
          undo.push(() => {
            copy.remove();
            spot.node.data += tail.data;
            tail.remove();
          });
          once(stage, / /g, () => '\u00a0');
          return true;
        });
      }
      // Enough of the block on either side for the stored context to lie inside the copy.
      if (
        squeezed(text.slice(0, span.start)).length > 70 &&
        squeezed(text.slice(span.end)).length > 70
      ) {
        play(
          'equal',
          'block copied next to it',
          (stage) => {
            const copy = block.cloneNode(true) as HTMLElement;
            if (random() < 0.5) stage.block.after(copy);
            else stage.block.before(copy);
            undo.push(() => copy.remove());
            return true;
          },
          false,
        );
        play(
          'equal',
          'block copied to the end',
          (stage) => {
            const copy = block.cloneNode(true) as HTMLElement;
            stage.doc.body.append(copy);
            undo.push(() => copy.remove());
            return true;
          },
          false,
        );
      }
    }
  }
  return results;
}
