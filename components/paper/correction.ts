/** Reading what the reader typed into "Not this paper?": pure, so that every case can be tested. */
import type { Author, Corrections, PaperFacts } from '@/lib/model';
import type { Joining } from '@/lib/store';
import { counted } from '../text/count';
import { shortAuthors, titleOf } from './cite';

/** What joining two papers means, before it is done. */
export function joiningInWords({ paper, tags, tagsThere, quoted }: Joining): string {
  const by = [shortAuthors(paper), paper.year].filter(Boolean).join(', ');
  const there = `“${titleOf(paper)}”${by ? ` (${by})` : ''}, which has ${counted(tagsThere, 'tag')}`;
  const [what, whose] = quoted
    ? ['files what it says on this page under that paper', 'Its']
    : ['makes this page one of its pages', 'This page’s'];
  const moves = tags
    ? ` ${whose} ${counted(tags, 'tag')} ${tags === 1 ? 'moves' : 'move'} there.`
    : '';
  return `You have that paper already: ${there}. Joining ${what}.${moves} Undo takes it back.`;
}

export interface Draft {
  doi: string;
  title: string;
  authors: string;
  year: string;
  containerTitle: string;
}

export type Problems = Partial<Record<keyof Draft, string>>;

export function draftOf(paper: PaperFacts): Draft {
  return {
    doi: paper.doi ?? '',
    title: paper.title ?? '',
    authors: authorsAsText(paper.authors),
    year: paper.year ? String(paper.year) : '',
    containerTitle: paper.containerTitle ?? '',
  };
}

/** "Ibrahim, N.; Mutschler, C." */
export function authorsAsText(authors: readonly Author[]): string {
  return authors
    .map((a) =>
      a.family ? [a.family, a.given, a.suffix].filter(Boolean).join(', ') : (a.literal ?? ''),
    )
    .filter(Boolean)
    .join('; ');
}

/** The way back: one person per ";" or line; "Family, Given" or "Family, Given, Jr.", or a whole name as written. */
export function authorsFromText(text: string): Author[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, 5_000)
    .map((name) => {
      const comma = name.indexOf(',');
      if (comma < 0) return name.includes(' ') ? { literal: name } : { family: name };
      const family = name.slice(0, comma).trim();
      const rest = name.slice(comma + 1).trim();
      if (!family) return { literal: rest || name };
      const [given = '', suffix = ''] = rest.split(/ ?, ?/, 2);
      return { family, ...(given && { given }), ...(suffix && { suffix }) };
    });
}

/** Bare and lower case, from whatever a reader pastes: a link, "doi:", a trailing full stop. */
export function doiFromText(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\/(dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '')
    .replace(/(?<![.,;\s])[.,;\s]+$/, '')
    .toLowerCase();
}

/** What has been changed, as facts to correct, emptied ones as `null`; and what cannot be read, field by field. */
export function readDraft(
  draft: Draft,
  before: PaperFacts,
): { fields: Corrections; problems: Problems } {
  const was = draftOf(before);
  const fields: Corrections = {};
  const problems: Problems = {};
  const changed = (field: keyof Draft) => draft[field].trim() !== was[field];

  if (changed('doi')) {
    const doi = doiFromText(draft.doi);
    if (doi && !/^10\.\d{4,9}\/\S+$/.test(doi)) problems.doi = 'A DOI looks like 10.1000/xyz123.';
    else fields.doi = doi || null;
  }
  if (changed('year')) {
    const year = Number(draft.year);
    if (draft.year.trim() && !(Number.isInteger(year) && year >= 1500 && year <= 2200))
      problems.year = 'Four digits, such as 2022.';
    else fields.year = draft.year.trim() ? year : null;
  }
  if (changed('title')) {
    if (!draft.title.trim()) problems.title = 'A paper needs a title.';
    else fields.title = draft.title.replace(/\s+/g, ' ').trim();
  }
  if (changed('authors'))
    fields.authors = draft.authors.trim() ? authorsFromText(draft.authors) : null;
  if (changed('containerTitle'))
    fields.containerTitle = draft.containerTitle.replace(/\s+/g, ' ').trim() || null;
  return { fields, problems };
}
