/**
 * What a key press means in tagging mode. Keys hold only in that mode, never in a field of the page, never
 * together with Ctrl, Alt or Meta.
 */
import type { Situation } from './command';
import { type Asked, CHANGEABLE, COMMANDS, type Command, type CommandId } from './commands';

/** The part of a KeyboardEvent that is looked at. */
export interface KeyPress {
  key: string;
  /** The key's place, by the letter that it has on a Latin keyboard: `KeyJ`. */
  code?: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing?: boolean;
  /** The key is held down and says so again. */
  repeat?: boolean;
}

/** Keys by command, where the reader has chosen another than the command starts with; '' for none. */
export type ChosenKeys = Readonly<Record<string, string>>;

/** Which key belongs to which command. */
export interface KeyMap {
  commandOf(key: string): Command | undefined;
  /** The key of a command as `KeyboardEvent.key` gives it; '' for none. */
  keyOf(id: CommandId): string;
  /** The key of a command as it is printed: `Shift+U`, `Delete`. */
  label(id: CommandId): string;
}

const NAMED_KEYS: ReadonlySet<string> = new Set(['Delete', 'Backspace', 'Insert']);

/** May a command have this key? One sign that can be typed, or Delete, Backspace, Insert; no digit, no space. */
export function canBeKey(key: string): boolean {
  return NAMED_KEYS.has(key) || /^[^\p{C}\p{Z}\p{Nd}]$/u.test(key);
}

/**
 * The keys with the reader's choices. A choice that cannot be a key, or that two commands lay claim to, is
 * passed over where it comes second: every command keeps a key of its own or none.
 */
export function keyMap(chosen: ChosenKeys = {}): KeyMap {
  const keys = new Map<CommandId, string>();
  const taken = new Map<string, Command>();
  const give = (command: Command, key: string) => {
    keys.set(command.id, key);
    if (key) taken.set(key, command);
  };
  for (const command of CHANGEABLE) {
    const key = Object.hasOwn(chosen, command.id) ? chosen[command.id] : undefined;
    if (key !== undefined && (key === '' || (canBeKey(key) && !taken.has(key)))) give(command, key);
  }
  for (const command of CHANGEABLE)
    if (!keys.has(command.id)) give(command, taken.has(command.key) ? '' : command.key);
  for (const command of CHANGEABLE)
    for (const key of command.also ?? []) if (!taken.has(key)) taken.set(key, command);
  const keyOf = (id: CommandId) => keys.get(id) ?? '';
  return { commandOf: (key) => taken.get(key), keyOf, label: (id) => keyLabel(keyOf(id)) };
}

/** The keys that commands start with. */
export const DEFAULT_KEYS: KeyMap = /* @__PURE__ */ keyMap();

/** The reader's choices after giving `key` to a command: a command that had it gets the other's key for it. */
export function withKey(chosen: ChosenKeys, id: CommandId, key: string): ChosenKeys {
  const now = keyMap(chosen);
  const next: Record<string, string> = { ...chosen, [id]: key };
  const had = CHANGEABLE.find((c) => key && c.id !== id && now.keyOf(c.id) === key);
  // It gets the other's key; where the other had none, its own first one if that is free.
  if (had) next[had.id] = now.keyOf(id) || (isFree(now, had) ? had.key : '');
  for (const { id: one, key: start } of CHANGEABLE) if (next[one] === start) delete next[one];
  return next;
}

function isFree(keys: KeyMap, { key }: Command): boolean {
  return !CHANGEABLE.some(({ id }) => keys.keyOf(id) === key);
}

/** A key as it is printed. */
export function keyLabel(key: string): string {
  return /^\p{Lu}$/u.test(key) ? `Shift+${key}` : key;
}

/**
 * What a key press asks for. `choose-first`: a command that needs a statement, and none is chosen. `held`: a key held
 * down, which is ours but asks for nothing more. Null: the page keeps the key.
 */
export type KeyMeaning = Asked | 'choose-first' | 'held' | null;

/** What a key press means in a situation, with the reader's keys. */
export function keyMeaning(
  press: KeyPress,
  situation: Situation,
  keys: KeyMap = DEFAULT_KEYS,
): KeyMeaning {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  const typed = keyPressed(press);
  const key = keys.commandOf(typed) ? typed : (keyAtPlace(press) ?? typed);
  // A letter that begins a search is the one that was typed.
  const said = OTHER_LETTERS.test(typed) ? typed : key;
  const own = keys.commandOf(key);
  const idOf = (one: string) => keys.commandOf(one)?.id;
  let answer: KeyMeaning = null;
  for (const command of COMMANDS) {
    if (command !== own && !command.fixed?.has(key, idOf)) continue;
    const applies = command.when(situation);
    if (applies === 'choose-first') answer = applies;
    if (applies !== true) continue;
    // A stance key held for half a second must not become a tag, nor one undo ten.
    if (press.repeat && !command.repeats) return 'held';
    const arg = command.fixed?.arg?.(said, situation);
    return { command: command.id, ...(arg !== undefined && { arg }) };
  }
  return answer && press.repeat ? 'held' : answer;
}

/** Letters of a script other than Latin; a key may type two at once (Arabic), or a sign that joins a letter (Thai). */
const OTHER_LETTERS = /^(?!\p{Script=Latin})[\p{L}\p{M}]{1,3}$/u;
/** A digit of another script. */
const OTHER_DIGIT = /^(?![0-9])\p{Nd}$/u;

/**
 * The Latin letter or the digit at the place of a key that types another script: Cyrillic, Greek, Hebrew and others. Null
 * where it types Latin, or its place is unknown.
 */
function keyAtPlace({ key, code = '', shiftKey }: KeyPress): string | null {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const [, digit] = /^(?:Digit|Numpad)([0-9])$/.exec(code) ?? [];
  if (letter && OTHER_LETTERS.test(key)) return shiftKey ? letter : letter.toLowerCase();
  if (digit && OTHER_DIGIT.test(key)) return digit;
  // Cyrillic and Hebrew keyboards have a stop or a comma there. So have Turkish ones, where it opens the search as well: neither
  // sign means anything else here.
  const stop = code === 'Slash' && (/^[.,]$/.test(key) || OTHER_LETTERS.test(key));
  return stop ? (shiftKey ? '?' : '/') : null;
}

/** The key of a press; a letter in the case that Shift says, since Caps Lock changes no key. */
export function keyPressed({ key, shiftKey }: Pick<KeyPress, 'key' | 'shiftKey'>): string {
  if (!/^\p{L}$/u.test(key)) return key;
  const cased = shiftKey ? key.toUpperCase() : key.toLowerCase();
  return /^\p{L}$/u.test(cased) ? cased : key;
}
