/**
 * The evidence of a review as its tables count it: which papers are in, what the unit is, and the tags of each influence
 * with those of the influences under it. Made once for all tables of a screen or a file, so that they cannot disagree.
 */
import { influenceKey, influencesOf, type ListedInfluence } from '../../codebook/influences';
import { outlineOf } from '../../codebook/outline';
import {
  CoderIndex,
  type CountedUnit,
  type Direction,
  grouped,
  groupedUnder,
  type Paper,
  type ReviewPaper,
  type Site,
  type Statement,
  StudyFamilies,
  type Tag,
} from '../../model';
import { Decided } from '../decided';
import { type Broader, broaderOf, influencesToCount } from '../roll-up';
import type { Denominator, PaperStance } from '../types';
import { PaperNames } from './paper-names';
import type { CountOptions, ReviewRecords } from './types';

/** What some tags come to. */
export interface Counted {
  /** How many of the unit: papers, families, sites, statements ... */
  n: number;
  /** In the order of the review's numbers. */
  paperIds: readonly string[];
  /** Copies of a quote in one paper are one. */
  statements: number;
  tagIds: readonly string[];
}

/** An influence with its place in the tables. */
export interface EvidenceRow {
  key: string;
  influence: ListedInfluence;
  /** The group that it is printed under; '' for none. */
  domain: string;
  /** How many influences it is under, in its domain. */
  depth: number;
  /** The codebook in use does not have it: it can be reported, and no longer looked for. */
  isFormer?: true;
}

export interface Settled {
  unit: CountedUnit;
  denominator: Denominator;
  secondHand: boolean;
  ofOccurrences: boolean;
}

export class Evidence {
  readonly options: Settled;
  readonly names: PaperNames;
  readonly coders: CoderIndex;
  readonly families: StudyFamilies;
  /** The papers that count, in the order of the review's numbers. */
  readonly paperIds: readonly string[];
  /** The sites that count, in their order: those of papers that do, and those of no paper. */
  readonly sites: readonly Site[];
  /** In the order of the codebooks and their outlines; those that only tags name, and codebooks lack, last. */
  readonly rows: readonly EvidenceRow[];
  /** The tags that count, of papers that count. */
  readonly tags: readonly Tag[];
  /** Tags that would count if second-hand statements did. */
  readonly secondHand: readonly Tag[];
  /** An influence and those that it is under, upwards. */
  readonly broader: Broader;
  private readonly byInfluence: ReadonlyMap<string, readonly Tag[]>;
  private readonly own: ReadonlyMap<string, readonly Tag[]>;
  private readonly decided: Decided;
  private readonly made = new Map<unknown, unknown>();
  private readonly siteIds: ReadonlySet<string>;
  private readonly statementsById: ReadonlyMap<string, Statement>;
  private readonly papersById: ReadonlyMap<string, Paper>;
  /** A table asks for each statement in tens of cells: a key that is made anew is hashed anew, which takes most of the time. */
  private readonly statementKeys = new Map<string, { paperId: string; key: string }>();

  constructor(
    readonly records: ReviewRecords,
    readonly given: CountOptions = {},
  ) {
    const { review, reviewPapers, papers, statements, codebooks } = records;
    const { reporting = {} } = review;
    this.options = {
      unit: given.unit ?? reporting.unit ?? 'papers',
      denominator: given.denominator ?? 'all',
      secondHand: given.secondHand ?? false,
      ofOccurrences: reporting.ofOccurrences ?? false,
    };
    this.names = new PaperNames(reviewPapers, papers, reporting.references);
    this.coders = new CoderIndex(records.coders);
    this.families = new StudyFamilies(reviewPapers, records.familyMembers);
    this.statementsById = new Map(statements.map((one) => [one.id, one]));
    this.papersById = new Map(papers.map((one) => [one.id, one]));
    const tags = records.tags.filter((tag) => this.isByWhom(tag));
    const tagged = given.tagged ?? new Set(tags.map(({ paperId }) => paperId));
    const scope = new Set(
      reviewPapers.filter((one) => this.isInScope(one, tagged)).map(({ paperId }) => paperId),
    );
    this.paperIds = this.names.sorted(scope);
    this.sites = records.sites
      .filter(({ paperId }) => paperId === undefined || scope.has(paperId))
      .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
    this.siteIds = new Set(this.sites.map(({ id }) => id));
    // What was decided is of the agreed record: one coder's own is as that coder left it.
    this.decided = new Decided(
      given.coder === undefined ? records.decisions : [],
      this.options.unit,
    );
    const inScope = tags.filter((tag) => scope.has(tag.paperId) && !this.decided.isOut(tag));
    const isApart = (tag: Tag) => tag.basis === 'second-hand' && !this.options.secondHand;
    this.tags = inScope.filter((tag) => !isApart(tag));
    this.secondHand = inScope.filter(isApart);
    this.own = grouped(this.tags, influenceKey);
    const { all } = influencesOf(codebooks);
    const counted = influencesToCount({ all });
    this.broader = broaderOf(counted);
    this.byInfluence = groupedUnder(this.tags, (tag) => this.broader(tag).map(influenceKey));
    const former = new Set(counted.filter(({ isFormer }) => isFormer).map(influenceKey));
    this.rows = rowsOf(all, former, this.byInfluence);
  }

  private isInScope(
    { paperId, eligibility, progress }: ReviewPaper,
    tagged: ReadonlySet<string>,
  ): boolean {
    if (eligibility === 'excluded') return false;
    const { denominator } = this.options;
    if (denominator === 'included') return eligibility === 'included';
    if (denominator === 'read') return progress === 'read';
    return denominator === 'all' || tagged.has(paperId);
  }

  /** Is it by the coder whose records are counted? */
  isByWhom = ({ coderId }: Pick<Tag, 'coderId'>): boolean =>
    this.given.coder === undefined ||
    this.coders.resolve(coderId) === this.coders.resolve(this.given.coder);

  /** What is made of this evidence: once, though a table and several checks ask for it. */
  once<T>(make: (evidence: Evidence) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as T;
  }

  /** The tags on an influence, and on those under it. */
  tagsOf = (key: string): readonly Tag[] => this.byInfluence.get(key) ?? [];

  /** The tags on an influence itself. */
  ownTagsOf = (key: string): readonly Tag[] => this.own.get(key) ?? [];

  statement = (id: string): Statement | undefined => this.statementsById.get(id);

  paper = (id: string): Paper | undefined => this.papersById.get(id);

  /** What a statement is counted as: copies of one quote in a paper are one. */
  statementKey({ statementId, paperId }: Pick<Tag, 'statementId' | 'paperId'>): string {
    const known = this.statementKeys.get(statementId);
    if (known?.paperId === paperId) return known.key;
    const quote = this.statementsById.get(statementId)?.quoteKey;
    const key = `${paperId} ${quote ?? statementId}`;
    this.statementKeys.set(statementId, { paperId, key });
    return key;
  }

  /** What a tag is counted under; null where it is about no unit of that kind (no site is named). */
  unitOf(tag: Tag): string | null {
    switch (this.options.unit) {
      case 'papers':
        return tag.paperId;
      case 'families':
        return this.families.nameOf(tag.paperId);
      case 'statements':
        return this.statementKey(tag);
      case 'occurrences':
        return occurrence(tag);
      default:
        return tag.siteId !== undefined && this.siteIds.has(tag.siteId) ? tag.siteId : null;
    }
  }

  /** The stance that a tag counts with: what was decided, where coders differed, else its own. */
  stanceOf = (tag: Tag): Exclude<PaperStance, 'differ'> => this.decided.stanceOf(tag);

  /** The same of its direction. */
  directionOf = (tag: Tag): Direction => this.decided.directionOf(tag);

  /** Did coders decide what it counts with? */
  isDecided = (tag: Tag): boolean => this.decided.of(tag) !== undefined;

  /** @param tags of papers that count */
  count(tags: readonly Tag[]): Counted {
    const papers = new Set<string>();
    const statements = new Set<string>();
    const tagIds: string[] = [];
    for (const tag of tags) {
      papers.add(tag.paperId);
      statements.add(this.statementKey(tag));
      tagIds.push(tag.id);
    }
    const units = this.unitsOf(tags, papers, statements);
    return {
      n: units,
      // They are in order already: of many papers, to look for them is faster than to sort them.
      paperIds:
        papers.size < SORTED_BELOW
          ? this.names.sorted(papers)
          : this.paperIds.filter((id) => papers.has(id)),
      statements: statements.size,
      tagIds,
    };
  }

  /** How many of the unit; papers and statements were counted on the way. */
  private unitsOf(
    tags: readonly Tag[],
    papers: ReadonlySet<string>,
    statements: ReadonlySet<string>,
  ): number {
    if (this.options.unit === 'papers') return papers.size;
    if (this.options.unit === 'statements') return statements.size;
    const units = new Set<string | null>();
    for (const tag of tags) units.add(this.unitOf(tag));
    units.delete(null);
    return units.size;
  }

  /** The denominator, in the unit: all of them, with or without a tag; of statements and occurrences those that are tagged. */
  get N(): number {
    const { unit } = this.options;
    if (unit === 'papers') return this.paperIds.length;
    if (unit === 'families')
      return new Set(this.paperIds.map((id) => this.families.nameOf(id))).size;
    if (unit === 'sites' || unit === 'meetings') return this.sites.length;
    return this.count(this.tags).n;
  }

  /** What shares are of: N, or all occurrences of an influence in a paper. */
  get base(): number {
    return this.options.ofOccurrences ? new Set(this.tags.map(occurrence)).size : this.N;
  }
}

/** To sort so many takes as long as to look through a list of a few hundred. */
const SORTED_BELOW = 32;

const occurrence = (tag: Tag): string => `${influenceKey(tag)} ${tag.paperId}`;

function rowsOf(
  all: readonly ListedInfluence[],
  former: ReadonlySet<string>,
  tagged: ReadonlyMap<string, readonly Tag[]>,
): EvidenceRow[] {
  const rows: EvidenceRow[] = [];
  for (const listed of grouped(all, ({ codebookId }) => codebookId).values()) {
    const byId = new Map(listed.map((one) => [one.influenceId, one]));
    for (const group of outlineOf(listed.map(({ influence }) => influence))) {
      const depths = new Map<string, number>();
      for (const { id, parent } of group.influences) {
        const influence = byId.get(id);
        const above = parent === undefined ? undefined : depths.get(parent);
        const depth = above === undefined ? 0 : above + 1;
        depths.set(id, depth);
        if (influence)
          rows.push({ key: influenceKey(influence), influence, domain: group.name, depth });
      }
    }
  }
  const known = new Set(rows.map(({ key }) => key));
  const unknown = [...tagged.keys()].filter((key) => !known.has(key));
  return [
    // What only an earlier version has has a row where it, or what is under it, is tagged.
    ...rows.flatMap((row): EvidenceRow[] => {
      if (!former.has(row.key)) return [row];
      return tagged.has(row.key) ? [{ ...row, isFormer: true }] : [];
    }),
    ...unknown.map((key) => unknownRow(key, tagged)),
  ];
}

function unknownRow(key: string, tagged: ReadonlyMap<string, readonly Tag[]>): EvidenceRow {
  const [tag] = tagged.get(key) ?? [];
  const { codebookId = '', influenceId = key } = tag ?? {};
  const influence = { id: influenceId, label: influenceId, definition: '', aliases: [], cues: [] };
  const codebook = { id: codebookId, name: codebookId, version: tag?.codebookVersion ?? '' };
  return {
    ...{ key, domain: '', depth: 0, isFormer: true },
    influence: {
      ...{ codebookId, influenceId, label: influenceId },
      influence: { ...influence, crosswalk: [] },
      codebook: codebook as ListedInfluence['codebook'],
    },
  };
}
