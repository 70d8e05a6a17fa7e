/**
 * What was begun before this copy of the script: by an older copy, or in earlier documents of this tab. It is taken up
 * once for each page that this document shows.
 */
import type { PageReport } from '../../../lib/model';
import type { Session } from '../mode/session';
import type { Held } from '../mode/state';
import { type BegunDraft, isPaperOf } from './left';
import { leftUnfinished } from './unfinished';

/** What is asked of the page; the controller answers. */
interface Parts {
  session: Session;
  report(): PageReport;
  find(held: Held): Range | null;
  /** The content that the page shows; null while that is unknown. */
  contentId(): string | null;
  /** Turns tagging mode on. */
  start(): void;
}

export class TakeUp {
  /** The pages whose drafts have been asked for: a single-page site shows several. */
  private readonly asked = new Set<string>();

  constructor(
    private readonly doc: Document,
    private readonly parts: Parts,
    private readonly signal: AbortSignal,
  ) {}

  /** @param handed what an older copy has handed over, if one has */
  async from(handed: readonly BegunDraft[]): Promise<void> {
    const { session } = this.parts;
    const { url } = this.parts.report();
    // Later, what is kept of this document is what this copy has sent.
    const first = this.asked.size === 0;
    const kept = this.asked.has(url) ? null : await this.askFor(url);
    if (this.signal.aborted) return;
    const own = (first && kept?.own) || [];
    // What was sealed at the last moment is newer than the copy that was kept.
    const drafts = handed.length ? handed : own;
    session.unfinished.replaces(own);
    session.adopt([...(kept?.earlier ?? []), ...drafts]);
    const open = drafts.find((draft) => draft.open);
    // The page may show another paper by now.
    if (open && (!open.page || isPaperOf(open.page, this.parts.report()))) this.resume(open);
  }

  private async askFor(url: string) {
    this.asked.add(url);
    return leftUnfinished(url).catch(() => {
      this.asked.delete(url);
      return null;
    });
  }

  /** Chooses the statement again on which something was begun, with its note field as it was. */
  private resume(draft: BegunDraft): void {
    const { session, find, contentId, start } = this.parts;
    start();
    const { statement, page } = draft;
    const held = { statement, page, contentId: contentId() };
    const range = find(held) ?? this.doc.createRange();
    session.chooseHeld({ range, quote: statement.quote }, draft.statementId, held);
    if (draft.tagId && session.tagOf(draft.tagId)) session.edit(draft.tagId);
    if (draft.typed !== null) session.panels.show('note');
  }
}
