/** Going over the page in tagging mode: from statement to statement, back one step at a time, and out. */
import { documentsOf } from '../../../lib/paint';
import type { CommandContext } from '../../../lib/tagging';
import type { Highlights } from '../show/highlights';
import type { ListReader } from '../source/list-reader';
import { neighbourOf, type PageText, type Passage, standing } from '../source/page-text';
import type { Session } from './session';
import { chosenOf, handOf, panelOf } from './state';

/** What a walk goes over, and what ends tagging mode. */
interface Parts {
  session: Session;
  highlights: Highlights;
  text: PageText;
  list: ListReader;
  reveal(range: Range): Promise<void>;
  leave(): void;
}

type PageVerbs = CommandContext['page'];

export class Walk implements PageVerbs {
  constructor(
    private readonly doc: Document,
    private readonly parts: Parts,
  ) {}

  walk(by: 1 | -1, tagged: boolean): void {
    this.parts.session.walkUntil(this.go(by, tagged));
  }

  leave(): void {
    this.parts.leave();
  }

  /** Takes one thing back at a time: panel, move, edit, half a draft with the choice, the mode. */
  back(): void {
    const { session } = this.parts;
    const { kind } = handOf(session.state);
    if (panelOf(session.state).kind !== 'none') session.panels.show('none');
    else if (kind === 'moving') session.dispatch({ type: 'put-down' });
    else if (kind === 'editing') session.edit(null);
    else if (kind !== 'empty') {
      this.deselect();
      session.choose(null);
    } else this.leave();
  }

  private async go(by: 1 | -1, tagged: boolean): Promise<void> {
    const { session, highlights, text, list } = this.parts;
    if (list.active) {
      list.move(by);
      return;
    }
    if (!tagged) await text.ready();
    // Only now: a page that renders its text anew meanwhile has moved the choice to its new place.
    const from = standing(chosenOf(session.state)?.range ?? null);
    const passage = tagged ? null : text.neighbour(from, by);
    const found = tagged ? neighbourOf(highlights.found(), ({ range }) => range, from, by) : null;
    if (found) this.goTo(found, found.statementId);
    else if (passage) this.goTo(passage, highlights.statementAtRange(passage.range));
    else session.tags.steps.toast(by > 0 ? 'at-end' : 'at-start', null);
  }

  private deselect(): void {
    for (const doc of documentsOf(this.doc)) doc.getSelection()?.removeAllRanges();
  }

  /** Shows a passage and chooses it. */
  goTo(passage: Passage, statementId: string | null): void {
    this.deselect();
    void this.parts.reveal(passage.range);
    this.parts.session.choose(passage, statementId);
  }
}
