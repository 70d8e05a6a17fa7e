/** Which stored paper does a page show, or quote? By identifiers, then by address, then by a distinctive title. Reads only. */
import { type PageReport, type Paper, type PaperFacts, quoteKey } from '../../model';
import { addressStem, arxivOfDoi, atAddress, looseKey, namingTitle, plainTitle } from '../../text';
import { db } from '../db';
import { papersTitled } from '../write/title-keys';

/** Identifiers in the order in which they are trusted to name one work. */
export const ID_FIELDS = ['doi', 'pmid', 'pmcid', 'arxiv', 'fingerprint'] as const;
export type Ids = Partial<Record<(typeof ID_FIELDS)[number], string | null>>;

/** Do two sets of facts name different works by the same kind of identifier? */
export function contradicts(a: Ids, b: Ids): boolean {
  if (a.doi && b.doi) {
    // A preprint has a DOI of its own beside the published one: the arXiv id decides whether they are one work.
    const [mine, theirs] = [a.arxiv ?? arxivOfDoi(a.doi), b.arxiv ?? arxivOfDoi(b.doi)];
    const preprint = arxivOfDoi(a.doi) ?? arxivOfDoi(b.doi);
    return a.doi !== b.doi && !(preprint && mine === theirs);
  }
  return ID_FIELDS.some((field) => a[field] && b[field] && a[field] !== b[field]);
}

/** A page that names several works (a report, a list) gives each its title: one address, many papers. */
export function namesAnother(a: PaperFacts, b: PaperFacts): boolean {
  if (a.sources.title !== 'site' && b.sources.title !== 'site') return false;
  return plainTitle(a.title) !== plainTitle(b.title);
}

/** Are these, as a report quotes them, two works? By their titles, or by identifiers where one has no title. */
export function areTwoWorks(a: PaperFacts, b: PaperFacts): boolean {
  const [one, other] = [plainTitle(a.title), plainTitle(b.title)];
  return one && other ? one !== other : contradicts(a, b);
}

/** Is it known from lists, reports and libraries alone, by its title and by nothing that identifies it? */
const isTitleOnly = (paper: PaperFacts) =>
  (paper.sources.title === 'site' || paper.sources.title === 'library') &&
  ID_FIELDS.every((field) => !paper[field]);

/** Online first and in print: one work's years may differ by one. */
const YEARS_APART = 1;

/**
 * Are two records one work by their title? Where a list, a report or a library gave one of them, and nothing else that both know
 * speaks against it. Two pages of the same title, each without an identifier, stay two papers.
 */
export function sameByTitle(a: PaperFacts, b: PaperFacts): boolean {
  if (!(isTitleOnly(a) || isTitleOnly(b)) || contradicts(a, b)) return false;
  const title = namingTitle(a.title);
  if (!title || title !== namingTitle(b.title)) return false;
  return !areYearsApart(a, b) && !areFirstNamesApart(a, b);
}

/** Are both years known, and not one work's? */
export const areYearsApart = (a: PaperFacts, b: PaperFacts): boolean =>
  a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > YEARS_APART;

/** Are both first authors known, and two persons? */
export function areFirstNamesApart(a: PaperFacts, b: PaperFacts): boolean {
  const [one, other] = [firstName(a), firstName(b)];
  return Boolean(one && other) && !one.includes(other) && !other.includes(one);
}

/** Of the first author, as far as it is known: "Ibrahim", or "N Ibrahim" where a list did not say which is which. */
export const firstName = ({ authors: [first] }: PaperFacts) =>
  looseKey(first?.family ?? first?.literal ?? '');

/** Papers that were met at a page's address, however that was written down. */
export const papersAt = (url: string): Promise<Paper[]> => atPlace('urls', url);

/** Papers that the page at this address, a report about another one, quotes. */
export const papersQuotedAt = (url: string): Promise<Paper[]> => atPlace('quotedAt', url);

async function atPlace(index: 'urls' | 'quotedAt', url: string): Promise<Paper[]> {
  const stem = addressStem(url);
  if (!stem) return [];
  const stored = await db.papers.where(index).startsWith(stem).uniqueKeys();
  const same = stored.map(String).filter(atAddress(url));
  // One address is one request; several take a cursor. This runs with every save.
  const [only, more] = same;
  if (only !== undefined && more === undefined)
    return db.papers.where(index).equals(only).toArray();
  return only === undefined ? [] : db.papers.where(index).anyOf(same).distinct().toArray();
}

/** The stored paper that a report is about: the one that its page shows, or that its page quotes. */
export const paperOfReport = ({ paper, url, quoted }: PageReport): Promise<Paper | undefined> =>
  quoted ? findQuoted(paper, url) : findPaper(paper, url);

/** The stored paper that a page shows, or undefined. An id that the reader gave here goes first. */
export async function findPaper(facts: PaperFacts | null, url: string): Promise<Paper | undefined> {
  const here = await papersAt(url);
  const corrected = here.find((p) => ID_FIELDS.some((f) => p.readerFields?.[f] !== undefined));
  if (corrected) return corrected;
  const identified = facts && (await findByIds(facts));
  if (identified) return identified;
  const shown = here.find((p) => !facts || (!contradicts(p, facts) && !namesAnother(p, facts)));
  return shown ?? (facts ? findByTitle(facts) : undefined);
}

/** The stored paper that a report quotes: its address names none. */
async function findQuoted(facts: PaperFacts | null, url: string): Promise<Paper | undefined> {
  if (!facts) return undefined;
  const identified = await findByIds(facts);
  if (identified) return identified;
  const title = plainTitle(facts.title);
  const here = title ? await papersQuotedAt(url) : [];
  const named = here.find((p) => plainTitle(p.title) === title && !contradicts(p, facts));
  return named ?? findByTitle(facts);
}

/** Another than `not`, where that is given. */
export async function findByIds(facts: Ids, not?: string): Promise<Paper | undefined> {
  for (const field of ID_FIELDS) {
    const value = facts[field];
    if (!value) continue;
    const found = await db.papers.where(field).equals(value).toArray();
    const same = found.find((p) => p.id !== not && !contradicts(p, facts));
    if (same) return same;
  }
  return undefined;
}

/** The one stored paper that has this title, where a list or a report gave it; undefined where there are several. */
async function findByTitle(facts: PaperFacts): Promise<Paper | undefined> {
  const title = namingTitle(facts.title);
  const alike = title ? await papersTitled(title) : [];
  const [same, ...more] = alike.filter((paper) => sameByTitle(paper, facts));
  return more.length ? undefined : same;
}

/** The papers that words on a report are known to be of, by what was tagged there before, or by the reader. */
export async function papersOfQuote(url: string, quote: string): Promise<Paper[]> {
  const isHere = atAddress(url);
  const papers = await papersQuotedAt(url);
  const statements = await db.statements
    .where('[paperId+quoteKey]')
    .anyOf(papers.map(({ id }) => [id, quoteKey(quote)]))
    .toArray();
  const here = statements.filter(({ targets }) => targets.some((target) => isHere(target.url)));
  return papers.filter(({ id }) => here.some(({ paperId }) => paperId === id));
}
