/** The key of a command beside its name, as the reader has set it; nothing where it has none. */
import type { CommandId } from '@/lib/tagging';
import type { Shown } from '../client';

export function Key({ view, of }: { view: Shown; of: CommandId }) {
  const label = view.keyMap.label(of);
  return label ? <kbd>{label}</kbd> : null;
}

/** The same for `aria-keyshortcuts`. */
export function keyOf(view: Shown, of: CommandId): string | undefined {
  return view.keyMap.label(of) || undefined;
}
