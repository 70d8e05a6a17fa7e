/**
 * What tagging mode writes, by messages to the background: a tag counts as saved when that has answered.
 * Every step that was taken can be taken back, in this page's own order.
 */
import { Orphaned, RequestFailed, send, type TagOnPage, type ToastKind } from '../../lib/messaging';
import type { PageReport, StanceCounts, Tag } from '../../lib/model';
import { newId } from '../../lib/model/id';
import type { NewTag } from '../../lib/store';
import { type CompleteDraft, EMPTY_DRAFT } from '../../lib/tagging';
import { asPage } from './as-page';
import { type Passage, standing } from './page-text';
import type { Chosen, Held, TaggingView, UnsavedTag } from './view';

/** The session, as far as the writer needs it. */
export interface Written {
  readonly view: TaggingView;
  set(change: Partial<TaggingView>): void;
  load(): Promise<void>;
}

/** What the writer asks of the page; the controller answers. */
export interface PageSide {
  report(): PageReport;
  /** A passage as it is now, and the paper whose words it is. */
  hold(passage: Passage): Held;
  /** Tags, the choice or unsaved tags have changed: paint them. */
  paint(): void;
  /** The extension was reloaded: unsaved tags want another copy of this script. */
  orphaned(): void;
}

type Filed = Pick<NewTag, 'statement' | 'page'>;

export class TagWriter {
  private undoStack: string[] = [];
  private redoStack: string[] = [];
  private toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Written,
    private readonly page: PageSide,
  ) {}

  /** Saves what was put together for the chosen statement. */
  async save(draft: CompleteDraft): Promise<void> {
    const { current, codebooks, review } = this.session.view;
    if (!current) return;
    const filed = this.filed(current);
    if (!filed) return;
    const codebook = codebooks.find((c) => c.id === draft.influence.codebookId);
    const tag: NewTag = {
      tagId: newId(),
      // The review on screen: switching reviews before a retry must not move the tag.
      reviewId: review?.id,
      ...filed,
      ...draft.influence,
      codebookVersion: codebook?.version ?? '',
      stance: draft.stance,
      direction: draft.direction,
      strength: draft.strength,
      basis: draft.basis,
      note: draft.note,
    };
    this.session.set({
      draft: { ...EMPTY_DRAFT, basis: current.basis ?? 'own' },
      last: draft.influence,
    });
    await this.deliver({
      tag,
      range: current.range,
      state: 'saving',
      sentence: '',
      orphaned: false,
    });
  }

  /** What is saved of the chosen passage. Nothing is filed under a paper that its words may not be of. */
  private filed(current: Chosen): Filed | null {
    const again = current.held.page === null && standing(current.range);
    const held = again ? this.page.hold(current) : current.held;
    const { statement, page } = held;
    if (!page) {
      this.session.set({ problem: CHANGING });
      return null;
    }
    if (again) this.session.set({ current: { ...current, held } });
    return { statement, page };
  }

  /** Sends one tag; it stays visible as unsaved until the background says that it is on disk. */
  private async deliver(unsaved: UnsavedTag): Promise<void> {
    const { tag } = unsaved;
    const { tagId } = tag;
    const others = () => this.session.view.unsaved.filter((u) => u.tag.tagId !== tagId);
    this.session.set({ unsaved: [...others(), { ...unsaved, state: 'saving' }] });
    this.page.paint();
    try {
      const saved = await asPage(tag.page, () => send('tags/save', tag));
      this.took(saved.eventId);
      this.session.set({ unsaved: others() });
      this.showSaved(saved, unsaved.tag.statement);
      this.toast('saved', saved.tag, saved.replaced);
    } catch (error) {
      const { sentence, orphaned } = explain(error);
      this.session.set({
        unsaved: [...others(), { ...unsaved, state: 'failed', sentence, orphaned }],
        orphaned,
      });
      if (orphaned) this.page.orphaned();
    }
    this.page.paint();
  }

  retry(): void {
    for (const unsaved of this.session.view.unsaved)
      if (unsaved.state === 'failed') void this.deliver(unsaved);
  }

  discard(tagId: string): void {
    this.session.set({ unsaved: this.session.view.unsaved.filter((u) => u.tag.tagId !== tagId) });
    this.page.paint();
  }

  /** Takes over what an older copy of this script could not save. */
  adopt(unsaved: readonly UnsavedTag[]): void {
    for (const one of unsaved) void this.deliver(one);
  }

  async change(tag: Tag, change: Record<string, unknown>): Promise<void> {
    await this.attempt(async () => {
      const { tag: after, eventId } = await this.ask(() =>
        send('tags/change', { id: tag.id, change }),
      );
      this.took(eventId);
      const { view } = this.session;
      this.show(view.tags.map((t) => (t.tag.id === after.id ? { ...t, tag: after } : t)));
      if (view.editing?.id === after.id) this.session.set({ editing: after });
      if (view.savedHere?.id === after.id) this.session.set({ savedHere: after });
      this.toast('changed', after);
    });
  }

  async remove(tag: Tag): Promise<void> {
    await this.attempt(async () => {
      const { eventId } = await this.ask(() => send('tags/delete', { id: tag.id }));
      this.took(eventId);
      this.session.set({ editing: null, savedHere: null });
      this.show(this.session.view.tags.filter((t) => t.tag.id !== tag.id));
      this.toast('deleted', tag);
    });
  }

  /** Takes a tag to the chosen statement. */
  async moveHere(tag: Tag): Promise<void> {
    const { current } = this.session.view;
    this.session.set({ moving: null });
    if (!current || current.statementId === tag.statementId) return;
    const filed = this.filed(current);
    if (!filed) return;
    await this.attempt(async () => {
      const moved = await this.ask(() =>
        asPage(filed.page, () => send('tags/move', { id: tag.id, ...filed })),
      );
      this.took(moved.eventId);
      this.showSaved(moved, filed.statement);
      this.toast('moved', moved.tag);
    });
  }

  undo = (): Promise<void> => this.step(this.undoStack, this.redoStack, 'undone');
  redo = (): Promise<void> => this.step(this.redoStack, this.undoStack, 'redone');

  private async step(from: string[], to: string[], kind: 'undone' | 'redone'): Promise<void> {
    const eventId = from.at(-1);
    if (!eventId) {
      const what = kind === 'undone' ? 'undo' : 'redo';
      this.session.set({ problem: `There is nothing to ${what} here.` });
      return;
    }
    await this.attempt(async () => {
      const { eventId: back, tag } = await this.ask(() => send('tags/undo', { eventId }));
      // Only now: a step that was not taken back is still the last.
      drop(from, eventId);
      to.push(back);
      this.session.set({ savedHere: null, editing: null });
      this.toast(kind, tag);
      await this.session.load();
    });
  }

  /** Says for three seconds what became of a tag, or that there is nothing further. */
  toast(kind: ToastKind, tag: Tag | null, replaced: Tag | null = null): void {
    clearTimeout(this.toastTimer);
    this.session.set({ toast: { kind, tag, replaced } });
    this.toastTimer = setTimeout(() => this.session.set({ toast: null }), TOAST_MS);
  }

  end(): void {
    clearTimeout(this.toastTimer);
  }

  /** A request about a tag that this page shows. */
  private ask<T>(request: () => Promise<T>): Promise<T> {
    return asPage(this.page.report(), request);
  }

  private took(eventId: string): void {
    this.undoStack.push(eventId);
    this.redoStack = [];
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.session.set({ problem: null });
      await work();
    } catch (error) {
      const { sentence, orphaned } = explain(error);
      const { view } = this.session;
      this.session.set({ problem: sentence, orphaned: view.orphaned || orphaned });
    }
    this.page.paint();
  }

  /** A tag now stands on its statement; where that is the chosen passage, the toolbar knows of it. */
  private showSaved({ tag, statement }: TagOnPage, held: NewTag['statement']): void {
    const { current, tags } = this.session.view;
    if (current !== null && current.held.statement === held)
      this.session.set({ savedHere: tag, current: { ...current, statementId: statement.id } });
    this.show([...tags.filter((t) => t.tag.id !== tag.id), { tag, statement }]);
  }

  private show(tags: TagOnPage[]): void {
    const { current } = this.session.view;
    this.session.set({
      tags,
      counts: countStances(tags),
      current: current && {
        ...current,
        tags: tags.filter((t) => t.statement.id === current.statementId),
      },
    });
  }
}

function drop(list: string[], id: string): void {
  const at = list.lastIndexOf(id);
  if (at >= 0) list.splice(at, 1);
}

const CHANGING =
  'This page is changing, and Bearing cannot tell yet which paper this text is of. Nothing was saved: try again in a moment.';

/** How long the line "Saved … undo" stands (ui.md). */
const TOAST_MS = 3000;

function explain(error: unknown): { sentence: string; orphaned: boolean } {
  if (error instanceof RequestFailed)
    return { sentence: error.message, orphaned: error instanceof Orphaned };
  return {
    sentence: `Something went wrong (${String(error)}). Nothing was changed.`,
    orphaned: false,
  };
}

export function countStances(tags: readonly TagOnPage[]): StanceCounts {
  const counts: StanceCounts = { supporting: 0, contrasting: 0, mentioning: 0 };
  for (const { tag } of tags) counts[tag.stance] += 1;
  return counts;
}
