/**
 * Reads an article page: sections, sentences, references, in-text citations. Reads only the DOM's own text, asks
 * for no layout and changes nothing, and works on any Document. The work is a generator, so that a page can be
 * read in one go or in small steps between the page's own tasks.
 */
import type { PageStructure } from '../types';
import { assemble } from './assemble';
import { citationIndex } from './citations/index-of-references';
import { linkedCitations } from './citations/linked';
import { withPatterns } from './citations/patterns';
import { isNumbered, patternStyle } from './citations/read';
import { type Flat, flattened } from './flattened';
import { entriesByKey } from './references/by-key';
import { candidates } from './references/candidates';
import { chooseItems } from './references/choose';
import { readEntries } from './references/lists';
import { metaReferences } from './references/meta';
import { articleElement } from './sections/article';
import { readHeadings } from './sections/headings';
import { outline } from './sections/outline';
import { pageTitles } from './sections/page-titles';
import { bulkTest } from './text/bulk';
import { surveyText } from './text/text-survey';
import { walk } from './text/walk';

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

/** Reads a page; one whose article is in web components as the one tree that a reader sees. */
function* read(doc: Document): Generator<void, PageStructure> {
  const flat = yield* flattened(doc);
  return flat ? inPage(yield* readTree(flat.doc), flat) : yield* readTree(doc);
}

/** What was read of a copy, as what it is on the page. */
function inPage(structure: PageStructure, flat: Flat): PageStructure {
  const original = (copy: Element | null) => (copy && (flat.of(copy) as Element)) ?? null;
  for (const part of [...structure.sentences, ...structure.citations]) {
    const { range } = part;
    part.range = () => flat.range(range());
  }
  for (const section of structure.sections) section.heading = original(section.heading);
  for (const reference of structure.references) reference.element = original(reference.element);
  return withUnseen(structure, flat.unseen);
}

const withUnseen = (structure: PageStructure, unseen: Element[]): PageStructure =>
  unseen.length ? { ...structure, unseen } : structure;

/** The stages of a reading, one after the other: each is called once, with what those before it have found. */
function* readTree(doc: Document): Generator<void, PageStructure> {
  const body = doc.body;
  if (!body) return { sections: [], sentences: [], references: [], citations: [] };
  const survey = yield* surveyText(body);
  yield;
  const lists = yield* candidates(doc, survey.titles);
  const items = chooseItems(doc, lists);
  yield;
  const { entries, elements } = items.length
    ? yield* readEntries(items)
    : { entries: metaReferences(doc), elements: new Set<Element>() };
  const list = { entries, elements, byKey: entriesByKey(doc, entries, elements) };
  yield;
  const isBulk = bulkTest(survey.prose, elements);
  yield;
  const unseen: Element[] = [];
  const met = yield* walk(body, list, isBulk, unseen);
  const main = articleElement(body, met);
  const headings = readHeadings(met, main, pageTitles(doc));
  const { blocks, sections } = outline(met, main, headings);
  yield;
  const index = citationIndex(entries);
  const linked = yield* linkedCitations(blocks, entries, index);
  yield;
  const labelled = isNumbered(entries);
  // References known from meta tags only have no label, and are in the order of their numbers.
  const numbered = labelled || entries.every((entry) => entry.element === null);
  const style = yield* patternStyle(blocks, linked, index, { numbered, labelled });
  yield;
  const found = yield* withPatterns(blocks, linked, index, style);
  return withUnseen(yield* assemble(sections, blocks, found, entries), unseen);
}
