/**
 * From lines to structure: blocks, headings, the reference list, paragraphs with their text, and what is found in it.
 */
import {
  type Citation,
  citationIndex,
  entryFromText,
  isReferencesTitle,
  type ListedEntry,
  publicReference,
  sectionKind,
  settleEntries,
  splitSentences,
} from '../../page/shared';
import { type Block, blocksOf } from '../layout/blocks';
import { type BodyStyle, bodyStyle } from '../layout/body-style';
import type { Line } from '../layout/line';
import type { PageLines } from '../layout/page-lines';
import type { OutlineEntry } from '../source/types';
import { goesOn } from '../text/paragraphs';
import { ReadingText } from '../text/reading-text';
import { Words } from '../text/words';
import type { Paragraph, ParagraphKind, PdfStructure } from '../types';
import { backMatter } from './back-matter';
import { type CitedText, citationsIn, markerSups } from './citations';
import { frontEnd } from './front';
import { findHeadings, type Heading } from './headings';
import { isKnownHeading } from './known-headings';
import { findList, linesBeforeList } from './reference-list';
import { runInHeadings } from './run-in';
import { splitKnown } from './split-known';
import { LABEL, type ListEntry, splitList } from './split-list';

export interface ReadStructure {
  blocks: readonly Block[];
  body: BodyStyle;
  words: Words;
  text: ReadingText;
  paragraphs: Paragraph[];
  structure: PdfStructure;
}

interface Draft {
  kind: ParagraphKind;
  lines: Line[];
  /** The last block that was added. */
  block: Block | null;
  heading?: Heading;
  /** A heading on the first line of a paragraph. */
  runIn?: string;
  entry?: ListEntry;
}

/** The paragraphs of a document, before their text is written. */
function drafts(
  blocks: readonly Block[],
  headings: ReadonlyMap<Block, Heading>,
  runIns: ReadonlyMap<Block, string>,
  list: { blocks: readonly Block[]; entries: readonly ListEntry[] },
): Draft[] {
  const out: Draft[] = [];
  const listed = new Set(list.blocks);
  let open: Draft | null = null;
  for (const block of blocks) {
    const heading = headings.get(block);
    const runIn = runIns.get(block);
    if (heading) {
      out.push({ kind: 'heading', lines: block.lines, block, heading });
      open = null;
    } else if (listed.has(block)) {
      if (block === list.blocks[0])
        for (const entry of list.entries)
          out.push({ kind: 'reference', lines: entry.lines, block: null, entry });
      open = null;
    } else if (!runIn && block.kind === 'text' && open?.block && goesOn(open.block, block)) {
      open.lines = [...open.lines, ...block.lines];
      open.block = block;
    } else {
      const draft: Draft = { kind: block.kind, lines: block.lines, block, ...(runIn && { runIn }) };
      out.push(draft);
      if (block.kind === 'text') open = draft;
    }
  }
  return out;
}

/** Kinds of the sections that a text has. */
const TEXT_KINDS: ReadonlySet<string> = new Set([
  'introduction',
  'methods',
  'results',
  'discussion',
]);
const NUMBER = /^(?:\d{1,2}|[IVX]{1,4})[.\s|│]/;

/**
 * The headings of back matter that head no section: those on a first line, those of lower rank than the sections of the
 * text, and those without a number where these have one.
 */
function matterOf(all: readonly Draft[]): Set<Draft> {
  const body = all.filter(({ kind }) => kind !== 'reference');
  const headed = body.flatMap((draft, index) => {
    const title = draft.heading?.title ?? draft.runIn;
    return title === undefined ? [] : [{ draft, title, at: index / body.length }];
  });
  const matter = backMatter(headed);
  const main = headed.flatMap(({ draft: { heading }, title }, index) =>
    heading && !matter[index] && TEXT_KINDS.has(sectionKind(title)) ? [heading] : [],
  );
  const rank = Math.min(...main.map(({ level }) => level));
  const numbered = main.some(({ title }) => NUMBER.test(title));
  const isSection = ({ heading }: Draft) =>
    heading !== undefined && heading.level <= rank && (!numbered || NUMBER.test(heading.title));
  return new Set(
    headed
      .filter(({ draft }, index) => matter[index] && !isSection(draft))
      .map(({ draft }) => draft),
  );
}

/** Whether a heading is of the text: neither of its abstract nor of its references. */
const headsText = (title: string): boolean =>
  sectionKind(title, true) !== 'abstract' && !isReferencesTitle(title);

/** A reference from its text; its number is known by the layout. */
function entryOf({ number }: ListEntry, text: string, place: number): ListedEntry {
  if (number === null) return entryFromText(text, place);
  const entry = entryFromText(text.slice(LABEL.exec(text)?.[0].length ?? 0), place);
  entry.label = String(number);
  entry.number = number;
  return entry;
}

/** Reads the lines of a document. */
export function readStructure(
  pages: readonly PageLines[],
  outline: readonly OutlineEntry[],
): ReadStructure {
  const lines = pages.flatMap((page) => page.lines);
  const body = bodyStyle(lines, linesBeforeList(lines));
  const height = (page: number) => pages[page]?.height ?? 0;
  const blocks = splitKnown(blocksOf(lines, body, height), body);
  const words = new Words(lines);
  const headings = findHeadings(blocks, body, outline, words);
  const runIns = runInHeadings(blocks, body, headings);
  const list = findList(blocks, headings);
  const split = splitList(list?.lines ?? []);
  const text = new ReadingText(words);
  const paragraphs: Paragraph[] = [];
  const sections: PdfStructure['sections'] = [];
  const cited: CitedText[] = [];
  const written: { entry: ListedEntry; start: number; end: number }[] = [];
  const path: number[] = [];
  const all = drafts(blocks, headings, runIns, { blocks: list?.blocks ?? [], entries: split });
  const matter = matterOf(all);
  // Numbers there are of addresses.
  const front = new Set<Block | null>(blocks.slice(0, frontEnd(blocks)));
  let current: number | null = null;
  /** Within back matter, whose paragraphs open with headings that head nothing. */
  let states = false;
  const runInSections = new Set<number>();
  const open = (title: string, level: number, start: number, end: number): number => {
    while (path.length && (sections[path.at(-1) as number]?.level ?? 0) >= level) path.pop();
    const index = sections.length;
    const kind = sectionKind(title, index === 0);
    sections.push({ index, level, title, kind, parent: path.at(-1) ?? null, start, end });
    path.push(index);
    return index;
  };
  /** Headings on first lines within an abstract head nothing; behind it they do, where a paper has no others. */
  const headless = !all.some(
    (one) => one.heading && !matter.has(one) && headsText(one.heading.title),
  );
  const isOpen = ({ lines: [first], runIn = '' }: Draft): boolean =>
    sections.some(({ kind }) => kind !== 'abstract') ||
    (headless && abstractOn < (first?.page ?? 0) && !isKnownHeading(runIn));
  let abstractOn = Number.POSITIVE_INFINITY;
  for (const draft of all) {
    const { text: own, start, end, sups } = text.add(draft.lines);
    if (matter.has(draft)) {
      current = null;
      states = true;
    } else if (draft.heading) {
      current = open(draft.heading.title, draft.heading.level, start, end);
      if (sections[current]?.kind === 'abstract') abstractOn = draft.lines[0]?.page ?? 0;
      states = false;
    } else if (draft.runIn && !states && isOpen(draft)) {
      const above = sections.findLast(({ index }) => !runInSections.has(index));
      current = open(draft.runIn, (above?.level ?? 0) + 1, start, start + draft.runIn.length);
      runInSections.add(current);
    }
    if (draft.entry)
      written.push({ entry: entryOf(draft.entry, own, written.length + 1), start, end });
    else if (draft.kind !== 'heading' && !front.has(draft.block)) {
      const raised = sups.map(([a, b]): [number, number] => [a - start, b - start]);
      cited.push({ text: own, sups: markerSups(own, raised), paragraph: paragraphs.length });
    }
    const page = draft.lines[0]?.page ?? 0;
    paragraphs.push({ kind: draft.kind, start, end, page, section: current });
  }
  const entries = written.map(({ entry }) => entry);
  settleEntries(entries);
  const found = citationsIn(cited, entries, citationIndex(entries));
  const structure = assemble(paragraphs, cited, found, written);
  return { text, paragraphs, blocks, body, words, structure: { ...structure, sections } };
}

/** Sentences and citations, each of which knows the other, and the references without what only matching needs. */
function assemble(
  paragraphs: readonly Paragraph[],
  cited: readonly CitedText[],
  found: ReturnType<typeof citationsIn>,
  written: readonly { entry: ListedEntry; start: number; end: number }[],
): Omit<PdfStructure, 'sections'> {
  const byText = new Map<CitedText, (typeof found)[number][]>();
  for (const one of found) {
    const mine = byText.get(one.block);
    if (mine) mine.push(one);
    else byText.set(one.block, [one]);
  }
  const sentences: PdfStructure['sentences'] = [];
  const citations: PdfStructure['citations'] = [];
  for (const one of cited) {
    const { start: base, kind, section } = paragraphs[one.paragraph] as Paragraph;
    const mine = byText.get(one) ?? [];
    const masks = mine.map(({ start, end }) => [start, end] as const);
    const spans = kind === 'text' ? splitSentences(one.text, { masks }) : [];
    const first = sentences.length;
    for (const [start, end] of spans)
      sentences.push({
        ...{ index: sentences.length, text: one.text.slice(start, end), section, citations: [] },
        ...{ start: base + start, end: base + end },
      });
    for (const { start, end, refs, style } of mine) {
      const at = spans.findIndex(([from, to]) => start < to && end > from);
      const citation: Omit<Citation, 'range'> = {
        index: citations.length,
        text: one.text.slice(start, end),
        refs: refs.map((ref) => written[ref]?.entry.id ?? ''),
        ...{ style, section, sentence: at < 0 ? null : first + at },
      };
      citations.push({ ...citation, start: base + start, end: base + end });
      if (at >= 0) sentences[first + at]?.citations.push(citation.index);
    }
  }
  // The fields of the print are read when they are asked for.
  const references = written.map(({ entry, start, end }) =>
    Object.assign(publicReference(entry), { start, end }),
  );
  return { sentences, citations, references };
}
