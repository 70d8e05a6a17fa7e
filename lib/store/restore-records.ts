/** How a restore joins the records of a file with those that the store holds: a rule for each kind of record. */
import { builtInCodebooks } from '../codebook';
import {
  type Assessment,
  type Backup,
  type Codebook,
  changedAt,
  type EntityKind,
  latestBelieved,
  type Paper,
  type QuarantinedRecord,
  quoteKey,
  type Review,
  type ReviewPaper,
  type Statement,
  type Tag,
  withoutFuture,
} from '../model';
import { joinNumberKeys } from '../tagging';
import { addressKey } from '../text';
import { type HeldTables, twinPaper } from './held-tables';
import { joinFacts, withUrl } from './papers';
import type { RestoreLog } from './restore-log';
import { joinTargets } from './statements';
import { onSame } from './tags';
import { sameRecord } from './transaction';

/** Joins one file's records; carries the ids that this store knows them under. */
export class RecordJoin {
  /** Tags written and tags that they took the place of. */
  readonly touched: Tag[] = [];
  /** Ids of statements that a tag has moved away from. */
  readonly left = new Set<string>();
  /** By the file's id: the paper's id here. */
  private readonly paperIds = new Map<string, string>();
  /** By the file's id: the statement here, and the paper it stands on here. */
  private readonly places = new Map<string, { statementId: string; paperId: string }>();
  private readonly latest = latestBelieved();
  /** Statements that came with this file. */
  private readonly came = new Set<string>();

  /** @param held what the store holds, and what is joined with it */
  constructor(
    private readonly held: HeldTables,
    private readonly log: RestoreLog,
  ) {}

  /** Joins every record, what is referred to before what refers to it. Writes to the held tables only. */
  joinAll(file: Backup): void {
    for (const codebook of file.codebooks) this.codebook(codebook);
    for (const review of file.reviews) this.review(review);
    for (const paper of file.papers) this.paper(paper);
    for (const listed of file.reviewPapers) this.reviewPaper(listed);
    for (const statement of file.statements) this.statement(statement);
    for (const tag of file.tags) this.tag(tag);
    for (const assessment of file.assessments) this.assessment(assessment);
    const wanted = new Set(this.log.summary.quarantined.map(statementIdOf));
    for (const id of this.came) this.takeOutBare(id, wanted);
  }

  private codebook(theirs: Codebook): void {
    if (builtInCodebooks().some((c) => c.id === theirs.id)) {
      this.log.rejected('codebooks', theirs, 'Bearing itself brings a codebook of this id');
      return;
    }
    const { codebooks } = this.held;
    const mine = codebooks.get(theirs.id);
    if (!mine) {
      this.write('codebook', codebooks, theirs, undefined);
      return;
    }
    if (sameRecord(mine, theirs)) this.log.unchanged();
    else if (laterVersion(theirs.version, mine.version))
      this.write('codebook', codebooks, theirs, mine);
    // Neither is known to be the later one: the reader's stays, and theirs is not dropped in silence.
    else this.log.rejected('codebooks', theirs, `this store has version ${mine.version} of it`);
  }

  private review(theirs: Review): void {
    const { reviews } = this.held;
    const mine = reviews.get(theirs.id);
    const numberKeys = joinNumberKeys(mine?.numberKeys, theirs.numberKeys);
    const base = mine && !this.newer(theirs, mine) ? mine : theirs;
    const joined: Review = { ...base, ...(numberKeys && { numberKeys: [...numberKeys] }) };
    if (mine && sameRecord(joined, mine)) this.log.unchanged();
    else this.write('review', reviews, joined, mine);
  }

  private paper(theirs: Paper): void {
    const { papers } = this.held;
    const mine = papers.get(theirs.id) ?? twinPaper(papers, theirs);
    this.paperIds.set(theirs.id, mine?.id ?? theirs.id);
    if (!mine) {
      this.write('paper', papers, theirs, undefined);
      return;
    }
    const [older, later] = this.newer(theirs, mine) ? [mine, theirs] : [theirs, mine];
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
    if (sameRecord(joined, mine)) this.log.unchanged();
    else {
      const updatedAt = mine.id === theirs.id ? later.updatedAt : changedAt(mine);
      this.write('paper', papers, { ...joined, updatedAt }, mine);
    }
  }

  /** The addresses of both records; but one that the reader has given to another work here stays there. */
  private addresses(mine: Paper, theirs: Paper): string[] {
    let urls = [...mine.urls];
    for (const url of theirs.urls) {
      const holders = this.held.papers.by('address', addressKey(url));
      if (holders.every((p) => p.id === mine.id || !p.readerFields)) urls = withUrl(urls, url);
    }
    return urls;
  }

  private reviewPaper(theirs: ReviewPaper): void {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) {
      this.log.rejected('reviewPapers', theirs, 'its paper is not in the file');
      return;
    }
    const after = { ...theirs, paperId };
    const { reviewPapers } = this.held;
    const mine = reviewPapers.get([after.reviewId, paperId]);
    if (mine && !this.newer(after, mine)) this.log.unchanged();
    else this.write('review-paper', reviewPapers, after, mine);
  }

  private statement(theirs: Statement): void {
    const key = quoteKey(theirs.quote);
    const mapped = this.paperIds.get(theirs.paperId);
    if (!mapped || !key) {
      this.log.rejected('statements', theirs, 'its paper is not in the file, or it has no words');
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
    const base = mine.id === theirs.id && this.newer(theirs, mine) ? theirs : mine;
    const other = base === mine ? theirs : mine;
    const targets = joinTargets(base.targets, other.targets);
    const joined = { ...base, id: mine.id, paperId, quoteKey: quoteKey(base.quote), targets };
    if (sameRecord(joined, mine)) this.log.unchanged();
    else this.write('statement', statements, joined, mine);
  }

  /** Its tags have since been moved or deleted here, so that it never came; a tag that was rejected keeps it. */
  private takeOutBare(id: string, wanted: ReadonlySet<unknown>): void {
    const { statements, tags } = this.held;
    if (wanted.has(id) || tags.by('statement', id).length) return;
    statements.delete(id);
    this.log.addedNoMore();
  }

  private tag(theirs: Tag): void {
    const place = this.places.get(theirs.statementId);
    if (!place) {
      this.log.rejected('tags', theirs, 'its statement is not in the file');
      return;
    }
    const after: Tag = { ...theirs, ...place };
    const { tags } = this.held;
    const mine = tags.get(after.id);
    const twin = tags
      .by('statement', after.statementId)
      .find((tag) => tag.id !== after.id && onSame(tag, after));
    // The coder's own tag of the same statement on the same influence is one tag: the later one stands.
    if ((mine && !this.newer(after, mine)) || (twin && !this.newer(after, twin))) {
      this.log.unchanged();
      return;
    }
    if (mine && twin) {
      tags.delete(twin.id);
      this.log.replaced('tag', twin, null);
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

  private assessment(theirs: Assessment): void {
    const paperId = this.paperIds.get(theirs.paperId);
    if (!paperId) {
      this.log.rejected('assessments', theirs, 'its paper is not in the file');
      return;
    }
    const { reviewId, codebookId, influenceId, coder } = theirs;
    const { assessments } = this.held;
    const place = [reviewId, codebookId, influenceId, paperId].join(' ');
    const here = assessments.by('place', place);
    if (here.some((a) => a.coder === coder) || assessments.get(theirs.id)) this.log.unchanged();
    else this.write('assessment', assessments, { ...theirs, paperId }, undefined);
  }

  private write<T extends object>(
    entity: EntityKind,
    table: { put(record: T): void },
    after: T,
    before: T | undefined,
  ): void {
    const record = before ? after : withoutFuture(after);
    table.put(record);
    this.log.written(entity, before, record);
  }

  /** Was the file's record written after the store's? A date in the future proves nothing. */
  private newer(theirs: { updatedAt: string }, mine: { updatedAt: string }): boolean {
    return theirs.updatedAt > mine.updatedAt && theirs.updatedAt <= this.latest;
  }
}

/** The statement that a rejected record names, if it is a tag. */
function statementIdOf({ table, record: rejected }: QuarantinedRecord): unknown {
  return table === 'tags' ? (rejected as { statementId?: unknown } | null)?.statementId : undefined;
}

const versions = new Intl.Collator('en', { numeric: true });
const laterVersion = (a: string, b: string) => versions.compare(a, b) > 0;
