/** What the reader's keys ask for: walking over statements and lists, taking things back, leaving. */
import { documentsOf } from '../../../lib/paint';
import type { Action } from '../../../lib/tagging';
import type { Highlights } from '../show/highlights';
import type { ListReader } from '../source/list-reader';
import { neighbourOf, type PageText, type Passage, standing } from '../source/page-text';
import { reveal } from '../source/reveal';
import type { Session } from './session';
import { carryOut } from './session-actions';

/** What the deeds are done to. */
interface Parts {
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
    private readonly parts: Parts,
  ) {}

  /** Whether a move is under way, which will choose a statement. */
  get moving(): boolean {
    return this.move !== null;
  }

  /** Does what a key or a command asks for, after the move that is under way. */
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
    const ours = carryOut(action, this.parts.session);
    switch (ours?.do) {
      case 'list':
        void this.parts.list.putOnList();
        break;
      case 'next':
        this.startMove(1, ours.tagged);
        break;
      case 'previous':
        this.startMove(-1, ours.tagged);
        break;
      case 'leave':
        this.parts.leave();
        break;
      case 'back':
        this.back();
        break;
    }
  }

  /** Escape takes one thing back at a time: panel, edit, half a draft, the choice, the mode. */
  private back(): void {
    const { view } = this.parts.session;
    if (view.panel !== 'none') this.parts.session.set({ panel: 'none' });
    else if (view.moving) this.parts.session.set({ moving: null });
    else if (view.editing) this.parts.session.edit(null);
    else if (view.current) {
      this.deselect();
      this.parts.session.choose(null);
    } else this.parts.leave();
  }

  private async walk(step: 1 | -1, tagged: boolean): Promise<void> {
    if (this.parts.list.active) {
      this.parts.list.move(step);
      return;
    }
    if (!tagged) await this.parts.text.ready();
    // Only now: a page that renders its text anew meanwhile has moved the choice to its new place.
    const from = standing(this.parts.session.view.current?.range ?? null);
    if (tagged) {
      const found = this.parts.highlights.found();
      const next = neighbourOf(found, (f) => f.range, from, step);
      if (next) this.goTo(next, next.statementId);
      else this.parts.session.tags.steps.toast(step > 0 ? 'at-end' : 'at-start', null);
      return;
    }
    const next = this.parts.text.neighbour(from, step);
    if (next) this.goTo(next, this.parts.highlights.statementAtRange(next.range));
    else this.parts.session.tags.steps.toast(step > 0 ? 'at-end' : 'at-start', null);
  }

  private deselect(): void {
    for (const doc of documentsOf(this.doc)) doc.getSelection()?.removeAllRanges();
  }

  /** Shows a passage and chooses it. */
  goTo(passage: Passage, statementId: string | null): void {
    this.deselect();
    reveal(passage.range);
    this.parts.session.choose(passage, statementId);
  }
}
