/** What of a record changed, field by field, in the reader's words. */

import {
  BASIS_WORDS,
  DIRECTION_LOOKS,
  strengthText,
  VOICE_WORDS,
} from '@/components/influence/dial-words';
import { allAuthors, ELIGIBILITY_WORDS, titleOf } from '@/components/paper/cite';
import { influencesOf } from '@/lib/codebook/influences';
import type { InfluenceRef, Paper, PaperFacts, ReviewPaper, Tag } from '@/lib/model';
import { PROGRESS_WORDS } from '@/lib/model';
import type { History } from '@/lib/store';

/** "" is said as "none". */
export interface FieldChange {
  name: string;
  was: string;
  now: string;
}

interface Field<T> {
  name: string;
  of: (record: T) => string;
}

/** The fields in which two versions of a record differ. */
export function changesOf<T>(fields: readonly Field<T>[], before: T, after: T): FieldChange[] {
  return fields
    .map(({ name, of }) => ({ name, was: of(before), now: of(after) }))
    .filter(({ was, now }) => was !== now);
}

export type Names = Pick<History, 'codebooks' | 'statements' | 'papers' | 'reviews'>;

/** The influence of a tag by the name that it had in the version that the tag was made under. */
export const labelIn = (
  { codebooks }: Names,
  tag: InfluenceRef & Partial<Pick<Tag, 'codebookVersion'>>,
): string => influencesOf(codebooks).labelOf(tag);

function codebookIn({ codebooks }: Names, { codebookId, codebookVersion }: Tag): string {
  const versions = codebooks.filter(({ id }) => id === codebookId);
  const name = (versions.find(({ version }) => version === codebookVersion) ?? versions[0])?.name;
  return `${name ?? codebookId}${codebookVersion ? `, version ${codebookVersion}` : ''}`;
}

export const reviewIn = ({ reviews }: Names, id: string): string => reviews.get(id)?.name ?? '';
export const quoteIn = ({ statements }: Names, id: string): string =>
  statements.get(id)?.quote ?? '';
export const titleIn = ({ papers }: Names, id: string): string => {
  const paper = papers.get(id);
  return paper ? titleOf(paper, paper.urls[0]) : '';
};

export const tagFields = (names: Names): readonly Field<Tag>[] => [
  { name: 'Stance', of: ({ stance }) => stance },
  { name: 'Influence', of: (tag) => labelIn(names, tag) },
  { name: 'Codebook', of: (tag) => codebookIn(names, tag) },
  { name: 'Direction', of: ({ direction }) => DIRECTION_LOOKS[direction].word },
  {
    name: 'Strength',
    of: ({ strength }) => (strength === undefined ? '' : strengthText(strength)),
  },
  { name: 'Basis', of: ({ basis }) => BASIS_WORDS[basis] },
  { name: 'Voice', of: ({ voice }) => (voice ? VOICE_WORDS[voice] : '') },
  { name: 'Note', of: ({ note }) => note },
  { name: 'Words', of: ({ statementId }) => quoteIn(names, statementId) },
  { name: 'Paper', of: ({ paperId }) => titleIn(names, paperId) },
  { name: 'Review', of: ({ reviewId }) => reviewIn(names, reviewId) },
];

/** Facts of a paper that the reader has no use for: where they came from, and what only finds the paper again. */
type Unshown = 'sources' | 'fingerprint' | 'url' | 'notices';

/** A fact that is added to the model must be named here. */
const PAPER_FACTS: Readonly<Record<Exclude<keyof PaperFacts, Unshown>, Field<Paper>>> = {
  title: { name: 'Title', of: ({ title = '' }) => title },
  authors: { name: 'Authors', of: allAuthors },
  year: { name: 'Year', of: ({ year }) => String(year ?? '') },
  containerTitle: { name: 'Journal', of: ({ containerTitle = '' }) => containerTitle },
  volume: { name: 'Volume', of: ({ volume = '' }) => volume },
  issue: { name: 'Issue', of: ({ issue = '' }) => issue },
  page: { name: 'Pages', of: ({ page = '' }) => page },
  status: { name: 'Status', of: ({ status = '' }) => status },
  publisher: { name: 'Publisher', of: ({ publisher = '' }) => publisher },
  editors: { name: 'Editors', of: ({ editors = [] }) => allAuthors({ authors: editors }) },
  type: { name: 'Type', of: ({ type = '' }) => type },
  genre: { name: 'Kind', of: ({ genre = '' }) => genre },
  number: { name: 'Number', of: ({ number = '' }) => number },
  language: { name: 'Language', of: ({ language = '' }) => language },
  doi: { name: 'DOI', of: ({ doi = '' }) => doi },
  preprintOf: { name: 'Preprint of', of: ({ preprintOf = '' }) => preprintOf },
  pmid: { name: 'PubMed', of: ({ pmid = '' }) => pmid },
  pmcid: { name: 'PubMed Central', of: ({ pmcid = '' }) => pmcid },
  arxiv: { name: 'arXiv', of: ({ arxiv = '' }) => arxiv },
  isbn: { name: 'ISBN', of: ({ isbn = '' }) => isbn },
  issn: { name: 'ISSN', of: ({ issn = '' }) => issn },
  keywords: { name: 'Keywords', of: ({ keywords = [] }) => keywords.join(', ') },
  abstract: { name: 'Abstract', of: ({ abstract = '' }) => abstract },
};

export const PAPER_FIELDS: readonly Field<Paper>[] = Object.values(PAPER_FACTS);

export const PLACE_FIELDS: readonly Field<ReviewPaper>[] = [
  { name: 'Progress', of: ({ progress }) => PROGRESS_WORDS[progress] },
  { name: 'Eligibility', of: ({ eligibility }) => ELIGIBILITY_WORDS[eligibility] },
  { name: 'Reason', of: ({ exclusionReason = '' }) => exclusionReason },
  { name: 'Note', of: ({ note = '' }) => note },
];
