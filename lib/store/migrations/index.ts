/** Every version that the database has had. Numbered; a version, once released, is never edited. */
import { Dexie } from 'dexie';
import { toVersion2 } from './to-2';
import { toVersion3 } from './to-3';
import { PASSAGE, toVersion4, toVersion5 } from './to-5';
import { toVersion6 } from './to-6';
import { toVersion7 } from './to-7';
import { toVersion8 } from './to-8';
import { toVersion9 } from './to-9';
import { toVersion12 } from './to-12';

/** The version that this Bearing writes. A database of a newer one is not written to. */
export const DATABASE_VERSION = 12;

/**
 * The promise of a transaction resolves only once the bytes have left for the disk, so that "saved" still holds after the
 * browser is killed.
 */
export const DURABLE = { chromeTransactionDurability: 'strict' } as const;

/** Brings a database of an earlier version over, whole or not at all. @param today the tables of today */
export async function bringOver(name: string, today: Record<string, string>): Promise<void> {
  const db = new Dexie(name, DURABLE);
  db.version(1).stores({
    papers: 'id, doi, pmid, pmcid, arxiv, fingerprint, *urls',
    statements: 'id, paperId, &[paperId+quoteKey]',
    tags: 'id, reviewId, statementId, paperId, [reviewId+paperId], [reviewId+updatedAt], [reviewId+codebookId+influenceId+paperId]',
    assessments: 'id, [reviewId+paperId], [reviewId+codebookId+influenceId+paperId]',
    reviews: 'id',
    reviewPapers: '[reviewId+paperId], reviewId, paperId',
    tallies: '[reviewId+codebookId+influenceId+paperId], reviewId, [reviewId+paperId]',
    codebooks: 'id',
    history: 'id, at, [entity+entityId]',
    settings: 'key',
    quarantine: 'id, table',
  });
  db.version(2)
    .stores({
      tags: 'id, reviewId, statementId, paperId, coderId, [reviewId+paperId], [reviewId+updatedAt], [reviewId+codebookId+influenceId+paperId]',
      assessments:
        'id, reviewId, paperId, coderId, [reviewId+paperId], [reviewId+codebookId+influenceId+paperId]',
      coders: 'id, into',
      history: null,
      steps: 'id, counter, *touches, undoes',
      stamps: '[table+key]',
      installation: 'key',
    })
    .upgrade(toVersion2);
  db.version(3).upgrade(toVersion3);
  db.version(4)
    .stores({
      tags: 'id, reviewId, statementId, paperId, coderId, [codebookId+codebookVersion], [reviewId+paperId], [reviewId+updatedAt], [reviewId+codebookId+influenceId+paperId]',
      codebooks: null,
      [PASSAGE]: '[id+version]',
    })
    .upgrade(toVersion4);
  db.version(5)
    .stores({ codebooks: '[id+version]', [PASSAGE]: null })
    .upgrade(toVersion5);
  db.version(6)
    .stores({ papers: 'id, doi, pmid, pmcid, arxiv, fingerprint, title, *urls, *quotedAt' })
    .upgrade(toVersion6);
  db.version(7).stores({ stepParts: '[step+part]' }).upgrade(toVersion7);
  db.version(8)
    .stores({ familyMembers: '[reviewId+paperId+familyId], [reviewId+paperId]' })
    .upgrade(toVersion8);
  db.version(9)
    .stores({
      papers: 'id, doi, pmid, pmcid, arxiv, fingerprint, *urls, *quotedAt',
      titleKeys: 'paperId, title',
    })
    .upgrade(toVersion9);
  // Tables for memos, sites, columns, rounds, findings and measures; what is counted is kept by paper, no longer by cell.
  db.version(DATABASE_VERSION)
    .stores({ ...today, tallies: null })
    .upgrade(toVersion12);
  try {
    await db.open();
  } finally {
    db.close();
  }
}
