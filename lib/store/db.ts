/**
 * The database: one IndexedDB in the extension's origin, opened by the background and by extension pages,
 * never by content scripts. Migrations are numbered; a version, once released, is never edited.
 */
import { Dexie, type Table } from 'dexie';
import type {
  Assessment,
  Codebook,
  HistoryEvent,
  Paper,
  Review,
  ReviewPaper,
  Settings,
  Statement,
  Tag,
  Tally,
} from '../model';
import { DERIVED, ROW_CHECKS } from './row-checks';
import { checkRows } from './sound-rows';

/** A record that failed its schema: kept as it was, shown to the reader, counted nowhere. */
export interface Quarantined {
  id: string;
  table: string;
  at: string;
  problems: string[];
  record: unknown;
}

export type StoredSettings = Settings & { key: 'settings' };

export class BearingDatabase extends Dexie {
  papers!: Table<Paper, string>;
  statements!: Table<Statement, string>;
  tags!: Table<Tag, string>;
  assessments!: Table<Assessment, string>;
  reviews!: Table<Review, string>;
  reviewPapers!: Table<ReviewPaper, [string, string]>;
  tallies!: Table<Tally, [string, string, string, string]>;
  codebooks!: Table<Codebook, string>;
  history!: Table<HistoryEvent, string>;
  settings!: Table<StoredSettings, string>;
  quarantine!: Table<Quarantined, string>;

  constructor(name = 'bearing') {
    // strict: the promise of a transaction resolves only once the bytes have left for the disk, so that
    // "saved" still holds after the browser is killed.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
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
    checkRows(this, ROW_CHECKS, DERIVED);
  }
}

/** The one database of this context. */
export const db = new BearingDatabase();
