/** What the store's tests share: an empty database, things to save, and what must always hold. */
import type { Table } from 'dexie';
import { expect } from 'vitest';
import { talliesOfTags } from '../../../lib/map';
import {
  Assessment,
  Codebook,
  HistoryEvent,
  newId,
  type PageReport,
  Paper,
  PaperFacts,
  Review,
  ReviewPaper,
  Statement,
  Tag,
} from '../../../lib/model';
import type { NewTag } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { seeEveryRow } from '../../../lib/store/sound-rows';

/** Empties every table: each test begins as after an installation. */
export async function emptyStore(): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((t) => t.clear())));
}

type Facts = Partial<PaperFacts>;

/** A noticed article page. */
export function page(url: string, facts: Facts | null = {}): PageReport {
  return {
    kind: 'article',
    reasons: [],
    representation: 'html',
    url,
    paper: facts && PaperFacts.parse(facts),
    conflicts: [],
  };
}

export const facts = (doi: string, title = `The work ${doi}`): Facts => ({
  doi,
  title,
  authors: [{ family: 'Ibrahim', given: 'N.' }],
  sources: { doi: 'citation', title: 'citation', authors: 'citation' },
});

export const PAGE_A = page('https://a.example/1', facts('10.5555/a'));
export const PAGE_B = page('https://b.example/1', facts('10.5555/b'));

export interface TagOptions extends Partial<Omit<NewTag, 'statement' | 'page'>> {
  on?: PageReport;
  quote?: string;
  url?: string;
  statement?: Partial<NewTag['statement']>;
}

/** What tagging mode sends. */
export function newTag({
  on = PAGE_A,
  quote = 'Training helped.',
  ...rest
}: TagOptions = {}): NewTag {
  const { url = on.url, statement, ...fields } = rest;
  return {
    tagId: newId(),
    page: on,
    codebookId: 'psw-core',
    codebookVersion: '1',
    influenceId: 'training',
    stance: 'supporting',
    ...fields,
    statement: {
      quote,
      target: {
        representation: 'html',
        url,
        selectors: { quote: { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' } },
      },
      ...statement,
    },
  };
}

/** A table as it is on the disk, rows that are no records included. */
export function everyRow(table: Table): Promise<Record<string, unknown>[]> {
  return db.transaction('r', table, async () => {
    seeEveryRow();
    return table.toArray();
  });
}

/** Everything the store holds, by table, in one order. */
export async function contents(): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of db.tables) {
    const records = (await everyRow(table)).map((r) => JSON.parse(JSON.stringify(r)));
    all[table.name] = records.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
  return all;
}

function keyOf(r: Record<string, unknown>): string {
  return JSON.stringify([r.id, r.key, r.reviewId, r.codebookId, r.influenceId, r.paperId]);
}

const SCHEMAS = { Paper, Statement, Tag, Assessment, Review, ReviewPaper, Codebook, HistoryEvent };
const TABLES: Record<keyof typeof SCHEMAS, string> = {
  Paper: 'papers',
  Statement: 'statements',
  Tag: 'tags',
  Assessment: 'assessments',
  Review: 'reviews',
  ReviewPaper: 'reviewPapers',
  Codebook: 'codebooks',
  HistoryEvent: 'history',
};

/** What must hold after every acknowledged step, whatever the steps were. */
export async function expectSound(): Promise<void> {
  for (const [name, schema] of Object.entries(SCHEMAS))
    for (const record of await everyRow(db.table(TABLES[name as keyof typeof SCHEMAS])))
      expect(schema.safeParse(record).error?.issues ?? [], `${name} passes its schema`).toEqual([]);

  const [tags, statements, papers] = await Promise.all([
    db.tags.toArray(),
    db.statements.toArray(),
    db.papers.toArray(),
  ]);
  const bySome = (t: object) => keyOf(t as Record<string, unknown>);
  const sorted = <T extends object>(list: T[]) =>
    [...list].sort((a, b) => (bySome(a) < bySome(b) ? -1 : 1));
  expect(sorted(await db.tallies.toArray()), 'tallies equal a recount').toEqual(
    sorted(talliesOfTags(tags, statements)),
  );

  const statementOf = new Map(statements.map((s) => [s.id, s]));
  const paperIds = new Set(papers.map((p) => p.id));
  const listed = new Set(
    (await db.reviewPapers.toArray()).map((r) => `${r.reviewId}/${r.paperId}`),
  );
  const tagged = new Set(tags.map((t) => t.statementId));
  const reviews = new Set((await db.reviews.toArray()).map((r) => r.id));
  const doubles = new Set<string>();
  for (const tag of tags) {
    expect(statementOf.get(tag.statementId)?.paperId, 'a tag stands on its paper').toBe(
      tag.paperId,
    );
    expect(listed.has(`${tag.reviewId}/${tag.paperId}`), 'a tagged paper is listed').toBe(true);
    expect(reviews.has(tag.reviewId), 'a tag has its review').toBe(true);
    const cell = [tag.reviewId, tag.statementId, tag.codebookId, tag.influenceId, tag.coder].join(
      '|',
    );
    expect(doubles.has(cell), 'one tag a coder, statement and influence').toBe(false);
    doubles.add(cell);
  }
  for (const statement of statements) {
    expect(paperIds.has(statement.paperId), 'a statement has its paper').toBe(true);
    expect(tagged.has(statement.id), 'a statement has a tag').toBe(true);
  }
}

/** A seeded generator (mulberry32): the same steps on every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(next: () => number, list: readonly T[]): T =>
  list[Math.floor(next() * list.length)] as T;
