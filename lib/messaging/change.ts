/** After a write only the pages that show what was written look again. No validator in here. */
import { send } from './page/client';
import type { StoreChange } from './types';

/** Does a change concern a page that shows these papers? */
export function concerns(change: StoreChange, shown: ReadonlySet<string>): boolean {
  if (!change.paperIds) return true;
  if (change.newPaper && shown.size === 0) return true;
  return change.paperIds.some((id) => shown.has(id));
}

/** For the extension's pages, after a write of theirs. A tab that cannot be notified loses nothing: the write is on disk. */
export async function tellPages(change: StoreChange): Promise<void> {
  await send('store/changed', change).catch(() => null);
}
