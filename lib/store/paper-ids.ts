/** Which papers a tag or a step is about: asked before a page may touch it. Reads only. */
import { Tag } from '../model';
import { db } from './db';
import { NotFound } from './errors';

/** @throws NotFound when the tag is gone. */
export async function paperIdOfTag(id: string): Promise<string> {
  const tag = await db.tags.get(id);
  if (!tag) throw new NotFound('tag');
  return tag.paperId;
}

/** The papers of a step on tags, with those that its tags have moved to since. @throws NotFound */
export async function paperIdsOfStep(eventId: string): Promise<string[]> {
  const main = await db.history.get(eventId);
  if (main?.entity !== 'tag') throw new NotFound('step');
  const events = [main, ...(await db.history.bulkGet([...(main.also ?? [])]))];
  const sides = events.flatMap((event) => [event?.before, event?.after]);
  const then = sides.flatMap((side) => Tag.safeParse(side).data?.paperId ?? []);
  const now = await db.tags.bulkGet(events.flatMap((event) => event?.entityId ?? []));
  return [...new Set([...then, ...now.flatMap((tag) => tag?.paperId ?? [])])];
}
