/** What can be taken back, in this page's own order, then in that of the paper's history; and the line that reports what became of a tag. */

import { ask, Orphaned, send, type Toast, type ToastKind } from '../../../lib/messaging';
import type { Tag } from '../../../lib/model';
import { Problem } from '../../../lib/model/problem';
import type { PageSide, Stateful } from '../mode/page-side';
import { asPage } from './as-page';

/** Something that was taken away before it was stored: it is taken back here, without the background. */
export interface Discarded {
  what: Toast['draft'];
  undo(): void;
  redo(): void;
}

/** A step that can be taken back: by the id of its event in the store, or here. */
type Step = string | Discarded;

export class Steps {
  private done: Step[] = [];
  private undone: Step[] = [];
  private toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Stateful,
    private readonly page: PageSide,
  ) {}

  /** A step was taken. */
  took(step: Step): void {
    this.done.push(step);
    this.undone = [];
  }

  /** True when it was done. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    let done = false;
    try {
      this.session.tell(null);
      await work();
      done = true;
    } catch (error) {
      this.session.tell(explain(error).sentence);
    }
    this.page.paint();
    return done;
  }

  /** Something was taken away that was never stored: it can be taken back like everything else. */
  discarded(step: Discarded): void {
    this.took(step);
    this.toast('discarded', null, { draft: step.what });
  }

  undo = (): Promise<void> => this.step(this.done, this.undone, 'undone');
  redo = (): Promise<void> => this.step(this.undone, this.done, 'redone');

  private async step(from: Step[], to: Step[], kind: 'undone' | 'redone'): Promise<void> {
    const step = from.at(-1) ?? (await this.lastInStore(kind));
    if (step === null) {
      const what = kind === 'undone' ? 'undo' : 'redo';
      this.session.tell(`There is nothing to ${what} here.`);
    } else if (typeof step === 'string')
      await this.attempt(() => this.stepInStore(step, from, to, kind));
    else {
      drop(from, step);
      to.push(step);
      if (kind === 'undone') step.undo();
      else step.redo();
      this.toast(kind, null, { draft: step.what });
    }
  }

  /** What was done on this paper before this page was opened can be taken back as well. */
  private async lastInStore(kind: 'undone' | 'redone'): Promise<string | null> {
    const report = this.page.report();
    const request = () => ask('tags/last-step', { report, redo: kind === 'redone' });
    const found = await asPage(report, request).catch(() => null);
    return found?.eventId ?? null;
  }

  private async stepInStore(
    eventId: string,
    from: Step[],
    to: Step[],
    kind: 'undone' | 'redone',
  ): Promise<void> {
    const request = () => send('tags/undo', { eventId });
    const { eventId: back, tag } = await asPage(this.page.report(), request);
    // Only now: a step that was not taken back is still the last.
    drop(from, eventId);
    to.push(back);
    this.session.dispatch({ type: 'stepped' });
    this.toast(kind, tag);
    await this.session.load();
  }

  /** Shows for three seconds what became of a tag, or that there is nothing further. */
  toast(
    kind: ToastKind,
    tag: Tag | null,
    {
      replaced = null,
      draft = null,
      newVersion = null,
      papers,
    }: Partial<Omit<Toast, 'kind' | 'tag'>> = {},
  ): void {
    clearTimeout(this.toastTimer);
    const more = papers === undefined ? {} : { papers };
    const toast = { kind, tag, replaced, draft, newVersion, ...more };
    this.session.dispatch({ type: 'toast', toast });
    const end = () => this.session.dispatch({ type: 'toast', toast: null });
    this.toastTimer = setTimeout(end, TOAST_MS);
  }

  end(): void {
    clearTimeout(this.toastTimer);
  }
}

function drop(list: Step[], step: Step): void {
  const at = list.lastIndexOf(step);
  if (at >= 0) list.splice(at, 1);
}

/** How long the line "Saved … undo" is shown (ui.md). */
const TOAST_MS = 3000;

export function explain(error: unknown): { sentence: string; orphaned: boolean } {
  if (error instanceof Problem)
    return { sentence: error.message, orphaned: error instanceof Orphaned };
  return {
    sentence: `Something went wrong (${String(error)}). Nothing was changed.`,
    orphaned: false,
  };
}
