/**
 * Restore. It only ever adds or renews: nothing in the store is lost, the same file twice changes nothing,
 * a work that both sides know under different record ids stays one work, and what cannot be joined is put
 * where the reader can see it.
 */
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
import { type HeldTables, holdTables, twinPaper } from './held-tables';
import { record } from './history';
import { joinFacts, listPaper, MOST_URLS } from './papers';
import { quarantine } from './quarantine';
import { chosenSettings, isUntouched, settings } from './settings';
import { dropBareStatement, joinTargets } from './statements';
import { onSame } from './tags';
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
  /** What the store holds, and what is joined with it. */
  private held!: HeldTables;
  /** What records of the file took the place of. */
  private readonly events: Parameters<typeof record>[0][] = [];
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
    this.held = await holdTables();
    for (const codebook of this.file.codebooks) this.codebook(codebook);
    for (const review of this.file.reviews) this.review(review);
    for (const paper of this.file.papers) this.paper(paper);
    for (const listed of this.file.reviewPapers) this.reviewPaper(listed);
    for (const statement of this.file.statements) this.statement(statement);
    for (const tag of this.file.tags) this.tag(tag);
    for (const assessment of this.file.assessments) this.assessment(assessment);
    const wanted = new Set(this.summary.quarantined.map(statementIdOf));
    for (const id of this.came) this.takeOutBare(id, wanted);
    for (const table of Object.values(this.held)) await table.putDown();
    await this.listTagged();
    for (const event of this.events) await record(event);
    await this.history();
    for (const id of this.left) await dropBareStatement(id, this.who);
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

  private codebook(theirs: Codebook): void {
    if (builtInCodebooks().some((c) => c.id === theirs.id)) {
      this.reject('codebooks', theirs, 'Bearing itself brings a codebook of this id');
      return;
    }
    const { codebooks } = this.held;
    const mine = codebooks.get(theirs.id);
    if (!mine) {
      this.write('codebook', codebooks, theirs, undefined);
      return;
    }
    if (sameRecord(mine, theirs)) this.summary.unchanged++;
    else if (laterVersion(theirs.version, mine.version))
      this.write('codebook', codebooks, theirs, mine);
    // Neither is known to be the later one: the reader's stays, and theirs is not dropped in silence.
    else this.reject('codebooks', theirs, `this store has version ${mine.version} of it`);
  }

  private review(theirs: Review): void {
    const { reviews } = this.held;
    const mine = reviews.get(theirs.id);
    if (mine && !newer(theirs, mine)) this.summary.unchanged++;
    else this.write('review', reviews, theirs, mine);
  }

  private paper(theirs: Paper): void {
    const { papers } = this.held;
    const mine = papers.get(theirs.id) ?? twinPaper(papers, theirs);
    this.paperIds.set(theirs.id, mine?.id ?? theirs.id);
    if (!mine) {
      this.write('paper', papers, theirs, undefined);
      return;
    }
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
      urls: this.addresses(mine, theirs),
      ...(readerFields && { readerFields }),
    };
    if (sameRecord(joined, mine)) this.summary.unchanged++;
    else {
      const updatedAt = mine.id === theirs.id ? later.updatedAt : now();
      this.write('paper', papers, { ...joined, updatedAt }, mine);
    }
  }

  /** The addresses of both records; but one that the reader has given to another work here stays there. */
  private addresses(mine: Paper, theirs: Paper): string[] {
    const urls = new Set(mine.urls);
    for (const url of theirs.urls) {
      const holders = this.held.papers.by('url', url);
      if (holders.every((p) => p.id === mine.id || !p.readerFields)) urls.add(url);
    }
    return [...urls].slice(-MOST_URLS);
  }

  private reviewPaper(theirs: ReviewPaper): void {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) {
      this.reject('reviewPapers', theirs, 'its paper is not in the file');
      return;
    }
    const after = { ...theirs, paperId };
    const { reviewPapers } = this.held;
    const mine = reviewPapers.get([after.reviewId, paperId]);
    if (mine && !newer(after, mine)) this.summary.unchanged++;
    else this.write('review-paper', reviewPapers, after, mine);
  }

  private statement(theirs: Statement): void {
    const key = quoteKey(theirs.quote);
    const mapped = this.paperIds.get(theirs.paperId);
    if (!mapped || !key) {
      this.reject('statements', theirs, 'its paper is not in the file, or it has no words');
      return;
    }
    const { statements } = this.held;
    const same = statements.get(theirs.id);
    // A statement that was moved here with a corrected paper stays where the reader moved it.
    const paperId = same?.paperId ?? mapped;
    const [twin] = statements.by('quote', `${paperId} ${key}`);
    const mine = twin ?? same;
    this.places.set(theirs.id, { statementId: mine?.id ?? theirs.id, paperId });
    if (!mine) {
      this.came.add(theirs.id);
      this.write('statement', statements, { ...theirs, paperId, quoteKey: key }, mine);
      return;
    }
    const base = mine.id === theirs.id && newer(theirs, mine) ? theirs : mine;
    const other = base === mine ? theirs : mine;
    const targets = joinTargets(base.targets, other.targets);
    const joined = { ...base, id: mine.id, paperId, quoteKey: quoteKey(base.quote), targets };
    if (sameRecord(joined, mine)) this.summary.unchanged++;
    else this.write('statement', statements, joined, mine);
  }

  /** Its tags have since been moved or deleted here, so that it never came; a tag that was rejected keeps it. */
  private takeOutBare(id: string, wanted: ReadonlySet<unknown>): void {
    const { statements, tags } = this.held;
    if (wanted.has(id) || tags.by('statement', id).length) return;
    statements.delete(id);
    this.summary.added--;
  }

  private tag(theirs: Tag): void {
    const place = this.places.get(theirs.statementId);
    if (!place) {
      this.reject('tags', theirs, 'its statement is not in the file');
      return;
    }
    const after: Tag = { ...theirs, ...place };
    const { tags } = this.held;
    const mine = tags.get(after.id);
    const twin = tags
      .by('statement', after.statementId)
      .find((tag) => tag.id !== after.id && onSame(tag, after));
    // The coder's own tag of the same statement on the same influence is one tag: the later one stands.
    if ((mine && !newer(after, mine)) || (twin && !newer(after, twin))) {
      this.summary.unchanged++;
      return;
    }
    if (mine && twin) {
      tags.delete(twin.id);
      this.imported('tag', twin, null);
    }
    for (const gone of [mine, twin]) {
      if (!gone) continue;
      this.touched.push(gone);
      if (gone.statementId !== after.statementId) this.left.add(gone.statementId);
    }
    this.touched.push(after);
    const before = mine ?? twin;
    this.write('tag', tags, { ...after, id: before?.id ?? after.id }, before);
  }

  /** Tagged papers stand on their review's list. */
  private async listTagged(): Promise<void> {
    const { reviewPapers } = this.held;
    for (const { reviewId, paperId } of this.touched)
      if (!reviewPapers.get([reviewId, paperId]))
        reviewPapers.hold(await listPaper(reviewId, paperId, this.who));
  }

  private assessment(theirs: Assessment): void {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) {
      this.reject('assessments', theirs, 'its paper is not in the file');
      return;
    }
    const { reviewId, codebookId, influenceId, coder } = theirs;
    const { assessments } = this.held;
    const place = [reviewId, codebookId, influenceId, paperId].join(' ');
    const here = assessments.by('place', place);
    if (here.some((a) => a.coder === coder) || assessments.get(theirs.id)) this.summary.unchanged++;
    else this.write('assessment', assessments, { ...theirs, paperId }, undefined);
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
  private write<T extends object>(
    entity: EntityKind,
    table: { put(record: T): void },
    after: T,
    before: T | undefined,
  ): void {
    this.summary[before ? 'renewed' : 'added']++;
    table.put(after);
    if (before) this.imported(entity, before, after);
  }

  private imported(entity: EntityKind, before: object, after: object | null): void {
    const { id, reviewId, paperId } = before as Partial<Tag>;
    this.events.push({
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

/** The statement that a rejected record names, if it is a tag. */
function statementIdOf({ table, record: rejected }: QuarantinedRecord): unknown {
  return table === 'tags' ? (rejected as { statementId?: unknown } | null)?.statementId : undefined;
}

/** Was `a` written after `b`? */
function newer(a: { updatedAt: string }, b: { updatedAt: string }): boolean {
  return a.updatedAt > b.updatedAt;
}

const versions = new Intl.Collator('en', { numeric: true });
const laterVersion = (a: string, b: string) => versions.compare(a, b) > 0;
