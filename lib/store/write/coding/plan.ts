/**
 * What earlier coding makes of a review: stored tags that differ now, and new ones with their papers,
 * statements, coders and influences. Worked out without writing, and written by the same plan.
 */
import { type InfluenceIndex, influencesOf } from '../../../codebook';
import {
  type BrokenReference,
  type CodedPassage,
  type EarlierCoding,
  grouped,
  guidOf,
  isAfter,
  newId,
  now,
  quoteKey,
  type Statement,
  type Tag,
} from '../../../model';
import { nameKey } from '../../../text';
import { stored } from '../../read/records';
import { keepCodebooks, versionOfTag } from '../codebooks';
import { ListPlan } from '../list-plan';
import { noteUse } from '../number-keys';
import type { StepWriter } from '../step-writer';
import { NamedCoders } from './coders';
import { type Coded, type CodeFate, Codes } from './codes';
import { edited, isQuoteOf } from './edited';
import { isSameAgain, namedIn } from './named-passages';
import {
  newStatement,
  newTag,
  oneLine,
  type PlanOptions,
  problemOf,
  problemsIn,
} from './new-records';
import type { CodingReport, FieldEdit, PassageFate, PassageLine, WhyLeft } from './report';
import type { StoreNow } from './store-now';

/** A passage that may become a tag. */
interface Candidate {
  passage: CodedPassage;
  coded: Coded;
}

/** Enough of a quote to know it by. */
const LONGEST_SHOWN = 160;

export async function planCoding(
  coding: EarlierCoding,
  store: StoreNow,
  options: PlanOptions,
): Promise<CodingPlan> {
  const plan = new CodingPlan(coding, store, options);
  await plan.work();
  return plan;
}

export class CodingPlan {
  readonly #list: ListPlan;
  readonly #codes: Codes;
  readonly #coders: NamedCoders;
  readonly #tagsById: ReadonlyMap<string, Tag>;
  /** By what a coder can have one tag of, in the store and in the plan. */
  readonly #places = new Map<string, Tag>();
  readonly #lines = new Map<CodedPassage, PassageLine>();
  readonly #broken: BrokenReference[] = [];
  readonly #changed = new Map<string, Tag>();
  readonly #tags: Tag[] = [];
  readonly #newTags = new Set<Tag>();
  readonly #statements = new Map<string, Statement>();
  readonly #newStatements: Statement[] = [];
  /** By the id of a tag, the passage that counts. */
  readonly #named: ReadonlyMap<string, CodedPassage>;
  readonly #influences: InfluenceIndex;
  readonly #paperIds = new Map<number, string>();
  #unstated = 0;

  constructor(
    private readonly coding: EarlierCoding,
    private readonly store: StoreNow,
    private readonly options: PlanOptions,
  ) {
    this.#list = new ListPlan(store.review.id, options.at, store.papers, store.listed);
    this.#codes = new Codes(coding.name, store.inUse);
    this.#coders = new NamedCoders(store.coders, store.reader);
    this.#tagsById = new Map(store.tags.map((tag) => [tag.id, tag]));
    this.#named = namedIn(coding.passages);
    this.#influences = influencesOf(store.codebooks);
    for (const tag of store.tags) this.#places.set(this.#placeOf(tag), tag);
  }

  async work(): Promise<void> {
    const candidates = this.coding.passages.flatMap((passage) => this.#candidate(passage) ?? []);
    this.#takePapers(candidates);
    const paperIds = [...new Set(candidates.map(({ passage }) => this.#paperOf(passage)))];
    for (const one of await this.store.statementsOf(paperIds))
      this.#statements.set(statementKey(one.paperId, one.quoteKey), one);
    for (const one of candidates) this.#tag(one);
  }

  /** Settles a passage of a tag that is here, and one that nothing becomes of; what is left may become a tag. */
  #candidate(passage: CodedPassage): Candidate | null {
    const { tagId } = passage;
    if (tagId !== undefined) {
      const named = this.#named.get(tagId) ?? passage;
      if (named !== passage)
        return this.#settle(passage, isSameAgain(named, passage) ? 'repeated' : 'left', 'twice');
      const known = this.#tagsById.get(tagId);
      if (known) return this.#update(known, passage);
      const review = this.store.elsewhere.get(tagId);
      if (review !== undefined) return this.#settle(passage, 'left', 'elsewhere', [review]);
      if (this.store.gone.has(tagId)) return this.#settle(passage, 'left', 'deleted');
    }
    const problem = this.#problemOf(passage);
    if (problem) return this.#refuse(passage, problem);
    const code = this.#codes.take(passage.code);
    return code.is === 'influence' ? { passage, coded: code.coded } : this.#uncoded(passage, code);
  }

  #settle(
    passage: CodedPassage,
    fate: PassageFate,
    why?: WhyLeft,
    names?: readonly string[],
    edits?: readonly FieldEdit[],
  ): null {
    this.#lines.set(passage, {
      ...{ line: passage.line, fate, quote: beginning(passage.quote), code: passage.code.label },
      ...(fate === 'left' && why && { why }),
      ...(names && { names }),
      ...(edits && { edits }),
    });
    return null;
  }

  #uncoded(passage: CodedPassage, code: Exclude<CodeFate, { is: 'influence' }>): null {
    if (code.is === 'wrong') return this.#refuse(passage, code.problem);
    return this.#settle(passage, 'left', code.is, code.is === 'several' ? code.names : undefined);
  }

  #refuse({ line, quote }: CodedPassage, problem: string): null {
    this.#broken.push({ line, text: beginning(quote), problem });
    return null;
  }

  #problemOf(passage: CodedPassage): string | undefined {
    if (!this.coding.references[passage.reference]) return 'it names no paper';
    return problemOf(passage, this.options);
  }

  #update(tag: Tag, passage: CodedPassage): null {
    const own = this.store.quotes.get(tag.statementId);
    if (own !== undefined && !isQuoteOf(passage, own))
      return this.#settle(passage, 'left', 'quote');
    const edit = edited(tag, passage);
    const isRenamed = this.#isRenamed(tag, passage);
    if (!edit.edits.length && !isRenamed) return this.#settle(passage, 'same');
    if (!this.#coders.isReaders(tag.coderId)) return this.#settle(passage, 'left', 'others');
    const { asOf } = passage;
    if (asOf !== undefined && isAfter(tag.updatedAt, asOf))
      return this.#settle(passage, 'left', 'newer');
    // Programs change notes in their own ways, and nobody edits tags there.
    if (asOf === undefined && this.coding.isLibrary)
      return this.#settle(passage, 'left', 'library');
    let { after } = edit;
    const edits = [...edit.edits];
    if (isRenamed) {
      const code = this.#codes.take(passage.code, true);
      if (code.is !== 'influence') return this.#uncoded(passage, code);
      const { recheck: _, ...rest } = after;
      after = { ...rest, ...code.coded };
      const twin = this.#places.get(this.#placeOf(after));
      if (twin && twin.id !== tag.id) return this.#settle(passage, 'left', 'taken');
      edits.unshift({
        ...{ field: 'influence', before: this.#influences.labelOf(tag) },
        after: passage.code.label.trim(),
      });
    }
    const problems = problemsIn('tags', after);
    if (problems.length) return this.#refuse(passage, problems.join('; '));
    this.#places.delete(this.#placeOf(tag));
    this.#places.set(this.#placeOf(after), after);
    this.#changed.set(tag.id, after);
    return this.#settle(passage, 'changed', undefined, undefined, edits);
  }

  /** An influence that has another name here than in the file was renamed here since, if the file has its id. */
  #isRenamed(tag: Tag, { gives, code }: CodedPassage): boolean {
    if (!(gives?.includes('influence') ?? true) || code.label.trim() === '') return false;
    const labels = [
      this.#influences.labelOf(tag),
      this.#influences.find(tag)?.influence.label ?? '',
    ];
    if (labels.some((one) => nameKey(one) === nameKey(code.label))) return false;
    const isOwn = code.id === tag.influenceId || code.guid === guidOf(tag);
    return !isOwn || this.#codes.isKnown(code.label);
  }

  /** The papers of new tags, and those that nothing but a list names. */
  #takePapers(candidates: readonly Candidate[]): void {
    const tagged = new Set(candidates.map(({ passage }) => passage.reference));
    const named = grouped(this.coding.passages, ({ reference }) => reference);
    // Papers that are listed at one moment are shown in the order of their ids: so in that of the file.
    const ids = this.coding.references.map(newId).sort();
    for (const [i, reference] of this.coding.references.entries()) {
      const isTagged = tagged.has(i);
      if (!isTagged && !this.coding.isLibrary && named.has(i)) continue;
      const known = (named.get(i) ?? [])
        .filter((passage) => this.#lines.get(passage)?.why !== 'quote')
        .flatMap(({ tagId }) => this.#tagsById.get(tagId ?? '')?.paperId ?? []);
      const paperId = this.#list.take(reference, ids[i] ?? newId(), {
        paperId: known[0],
        // A paper that comes with a tag is being read.
        progress: isTagged ? 'reading' : 'to-read',
      });
      this.#paperIds.set(i, paperId);
    }
  }

  #paperOf = ({ reference }: CodedPassage): string => this.#paperIds.get(reference) ?? '';

  #tag({ passage, coded }: Candidate): void {
    const paperId = this.#paperOf(passage);
    const key = statementKey(paperId, quoteKey(oneLine(passage.quote)));
    const statement = this.#statements.get(key) ?? newStatement(passage, paperId, this.options);
    const tag = this.#tagFrom(passage, coded, statement);
    const there = this.#places.get(this.#placeOf(tag));
    if (there) {
      const isSame = !edited(there, withoutId(passage)).edits.length;
      const fate = !isSame ? 'left' : this.#newTags.has(there) ? 'repeated' : 'same';
      this.#settle(passage, fate, 'taken');
      return;
    }
    if (!this.#statements.has(key)) {
      this.#statements.set(key, statement);
      this.#newStatements.push(statement);
    }
    this.#places.set(this.#placeOf(tag), tag);
    this.#newTags.add(tag);
    this.#tags.push(tag);
    if (!passage.stance) this.#unstated += 1;
    this.#settle(passage, 'new');
  }

  #tagFrom(passage: CodedPassage, coded: Coded, on: Pick<Statement, 'id' | 'paperId'>): Tag {
    const coderId = this.#coders.idOf(passage.coder);
    return newTag(passage, coded, { ...this.options, on, coderId, reviewId: this.store.review.id });
  }

  #placeOf = ({ statementId, codebookId, influenceId, coderId }: Tag): string =>
    [statementId, codebookId, influenceId, this.#coders.person(coderId)].join(' ');

  report(): CodingReport {
    const lines = this.coding.passages.flatMap((passage) => this.#lines.get(passage) ?? []);
    const counts = { new: 0, changed: 0, same: 0, repeated: 0, left: 0 };
    for (const { fate } of lines) counts[fate] += 1;
    return {
      ...{ counts, lines, broken: this.#broken, papers: this.#list.report() },
      ...{ ...this.#codes.report(), coders: this.#coders.report(), unstated: this.#unstated },
    };
  }

  /** How many records it writes. */
  get size(): number {
    return this.#list.size + this.#newStatements.length + this.#tags.length + this.#changed.size;
  }

  /** @param count called with how many more have been written */
  async write(step: StepWriter, count: (more: number) => void): Promise<void> {
    await this.#list.write(step, count);
    await this.#writeCodebook(step);
    const coders = new Set(this.#tags.map(({ coderId }) => coderId));
    for (const coder of this.#coders.made)
      if (coders.has(coder.id)) await step.put('coders', coder, 'aside');
    await this.#dealKeys(step);
    await step.addMany('statements', this.#newStatements, 'aside', count);
    await step.addMany('tags', this.#tags, false, count);
    for (const tag of this.#changed.values()) {
      await step.put('tags', { ...tag, updatedAt: step.at });
      count(1);
    }
    const versions = [...this.#tags, ...this.#changed.values()].map(versionOfTag);
    const each = new Map(versions.map((ref) => [`${ref.id} ${ref.version}`, ref]));
    await keepCodebooks([...each.values()], step);
  }

  /** A review with tags has number keys: dealt with its first tag, as with one that is saved. */
  async #dealKeys(step: StepWriter): Promise<void> {
    const [first] = this.#tags;
    const review = await stored('reviews', this.store.review.id);
    if (first && review) await noteUse(review, first, step);
  }

  async #writeCodebook(step: StepWriter): Promise<void> {
    const { made } = this.#codes;
    if (!made) return;
    const { review } = this.store;
    const { id, version } = await step.put('codebooks', made, 'aside');
    const codebooks = [...review.codebooks, { id, version }];
    await step.put('reviews', { ...review, codebooks, updatedAt: now() }, 'aside');
  }
}

const statementKey = (paperId: string, key: string): string => `${paperId} ${key}`;
const beginning = (text: string): string => oneLine(text).slice(0, LONGEST_SHOWN);

function withoutId({ gives: _, ...passage }: CodedPassage): CodedPassage {
  return passage;
}
