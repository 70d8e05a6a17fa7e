/** The quotes of a review that were not as tagged when their page was last open. */
import type { Paper, Sighting, Statement, StatementTarget } from '../../model';
import { pageKey } from '../../text';
import { db } from '../db';
import { unsettledSightings } from '../sightings';

export interface ChangedQuote {
  statement: Statement;
  paper: Paper;
  /** Where it was tagged, and is not any more as it was. */
  target: StatementTarget;
  outcome: Exclude<Sighting['outcome'], 'found'>;
  /** When the page first had it otherwise, ISO 8601. */
  since: string;
  /** When the page had it last as it was tagged, ISO 8601; the day it was tagged where it was not seen again. */
  asTaggedAt: string;
}

/** The latest change first; of a paper that was excluded, none. Reads what has changed, and no more. Safe in a live query. */
export async function changedQuotes(reviewId: string): Promise<ChangedQuote[]> {
  const sightings = await unsettledSightings();
  if (!sightings.length) return [];
  const ids = [...new Set(sightings.map(({ statementId }) => statementId))];
  const tags = await db.tags.where('statementId').anyOf(ids).toArray();
  const tagged = new Set(
    tags.filter((tag) => tag.reviewId === reviewId).map(({ statementId }) => statementId),
  );
  const statements = byId(await db.statements.bulkGet(ids.filter((id) => tagged.has(id))));
  const paperIds = [...new Set([...statements.values()].map(({ paperId }) => paperId))];
  const papers = byId(await db.papers.bulkGet(paperIds));
  const places = await db.reviewPapers.bulkGet(paperIds.map((id) => [reviewId, id]));
  const excluded = new Set(
    places.flatMap((place) => (place?.eligibility === 'excluded' ? [place.paperId] : [])),
  );
  return sightings
    .flatMap(({ statementId, page, outcome, since, foundAt }): ChangedQuote[] => {
      const statement = statements.get(statementId);
      const paper = statement && papers.get(statement.paperId);
      const target = statement?.targets.find(({ url }) => pageKey(url) === page);
      if (!paper || !target || outcome === 'found' || excluded.has(paper.id)) return [];
      // What the reader has kept in its new words since is settled.
      if (target.keptAt && target.keptAt > since) return [];
      const asTaggedAt = foundAt ?? statement.createdAt;
      return [{ statement, paper, target, outcome, since, asTaggedAt }];
    })
    .sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
}

const byId = <T extends { id: string }>(rows: readonly (T | undefined)[]): Map<string, T> =>
  new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
