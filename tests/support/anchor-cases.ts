/**
 * Makes anchoring cases out of any article page: takes a quote, changes the page in a way whose right answer is
 * known, locates the quote, judges the answer, and puts the page back. Used over our own pages by the tests and over
 * the corpus by `tests/bench/anchor-quality.mjs`.
 *
 * The truth is kept in comment nodes around the quote, which no text offset sees.
 */
import type { Located, Outcome } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';

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

export type Random = () => number;

/** Small seeded generator (mulberry32), so that a failing case comes back. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE EM FONT I KBD LABEL MARK Q S SMALL SPAN STRONG SUB SUP U VAR WBR BR IMG'.split(
    ' ',
  ),
);

/** Blocks of prose: elements that hold text and inline elements only. */
function proseBlocks(doc: Document): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of doc.body.querySelectorAll<HTMLElement>(
    'p,li,dd,blockquote,div,td,figcaption',
  )) {
    if (
      (element.textContent ?? '').trim().length < 90 ||
      element.closest('script,style,noscript,template')
    )
      continue;
    if ([...element.querySelectorAll('*')].every((child) => INLINE.has(child.tagName)))
      found.push(element);
  }
  return found;
}

function pointAt(
  element: Element,
  offset: number,
  atEnd: boolean,
): { node: Text; offset: number } | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const length = node.data.length;
    if (
      atEnd
        ? offset > before && offset <= before + length
        : offset >= before && offset < before + length
    ) {
      return { node, offset: offset - before };
    }
    before += length;
  }
  return null;
}

function rangeIn(element: Element, start: number, end: number): Range | null {
  const from = pointAt(element, start, false);
  const to = pointAt(element, end, true);
  if (!from || !to) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

interface Span {
  start: number;
  end: number;
}

export type QuoteKind = 'sentence' | 'half sentence' | 'phrase' | 'clause' | 'paragraph';

function wordsOf(text: string): Span[] {
  return [...text.matchAll(/[^\s]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A stretch of a block's text of the wanted kind. */
function quoteIn(text: string, kind: QuoteKind, random: Random): Span | null {
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
    .map(({ segment, index }) => {
      const lead = segment.length - segment.trimStart().length;
      return { start: index + lead, end: index + segment.trimEnd().length };
    })
    .filter((span) => span.end - span.start >= 30);
  if (kind === 'paragraph') {
    const lead = text.length - text.trimStart().length;
    return { start: lead, end: text.trimEnd().length };
  }
  if (sentences.length === 0) return null;
  const sentence = pick(random, sentences);
  if (kind === 'sentence') return sentence;
  const words = wordsOf(text.slice(sentence.start, sentence.end));
  const size =
    kind === 'phrase'
      ? 2 + Math.floor(random() * 3)
      : kind === 'clause'
        ? 5 + Math.floor(random() * 5)
        : Math.ceil(words.length / 2);
  if (words.length < size) return null;
  const from = Math.floor(random() * (words.length - size + 1));
  const first = words[from] as Span;
  const last = words[from + size - 1] as Span;
  const span = { start: sentence.start + first.start, end: sentence.start + last.end };
  while (span.end > span.start + 3 && /[.,;:)\]]/.test(text[span.end - 1] ?? '')) span.end -= 1;
  while (span.end > span.start + 3 && /[([]/.test(text[span.start] ?? '')) span.start += 1;
  return span;
}

/** A stage: the clone that stands in for the block while a case runs. */
export interface Stage {
  doc: Document;
  block: HTMLElement;
  start: Comment;
  end: Comment;
  random: Random;
}

/** Text nodes of the stage between two points of it. */
function textNodes(stage: Stage, inside: boolean): Text[] {
  const walker = stage.doc.createTreeWalker(stage.block, 4 | 128);
  const found: Text[] = [];
  let within = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === stage.start) within = true;
    else if (node === stage.end) within = false;
    else if (node.nodeType === 3 && within === inside && (node as Text).data.trim() !== '')
      found.push(node as Text);
  }
  return found;
}

const each = (stage: Stage, change: (text: string) => string): boolean => {
  let any = false;
  for (const node of textNodes(stage, true)) {
    const next = change(node.data);
    if (next !== node.data) {
      node.data = next;
      any = true;
    }
  }
  return any;
};

const once = (stage: Stage, pattern: RegExp, replace: (match: string) => string): boolean => {
  const spots: { node: Text; index: number; match: string }[] = [];
  for (const node of textNodes(stage, true)) {
    for (const match of node.data.matchAll(pattern))
      spots.push({ node, index: match.index, match: match[0] });
  }
  if (spots.length === 0) return false;
  const { node, index, match } = pick(stage.random, spots);
  const next = replace(match);
  if (next === match) return false;
  node.data = node.data.slice(0, index) + next + node.data.slice(index + match.length);
  return true;
};

/** A place between two words inside the quote, away from its ends. */
function middle(stage: Stage): { node: Text; offset: number } | null {
  const spots: { node: Text; offset: number }[] = [];
  for (const node of textNodes(stage, true)) {
    for (const match of node.data.matchAll(/(?<=\S)\s+(?=\S)/gu))
      spots.push({ node, offset: match.index + 1 });
  }
  return spots.length === 0 ? null : pick(stage.random, spots);
}

function insertAt(stage: Stage, node: Node): boolean {
  const spot = middle(stage);
  if (!spot) return false;
  const tail = spot.node.splitText(spot.offset);
  tail.before(node);
  return true;
}

function make(stage: Stage, html: string): Node {
  const template = stage.doc.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** In-text links into the reference list, told by their target's place: independent of what anchoring thinks. */
function citationLinks(scope: ParentNode): HTMLAnchorElement[] {
  return [...scope.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter((link) => {
    if (!/^[[(]?\d{1,3}[\])]?$/.test((link.textContent ?? '').trim())) return false;
    const target = link.ownerDocument.getElementById(decodeURIComponent(link.hash.slice(1)));
    return (
      target !== null &&
      /(?:19|20)\d\d/.test(target.textContent ?? '') &&
      target.closest('figure,table') === null &&
      !/^(?:f|t|s)/i.test(target.id)
    );
  });
}

export type Mutation = (stage: Stage) => boolean;

const HARMLESS: Record<string, Mutation> = {
  'no-break spaces': (stage) => each(stage, (text) => text.replace(/ /g, '\u00a0')),
  'one no-break space': (stage) => once(stage, / /g, () => '\u00a0'),
  'line breaks and indentation': (stage) =>
    each(stage, (text) => text.replace(/ /g, () => (stage.random() < 0.4 ? '\n      ' : ' '))),
  'thin spaces': (stage) => each(stage, (text) => text.replace(/ /g, '\u2009')),
  'soft hyphens': (stage) =>
    each(stage, (text) => text.replace(/(\p{Ll}{4})(?=\p{Ll}{3})/gu, '$1\u00ad')),
  'line-end hyphenation': (stage) =>
    once(stage, /\p{Ll}{3}(?=\p{Ll}{4})/gu, (match) => `${match}-\n`),
  ligatures: (stage) =>
    each(stage, (text) =>
      text.replace(/ffi/g, '\ufb03').replace(/fi/g, '\ufb01').replace(/fl/g, '\ufb02'),
    ),
  'curly quotes': (stage) =>
    each(stage, (text) => text.replace(/'/g, '\u2019').replace(/"/g, '\u201d')),
  'straight quotes': (stage) =>
    each(stage, (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')),
  'other dashes': (stage) =>
    each(stage, (text) =>
      text.replace(/[-\u2013\u2014\u2212]/g, () =>
        pick(stage.random, ['\u2010', '\u2013', '-', '\u2011']),
      ),
    ),
  'decomposed letters': (stage) => each(stage, (text) => text.normalize('NFD')),
  'zero-width spaces': (stage) =>
    each(stage, (text) => text.replace(/\//g, '/\u200b').replace(/ (?=\p{L}{6})/gu, ' \u200b')),
  'words in em': (stage) => {
    const node = pick(stage.random, textNodes(stage, true));
    const words = node ? wordsOf(node.data) : [];
    if (!node || words.length === 0) return false;
    const word = pick(stage.random, words);
    const range = stage.doc.createRange();
    range.setStart(node, word.start);
    range.setEnd(node, word.end);
    range.surroundContents(stage.doc.createElement('em'));
    return true;
  },
  'every word in a span': (stage) => {
    for (const node of textNodes(stage, true)) {
      const parts = node.data.split(/(?<=\s)/);
      node.replaceWith(
        ...parts.map((part) => {
          const span = stage.doc.createElement('span');
          span.textContent = part;
          return span;
        }),
      );
    }
    return true;
  },
  'markup taken away': (stage) => {
    const inner = [...stage.block.querySelectorAll('em,i,b,strong,span,a')].filter(
      (one) => !one.contains(stage.start) && !one.contains(stage.end),
    );
    for (const one of inner) one.replaceWith(...one.childNodes);
    return inner.length > 0;
  },
  'citation markers removed': (stage) => {
    const range = stage.doc.createRange();
    range.setStartAfter(stage.start);
    range.setEndBefore(stage.end);
    const links = citationLinks(stage.block).filter((link) => {
      const own = stage.doc.createRange();
      own.selectNode(link);
      return (
        range.compareBoundaryPoints(Range.START_TO_START, own) <= 0 &&
        range.compareBoundaryPoints(Range.END_TO_END, own) >= 0
      );
    });
    for (const link of links) {
      const sup = link.closest('sup');
      if (sup && sup.textContent === link.textContent) sup.remove();
      else link.remove();
    }
    if (links.length > 0) each(stage, (text) => text.replace(/\s?\[[\s,;\u2013-]*\]/g, ''));
    return links.length > 0;
  },
  'citation marker added': (stage) => {
    const model = citationLinks(stage.doc)[0];
    if (!model) return false;
    return insertAt(
      stage,
      make(
        stage,
        `<sup><a href="${model.getAttribute('href')}">${3 + Math.floor(stage.random() * 90)}</a></sup>`,
      ),
    );
  },
  'bracketed citation added': (stage) => {
    const model = citationLinks(stage.doc)[0];
    if (!model) return false;
    return insertAt(
      stage,
      make(
        stage,
        `[<a href="${model.getAttribute('href')}">${3 + Math.floor(stage.random() * 90)}</a>] `,
      ),
    );
  },
  'advertisement in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<div class="ad-slot"><span>Advertisement</span><p>Subscribe now for 12 issues and save 40%.</p></div>',
      ),
    ),
  'figure in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<figure><img alt=""><figcaption>Figure 3. Participants by group and time (n = 48).</figcaption></figure>',
      ),
    ),
  'aside in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<aside><h4>Related articles</h4><ul><li>Training was not associated with uptake</li></ul></aside>',
      ),
    ),
  'script in its midst': (stage) =>
    insertAt(stage, make(stage, '<script type="text/plain">window.ads = [1, 2, 3];</script>')),
  'banner above': (stage) => {
    const banner = stage.doc.createElement('div');
    banner.textContent =
      'We use cookies to improve this site. Accept all or change your settings. '.repeat(4);
    stage.doc.body.prepend(banner);
    undo.push(() => banner.remove());
    return true;
  },
  'words before and after it edited': (stage) => {
    let any = false;
    for (const node of textNodes(stage, false)) {
      const next = node.data.replace(/\p{L}{6,}/gu, (word) =>
        stage.random() < 0.12 ? `${word}x` : word,
      );
      any ||= next !== node.data;
      node.data = next;
    }
    return any;
  },
  'its block moved to the end': (stage) => {
    const parent = stage.block.parentElement;
    const next = stage.block.nextSibling;
    if (!parent) return false;
    stage.doc.body.append(stage.block);
    undo.push(() => parent.insertBefore(stage.block, next));
    return true;
  },
};

/** What a mutation did outside its block, to be undone after the case. */
const undo: (() => void)[] = [];

const SWAPS: readonly (readonly [string, string])[] = [
  ['increased', 'decreased'],
  ['decreased', 'increased'],
  ['increase', 'decrease'],
  ['higher', 'lower'],
  ['lower', 'higher'],
  ['more', 'less'],
  ['less', 'more'],
  ['positive', 'negative'],
  ['negative', 'positive'],
  ['significant', 'insignificant'],
  ['before', 'after'],
  ['greater', 'smaller'],
  ['better', 'worse'],
  ['support', 'contrast'],
  ['high', 'low'],
  ['low', 'high'],
  ['most', 'few'],
  ['with', 'without'],
  ['and', 'or'],
  ['all', 'no'],
  ['can', 'cannot'],
  ['likely', 'unlikely'],
  ['larger', 'smaller'],
  ['first', 'last'],
];

const MEANING: Record<string, Mutation> = {
  'not added': (stage) =>
    once(
      stage,
      /\b(?:is|was|were|are|be|been|has|have|had|can|may|did|do|does|will|would|could|should)\b(?=\s+\S)/g,
      (word) => `${word} not`,
    ),
  'not taken away': (stage) => once(stage, /\b(?:not|no|never)\b /g, () => ''),
  'a digit changed': (stage) =>
    once(stage, /\d/g, (digit) =>
      String((Number(digit) + 1 + Math.floor(stage.random() * 8)) % 10),
    ),
  'a digit added': (stage) =>
    once(stage, /\d/g, (digit) => `${digit}${Math.floor(stage.random() * 10)}`),
  'a digit taken away': (stage) => once(stage, /(?<=\d)\d/g, () => ''),
  'a decimal point moved': (stage) =>
    once(stage, /\d\.\d/g, (match) => `${match[0]}${match[2]}.`.replace(/\.$/, '')),
  'a minus sign added': (stage) => once(stage, /(?<=[\s=(])\d/g, (match) => `\u2212${match}`),
  'a direction word swapped': (stage) => {
    const spots = SWAPS.filter(([from]) =>
      textNodes(stage, true).some((node) => new RegExp(`\\b${from}\\b`).test(node.data)),
    );
    if (spots.length === 0) return false;
    const [from, to] = pick(stage.random, spots);
    return once(stage, new RegExp(`\\b${from}\\b`, 'g'), () => to);
  },
  'a word taken away': (stage) => once(stage, /(?<=\s)\p{L}{4,}\s/gu, () => ''),
  'a word added': (stage) =>
    once(stage, /(?<=\s)(?=\p{L}{4,})/gu, () =>
      pick(stage.random, ['partly ', 'rarely ', 'alleged ', 'non-', 'un']),
    ),
  'a word replaced': (stage) =>
    once(stage, /\p{L}{5,}/gu, () =>
      pick(stage.random, ['zebra', 'marginal', 'obsolete', 'distinctly']),
    ),
  'the first word negated': (stage) => {
    const node = textNodes(stage, true)[0];
    if (!node || !/^\p{L}/u.test(node.data)) return false;
    node.data = `non${node.data}`;
    return true;
  },
  'the last number grown': (stage) => {
    const node = textNodes(stage, true).at(-1);
    if (!node || !/\d$/.test(node.data)) return false;
    node.data = `${node.data}7`;
    return true;
  },
};

function offsetOf(node: Node): number {
  const doc = node.ownerDocument as Document;
  const range = doc.createRange();
  range.setStart(doc.body, 0);
  range.setEndBefore(node);
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

const truthOf = (stage: Stage): Span => ({
  start: offsetOf(stage.start),
  end: offsetOf(stage.end),
});

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
  const harmless = Object.entries(HARMLESS);
  const meaning = Object.entries(MEANING);
  for (let turn = 0; turn < plan.quotes; turn += 1) {
    const block = pick(random, blocks);
    const kind = pick(random, KINDS);
    const text = block.textContent ?? '';
    const span = quoteIn(text, kind, random);
    if (!span || span.end - span.start > 6_000) continue;
    const range = rangeIn(block, span.start, span.end);
    if (!range || range.toString().trim() === '') continue;
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
        staged(block, span, random, (stage) =>
          mutate(stage)
            ? answer(anchor, selectors, group, name, truth ? truthOf(stage) : null)
            : null,
        ),
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
