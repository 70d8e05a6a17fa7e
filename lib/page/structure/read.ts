/**
 * Reads an article page: sections, sentences, references, in-text citations. Reads only the DOM's own text, asks
 * for no layout and changes nothing, and works on any Document. The work is a generator, so that a page can be
 * read in one go or in small steps between the page's own tasks.
 */
import type { Citation, PageStructure, Reference, Sentence } from '../types';
import { Block, collapse, saysAtMost } from './blocks';
import { type Found, linkedCitations, patternCitations, patternStyle } from './citations';
import { bulkTest, isProse, mainElement } from './main-text';
import { citationIndex } from './markers';
import { findReferences, type ReferenceList } from './reference-lists';
import { isReferencesTitle, sectionKind } from './section-kind';
import { headingRole, pageTitles, SectionTree } from './sections';
import { splitSentences } from './sentences';
import { surveyText } from './text-survey';
import { type Heading, type Item, walk } from './walk';

export interface StepOptions {
  signal?: AbortSignal;
  /** Resolves in a later task of the page: `() => scheduler.yield()` or a `setTimeout`. */
  yieldNow: () => Promise<void>;
  /** Milliseconds of work between two yields; default 12. */
  budget?: number;
  /** Clock in milliseconds; default `performance.now`. */
  now?: () => number;
}

/** Reads the page in one go. Never throws on a strange page: what cannot be read is missing. */
export function readStructure(doc: Document): PageStructure {
  const steps = read(doc);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Reads the page in steps of about `budget` milliseconds with `yieldNow` between them.
 * @throws the signal's reason when it is aborted.
 */
export async function readStructureInSteps(
  doc: Document,
  options: StepOptions,
): Promise<PageStructure> {
  const now = options.now ?? (() => performance.now());
  const budget = options.budget ?? 12;
  const steps = read(doc);
  let began = now();
  for (;;) {
    options.signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - began < budget) continue;
    await options.yieldNow();
    began = now();
  }
}

const MAX_SENTENCES = 30_000;

function* read(doc: Document): Generator<void, PageStructure> {
  const empty: PageStructure = { sections: [], sentences: [], references: [], citations: [] };
  const body = doc.body;
  if (!body) return empty;
  const survey = yield* surveyText(body);
  yield;
  const list = yield* findReferences(doc, survey.titles);
  yield;
  const isBulk = bulkTest(survey.prose, list.elements);
  yield;
  const items = yield* walk(body, list, isBulk);
  const { blocks, sections } = outline(doc, body, items);
  yield;
  const found = yield* cite(blocks, list);
  return yield* assemble(sections, blocks, found, list);
}

/** Decides on every block's section, and keeps the blocks that are the paper's. */
function outline(
  doc: Document,
  body: Element,
  items: readonly Item[],
): { blocks: Block[]; sections: SectionTree } {
  const all = items.filter((i): i is Block => i instanceof Block);
  const main = withHeadings(mainElement(body, all), items);
  const titles = pageTitles(doc);
  const tree = new SectionTree();
  const kept: Block[] = [];
  const headings = items.filter((i): i is Heading => 'heading' in i && main.contains(i.element));
  const namedAbstract = headings.some((h) => sectionKind(h.title, true) === 'abstract');
  const flatAbstract = abstractIsFlat(headings, titles);
  let abstractScope: Element | null = null;
  let abstractEdge: Element | null = null;
  let mute: { rank: number; scope: Element } | null = null;
  let firstH1 = true;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if ('edge' in item) {
      if (item.edge === 'open') abstractEdge ??= item.element;
      else if (abstractEdge === item.element) {
        abstractEdge = null;
        if (tree.isOpenAbstract()) tree.close();
      }
      continue;
    }
    if (!main.contains(item.element)) continue;
    const heading = 'heading' in item ? item : boldHeading(item, items, i, tree, headings.length);
    if (heading) {
      if (mute && heading.rank > mute.rank && mute.scope.contains(heading.element)) continue;
      mute = null;
      const role = headingRole(heading, titles);
      if (
        heading.rank === 1 &&
        firstH1 &&
        role === 'section' &&
        isArticleTitle(heading, headings)
      ) {
        firstH1 = false;
        continue;
      }
      if (role === 'none') continue;
      if (role === 'section') {
        const inAbstract =
          abstractScope !== null
            ? abstractScope.contains(heading.element)
            : flatAbstract !== null &&
              heading.rank > flatAbstract &&
              tree.isOpenAbstract() &&
              sectionKind(heading.title, true) !== 'abstract';
        if (abstractScope && !inAbstract) abstractScope = null;
        const at = tree.add(heading.title, heading.rank, heading.element, inAbstract);
        const section = tree.sections[at];
        if (section?.kind === 'abstract' && section.level === 1)
          abstractScope = scopeOf(heading.element, main);
        continue;
      }
      mute = { rank: heading.rank, scope: parentScope(heading.element) };
      continue;
    }
    const block = item as Block;
    if (mute) {
      if (mute.scope.contains(block.element)) continue;
      mute = null;
    }
    if (abstractScope && tree.isOpenAbstract() && !abstractScope.contains(block.element)) {
      tree.close();
      abstractScope = null;
    }
    if (
      abstractEdge &&
      tree.current() === null &&
      block.kind === 'text' &&
      isProse(block) &&
      !namedAbstract
    ) {
      tree.add('Abstract', 2, null, false);
      abstractScope = abstractEdge;
    }
    if (block.kind === 'text' && !isSentenceBlock(block, tree.current() === null)) {
      if (block.marks.length === 0) continue;
    }
    block.section = tree.current();
    kept.push(block);
  }
  const filled = new Set<number>();
  for (const b of kept) if (b.section !== null && b.text.length >= 40) filled.add(b.section);
  const moved = tree.prune(filled);
  if (moved) for (const b of kept) if (b.section !== null) b.section = moved.get(b.section) ?? null;
  return { blocks: kept, sections: tree };
}

/** Back matter that papers end with; its heading belongs to the paper wherever it stands. */
const BACK_MATTER =
  /^(?:acknowledge?ments?|funding|conflicts? of interest|competing interests?|declarations?|authors?['’]? contributions?|data availability|supporting information|supplementary (?:information|materials?)|appendix|abbreviations|disclosures?|danksagung|remerciements|agradecimientos|agradecimentos)/i;

/** Climbs until the abstract and the headings that only papers have are inside. */
function withHeadings(main: Element, items: readonly Item[]): Element {
  let el = main;
  for (const item of items) {
    if ('heading' in item) {
      if (sectionKind(item.title, true) === 'other' && !BACK_MATTER.test(item.title)) continue;
    } else if (!('edge' in item && item.edge === 'open')) continue;
    if (el.contains(item.element)) continue;
    let up: Element | null = el;
    for (let n = 0; up && n < 6 && !up.contains(item.element); n++) up = up.parentElement;
    if (up && up.tagName !== 'HTML' && up.contains(item.element)) el = up;
  }
  return el;
}

/** The abstract's rank when sections of the paper stand beside or above its heading, not all below it. */
function abstractIsFlat(headings: readonly Heading[], titles: readonly string[]): number | null {
  const at = headings.findIndex((h) => sectionKind(h.title, true) === 'abstract');
  const abstract = headings[at];
  if (!abstract) return null;
  const beside = headings
    .slice(at + 1)
    .some(
      (h) =>
        h.rank <= abstract.rank &&
        headingRole(h, titles) === 'section' &&
        /^(introduction|methods|results|discussion)$/.test(sectionKind(h.title)),
    );
  return beside ? abstract.rank : null;
}

/** The first h1 is the article's title when no other h1 follows, or when it is long and names no kind. */
function isArticleTitle(h: Heading, headings: readonly Heading[]): boolean {
  const others = headings.filter((x) => x.rank === 1 && x !== h);
  return sectionKind(h.title, true) === 'other' && (others.length === 0 || headings[0] === h);
}

/** The container that a heading opens, when it is not (nearly) the whole paper. */
function scopeOf(heading: Element, main: Element): Element | null {
  const scope = parentScope(heading);
  if (scope === main || scope.contains(main)) return null;
  return (scope.textContent ?? '').length > (main.textContent ?? '').length * 0.6 ? null : scope;
}

/** The nearest container that says more than the heading. */
function parentScope(heading: Element): Element {
  const length = (heading.textContent ?? '').length;
  let scope: Element = heading.parentElement ?? heading;
  while (scope.parentElement && scope.tagName !== 'BODY' && saysAtMost(scope, length + 30))
    scope = scope.parentElement;
  return scope;
}

/** A line in bold that opens text: how old pages print headings. */
function boldHeading(
  block: Block,
  items: readonly Item[],
  at: number,
  tree: SectionTree,
  headings: number,
): Heading | null {
  if (block.kind !== 'text' || block.bold === 0 || block.text.length > 400) return null;
  const title = collapse(block.text);
  if (title.length > 120 || title.length < 3 || block.bold < title.replace(/\s/g, '').length * 0.85)
    return null;
  if (block.linked > title.length * 0.5 || !/^[\p{Lu}\d¿¡]/u.test(title) || /[;,]$/.test(title))
    return null;
  if (!/\p{L}{3}/u.test(title)) return null;
  const named = sectionKind(title, true) !== 'other' || isReferencesTitle(title);
  if (/[.:!?]$/.test(title) && !named && title.length > 60) return null;
  // Before the first section only a known name is a heading, unless bold lines are all the page has.
  if (!named && tree.current() === null && headings > 2) return null;
  const next = items.slice(at + 1).find((i) => !('edge' in i));
  if (
    !next ||
    'heading' in next ||
    (next instanceof Block && next.kind === 'text' && next.bold > next.text.length * 0.8)
  )
    return null;
  return { heading: true, element: block.element, title: title.replace(/[.:]$/, ''), rank: 7 };
}

/** Text that reads as sentences; stricter in the front matter, where authors and addresses stand. */
function isSentenceBlock(block: Block, front: boolean): boolean {
  const text = block.text.trim();
  if (text.length < 2 || !/\p{L}{2}/u.test(text)) return false;
  const linked = block.linked > text.length * 0.6 && block.marks.length === 0;
  if (linked) return false;
  // Only the tail matters, and a pattern tied to the end would be tried at every letter before it.
  const tail = text.slice(-48);
  const ends =
    /[.!?…:;)\]”"'’。]$/.test(tail) || /[.!?][”"’)\]]*\s?[\d,;–\s[\]()-]{1,30}$/.test(tail);
  const words = text.split(/\s+/, 60);
  if (front) {
    const lower = words.filter((w) => /^\p{Ll}{2,}/u.test(w)).length;
    return text.length >= 120 && ends && lower >= words.length * 0.5;
  }
  if (words.length < 3) return false;
  return ends || text.length >= 120 || words.length >= 12;
}

/** All citations of the kept blocks, in reading order. */
function* cite(blocks: readonly Block[], list: ReferenceList): Generator<void, Found[]> {
  const index = citationIndex(list.entries);
  const linked = new Map<Block, Found[]>();
  const all: Found[] = [];
  for (const b of blocks) {
    if (b.marks.length === 0) continue;
    const found = linkedCitations(b, list.entries, index);
    linked.set(b, found);
    all.push(...found);
    if (linked.size % 40 === 0) yield;
  }
  yield;
  const style = yield* patternStyle(blocks, all, list.entries, index);
  yield;
  if (!style) return all;
  const byId = new Map(list.entries.map((e, i) => [e.id, i]));
  const out: Found[] = [];
  let n = 0;
  for (const b of blocks) {
    const mine = linked.get(b) ?? [];
    out.push(
      ...[...mine, ...patternCitations(b, mine, index, style, byId)].sort(
        (x, y) => x.start - y.start,
      ),
    );
    if (++n % 40 === 0) yield;
  }
  return out;
}

/** Puts sentences and citations together: each knows the other and its section. */
function* assemble(
  tree: SectionTree,
  blocks: readonly Block[],
  found: readonly Found[],
  list: ReferenceList,
): Generator<void, PageStructure> {
  const byBlock = new Map<Block, Found[]>();
  for (const f of found) {
    const mine = byBlock.get(f.block);
    if (mine) mine.push(f);
    else byBlock.set(f.block, [f]);
  }
  const sentences: Sentence[] = [];
  const citations: Citation[] = [];
  let n = 0;
  for (const block of blocks) {
    const mine = byBlock.get(block) ?? [];
    const spans =
      block.kind === 'text' && sentences.length < MAX_SENTENCES
        ? splitSentences(block.text, { masks: mine.map((f) => [f.start, f.end] as const) })
        : [];
    const first = sentences.length;
    for (const [start, end] of spans) {
      const text = collapse(block.text.slice(start, end));
      sentences.push({
        index: sentences.length,
        text,
        section: block.section,
        citations: [],
        range: () => block.range(start, end),
      });
    }
    for (const f of mine) {
      const at = spans.findIndex(([start, end]) => f.start < end && f.end > start);
      const index = citations.length;
      const sentence = at < 0 ? null : first + at;
      citations.push({
        index,
        text: collapse(block.text.slice(f.start, f.end)),
        refs: f.refs.map((r) => (list.entries[r] as Reference).id),
        style: f.style,
        section: block.section,
        sentence,
        range: () => block.range(f.start, f.end),
      });
      if (sentence !== null) sentences[sentence]?.citations.push(index);
    }
    if (++n % 40 === 0) yield;
  }
  return {
    sections: tree.sections,
    sentences,
    references: list.entries.map(publicReference),
    citations,
  };
}

/** The contract's fields only. */
function publicReference(e: Reference): Reference {
  const { id, label, text, doi, pmid, title, year, firstAuthor, url, element } = e;
  return { id, label, text, doi, pmid, title, year, firstAuthor, url, element };
}
