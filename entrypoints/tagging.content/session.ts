/**
 * Tagging mode's state and what changes it. The interface renders `view` and calls these methods; the
 * store is reached by messages only, and a tag counts as saved when the background has answered.
 */
import { Orphaned, RequestFailed, send, type TagOnPage } from '../../lib/messaging';
import type { PageReport, Stance, StanceCounts, Tag } from '../../lib/model';
import { newId } from '../../lib/model/id';
import type { NewTag } from '../../lib/store';
import {
  allInfluences,
  type CompleteDraft,
  type Draft,
  EMPTY_DRAFT,
  isComplete,
  type QuickInfluence,
  quickList,
  sameInfluence,
  stepStrength,
  toggleDirection,
  withFound,
} from '../../lib/tagging';
import type { Passage } from './page-text';
import { type Chosen, EMPTY_VIEW, type TaggingView, type UnsavedTag } from './view';

/** What the session asks of the page; the controller answers. */
export interface PageSide {
  report(): PageReport;
  /** The report of the paper that makes the statement: the page's own, but for statements it quotes. */
  reportFor(passage: Passage): PageReport;
  newStatement(passage: Passage): NewTag['statement'];
  /** Tags, the choice or unsaved tags have changed: paint them. */
  paint(): void;
  /** The extension was reloaded: unsaved tags want another copy of this script. */
  orphaned(): void;
}

export class Session {
  view: TaggingView = EMPTY_VIEW;
  /** Seals what cannot be saved for the next copy of this script. */
  handoverKey = '';
  private readonly listeners = new Set<() => void>();
  private undoStack: string[] = [];
  private redoStack: string[] = [];
  private toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: PageSide) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): TaggingView => this.view;

  set(change: Partial<TaggingView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Loads review, codebooks and this paper's tags; again whenever tags changed somewhere. */
  async load(): Promise<void> {
    const state = await send('page/tagging-state', { report: this.page.report() });
    this.handoverKey = state.handoverKey;
    const [lastKey] = state.recent;
    const sameReview = this.view.review?.id === state.review.id;
    const { current } = this.view;
    this.set({
      review: state.review,
      codebooks: state.codebooks,
      // The number keys keep their influences while the paper is read.
      quick:
        sameReview && this.view.quick.length
          ? this.view.quick
          : quickList(state.codebooks, state.recent),
      tags: state.tags,
      counts: countStances(state.tags),
      shortcut: state.shortcut,
      last: this.view.last ?? (lastKey ? splitKey(lastKey) : null),
      current: current && {
        ...current,
        tags: state.tags.filter((t) => t.statement.id === current.statementId),
      },
    });
    this.page.paint();
  }

  choose(passage: Passage | null, statementId: string | null = null): void {
    const current: Chosen | null = passage && {
      ...passage,
      statementId,
      tags: statementId ? this.view.tags.filter((t) => t.statement.id === statementId) : [],
    };
    this.set({
      current,
      // What was half chosen for the last statement does not leak into this one.
      draft: { ...EMPTY_DRAFT, basis: passage?.basis ?? 'own' },
      editing: null,
      panel: 'none',
      problem: null,
      savedHere: null,
    });
    this.page.paint();
  }

  stance(stance: Stance): void {
    const { draft, last, editing } = this.view;
    if (editing) return void this.change(editing, { stance });
    // The same stance key twice: again with the influence used last.
    const influence = draft.influence ?? (draft.stance === stance ? last : null);
    this.draft({ ...draft, stance, influence });
  }

  influence(chosen: QuickInfluence): void {
    const { editing } = this.view;
    const { codebookId, influenceId } = chosen;
    this.set({ quick: withFound(this.view.quick, chosen), panel: 'none' });
    if (editing)
      return void this.change(editing, {
        codebookId,
        influenceId,
        codebookVersion: chosen.codebook.version,
      });
    this.draft({ ...this.view.draft, influence: { codebookId, influenceId } });
  }

  slot(index: number): void {
    const chosen = this.view.quick[index];
    if (chosen) this.influence(chosen);
  }

  /** Enter: the influence used last. */
  confirm(): void {
    const { last, draft } = this.view;
    if (!last || draft.influence) return;
    this.draft({ ...draft, influence: last });
  }

  private draft(draft: Draft): void {
    this.set({ draft, problem: null, savedHere: null });
    if (isComplete(draft)) void this.save(draft);
  }

  direction(pressed: 'facilitator' | 'barrier'): void {
    const tag = this.target();
    if (tag) void this.change(tag, { direction: toggleDirection(tag.direction, pressed) });
    else
      this.set({
        draft: {
          ...this.view.draft,
          direction: toggleDirection(this.view.draft.direction, pressed),
        },
      });
  }

  strength(by: 1 | -1): void {
    const tag = this.target();
    if (tag) void this.change(tag, { strength: stepStrength(tag.strength, by) });
    else
      this.set({
        draft: { ...this.view.draft, strength: stepStrength(this.view.draft.strength, by) },
      });
  }

  basis(): void {
    const tag = this.target();
    const other = (basis: Tag['basis']) => (basis === 'own' ? 'second-hand' : 'own');
    if (tag) void this.change(tag, { basis: other(tag.basis) });
    else this.set({ draft: { ...this.view.draft, basis: other(this.view.draft.basis) } });
  }

  note(note: string): void {
    const tag = this.target();
    this.set({ panel: 'none' });
    if (tag) void this.change(tag, { note });
    else this.set({ draft: { ...this.view.draft, note } });
  }

  /** The tag that the dials turn: the one being edited, or the one just saved. */
  target(): Tag | null {
    const { editing, savedHere, tags } = this.view;
    const id = editing?.id ?? savedHere?.id;
    return (id && tags.find((t) => t.tag.id === id)?.tag) || null;
  }

  edit(tag: Tag | null): void {
    this.set({ editing: tag, draft: EMPTY_DRAFT, savedHere: null, panel: 'none' });
  }

  private async save(draft: CompleteDraft): Promise<void> {
    const { current, codebooks } = this.view;
    if (!current) return;
    const codebook = codebooks.find((c) => c.id === draft.influence.codebookId);
    const tag: NewTag = {
      tagId: newId(),
      // The review on screen: switching reviews before a retry must not move the tag.
      reviewId: this.view.review?.id,
      page: this.page.reportFor(current),
      statement: this.page.newStatement(current),
      ...draft.influence,
      codebookVersion: codebook?.version ?? '',
      stance: draft.stance,
      direction: draft.direction,
      strength: draft.strength,
      basis: draft.basis,
      note: draft.note,
    };
    this.set({ draft: { ...EMPTY_DRAFT, basis: current.basis ?? 'own' }, last: draft.influence });
    await this.deliver({
      tag,
      range: current.range,
      state: 'saving',
      sentence: '',
      orphaned: false,
    });
  }

  /** Sends one tag; it stays visible as unsaved until the background says that it is on disk. */
  private async deliver(unsaved: UnsavedTag): Promise<void> {
    const { tagId } = unsaved.tag;
    const others = () => this.view.unsaved.filter((u) => u.tag.tagId !== tagId);
    this.set({ unsaved: [...others(), { ...unsaved, state: 'saving' }] });
    this.page.paint();
    try {
      const saved = await send('tags/save', unsaved.tag);
      this.undoStack.push(saved.eventId);
      this.redoStack = [];
      const { current } = this.view;
      const here = current !== null && current.range === unsaved.range;
      const tags = [...this.view.tags.filter((t) => t.tag.id !== saved.tag.id), saved];
      this.set({
        unsaved: others(),
        tags,
        counts: countStances(tags),
        ...(here && {
          savedHere: saved.tag,
          current: {
            ...current,
            statementId: saved.statement.id,
            tags: tags.filter((t) => t.statement.id === saved.statement.id),
          },
        }),
      });
      this.toast({ kind: 'saved', tag: saved.tag, replaced: saved.replaced });
    } catch (error) {
      const { sentence, orphaned } = explain(error);
      this.set({
        unsaved: [...others(), { ...unsaved, state: 'failed', sentence, orphaned }],
        orphaned,
      });
      if (orphaned) this.page.orphaned();
    }
    this.page.paint();
  }

  retry(): void {
    for (const unsaved of this.view.unsaved)
      if (unsaved.state === 'failed') void this.deliver(unsaved);
  }

  discard(tagId: string): void {
    this.set({ unsaved: this.view.unsaved.filter((u) => u.tag.tagId !== tagId) });
    this.page.paint();
  }

  /** Takes over what an older copy of this script could not save. */
  adopt(unsaved: readonly UnsavedTag[]): void {
    for (const one of unsaved) void this.deliver(one);
  }

  async change(tag: Tag, change: Record<string, unknown>): Promise<void> {
    await this.attempt(async () => {
      const { tag: after, eventId } = await send('tags/change', { id: tag.id, change });
      this.undoStack.push(eventId);
      this.redoStack = [];
      const tags = this.view.tags.map((t) => (t.tag.id === after.id ? { ...t, tag: after } : t));
      this.showTags(tags);
      if (this.view.editing?.id === after.id) this.set({ editing: after });
      if (this.view.savedHere?.id === after.id) this.set({ savedHere: after });
      this.toast({ kind: 'changed', tag: after, replaced: null });
    });
  }

  async remove(tag: Tag): Promise<void> {
    await this.attempt(async () => {
      const { eventId } = await send('tags/delete', { id: tag.id });
      this.undoStack.push(eventId);
      this.redoStack = [];
      this.set({ editing: null, savedHere: null });
      this.showTags(this.view.tags.filter((t) => t.tag.id !== tag.id));
      this.toast({ kind: 'deleted', tag, replaced: null });
    });
  }

  undo = (): Promise<void> => this.step(this.undoStack, this.redoStack, 'undone');
  redo = (): Promise<void> => this.step(this.redoStack, this.undoStack, 'redone');

  private async step(from: string[], to: string[], kind: 'undone' | 'redone'): Promise<void> {
    const eventId = from.pop();
    if (!eventId)
      return this.set({
        problem:
          kind === 'undone' ? 'There is nothing to undo here.' : 'There is nothing to redo here.',
      });
    await this.attempt(async () => {
      const { eventId: back, tag } = await send('tags/undo', { eventId });
      to.push(back);
      this.set({ savedHere: null, editing: null });
      this.toast({ kind, tag, replaced: null });
      await this.load();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.set({ problem: null });
      await work();
    } catch (error) {
      const { sentence, orphaned } = explain(error);
      this.set({ problem: sentence, orphaned: this.view.orphaned || orphaned });
    }
    this.page.paint();
  }

  private showTags(tags: TagOnPage[]): void {
    const { current } = this.view;
    this.set({
      tags,
      counts: countStances(tags),
      current: current && {
        ...current,
        tags: tags.filter((t) => t.statement.id === current.statementId),
      },
    });
  }

  private toast(toast: NonNullable<TaggingView['toast']>): void {
    clearTimeout(this.toastTimer);
    this.set({ toast });
    this.toastTimer = setTimeout(() => this.set({ toast: null }), TOAST_MS);
  }

  /** The label of an influence as the review's codebooks have it. */
  labelOf(ref: { codebookId: string; influenceId: string }): string {
    const known = allInfluences(this.view.codebooks).find((q) => sameInfluence(q, ref));
    return known?.influence.label ?? ref.influenceId;
  }

  end(): void {
    clearTimeout(this.toastTimer);
    this.listeners.clear();
  }
}

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

function countStances(tags: readonly TagOnPage[]): StanceCounts {
  const counts: StanceCounts = { supporting: 0, contrasting: 0, mentioning: 0 };
  for (const { tag } of tags) counts[tag.stance] += 1;
  return counts;
}

/** `codebookId/influenceId`; codebook ids hold no slash. */
function splitKey(key: string): { codebookId: string; influenceId: string } {
  const at = key.indexOf('/');
  return { codebookId: key.slice(0, at), influenceId: key.slice(at + 1) };
}
