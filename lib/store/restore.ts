/**
 * Restore. It only ever adds or renews: nothing in the store is lost, the same file twice changes nothing,
 * a work that both sides know under different record ids stays one work, and what cannot be joined is put
 * where the reader can see it.
 */
import type { Table } from 'dexie';
import { builtInCodebooks } from '../codebook';
import { readBackup } from '../exchange';
import {
  type Assessment,
  type Backup,
  type Codebook,
  type EntityKind,
  now,
  type Paper,
  type QuarantinedRecord,
  quoteKey,
  type Review,
  type ReviewPaper,
  Settings,
  type Statement,
  type Tag,
} from '../model';
import { db } from './db';
import { StoreError } from './errors';
import { record } from './history';
import { contradicts, ID_FIELDS, joinFacts, listPaper, MOST_URLS, pageAddress } from './papers';
import { quarantine } from './quarantine';
import { chosenSettings, isUntouched, settings } from './settings';
import { dropBareStatement, joinTargets } from './statements';
import { sameTag } from './tags';
import { recountCells } from './tallies';
import { canonical, inOneTransaction, sameRecord } from './transaction';

/** What a restore did, in numbers for the reader. */
export interface ImportSummary {
  added: number;
  renewed: number;
  unchanged: number;
  quarantined: QuarantinedRecord[];
}

/**
 * Reads the text of a backup file into the store, in one transaction.
 * @throws StoreError with a sentence when the text is no backup; then nothing has changed.
 */
export async function restore(text: string): Promise<ImportSummary> {
  const read = readBackup(text);
  if (!read.ok) throw new StoreError('not-a-backup', read.problem);
  return inOneTransaction(db.tables, () => new Restore(read.backup, read.rejected).run());
}

/** One restore: carries the ids that this store knows the file's records under. */
class Restore {
  private readonly summary: ImportSummary;
  private readonly paperIds = new Map<string, string>();
  /** By the file's id: the statement here, and the paper it stands on here. */
  private readonly places = new Map<string, { statementId: string; paperId: string }>();
  private readonly touched: Tag[] = [];
  private readonly left = new Set<string>();
  /** Statements that came with this file. */
  private readonly came = new Set<string>();
  private who = '';

  constructor(
    private readonly file: Backup,
    rejected: readonly QuarantinedRecord[],
  ) {
    this.summary = { added: 0, renewed: 0, unchanged: 0, quarantined: [...rejected] };
  }

  async run(): Promise<ImportSummary> {
    const isNew = await this.clearTheWay();
    this.who = (await settings()).coder;
    for (const codebook of this.file.codebooks) await this.codebook(codebook);
    for (const review of this.file.reviews) await this.review(review);
    for (const paper of this.file.papers) await this.paper(paper);
    for (const listed of this.file.reviewPapers) await this.reviewPaper(listed);
    for (const statement of this.file.statements) await this.statement(statement);
    for (const tag of this.file.tags) await this.tag(tag);
    for (const assessment of this.file.assessments) await this.assessment(assessment);
    await this.history();
    for (const id of this.left) await dropBareStatement(id, this.who);
    for (const id of this.came) await this.takeOutBare(id);
    if (isNew) await this.settings();
    await recountCells(this.touched);
    await this.keepRejected();
    return this.summary;
  }

  /**
   * Is the store new? Then the file's settings are the reader's, and the empty review that every new store
   * begins with is in the way.
   */
  private async clearTheWay(): Promise<boolean> {
    const [only, ...others] = await db.reviews.toArray();
    if (!only) return true;
    if (others.length || !isUntouched(only) || !this.file.reviews.length) return false;
    if (this.file.reviews.some((r) => r.id === only.id)) return false;
    if (await db.reviewPapers.where('reviewId').equals(only.id).count()) return false;
    if (await db.tags.where('reviewId').equals(only.id).count()) return false;
    await db.reviews.delete(only.id);
    await record({
      who: (await settings()).coder,
      reviewId: only.id,
      entity: 'review',
      entityId: only.id,
      action: 'delete',
      before: only,
      after: null,
    });
    return true;
  }

  /** The file's settings; but what the reader has set here already stands. */
  private async settings(): Promise<void> {
    const defaults: Record<string, unknown> = Settings.parse({});
    const mine = Object.fromEntries(
      Object.entries(await chosenSettings()).filter(
        ([key, value]) => value !== undefined && !sameRecord(value, defaults[key]),
      ),
    );
    const wanted = this.file.settings?.currentReviewId;
    const current = this.file.reviews.find((r) => r.id === wanted) ?? this.file.reviews[0];
    const joined = Settings.parse({ ...this.file.settings, ...mine, currentReviewId: current?.id });
    await db.settings.put({ key: 'settings', ...joined });
  }

  private async codebook(theirs: Codebook): Promise<void> {
    if (builtInCodebooks().some((c) => c.id === theirs.id))
      return this.reject('codebooks', theirs, 'Bearing itself brings a codebook of this id');
    const mine = await db.codebooks.get(theirs.id);
    if (!mine) return this.write('codebook', db.codebooks, theirs, undefined);
    if (sameRecord(mine, theirs)) this.summary.unchanged++;
    else if (laterVersion(theirs.version, mine.version))
      await this.write('codebook', db.codebooks, theirs, mine);
    // Neither is known to be the later one: the reader's stays, and theirs is not dropped in silence.
    else this.reject('codebooks', theirs, `this store has version ${mine.version} of it`);
  }

  private async review(theirs: Review): Promise<void> {
    const mine = await db.reviews.get(theirs.id);
    if (mine && !newer(theirs, mine)) this.summary.unchanged++;
    else await this.write('review', db.reviews, theirs, mine);
  }

  private async paper(theirs: Paper): Promise<void> {
    const mine = (await db.papers.get(theirs.id)) ?? (await twinPaper(theirs));
    this.paperIds.set(theirs.id, mine?.id ?? theirs.id);
    if (!mine) return this.write('paper', db.papers, theirs, undefined);
    const [older, later] = newer(theirs, mine) ? [mine, theirs] : [theirs, mine];
    const readerFields =
      older.readerFields || later.readerFields
        ? { ...older.readerFields, ...later.readerFields }
        : undefined;
    const base = mine.id === theirs.id ? later : mine;
    const other = base === mine ? theirs : mine;
    const joined: Paper = {
      ...base,
      // Of one record the later copy stands; of two records each fills what the other lacks.
      ...(mine.id === theirs.id
        ? joinFacts(base, base, readerFields)
        : joinFacts(base, other, readerFields)),
      urls: await this.addresses(mine, theirs),
      ...(readerFields && { readerFields }),
    };
    if (sameRecord(joined, mine)) this.summary.unchanged++;
    else {
      const updatedAt = mine.id === theirs.id ? later.updatedAt : now();
      await this.write('paper', db.papers, { ...joined, updatedAt }, mine);
    }
  }

  /** The addresses of both records; but one that the reader has given to another work here stays there. */
  private async addresses(mine: Paper, theirs: Paper): Promise<string[]> {
    const urls = new Set(mine.urls);
    for (const url of theirs.urls) {
      const holders = await db.papers.where('urls').equals(url).toArray();
      if (holders.every((p) => p.id === mine.id || !p.readerFields)) urls.add(url);
    }
    return [...urls].slice(-MOST_URLS);
  }

  private async reviewPaper(theirs: ReviewPaper): Promise<void> {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) return this.reject('reviewPapers', theirs, 'its paper is not in the file');
    const after = { ...theirs, paperId };
    const mine = await db.reviewPapers.get([after.reviewId, paperId]);
    if (mine && !newer(after, mine)) this.summary.unchanged++;
    else await this.write('review-paper', db.reviewPapers, after, mine);
  }

  private async statement(theirs: Statement): Promise<void> {
    const key = quoteKey(theirs.quote);
    const mapped = this.paperIds.get(theirs.paperId);
    if (!mapped || !key)
      return this.reject('statements', theirs, 'its paper is not in the file, or it has no words');
    const same = await db.statements.get(theirs.id);
    // A statement that was moved here with a corrected paper stays where the reader moved it.
    const paperId = same?.paperId ?? mapped;
    const mine = (await db.statements.get({ paperId, quoteKey: key })) ?? same;
    this.places.set(theirs.id, { statementId: mine?.id ?? theirs.id, paperId });
    if (!mine) {
      this.came.add(theirs.id);
      return this.write('statement', db.statements, { ...theirs, paperId, quoteKey: key }, mine);
    }
    const base = mine.id === theirs.id && newer(theirs, mine) ? theirs : mine;
    const other = base === mine ? theirs : mine;
    const targets = joinTargets(base.targets, other.targets);
    const joined = { ...base, id: mine.id, paperId, quoteKey: quoteKey(base.quote), targets };
    if (sameRecord(joined, mine)) this.summary.unchanged++;
    else await this.write('statement', db.statements, joined, mine);
  }

  /** Its tags have since been moved or deleted here, so that it never came. */
  private async takeOutBare(id: string): Promise<void> {
    if (await db.tags.where('statementId').equals(id).count()) return;
    await db.statements.delete(id);
    this.summary.added--;
  }

  private async tag(theirs: Tag): Promise<void> {
    const place = this.places.get(theirs.statementId);
    if (!place) return this.reject('tags', theirs, 'its statement is not in the file');
    const after: Tag = { ...theirs, ...place };
    const mine = await db.tags.get(after.id);
    const twin = await sameTag(after);
    // The coder's own tag of the same statement on the same influence is one tag: the later one stands.
    if ((mine && !newer(after, mine)) || (twin && !newer(after, twin))) {
      this.summary.unchanged++;
      return;
    }
    if (mine && twin) {
      await db.tags.delete(twin.id);
      await this.imported('tag', twin, null);
    }
    for (const gone of [mine, twin]) {
      if (!gone) continue;
      this.touched.push(gone);
      if (gone.statementId !== after.statementId) this.left.add(gone.statementId);
    }
    this.touched.push(after);
    const before = mine ?? twin;
    await this.write('tag', db.tags, { ...after, id: before?.id ?? after.id }, before);
    await listPaper(after.reviewId, after.paperId, this.who);
  }

  private async assessment(theirs: Assessment): Promise<void> {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) return this.reject('assessments', theirs, 'its paper is not in the file');
    const { reviewId, codebookId, influenceId, coder } = theirs;
    const here = await db.assessments
      .where('[reviewId+codebookId+influenceId+paperId]')
      .equals([reviewId, codebookId, influenceId, paperId])
      .toArray();
    if (here.some((a) => a.coder === coder) || (await db.assessments.get(theirs.id)))
      this.summary.unchanged++;
    else await this.write('assessment', db.assessments, { ...theirs, paperId }, undefined);
  }

  private async history(): Promise<void> {
    const known = new Set(await db.history.toCollection().primaryKeys());
    await db.history.bulkAdd(this.file.history.filter((e) => !known.has(e.id)));
  }

  private async keepRejected(): Promise<void> {
    const nameOf = (q: QuarantinedRecord) => canonical([q.table, q.record]);
    const known = new Set((await db.quarantine.toArray()).map(nameOf));
    for (const one of [...this.file.quarantine, ...this.summary.quarantined]) {
      if (known.has(nameOf(one))) continue;
      known.add(nameOf(one));
      await quarantine(one.table, one.record, one.problems, one.at);
    }
  }

  /** Writes a record of the file. What it takes the place of stays in history. */
  private async write<T extends object, K>(
    entity: EntityKind,
    table: Table<T, K>,
    after: T,
    before: T | undefined,
  ): Promise<void> {
    this.summary[before ? 'renewed' : 'added']++;
    await table.put(after);
    if (before) await this.imported(entity, before, after);
  }

  private async imported(entity: EntityKind, before: object, after: object | null): Promise<void> {
    const { id, reviewId, paperId } = before as Partial<Tag>;
    await record({
      who: this.who,
      ...(reviewId && { reviewId }),
      entity,
      entityId: id ?? `${reviewId}/${paperId}`,
      action: 'import',
      before,
      after,
    });
  }

  private reject(table: string, rejected: object, problem: string): void {
    this.summary.quarantined.push({ table, problems: [problem], record: rejected });
  }
}

/** Was `a` written after `b`? */
function newer(a: { updatedAt: string }, b: { updatedAt: string }): boolean {
  return a.updatedAt > b.updatedAt;
}

const versions = new Intl.Collator('en', { numeric: true });
const laterVersion = (a: string, b: string) => versions.compare(a, b) > 0;

/** A stored paper that is the same work: by a shared identifier, or by address where no identifier denies it. */
async function twinPaper(theirs: Paper): Promise<Paper | undefined> {
  for (const field of ID_FIELDS) {
    const value = theirs[field];
    const found = value ? await db.papers.where(field).equals(value).toArray() : [];
    const same = found.find((p) => !contradicts(p, theirs));
    if (same) return same;
  }
  const addresses = theirs.urls.map(pageAddress).filter(Boolean);
  const here = await db.papers.where('urls').anyOf(addresses).toArray();
  return here.find((p) => !contradicts(p, theirs));
}
