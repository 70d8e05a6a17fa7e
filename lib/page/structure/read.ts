/**
 * Reads an article page: sections, sentences, references, in-text citations. Reads only the DOM's own text, asks
 * for no layout and changes nothing, and works on any Document. The work is a generator, so that a page can be
 * read in one go or in small steps between the page's own tasks.
 */
import type { PageStructure } from '../types';
import { assemble } from './assemble';
import { citationIndex } from './citations/index-of-references';
import { type Found, linkedCitations, patternCitations, patternStyle } from './citations/read';
import { findReferences, type ReferenceList } from './references/lists';
import { outline } from './sections/outline';
import type { Block } from './text/blocks';
import { bulkTest } from './text/main-text';
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
