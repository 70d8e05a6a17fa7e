/**
 * What follows from two stores' records being in one: a work that both met is one paper, a quote of it one
 * statement, one coder's tag of it on an influence one tag; and whatever a tag refers to is present, even where the
 * other store had deleted it, or is set aside, and waited for. The outcome depends on the records only, never on which store came first.
 */
import {
  type AsideNames,
  CoderIndex,
  compareVersions,
  type KindName,
  keyParts,
  MOST_ABSORBED,
  type Paper,
  quoteKey,
  type RecordOf,
  referencesOf,
  TRAVELLING,
} from '../../model';
import { contradicts, namesAnother, sameByTitle } from '../read/find-paper';
import { ROW_CHECKS } from '../sweep/row-checks';
import { joinSites, joinTables } from './join-tables';
import { isIdentifier, namesOf, onePaper, oneStatement } from './one-work';
import { nameOf, type Register } from './registers';

/** A record that cannot be shown, because what it refers to is not known in either store. */
export interface Stranded {
  table: KindName;
  record: object;
  problem: string;
}

export interface Joined {
  registers: Map<string, Register>;
  /** The registers whose records are in the store: live ones, and ones held by a tag. */
  present: Set<string>;
  stranded: Stranded[];
}

/**
 * A title that so many papers share, each kept apart from the others, does not identify a work, and comparing all of them
 * would take minutes. Title and first author together still find the one work.
 */
const MOST_COMPARED = 50;

/** @param apart were these two papers in one store as two? Then they stay two, unless an identifier makes them one. */
export function joinRecords(
  all: Map<string, Register>,
  apart: (a: string, b: string) => boolean,
  aside: AsideNames,
): Joined {
  return new Join(all, apart, aside).run();
}

class Join {
  private readonly present = new Set<string>();
  private readonly stranded: Stranded[] = [];
  /** What is waited for: set aside before, or by this merge. */
  private readonly waitedFor: Set<string>;

  constructor(
    readonly all: Map<string, Register>,
    private readonly apart: (a: string, b: string) => boolean,
    private readonly aside: AsideNames,
  ) {
    this.waitedFor = new Set(aside.names);
  }

  run(): Joined {
    this.joinPapers();
    this.followPapers('reviewPapers');
    this.followPapers('familyMembers');
    this.joinStatements();
    joinSites(this);
    this.joinTags();
    this.joinAssessments();
    joinTables(this);
    this.hold();
    return { registers: this.all, present: this.present, stranded: this.stranded };
  }

  private of<K extends KindName>(table: K): Register<K>[] {
    const found: Register<K>[] = [];
    for (const one of this.all.values()) if (one.table === table) found.push(one as Register<K>);
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  live<K extends KindName>(table: K): (Register<K> & { record: RecordOf<K> })[] {
    return this.of(table).filter(
      (one): one is Register<K> & { record: RecordOf<K> } =>
        one.state === 'live' && one.record !== undefined,
    );
  }

  private set(one: Register): void {
    this.all.set(nameOf(one.table, one.key), one);
  }

  rewrite<K extends KindName>(one: Register<K>, record: RecordOf<K>): void {
    this.set({ ...one, record } as Register);
  }

  /** Joins a record into the one that represents both, once. */
  private absorb<K extends 'papers' | 'statements'>(
    kept: Register<K>,
    one: Register,
    join: (kept: Register, one: Register) => RecordOf<K>,
  ): void {
    if (!one.record || !kept.record || kept.absorbed?.includes(one.key)) return;
    const keys = [...(kept.absorbed ?? []), ...(one.absorbed ?? []), one.key];
    const absorbed = [...new Set(keys)].sort().slice(-MOST_ABSORBED);
    const both = join(kept, one);
    // Each is whole, and their unknown fields may be too many for one record.
    const record = ROW_CHECKS[kept.table](both).ok ? both : kept.record;
    this.set({ ...kept, record, absorbed } as Register);
  }

  private joinedInto(one: Register, into: string): void {
    this.set({ ...one, state: 'into', into } as Register);
  }

  /** The key under which a record is known now, after all joins. */
  resolve(table: KindName, key: string): string {
    let at = key;
    for (let hops = 0; hops < 100; hops++) {
      const one = this.all.get(nameOf(table, at));
      if (one?.state !== 'into' || one.into === undefined) return at;
      at = one.into;
    }
    return at;
  }

  /** Papers that name one work by an identifier, an address or a distinctive title become the one with the smallest id. */
  private joinPapers(): void {
    // What was joined before: either copy of the one may be from before it.
    for (const one of this.of('papers')) {
      if (one.state !== 'into') continue;
      const kept = this.all.get(nameOf('papers', this.resolve('papers', one.key)));
      if (kept) this.absorb(kept as Register<'papers'>, one, onePaper);
    }
    const index = new Map<string, string[]>();
    for (const one of this.live('papers')) {
      const twin = this.twinOf(one.record, index);
      if (twin) {
        this.absorb(twin, one, onePaper);
        this.joinedInto(one, twin.key);
      }
      const kept = twin ?? one;
      const record = this.all.get(nameOf('papers', kept.key))?.record as Paper;
      for (const name of namesOf(record)) {
        const known = index.get(name);
        if (!known) index.set(name, [kept.key]);
        else if (known.length < MOST_COMPARED && !known.includes(kept.key)) known.push(kept.key);
      }
    }
  }

  private twinOf(paper: Paper, index: ReadonlyMap<string, readonly string[]>) {
    for (const name of namesOf(paper))
      for (const key of index.get(name) ?? []) {
        const one = this.all.get(nameOf('papers', key)) as Register<'papers'>;
        const other = one.record as Paper;
        if (contradicts(other, paper)) continue;
        // Not by an identifier: which store learned of it first would decide how many papers there are.
        if (!isIdentifier(name) && this.apart(key, paper.id)) continue;
        if (name.startsWith('url ') && namesAnother(other, paper)) continue;
        if (name.startsWith('title ') && !sameByTitle(other, paper)) continue;
        return one;
      }
    return undefined;
  }

  /** Places on a list, and in a study family, follow their paper; of two for one paper the later is kept. */
  private followPapers(table: 'reviewPapers' | 'familyMembers'): void {
    for (const one of this.of(table)) {
      if (one.state === 'into') continue;
      const [reviewId = '', from = '', ...rest] = keyParts(table, one.key);
      const paperId = this.resolve('papers', from);
      if (paperId === from) continue;
      const key = [reviewId, paperId, ...rest].join(' ');
      const record = one.record && { ...one.record, paperId };
      const moved = { ...one, key, ...(record && { record }) } as Register;
      const there = this.all.get(nameOf(table, key));
      if (!there || there.state === 'into' || compareVersions(moved, there) > 0) this.set(moved);
      this.joinedInto(one, key);
    }
  }

  private joinStatements(): void {
    const firsts = new Map<string, string>();
    const tagged = new Set(
      this.live('tags').map((tag) => this.resolve('statements', tag.record.statementId)),
    );
    for (const one of this.of('statements')) {
      // A statement that was dropped with its last tag is there again if the other store had tagged it.
      if (one.state === 'into' || !one.record) continue;
      if (one.state === 'gone' && !tagged.has(one.key)) continue;
      const paperId = this.resolve('papers', one.record.paperId);
      const statement = { ...one.record, paperId, quoteKey: quoteKey(one.record.quote) };
      const name = `${paperId} ${statement.quoteKey}`;
      const first = firsts.get(name);
      if (first === undefined) {
        firsts.set(name, one.key);
        this.rewrite(one, statement);
        continue;
      }
      this.joinedInto({ ...one, record: statement } as Register, first);
    }
    for (const one of this.of('statements')) {
      if (one.state !== 'into' || !one.record) continue;
      const kept = this.all.get(nameOf('statements', this.resolve('statements', one.key)));
      if (kept) this.absorb(kept as Register<'statements'>, one, oneStatement);
    }
  }

  coders = () => new CoderIndex(this.live('coders').map((one) => one.record));

  private joinTags(): void {
    const coders = this.coders();
    const firsts = new Map<string, Register<'tags'>>();
    for (const one of this.live('tags')) {
      const statementId = this.resolve('statements', one.record.statementId);
      const statement = this.all.get(nameOf('statements', statementId))?.record;
      const paperId = (statement as RecordOf<'statements'> | undefined)?.paperId;
      const { siteId } = one.record;
      const tag = {
        ...one.record,
        ...{ statementId, paperId: paperId ?? one.record.paperId },
        ...(siteId && { siteId: this.resolve('sites', siteId) }),
      };
      this.rewrite(one, tag);
      const { reviewId, codebookId, influenceId, coderId } = tag;
      const coder = coders.resolve(coderId);
      this.keepLater(
        firsts,
        [reviewId, statementId, codebookId, influenceId, coder].join(' '),
        this.all.get(nameOf('tags', one.key)) as Register<'tags'>,
      );
    }
  }

  private joinAssessments(): void {
    const coders = this.coders();
    const firsts = new Map<string, Register<'assessments'>>();
    for (const one of this.live('assessments')) {
      const paperId = this.resolve('papers', one.record.paperId);
      this.rewrite(one, { ...one.record, paperId });
      const { reviewId, codebookId, influenceId, coderId } = one.record;
      this.keepLater(
        firsts,
        [reviewId, paperId, codebookId, influenceId, coders.resolve(coderId)].join(' '),
        this.all.get(nameOf('assessments', one.key)) as Register<'assessments'>,
      );
    }
  }

  /** Two entries by one person on one thing: the later is kept. */
  keepLater<K extends KindName>(
    firsts: Map<string, Register<K>>,
    place: string,
    one: Register<K>,
  ): void {
    const there = firsts.get(place);
    if (!there) {
      firsts.set(place, one);
      return;
    }
    const later = compareVersions(one, there) > 0 ? one : there;
    this.joinedInto(later === one ? there : one, later.key);
    firsts.set(place, later);
  }

  /** Decides what is present: everything live that has what it refers to, which it holds. */
  private hold(): void {
    for (const table of ['tags', 'assessments', 'reviewPapers'] as const)
      for (const one of this.live(table)) this.holdOne(one);
    for (const tag of this.live('tags')) if (this.isPresent(tag)) this.holdListing(tag.record);
    for (const one of this.of('statements'))
      if (one.state === 'live' && this.isHeldAside(one)) this.holdOne(one);
    for (const table of TRAVELLING) {
      // A statement is there as long as it has a tag.
      if (table === 'statements') continue;
      for (const one of this.live(table)) if (table !== 'tags') this.holdOne(one);
    }
    for (const one of this.of('statements'))
      if (one.state === 'live' && !this.isPresent(one)) this.set({ ...one, state: 'gone' });
  }

  /** Does a tag that was set aside refer to it, or to one that was joined with it? */
  private isHeldAside({ table, key, absorbed = [] }: Register): boolean {
    return [key, ...absorbed].some((one) => this.aside.held.has(nameOf(table, one)));
  }

  private isPresent = (one: Register): boolean => this.present.has(nameOf(one.table, one.key));

  private holdOne(one: Register): boolean {
    const name = nameOf(one.table, one.key);
    if (this.present.has(name)) return true;
    if (!one.record) return false;
    const lacking = referencesOf(one.table, one.record).find((ref) => {
      const key = this.resolve(ref.to, ref.key);
      const other = this.all.get(nameOf(ref.to, key));
      if (ref.optional) return false;
      // What is gone comes back for what refers to it, and only if that is whole: it is held below.
      if (other && (other.state === 'live' ? this.holdOne(other) : this.canHold(other)))
        return false;
      return !this.waitedFor.has(nameOf(ref.to, key));
    });
    if (lacking) {
      if (one.state === 'live') {
        const problem = `its ${lacking.to} ${lacking.key} is not in Bearing`;
        this.stranded.push({ table: one.table, record: one.record, problem });
        this.all.delete(name);
        this.waitedFor.add(name);
      }
      return false;
    }
    this.present.add(name);
    // What it can do without comes along where it is known.
    for (const { to, key, optional } of referencesOf(one.table, one.record)) {
      const other = this.all.get(nameOf(to, this.resolve(to, key)));
      // A tagged paper is listed below; and only a tag keeps a statement.
      if (other && (!optional || (to !== 'reviewPapers' && to !== 'statements')))
        this.holdOne(other);
    }
    return true;
  }

  /** Could it be present? Decides nothing. */
  private canHold(one: Register): boolean {
    if (this.isPresent(one)) return true;
    if (!one.record) return false;
    return referencesOf(one.table, one.record).every(({ to, key, optional }) => {
      const other = this.all.get(nameOf(to, this.resolve(to, key)));
      if (optional || (other && this.canHold(other))) return true;
      return this.waitedFor.has(nameOf(to, this.resolve(to, key)));
    });
  }

  /** A tagged paper is on its review's list. */
  private holdListing({ reviewId, paperId, createdAt }: RecordOf<'tags'>): void {
    const key = `${reviewId} ${paperId}`;
    const there = this.all.get(nameOf('reviewPapers', key));
    if (there && there.state !== 'into' && this.holdOne(there)) return;
    const made: RecordOf<'reviewPapers'> = {
      ...{ reviewId, paperId, progress: 'reading', eligibility: 'undecided' },
      ...{ addedAt: createdAt, updatedAt: createdAt },
    };
    const version = there ?? { counter: 0, by: '', step: '' };
    const { counter, by, step } = version;
    this.set({
      table: 'reviewPapers',
      key,
      counter,
      by,
      step,
      state: 'live',
      record: made,
    } as Register);
    this.present.add(nameOf('reviewPapers', key));
  }
}
