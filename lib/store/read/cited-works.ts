/** The works that the tagged statements of a review cite, and which papers cite them: as far as the store has it. */
import {
  type NamedWork,
  namedReference,
  type Paper,
  type PaperFacts,
  type ReviewPaper,
  type Statement,
} from '../../model';
import { db } from '../db';
import { keysOf } from './known-works';
import { ofReview } from './of-review';
import { PaperIndex } from './paper-index';
import { carryOut, type Reading, read, readAll } from './reading';

export interface CitedWork {
  /** As its first citation names it. */
  facts: PaperFacts;
  /** Undefined where it is not stored. */
  paper: Paper | undefined;
  /** The papers of the review that cite it, each once. */
  citedBy: ReadonlySet<string>;
}

type Citing = Pick<Statement, 'paperId' | 'cites'>;

/** Works are told apart as references of a library are. Pure. */
export function worksCited(statements: readonly Citing[], papers: readonly Paper[]): CitedWork[] {
  const index = new PaperIndex(papers);
  const stored = new Map(papers.map((paper) => [paper.id, paper]));
  const works = new Map<string, CitedWork & { citedBy: Set<string> }>();
  for (const { paperId, cites } of statements)
    for (const cited of cites) {
      const facts = namedReference(cited, 1)?.facts;
      if (!facts) continue;
      const found = index.find(facts);
      const same = found?.doubt === null ? found.paper : asPaper(facts, `cited ${works.size}`);
      if (found?.doubt !== null) index.put(same);
      const known = works.get(same.id);
      if (known) known.citedBy.add(paperId);
      else works.set(same.id, { facts, paper: stored.get(same.id), citedBy: new Set([paperId]) });
    }
  return [...works.values()];
}

const asPaper = (facts: PaperFacts, id: string): Paper => ({
  ...facts,
  ...{ id, urls: [], conflicts: [], createdAt: '', updatedAt: '' },
});

export interface CitedInReview {
  works: readonly CitedWork[];
  /** By the id of its paper. */
  listed: ReadonlyMap<string, ReviewPaper>;
}

/** Safe in a live query. */
export function citedInReview(reviewId: string): Promise<CitedInReview> {
  return db.transaction('r', db.tables, () => carryOut(readCited(reviewId)));
}

function* readCited(reviewId: string): Reading<CitedInReview> {
  const [tags, places] = yield* readAll([
    ofReview('tags', reviewId).toArray(),
    ofReview('reviewPapers', reviewId).toArray(),
  ]);
  const listed = new Map(places.map((one) => [one.paperId, one]));
  // An excluded paper is not one of the review's papers.
  const counted = tags.filter(({ paperId }) => listed.get(paperId)?.eligibility !== 'excluded');
  const ids = [...new Set(counted.map(({ statementId }) => statementId))];
  const statements = yield* read(db.statements.bulkGet(ids));
  const papers = yield* read(db.papers.bulkGet([...listed.keys()]));
  return {
    works: worksCited(
      statements.filter((one) => one !== undefined),
      papers.filter((one) => one !== undefined),
    ),
    listed,
  };
}

/** By paper of the list: how many papers of the review cite it. Safe in a live query. */
export async function timesCited(reviewId: string): Promise<ReadonlyMap<string, number>> {
  const { works } = await citedInReview(reviewId);
  return new Map(
    works.flatMap(({ paper, citedBy }) => (paper ? [[paper.id, citedBy.size] as const] : [])),
  );
}

/**
 * By work, in their order: how many papers of the review cite it, `except` one. Safe in a live query.
 * @param except the paper whose own reference list the works are
 */
export async function timesCitedAs(
  reviewId: string,
  named: readonly NamedWork[],
  except: string | undefined,
): Promise<number[]> {
  const { works } = await citedInReview(reviewId);
  const index = new Map<string, CitedWork>();
  for (const work of works)
    for (const key of [...keysOf(work.facts), ...keysOf(work.paper ?? {})])
      if (!index.has(key)) index.set(key, work);
  return named.map((one) => {
    // An identifier that names another work is not overruled by a like title.
    const found = keysOf(one)
      .map((key) => index.get(key))
      .find((hit) => hit && !(one.doi && hit.facts.doi && one.doi !== hit.facts.doi));
    if (!found) return 0;
    return found.citedBy.size - Number(except !== undefined && found.citedBy.has(except));
  });
}

export interface NextToRead {
  facts: PaperFacts;
  paper: Paper | undefined;
  isListed: boolean;
  /** So many papers of the review cite it. */
  citedBy: number;
}

/** As many as a reader weighs at a glance. */
const MOST_NEXT = 10;

/**
 * Works to read next: cited in the review, not read and not excluded; those first that most of its papers cite, of two alike
 * those first that the reader has on the list. Pure.
 */
export function readNext({ works, listed }: CitedInReview, most = MOST_NEXT): NextToRead[] {
  return works
    .flatMap(({ facts, paper, citedBy }): NextToRead[] => {
      const place = paper && listed.get(paper.id);
      if (place && (place.progress !== 'to-read' || place.eligibility === 'excluded')) return [];
      return [{ facts, paper, isListed: place !== undefined, citedBy: citedBy.size }];
    })
    .sort((a, b) => b.citedBy - a.citedBy || Number(b.isListed) - Number(a.isListed))
    .slice(0, most);
}
