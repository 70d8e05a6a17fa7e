/** What the reader's keys ask for: walking over statements and lists, taking things back, leaving. */
import { documentsOf } from '../../lib/paint';
import type { Action } from '../../lib/tagging';
import type { Highlights } from './highlights';
import type { ListReader } from './list-reader';
import { neighbourOf, type PageText, type Passage, standing } from './page-text';
import { reveal } from './reveal';
import type { Session } from './session';
import { carryOut } from './session-actions';

/** What is walked over. */
interface Ground {
  session: Session;
  highlights: Highlights;
  text: PageText;
  list: ListReader;
  leave(): void;
}

export class Deeds {
  /** A move may have to read the page first; what is typed meanwhile is meant for where it arrives. */
  private move: Promise<void> | null = null;

  constructor(
    private readonly doc: Document,
    private readonly on: Ground,
  ) {}

  get moving(): boolean {
    return this.move !== null;
  }

  act(action: Action): void {
    if (this.move) void this.move.then(() => this.doNow(action));
    else this.doNow(action);
  }

  private startMove(step: 1 | -1, tagged: boolean): void {
    const move = this.walk(step, tagged).finally(() => {
      if (this.move === move) this.move = null;
    });
    this.move = move;
  }

  private doNow(action: Action): void {
    const ours = carryOut(action, this.on.session);
    switch (ours?.do) {
      case 'list':
        void this.on.list.putOnList();
        break;
      case 'next':
        this.startMove(1, ours.tagged);
        break;
      case 'previous':
        this.startMove(-1, ours.tagged);
        break;
      case 'leave':
        this.on.leave();
        break;
      case 'back':
        this.back();
        break;
    }
  }

  /** Escape takes one thing back at a time: panel, edit, half a draft, the choice, the mode. */
  private back(): void {
    const { view } = this.on.session;
    if (view.panel !== 'none') this.on.session.set({ panel: 'none' });
    else if (view.moving) this.on.session.set({ moving: null });
    else if (view.editing) this.on.session.edit(null);
    else if (view.current) {
      this.deselect();
      this.on.session.choose(null);
    } else this.on.leave();
  }

  private async walk(step: 1 | -1, tagged: boolean): Promise<void> {
    if (this.on.list.active) {
      this.on.list.move(step);
      return;
    }
    if (!tagged) await this.on.text.ready();
    // Only now: a page that renders its text anew meanwhile has moved the choice to its new place.
    const from = standing(this.on.session.view.current?.range ?? null);
    if (tagged) {
      const found = this.on.highlights.found();
      const next = neighbourOf(found, (f) => f.range, from, step);
      if (next) this.goTo(next, next.statementId);
      else this.on.session.tags.toast(step > 0 ? 'at-end' : 'at-start', null);
      return;
    }
    const next = this.on.text.neighbour(from, step);
    if (next) this.goTo(next, this.on.highlights.statementAtRange(next.range));
    else this.on.session.tags.toast(step > 0 ? 'at-end' : 'at-start', null);
  }

  private deselect(): void {
    for (const doc of documentsOf(this.doc)) doc.getSelection()?.removeAllRanges();
  }

  /** Shows a passage and chooses it. */
  goTo(passage: Passage, statementId: string | null): void {
    this.deselect();
    reveal(passage.range);
    this.on.session.choose(passage, statementId);
  }
}
