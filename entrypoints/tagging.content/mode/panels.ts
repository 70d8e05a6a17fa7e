/** The panels of the toolbar: one is open at a time. */
import { type PanelKind, send } from '../../../lib/messaging';
import type { CommandContext } from '../../../lib/tagging';
import type { Stateful } from './page-side';
import { panelOf } from './state';

type PanelVerbs = CommandContext['panels'];

export class Panels implements PanelVerbs {
  constructor(private readonly session: Stateful) {}

  show(panel: PanelKind): void {
    if (panel === 'none') this.session.dispatch({ type: 'closed' });
    else if (panel === 'find') this.find('');
    else this.session.dispatch({ type: 'opened', panel: { kind: panel } });
  }

  toggle(panel: Exclude<PanelKind, 'none' | 'find'>): void {
    this.show(panelOf(this.session.state).kind === panel ? 'none' : panel);
  }

  find(first: string, suggest = false): void {
    const panel = { kind: 'find', first, ...(suggest && { suggest }) } as const;
    this.session.dispatch({ type: 'opened', panel });
  }

  side(): void {
    // Straight from the key or the click: the browser opens panels only for a gesture.
    send('panel/open', {}).catch((error: Error) => this.session.tell(error.message));
  }
}
