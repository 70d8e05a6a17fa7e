/** "Not this paper?": the reader says what the page in front of them really is. */
import {
  type Assessment,
  Corrections,
  changedAt,
  newId,
  now,
  type PageReport,
  type Paper,
  PaperFacts,
  type ReviewPaper,
  type Tag,
} from '../model';
import { addressOf, atAddress, cleanDoi } from '../text';
import { db } from './db';
import { record } from './history';
import {
  contradicts,
  factsOf,
  findPaper,
  ID_FIELDS,
  joinFacts,
  listPaper,
  overruled,
  withoutIds,
  withUrl,
  writePaper,
  writeReviewPaper,
} from './papers';
import { settings } from './settings';
import { dropStatement, joinTargets, writeStatement } from './statements';
import { sameTag, writeTag } from './tags';
import { inOneTransaction, parsed } from './transaction';

/**
 * Corrects what the page at `report.url` is. If the corrected ids name a paper that is stored already, what
 * was tagged on this page moves there. If they deny a paper that was met elsewhere too, this page becomes
 * a paper of its own and the other stays what it is. Else the page's paper itself is corrected. From now
 * on the correction wins whenever this address is met.
 */
export async function correctPaper(report: PageReport, fields: Corrections): Promise<Paper> {
  const corrections = cleaned(parsed(Corrections, fields));
  const { papers, statements, tags, tallies, reviewPapers, assessments, history } = db;
  return inOneTransaction(
    [papers, statements, tags, tallies, reviewPapers, assessments, history, db.settings],
    async () => {
      const { coder } = await settings();
      const url = addressOf(report.url);
      const met = await findPaper(report.paper, report.url);
      const base = (await otherPaper(met?.id, corrections)) ?? keepable(met, corrections, url);
      const seen = factsOf(report);
      const readerFields = { ...base?.readerFields, ...corrections };
      const stored = base && (overruled(corrections, base) ? withoutIds(base) : base);
      const told = overruled(readerFields, seen) ? withoutIds(seen) : seen;
      const at = now();
      const facts = joinFacts(
        PaperFacts.parse(stored ?? {}),
        // A stored paper learns nothing from a page that took itself for another work.
        stored && told !== seen ? PaperFacts.parse({}) : told,
        readerFields,
      );
      const after: Paper = {
        ...(stored ?? { id: newId(), createdAt: at, conflicts: report.conflicts }),
        ...facts,
        readerFields,
        urls: withUrl(base?.urls ?? [], url),
        updatedAt: changedAt(base),
      };
      const written = await writePaper(base ?? null, after, coder);
      if (met && met.id !== written.id) await movePage(met, written, url, coder);
      return written;
    },
  );
}

/** Only what says something; a DOI as the store knows it. */
function cleaned({ sources: _, ...fields }: Corrections): Corrections {
  const said = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const corrections: Corrections = Object.fromEntries(said);
  if (corrections.doi) corrections.doi = cleanDoi(corrections.doi) ?? corrections.doi;
  return corrections;
}

/** Another stored paper that the corrected ids name. */
async function otherPaper(
  currentId: string | undefined,
  ids: Corrections,
): Promise<Paper | undefined> {
  for (const field of ID_FIELDS) {
    const value = ids[field];
    if (!value) continue;
    const found = await db.papers.where(field).equals(value).toArray();
    const other = found.find((p) => p.id !== currentId && !contradicts(p, ids));
    if (other) return other;
  }
  return undefined;
}

/** The page's paper, unless the correction denies a work that other pages rightly show. */
function keepable(met: Paper | undefined, ids: Corrections, url: string): Paper | undefined {
  if (!met || !overruled(ids, met)) return met;
  return met.urls.every(atAddress(url)) ? met : undefined;
}

/** Moves what was made on the page at `url` from one paper to another: statements, tags, reading lists. */
async function movePage(from: Paper, to: Paper, url: string, who: string): Promise<void> {
  const touchedReviews = await moveStatements(from, to, url, who);
  const isHere = atAddress(url);
  const urls = from.urls.filter((u) => !isHere(u));
  await writePaper(from, { ...from, urls, updatedAt: changedAt(from) }, who);
  // A paper that only ever was this page's mistake leaves the lists it was put on by it.
  const tagged = await db.tags.where('paperId').equals(from.id).count();
  const leaves = !urls.length && !tagged;
  for (const listed of await db.reviewPapers.where('paperId').equals(from.id).toArray()) {
    if (leaves || touchedReviews.has(listed.reviewId)) await copyListing(listed, to, who);
    if (leaves) await writeReviewPaper(listed, null, who);
  }
  for (const reviewId of touchedReviews) await listPaper(reviewId, to.id, who);
  if (leaves) await moveAssessments(from, to, who);
}

/** Gives the reviews that the moved tags belong to. */
async function moveStatements(from: Paper, to: Paper, url: string, who: string) {
  const reviews = new Set<string>();
  const isHere = atAddress(url);
  const statements = await db.statements.where('paperId').equals(from.id).toArray();
  for (const statement of statements.filter((s) => s.targets.some((t) => isHere(t.url)))) {
    const twin = await db.statements.get({ paperId: to.id, quoteKey: statement.quoteKey });
    if (twin)
      await writeStatement(
        twin,
        {
          ...twin,
          targets: joinTargets(twin.targets, statement.targets),
          updatedAt: changedAt(twin, statement),
        },
        who,
      );
    else
      await writeStatement(
        statement,
        { ...statement, paperId: to.id, updatedAt: changedAt(statement) },
        who,
      );
    for (const tag of await db.tags.where('statementId').equals(statement.id).toArray()) {
      reviews.add(tag.reviewId);
      await moveTag(
        tag,
        {
          ...tag,
          paperId: to.id,
          statementId: twin?.id ?? statement.id,
          updatedAt: changedAt(tag),
        },
        who,
      );
    }
    if (twin) await dropStatement(statement, who);
  }
  return reviews;
}

/** Where the twin statement bears the coder's tag on this influence already, the later of the two stays. */
async function moveTag(before: Tag, after: Tag, who: string): Promise<void> {
  const other = await sameTag(after);
  if (other && other.updatedAt >= before.updatedAt) {
    await writeTag(before, null, who);
    return;
  }
  const also = other ? [await writeTag(other, null, who)] : [];
  await writeTag(before, { ...after, updatedAt: changedAt(after, other) }, who, { also });
}

async function copyListing(listed: ReviewPaper, to: Paper, who: string): Promise<void> {
  if (await db.reviewPapers.get([listed.reviewId, to.id])) return;
  await writeReviewPaper(null, { ...listed, paperId: to.id, updatedAt: changedAt(listed) }, who);
}

async function moveAssessments(from: Paper, to: Paper, who: string): Promise<void> {
  const all = db.assessments;
  const made = (await all.toArray()).filter((a) => a.paperId === from.id);
  for (const before of made) {
    const { reviewId, codebookId, influenceId, coder } = before;
    const there = await all
      .where('[reviewId+codebookId+influenceId+paperId]')
      .equals([reviewId, codebookId, influenceId, to.id])
      .toArray();
    const after: Assessment | null = there.some((a) => a.coder === coder)
      ? null
      : { ...before, paperId: to.id };
    if (after) await all.put(after);
    else await all.delete(before.id);
    await record({
      who,
      reviewId,
      entity: 'assessment',
      entityId: before.id,
      action: after ? 'update' : 'delete',
      before,
      after,
    });
  }
}
