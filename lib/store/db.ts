/**
 * The database: one IndexedDB in the extension's origin, opened by the background and by extension pages,
 * never by content scripts.
 */
import { Dexie, type IndexableType, type PromiseExtended, type Table } from 'dexie';
import {
  type Assessment,
  type Attribute,
  type AttributeValue,
  type Codebook,
  type Coder,
  type Decision,
  type FamilyMember,
  type Finding,
  type Installation,
  KINDS,
  type KindName,
  keyParts,
  type Measure,
  type MeasureAnswers,
  type Memo,
  type Paper,
  type Quarantined,
  type Review,
  type ReviewPaper,
  type Round,
  type Settings,
  type Site,
  type Stamp,
  type Statement,
  type StatementSheet,
  type StepPart,
  type Tag,
  type TallySheet,
  type TitleKey,
} from '../model';
import { bringOver, DATABASE_VERSION, DURABLE } from './migrations';
import { readDenseKeys } from './read/dense-keys';
import { readInSlices } from './read/slices';
import { DERIVED, ROW_CHECKS } from './sweep/row-checks';
import { checkRows } from './sweep/sound-rows';
import { tellCoarsely } from './write/coarse-notices';
import type { StepHead } from './write/step-rows';

export type StoredSettings = Settings & { key: 'settings' };

export { DATABASE_VERSION };

/**
 * Is this context a page, which must not stop drawing? In the worker nothing is drawn, and one read of thousands of rows is
 * done sooner than its slices: those of one key are asked for row by row. Firefox's background has a document and slices.
 */
const DRAWS = typeof document !== 'undefined';

/** Dexie counts in tens, to leave room for versions of its own in between. */
const DEXIE_STEP = 10;

/** The tables of today, with what they are looked up by. */
const STORES = {
  papers: 'id, doi, pmid, pmcid, arxiv, fingerprint, *urls, *quotedAt',
  statements: 'id, paperId, &[paperId+quoteKey]',
  tags: 'id, reviewId, statementId, paperId, siteId, coderId, [codebookId+codebookVersion], [reviewId+paperId], [reviewId+updatedAt], [reviewId+codebookId+influenceId+paperId]',
  assessments:
    'id, reviewId, paperId, coderId, [reviewId+paperId], [reviewId+codebookId+influenceId+paperId]',
  sites: 'id, reviewId, [reviewId+id], paperId',
  attributes: 'id, reviewId, [reviewId+id]',
  attributeValues: 'id, reviewId, [reviewId+id], attributeId, paperId, siteId',
  memos: 'id, reviewId, [reviewId+id], paperId, siteId, coderId, *statementIds',
  decisions: 'id, reviewId, [reviewId+id], paperId, statementId, coderId',
  rounds: 'id, reviewId, [reviewId+id]',
  findings: 'id, reviewId, [reviewId+id]',
  measures: 'id, reviewId, [reviewId+id]',
  measureAnswers: 'id, reviewId, [reviewId+id], measureId, siteId',
  reviews: 'id',
  reviewPapers: '[reviewId+paperId], reviewId, paperId',
  familyMembers: '[reviewId+paperId+familyId], [reviewId+paperId]',
  tallySheets: '[reviewId+paperId], reviewId',
  statementSheets: '[reviewId+paperId], reviewId',
  titleKeys: 'paperId, title',
  codebooks: '[id+version]',
  coders: 'id, into',
  steps: 'id, counter, *touches, undoes',
  stepParts: '[step+part]',
  stamps: '[table+key]',
  installation: 'key',
  settings: 'key',
  quarantine: 'id, table',
};

export class BearingDatabase extends Dexie {
  papers!: Table<Paper, string>;
  statements!: Table<Statement, string>;
  tags!: Table<Tag, string>;
  assessments!: Table<Assessment, string>;
  sites!: Table<Site, string>;
  attributes!: Table<Attribute, string>;
  attributeValues!: Table<AttributeValue, string>;
  memos!: Table<Memo, string>;
  decisions!: Table<Decision, string>;
  rounds!: Table<Round, string>;
  findings!: Table<Finding, string>;
  measures!: Table<Measure, string>;
  measureAnswers!: Table<MeasureAnswers, string>;
  reviews!: Table<Review, string>;
  reviewPapers!: Table<ReviewPaper, [string, string]>;
  familyMembers!: Table<FamilyMember, [string, string, string]>;
  tallySheets!: Table<TallySheet, [string, string]>;
  statementSheets!: Table<StatementSheet, [string, string]>;
  titleKeys!: Table<TitleKey, string>;
  codebooks!: Table<Codebook, [string, string]>;
  coders!: Table<Coder, string>;
  steps!: Table<StepHead, string>;
  stepParts!: Table<StepPart, [string, number]>;
  stamps!: Table<Stamp, [string, string]>;
  installation!: Table<Installation, string>;
  settings!: Table<StoredSettings, string>;
  quarantine!: Table<Quarantined, string>;

  /** Why a database of an earlier version is still one. */
  #notBroughtOver: unknown;
  /** Under way: the reads that wait for it ask for an opening each. */
  #opening: PromiseExtended<Dexie> | undefined;

  constructor(name = 'bearing') {
    super(name, DURABLE);
    this.version(DATABASE_VERSION)
      .stores(STORES)
      .upgrade(() => {
        // Its content would be taken for today's. Thrown here, the database stays what it is.
        throw this.#notBroughtOver ?? new Error('The database is of an earlier version after all.');
      });
    checkRows(this, ROW_CHECKS, DERIVED);
    readDenseKeys(this);
    if (DRAWS) readInSlices(this);
    tellCoarsely(this);
  }

  /**
   * Opens the database, after upgrading one of an earlier version. A Dexie of its own does that: declaring all versions
   * takes ten milliseconds, which every surface would spend at each start.
   */
  override open(): PromiseExtended<Dexie> {
    if (this.isOpen()) return super.open();
    this.#opening ??= Dexie.Promise.resolve(this.#versionOnDisk())
      .then((version) =>
        version > 0 && version < DATABASE_VERSION ? bringOver(this.name, STORES) : undefined,
      )
      // Kept for the opening, which rejects with it: that is what every waiting read gets.
      .catch((error: unknown) => {
        this.#notBroughtOver = error;
      })
      .then(() => super.open())
      .finally(() => {
        this.#opening = undefined;
      }) as PromiseExtended<Dexie>;
    return this.#opening;
  }

  /** 0 where there is no database yet; 1, the first, where the browser cannot list databases. */
  async #versionOnDisk(): Promise<number> {
    try {
      const all: { name?: string; version?: number }[] = await indexedDB.databases();
      const found = all.find(({ name }) => name === this.name);
      return Math.floor((found?.version ?? 0) / DEXIE_STEP);
    } catch {
      return 1;
    }
  }

  /** Was the database written by a newer Bearing than this one? */
  get isNewer(): boolean {
    return Math.floor(this.backendDB().version / DEXIE_STEP) > DATABASE_VERSION;
  }
}

/** The one database of this context. */
export const db = new BearingDatabase();

/** Begins to open the database before the first read needs it. A failure is reported to the reads. */
export function beginOpening(): void {
  db.open().catch(() => undefined);
}

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
