/** Taking a tag to the passage that it was meant for. One step, and one to take back. */
import { MovedTag, type Statement, type Tag } from '../../model';
import { commit } from '../commit';
import type { Asked } from '../committed';
import { checkOwn, type OthersToo } from '../read/whose';
import { listPaper, paperOfPassage } from './papers';
import { uniteTwins } from './same-tag';
import { dropBareStatement, statementOf } from './statements';
import { tagById } from './tags';
import { parsed } from './transaction';

/**
 * Moves a tag to another passage with all its fields; its old statement goes if no tag is left on it. A
 * tag of the same influence that is already there is merged with it, and `undo` parts them again.
 * @throws NotFound, InvalidRecord, Problem for another coder's
 */
export async function moveTag(
  input: MovedTag,
  { origin, ...whose }: OthersToo & Asked = {},
): Promise<{ tag: Tag; statement: Statement; eventId: string }> {
  const { id, page, statement: passage } = parsed(MovedTag, input);
  return commit(
    'move-tag',
    async (step) => {
      const tag = await tagById(id);
      await checkOwn([tag], whose);
      const paper = await paperOfPassage(page, passage.quote, step);
      await listPaper(tag.reviewId, paper.id, step, { aside: 'aside' });
      const statement = await statementOf(paper.id, passage, step);
      // Read again: the page's metadata may have joined two papers, this tag's among them.
      const before = await tagById(id);
      const after: Tag = {
        ...before,
        paperId: paper.id,
        statementId: statement.id,
        updatedAt: step.at,
      };
      const moved = await step.put('tags', await uniteTwins(after, step));
      await dropBareStatement(before.statementId, step);
      return { tag: moved, statement, eventId: step.id };
    },
    { origin },
  );
}
