/** Rows of the side panel's list, for tests of the list and of what it is made of. */
import {
  buildRows,
  isTagged,
  Labels,
  type ListedPage,
  type ListedRow,
  type Row,
} from '../../entrypoints/sidepanel/list/rows';
import { builtInCodebooks } from '../../lib/codebook';
import type { PanelPlace, PanelSentence } from '../../lib/messaging/panel/types';
import { type PaperStatement, paperRecords } from './panel-records';

/** The page whose statements are listed. */
export const URL_HERE = 'https://journal.example/1';
export const labels = new Labels(builtInCodebooks());

/** A place of a statement, exact where nothing else is said. */
export function place(statementId: string, change: Partial<PanelPlace>): PanelPlace {
  return { statementId, outcome: 'exact', order: 0, text: null, diff: [], flags: [], ...change };
}

/** Rows of these statements; `places` gives, in their order, where each is. */
export function rowsOf(
  statements: PaperStatement[],
  places: (Partial<PanelPlace> | null)[] = [],
  page: ListedPage = { url: URL_HERE },
): Row[] {
  const { statements: stored, tags } = paperRecords({ url: URL_HERE }, statements);
  const tagged = stored.map((statement) => ({
    statement,
    tags: tags.filter((tag) => tag.statementId === statement.id),
  }));
  const known = new Map(
    stored.flatMap(({ id }, i) => {
      const here = places[i];
      return here ? [[id, place(id, here)] as const] : [];
    }),
  );
  return buildRows(tagged, places.length ? known : null, page);
}

export const quotesOf = (rows: readonly ListedRow[]) =>
  rows.map((row) => (isTagged(row) ? row.statement.quote : row.sentence.text));

export const sentence = (index: number, text: string, order: number): PanelSentence => ({
  ...{ index, text, section: null, order },
});
