/** Papers: one record a work, however many pages it was met on; the reader's corrections win. */
import {
  FieldSource,
  newId,
  now,
  type PageReport,
  type Paper,
  PaperFacts,
  type ReadingStatus,
  type ReviewPaper,
} from '../model';
import { db } from './db';
import { NotFound } from './errors';
import { record } from './history';
import { settings } from './settings';
import { recountCells } from './tallies';

/** Identifiers in the order in which they are trusted to name one work. */
const ID_FIELDS = ['doi', 'pmid', 'pmcid', 'arxiv', 'fingerprint'] as const;

const rank = (source: FieldSource | undefined) =>
  source ? FieldSource.options.indexOf(source) : FieldSource.options.length;

/** Do two sets of facts name different works by the same kind of identifier? */
function contradicts(a: PaperFacts, b: PaperFacts): boolean {
  if (a.doi && b.doi) return a.doi !== b.doi;
  return ID_FIELDS.some((field) => a[field] && b[field] && a[field] !== b[field]);
}

/** The address under which a page is remembered: no fragment. */
export function pageAddress(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/** The stored paper that a page shows, or undefined. A correction made at this address goes first. */
export async function findPaper(facts: PaperFacts | null, url: string): Promise<Paper | undefined> {
  const here = await db.papers.where('urls').equals(pageAddress(url)).toArray();
  const corrected = here.find((p) => p.readerFields);
  if (corrected) return corrected;
  for (const field of ID_FIELDS) {
    const value = facts?.[field];
    if (!value) continue;
    const found = await db.papers.where(field).equals(value).toArray();
    const same = found.find((p) => !facts || !contradicts(p, facts));
    if (same) return same;
  }
  return here.find((p) => !facts || !contradicts(p, facts));
}

/**
 * Joins what a page says to what is stored: per field the better source wins, an equal one is renewed,
 * and the reader's corrections are laid over everything.
 */
export function joinFacts(
  stored: PaperFacts,
  seen: PaperFacts,
  corrections?: Partial<PaperFacts>,
): PaperFacts {
  const joined: Record<string, unknown> = { ...stored };
  const sources = { ...stored.sources };
  for (const [field, value] of Object.entries(seen)) {
    if (field === 'sources' || value === undefined) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const old = joined[field];
    const had = old !== undefined && !(Array.isArray(old) && old.length === 0);
    const seenSource = seen.sources[field];
    if (had && rank(seenSource) > rank(sources[field])) continue;
    joined[field] = value;
    if (seenSource) sources[field] = seenSource;
  }
  for (const [field, value] of Object.entries(corrections ?? {})) {
    if (field === 'sources') continue;
    joined[field] = value;
    sources[field] = 'reader';
  }
  return PaperFacts.parse({ ...joined, sources });
}

/** Finds or makes the paper of a page. Call inside a transaction over `papers` and `history`. */
export async function paperOf(report: PageReport, who: string): Promise<Paper> {
  const facts = report.paper ?? PaperFacts.parse({ url: report.url });
  const url = pageAddress(report.url);
  const at = now();
  const before = await findPaper(facts, url);
  const urls = (before?.urls ?? []).includes(url)
    ? (before?.urls ?? [])
    : [...(before?.urls ?? []), url].slice(-200);
  const after: Paper = before
    ? {
        ...before,
        ...joinFacts(PaperFacts.parse(before), facts, before.readerFields),
        urls,
        conflicts: report.conflicts,
        updatedAt: at,
      }
    : { ...facts, id: newId(), urls, conflicts: report.conflicts, createdAt: at, updatedAt: at };
  const unchanged =
    before &&
    JSON.stringify({ ...before, updatedAt: at }) === JSON.stringify({ ...after, updatedAt: at });
  if (unchanged) return before;
  await db.papers.put(after);
  await record({
    who,
    entity: 'paper',
    entityId: after.id,
    action: before ? 'update' : 'create',
    before: before ?? null,
    after,
  });
  return after;
}

/** Puts a paper on a review's reading list, or changes its status there. In a transaction of its own. */
export async function setStatus(
  reviewId: string,
  paperId: string,
  status: ReadingStatus,
): Promise<void> {
  await db.transaction('rw', [db.reviewPapers, db.history, db.settings], async () => {
    const { coder } = await settings();
    await listPaper(reviewId, paperId, coder, status);
  });
}

/** As `setStatus`, inside the caller's transaction; without a status a listed paper stays as it is. */
export async function listPaper(
  reviewId: string,
  paperId: string,
  who: string,
  status?: ReadingStatus,
): Promise<ReviewPaper> {
  const before = await db.reviewPapers.get([reviewId, paperId]);
  if (before && (!status || before.status === status)) return before;
  const at = now();
  const after: ReviewPaper = before
    ? { ...before, status: status ?? before.status, updatedAt: at }
    : { reviewId, paperId, status: status ?? 'reading', addedAt: at, updatedAt: at };
  await db.reviewPapers.put(after);
  await record({
    who,
    reviewId,
    entity: 'review-paper',
    entityId: `${reviewId}/${paperId}`,
    action: before ? 'update' : 'create',
    before: before ?? null,
    after,
  });
  return after;
}

/** Notes an open page's paper on the reading list of a review without tagging anything. */
export async function addPaper(
  report: PageReport,
  reviewId: string,
  status: ReadingStatus,
): Promise<Paper> {
  return db.transaction('rw', [db.papers, db.reviewPapers, db.history, db.settings], async () => {
    const { coder } = await settings();
    const paper = await paperOf(report, coder);
    await listPaper(reviewId, paper.id, coder, status);
    return paper;
  });
}

/**
 * "Not this paper?": the reader says what the page at `report.url` really is. If the corrected ids name a
 * paper that is stored already, what was tagged on this page moves there; else the page's paper itself is
 * corrected. From now on the correction wins whenever this address is met.
 */
export async function correctPaper(
  report: PageReport,
  fields: Partial<PaperFacts>,
): Promise<Paper> {
  const corrections = PaperFacts.partial().parse(fields);
  return db.transaction(
    'rw',
    [db.papers, db.statements, db.tags, db.tallies, db.reviewPapers, db.history, db.settings],
    async () => {
      const { coder } = await settings();
      const url = pageAddress(report.url);
      const current = await paperOf(report, coder);
      const other = await findOther(current.id, corrections);
      const readerFields = { ...(other ?? current).readerFields, ...corrections };
      const base = other ?? current;
      const after: Paper = {
        ...base,
        ...joinFacts(PaperFacts.parse(base), PaperFacts.parse({}), readerFields),
        readerFields,
        urls: [...new Set([...base.urls, url])],
        updatedAt: now(),
      };
      await db.papers.put(after);
      await record({
        who: coder,
        entity: 'paper',
        entityId: after.id,
        action: 'update',
        before: base,
        after,
      });
      if (other) await moveStatements(current, after, url, coder);
      return after;
    },
  );
}

async function findOther(currentId: string, ids: Partial<PaperFacts>): Promise<Paper | undefined> {
  for (const field of ID_FIELDS) {
    const value = ids[field];
    if (!value) continue;
    const found = await db.papers.where(field).equals(value).first();
    if (found && found.id !== currentId) return found;
  }
  return undefined;
}

/** Moves the statements met at `url`, with their tags, from one paper to another, and recounts both. */
async function moveStatements(from: Paper, to: Paper, url: string, who: string): Promise<void> {
  const statements = await db.statements.where('paperId').equals(from.id).toArray();
  const touched = [];
  for (const statement of statements.filter((s) => s.targets.some((t) => t.url === url))) {
    const twin = await db.statements.get({ paperId: to.id, quoteKey: statement.quoteKey });
    const tags = await db.tags.where('statementId').equals(statement.id).toArray();
    for (const tag of tags) {
      const after = {
        ...tag,
        paperId: to.id,
        statementId: twin?.id ?? statement.id,
        updatedAt: now(),
      };
      await db.tags.put(after);
      await record({
        who,
        reviewId: tag.reviewId,
        entity: 'tag',
        entityId: tag.id,
        action: 'update',
        before: tag,
        after,
      });
      await listPaper(tag.reviewId, to.id, who);
      touched.push(tag, after);
    }
    if (twin) await db.statements.delete(statement.id);
    else await db.statements.put({ ...statement, paperId: to.id, updatedAt: now() });
  }
  await db.papers.update(from.id, { urls: from.urls.filter((u) => u !== url) });
  await recountCells(touched);
  // A paper that only ever was this page's mistake leaves the reading lists it was put on by it.
  if ((await db.tags.where('paperId').equals(from.id).count()) === 0)
    await db.reviewPapers.where('paperId').equals(from.id).delete();
}

/** The stored paper of an id; an error where it is gone. */
export async function paperById(id: string): Promise<Paper> {
  const paper = await db.papers.get(id);
  if (!paper) throw new NotFound('paper');
  return paper;
}
