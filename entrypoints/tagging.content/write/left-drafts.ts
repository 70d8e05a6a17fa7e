/** The drafts whose paper is in doubt: kept, asked about, and carried out as the reader answers. */
import type { Tag } from '../../../lib/model';
import type { Draft } from '../../../lib/tagging';
import { heldNow, type PageSide, type Stateful } from '../mode/page-side';
import { chosenOf, type LeftDraft } from '../mode/state';
import { standing } from '../source/page-text';
import { begunOn, isReady, noteOf, type ReadyDraft } from './left';
import type { Discarded } from './steps';
import type { Unfinished } from './unfinished';

/** The session, as far as drafts need it. */
export interface Asking extends Stateful {
  readonly tags: {
    file(draft: ReadyDraft): Promise<void>;
    keepNote(id: string, note: string, left: LeftDraft): Promise<void>;
    readonly steps: { discarded(step: Discarded): void };
  };
  readonly unfinished: Unfinished;
  readonly isOn: boolean;
  /** Makes the words of a draft what keys act on, with the draft as it was. */
  chooseLeft(left: LeftDraft, range: Range, elsewhere: boolean): void;
  /** The tag of this id on the page. */
  tagOf(id: string): Tag | undefined;
}

const UNKNOWN =
  'Bearing cannot tell which paper these words are of: they are no longer on the page. They are kept here until the page is reloaded or closed.';

/** A question cannot have been read sooner than this after the previous answer. */
const READ_MS = 600;

export class LeftDrafts {
  constructor(
    private readonly session: Asking,
    private readonly page: PageSide,
  ) {}

  private get all(): readonly LeftDraft[] {
    return this.session.state.left;
  }

  private put(left: readonly LeftDraft[]): void {
    this.session.dispatch({ type: 'left', left: [...left] });
    this.session.unfinished.keepSoon();
  }

  private change(id: string, change: Partial<LeftDraft>): void {
    this.put(this.all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  add(left: LeftDraft): void {
    this.put([...this.all.filter(({ id }) => id !== left.id), left]);
  }

  remove(id: string): void {
    if (!this.all.some((one) => one.id === id)) return;
    this.put(this.all.filter((one) => one.id !== id));
  }

  /** The page shows another content: what is begun on the chosen statement stays with its paper. */
  leaveChosen(): void {
    const { state, unfinished } = this.session;
    if (chosenOf(state)?.left) return;
    const begun = begunOn(state);
    if (!begun) return;
    unfinished.drop(begun);
    this.add(begun);
  }

  /** The page has been read: what is of its paper goes on, what is of another is asked about. */
  settle(): void {
    for (const left of this.all) {
      if (left.state === 'finishing' || left.state === 'saving') continue;
      const held = heldNow(this.page, left);
      const fate = this.page.fate(held);
      if (fate === 'wait') continue;
      const now: LeftDraft = { ...left, held, state: 'asked' };
      if (fate !== 'go-on' || !this.goesOn(now)) this.change(left.id, now);
    }
  }

  /**
   * Its paper is shown: a tag is saved, anything else is what keys act on again. False where something else is, where
   * keys are the page's, or where the tag whose note it is has not been found.
   */
  private goesOn(left: LeftDraft): boolean {
    // A note half rewritten is not finished because the reader went back.
    if (!left.tagId && isReady(left)) this.file(left);
    else if (!this.session.isOn || chosenOf(this.session.state)) return false;
    else if (left.tagId && !this.canEdit(left.tagId, left)) return false;
    else this.resume(left);
    return true;
  }

  private canEdit(tagId: string, left: LeftDraft): boolean {
    return this.session.tagOf(tagId) !== undefined && this.placeOf(left) !== null;
  }

  private answeredAt = Number.NEGATIVE_INFINITY;

  /** A key pressed twice in a row is one answer: the next question has not been read yet. */
  answerByKey(keep: boolean, id: string): void {
    if (performance.now() - this.answeredAt >= READ_MS) this.answer(keep, id);
  }

  /** The reader's answer about the draft of this id. */
  answer(keep: boolean, id: string): void {
    const left = this.all.find((one) => one.id === id && one.state === 'asked');
    if (!left) return;
    this.answeredAt = performance.now();
    if (!keep) {
      this.discard(left);
      return;
    }
    const held = heldNow(this.page, left);
    const now = { ...left, held };
    if (!held.page) this.session.tell(UNKNOWN);
    else if (isReady(now)) this.file(now);
    else this.resume(now);
  }

  /** Sends it. It is kept until that is acknowledged: the document may be gone by then. */
  private file(left: ReadyDraft): void {
    const { tags } = this.session;
    this.add({ ...left, state: 'saving' });
    const note = noteOf(left);
    if (left.tagId) void tags.keepNote(left.tagId, note, left);
    else void tags.file({ ...left, draft: { ...left.draft, note } });
  }

  /** Where its words are on this page; null where they are not. */
  private placeOf({ held, range }: LeftDraft): Range | null {
    const shown = held.page !== null && this.page.shows(held.page);
    return standing(range) ?? (shown ? this.page.find(held) : null);
  }

  /** Makes it what keys act on again. */
  private resume(left: LeftDraft): void {
    const there = this.placeOf(left);
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
    this.keep(id, draft, typed);
    if (this.finishing(id)) this.change(id, { state: 'asked' });
  }

  /** Something was typed or turned while it is being finished. */
  keep(id: string, draft: Draft, typed: string | null): void {
    if (this.finishing(id)) this.change(id, { draft, typed });
  }

  private finishing(id: string): boolean {
    return this.all.some((one) => one.id === id && one.state === 'finishing');
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
