/** "Not this paper?": the reader says what the page in front of them really is. */
import {
  Corrections,
  newId,
  type PageReport,
  type Paper,
  type PaperFacts,
  type ReviewPaper,
  type Statement,
} from '../../model';
import { addressOf, atAddress, cleanDoi } from '../../text';
import { commit } from '../commit';
import { db } from '../db';
import { findByIds, paperOfReport } from '../read/find-paper';
import { leaveList } from './families';
import { moveAssessments, moveStatements } from './move-coded';
import {
  denies,
  factsIn,
  factsOf,
  joinFacts,
  listPaper,
  overruled,
  withFacts,
  withoutIds,
  withoutPlace,
  withPlace,
} from './papers';
import type { StepWriter } from './step-writer';
import { followPaper } from './tables/move';
import { parsed } from './transaction';

/**
 * Corrects what the page at `report.url` is. If the corrected ids name a paper that is stored already, what
 * was tagged on this page moves there. If they deny a paper that was met elsewhere too, this page becomes
 * a paper of its own and the other stays what it is. Else the page's paper itself is corrected. From now
 * on the correction wins whenever this address is met.
 */
export async function correctPaper(
  report: PageReport,
  fields: Corrections,
): Promise<{ paper: Paper; eventId: string }> {
  const corrections = cleaned(parsed(Corrections, fields));
  return commit('correct-paper', async (step) => {
    const url = addressOf(report.url);
    const met = await paperOfReport(report);
    const base = (await findByIds(corrections, met?.id)) ?? keepable(met, corrections, url);
    const seen = ownPrint(factsOf(report), met, base);
    const readerFields = { ...base?.readerFields, ...corrections };
    const stored = base && (overruled(corrections, base) ? withoutIds(base) : base);
    const isAnother = overruled(readerFields, seen) || (!base && denies(corrections, seen));
    const fromPage = isAnother ? withoutIds(seen) : seen;
    const facts = joinFacts(
      factsIn(stored ?? {}),
      // A stored paper learns nothing from a page that took itself for another work.
      stored && fromPage !== seen ? factsIn({}) : fromPage,
      readerFields,
    );
    const after: Paper = {
      ...withFacts(
        stored ?? { id: newId(), createdAt: step.at, conflicts: report.conflicts },
        facts,
      ),
      readerFields,
      ...withPlace(base ?? { urls: [] }, report),
      updatedAt: step.at,
    };
    const written = await step.put('papers', after);
    if (met && met.id !== written.id) await movePage(met, written, report, step);
    return { paper: written, eventId: step.id };
  });
}

/** A paper that has a fingerprint keeps it: what another page or passage is known by does not replace it. */
function ownPrint(seen: PaperFacts, met: Paper | undefined, base: Paper | undefined): PaperFacts {
  if (!base?.fingerprint || base.id === met?.id) return seen;
  const { fingerprint: _, ...rest } = seen;
  return rest;
}

/** Another stored paper that a correction would make this page one of. */
export interface Joining {
  paper: Paper;
  /** Tags of this page, which would move there. */
  tags: number;
  /** Tags that are there already. */
  tagsThere: number;
  /** The page is a report on another paper, and quotes this one. */
  quoted?: true;
}

/** What a correction would join this page with, for the reader to know before; null where nothing is joined. */
export async function wouldJoin(report: PageReport, fields: Corrections): Promise<Joining | null> {
  const met = await paperOfReport(report);
  const paper = await findByIds(cleaned(parsed(Corrections, fields)), met?.id);
  if (!paper) return null;
  const ids = met ? (await statementsAt(met, report.url)).map(({ id }) => id) : [];
  return {
    paper,
    tags: await db.tags.where('statementId').anyOf(ids).count(),
    tagsThere: await db.tags.where('paperId').equals(paper.id).count(),
    ...(report.quoted && { quoted: true }),
  };
}

/** A paper's statements that were tagged on the page at this address. */
async function statementsAt(paper: Paper, url: string): Promise<Statement[]> {
  const isHere = atAddress(addressOf(url));
  const all = await db.statements.where('paperId').equals(paper.id).toArray();
  return all.filter(({ targets }) => targets.some((target) => isHere(target.url)));
}

/** Only what was said, that there is none included; a DOI as the store knows it. */
function cleaned({ sources: _, ...fields }: Corrections): Corrections {
  const said = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const corrections: Corrections = Object.fromEntries(said);
  if (corrections.doi) corrections.doi = cleanDoi(corrections.doi) ?? corrections.doi;
  return corrections;
}

/** The page's paper, unless the correction denies a work that other pages rightly show. */
function keepable(met: Paper | undefined, ids: Corrections, url: string): Paper | undefined {
  if (!met || !(denies(ids, met) || overruled(ids, met))) return met;
  return [...met.urls, ...(met.quotedAt ?? [])].every(atAddress(url)) ? met : undefined;
}

/** Moves what was made on the page at `url` from one paper to another: statements, tags, reading lists. */
async function movePage(
  from: Paper,
  to: Paper,
  report: PageReport,
  step: StepWriter,
): Promise<void> {
  const here = await statementsAt(from, report.url);
  const { reviews: touchedReviews } = await moveStatements(here, to, step);
  const left = withoutPlace(from, report);
  // What it was known by names the other paper from now on.
  if (left.fingerprint === to.fingerprint) delete left.fingerprint;
  await step.put('papers', { ...left, updatedAt: step.at });
  // A paper that only ever was this page's mistake leaves the lists it was put on by it.
  const tagged = await db.tags.where('paperId').equals(from.id).count();
  const leaves = !left.urls.length && !left.quotedAt?.length && !tagged;
  for (const listed of await db.reviewPapers.where('paperId').equals(from.id).toArray()) {
    if (leaves || touchedReviews.has(listed.reviewId)) await copyListing(listed, to, step);
    if (leaves) await leaveList(listed, step, to.id);
  }
  for (const reviewId of touchedReviews) await listPaper(reviewId, to.id, step);
  if (!leaves) return;
  await moveAssessments(from, to, step);
  await followPaper(step, from.id, to.id);
}

/** Its place alone: a paper that stays on the list stays in its study family, and one that leaves hands it on. */
async function copyListing(listed: ReviewPaper, to: Paper, step: StepWriter): Promise<void> {
  if (await db.reviewPapers.get([listed.reviewId, to.id])) return;
  await step.put('reviewPapers', { ...listed, paperId: to.id, updatedAt: step.at });
}
