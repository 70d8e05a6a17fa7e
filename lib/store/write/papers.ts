/** Papers: one record a work, however many pages it was met on; the reader's corrections win. */
import {
  type Corrections,
  corrected,
  isEmptyList,
  isFact,
  newId,
  type PageReport,
  type Paper,
  PaperFacts,
  PlaceChange,
  PREPRINT,
  type ReviewPaper,
  rankOf,
  settled,
} from '../../model';
import { addressOf, arxivOfDoi, atAddress, cleanBareDoi } from '../../text';
import { commit } from '../commit';
import type { Asked } from '../committed';
import { db } from '../db';
import { NotFound } from '../errors';
import {
  areTwoWorks,
  contradicts,
  ID_FIELDS,
  type Ids,
  paperOfReport,
  papersOfQuote,
} from '../read/find-paper';
import { ofReview } from '../read/of-review';
import type { StepWriter } from './step-writer';
import { parsed, sameRecord } from './transaction';

/** The place of a paper that is put on the list, and not tagged: one to be read. */
export const ON_LIST = { progress: 'to-read', eligibility: 'undecided' } as const;

/** A paper's addresses are a guess at where it may be met again, so the oldest may go. */
export const MOST_URLS = 200;

/** Has the reader said of a page's identifiers that they are another work's? That it has none names no other. */
export function overruled(corrections: Corrections | undefined, facts: Ids): boolean {
  if (!corrections || (corrections.doi && corrections.doi === facts.doi)) return false;
  return ID_FIELDS.some(
    (field) => corrections[field] && facts[field] && corrections[field] !== facts[field],
  );
}

/** Has the reader said that the work has no such identifier? */
export const denies = (corrections: Corrections, facts: Ids): boolean =>
  ID_FIELDS.some((field) => corrections[field] === null && facts[field]);

/** The same facts without what names the work. */
export function withoutIds<T extends PaperFacts>(facts: T): T {
  const rest = { ...facts, sources: { ...facts.sources } };
  for (const field of ID_FIELDS) {
    delete rest[field];
    delete rest.sources[field];
  }
  return rest;
}

/**
 * Joins what a page says to what is stored: per field the better source wins, an equal one is renewed,
 * and the reader's corrections are laid over everything.
 */
export function joinFacts(
  stored: PaperFacts,
  seen: PaperFacts,
  corrections?: Corrections,
): PaperFacts {
  const joined: Record<string, unknown> = { ...stored };
  const sources = { ...stored.sources };
  for (const [field, value] of Object.entries(seen)) {
    if (field === 'sources' || value === undefined || isEmptyList(value)) continue;
    const old = joined[field];
    const had = old !== undefined && !isEmptyList(old);
    const seenSource = seen.sources[field];
    if (had && (rankOf(seenSource) > rankOf(sources[field]) || saysLess(field, seen, stored)))
      continue;
    joined[field] = value;
    if (seenSource) sources[field] = seenSource;
  }
  return settled(corrected({ ...joined, sources } as PaperFacts, corrections));
}

/** What a record of a paper says about the work. */
export function factsIn(paper: Partial<PaperFacts>): PaperFacts {
  const own = Object.entries(paper).filter(([field]) => isFact(field));
  return { authors: [], sources: {}, ...Object.fromEntries(own) };
}

/** A paper with these facts, and without those that they lack. */
export function withFacts<T extends object>(paper: T, facts: PaperFacts): T & PaperFacts {
  const own = Object.entries(paper).filter(([field]) => !isFact(field));
  return { ...Object.fromEntries(own), ...facts } as T & PaperFacts;
}

/** A preprint's DOI or type beside the published one's, one author beside all of them: such news takes the place of nothing. */
function saysLess(field: string, seen: PaperFacts, old: PaperFacts): boolean {
  if (field === 'doi') return arxivOfDoi(seen.doi ?? '') !== undefined;
  if (field === 'type')
    return seen.type === PREPRINT && old.doi !== undefined && seen.doi !== old.doi;
  if (field === 'authors') return seen.authors.length === 1 && old.authors.length > 1;
  return false;
}

/** The facts in a page's report that may be stored: addresses of web pages only, and only valid DOIs. */
export function factsOf(report: PageReport): PaperFacts {
  const { url, doi: stated, ...facts } = report.paper ?? PaperFacts.parse({ url: report.url });
  const address = addressOf(url ?? '');
  const doi = stated && cleanBareDoi(stated);
  return { ...facts, ...(doi && { doi }), ...(address && { url: address }) };
}

/** `urls` with one more, the newest last. */
export function withUrl(urls: readonly string[], url: string): string[] {
  return url && !urls.some(atAddress(url)) ? [...urls, url].slice(-MOST_URLS) : [...urls];
}

type Places = Pick<Paper, 'urls' | 'quotedAt'>;

/** Where a paper was met, with a page that shows it, or that quotes it. */
export function withPlace({ urls, quotedAt }: Places, { url, quoted }: PageReport): Places {
  const address = addressOf(url);
  const places = { urls: quoted ? urls : withUrl(urls, address) };
  const quotes = quoted ? withUrl(quotedAt ?? [], address) : quotedAt;
  return quotes?.length ? { ...places, quotedAt: quotes } : places;
}

/** Without one of its places. */
export function withoutPlace<T extends Places>(paper: T, { url, quoted }: PageReport): T {
  const isHere = atAddress(addressOf(url));
  const left = (places: readonly string[] = []) => places.filter((one) => !isHere(one));
  if (!quoted) return { ...paper, urls: left(paper.urls) };
  const { quotedAt, ...rest } = paper;
  const quotes = left(quotedAt);
  return { ...rest, ...(quotes.length && { quotedAt: quotes }) } as T;
}

/** Finds or makes the paper of a page, within a step: on the way to what the reader does with it. */
export async function paperOf(report: PageReport, step: StepWriter): Promise<Paper> {
  const before = await paperOfReport(report);
  if (before) return joinReport(before, report, step);
  const { conflicts } = report;
  const made = { ...factsOf(report), id: newId(), ...withPlace({ urls: [] }, report), conflicts };
  const paper = { ...made, createdAt: step.at, updatedAt: step.at };
  return step.add('papers', paper, 'aside');
}

/**
 * The paper of a passage. Words that a report quotes stay with the paper that they are known to be of, which may learn
 * its name from the report: unless that is another stored paper's. Two papers may have a sentence in common: where the
 * report names another work than the known one, and the reader has not said what that is, the words are the other's too.
 */
export async function paperOfPassage(
  report: PageReport,
  quote: string,
  step: StepWriter,
): Promise<Paper> {
  if (!report.quoted) return paperOf(report, step);
  const facts = factsOf(report);
  const named = await paperOfReport(report);
  const holders = await papersOfQuote(report.url, quote);
  if (holders.some(({ id }) => id === named?.id)) return paperOf(report, step);
  const known = holders.find((one) => isCorrected(one) || !areTwoWorks(one, facts));
  if (!known) return paperOf(report, step);
  const isAnothers = named !== undefined || contradicts(known, facts) || areTwoWorks(known, facts);
  return isAnothers ? known : joinReport(known, report, step);
}

const isCorrected = ({ readerFields = {} }: Paper): boolean => Object.keys(readerFields).length > 0;

/** What is known of a page's paper: what is stored of it, with what its page adds. */
export function knownFacts(stored: Paper | undefined, report: PageReport): PaperFacts {
  const facts = factsOf(report);
  if (!stored) return facts;
  const known = factsIn(stored);
  // What a page says about another work, by the reader's own word, tells nothing about this one.
  if (overruled(stored.readerFields, facts)) return known;
  return joinFacts(known, facts, stored.readerFields);
}

async function joinReport(before: Paper, report: PageReport, step: StepWriter): Promise<Paper> {
  if (overruled(before.readerFields, factsOf(report))) return before;
  const after: Paper = {
    ...withFacts(before, knownFacts(before, report)),
    ...withPlace(before, report),
    conflicts: report.quoted ? before.conflicts : report.conflicts,
  };
  return sameRecord(before, after)
    ? before
    : step.put('papers', { ...after, updatedAt: step.at }, 'aside');
}

/** Changes a paper's place on a review's reading list, and puts it there first where it is not on it. */
export async function placePaper(
  reviewId: string,
  paperId: string,
  place: PlaceChange,
): Promise<{ eventId: string }> {
  const wanted = parsed(PlaceChange, place);
  const command = wanted.eligibility === undefined ? 'set-progress' : 'set-eligibility';
  return commit(command, async (step) => {
    await mustHaveReview(reviewId);
    await paperById(paperId);
    await listPaper(reviewId, paperId, step, { place: wanted });
    return { eventId: step.id };
  });
}

async function mustHaveReview(id: string): Promise<void> {
  if (!(await db.reviews.get(id))) throw new NotFound('review');
}

/** As `placePaper`, within a step; without a place a listed paper stays as it is. */
export async function listPaper(
  reviewId: string,
  paperId: string,
  step: StepWriter,
  { place, aside = false }: { place?: PlaceChange; aside?: 'aside' | false } = {},
): Promise<ReviewPaper> {
  const before = await db.reviewPapers.get([reviewId, paperId]);
  if (before && !place) return before;
  const { at } = step;
  // A paper that comes with a tag is being read.
  const progress = place ? ON_LIST.progress : 'reading';
  const from: ReviewPaper = before ?? {
    ...{ reviewId, paperId, ...ON_LIST, progress, addedAt: at, updatedAt: at },
  };
  const after = placed(from, place ?? {});
  if (before && sameRecord(before, after)) return before;
  return step.put('reviewPapers', { ...after, updatedAt: at }, aside);
}

/** A decision replaces the reason with its own: one that is left over explains a decision that nobody holds any more. */
export function placed(
  listed: ReviewPaper,
  { progress, eligibility, exclusionReason }: PlaceChange,
) {
  const after: ReviewPaper = { ...listed, progress: progress ?? listed.progress };
  if (!eligibility) return after;
  delete after.exclusionReason;
  const reason = exclusionReason?.trim();
  return {
    ...after,
    eligibility,
    ...(eligibility === 'excluded' && reason && { exclusionReason: reason }),
  };
}

/** Reasons for which papers of a review were excluded, the most used first. */
export async function exclusionReasons(reviewId: string): Promise<string[]> {
  const listed = await ofReview('reviewPapers', reviewId).toArray();
  const uses = new Map<string, number>();
  for (const { exclusionReason: reason } of listed)
    if (reason) uses.set(reason, (uses.get(reason) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([text]) => text);
}

/** Notes an open page's paper on the reading list of a review without tagging anything. */
export async function addPaper(
  report: PageReport,
  reviewId: string,
  place: PlaceChange,
  {
    origin,
    onlyNew = false,
  }: Asked & {
    /** A paper that is on the list keeps the place that it has: the surface that asks may not know of it yet. */
    onlyNew?: boolean;
  } = {},
): Promise<{ paper: Paper; listed: ReviewPaper; isKept: boolean; eventId: string }> {
  const wanted = parsed(PlaceChange, place);
  return commit(
    'list-paper',
    async (step) => {
      await mustHaveReview(reviewId);
      const paper = await paperOf(report, step);
      const isKept = onlyNew && !!(await db.reviewPapers.get([reviewId, paper.id]));
      const listed = await listPaper(reviewId, paper.id, step, isKept ? {} : { place: wanted });
      return { paper, listed, isKept, eventId: step.id };
    },
    { origin },
  );
}

/** The stored paper of an id; an error where it is gone. */
export async function paperById(id: string): Promise<Paper> {
  const paper = await db.papers.get(id);
  if (!paper) throw new NotFound('paper');
  return paper;
}
