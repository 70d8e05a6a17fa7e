/**
 * The database: one IndexedDB in the extension's origin, opened by the background and by extension pages,
 * never by content scripts. Migrations are numbered; a version, once released, is never edited.
 */
import { Dexie, type IndexableType, type Table } from 'dexie';
import {
  type Assessment,
  type Codebook,
  type Coder,
  type FamilyMember,
  type Installation,
  KINDS,
  type KindName,
  keyParts,
  type Paper,
  type Quarantined,
  type Review,
  type ReviewPaper,
  type Settings,
  type Stamp,
  type Statement,
  type StepPart,
  type Tag,
  type Tally,
  type TitleKey,
} from '../model';
import { tellCoarsely } from './coarse-notices';
import { toVersion2 } from './migrations/to-2';
import { toVersion3 } from './migrations/to-3';
import { PASSAGE, toVersion4, toVersion5 } from './migrations/to-5';
import { toVersion6 } from './migrations/to-6';
import { toVersion7 } from './migrations/to-7';
import { toVersion8 } from './migrations/to-8';
import { toVersion9 } from './migrations/to-9';
import { DERIVED, ROW_CHECKS } from './row-checks';
import { readInSlices } from './slices';
import { checkRows } from './sound-rows';
import type { StepHead } from './step-rows';

export type StoredSettings = Settings & { key: 'settings' };

/** The version that this Bearing writes. A database of a newer one is not written to. */
export const DATABASE_VERSION = 9;
/** Dexie counts in tens, to leave room for versions of its own in between. */
const DEXIE_STEP = 10;

export class BearingDatabase extends Dexie {
  papers!: Table<Paper, string>;
  statements!: Table<Statement, string>;
  tags!: Table<Tag, string>;
  assessments!: Table<Assessment, string>;
  reviews!: Table<Review, string>;
  reviewPapers!: Table<ReviewPaper, [string, string]>;
  familyMembers!: Table<FamilyMember, [string, string, string]>;
  tallies!: Table<Tally, [string, string, string, string]>;
  titleKeys!: Table<TitleKey, string>;
  codebooks!: Table<Codebook, [string, string]>;
  coders!: Table<Coder, string>;
  steps!: Table<StepHead, string>;
  stepParts!: Table<StepPart, [string, number]>;
  stamps!: Table<Stamp, [string, string]>;
  installation!: Table<Installation, string>;
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
    this.version(2)
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
    this.version(3).upgrade(toVersion3);
    this.version(4)
      .stores({
        tags: 'id, reviewId, statementId, paperId, coderId, [codebookId+codebookVersion], [reviewId+paperId], [reviewId+updatedAt], [reviewId+codebookId+influenceId+paperId]',
        codebooks: null,
        [PASSAGE]: '[id+version]',
      })
      .upgrade(toVersion4);
    this.version(5)
      .stores({ codebooks: '[id+version]', [PASSAGE]: null })
      .upgrade(toVersion5);
    this.version(6)
      .stores({ papers: 'id, doi, pmid, pmcid, arxiv, fingerprint, title, *urls, *quotedAt' })
      .upgrade(toVersion6);
    this.version(7).stores({ stepParts: '[step+part]' }).upgrade(toVersion7);
    this.version(8)
      .stores({ familyMembers: '[reviewId+paperId+familyId], [reviewId+paperId]' })
      .upgrade(toVersion8);
    this.version(9)
      .stores({
        papers: 'id, doi, pmid, pmcid, arxiv, fingerprint, *urls, *quotedAt',
        titleKeys: 'paperId, title',
      })
      .upgrade(toVersion9);
    checkRows(this, ROW_CHECKS, DERIVED);
    readInSlices(this);
    tellCoarsely(this);
  }

  /** Was the database written by a newer Bearing than this one? */
  get isNewer(): boolean {
    return Math.floor(this.backendDB().version / DEXIE_STEP) > DATABASE_VERSION;
  }
}

/** The one database of this context. */
export const db = new BearingDatabase();

/** Are the records of a newer Bearing, so that this one reads and exports them and writes nothing? Safe in a live query. */
export async function isNewerStore(): Promise<boolean> {
  // Only an open database knows its version.
  await db.reviews.limit(1).count();
  return db.isNewer;
}

/** A record's key as the database takes it. */
export function dbKey(kind: KindName, key: string): IndexableType {
  return KINDS[kind].key.length > 1 ? keyParts(kind, key) : key;
}
