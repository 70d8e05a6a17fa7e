/** The key of a command beside its name, as the reader has set it; nothing where it has none. */
import type { CommandId } from '../../../lib/tagging';
import type { TaggingView } from '../view';

export function Key({ view, of }: { view: TaggingView; of: CommandId }) {
  const label = view.keys.label(of);
  return label ? <kbd>{label}</kbd> : null;
}

/** The same for `aria-keyshortcuts`. */
export function keyOf(view: TaggingView, of: CommandId): string | undefined {
  return view.keys.label(of) || undefined;
}
