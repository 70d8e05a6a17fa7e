/**
 * Words that were tagged on a scite report belong to the paper that says them, with the reported paper as what they
 * cite. They were once filed under the reported paper: this moves them, in a database and in backups of any age. It
 * depends on the records alone, so that two installations that move one record hold equal records afterwards; and it
 * moves what history and versions hold as well, so that what was done before can still be taken back.
 */
import { idOf } from '../id';
import { legacyStamp } from '../legacy/records';
import { isRaw, type Raw, rawsOf } from '../raw';
import type { Stamp } from '../steps';
import type { Paper, PaperFacts } from './paper';
import { citingPrint, isReported, reportedReference } from './quote';
import type { ReviewPaper } from './review';
import type { Statement } from './statement';

/** The tables that take part. Rows may be anything: what is not a record stays what it is. */
export const SAID_BY_TABLES = [
  'papers',
  'statements',
  'tags',
  'reviewPapers',
  'stamps',
  'steps',
] as const;
type Tables = Record<(typeof SAID_BY_TABLES)[number], readonly unknown[]>;

/** The tables with such statements where they belong. A row that does not change is the very same object. */
export function moveToCiting(tables: Tables): Record<keyof Tables, unknown[]> {
  return new Move(tables).run();
}

const IDS = ['doi', 'pmid', 'pmcid', 'arxiv'] as const;
const isIdentified = (paper: Raw) => IDS.some((id) => typeof paper[id] === 'string');

/** The report on which the words of a statement were met, and nowhere else; null where they were met on another page. */
function reportOf(statement: Raw): string | null {
  const targets = rawsOf(statement.targets);
  const isOffered = rawsOf(statement.machineLabels).some(({ by }) => by === 'scite');
  const isQuoted = targets.every(({ representation }) => representation === 'scite-report');
  const url = targets[0]?.url;
  return isOffered && isQuoted && typeof url === 'string' ? url : null;
}

/**
 * A paper that a report named by its title, which is all that was kept of it then. The reported paper, should it have
 * no identifier, comes with its year.
 */
function isNamedByReport(paper: Raw): boolean {
  const sources = isRaw(paper.sources) ? paper.sources : {};
  return !isIdentified(paper) && sources.title === 'site' && sources.year !== 'site';
}

const citesReported = ({ cites }: Raw) => rawsOf(cites).some(isReported);

const has = (list: unknown, value: string) => Array.isArray(list) && list.includes(value);

class Move {
  private readonly papers = new Map<string, Raw>();
  /** By statement: the paper that says it, and the papers that it was filed under. */
  private readonly moved = new Map<string, { citing: Paper; from: Set<string> }>();
  /** By paper that a report named: the addresses of such reports. */
  private readonly named = new Map<string, Set<string>>();

  /** By address: every image of a statement asks, so papers are looked through once. */
  private readonly identifiedAt = new Map<string, Raw[]>();

  private readonly places: ReadonlyMap<string, Raw>;

  constructor(private readonly tables: Tables) {
    this.places = new Map(
      rawsOf(tables.reviewPapers).map((one) => [`${one.reviewId} ${one.paperId}`, one]),
    );
  }

  run(): Record<keyof Tables, unknown[]> {
    const { papers, statements, tags, reviewPapers, stamps, steps } = this.tables;
    this.meetPapers();
    this.meetStatements();
    if (!this.moved.size && !this.named.size)
      return Object.fromEntries(
        SAID_BY_TABLES.map((name) => [name, [...this.tables[name]]]),
      ) as Record<keyof Tables, unknown[]>;
    const listings = this.listings(tags);
    const citing = [...this.moved.values()].map((one) => one.citing);
    const known = new Set(rawsOf(stamps).map(({ table, key }) => `${table} ${key}`));
    const made: Stamp[] = [
      ...citing.map((one) => legacyStamp('papers', one.id, one.createdAt)),
      ...[...listings.values()].map((one) =>
        legacyStamp('reviewPapers', `${one.reviewId} ${one.paperId}`, one.updatedAt),
      ),
    ];
    return {
      papers: [...papers.map((row) => this.image('papers', row)), ...citing],
      statements: statements.map((row) => this.image('statements', row)),
      tags: tags.map((row) => this.image('tags', row)),
      reviewPapers: [...reviewPapers, ...listings.values()],
      stamps: [
        ...stamps.map((row) => this.stamp(row)),
        ...made.filter(({ table, key }) => !known.has(`${table} ${key}`)),
      ],
      steps: this.steps(steps, new Set(listings.keys())),
    };
  }

  /** Papers as they are; those that are gone, as they last were. */
  private meetPapers(): void {
    const meet = (row: unknown) => {
      if (isRaw(row) && typeof row.id === 'string') this.papers.set(row.id, row);
    };
    for (const { changes } of rawsOf(this.tables.steps))
      for (const one of rawsOf(changes))
        if (one.table === 'papers') for (const side of [one.before, one.after]) meet(side);
    for (const one of rawsOf(this.tables.stamps)) if (one.table === 'papers') meet(one.last);
    for (const row of this.tables.papers) meet(row);
    for (const paper of this.papers.values())
      for (const url of isIdentified(paper) && Array.isArray(paper.urls) ? new Set(paper.urls) : [])
        this.identifiedAt.set(url, [...(this.identifiedAt.get(url) ?? []), paper]);
  }

  private meetStatements(): void {
    for (const row of this.tables.statements) this.meetStatement(row);
    for (const one of rawsOf(this.tables.stamps))
      if (one.table === 'statements') this.meetStatement(one.last);
    for (const { changes } of rawsOf(this.tables.steps))
      for (const one of rawsOf(changes))
        if (one.table === 'statements')
          for (const side of [one.before, one.after]) this.meetStatement(side);
  }

  private meetStatement(row: unknown): void {
    if (!isRaw(row) || typeof row.id !== 'string' || typeof row.paperId !== 'string') return;
    const paper = this.papers.get(row.paperId);
    const report = reportOf(row);
    // One that cites the report's paper was filed under the paper that says it.
    if (!paper || report === null || citesReported(row)) return;
    if (isNamedByReport(paper)) {
      const reports = this.named.get(row.paperId) ?? new Set();
      if (has(paper.urls, report)) this.named.set(row.paperId, reports.add(report));
      return;
    }
    const known = this.moved.get(row.id);
    if (known) known.from.add(row.paperId);
    else this.moved.set(row.id, { citing: citingPaper(row, report), from: new Set([row.paperId]) });
  }

  /** A record as it is now, or as history or a version holds it. */
  private image(table: unknown, row: unknown): unknown {
    if (!isRaw(row)) return row;
    if (table === 'papers') return this.paper(row);
    if (table === 'statements') return this.statement(row);
    return table === 'tags' ? this.tag(row) : row;
  }

  private paper(row: Raw): unknown {
    const reports = this.named.get(row.id as string);
    if (!reports || !Array.isArray(row.urls)) return row;
    const quotedAt = row.urls.filter((url) => reports.has(url));
    if (!quotedAt.length) return row;
    return { ...row, urls: row.urls.filter((url) => !reports.has(url)), quotedAt };
  }

  private statement(row: Raw): unknown {
    const report = reportOf(row);
    if (report === null) return row;
    const into = this.movedOf(row.id, row.paperId);
    const isNamed = this.named.get(row.paperId as string)?.has(report);
    if (!into && !isNamed) return row;
    if (citesReported(row)) return row;
    const reported = into ? this.papers.get(row.paperId as string) : this.reportedAt(report);
    return {
      ...row,
      paperId: into?.id ?? row.paperId,
      cites: [reportedReference(reported as Partial<PaperFacts>, report), ...rawsOf(row.cites)],
    };
  }

  private tag(row: Raw): unknown {
    const into = this.movedOf(row.statementId, row.paperId);
    return into ? { ...row, paperId: into.id } : row;
  }

  private movedOf(statementId: unknown, paperId: unknown): Paper | undefined {
    const moved = this.moved.get(statementId as string);
    return moved?.from.has(paperId as string) ? moved.citing : undefined;
  }

  /** The one identified paper that was met at the report. */
  private reportedAt(report: string): Raw | null {
    const met = this.identifiedAt.get(report) ?? [];
    return met.length === 1 ? (met[0] ?? null) : null;
  }

  /** Tagged papers are on their review's list. */
  private listings(tags: readonly unknown[]): Map<string, ReviewPaper> {
    const made = new Map<string, ReviewPaper>();
    const known = new Set(this.places.keys());
    for (const tag of rawsOf(tags)) {
      const listing = this.listingOf(tag);
      if (listing && !known.has(keyOfPlace(listing))) made.set(keyOfPlace(listing), listing);
    }
    return made;
  }

  /** A moved tag's citing paper on the list: with the place that the paper has which the tag was filed under. */
  private listingOf(tag: Raw): ReviewPaper | null {
    const citing = this.movedOf(tag.statementId, tag.paperId);
    if (!citing) return null;
    // The link that a study family was made of then (legacy-families.ts).
    const { familyId: _, ...place } = (this.places.get(`${tag.reviewId} ${tag.paperId}`) ?? {
      ...{ reviewId: tag.reviewId, progress: 'reading', eligibility: 'undecided' },
      ...{ addedAt: tag.createdAt, updatedAt: tag.createdAt },
    }) as ReviewPaper & { familyId?: string };
    return { ...place, paperId: citing.id };
  }

  private stamp(row: unknown): unknown {
    if (!isRaw(row) || !('last' in row)) return row;
    const last = this.image(row.table, row.last);
    return last === row.last ? row : { ...row, last };
  }

  private steps(steps: readonly unknown[], listed: ReadonlySet<string>): unknown[] {
    const order = ({ counter, at }: Raw) => [Number(counter), String(at)] as const;
    const places = new Set<string>();
    const moved = new Map<unknown, unknown>();
    // In the order in which they were done: only the first tag of a paper puts it on the list.
    for (const row of [...rawsOf(steps)].sort((a, b) => {
      const [[x, one], [y, other]] = [order(a), order(b)];
      return x - y || (one < other ? -1 : 1);
    }))
      moved.set(row, this.step(row, listed, places));
    return steps.map((row) => moved.get(row) ?? row);
  }

  /**
   * A step that made such a statement made its paper, on the way, and put it on the list; one that deleted its last tag
   * took it off, so that no list shows a paper that nobody named and nothing is tagged on.
   * @param listed the places that are there in the end
   * @param places those that earlier steps have made
   */
  private step(row: Raw, listed: ReadonlySet<string>, places: Set<string>): unknown {
    if (!Array.isArray(row.changes)) return row;
    const more = new Map<string, unknown>();
    let isChanged = false;
    const changes = row.changes.map((one: unknown) => {
      if (!isRaw(one)) return one;
      const [before, after] = [this.image(one.table, one.before), this.image(one.table, one.after)];
      if (before === one.before && after === one.after) return one;
      isChanged = true;
      if (one.table === 'statements' && one.before === null && isRaw(one.after)) {
        const citing = this.movedOf(one.after.id, one.after.paperId);
        if (citing) more.set(citing.id, aside('papers', null, citing));
      }
      if (one.table === 'tags') this.listIn(more, one, listed, places);
      return { ...one, before, after };
    });
    return isChanged ? { ...row, changes: [...more.values(), ...changes] } : row;
  }

  /** What a step that made or deleted a tag did to the list. */
  private listIn(
    more: Map<string, unknown>,
    { before, after }: Raw,
    listed: ReadonlySet<string>,
    places: Set<string>,
  ): void {
    const tag = before === null ? after : after === null ? before : null;
    const listing = isRaw(tag) ? this.listingOf(tag) : null;
    if (!listing) return;
    const key = keyOfPlace(listing);
    if (before === null) {
      if (!places.has(key)) more.set(key, aside('reviewPapers', null, listing));
      places.add(key);
    } else if (!listed.has(key)) {
      more.set(key, aside('reviewPapers', listing, null));
      places.delete(key);
    }
  }
}

const keyOfPlace = ({ reviewId, paperId }: ReviewPaper): string => `${reviewId} ${paperId}`;

const aside = (table: string, before: object | null, after: object | null) => ({
  ...{ table, before, after },
  aside: true,
});

/** The paper that says a statement: one of its own, until the reader or a later report names it. */
function citingPaper(statement: Raw, report: string): Paper {
  const { id, quote, createdAt } = statement as Raw & Statement;
  return {
    id: idOf(`citing ${id}`),
    fingerprint: citingPrint(report, String(quote)),
    ...{ authors: [], sources: {}, urls: [], quotedAt: [report], conflicts: [] },
    ...{ createdAt, updatedAt: createdAt },
  };
}
