/**
 * The keys of tagging mode, in one table: what a press means in each state, and what the help prints.
 * They hold only in tagging mode, never in a field of the page, never together with Ctrl, Alt or Meta.
 */
import type { Stance } from '../model';

/** What a key asks for. */
export type Action =
  | { do: 'stance'; stance: Stance }
  | { do: 'influence'; slot: number }
  | { do: 'confirm' }
  | { do: 'direction'; direction: 'facilitator' | 'barrier' }
  | { do: 'stronger' }
  | { do: 'weaker' }
  | { do: 'basis' }
  | { do: 'note' }
  | { do: 'find'; first: string }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'delete' }
  | { do: 'next'; tagged: boolean }
  | { do: 'previous'; tagged: boolean }
  | { do: 'rule' }
  | { do: 'list' }
  | { do: 'help' }
  | { do: 'back' }
  /** A key held down: ours, but it asks for nothing more. */
  | { do: 'nothing' };

/** The part of a KeyboardEvent that is looked at. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing?: boolean;
  /** The key is held down and says so again. */
  repeat?: boolean;
}

/** What the reader sees in the help, in this order. */
export const KEY_HELP: readonly { keys: string; means: string; group: 'tag' | 'move' | 'mode' }[] =
  [
    { keys: 's', means: 'supporting', group: 'tag' },
    { keys: 'c', means: 'contrasting', group: 'tag' },
    { keys: 'm', means: 'mentioning', group: 'tag' },
    { keys: '1 … 9', means: 'choose an influence', group: 'tag' },
    { keys: '/ or letters', means: 'find an influence', group: 'tag' },
    { keys: 'Enter', means: 'the influence used last', group: 'tag' },
    { keys: 'f  b', means: 'facilitator, barrier (both keys: both)', group: 'tag' },
    { keys: '+  -', means: 'strength, from -2 to +2', group: 'tag' },
    { keys: 'h', means: 'own finding or second-hand', group: 'tag' },
    { keys: 'n', means: 'note', group: 'tag' },
    { keys: 'j  k', means: 'next, previous citation statement', group: 'move' },
    { keys: 'Shift+J  Shift+K', means: 'next, previous tagged statement', group: 'move' },
    { keys: 'l', means: 'on a result list: put the paper on the reading list', group: 'move' },
    { keys: 'u  Shift+U', means: 'undo, redo', group: 'mode' },
    { keys: 'Delete', means: 'delete the tag just saved or chosen', group: 'mode' },
    { keys: 'i', means: 'the rule of the influence', group: 'mode' },
    { keys: '?', means: 'these keys', group: 'mode' },
    { keys: 'Esc', means: 'back, and out of tagging mode', group: 'mode' },
  ];

const PLAIN: Readonly<Record<string, Action>> = {
  s: { do: 'stance', stance: 'supporting' },
  c: { do: 'stance', stance: 'contrasting' },
  m: { do: 'stance', stance: 'mentioning' },
  f: { do: 'direction', direction: 'facilitator' },
  b: { do: 'direction', direction: 'barrier' },
  h: { do: 'basis' },
  n: { do: 'note' },
  i: { do: 'rule' },
  u: { do: 'undo' },
  U: { do: 'redo' },
  j: { do: 'next', tagged: false },
  k: { do: 'previous', tagged: false },
  J: { do: 'next', tagged: true },
  K: { do: 'previous', tagged: true },
  '+': { do: 'stronger' },
  '=': { do: 'stronger' },
  '-': { do: 'weaker' },
  '?': { do: 'help' },
  '/': { do: 'find', first: '' },
  Enter: { do: 'confirm' },
  Escape: { do: 'back' },
  Delete: { do: 'delete' },
  Backspace: { do: 'delete' },
};

/** These only mean something while a statement is chosen; else the page keeps them. */
const NEED_STATEMENT: ReadonlySet<Action['do']> = new Set([
  'stance',
  'influence',
  'confirm',
  'direction',
  'stronger',
  'weaker',
  'basis',
  'note',
  'find',
  'delete',
  'rule',
]);

const MAY_REPEAT: ReadonlySet<Action['do']> = new Set(['next', 'previous']);

/**
 * What a key press means, or null when the page keeps it.
 * @param chosen whether a statement is chosen
 * @param list whether the page is a list of papers
 */
export function actionOf(press: KeyPress, chosen: boolean, list = false): Action | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  if (list && keyOf(press) === 'l') return { do: press.repeat ? 'nothing' : 'list' };
  const action = meaning(keyOf(press));
  if (!action || (!chosen && NEED_STATEMENT.has(action.do))) return null;
  // A stance key held for half a second must not become a tag, nor one undo ten.
  if (press.repeat && !MAY_REPEAT.has(action.do)) return { do: 'nothing' };
  return action;
}

/** A letter in the case that Shift says: with Caps Lock on, the reader still presses the same keys. */
function keyOf({ key, shiftKey }: KeyPress): string {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

function meaning(key: string): Action | null {
  if (Object.hasOwn(PLAIN, key)) return PLAIN[key] ?? null;
  if (/^[1-9]$/.test(key)) return { do: 'influence', slot: Number(key) - 1 };
  // Any other letter starts the search, so that an influence is a few letters away.
  if (/^\p{L}$/u.test(key)) return { do: 'find', first: key };
  return null;
}
