/** What the reader can do about a statement whose quote is not on the page as it was tagged. */
import type { NotFoundDeed } from '../../../lib/messaging';
import type { Passage } from '../source/page-text';
import { mostSimilar } from '../source/similar';
import type { Session } from './session';
import { tagsOn } from './state';

interface Parts {
  session: Session;
  /** Reads the page's sentences. */
  sentences(): Promise<readonly { text: string; passage(): Passage | null }[]>;
  /** Scrolls to a passage and chooses it. */
  goTo(passage: Passage): void;
  /** Scrolls to what became of a statement, flashing. */
  point(statementId: string): void;
}

export class NotFoundDeeds {
  constructor(private readonly parts: Parts) {}

  async carryOut(deed: NotFoundDeed, statementId: string): Promise<void> {
    if (deed === 'show') this.parts.point(statementId);
    else if (deed === 'delete') await this.remove(statementId);
    else if (this.pickUp(statementId) && deed === 'similar') await this.toSimilar(statementId);
  }

  /** One of its tags is carried: it is put down on the passage that is chosen next. */
  private pickUp(statementId: string): boolean {
    const { session } = this.parts;
    const tag = tagsOn(session.state.tags, statementId)[0]?.tag;
    if (tag) session.dispatch({ type: 'picked-up', tagId: tag.id });
    return tag !== undefined;
  }

  private async toSimilar(statementId: string): Promise<void> {
    const { session } = this.parts;
    const quote = tagsOn(session.state.tags, statementId)[0]?.statement.quote;
    const sentences = await this.parts.sentences();
    const at =
      quote === undefined
        ? null
        : mostSimilar(
            quote,
            sentences.map(({ text }) => text),
          );
    const passage = at === null ? null : (sentences[at]?.passage() ?? null);
    if (passage) this.parts.goTo(passage);
    else session.tell(NOTHING_SIMILAR);
  }

  private async remove(statementId: string): Promise<void> {
    const { session } = this.parts;
    for (const { tag } of tagsOn(session.state.tags, statementId)) await session.tags.remove(tag);
  }
}

const NOTHING_SIMILAR = 'No sentence of this page is like it.';
