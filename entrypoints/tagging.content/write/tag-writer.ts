/**
 * What tagging mode writes, by messages to the background: a tag counts as saved when that has answered.
 */
import { influencesOf } from '../../../lib/codebook/influences';
import { send, type TagOnPage } from '../../../lib/messaging';
import type { NewTag, PageReport, Tag } from '../../../lib/model';
import { newId } from '../../../lib/model/id';

import type { CompleteDraft } from '../../../lib/tagging';
import { heldNow, type PageSide, type Stateful } from '../mode/page-side';
import { chosenOf, influenceOf, type LeftDraft, type UnsavedTag } from '../mode/state';
import { asPage } from './as-page';
import type { ReadyDraft } from './left';
import { explain, Steps } from './steps';

/** The session, as far as the writer needs it. */
interface Written extends Stateful {
  readonly left: { add(left: LeftDraft): void; remove(id: string): void };
  choose(passage: null): void;
  /** Reads again what the store holds for this page. */
  load(): Promise<void>;
}

export class TagWriter {
  readonly steps: Steps;

  constructor(
    private readonly session: Written,
    private readonly page: PageSide,
  ) {
    this.steps = new Steps(session, page);
  }

  /** Saves what was put together for the chosen statement; where its paper is in doubt, it is kept and asked about. */
  async save(draft: CompleteDraft): Promise<void> {
    const chosen = chosenOf(this.session.state);
    if (!chosen) return;
    const { review } = this.session.state.stored;
    const held = heldNow(this.page, chosen);
    // The reader has named the paper by finishing the draft there.
    const fate = chosen.left ? 'go-on' : this.page.fate(held);
    // The page has turned out to show another paper, just now: this draft is asked about already.
    if (chosenOf(this.session.state)?.held !== chosen.held) return;
    const { range, statementId, left } = chosen;
    const made: ReadyDraft = {
      id: left ?? newId(),
      ...{ held, range, statementId, draft, tagId: null, typed: null, reviewId: review?.id },
      state: fate === 'wait' ? 'waits' : 'asked',
    };
    this.session.dispatch({ type: 'sent', influence: draft.influence, held });
    if (fate !== 'go-on') {
      this.session.left.add(made);
      return;
    }
    if (left) {
      this.session.left.add({ ...made, state: 'saving' });
      this.session.choose(null);
    }
    await this.file(made);
  }

  /** Sends a tag to the paper whose words it is of. */
  async file({ id, held, draft, range, reviewId }: ReadyDraft): Promise<void> {
    const { statement, page } = held;
    if (!page) return;
    const { influence, stance, direction, strength, basis, voice, siteId, newSite, note } = draft;
    const known = influencesOf(this.session.state.stored.codebooks).find(influence);
    const tag: NewTag = {
      tagId: id,
      // The review on screen: switching reviews before a retry must not move the tag.
      reviewId,
      ...{ statement, page, stance, direction, strength, basis, voice, siteId, newSite, note },
      codebookId: influence.codebookId,
      influenceId: influence.influenceId,
      codebookVersion: known?.codebook.version ?? '',
      ...(influence.newLabel !== undefined && { newInfluence: { label: influence.newLabel } }),
    };
    await this.deliver({ tag, range, state: 'saving', sentence: '', orphaned: false });
  }

  /** Sends one tag; it stays visible as unsaved until the background says that it is on disk. */
  private async deliver(unsaved: UnsavedTag): Promise<void> {
    const { tag } = unsaved;
    const { tagId } = tag;
    const others = () => this.session.state.unsaved.filter((u) => u.tag.tagId !== tagId);
    this.set([...others(), { ...unsaved, state: 'saving' }]);
    try {
      const saved = await asPage(tag.page, () => send('tags/save', tag));
      this.steps.took(saved.eventId);
      this.session.dispatch({ type: 'unsaved', unsaved: others() });
      this.session.left.remove(tagId);
      // The page may show another paper by now.
      if (this.page.shows(tag.page as PageReport)) this.filed(saved, tag.statement);
      if (tag.newInfluence || tag.newSite) await this.session.load();
      this.steps.toast('saved', saved.tag, { replaced: saved.replaced });
    } catch (error) {
      const { sentence, orphaned } = explain(error);
      const failed: UnsavedTag = { ...unsaved, state: 'failed', sentence, orphaned };
      this.session.dispatch({ type: 'unsaved', unsaved: [...others(), failed] });
      if (orphaned) this.page.orphaned();
    }
    this.page.paint();
  }

  retry(): void {
    for (const unsaved of this.session.state.unsaved)
      if (unsaved.state === 'failed') void this.deliver(unsaved);
  }

  discard(tagId: string): void {
    const unsaved = this.session.state.unsaved.find((u) => u.tag.tagId === tagId);
    if (!unsaved) return;
    const { stance } = unsaved.tag;
    this.drop(tagId);
    this.steps.discarded({
      what: { stance, influence: influenceOf(unsaved.tag) },
      undo: () => this.set([...this.session.state.unsaved, unsaved]),
      redo: () => this.drop(tagId),
    });
  }

  /** An unsaved tag is another's to save now. */
  drop(tagId: string): void {
    this.session.left.remove(tagId);
    this.set(this.session.state.unsaved.filter((u) => u.tag.tagId !== tagId));
  }

  private set(unsaved: UnsavedTag[]): void {
    this.session.dispatch({ type: 'unsaved', unsaved });
    this.page.paint();
  }

  /** Takes over what an older copy of this script could not save. */
  adopt(unsaved: readonly UnsavedTag[]): void {
    for (const one of unsaved) void this.deliver(one);
  }

  async change(id: string, change: Record<string, unknown>): Promise<void> {
    await this.steps.attempt(async () => {
      const { tag, eventId } = await this.ask(() => send('tags/change', { id, change }));
      this.steps.took(eventId);
      this.session.dispatch({ type: 'changed', tag });
      if ('newInfluence' in change || 'newSite' in change) await this.session.load();
      this.steps.toast('changed', tag);
    });
  }

  /** Saves the note of a tag that the page may no longer show; where that fails, the draft is kept. */
  async keepNote(id: string, note: string, left: LeftDraft): Promise<void> {
    const { page } = left.held;
    if (!page) return;
    const done = await this.steps.attempt(async () => {
      const changed = await asPage(page, () => send('tags/change', { id, change: { note } }));
      this.steps.took(changed.eventId);
      this.steps.toast('changed', changed.tag);
      if (this.page.shows(page)) await this.session.load();
    });
    if (done) this.session.left.remove(left.id);
    else this.session.left.add({ ...left, state: 'asked' });
  }

  async remove(tag: Tag): Promise<void> {
    await this.steps.attempt(async () => {
      const { eventId } = await this.ask(() => send('tags/delete', { id: tag.id }));
      this.steps.took(eventId);
      this.session.dispatch({ type: 'removed', tagId: tag.id });
      this.steps.toast('deleted', tag);
    });
  }

  /** Takes a tag to the chosen statement. */
  async moveHere(tagId: string): Promise<void> {
    const chosen = chosenOf(this.session.state);
    const held = chosen && heldNow(this.page, chosen);
    // It stays in hand: nothing is lost by trying again.
    if (held && (!held.page || this.page.fate(held) !== 'go-on')) {
      this.session.tell(CHANGING);
      return;
    }
    const tag = this.session.state.tags.get(tagId)?.tag;
    this.session.dispatch({ type: 'put-down' });
    if (!chosen || !held?.page || !tag || chosen.statementId === tag.statementId) return;
    const { statement, page } = held;
    await this.steps.attempt(async () => {
      const moved = await this.ask(() =>
        asPage(page, () => send('tags/move', { id: tagId, statement, page })),
      );
      this.steps.took(moved.eventId);
      this.filed(moved, chosen.held.statement);
      this.steps.toast('moved', moved.tag);
    });
  }

  /** A request about a tag that this page shows. */
  private ask<T>(request: () => Promise<T>): Promise<T> {
    return asPage(this.page.report(), request);
  }

  private filed({ tag, statement }: TagOnPage, words: NewTag['statement']): void {
    this.session.dispatch({ type: 'filed', tag: { tag, statement }, words });
  }
}

const CHANGING =
  'This page is changing, and Bearing cannot tell yet which paper this text is of. The tag is where it was: try again in a moment.';
