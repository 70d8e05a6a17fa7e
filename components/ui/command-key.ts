/** Which presses of a key are commands of a surface: not what the reader types, and not a held key's repetitions. */

/** Parts with keys of their own: fields, and the menus, lists and dialogs that are open over a surface. */
const HAVE_OWN_KEYS =
  'input:not([type=checkbox], [type=radio]), textarea, select, [role=menu], [role=listbox], [role=dialog]';

export interface CommandKey {
  key: string;
  /** With Ctrl, or Command on a Mac. */
  isChord: boolean;
}

/** The command of a key press; null where it is none. Each press is one command, however long the key is held. */
export function commandKey(event: KeyboardEvent): CommandKey | null {
  if (event.repeat || event.altKey || event.isComposing) return null;
  if (event.target instanceof Element && event.target.closest(HAVE_OWN_KEYS)) return null;
  return { key: event.key, isChord: event.ctrlKey || event.metaKey };
}
