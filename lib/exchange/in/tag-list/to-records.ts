/** A list of tags as records of a review: papers, sites, statements, tags, assessments, memos and rounds. */
import {
  type Assessment,
  emptyContents,
  idOf,
  type Memo,
  memoId,
  now,
  type Paper,
  quoteKey,
  type Round,
  type Site,
  type Statement,
  type StoreContents,
  type Tag,
} from '../../../model';
import { cleanBareDoi } from '../../../text';
import type { RejectedRecord } from '../importer';
import { codebookOf, reviewOf, VERSION } from './review';
import { type NamedList, refuse, type TagList } from './rows';
import { ALL_INFLUENCES, type TagOfList, unitNamed } from './shape';

/** Between the quotes of one observation that several tags give. */
const GAP = ' […] ';

export function recordsOf(list: NamedList, rejected: RejectedRecord[]): StoreContents {
  return new Records(list, rejected).all();
}

class Records {
  private readonly at = now();
  private readonly stamps = { createdAt: this.at, updatedAt: this.at };
  private readonly reviewId: string;
  private readonly codebookId: string;
  private readonly codes: ReadonlySet<string>;
  private readonly sites: Map<string, Site>;
  private readonly papers = new Map<string, Paper>();
  private readonly coders = new Map<string, string>();
  private readonly statements = new Map<string, Statement>();
  private readonly rounds = new Map<string, Set<string>>();

  constructor(
    private readonly list: NamedList,
    private readonly rejected: RejectedRecord[],
  ) {
    this.reviewId = this.id('review');
    this.codebookId = `list-${list.seed.slice(0, 16)}`;
    this.codes = new Set(list.codes.map(({ id }) => id));
    this.sites = new Map(
      siteNames(list).map((name, position) => [
        name,
        { id: this.id('site', name), reviewId: this.reviewId, name, position, ...this.stamps },
      ]),
    );
  }

  all(): StoreContents {
    const { names = [] } = this.list.review;
    if (this.sites.size) this.paperOf(this.list.title);
    for (const name of names) if (!this.sites.has(name)) this.paperOf(name);
    const tags = this.tags();
    const { assessments, memos } = this.silent();
    for (const { star, strength, paper, site, influence, coder } of this.list.tags) {
      const memo = star && this.memo(influence, site ?? paper, coder);
      if (memo) memos.push({ ...memo, rating: strength, star: true });
    }
    memos.push(...this.worded());
    this.addUnnamed();
    return {
      ...emptyContents(),
      coders: [...this.coders].map(([name, id]) => ({ id, name })),
      codebooks: [codebookOf(this.list, this.codebookId, this.at)],
      reviews: [reviewOf(this.list, this.reviewId, this.codebookId, this.at)],
      papers: [...this.papers.values()],
      reviewPapers: [...this.papers].map(([name, { id }], i) => ({
        ...{ reviewId: this.reviewId, paperId: id, progress: 'read', eligibility: 'included' },
        ...(isNumber(name) && { number: Number(name) }),
        // Papers without a number are in tables in the order in which they came: here, in that of the file.
        ...{ addedAt: this.before(this.papers.size - i), updatedAt: this.at },
      })),
      statements: [...this.statements.values()],
      sites: [...this.sites.values()],
      tags,
      assessments,
      // A word in place of a rating is the later entry on one cell.
      memos: [...new Map(memos.map((one) => [one.id, one])).values()],
      rounds: this.roundRecords(),
    };
  }

  private id(...parts: string[]): string {
    return idOf(['tag list', this.list.seed, ...parts].join('\u0000'));
  }

  private before(milliseconds: number): string {
    return new Date(Date.parse(this.at) - milliseconds).toISOString();
  }

  private coderOf(name: string): string {
    const id = this.coders.get(name) ?? this.id('coder', name);
    this.coders.set(name, id);
    return id;
  }

  /** The paper of a name: one that is met first is made. */
  private paperOf(name: string): Paper {
    const known = this.papers.get(name);
    if (known) return known;
    const doi = cleanBareDoi(name);
    const paper: Paper = {
      id: this.id('paper', name),
      ...(doi && { doi }),
      title: isNumber(name) ? `Paper ${name}` : name,
      ...{ authors: [], urls: [], conflicts: [], sources: { title: 'reader' }, ...this.stamps },
    };
    this.papers.set(name, paper);
    return paper;
  }

  /** What a row is about: its site, which is in the one paper of the file, or its paper. */
  private placeOf(name: string, site?: string): { paperId: string; siteId?: string } {
    const named = this.sites.get(site ?? name);
    if (!named) return { paperId: this.paperOf(name).id };
    return { paperId: this.paperOf(site ? name : this.list.title).id, siteId: named.id };
  }

  private tags(): Tag[] {
    const tags = new Map<string, Tag>();
    const quotes = this.quotesOfObservations();
    for (const row of this.list.tags) {
      if (!this.isKnown(row, row.influence)) continue;
      const place = this.placeOf(row.paper, row.site);
      const statement = this.statementOf(row, place.paperId, quotes);
      const coderId = this.coderOf(row.coder);
      const name = [statement.id, row.influence, coderId].join(' ');
      const { stance, direction, strength, basis = 'own', voice, note } = row;
      const tag: Tag = {
        ...{ id: this.id('tag', name), reviewId: this.reviewId, ...place },
        ...{ statementId: statement.id, codebookId: this.codebookId, codebookVersion: VERSION },
        ...{ influenceId: row.influence, stance, direction, basis, note, coderId, ...this.stamps },
        ...(strength !== undefined && { strength }),
        ...(voice && { voice }),
      };
      if (row.round !== undefined) this.noteRound(row.round, statement.id);
      const there = tags.get(name);
      if (there && !isSameCode(there, tag))
        this.refuse(row, 'its statement has another tag on this influence already');
      else tags.set(name, tag);
    }
    return [...tags.values()];
  }

  private refuse(row: object, problem: string): void {
    refuse(row, problem, this.list.origins, this.rejected);
  }

  /** Is it in the codebook? A row on any other influence is set aside. */
  private isKnown(row: object, influence: string): boolean {
    if (this.codes.has(influence)) return true;
    this.refuse(row, `influence: “${influence}” is not in the codebook`);
    return false;
  }

  /** By observation, all that is quoted of it. */
  private quotesOfObservations(): Map<string, string> {
    const quotes = new Map<string, Set<string>>();
    for (const { paper, observation, quote } of this.list.tags) {
      if (observation === undefined) continue;
      const name = `${paper}\u0000${observation}`;
      quotes.set(name, (quotes.get(name) ?? new Set()).add(quote));
    }
    return new Map([...quotes].map(([name, all]) => [name, [...all].join(GAP)]));
  }

  private statementOf(
    { paper, observation, quote: own }: TagOfList,
    paperId: string,
    quotes: ReadonlyMap<string, string>,
  ): Statement {
    const isPart = observation !== undefined;
    const quote = (isPart && quotes.get(`${paper}\u0000${observation}`)) || own;
    const key = quoteKey(quote);
    // Sites of one paper number their observations each for themselves.
    const name = isPart ? `of ${paper}\u0000${observation}` : key;
    const id = this.id('statement', paperId, name);
    const known = this.statements.get(id);
    if (known) return known;
    const selectors = {
      quote: { type: 'TextQuoteSelector' as const, exact: quote, prefix: '', suffix: '' },
    };
    const statement: Statement = {
      ...{ id, paperId, quote, quoteKey: key, cites: [], machineLabels: [], ...this.stamps },
      // Where the words were read is not in the file.
      targets: [{ representation: 'html', url: '', selectors }],
    };
    this.statements.set(id, statement);
    return statement;
  }

  private noteRound(name: string, statementId: string): void {
    this.rounds.set(name, (this.rounds.get(name) ?? new Set()).add(statementId));
  }

  private roundRecords(): Round[] {
    const rounds = [...this.rounds];
    // Numbers have an order of their own; rounds with names are in that of the file.
    if (rounds.every(([name]) => isNumber(name))) rounds.sort(([a], [b]) => Number(a) - Number(b));
    return rounds.map(([name, ids], position) => ({
      ...{ id: this.id('round', name), reviewId: this.reviewId, position, date: '', changed: '' },
      name: isNumber(name) ? `Round ${name}` : name,
      paperIds: [...new Set([...ids].flatMap((id) => this.statements.get(id)?.paperId ?? []))],
      statementIds: [...ids],
      codebooks: [{ id: this.codebookId, version: VERSION }],
      ...this.stamps,
    }));
  }

  /** What was looked for and not reported: of a paper an assessment, of a site the memo that says so. */
  private silent(): { assessments: Assessment[]; memos: Memo[] } {
    const assessments = new Map<string, Assessment>();
    const memos: Memo[] = [];
    for (const row of this.list.assessments) {
      const { paper, influence, outcome, coder } = row;
      if (influence !== ALL_INFLUENCES && !this.isKnown(row, influence)) continue;
      for (const one of influence === ALL_INFLUENCES ? this.codes : [influence]) {
        const memo = this.sites.has(paper) && this.memo(one, paper, coder);
        if (memo) {
          memos.push({ ...memo, rating: 'missing' });
          continue;
        }
        const { id: paperId } = this.paperOf(paper);
        const coderId = this.coderOf(coder);
        const id = this.id('assessment', paperId, one, coderId);
        assessments.set(id, {
          ...{ id, reviewId: this.reviewId, paperId, codebookId: this.codebookId },
          ...{ influenceId: one, outcome, coderId, createdAt: this.at },
        });
      }
    }
    return { assessments: [...assessments.values()], memos };
  }

  /** Words in place of ratings. In a review of sites, a name that is none of them is a slip; else it is a paper. */
  private worded(): Memo[] {
    return this.list.words.flatMap((row) => {
      const [influence, place, word] = row;
      if (!this.isKnown(row, influence)) return [];
      if (this.sites.size && !this.sites.has(place) && !this.papers.has(place)) {
        this.refuse(row, `case: “${place}” is neither a site nor a paper of the list`);
        return [];
      }
      const memo = this.memo(influence, place);
      return memo ? { ...memo, word } : [];
    });
  }

  private memo(influenceId: string, name: string, coder?: string): Memo | null {
    if (!this.codes.has(influenceId)) return null;
    const site = this.sites.get(name);
    const [first = ''] = this.coders.keys();
    const about = {
      ...{ reviewId: this.reviewId, codebookId: this.codebookId, influenceId },
      ...(site ? { siteId: site.id } : { paperId: this.paperOf(name).id }),
      coderId: this.coderOf(coder ?? first),
    };
    const words = { summary: '', rationale: '', statementIds: [] };
    return { id: memoId(about), ...about, ...words, ...this.stamps };
  }

  /** A review may count more papers than its file names. Each is in the list, so that what is counted can be looked at. */
  private addUnnamed(): void {
    const { papers = 0 } = this.list.review;
    if (countsSites(this.list)) {
      for (let n = this.sites.size + 1; n <= papers; n++) this.addSite(`${n} (not named)`);
      return;
    }
    for (let n = this.papers.size + 1; n <= papers; n++)
      this.paperOf(`Paper without a tag, not named in the file (${n})`);
  }

  private addSite(name: string): void {
    const position = this.sites.size;
    const id = this.id('site', name);
    this.sites.set(name, { id, reviewId: this.reviewId, name, position, ...this.stamps });
  }
}

/** A paper's number in the review. */
const isNumber = (name: string): boolean => /^[1-9]\d{0,5}$/.test(name);

const isSameCode = (a: Tag, b: Tag): boolean =>
  (['stance', 'direction', 'strength', 'basis', 'voice', 'siteId', 'note'] as const).every(
    (field) => a[field] === b[field],
  );

/** Sites that are named as such, or all that a review of meetings calls papers. */
const countsSites = ({ review: { unit = '' } }: TagList): boolean =>
  ['sites', 'meetings'].includes(unitNamed(unit) ?? '');

function siteNames(list: TagList): string[] {
  const { review, tags, assessments } = list;
  const named = [...(review.sites ?? []), ...tags.flatMap(({ site }) => site ?? [])];
  const all = countsSites(list)
    ? [...(review.names ?? []), ...[...tags, ...assessments].map((o) => o.paper)]
    : [];
  return [...new Set([...named, ...(named.length ? [] : all)])];
}
