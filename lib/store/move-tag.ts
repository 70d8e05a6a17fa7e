/** Taking a tag to the passage that it was meant for. One step, and one to take back. */
import { changedAt, type Statement, type Tag } from '../model';
import { db } from './db';
import { NotFound } from './errors';
import { listPaper, paperOf } from './papers';
import { settings } from './settings';
import { dropBareStatement, statementOf } from './statements';
import { MovedTag } from './tag-input';
import { inTagTransaction, sameTag, writeTag } from './tags';
import { parsed } from './transaction';

/**
 * Moves a tag to another passage with all that it says; its old statement goes if no tag is left on it. A
 * tag of the same influence that stands there already becomes one with it, and `undo` parts them again.
 * @throws NotFound, InvalidRecord
 */
export async function moveTag(
  input: MovedTag,
): Promise<{ tag: Tag; statement: Statement; eventId: string }> {
  const { id, page, statement: passage } = parsed(MovedTag, input);
  return inTagTransaction(async () => {
    const { coder } = await settings();
    const tag = await tagById(id);
    const { paper } = await paperOf(page, coder);
    await listPaper(tag.reviewId, paper.id, coder);
    const statement = await statementOf(paper.id, passage, coder);
    // Read again: what the page says of itself may have joined two papers, this tag's among them.
    const before = await tagById(id);
    const after: Tag = {
      ...before,
      paperId: paper.id,
      statementId: statement.id,
      updatedAt: changedAt(before),
    };
    const also: string[] = [];
    for (let twin = await sameTag(after); twin; twin = await sameTag(after)) {
      also.push(await writeTag(twin, null, coder));
      after.updatedAt = changedAt(after, twin);
    }
    const eventId = await writeTag(before, after, coder, { also });
    await dropBareStatement(before.statementId, coder);
    return { tag: after, statement, eventId };
  });
}

async function tagById(id: string): Promise<Tag> {
  const tag = await db.tags.get(id);
  if (!tag) throw new NotFound('tag');
  return tag;
}
