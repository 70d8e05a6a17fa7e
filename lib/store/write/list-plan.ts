/**
 * What coming onto a review's reading list makes of references: which of them are papers that are here, which are new, and
 * what each paper gains. Worked out without writing, and written by the same plan.
 */
import type {
  LibraryReference,
  Paper,
  PaperFacts,
  ReferenceCounts,
  ReferenceFate,
  ReviewPaper,
} from '../../model';
import { addressOf } from '../../text';
import { type Doubt, PaperIndex } from '../read/paper-index';
import { joinNotes } from './notes';
import { factsIn, joinFacts, ON_LIST, withFacts, withUrl } from './papers';
import { asWritten, type StepWriter } from './step-writer';
import { sameRecord } from './transaction';

export interface ReferenceLine {
  /** Where it begins in the file. */
  line: number;
  fate: ReferenceFate;
  /** Its title, or else what it is identified by. */
  name: string;
  doubt?: ReferenceDoubt;
}

/** What speaks against a reference being the paper that has its title. */
export interface ReferenceDoubt {
  why: Doubt;
  /** What tells that paper from others of its title; of many authors the first. */
  like: Pick<PaperFacts, 'authors' | 'year' | 'containerTitle' | 'doi'>;
  /** Where in the file that paper is, if it is not here yet. */
  line?: number;
}

export interface ReferencesReport {
  counts: ReferenceCounts;
  /** So many papers that are here gain fields or notes that they lacked. */
  filled: number;
  /** Of so many papers the file has notes that are not all kept: they are longer than a note can be. */
  cut: number;
  /** All of the file's references, in their order. */
  lines: ReferenceLine[];
}

/** As many are needed to write "Ibrahim et al.". */
const ENOUGH_AUTHORS = 3;

/** A record that the list may change. */
interface Kept<T> {
  before: T | null;
  after: T;
}

/** How a reference is taken. */
interface Taking {
  /** The paper that it is known to be, whatever names it. */
  paperId?: string | undefined;
  /** How far it has been read, where it was not on the list. */
  progress?: ReviewPaper['progress'];
}

export class ListPlan {
  readonly #index: PaperIndex;
  readonly #papers = new Map<string, Kept<Paper>>();
  readonly #places = new Map<string, Kept<ReviewPaper>>();
  readonly #lines: ReferenceLine[] = [];
  /** Papers that a reference of the file was found to be. */
  readonly #met = new Set<string>();
  /** Papers whose notes were cut. */
  readonly #cut = new Set<string>();
  /** The line of the reference that a paper is made of. */
  readonly #madeAt = new Map<string, number>();

  constructor(
    private readonly reviewId: string,
    private readonly at: string,
    papers: readonly Paper[],
    listed: readonly ReviewPaper[],
  ) {
    this.#index = new PaperIndex(papers);
    for (const paper of papers) this.#papers.set(paper.id, { before: paper, after: paper });
    for (const one of listed) this.#places.set(one.paperId, { before: one, after: one });
  }

  /**
   * @param newPaperId of the paper that it becomes, if it is none that is here
   * @returns the id of the paper that it is
   */
  take(reference: LibraryReference, newPaperId: string, more: Taking = {}): string {
    const { notes, line } = reference;
    const made = this.#newPaper(newPaperId, reference);
    const known = this.#papers.get(more.paperId ?? '')?.after;
    const found = known ? { paper: known, doubt: null } : this.#index.find(made);
    const name = nameOf(made);
    const same = found && !found.doubt ? this.#papers.get(found.paper.id) : undefined;
    if (!same) {
      this.#put({ before: null, after: made }, notes, more);
      this.#madeAt.set(made.id, line);
      if (found?.doubt) {
        const doubt = this.#doubtOn(found.paper, found.doubt);
        this.#lines.push({ line, fate: 'doubtful', name, doubt });
      } else this.#lines.push({ line, fate: 'new', name });
      return made.id;
    }
    const { id } = same.after;
    const isListed = this.#places.has(id);
    const fate = this.#met.has(id) ? 'repeated' : isListed ? 'listed' : 'known';
    this.#lines.push({ line, fate, name });
    this.#put({ ...same, after: filled(same.after, made) }, notes, more);
    return id;
  }

  #doubtOn({ id, authors, year, containerTitle, doi }: Paper, why: Doubt): ReferenceDoubt {
    const line = this.#madeAt.get(id);
    const like = {
      authors: authors.slice(0, ENOUGH_AUTHORS),
      ...(year !== undefined && { year }),
      ...(containerTitle !== undefined && { containerTitle }),
      ...(doi !== undefined && { doi }),
    };
    return { why, like, ...(line !== undefined && { line }) };
  }

  #newPaper(id: string, { facts, page = '' }: LibraryReference): Paper {
    const { at } = this;
    const urls = withUrl([], addressOf(page));
    const paper = { ...factsIn(facts), urls, conflicts: [], createdAt: at, updatedAt: at };
    // As it will be stored, so that the same file is known again.
    return asWritten('papers', { ...paper, id });
  }

  #put(
    paper: Kept<Paper>,
    notes: readonly string[],
    { progress = ON_LIST.progress }: Pick<Taking, 'progress'>,
  ): void {
    const { id } = paper.after;
    this.#papers.set(id, paper);
    this.#index.put(paper.after);
    this.#met.add(id);
    const { at, reviewId } = this;
    const place: Kept<ReviewPaper> = this.#places.get(id) ?? {
      before: null,
      after: {
        ...{ reviewId, paperId: id, ...ON_LIST, progress },
        ...{ addedAt: at, updatedAt: at },
      },
    };
    const { after, isCut } = withNotes(place.after, notes);
    if (isCut) this.#cut.add(id);
    this.#places.set(id, { ...place, after });
  }

  report(): ReferencesReport {
    const counts = { new: 0, listed: 0, known: 0, doubtful: 0, repeated: 0 };
    for (const { fate } of this.#lines) counts[fate] += 1;
    const places = changed(this.#places).map(({ after }) => after.paperId);
    const papers = changed(this.#papers).map(({ after }) => after.id);
    const filled = new Set([...papers, ...places]).size;
    return { counts, filled, cut: this.#cut.size, lines: this.#lines };
  }

  /** How many records it writes. */
  get size(): number {
    return [this.#papers, this.#places].reduce(
      (sum, records) => sum + made<unknown>(records).length + changed<unknown>(records).length,
      0,
    );
  }

  /** @param count called with how many more have been written */
  async write(step: StepWriter, count: (more: number) => void): Promise<void> {
    const [papers, places] = [made(this.#papers), made(this.#places)];
    const [filledPapers, filledPlaces] = [changed(this.#papers), changed(this.#places)];
    await step.addMany('papers', papers, 'aside', count);
    await step.addMany('reviewPapers', places, false, count);
    for (const { after } of filledPapers) {
      await step.put('papers', { ...after, updatedAt: this.at }, 'aside');
      count(1);
    }
    for (const { after } of filledPlaces) {
      await step.put('reviewPapers', { ...after, updatedAt: this.at });
      count(1);
    }
  }
}

const made = <T>(records: ReadonlyMap<string, Kept<T>>): T[] =>
  [...records.values()].filter(({ before }) => !before).map(({ after }) => after);

/** Those that were here and have changed. */
const changed = <T>(records: ReadonlyMap<string, Kept<T>>): Kept<T>[] =>
  [...records.values()].filter(
    ({ before, after }) => before && before !== after && !sameRecord(before, after),
  );

const nameOf = ({ title, doi, pmid, pmcid, arxiv }: PaperFacts): string =>
  title || doi || (pmid && `PMID ${pmid}`) || pmcid || (arxiv && `arXiv:${arxiv}`) || '';

/**
 * A paper with what a reference knows and it does not, or knows from worse sources. Of two libraries the first one's facts
 * stay, so that bringing both in again changes nothing.
 */
function filled(paper: Paper, reference: Paper): Paper {
  const facts = joinFacts(factsIn(reference), factsIn(paper), paper.readerFields);
  return asWritten('papers', withFacts(paper, facts));
}

/** With the notes that are not in it yet. What is longer than a record holds is cut. */
function withNotes(
  place: ReviewPaper,
  notes: readonly string[],
): { after: ReviewPaper; isCut: boolean } {
  const own = place.note ?? '';
  const { note, isCut } = joinNotes(own, notes);
  return { after: note === own ? place : { ...place, note }, isCut };
}
