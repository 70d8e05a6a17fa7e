/**
 * The keyboard while it belongs to the toolbar. In a field it is the field's; elsewhere keys are the commands
 * that they are on the page. What was pressed on the page while the keyboard was on its way is typed first.
 */
import { flushSync } from 'react-dom';
import { FORWARDED_KEYS, hasField, momentOf, type Pressed } from '@/lib/messaging';
import { type KeyMeaning, type KeyPress, keyMeaning } from '@/lib/tagging';
import type { BarClient } from './client';
import { situationOf } from './hand';
import { tabbable, tabOut } from './tab-out';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Keys pressed here while others are still on their way from the page; null when none can be. */
let held: Pressed[] | null = null;

/** What is forwarded for a field that is not drawn yet; null while none is being opened. */
let early: Pressed[] | null = null;

/**
 * Where the next forwarded letter goes. The browser's own caret is not to be relied on meanwhile: a field that has
 * just been drawn, in a document without the keyboard, keeps it at its start until the keyboard arrives.
 */
let caret: { field: Field; at: number } | null = null;

/**
 * When the letters before the caret were typed that were not forwarded. However late a forwarded one arrives, it
 * goes in front of those that were typed after it.
 */
let typedHere: number[] = [];

/** Fields whose own caret can be relied on: they have had the keyboard. */
const entered = new WeakSet<Field>();

/** From here on the browser's caret counts, and it is where ours was. */
function handCaretOver(): void {
  if (caret?.field.isConnected) {
    caret.field.setSelectionRange(caret.at, caret.at);
    entered.add(caret.field);
  }
  caret = null;
}

/** The reader puts the caret elsewhere. */
function moveCaret(): void {
  handCaretOver();
  typedHere = [];
}

/**
 * Keys wait no longer than this for those on their way from the page, however often the page takes the keyboard:
 * what arrives still later finds its place by its moment.
 */
const HELD_AT_MOST_MS = 500;

export function listenToKeys(client: BarClient): void {
  let releasing: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    clearTimeout(releasing);
    const keys = takeHeld();
    for (const [at, key] of keys.entries()) {
      // The one before asked for a field: the rest waits for that.
      if (held) {
        held.push(...keys.slice(at));
        break;
      }
      press(key, client, typedHere);
    }
    if (document.hasFocus()) handCaretOver();
  };
  const releaseLate = () => {
    if (openField()) release();
    // Meant for a field that is not drawn yet: never commands, however long it takes.
    else if (held?.length) releasing = setTimeout(releaseLate, HELD_AT_MOST_MS);
  };
  client.onFocus = () => {
    clearTimeout(opening);
    awaited = false;
    client.closedHere = false;
    early ??= [];
    held ??= [];
    whenOpen(client, (field) => {
      takeKeyboard(field);
      const end = field.value.length;
      caret = { field, at: entered.has(field) ? (field.selectionEnd ?? end) : end };
      typedHere = [];
      const keys = early ?? [];
      early = null;
      typeForwarded(keys, client);
      client.post({ field: true });
    });
  };
  client.onKeys = (keys) => typeForwarded(keys, client);
  client.onEnd = () => {
    if (!awaited) release();
  };
  client.onEnter = () => tabbable()[0]?.focus();
  addEventListener('keydown', (event) => tabOut(event, client));
  addEventListener('keydown', (event) => onKey(event, client));
  addEventListener(
    'keydown',
    (event) => {
      if (!hold(event) || held?.length !== 1) return;
      clearTimeout(releasing);
      releasing = setTimeout(releaseLate, HELD_AT_MOST_MS);
    },
    true,
  );
  addEventListener('focus', () => {
    takeKeyboard(openField());
    if (!held) handCaretOver();
  });
  addEventListener('pointerdown', moveCaret, true);
}

/** What was put aside; from here on nothing is, until a field is asked for. */
function takeHeld(): Pressed[] {
  const keys = held ?? [];
  held = null;
  return keys;
}

/** Types what was forwarded, after what was pressed here before it: the keyboard may have left and come back. */
function typeForwarded(keys: readonly Pressed[], client: BarClient): void {
  for (const key of keys) {
    // One of those before it may have asked for a field: the rest is for that.
    if (early) {
      early.push(key);
      continue;
    }
    while (held?.[0] && held[0].at < key.at) press(held.shift() as Pressed, client, typedHere);
    press(key, client);
  }
}

const MODIFIERS = new Set(['Shift', 'CapsLock', 'AltGraph', 'Control', 'Alt', 'Meta', 'Fn']);

/** Puts a key aside that may have arrived here before others that were pressed earlier, on the page. */
function hold(event: KeyboardEvent): boolean {
  if (!event.isTrusted || event.isComposing) return false;
  const { key } = event;
  // Pressed for the next letter's sake: the caret stays where it is.
  if (MODIFIERS.has(key)) return false;
  const letter = [...key].length === 1 && event.ctrlKey === event.altKey && !event.metaKey;
  if (!held) {
    handCaretOver();
    if (letter) typedHere.push(momentOf(event, window));
    else typedHere = [];
    return false;
  }
  if (!letter && !FORWARDED_KEYS.has(key)) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push({ key, at: momentOf(event, window) });
  return true;
}

/** Calls back once the field that is being opened is drawn; never, where it is closed before. */
function whenOpen(client: BarClient, then: (field: Field) => void): void {
  const look = (): boolean => {
    const field = openField();
    if (field) then(field);
    return field !== null;
  };
  if (look()) return;
  const root = document.getElementById('root');
  const observer = new MutationObserver(() => {
    if (look() || !hasField(client.snapshot().panel)) observer.disconnect();
  });
  if (root) observer.observe(root, { subtree: true, childList: true });
}

function onKey(event: KeyboardEvent, client: BarClient): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (isField(target)) {
    if (event.key !== 'Escape') return;
  } else if (target.closest('button, a') && ['Enter', ' ', 'Tab'].includes(event.key)) return;
  const meaning = meaningOf(event, client);
  if (!meaning || meaning === 'choose-first') return;
  event.preventDefault();
  run(meaning, client);
}

/** How long keys wait for a field that they were meant for, and that the script has not opened. */
const OPENS_WITHIN_MS = 2_000;

/** A field was asked for here, and the script has not answered: an `end` that arrives is of the field before. */
let awaited = false;

/** Ends the wait for a field that does not come. */
let opening: ReturnType<typeof setTimeout> | undefined;

/** After a command that opens a field, what is typed is for that field, which is still being drawn. */
function run(meaning: KeyMeaning, client: BarClient): void {
  if (!meaning || meaning === 'choose-first' || meaning === 'held') return;
  const { command, arg } = meaning;
  const opens =
    command === 'find' ||
    command === 'find-letter' ||
    ((command === 'note' || command === 'site') && client.snapshot().panel.kind !== command);
  client.run(command, arg);
  if (!opens) return;
  client.closedHere = false;
  held ??= [];
  early ??= [];
  awaited = true;
  clearTimeout(opening);
  opening = setTimeout(() => {
    awaited = false;
    early = null;
    if (!openField()) held = null;
  }, OPENS_WITHIN_MS);
}

/** What a key means here: the same as on the page. */
function meaningOf(press: KeyPress, client: BarClient): KeyMeaning {
  const view = client.snapshot();
  return keyMeaning(press, situationOf(view), view.keyMap);
}

/** Does what a key does on the page. */
function command(key: string, client: BarClient): void {
  const shiftKey = key !== key.toLowerCase();
  const pressed = { key, shiftKey, ctrlKey: false, altKey: false, metaKey: false };
  run(meaningOf(pressed, client), client);
}

/**
 * Does what a key does in the open field. React renders before the next one, so that Enter takes what is shown.
 *
 * @param log where the moment of a letter is noted, if it was not forwarded
 */
function press({ key, at }: Pressed, client: BarClient, log?: number[]): void {
  const field = openField();
  if (!field) {
    // Closed by the page's doing: what was typed for it is nobody's, least of all a command.
    if (client.closedHere) command(key, client);
    return;
  }
  if ([...key].length === 1 || key === 'Backspace') {
    flushSync(() => type(field, key, typedAfter(at)));
    log?.push(at);
  } else if (key === 'Escape') flushSync(() => client.run('back'));
  else
    flushSync(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
}

/**
 * No key is on its way from the page for longer than this. A greater difference is one of clocks: a document's clock may
 * stop while the machine sleeps.
 */
const LATE_AT_MOST_MS = 2_000;

/** How many letters before the caret were typed here after a moment. */
const typedAfter = (at: number): number =>
  typedHere.filter((moment) => moment > at && moment - at <= LATE_AT_MOST_MS).length;

/**
 * Puts a letter where the caret is, or takes one away, as the browser would.
 *
 * @param later how many letters before the caret were typed after it
 */
function type(field: Field, key: string, later: number): void {
  const ours = caret?.field === field ? caret.at : null;
  // A field that React has drawn anew has its caret at the start.
  const isKnown = document.hasFocus() || entered.has(field);
  const known = ours ?? (isKnown ? field.selectionStart : null) ?? field.value.length;
  const from = Math.max(0, known - later);
  const to = later || ours !== null ? from : Math.max(from, field.selectionEnd ?? from);
  const text = key === 'Backspace' ? '' : key;
  const start = key === 'Backspace' && from === to ? Math.max(0, from - 1) : from;
  field.setRangeText(text, start, to, 'end');
  const at = start + text.length + later;
  field.setSelectionRange(at, at);
  caret = { field, at };
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * Puts the keyboard into a field, where this document has it. Where the page has it, this would take it in the middle
 * of a word: the script hands it over in a pause.
 */
export function takeKeyboard(field: Field | null): void {
  if (document.hasFocus()) field?.focus();
}

const openField = () => document.querySelector<Field>('#root input, #root textarea');

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
