/**
 * The framework-fit ledger: how a codebook was adapted to what the papers say. One row an influence, domain by domain in
 * the order of the codebook's outline, as in the editor and the map: was it there from the start, renamed, merged, split, moved or new, since when and why, and which papers report
 * it as a facilitator and which as a barrier. Those that were given up are listed below.
 *
 * A paper with a facilitator tag and a barrier tag is in both columns; a tag with the direction "both" counts in
 * both. Second-hand statements count only if asked, as in every output.
 */
import { headOf, outlineOf } from '../codebook/outline';
import {
  type Codebook,
  grouped,
  type Influence,
  type InfluenceOrigin,
  type RetiredInfluence,
  type Tag,
} from '../model';

/** What became of an influence, as it is printed. */
export type Fit = 'a priori' | 'renamed' | 'merged' | 'split' | 'moved' | 'new' | 'given up';

export interface FitCell {
  /** Each paper once, in the order in which papers were given. */
  paperIds: string[];
  /** The tags behind it. */
  tagIds: string[];
}

export interface FitRow {
  influenceId: string;
  /**
   * What it is printed under: the group that the codebook's outline has it in; without one, the broadest influence that it
   * is under; '' for neither.
   */
  domain: string;
  label: string;
  /** It is the domain itself: that of the rows which follow. */
  isDomain?: true;
  fit: Fit[];
  /** What it came from, or went to, as it was called; empty for none. */
  others: string[];
  /** The version that first has it so, and the day of that (ISO 8601); null where it was there from the start. */
  since: { version: string; date: string } | null;
  reasons: string[];
  facilitators: FitCell;
  barriers: FitCell;
  /** Papers with any tag on it, whatever the direction. */
  papers: FitCell;
}

export interface FrameworkFit {
  book: Pick<Codebook, 'id' | 'name' | 'version' | 'source' | 'basedOn'>;
  rows: FitRow[];
  secondHand: boolean;
}

export interface FitInput {
  book: Codebook;
  tags: readonly Pick<
    Tag,
    'id' | 'codebookId' | 'influenceId' | 'paperId' | 'direction' | 'basis'
  >[];
  /** Papers that count, in the order in which they are printed. */
  paperIds: readonly string[];
}

export interface FitOptions {
  secondHand?: boolean;
}

export function frameworkFit(
  { book, tags, paperIds }: FitInput,
  { secondHand = false }: FitOptions = {},
): FrameworkFit {
  const order = new Map(paperIds.map((id, i) => [id, i]));
  const counted = tags.filter(
    (tag) =>
      tag.codebookId === book.id &&
      order.has(tag.paperId) &&
      (secondHand || tag.basis !== 'second-hand'),
  );
  const byInfluence = grouped(counted, ({ influenceId }) => influenceId);
  const cellsOf = (id: string): Pick<FitRow, 'facilitators' | 'barriers' | 'papers'> => {
    const own = byInfluence.get(id) ?? [];
    const cell = (some: typeof own): FitCell => ({
      paperIds: [...new Set(some.map(({ paperId }) => paperId))].sort(
        (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
      ),
      tagIds: some.map((tag) => tag.id),
    });
    const towards = (direction: Tag['direction']) =>
      cell(own.filter((tag) => tag.direction === direction || tag.direction === 'both'));
    return {
      facilitators: towards('facilitator'),
      barriers: towards('barrier'),
      papers: cell(own),
    };
  };
  const labels = new Map<string, string>();
  for (const one of [...(book.retired ?? []), ...book.influences]) labels.set(one.id, one.label);
  const present = new Set(book.influences.map((one) => one.id));
  const { id, name, version, source, basedOn } = book;
  return {
    book: { id, name, version, source, ...(basedOn && { basedOn }) },
    secondHand,
    rows: [
      ...inDomains(book.influences).map(({ influence, ...domain }) => ({
        ...{ influenceId: influence.id, ...domain, label: influence.label },
        ...fitOf(influence),
        ...cellsOf(influence.id),
      })),
      ...(book.retired ?? [])
        .filter((one) => !present.has(one.id))
        .map((one) => ({ ...givenUp(one, labels), ...cellsOf(one.id) })),
    ],
  };
}

type InDomain = Pick<FitRow, 'domain' | 'isDomain'> & { influence: Influence };

/** The influences as the outline has them, each with what it is printed under. */
function inDomains(influences: readonly Influence[]): InDomain[] {
  return outlineOf(influences).flatMap((group) => {
    const ids = new Set(group.influences.map(({ id }) => id));
    const parents = new Set(group.influences.map(({ parent }) => parent));
    let top: Influence | undefined;
    return group.influences.map((influence): InDomain => {
      const { id, parent } = influence;
      // In tree order: what follows a broadest influence is under it, up to the next one.
      if (parent === undefined || !ids.has(parent)) top = influence;
      const isHead = influence === (group.name ? headOf(group) : top);
      return {
        influence,
        domain: group.name || (top && top !== influence ? top.label : ''),
        ...(isHead && parents.has(id) && { isDomain: true as const }),
      };
    });
  });
}

const HOW: Readonly<Record<InfluenceOrigin['how'], Fit>> = {
  copied: 'a priori',
  new: 'new',
  renamed: 'renamed',
  merged: 'merged',
  split: 'split',
  moved: 'moved',
};

/** An influence without a note of its origin was in the codebook when it came in. */
function fitOf({ origins = [] }: Influence): Pick<FitRow, 'fit' | 'others' | 'since' | 'reasons'> {
  const changes = origins.filter(({ how }) => how !== 'copied');
  const last = changes.at(-1);
  if (!last) return { fit: ['a priori'], others: [], since: null, reasons: [] };
  return {
    fit: [...new Set(changes.map(({ how }) => HOW[how]))],
    others: [...new Set(changes.flatMap(({ from }) => from.map(({ label }) => label)))],
    since: { version: last.version, date: last.at },
    reasons: [...new Set(changes.flatMap(({ reason }) => reason ?? []))],
  };
}

function givenUp(
  { id, label, group = '', into, version, at, reason }: RetiredInfluence,
  labels: ReadonlyMap<string, string>,
): Omit<FitRow, 'facilitators' | 'barriers' | 'papers'> {
  return {
    ...{ influenceId: id, domain: group, label, fit: ['given up'] },
    others: into.map(({ influenceId }) => labels.get(influenceId) ?? influenceId),
    since: { version, date: at },
    reasons: reason ? [reason] : [],
  };
}

/** What an empty cell is printed as. */
export const NO_DATA = 'No data';

/**
 * Reference numbers as journals print them: runs of three or more as a range, two as they are: "59,61-63,69".
 * @param numbers in ascending order
 */
export function referenceList(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1;
    if (end - i >= 2) parts.push(`${numbers[i]}-${numbers[end]}`);
    else parts.push(...numbers.slice(i, end + 1).map(String));
    i = end + 1;
  }
  return parts.join(',');
}
