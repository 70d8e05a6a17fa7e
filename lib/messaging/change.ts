/** After a write only the pages that show what was written look again. No validator in here. */
import type { ChangedTable, StoreChange } from '../model';
import { ask } from './page/client';

/**
 * Tables whose records are of one paper each; what is in the others any page may show. Not read from the model's kinds,
 * which would bring their schemas into the notice script.
 */
export const OF_PAPERS: ReadonlySet<ChangedTable> = new Set<ChangedTable>([
  ...(['papers', 'reviewPapers', 'familyMembers', 'statements', 'tags', 'assessments'] as const),
]);

/** May any page show what was changed, whatever its paper? */
export const concernsAll = ({ tables, paperIds }: StoreChange): boolean =>
  !paperIds || !tables.every((table) => OF_PAPERS.has(table));

/** Does a change concern a page that shows these papers? */
export function concerns(change: StoreChange, shown: ReadonlySet<string>): boolean {
  if (concernsAll(change)) return true;
  // What papers are found by may have changed: a page that shows no stored paper may be the page of one now.
  if (shown.size === 0 && change.tables.includes('papers')) return true;
  return (change.paperIds ?? []).some((id) => shown.has(id));
}

/**
 * What a page of the extension does with each write of its own: it is passed on, and tabs hear of it from the background.
 * A tab that cannot be notified loses nothing: the write is on disk.
 */
export async function tellPages(change: StoreChange): Promise<void> {
  await ask('store/changed', change).catch(() => null);
}
