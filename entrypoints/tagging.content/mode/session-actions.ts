/** The actions of tagging mode that need nothing of the page: the session alone carries them out. */
import { send } from '../../../lib/messaging';
import type { Action } from '../../../lib/tagging';
import type { Session } from './session';

/** What is left for the page's side: moving, lists, deleting what is at hand, going back. */
export type PageAction = Extract<
  Action,
  { do: 'list' | 'next' | 'previous' | 'leave' | 'back' | 'nothing' }
>;

/** Carries out an action of the session. Gives back one that is the page's to carry out. */
export function carryOut(action: Action, session: Session): PageAction | null {
  switch (action.do) {
    case 'stance':
      session.stance(action.stance);
      return null;
    case 'influence':
      session.slot(action.slot);
      return null;
    case 'confirm':
      session.confirm();
      return null;
    case 'direction':
      session.direction(action.direction);
      return null;
    case 'stronger':
      session.strength(1);
      return null;
    case 'weaker':
      session.strength(-1);
      return null;
    case 'basis':
      session.basis();
      return null;
    case 'note':
    case 'help':
    case 'meanings':
    case 'rule':
      session.show(session.view.panel === action.do ? 'none' : action.do);
      return null;
    case 'find':
      session.set({ findFirst: action.first });
      session.show('find');
      return null;
    case 'move':
      session.move();
      return null;
    case 'delete': {
      const tag = session.tagHere();
      if (tag) void session.tags.remove(tag);
      return null;
    }
    case 'answer':
      session.left.answerByKey(action.keep, action.id);
      return null;
    case 'choose-first':
      session.tags.steps.toast('choose-first', null);
      return null;
    case 'panel':
      // Straight from the key or the click: the browser opens panels only for a gesture.
      send('panel/open', {}).catch((error: Error) => session.set({ problem: error.message }));
      return null;
    case 'undo':
      void session.tags.steps.undo();
      return null;
    case 'redo':
      void session.tags.steps.redo();
      return null;
    default:
      return action;
  }
}
