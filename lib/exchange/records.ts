/** The records of one review put together for an export, in an order that never depends on the store's. */
import { influencesOf } from '../codebook';
import {
  type Author,
  type Codebook,
  CoderIndex,
  corrected,
  type Influence,
  isUnnamedCiting,
  type PaperFacts,
  type ReviewPaper,
  type Statement,
  StudyFamilies,
  type Tag,
  UNNAMED_CITING,
} from '../model';
import type { Chosen, ExportData } from './types';

/** A paper of the review with the reader's corrections applied. */
export interface ReviewedPaper {
  id: string;
  /** What it is cited by. */
  key: string;
  facts: PaperFacts;
  /** Its place on the review's list; missing if a tag stands on a paper that is not on it. */
  listed: ReviewPaper | undefined;
  /** Its study family, where that has more papers on the list. */
  study: Study | undefined;
}

/** A study family as one of its papers has it. */
export interface Study {
  /** The same for all of its papers, here and in each store that holds them. */
  id: string;
  /** The others, each in a few words. */
  others: readonly string[];
}

/** A tag with all that it refers to. `influence` is missing when its codebook is gone. */
export interface TagRow {
  tag: Tag;
  statement: Statement;
  paper: ReviewedPaper;
  codebook: Codebook | undefined;
  influence: Influence | undefined;
  /** The influence's shown label, or its id. */
  label: string;
  /** What its coder is called. */
  coder: string;
}

// One fixed collation, so that a file is the same on every machine.
const collator = new Intl.Collator('en', { numeric: true });

/** Importers refuse a record without a title, and a reader learns nothing from it. */
const named = (facts: PaperFacts): PaperFacts =>
  isUnnamedCiting(facts) ? { ...facts, title: UNNAMED_CITING } : facts;

/** The review's papers: by first author, year, title. */
export function reviewedPapers(data: Chosen): ReviewedPaper[] {
  const listed = new Map(
    data.reviewPapers.filter((p) => p.reviewId === data.review.id).map((p) => [p.paperId, p]),
  );
  const tagged = new Set(tagsOf(data).map((tag) => tag.paperId));
  const members = data.familyMembers.filter((one) => one.reviewId === data.review.id);
  const families = new StudyFamilies(listed.values(), members);
  const facts = new Map(data.papers.map((p) => [p.id, named(corrected(p, p.readerFields))]));
  return [...facts]
    .filter(([id]) => listed.has(id) || tagged.has(id))
    .map(([id, own]) => ({
      id,
      key: data.keys.get(id) ?? id,
      facts: own,
      listed: listed.get(id),
      study: studyOf(id, families, facts),
    }))
    .sort(
      (a, b) =>
        collator.compare(authorName(a.facts.authors[0]), authorName(b.facts.authors[0])) ||
        (a.facts.year ?? 9999) - (b.facts.year ?? 9999) ||
        collator.compare(a.facts.title ?? '', b.facts.title ?? '') ||
        (a.id < b.id ? -1 : 1),
    );
}

function studyOf(
  id: string,
  families: StudyFamilies,
  facts: ReadonlyMap<string, PaperFacts>,
): Study | undefined {
  const others = families.members(id).filter((one) => one !== id);
  if (!others.length) return undefined;
  const words = others.flatMap((one) => facts.get(one) ?? []).map(inFewWords);
  // Those that are left out are not named.
  if (!words.length) return undefined;
  return { id: families.nameOf(id), others: words.sort(collator.compare) };
}

/** "Ibrahim 2020, 10.1101/1": author and year alone are often those of the preprint and of the article. */
function inFewWords({ authors: [first], year, doi, title = '' }: PaperFacts): string {
  const who = [first?.family ?? first?.literal, year].filter(Boolean).join(' ');
  return [who, doi ?? title].filter(Boolean).join(', ').replaceAll(';', ',');
}

/**
 * One row a tag: papers in their order, statements in reading order where the page told it, then by label.
 * A tag whose statement or paper is not in the data cannot be shown with its quote and has no row.
 */
export function tagRows(data: Chosen): TagRow[] {
  const papers = reviewedPapers(data);
  const paperOrder = new Map(papers.map((paper, i) => [paper.id, i]));
  const statements = new Map(data.statements.map((statement) => [statement.id, statement]));
  const influences = influencesOf(data.codebooks);
  const coders = new CoderIndex(data.coders);
  const place = (row: TagRow) => paperOrder.get(row.paper.id) ?? 0;

  return tagsOf(data)
    .flatMap((tag): TagRow[] => {
      const statement = statements.get(tag.statementId);
      const paper = papers[paperOrder.get(tag.paperId) ?? -1];
      if (!statement || !paper) return [];
      const found = influences.find(tag);
      const label = influences.labelOf(tag);
      const coder = coders.name(tag.coderId);
      const { codebook, influence } = { ...found };
      return [{ tag, statement, paper, codebook, influence, label, coder }];
    })
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        comparePlaces(position(a.statement), position(b.statement)) ||
        compareText(a.statement.createdAt, b.statement.createdAt) ||
        compareText(a.statement.id, b.statement.id) ||
        collator.compare(a.label, b.label) ||
        compareText(a.tag.createdAt, b.tag.createdAt) ||
        compareText(a.tag.id, b.tag.id),
    );
}

function tagsOf(data: ExportData): Tag[] {
  return data.tags.filter((tag) => tag.reviewId === data.review.id);
}

/** Where a statement stands in its paper; statements of which no page told it come last. */
function position(statement: Statement): number {
  for (const { selectors } of statement.targets) {
    if (selectors.position) return selectors.position.start;
  }
  return Number.POSITIVE_INFINITY;
}

function comparePlaces(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "Müller, Änne", "Davis, Sammy, Jr.", or an organisation as it is. */
export function authorName(author: Author | undefined): string {
  if (!author) return '';
  if (!author.family) return author.literal ?? '';
  // A suffix is the third part: without a given name it would be read as one.
  const { family, given, suffix } = author;
  if (!given) return [family, suffix].filter(Boolean).join(' ');
  return [family, given, suffix].filter(Boolean).join(', ');
}

/** "Müller, Änne; van der Berg, Jan": a semicolon within a name would look like two authors. */
export function authorList(authors: readonly Author[]): string {
  return authors.map((author) => authorName(author).replaceAll(';', ',')).join('; ');
}
