/** What the reader asks for at the toolbar, carried out on the session and the page. */
import { influencesOf } from '../../../lib/codebook/influences';
import type { BarCommand } from '../../../lib/messaging';
import type { Deeds } from './deeds';
import type { Session } from './session';

export class Commands {
  constructor(
    private readonly session: Session,
    private readonly deeds: Deeds,
    private readonly reloadPage: () => void,
  ) {}

  carryOut(command: BarCommand): void {
    const { session } = this;
    switch (command.do) {
      case 'act':
        this.deeds.act(command.action);
        break;
      case 'influence': {
        const chosen = influencesOf(session.view.codebooks).find(command.influence);
        if (chosen) session.influence(chosen);
        break;
      }
      case 'show':
        session.show(command.panel);
        break;
      case 'edit':
        session.edit((command.tagId && session.tagOf(command.tagId)) || null);
        break;
      case 'remove': {
        const tag = session.tagOf(command.tagId);
        if (tag) void session.tags.remove(tag);
        break;
      }
      case 'cancel-move':
        session.set({ moving: null });
        break;
      case 'typed':
        session.type(command.note);
        break;
      case 'keep-note':
        session.note(command.note);
        break;
      case 'retry':
        session.tags.retry();
        break;
      case 'answer':
        session.left.answer(command.keep, command.id);
        break;
      case 'discard':
        session.tags.discard(command.tagId);
        break;
      case 'reload-page':
        this.reloadPage();
        break;
    }
  }
}
