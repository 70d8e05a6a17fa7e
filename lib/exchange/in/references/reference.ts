/** From what a file states of one work to facts of a paper, cleaned and settled by the rules by which pages are read. */
import {
  type Author,
  type BrokenReference,
  type LibraryReference,
  LONGEST_SHORT_TEXT,
  LONGEST_TEXT,
  type Notice,
  PaperFacts,
  PREPRINT,
} from '../../../model';
import { type FieldClaim, sayUrl, settlePaper } from '../../../page/shared';
import { addressOf, arxivIn, plain, squeeze, webAddress } from '../../../text';
import { sanitizeText } from '../../text';
import type { ReadReferences } from './format';
import { beginningOf, linesOf } from './lines';
import { withoutOwnMarks } from './own-marks';
import type { FoundTagNote } from './tag-notes';

type TextField = Exclude<FieldClaim['field'], 'authors' | 'editors' | 'keywords'>;
export type Texts = Partial<Record<TextField, readonly (string | undefined)[]>>;

/** What a file states of one work. */
export interface Draft {
  line: number;
  /** How it begins there. */
  text: string;
  /** What is stated for a field, the best first: the first that is usable is taken. */
  texts: Texts;
  authors?: readonly Author[];
  editors?: readonly Author[];
  keywords?: readonly string[];
  urls?: readonly string[];
  notes?: readonly string[];
  notices?: readonly Notice[];
}

/** As `PaperFacts` has them, and as many notes as anybody writes about one paper. */
const MOST_AUTHORS = 5_000;
const MOST_KEYWORDS = 200;
const MOST_NOTICES = 20;
const MOST_NOTES = 200;

export const UNNAMED = 'it has no title and no DOI, PMID, PMCID or arXiv id';

const SOURCE = 'library';

/** References of a file as they are found. */
export class Found implements ReadReferences {
  readonly references: LibraryReference[] = [];
  readonly broken: BrokenReference[] = [];
  readonly tagNotes: FoundTagNote[] = [];

  add(draft: Draft): void {
    const found = referenceOf(draft);
    if (found) {
      this.references.push(found.reference);
      for (const note of found.tagNotes) this.tagNotes.push({ reference: found.reference, note });
    } else this.refuse(draft.line, draft.text, UNNAMED);
  }

  refuse(line: number, text: string, problem: string): void {
    this.broken.push({ line, text: beginningOf(text), problem });
  }
}

/** The reference; null where neither a title nor an id names a work. */
function referenceOf(
  draft: Draft,
): { reference: LibraryReference; tagNotes: readonly string[] } | null {
  const marks = withoutOwnMarks(draft.keywords ?? [], draft.notes ?? []);
  const texts = withAddresses(asPreprint(draft.texts), draft.urls ?? []);
  const claims = [...claimsOf(texts), ...claimsOf({ ...marks.texts })];
  const { paper } = settlePaper(claims);
  keepWholeContainer(paper, texts.containerTitle ?? []);
  takeShortIds(paper, texts);
  const url = urlOf(draft.urls ?? []);
  const lists = {
    authors: draft.authors?.slice(0, MOST_AUTHORS),
    editors: draft.editors?.slice(0, MOST_AUTHORS),
    keywords: keywordsOf(marks.keywords),
    notices: [...(draft.notices ?? []), ...marks.notices].slice(0, MOST_NOTICES),
    url: url ? [url] : [],
  };
  for (const [field, list] of Object.entries(lists)) {
    if (!list?.length) continue;
    Object.assign(paper, { [field]: field === 'url' ? url : list });
    paper.sources[field] = SOURCE;
  }
  const facts = withinSchema(paper);
  if (!facts || !isNamed(facts)) return null;
  const notes = marks.notes
    .map(noteText)
    .filter((note) => note && note !== facts.title && !isMachine(note));
  const reference = {
    ...{ facts, notes: [...new Set(notes)].slice(0, MOST_NOTES), line: draft.line },
  };
  return { reference, tagNotes: marks.tagNotes };
}

const isNamed = ({ title, doi, pmid, pmcid, arxiv }: PaperFacts): boolean =>
  Boolean(title || doi || pmid || pmcid || arxiv);

function claimsOf(texts: Texts): FieldClaim[] {
  return Object.entries(texts).flatMap(([field, values]) =>
    values.flatMap((value): FieldClaim[] => {
      const text = sanitizeText(value ?? '').trim();
      if (!text || (NUMBERS.includes(field) && text.length > LONGEST_NUMBER)) return [];
      const own = field === 'year' ? yearText(text) : field === 'page' ? pageText(text) : text;
      return [{ field: field as TextField, source: SOURCE, value: own }];
    }),
  );
}

/** "2019/03/01/", "20190301" and "2019-2020" begin with the year; other texts hold it somewhere, or words instead of it. */
const yearText = (text: string): string => /^[[(c]?(\d{4})(?:\d{4})?(?!\d)/.exec(text)?.[1] ?? text;

/** "101--110" is a range in TeX; some databases have hyphens that are not ASCII's. */
const pageText = (text: string): string =>
  text.replace(/ ?-{2,3} ?/g, '-').replace(/[\u2010\u2011]/g, '-');

/** Fields that hold a number: what is longer is another thing, put there by mistake. */
const NUMBERS = ['volume', 'issue', 'page', 'number'];
const LONGEST_NUMBER = 100;

/** Google Scholar's and DBLP's names of arXiv in the place of a journal; the id is behind the first. */
const ARXIV = /^(?:arxiv(?:\b|[^a-z])|corr$)/i;

/** arXiv is not a journal: a work that names it as one is a preprint. */
function asPreprint(texts: Texts): Texts {
  const container = texts.containerTitle?.find((text) => text?.trim())?.trim() ?? '';
  if (!ARXIV.test(container)) return texts;
  const [volume = ''] = texts.volume ?? [];
  return {
    ...texts,
    containerTitle: ['arXiv'],
    type: [PREPRINT],
    arxiv: [...(texts.arxiv ?? []), arxivIn(container), arxivIn(`arxiv:${withoutAbs(volume)}`)],
    // DBLP: "abs/2101.00001".
    ...(volume.startsWith('abs/') && { volume: [] }),
  };
}

const withoutAbs = (volume: string) => volume.replace(/^abs\//, '');

/** The Cochrane Library's own numbers of trials look like DOIs in its addresses. */
const OWN_DOIS = /10\.1002\/central\//i;

/** With the ids that the addresses carry, behind those that are stated. */
function withAddresses(texts: Texts, urls: readonly string[]): Texts {
  const ids = urls
    .filter((url) => !OWN_DOIS.test(url))
    .map((url) => sayUrl(url.slice(0, LONGEST_SHORT_TEXT)));
  const more = { ...texts };
  for (const field of ['doi', 'pmid', 'pmcid', 'arxiv'] as const)
    more[field] = [...(texts[field] ?? []), ...ids.map((one) => one[field])];
  return more;
}

/** Numbers that are too short to be believed on a page are ids in a field of their own: PubMed began at 1. */
const SHORT_IDS = { pmid: /^\d{1,9}$/, pmcid: /^PMC\d{1,9}$/i };

function takeShortIds(paper: PaperFacts, texts: Texts): void {
  for (const field of ['pmid', 'pmcid'] as const) {
    const id = texts[field]?.find((one) => SHORT_IDS[field].test(one?.trim() ?? ''));
    if (paper[field] || !id) continue;
    paper[field] = id.trim().toUpperCase();
    paper.sources[field] = SOURCE;
  }
}

/** What is behind a year or number is another citation's on a page, and part of the name in a library. */
function keepWholeContainer(paper: PaperFacts, stated: readonly (string | undefined)[]): void {
  const kept = paper.containerTitle;
  if (!kept || paper.type === PREPRINT) return;
  const whole = stated.map((text) => plain(sanitizeText(text ?? '')));
  paper.containerTitle = whole.find((text) => text.startsWith(kept)) ?? kept;
}

/** The first address of a page. A DOI's is left out: the DOI has it. */
function urlOf(urls: readonly string[]): string | undefined {
  for (const raw of urls) {
    const first = /^\S+/.exec(sanitizeText(raw).trim().slice(0, LONGEST_SHORT_TEXT))?.[0];
    const url = addressOf(webAddress(first) ?? '');
    if (url && !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(url)) return url;
  }
  return undefined;
}

/** A star marks what MeSH calls a major topic; "n/a" is written where a field must not be empty. */
function keywordsOf(words: readonly string[]): string[] {
  const clean = words.map((word) => plain(sanitizeText(word)).replace(/^\*/, ''));
  return [...new Set(clean.filter((word) => word && !/^n\/a$/i.test(word)))].slice(
    0,
    MOST_KEYWORDS,
  );
}

/**
 * Notes that databases and programs write about their records, each by its own form at the start: a count that ends the line,
 * a date, a number, a holder of rights. The same words in a sentence are a reader's.
 */
const MACHINE = [
  /^(?:cited by(?: \(since \d{4}\))?|(?:total )?times cited(?: in [\w ]{1,60})?|cited reference count) ?:? ?\d{1,7} ?(?:[;.\n]|$)/i,
  /^(?:export date|date of electronic publication|last updated) ?[:-] ?\d/i,
  /^accession (?:number|no\.?) ?: ?\S{0,40}\d/i,
  /^source type ?[:-] ?[\w ,()-]{1,60}(?:[;.\n]|$)/i,
  /^copyright ?(?:[:-] ?\S|©|\(c\)|(?:19|20)\d\d\b|of [^\n]{1,300} is the property of)/i,
  /^undefined;/i,
];
/** A number of Embase, a day, an ISSN: EndNote puts such lines into notes. */
const MACHINE_LINE = /^(?:L\d{6,12}|\d{4}-\d{2}-\d{2}|\d{4}-\d{3}[\dX])$/i;

const isMachine = (note: string): boolean =>
  MACHINE.some((form) => form.test(note)) ||
  linesOf(note).every((line) => MACHINE_LINE.test(line.trim()));

/** Elements of notes that are HTML, as Zotero's are; "<not>" is none. */
const IS_HTML = /<(?:p|br|div|span|ul|ol|h[1-6])\b[^<>]{0,200}>/i;

/** A note with its lines. */
function noteText(raw: string): string {
  const text = sanitizeText(raw).slice(0, LONGEST_TEXT);
  const isHtml = IS_HTML.test(text);
  const lines = isHtml ? text.replace(/<br ?\/?>|<\/(?:p|div|li|h\d)>/gi, '\n') : text;
  return lines
    .split('\n')
    .map((line) => (isHtml ? plain : squeeze)(line, LONGEST_TEXT))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The facts without any value that the schema refuses; null where it refuses them all the same. */
function withinSchema(facts: PaperFacts): PaperFacts | null {
  const first = PaperFacts.safeParse(facts);
  if (first.success) return first.data;
  const rest: Record<string, unknown> = { ...facts, sources: { ...facts.sources } };
  for (const { path } of first.error.issues) {
    const field = String(path[0]);
    delete rest[field];
    delete (rest.sources as Record<string, unknown>)[field];
  }
  const second = PaperFacts.safeParse(rest);
  return second.success ? second.data : null;
}
