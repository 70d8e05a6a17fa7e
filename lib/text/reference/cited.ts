/** What a reference is made of, and the pieces that both styles put together. */
import { displayText } from '../display';

export interface CitedAuthor {
  family?: string | undefined;
  given?: string | undefined;
  suffix?: string | undefined;
  literal?: string | undefined;
}

/** What is known of a paper that is cited. Fields and types mean what they mean in CSL. */
export interface CitedPaper {
  type?: string | undefined;
  authors: readonly CitedAuthor[];
  editors?: readonly CitedAuthor[] | undefined;
  year?: number | undefined;
  title?: string | undefined;
  /** The kind within the type, as printed: "PhD thesis". */
  genre?: string | undefined;
  containerTitle?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  page?: string | undefined;
  /** Of a report, in its series. */
  number?: string | undefined;
  publisher?: string | undefined;
  /** "in press". */
  status?: string | undefined;
  doi?: string | undefined;
  /** Where it is, if it has no DOI. */
  url?: string | undefined;
  /** A reference list names no retracted paper without saying so. */
  isRetracted?: boolean | undefined;
  /** What it is called where it has neither author nor title. */
  name: string;
}

/** A piece of a reference. */
export interface Run {
  text: string;
  isItalic?: true;
  /** Where it leads: of the DOI, or of the address at the end. */
  address?: string;
}

/** The eight kinds that are printed differently. */
export type CitedKind =
  | 'article'
  | 'preprint'
  | 'book'
  | 'chapter'
  | 'conference'
  | 'thesis'
  | 'report'
  | 'page';

/** Not a map: what is made when the file is loaded would be in each script of a page. */
const KINDS: Readonly<Record<string, CitedKind>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  periodical: 'article',
  article: 'preprint',
  book: 'book',
  chapter: 'chapter',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  'paper-conference': 'conference',
  thesis: 'thesis',
  report: 'report',
  webpage: 'page',
  'post-weblog': 'page',
};

/** What has a container and no kind that is known is taken for an article, the rest for a work of its own. */
export const kindOf = ({ type = '', containerTitle }: CitedPaper): CitedKind =>
  (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? (containerTitle ? 'article' : 'book');

export const clean = (text = ''): string => displayText(text).replace(/\s+/g, ' ').trim();
export const plain = (text: string): Run[] => (text ? [{ text }] : []);
export const italic = (text: string): Run[] => (text ? [{ text, isItalic: true }] : []);
export const linked = (text: string, address: string): Run[] => (text ? [{ text, address }] : []);
export const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** Parts with a blank between two; what is empty leaves none. */
export const spaced = (...parts: readonly (readonly Run[])[]): Run[] =>
  parts
    .filter((part) => part.some(({ text }) => text))
    .flatMap((part, i) => (i ? [{ text: ' ' }, ...part] : [...part]));

export const asText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** "285–293" of "285-293" and of "285--293". */
export const pageRange = (pages: string): string =>
  clean(pages).replace(/(\d) ?[-\u2013]+ ?(?=\d)/g, '$1\u2013');

export const isRange = (pages: string): boolean => /[-\u2013,]/.test(pages);
