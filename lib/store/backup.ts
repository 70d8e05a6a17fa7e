/**
 * Backup and restore. A restore only ever adds or renews: nothing in the store is lost, the same file
 * twice changes nothing, and a work that both sides know under different record ids stays one work.
 */
import type { Table } from 'dexie';
import { readBackup, writeBackup } from '../exchange';
import {
  type Assessment,
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  now,
  type Paper,
  type QuarantinedRecord,
  type ReviewPaper,
  type Statement,
  type Tag,
} from '../model';
import { db } from './db';
import { asStoreError, StoreError } from './errors';
import { joinFacts } from './papers';
import { quarantine } from './quarantine';
import { changeSettings, settings } from './settings';
import { recountCells } from './tallies';

/** What a restore did, in numbers for the reader. */
export interface ImportSummary {
  added: number;
  renewed: number;
  unchanged: number;
  quarantined: QuarantinedRecord[];
}

/** Everything the store holds, as the text of a backup file. Notes the moment as the last backup. */
export async function backUp(app: string): Promise<string> {
  const backup: Backup = await db.transaction('r', db.tables, async () => ({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAt: now(),
    app,
    settings: await settings(),
    codebooks: await db.codebooks.toArray(),
    reviews: await db.reviews.toArray(),
    papers: await db.papers.toArray(),
    reviewPapers: await db.reviewPapers.toArray(),
    statements: await db.statements.toArray(),
    tags: await db.tags.toArray(),
    assessments: await db.assessments.toArray(),
    history: await db.history.toArray(),
    quarantine: (await db.quarantine.toArray()).map(({ table, problems, record, at }) => ({
      table,
      problems,
      record,
      at,
    })),
  }));
  return writeBackup(backup);
}

/** Notes that a backup file has been handed to the reader. */
export const noteBackup = (): Promise<void> => changeSettings({ lastBackupAt: now() });

/**
 * Reads the text of a backup file into the store, in one transaction.
 * @throws StoreError with a sentence when the text is no backup; then nothing has changed.
 */
export async function restore(text: string): Promise<ImportSummary> {
  const read = readBackup(text);
  if (!read.ok) throw new StoreError('not-a-backup', read.problem);
  try {
    return await db.transaction('rw', db.tables, () =>
      new Restore(read.backup, read.rejected).run(),
    );
  } catch (error) {
    throw asStoreError(error);
  }
}

/** One restore: carries the ids that this store knows the file's records under. */
class Restore {
  private readonly summary: ImportSummary;
  private readonly paperIds = new Map<string, string>();
  private readonly statementIds = new Map<string, string>();
  private readonly touched: Tag[] = [];

  constructor(
    private readonly file: Backup,
    rejected: readonly QuarantinedRecord[],
  ) {
    this.summary = { added: 0, renewed: 0, unchanged: 0, quarantined: [...rejected] };
  }

  async run(): Promise<ImportSummary> {
    const firstReview = await this.untouchedFirstReview();
    for (const codebook of this.file.codebooks) await this.putById(db.codebooks, codebook);
    for (const review of this.file.reviews) await this.putById(db.reviews, review);
    for (const paper of this.file.papers) await this.paper(paper);
    for (const listed of this.file.reviewPapers) await this.reviewPaper(listed);
    for (const statement of this.file.statements) await this.statement(statement);
    for (const tag of this.file.tags) await this.tag(tag);
    for (const assessment of this.file.assessments) await this.assessment(assessment);
    for (const event of this.file.history)
      if (!(await db.history.get(event.id))) await db.history.add(event);
    await this.settings(firstReview);
    await recountCells(this.touched);
    await this.keepRejected();
    return this.summary;
  }

  private async keepRejected(): Promise<void> {
    const known = new Set((await db.quarantine.toArray()).map((q) => JSON.stringify(q.record)));
    for (const { table, record, problems } of [
      ...this.file.quarantine,
      ...this.summary.quarantined,
    ])
      if (!known.has(JSON.stringify(record))) await quarantine(table, record, problems);
  }

  /** The review every new store begins with, if nothing was ever done in it. */
  private async untouchedFirstReview(): Promise<string | undefined> {
    const reviews = await db.reviews.toArray();
    const [only] = reviews;
    if (reviews.length !== 1 || !only || only.createdAt !== only.updatedAt) return undefined;
    const used = await db.reviewPapers.where('reviewId').equals(only.id).count();
    return used ? undefined : only.id;
  }

  private async settings(firstReview: string | undefined): Promise<void> {
    const theirs = this.file.settings;
    if (!firstReview || !theirs || this.file.reviews.some((r) => r.id === firstReview)) return;
    // The store was new: the file's settings are the reader's, and the empty first review is in the way.
    if (!this.file.reviews.length) return;
    await db.reviews.delete(firstReview);
    const { currentReviewId } = theirs;
    const known = this.file.reviews.find((r) => r.id === currentReviewId) ?? this.file.reviews[0];
    await db.settings.put({ key: 'settings', ...theirs, currentReviewId: known?.id });
  }

  private async putById<T extends { id: string }>(
    table: Table<T, string>,
    record: T,
  ): Promise<void> {
    const mine = await table.get(record.id);
    if (!mine) this.summary.added++;
    else if (JSON.stringify(mine) === JSON.stringify(record) || !newer(record, mine)) {
      this.summary.unchanged++;
      return;
    } else this.summary.renewed++;
    await table.put(record);
  }

  private async paper(theirs: Paper): Promise<void> {
    const mine = (await db.papers.get(theirs.id)) ?? (await twinPaper(theirs));
    this.paperIds.set(theirs.id, mine?.id ?? theirs.id);
    if (!mine || mine.id === theirs.id) return this.putById(db.papers, theirs);
    const joined: Paper = {
      ...mine,
      ...joinFacts(mine, theirs, mine.readerFields ?? theirs.readerFields),
      urls: [...new Set([...mine.urls, ...theirs.urls])].slice(-200),
      readerFields: mine.readerFields ?? theirs.readerFields,
    };
    if (JSON.stringify(joined) === JSON.stringify(mine)) this.summary.unchanged++;
    else {
      this.summary.renewed++;
      await db.papers.put({ ...joined, updatedAt: now() });
    }
  }

  private async reviewPaper(theirs: ReviewPaper): Promise<void> {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) return this.reject('reviewPapers', theirs, 'its paper is not in the file');
    const record = { ...theirs, paperId };
    const mine = await db.reviewPapers.get([record.reviewId, paperId]);
    if (mine && !newer(record, mine)) this.summary.unchanged++;
    else {
      this.summary[mine ? 'renewed' : 'added']++;
      await db.reviewPapers.put(record);
    }
  }

  private async statement(theirs: Statement): Promise<void> {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) return this.reject('statements', theirs, 'its paper is not in the file');
    const record = { ...theirs, paperId };
    const twin = await db.statements.get({ paperId, quoteKey: record.quoteKey });
    this.statementIds.set(theirs.id, twin?.id ?? theirs.id);
    if (!twin || twin.id === theirs.id) return this.putById(db.statements, record);
    const targets = [...twin.targets];
    for (const target of record.targets)
      if (!targets.some((t) => t.url === target.url)) targets.push(target);
    if (targets.length === twin.targets.length) this.summary.unchanged++;
    else {
      this.summary.renewed++;
      await db.statements.put({ ...twin, targets: targets.slice(-20), updatedAt: now() });
    }
  }

  private async tag(theirs: Tag): Promise<void> {
    const paperId = this.paperIds.get(theirs.paperId);
    const statementId = this.statementIds.get(theirs.statementId);
    if (!paperId || !statementId)
      return this.reject('tags', theirs, 'its statement or paper is not in the file');
    const record = { ...theirs, paperId, statementId };
    const mine =
      (await db.tags.get(record.id)) ??
      (await db.tags
        .where('statementId')
        .equals(statementId)
        .filter(
          (t) =>
            t.reviewId === record.reviewId &&
            t.codebookId === record.codebookId &&
            t.influenceId === record.influenceId &&
            t.coder === record.coder,
        )
        .first());
    this.touched.push(record);
    if (mine) this.touched.push(mine);
    if (mine && !newer(record, mine)) this.summary.unchanged++;
    else {
      this.summary[mine ? 'renewed' : 'added']++;
      await db.tags.put({ ...record, id: mine?.id ?? record.id });
    }
  }

  private async assessment(theirs: Assessment): Promise<void> {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) return this.reject('assessments', theirs, 'its paper is not in the file');
    await this.putById(db.assessments, { ...theirs, paperId });
  }

  private reject(table: string, record: object, problem: string): void {
    this.summary.quarantined.push({ table, problems: [problem], record });
  }
}

/** Was `a` written after `b`? Records without a date of change (codebooks, assessments) never are. */
function newer(a: object, b: object): boolean {
  const at = (record: object) => ('updatedAt' in record ? String(record.updatedAt) : '');
  return at(a) > at(b);
}

/** A stored paper that is the same work by a shared identifier, or failing any, by address. */
async function twinPaper(theirs: Paper): Promise<Paper | undefined> {
  for (const field of ['doi', 'pmid', 'pmcid', 'arxiv', 'fingerprint'] as const) {
    const value = theirs[field];
    const found = value && (await db.papers.where(field).equals(value).first());
    if (found && !(found.doi && theirs.doi && found.doi !== theirs.doi)) return found;
  }
  if (theirs.doi || theirs.pmid || theirs.pmcid || theirs.arxiv || theirs.fingerprint)
    return undefined;
  const here = await db.papers.where('urls').anyOf(theirs.urls).toArray();
  return here.find((p) => !p.doi);
}
