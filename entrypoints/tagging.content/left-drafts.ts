/** The drafts whose paper is in doubt: kept, asked about, and carried out as the reader answers. */
import type { Draft } from '../../lib/tagging';
import { begunOn, isReady, noteOf, type ReadyDraft } from './left';
import { heldNow, type PageSide, type Stateful } from './page-side';
import { standing } from './page-text';
import type { Discarded } from './steps';
import type { Unfinished } from './unfinished';
import type { LeftDraft } from './view';

/** The session, as far as drafts need it. */
export interface Asking extends Stateful {
  readonly tags: {
    file(draft: ReadyDraft): Promise<void>;
    keepNote(id: string, note: string, left: LeftDraft): Promise<void>;
    readonly steps: { discarded(step: Discarded): void };
  };
  readonly unfinished: Unfinished;
  /** Makes the words of a draft what keys act on, with the draft as it was. */
  chooseLeft(left: LeftDraft, range: Range, elsewhere: boolean): void;
}

const UNKNOWN =
  'Bearing cannot tell which paper these words are of: they are no longer on the page. They are kept here.';

export class LeftDrafts {
  constructor(
    private readonly session: Asking,
    private readonly page: PageSide,
  ) {}

  private get all(): readonly LeftDraft[] {
    return this.session.view.left;
  }

  private put(left: readonly LeftDraft[]): void {
    this.session.set({ left: [...left] });
    this.session.unfinished.keepSoon();
  }

  private change(id: string, change: Partial<LeftDraft>): void {
    this.put(this.all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  add(left: LeftDraft): void {
    this.put([...this.all.filter(({ id }) => id !== left.id), left]);
  }

  remove(id: string): void {
    this.put(this.all.filter((one) => one.id !== id));
  }

  /** The page shows another content: what is begun on the chosen statement stays with its paper. */
  leaveChosen(): void {
    const { view, unfinished } = this.session;
    if (view.current?.left) return;
    const begun = begunOn(view);
    if (!begun) return;
    unfinished.drop(begun);
    this.add(begun);
  }

  /** The page has been read: what is of its paper goes on, what is of another is asked about. */
  settle(): void {
    for (const left of this.all) {
      if (left.state === 'finishing') continue;
      const held = heldNow(this.page, left);
      const fate = this.page.fate(held);
      if (fate === 'wait') continue;
      const now: LeftDraft = { ...left, held, state: 'asked' };
      if (fate !== 'go-on' || !this.goesOn(now)) this.change(left.id, now);
    }
  }

  /** Its paper is shown: it is saved, or is what keys act on again. False where something else is. */
  private goesOn(left: LeftDraft): boolean {
    if (isReady(left)) this.file(left);
    else if (this.session.view.current) return false;
    else this.resume(left);
    return true;
  }

  /** The reader's answer, about the draft of this id or the one that is shown. */
  answer(keep: boolean, id = this.all.find(({ state }) => state === 'asked')?.id): void {
    const left = this.all.find((one) => one.id === id);
    if (!left) return;
    if (!keep) {
      this.discard(left);
      return;
    }
    const held = heldNow(this.page, left);
    const now = { ...left, held };
    if (!held.page) this.session.set({ problem: UNKNOWN });
    else if (isReady(now)) this.file(now);
    else this.resume(now);
  }

  private file(left: ReadyDraft): void {
    const { tags } = this.session;
    this.remove(left.id);
    const note = noteOf(left);
    if (left.tagId) void tags.keepNote(left.tagId, note, left);
    else void tags.file({ ...left, draft: { ...left.draft, note } });
  }

  /** Makes it what keys act on again. */
  private resume(left: LeftDraft): void {
    const shown = left.held.page !== null && this.page.shows(left.held.page);
    const there = standing(left.range) ?? (shown ? this.page.find(left.held) : null);
    const { quote } = left.held.statement;
    // Begun in an earlier document, it is this one's content all the same.
    const contentId = there && this.page.hold({ range: there, quote }).contentId;
    const held = { ...left.held, contentId };
    this.session.chooseLeft({ ...left, held }, there ?? new Range(), there === null);
    if (there) this.remove(left.id);
    else this.change(left.id, { state: 'finishing' });
  }

  /** Something else is chosen while a draft was being finished: the question is there again. */
  putBack(id: string, draft: Draft, typed: string | null): void {
    const left = this.all.find((one) => one.id === id);
    if (left) this.change(id, { state: 'asked', draft: { ...left.draft, ...draft }, typed });
  }

  private discard(left: LeftDraft): void {
    this.remove(left.id);
    this.session.tags.steps.discarded({
      what: left.draft,
      undo: () => this.add({ ...left, state: 'asked' }),
      redo: () => this.remove(left.id),
    });
  }

  /** The document goes: what waits for it is saved under its own paper. */
  leaveDocument(): void {
    for (const left of this.all)
      if (left.state === 'waits' && left.held.page && isReady(left)) this.file(left);
  }
}
