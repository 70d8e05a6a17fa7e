/** What the store's tests share: an empty database, things to save, and what must always hold. */

import type { Table } from 'dexie';
import { expect } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { backupOf, writeBackup } from '../../../lib/exchange';
import { sheetsOfTags } from '../../../lib/map';
import {
  asideNames,
  brokenInvariants,
  type Change,
  CoderIndex,
  idOf,
  KIND_NAMES,
  KINDS,
  keyOf as keyOfRecord,
  type NewTag,
  newId,
  type PageReport,
  PaperFacts,
  Problem,
  type RecordOf,
  referencesOf,
  Stamp,
  Step,
  TABLE_KINDS,
  type TitleKey,
  TRAVELLING,
} from '../../../lib/model';
import type { ImportSummary, RestoreOptions } from '../../../lib/store';
import * as store from '../../../lib/store';
import { db, dbKey } from '../../../lib/store/db';
import { travelling } from '../../../lib/store/read/contents';
import { isPlaced, placeOf } from '../../../lib/store/read/places';
import { wholeSteps } from '../../../lib/store/read/whole-steps';
import { seeEveryRow } from '../../../lib/store/sweep/sound-rows';
import { titleKeysOf } from '../../../lib/store/write/title-key';
import { canonical } from '../../../lib/store/write/transaction';
import { cleanBareDoi } from '../../../lib/text';
import { readRecords } from '../../support/read-records';

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

/**
 * The store as the text of a backup file, and such a text brought in: as an extension page does it. Whatever is
 * restored in any test is previewed first, which must report what is then done.
 */
export const backUp = async (app: string): Promise<string> =>
  writeBackup(backupOf(await store.contents(), app));

export async function restore(text: string, options?: RestoreOptions): Promise<ImportSummary> {
  const read = readRecords(text);
  if (!read.ok) throw new Problem('not-a-backup', read.problem);
  const preview = await store.previewRestore(read.records, read.rejected);
  const summary = await store.restore(read.records, read.rejected, options);
  const { eventId: _, ...done } = summary;
  // What one person has twice shows once it is said whose the file is.
  if (options?.as === 'mine') done.byKind = { ...done.byKind, joined: preview.byKind.joined };
  expect(preview).toEqual(done);
  return summary;
}

/** Every step with its changes, the first one first. */
export const allSteps = async (): Promise<Step[]> =>
  wholeSteps(await db.steps.orderBy('counter').toArray());

/** What two installations that hold the same must agree on: records, versions and history. */
export async function storeHash(): Promise<string> {
  const parts: string[] = [];
  for (const kind of TRAVELLING)
    for (const record of await db.table(kind).toArray()) {
      // What a hand has learned belongs to the installation.
      const { numberKeys: _, ...shared } = record;
      parts.push(`${kind} ${keyOfRecord(kind, record)} ${canonical(shared)}`);
    }
  for (const stamp of await db.stamps.toArray()) parts.push(`stamp ${canonical(stamp)}`);
  for (const step of await wholeSteps(await db.steps.toArray())) {
    const part = travelling(step);
    if (part) parts.push(`step ${canonical(part)}`);
  }
  return parts.sort().join('\n');
}

/** What history last said of a record is what the record is. */
async function expectHistory(): Promise<void> {
  const last = new Map<
    string,
    { kind: (typeof TRAVELLING)[number]; key: string; after: unknown }
  >();
  const steps = (await allSteps()).filter((s) => s.counter > 0);
  // Merging and setting aside decide over history: what they did is tested with them.
  if (steps.some((s) => s.local) || (await db.quarantine.count())) return;
  if ((await db.stamps.toArray()).some((s) => s.state === 'into')) return;
  for (const { changes } of steps)
    for (const { table, before, after } of changes) {
      const key = keyOfRecord(table, after ?? before ?? {});
      last.set(`${table} ${key}`, { kind: table, key, after });
    }
  for (const { kind, key, after } of last.values()) {
    if (!KINDS[kind].travels) continue;
    const record = (await db.table(kind).get(dbKey(kind, key) as never)) ?? null;
    expect(canonical(record), `${kind} ${key} is as history left it`).toBe(canonical(after));
  }
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

/** The same records without the moment of their last change: taking a change back is a change too. */
export function withoutMoments(all: Record<string, unknown[]>): Record<string, unknown[]> {
  const strip = (record: unknown) => ({ ...(record as object), updatedAt: undefined });
  return Object.fromEntries(Object.entries(all).map(([name, list]) => [name, list.map(strip)]));
}

function keyOf(r: Record<string, unknown>): string {
  return JSON.stringify([
    r.id,
    r.version,
    r.table,
    r.key,
    r.reviewId,
    r.codebookId,
    r.influenceId,
    r.paperId,
    r.familyId,
  ]);
}

/** What must hold after every acknowledged step, whatever the steps were. */
export async function expectSound(): Promise<void> {
  const placed = new Map((await db.statements.toArray()).map((one) => [one.id, one.paperId]));
  const paperOf = (id: string) => placed.get(id);
  for (const name of KIND_NAMES)
    for (const record of await everyRow(db.table(name))) {
      expect(KINDS[name].schema.safeParse(record).error?.issues ?? [], name).toEqual([]);
      const broken = brokenInvariants(name, record as never, { cleanDoi: cleanBareDoi, paperOf });
      expect(broken, `${name} keep the rules`).toEqual([]);
    }
  for (const step of await everyRow(db.steps))
    expect(Step.safeParse(step).error?.issues ?? [], 'a step').toEqual([]);
  for (const stamp of await everyRow(db.stamps))
    expect(Stamp.safeParse(stamp).error?.issues ?? [], 'a stamp').toEqual([]);
  await expectHistory();

  const [tags, statements, papers] = await Promise.all([
    db.tags.toArray(),
    db.statements.toArray(),
    db.papers.toArray(),
  ]);
  const bySome = (t: object) => keyOf(t as Record<string, unknown>);
  const sorted = <T extends object>(list: T[]) =>
    [...list].sort((a, b) => (bySome(a) < bySome(b) ? -1 : 1));
  const sheets = sheetsOfTags(tags);
  expect(sorted(await db.tallySheets.toArray()), 'tally sheets equal a recount').toEqual(
    sorted(sheets.map(({ tallied }) => tallied)),
  );
  expect(sorted(await db.statementSheets.toArray()), 'and so do statement sheets').toEqual(
    sorted(sheets.map(({ marked }) => marked)),
  );
  const byPaper = (a: TitleKey, b: TitleKey) => (a.paperId < b.paperId ? -1 : 1);
  expect(
    (await db.titleKeys.toArray()).sort(byPaper),
    'papers are found by the titles that they have',
  ).toEqual(titleKeysOf(papers).sort(byPaper));

  await expectCodebooks();

  // What refers to a record that was set aside waits for it, and what such a record refers to stays.
  const aside = asideNames(await store.quarantined());
  await expectTables((name) => aside.names.has(name));
  const statementOf = new Map(statements.map((s) => [s.id, s]));
  const paperIds = new Set(papers.map((p) => p.id));
  const listed = new Set(
    (await db.reviewPapers.toArray()).map((r) => `${r.reviewId}/${r.paperId}`),
  );
  for (const one of await db.familyMembers.toArray()) {
    const place = keyOfRecord('reviewPapers', one);
    const isPlaced = listed.has(`${one.reviewId}/${one.paperId}`);
    expect(isPlaced || aside.names.has(`reviewPapers ${place}`), 'a companion is listed').toBe(
      true,
    );
  }
  const tagged = new Set(tags.map((t) => t.statementId));
  const reviews = new Set((await db.reviews.toArray()).map((r) => r.id));
  const doubles = new Set<string>();
  for (const tag of tags) {
    const isPlaced = statementOf.get(tag.statementId)?.paperId === tag.paperId;
    const waits = (table: string, key: string) => aside.names.has(`${table} ${key}`);
    expect(
      isPlaced || waits('statements', tag.statementId),
      'a tag is on its statement’s paper',
    ).toBe(true);
    const isListed = listed.has(`${tag.reviewId}/${tag.paperId}`);
    const listing = `${tag.reviewId} ${tag.paperId}`;
    expect(isListed || waits('reviewPapers', listing), 'a tagged paper is listed').toBe(true);
    const hasReview = reviews.has(tag.reviewId) || waits('reviews', tag.reviewId);
    expect(hasReview, 'a tag has its review').toBe(true);
    const cell = [tag.reviewId, tag.statementId, tag.codebookId, tag.influenceId, tag.coderId].join(
      '|',
    );
    expect(doubles.has(cell), 'one tag a coder, statement and influence').toBe(false);
    doubles.add(cell);
  }
  for (const statement of statements) {
    const { id, paperId } = statement;
    const hasPaper = paperIds.has(paperId) || aside.names.has(`papers ${paperId}`);
    expect(hasPaper, 'a statement has its paper').toBe(true);
    const isUsed = tagged.has(id) || aside.held.has(`statements ${id}`);
    expect(isUsed, 'a statement has a tag').toBe(true);
  }
}

/** Of what a review's tables are made of there is one record in one place, and all that it is about is there. */
async function expectTables(waits: (name: string) => boolean): Promise<void> {
  const coders = new CoderIndex(await db.coders.toArray());
  for (const kind of TABLE_KINDS) {
    const places = new Set<string>();
    for (const record of await db.table<RecordOf<typeof kind>>(kind).toArray()) {
      for (const { to, key, optional } of referencesOf(kind, record))
        if (!optional)
          expect(
            (await db.table(to).get(dbKey(to, key))) !== undefined || waits(`${to} ${key}`),
            `one of the ${kind} has its ${to}`,
          ).toBe(true);
      if (!isPlaced(kind)) continue;
      const place = placeOf(kind, record as never, (id) => coders.resolve(id));
      expect(places.has(place), `one of the ${kind} in one place`).toBe(false);
      places.add(place);
    }
  }
}

/** What reviews and tags use and Bearing ships is in the store, and every shipped version has its own text. */
async function expectCodebooks(): Promise<void> {
  const texts = new Map((await allShipped()).map((one) => [keyOfRecord('codebooks', one), one]));
  const stored = new Map(
    (await db.codebooks.toArray()).map((one) => [keyOfRecord('codebooks', one), one]),
  );
  for (const [key, book] of stored)
    if (texts.has(key)) expect(canonical(book), key).toBe(canonical(texts.get(key)));
  for (const kind of ['reviews', 'tags'] as const)
    for (const record of await db.table(kind).toArray())
      for (const { to, key } of referencesOf(kind, record))
        if (to === 'codebooks' && texts.has(key))
          expect(stored.has(key), `${key}, which one of the ${kind} uses, is there`).toBe(true);
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

/** From now on this installation's reader is another coder, as on another machine. */
export async function asCoder(name: string): Promise<string> {
  const id = idOf(name);
  const here = (await db.installation.get('here')) ?? { counter: 0, forgotten: 0 };
  await db.installation.put({ ...here, key: 'here', coderId: id });
  await store.nameReader(name);
  return id;
}

/** What was done to records of a kind, over all of history. */
export async function changesOf(table: string): Promise<Change[]> {
  const steps = await allSteps();
  return steps.flatMap((step) => step.changes.filter((c) => c.table === table));
}
