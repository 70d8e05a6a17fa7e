/**
 * Saving, changing and undoing tags. Each is one transaction over statement, tag, history and tallies:
 * when its promise resolves, the tag is on disk; when it rejects, nothing has changed.
 */
import { z } from 'zod';
import {
  Basis,
  CitedReference,
  Direction,
  type HistoryEvent,
  Id,
  MachineLabel,
  newId,
  now,
  PageReport,
  type Paper,
  quoteKey,
  SectionRef,
  Stance,
  type Statement,
  StatementTarget,
  Strength,
  Tag,
} from '../model';
import { db } from './db';
import { asStoreError, InvalidRecord, NotFound, StoreError } from './errors';
import { record } from './history';
import { listPaper, pageAddress, paperOf } from './papers';
import { ensureReview, settings } from './settings';
import { recountCells } from './tallies';

/** What a surface hands over to save one tag. `tagId` is made by the surface: a repeated send is harmless. */
export const NewTag = z.object({
  tagId: Id,
  page: PageReport,
  statement: z.object({
    quote: z.string().min(1).max(20_000),
    section: SectionRef.optional(),
    page: z.string().max(200).optional(),
    cites: z.array(CitedReference).max(200).default([]),
    machineLabels: z.array(MachineLabel).max(20).default([]),
    target: StatementTarget,
  }),
  codebookId: z.string().min(1).max(120),
  codebookVersion: z.string().max(60),
  influenceId: z.string().min(1).max(200),
  stance: Stance,
  direction: Direction.default('unstated'),
  strength: Strength.optional(),
  basis: Basis.default('own'),
  note: z.string().max(50_000).default(''),
});
export type NewTag = z.input<typeof NewTag>;

export const TagChange = z.object({
  codebookId: z.string().min(1).max(120).optional(),
  codebookVersion: z.string().max(60).optional(),
  influenceId: z.string().min(1).max(200).optional(),
  stance: Stance.optional(),
  direction: Direction.optional(),
  strength: Strength.nullable().optional(),
  basis: Basis.optional(),
  note: z.string().max(50_000).optional(),
});
export type TagChange = z.infer<typeof TagChange>;

export interface SavedTag {
  tag: Tag;
  statement: Statement;
  paper: Paper;
  /** Undo this with `undo(eventId)`. */
  eventId: string;
  /** The reader's earlier tag of this statement on this influence, which this one replaced. */
  replaced: Tag | null;
}

const TABLES = () =>
  [
    db.papers,
    db.statements,
    db.tags,
    db.tallies,
    db.reviews,
    db.reviewPapers,
    db.history,
    db.settings,
  ] as const;

async function inOneTransaction<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await db.transaction('rw', [...TABLES()], work);
  } catch (error) {
    throw asStoreError(error);
  }
}

function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidRecord(
    result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
  );
}

/** Saves a tag in the current review (which is made if there is none). */
export async function saveTag(input: NewTag): Promise<SavedTag> {
  const wanted = parsed(NewTag, input);
  return inOneTransaction(async () => {
    const review = await ensureReview();
    const { coder } = await settings();
    const paper = await paperOf(wanted.page, coder);
    await listPaper(review.id, paper.id, coder);
    const statement = await statementOf(paper.id, wanted.statement, coder);
    await refuseReplay(wanted.tagId);
    const replaced =
      (await db.tags.get(wanted.tagId)) ??
      (await sameTag(review.id, statement.id, wanted, coder)) ??
      null;
    const at = now();
    const tag: Tag = {
      id: replaced?.id ?? wanted.tagId,
      reviewId: review.id,
      paperId: paper.id,
      statementId: statement.id,
      codebookId: wanted.codebookId,
      codebookVersion: wanted.codebookVersion,
      influenceId: wanted.influenceId,
      stance: wanted.stance,
      direction: wanted.direction,
      strength: wanted.strength,
      basis: wanted.basis,
      note: wanted.note,
      coder,
      createdAt: replaced?.createdAt ?? at,
      updatedAt: at,
    };
    const eventId = await writeTag(replaced, tag, coder);
    return { tag, statement, paper, eventId, replaced };
  });
}

/** A tag that was saved and deleted since is not brought back by a late copy of its first message. */
async function refuseReplay(tagId: string): Promise<void> {
  if (await db.tags.get(tagId)) return;
  const known = await db.history.where('[entity+entityId]').equals(['tag', tagId]).count();
  if (known)
    throw new StoreError('replayed', 'This tag was saved before and has been deleted since.');
}

/** The coder's own tag of this statement on this influence, if there is one. */
async function sameTag(
  reviewId: string,
  statementId: string,
  wanted: Pick<Tag, 'codebookId' | 'influenceId'>,
  coder: string,
): Promise<Tag | undefined> {
  const tags = await db.tags.where('statementId').equals(statementId).toArray();
  return tags.find(
    (t) =>
      t.reviewId === reviewId &&
      t.codebookId === wanted.codebookId &&
      t.influenceId === wanted.influenceId &&
      t.coder === coder,
  );
}

/** Finds the paper's statement of this quote, or makes it; a new representation is added to its targets. */
async function statementOf(
  paperId: string,
  given: z.output<typeof NewTag>['statement'],
  who: string,
): Promise<Statement> {
  const quote = given.quote.replace(/\s+/g, ' ').trim();
  const key = quoteKey(quote);
  if (!key) throw new InvalidRecord('the quote is empty');
  const target = { ...given.target, url: pageAddress(given.target.url) };
  const before = await db.statements.get({ paperId, quoteKey: key });
  const at = now();
  if (!before) {
    const statement: Statement = {
      id: newId(),
      paperId,
      quote,
      quoteKey: key,
      section: given.section,
      page: given.page,
      cites: given.cites,
      machineLabels: given.machineLabels,
      targets: [target],
      createdAt: at,
      updatedAt: at,
    };
    await db.statements.add(statement);
    await record({
      who,
      entity: 'statement',
      entityId: statement.id,
      action: 'create',
      before: null,
      after: statement,
    });
    return statement;
  }
  if (before.targets.some((t) => t.url === target.url)) return before;
  const after: Statement = {
    ...before,
    section: before.section ?? given.section,
    cites: before.cites.length ? before.cites : given.cites,
    machineLabels: before.machineLabels.length ? before.machineLabels : given.machineLabels,
    targets: [...before.targets, target].slice(-20),
    updatedAt: at,
  };
  await db.statements.put(after);
  await record({ who, entity: 'statement', entityId: after.id, action: 'update', before, after });
  return after;
}

/** Writes a tag (or deletes it, with `after` null), its event and its cells. Gives the event's id. */
async function writeTag(before: Tag | null, after: Tag | null, who: string): Promise<string> {
  const one = after ?? before;
  if (!one) throw new NotFound('tag');
  if (after) await db.tags.put(parsed(Tag, after));
  else await db.tags.delete(one.id);
  await recountCells([before, after].filter((t): t is Tag => t !== null));
  return record({
    who,
    reviewId: one.reviewId,
    entity: 'tag',
    entityId: one.id,
    action: before ? (after ? 'update' : 'delete') : 'create',
    before,
    after,
    codebookVersion: one.codebookVersion,
  });
}

/** Changes a tag's influence, stance or any of its dials. `strength: null` takes the rating away. */
export async function changeTag(
  id: string,
  change: TagChange,
): Promise<{ tag: Tag; eventId: string }> {
  const wanted = parsed(TagChange, change);
  return inOneTransaction(async () => {
    const before = await db.tags.get(id);
    if (!before) throw new NotFound('tag');
    const { coder } = await settings();
    const { strength, ...rest } = wanted;
    const set = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined));
    const after: Tag = {
      ...before,
      ...set,
      strength: strength === undefined ? before.strength : (strength ?? undefined),
      updatedAt: now(),
    };
    const twin = await sameTag(after.reviewId, after.statementId, after, after.coder);
    // Moved onto an influence this statement is already tagged with: the two become one.
    if (twin && twin.id !== id) await writeTag(twin, null, coder);
    return { tag: after, eventId: await writeTag(before, after, coder) };
  });
}

/** Deletes a tag. Its statement goes with the last tag on it; history keeps both. */
export async function deleteTag(id: string): Promise<{ eventId: string }> {
  return inOneTransaction(async () => {
    const before = await db.tags.get(id);
    if (!before) throw new NotFound('tag');
    const { coder } = await settings();
    const eventId = await writeTag(before, null, coder);
    await dropBareStatement(before.statementId, coder);
    return { eventId };
  });
}

async function dropBareStatement(statementId: string, who: string): Promise<void> {
  if (await db.tags.where('statementId').equals(statementId).count()) return;
  const before = await db.statements.get(statementId);
  if (!before) return;
  await db.statements.delete(statementId);
  await record({
    who,
    entity: 'statement',
    entityId: statementId,
    action: 'delete',
    before,
    after: null,
  });
}

/**
 * Takes one event on a tag back, and gives the new event's id: undoing that one is redo.
 * If the tag has changed since, nothing happens and the error says so.
 */
export async function undo(eventId: string): Promise<{ eventId: string; tag: Tag | null }> {
  return inOneTransaction(async () => {
    const event = (await db.history.get(eventId)) as HistoryEvent | undefined;
    if (event?.entity !== 'tag') throw new NotFound('step');
    const current = (await db.tags.get(event.entityId)) ?? null;
    const after = event.after as Tag | null;
    if ((current?.updatedAt ?? null) !== (after?.updatedAt ?? null)) throw new NotFound('step');
    const { coder } = await settings();
    const before = event.before ? { ...(event.before as Tag), updatedAt: now() } : null;
    if (before && !(await db.statements.get(before.statementId)))
      await restoreStatement(before.statementId, coder);
    const undone = await writeTag(current, before, coder);
    if (!before && current) await dropBareStatement(current.statementId, coder);
    return { eventId: undone, tag: before };
  });
}

async function restoreStatement(id: string, who: string): Promise<void> {
  const events = await db.history.where('[entity+entityId]').equals(['statement', id]).toArray();
  const last = events
    .filter((e) => e.action === 'delete')
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  if (!last) throw new NotFound('statement');
  const statement = last.before as Statement;
  await db.statements.add(statement);
  await record({
    who,
    entity: 'statement',
    entityId: id,
    action: 'create',
    before: null,
    after: statement,
  });
}
