/**
 * How much each thing in a PDF speaks for a value of its paper: one table for the rules of this folder, on the scales of
 * `lib/page/weights.ts`. What the file states of itself is as often its template's, or its typist's, as the paper's: it
 * supports what is printed, and decides only where nothing is.
 */
import type { Weight } from '../../page/shared';

export const TITLE = {
  size: { points: 10, because: 'a title is the largest text of the first page' },
  high: { points: 2, because: 'it is in the upper half of the page' },
  aboveNames: { points: 7, because: 'names of authors follow a title' },
  stated: { points: 10, because: 'the file states the same title' },
  statedInPart: { points: 8, because: 'the file states a title that begins or ends alike' },
  repeated: { points: 6, because: 'running heads repeat the title, often in short' },
  short: { points: -4, because: 'names of journals and labels have a few words, titles rarely' },
  journal: { points: -16, because: 'the name of a journal or a label is as large' },
  furniture: { points: -16, because: 'addresses, dates and numbers are not titles' },
  within: { points: -6, because: 'a title is before the text, and not in it' },
  statedAlone: { points: 8.5, because: 'the last resort: no text of the page is like a title' },
} as const satisfies Record<string, Weight>;

export const AUTHORS = {
  printed: { points: 6, because: 'names that follow the title are of its authors' },
  above: { points: 4, because: 'some journals print authors above the title' },
  signed: { points: 1, because: 'letters are signed by their authors, and quote other people' },
  name: { points: 1, because: 'a longer list is less likely to be something else' },
  stated: { points: 2, because: 'the file names authors, often only the first' },
  cited: { points: 3, because: 'the paper’s own citation names its authors' },
} as const satisfies Record<string, Weight>;

export const DOI = {
  stamp: { points: 20, because: 'the stamp of arXiv makes this arXiv’s copy' },
  head: { points: 5, because: 'running heads and feet carry the paper’s own DOI' },
  front: { points: 4, because: 'a DOI on the first page, outside of the running text' },
  cited: { points: 4, because: 'the paper asks to be cited with it' },
  mentioned: {
    points: 2,
    because: 'prose of the first page mentions DOIs of data and of other works',
  },
  cover: {
    points: 3.5,
    because: 'the cover sheet names the paper’s DOI, or its copy’s in the archive',
  },
  second: { points: 2, because: 'on the second page DOIs of other works are more frequent' },
  stated: { points: 3, because: 'the file states it: rarely another work’s' },
  others: { points: -8, because: 'words before it, or a reference to it, give it to another work' },
  archive: { points: -2, because: 'archives of data give DOIs to what a paper deposits' },
  listed: { points: -8, because: 'the reference list gives it to a work that the paper cites' },
} as const satisfies Record<string, Weight>;

/** Of several dates the heaviest counts. */
export const YEAR = {
  line: { points: 10, because: 'the journal’s own line of volume and pages' },
  cited: { points: 9, because: 'how the paper asks to be cited' },
  stamp: { points: 8, because: 'arXiv’s stamp has the date of this version' },
  published: { points: 7, because: 'a label calls it the date of publication' },
  issue: { points: 6, because: 'running heads have the date of the issue' },
  stated: { points: 5, because: 'the file states a date of publication' },
  copyright: { points: 4, because: 'often a year earlier or later than the paper' },
  accepted: { points: 3, because: 'mostly published in the year of acceptance' },
  alone: { points: 2, because: 'a short line with a year on the first page' },
  made: { points: 0.5, because: 'when the file was made' },
} as const satisfies Record<string, Weight>;

export const VENUE = {
  line: { points: 4, because: 'volume and year follow it' },
  head: { points: 2, because: 'running heads name the journal' },
  repeated: {
    points: 2,
    because: 'several pages repeat it: the journal, or words of the publisher',
  },
  cited: { points: 3, because: 'how the paper asks to be cited' },
  stated: { points: 3, because: 'the file states the name of its publication' },
  banner: { points: 2, because: 'a few large words above the title are the journal’s' },
  spelledOut: { points: 2, because: 'the name in full, where a line has it in short' },
  serial: { points: 2, because: 'words that name serials, by the head of the first page' },
} as const satisfies Record<string, Weight>;

export const KIND = {
  own: { points: 3, because: 'the file shows a DOI as its own' },
  line: { points: 2, because: 'there is a line with journal and volume' },
  abstract: { points: 2, because: 'there is an abstract' },
  dates: { points: 2, because: 'dates of receipt or acceptance are given' },
  references: { points: 2, because: 'there is a list of references' },
  cites: { points: 1, because: 'the text cites its references' },
  authors: { points: 1, because: 'authors are named below the title' },
} as const satisfies Record<string, Weight>;

/** The least that a value needs to be given at all. */
export const FLOOR = {
  /** The largest text alone is enough, as is a title that only the file states; nothing else is by itself. */
  title: 8,
  /** The authors that the file states, where none are printed. */
  authors: 2,
  /** One place for a paper's own DOI. The second page alone is not. */
  doi: 3,
  /** Any one sign. */
  venue: 2,
  /** Even when the file was made, where nothing else has a date. */
  year: 0.5,
  /** A DOI of its own with one more sign, or three signs: leaflets and slides have one or two. */
  kind: 5,
} as const;
