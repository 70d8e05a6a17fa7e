/** Papers: one record a work, however many pages it was met on; the reader's corrections win. */
import {
  type Corrections,
  corrected,
  FieldSource,
  isEmptyList,
  newId,
  type PageReport,
  type Paper,
  PaperFacts,
  PlaceChange,
  type ReviewPaper,
} from '../model';
import { addressOf, addressStem, arxivOfDoi, atAddress } from '../text';
import { commit, type StepWriter } from './commit';
import { db } from './db';
import { NotFound } from './errors';
import { parsed, sameRecord } from './transaction';

/** Identifiers in the order in which they are trusted to name one work. */
export const ID_FIELDS = ['doi', 'pmid', 'pmcid', 'arxiv', 'fingerprint'] as const;
type Ids = Partial<Record<(typeof ID_FIELDS)[number], string | null>>;

/** A paper's addresses are a guess at where it may be met again, so the oldest may go. */
export const MOST_URLS = 200;

const rank = (source: FieldSource | undefined) =>
  source ? FieldSource.options.indexOf(source) : FieldSource.options.length;

/** Do two sets of facts name different works by the same kind of identifier? */
export function contradicts(a: Ids, b: Ids): boolean {
  if (a.doi && b.doi) {
    // A preprint's DOI stands beside the published one's: arXiv's id says whether they are one work.
    const [mine, theirs] = [a.arxiv ?? arxivOfDoi(a.doi), b.arxiv ?? arxivOfDoi(b.doi)];
    const preprint = arxivOfDoi(a.doi) ?? arxivOfDoi(b.doi);
    return a.doi !== b.doi && !(preprint && mine === theirs);
  }
  return ID_FIELDS.some((field) => a[field] && b[field] && a[field] !== b[field]);
}

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

/** Papers that were met at a page's address, however that was written down. */
export async function papersAt(url: string): Promise<Paper[]> {
  const stem = addressStem(url);
  if (!stem) return [];
  const stored = await db.papers.where('urls').startsWith(stem).uniqueKeys();
  const same = stored.map(String).filter(atAddress(url));
  return same.length ? db.papers.where('urls').anyOf(same).distinct().toArray() : [];
}

/** The stored paper that a page shows, or undefined. An id that the reader gave here goes first. */
export async function findPaper(facts: PaperFacts | null, url: string): Promise<Paper | undefined> {
  const here = await papersAt(url);
  const corrected = here.find((p) => ID_FIELDS.some((f) => p.readerFields?.[f] !== undefined));
  if (corrected) return corrected;
  for (const field of ID_FIELDS) {
    const value = facts?.[field];
    if (!value) continue;
    const found = await db.papers.where(field).equals(value).toArray();
    const same = found.find((p) => !facts || !contradicts(p, facts));
    if (same) return same;
  }
  return here.find((p) => !facts || (!contradicts(p, facts) && !namesAnother(p, facts)));
}

/** A page that names several works (a report, a list) gives each its title: one address, many papers. */
export function namesAnother(a: PaperFacts, b: PaperFacts): boolean {
  if (a.sources.title !== 'site' && b.sources.title !== 'site') return false;
  return plainTitle(a.title) !== plainTitle(b.title);
}

/** A title as two prints of it agree: letters and digits only, case and accents folded. */
export const plainTitle = (title = '') =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
    if (had && (rank(seenSource) > rank(sources[field]) || saysLess(field, value, old))) continue;
    joined[field] = value;
    if (seenSource) sources[field] = seenSource;
  }
  return corrected({ ...joined, sources } as PaperFacts, corrections);
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

const isFact = (field: string): boolean => Object.hasOwn(PaperFacts.shape, field);

/** A preprint's DOI beside the published one, one author beside all of them: such news takes the place of nothing. */
function saysLess(field: string, seen: unknown, old: unknown): boolean {
  if (field === 'doi') return arxivOfDoi(String(seen)) !== undefined;
  if (field === 'authors') return (seen as unknown[]).length === 1 && (old as unknown[]).length > 1;
  return false;
}

/** What a page says, as far as it may be stored: addresses of web pages only. */
export function factsOf(report: PageReport): PaperFacts {
  const { url, ...facts } = report.paper ?? PaperFacts.parse({ url: report.url });
  const address = addressOf(url ?? '');
  return { ...facts, ...(address && { url: address }) };
}

/** `urls` with one more, the newest last. */
export function withUrl(urls: readonly string[], url: string): string[] {
  return url && !urls.some(atAddress(url)) ? [...urls, url].slice(-MOST_URLS) : [...urls];
}

/** Finds or makes the paper of a page, within a step: on the way to what the reader does with it. */
export async function paperOf(
  report: PageReport,
  step: StepWriter,
): Promise<{ paper: Paper; isNew: boolean }> {
  const facts = factsOf(report);
  const url = addressOf(report.url);
  const before = await findPaper(facts, url);
  if (!before) {
    const urls = withUrl([], url);
    const { conflicts } = report;
    const made = { ...facts, id: newId(), urls, conflicts, createdAt: step.at, updatedAt: step.at };
    return { paper: await step.put('papers', made, 'aside'), isNew: true };
  }
  // What a page says about another work, by the reader's own word, tells nothing about this one.
  if (overruled(before.readerFields, facts)) return { paper: before, isNew: false };
  const after: Paper = {
    ...withFacts(before, joinFacts(factsIn(before), facts, before.readerFields)),
    urls: withUrl(before.urls, url),
    conflicts: report.conflicts,
  };
  const paper = sameRecord(before, after)
    ? before
    : await step.put('papers', { ...after, updatedAt: step.at }, 'aside');
  return { paper, isNew: false };
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
  const progress = place ? 'to-read' : 'reading';
  const from: ReviewPaper = before ?? {
    ...{ reviewId, paperId, progress, eligibility: 'undecided', addedAt: at, updatedAt: at },
  };
  const after = placed(from, place ?? {});
  if (before && sameRecord(before, after)) return before;
  return step.put('reviewPapers', { ...after, updatedAt: at }, aside);
}

/** A decision replaces the reason with its own: one that is left over explains a decision that nobody holds any more. */
function placed(listed: ReviewPaper, { progress, eligibility, exclusionReason }: PlaceChange) {
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
  const listed = await db.reviewPapers.where('reviewId').equals(reviewId).toArray();
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
): Promise<Paper> {
  const wanted = parsed(PlaceChange, place);
  return commit('list-paper', async (step) => {
    await mustHaveReview(reviewId);
    const { paper } = await paperOf(report, step);
    await listPaper(reviewId, paper.id, step, { place: wanted });
    return paper;
  });
}

/** The stored paper of an id; an error where it is gone. */
export async function paperById(id: string): Promise<Paper> {
  const paper = await db.papers.get(id);
  if (!paper) throw new NotFound('paper');
  return paper;
}
