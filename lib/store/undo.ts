/** Taking steps back. History is never edited: undo is a new event, and undoing that one is redo. */
import { changedAt, type HistoryEvent, Tag } from '../model';
import { db } from './db';
import { ChangedSince, NotFound } from './errors';
import { listPaper } from './papers';
import { settings } from './settings';
import { dropBareStatement, statementAgain } from './statements';
import { inTagTransaction, sameTag, writeTag } from './tags';
import { sameRecord } from './transaction';

/**
 * Takes one event on a tag back, with the others of its step, and gives the new event's id: undoing that
 * one is redo. If a tag of the step has changed since, nothing happens and the error says so.
 */
export async function undo(eventId: string): Promise<{ eventId: string; tag: Tag | null }> {
  return inTagTransaction(async () => {
    const main = await db.history.get(eventId);
    if (main?.entity !== 'tag') throw new NotFound('step');
    const { coder } = await settings();
    const also: string[] = [];
    for (const id of main.also ?? []) {
      const part = await db.history.get(id);
      if (part?.entity !== 'tag') throw new NotFound('step');
      also.push((await takeBack(part, coder)).eventId);
    }
    const undone = await takeBack(main, coder, also);
    // Last, because the parts of a step make room for one another.
    for (const id of [main.entityId, ...(await entitiesOf(also))]) await refuseDouble(id);
    return undone;
  });
}

async function takeBack(
  event: HistoryEvent,
  who: string,
  also: readonly string[] = [],
): Promise<{ eventId: string; tag: Tag | null }> {
  const current = (await db.tags.get(event.entityId)) ?? null;
  if (!sameRecord(current, sideOf(event, event.after)))
    throw new ChangedSince('This tag has been changed since, so the step was not taken back.');
  const before = sideOf(event, event.before);
  let back: Tag | null = null;
  if (before) {
    if (!(await db.reviews.get(before.reviewId))) throw new NotFound('review');
    const statement = await statementAgain(before.statementId, who);
    // The statement may have moved since, with a corrected paper.
    const { id: statementId, paperId } = statement;
    back = { ...before, statementId, paperId, updatedAt: changedAt(current, before) };
    // It may have left the review's list when its last tag was taken to another paper.
    await listPaper(back.reviewId, paperId, who);
  }
  const eventId = await writeTag(current, back, who, { also });
  if (current && current.statementId !== back?.statementId)
    await dropBareStatement(current.statementId, who);
  return { eventId, tag: back };
}

/** A side of an event as the tag it was. History may come from a file, so it is checked. */
function sideOf(event: HistoryEvent, side: unknown): Tag | null {
  if (side === null || side === undefined) return null;
  const read = Tag.safeParse(side);
  if (!read.success || read.data.id !== event.entityId) throw new NotFound('step');
  return read.data;
}

async function entitiesOf(eventIds: readonly string[]): Promise<string[]> {
  const events = await db.history.bulkGet([...eventIds]);
  return events.flatMap((e) => e?.entityId ?? []);
}

async function refuseDouble(tagId: string): Promise<void> {
  const tag = await db.tags.get(tagId);
  if (tag && (await sameTag(tag)))
    throw new ChangedSince(
      'This statement has been tagged with this influence again since, so the step was not taken back.',
    );
}
