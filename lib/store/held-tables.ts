/** What a restore joins a file's records with: the tables of the store, held in memory. */
import type { Paper } from '../model';
import { addressKey } from '../text';
import { db } from './db';
import { HeldTable } from './held-table';
import { contradicts, ID_FIELDS } from './papers';

/** The tables whose records are looked up and joined by the thousand. */
export async function holdTables() {
  return {
    papers: await HeldTable.of(db.papers, (p) => p.id, {
      ...Object.fromEntries(
        ID_FIELDS.map((field) => [field, (p: Paper) => (p[field] ? [p[field]] : [])]),
      ),
      address: (p: Paper) => p.urls.map(addressKey).filter(Boolean),
    }),
    codebooks: await HeldTable.of(db.codebooks, (c) => c.id),
    reviews: await HeldTable.of(db.reviews, (r) => r.id),
    assessments: await HeldTable.of(db.assessments, (a) => a.id, {
      place: (a) => [[a.reviewId, a.codebookId, a.influenceId, a.paperId].join(' ')],
    }),
    reviewPapers: await HeldTable.of(db.reviewPapers, (r): [string, string] => [
      r.reviewId,
      r.paperId,
    ]),
    statements: await HeldTable.of(db.statements, (s) => s.id, {
      quote: (s) => [`${s.paperId} ${s.quoteKey}`],
    }),
    tags: await HeldTable.of(db.tags, (t) => t.id, { statement: (t) => [t.statementId] }),
  };
}
export type HeldTables = Awaited<ReturnType<typeof holdTables>>;

/** A stored paper that is the same work: by a shared identifier, or by address where no identifier denies it. */
export function twinPaper(papers: HeldTables['papers'], theirs: Paper): Paper | undefined {
  for (const field of ID_FIELDS) {
    const value = theirs[field];
    const same = value && papers.by(field, value).find((p) => !contradicts(p, theirs));
    if (same) return same;
  }
  const here = theirs.urls
    .map(addressKey)
    .filter(Boolean)
    .flatMap((key) => papers.by('address', key));
  return here.find((p) => !contradicts(p, theirs));
}
