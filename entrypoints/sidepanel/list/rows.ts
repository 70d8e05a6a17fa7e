/** The list of the panel as plain data: statements joined with their places, and those without a tag; put in order, filtered, counted. */

import type { Outcome } from '@/lib/anchor/types';
import {
  type InfluenceIndex,
  influenceKey,
  influencesOf,
  type ListedInfluence,
} from '@/lib/codebook/influences';
import type { PanelPlace, PanelSentence } from '@/lib/messaging/panel/types';
import type {
  Codebook,
  PageReport,
  Paper,
  Representation,
  Stance,
  StanceCounts,
  Statement,
  StatementTarget,
  Tag,
} from '@/lib/model';
import { atAddress, displayText, holdsWords, searchText } from '@/lib/text';

/** A statement with tags. */
export interface Row {
  id: string;
  statement: Statement;
  tags: readonly Tag[];
  /** Null while the page has not been asked or does not say. */
  place: PanelPlace | null;
  /** When the reader said that it holds in other words on this page. */
  keptAt: string | undefined;
  /** The paper whose words it is, where the page quotes another paper than its own. */
  saidBy: Paper | undefined;
  /** The page has not the paper's whole text, and it was tagged where that is: it is not missed here. */
  isElsewhere: boolean;
  /** Where it is among all others: an offset in the document. */
  order: number;
}

/** A citation statement of the page without a tag. */
export interface UntaggedRow {
  id: string;
  sentence: PanelSentence;
}

export type ListedRow = Row | UntaggedRow;

export const isTagged = (row: ListedRow): row is Row => 'statement' in row;

/** Which statements are listed: all, those with a tag, or those without. */
export type Which = 'all' | 'tagged' | 'untagged';

export interface Filter {
  which: Which;
  text: string;
  stance: Stance | null;
  /** `codebookId/influenceId`, or '' for all. */
  influence: string;
  /** Only what does not stand on the page as it was tagged. */
  unsettled: boolean;
}

export const NO_FILTER: Filter = {
  ...{ which: 'all', text: '', stance: null, influence: '', unsettled: false },
};

export function isFiltered(filter: Filter): boolean {
  return filter.which !== 'all' || Boolean(filter.text.trim()) || asksForTags(filter);
}

/** Does it ask for something that only tagged statements have? */
function asksForTags({ stance, influence, unsettled }: Filter): boolean {
  return Boolean(stance || influence || unsettled);
}

export type ShownOutcome = Outcome | 'unknown' | 'elsewhere';

/** What a row's outcome is called in code that draws it; `unknown` where the page has not said. */
export function outcomeOf({ place, isElsewhere }: Row): ShownOutcome {
  return isElsewhere ? 'elsewhere' : (place?.outcome ?? 'unknown');
}

/** Representations that have a part of a paper: what is not found there is in its full text. */
const HAS_A_PART: ReadonlySet<Representation | undefined> = new Set([
  'abstract',
  'scite-report',
  'list',
] as const);

/** The page whose statements are listed. */
export type ListedPage = Pick<PageReport, 'url' | 'representation'>;

/** Is there a place on the page that can be scrolled to? */
export function isLocated({ place, isElsewhere }: Row): boolean {
  return !isElsewhere && place?.order !== null && place?.order !== undefined;
}

export function isUnsettled(row: Row): boolean {
  const outcome = outcomeOf(row);
  return outcome === 'changed' || outcome === 'ambiguous' || outcome === 'lost';
}

/**
 * Joins statements with their places, in reading order: first those that stand on the page (where it has
 * not said, by where they stood when tagged), then those that do not. A row whose parts are all the same
 * as in `before` stays the same object.
 */
export function buildRows(
  tagged: readonly Tagged[],
  places: ReadonlyMap<string, PanelPlace> | null,
  { url, representation }: ListedPage,
  before: ReadonlyMap<string, Row> = new Map(),
): Row[] {
  const isHere = atAddress(url);
  const hasAPart = HAS_A_PART.has(representation);
  const placed = tagged.map(({ statement, tags, saidBy }) => {
    const { id } = statement;
    const place = places?.get(id) ?? null;
    const old = before.get(id);
    const target = statement.targets.find((t) => isHere(t.url));
    const isMissed = place && place.outcome !== 'exact' && place.outcome !== 'normalised';
    const isElsewhere = Boolean(hasAPart && isMissed && !target);
    const isSame = old?.place === place && old.isElsewhere === isElsewhere;
    if (old && isSame && sameRecords(old, { statement, tags, saidBy })) return old;
    const keptAt = target?.keptAt;
    const order = isElsewhere ? NOWHERE : orderOf(place, target);
    return { id, statement, tags, place, keptAt, saidBy, isElsewhere, order };
  });
  return placed.sort(
    (a, b) =>
      a.order - b.order ||
      Number(a.isElsewhere) - Number(b.isElsewhere) ||
      earlier(a.statement, b.statement),
  );
}

type Tagged = { statement: Statement; tags: readonly Tag[]; saidBy?: Paper | undefined };

/** The statements that bear such tags, with these tags alone; one that bears no other stays the same object. */
export function onlyOf(all: readonly Tagged[], wanted: (tag: Tag) => boolean): Tagged[] {
  return all.flatMap((one) => {
    const tags = one.tags.filter(wanted);
    if (tags.length === one.tags.length) return [one];
    return tags.length ? [{ ...one, tags }] : [];
  });
}

function earlier(a: Statement, b: Statement): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
}

function sameRecords(row: Row, { statement, tags, saidBy }: Tagged): boolean {
  return (
    row.statement.updatedAt === statement.updatedAt &&
    row.saidBy?.id === saidBy?.id &&
    row.saidBy?.updatedAt === saidBy?.updatedAt &&
    row.tags.length === tags.length &&
    row.tags.every((tag, i) => tag.id === tags[i]?.id && tag.updatedAt === tags[i]?.updatedAt)
  );
}

/** After everything that has a place. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

function orderOf(place: PanelPlace | null, target: StatementTarget | undefined): number {
  if (place) return place.order ?? NOWHERE;
  return target?.selectors.position?.start ?? NOWHERE;
}

/** Names of influences, whatever codebook they are of. */
export class Labels {
  readonly index: InfluenceIndex;

  constructor(readonly codebooks: readonly Codebook[]) {
    this.index = influencesOf(codebooks);
  }

  find(key: string): ListedInfluence | undefined {
    return this.index.at(key);
  }

  /** The influence's label as it is shown; its id where its codebook is not at hand. */
  of(tag: Pick<Tag, 'codebookId' | 'codebookVersion' | 'influenceId'>): string {
    return displayText(this.index.labelOf(tag));
  }

  /** As `of`, for tags of all versions taken together. */
  ofAll({ codebookId, influenceId }: Tag): string {
    return displayText(this.index.labelOf({ codebookId, influenceId }));
  }
}

const searched = new WeakMap<ListedRow, { labels: Labels; text: string }>();

/** All words of a row that a reader may search, as `searchText` gives them; made once a row. */
function textOf(row: ListedRow, labels: Labels): string {
  const known = searched.get(row);
  if (known?.labels === labels) return known.text;
  const words = isTagged(row)
    ? [
        row.statement.quote,
        row.statement.section?.title ?? '',
        ...row.tags.flatMap((tag) => [labels.of(tag), tag.note, tag.stance]),
      ]
    : [row.sentence.text, row.sentence.section ?? ''];
  const text = searchText(words.join('\n'));
  searched.set(row, { labels, text });
  return text;
}

/** The rows that pass. Stance and influence must hold of one and the same tag. */
export function filterRows(
  rows: readonly ListedRow[],
  filter: Filter,
  labels: Labels,
): readonly ListedRow[] {
  if (!isFiltered(filter)) return rows;
  return rows.filter((row) => {
    if (filter.which !== 'all' && (filter.which === 'tagged') !== isTagged(row)) return false;
    if (!isTagged(row)) return !asksForTags(filter) && holdsWords(textOf(row, labels), filter.text);
    if (filter.unsettled && !isUnsettled(row)) return false;
    if ((filter.stance || filter.influence) && !row.tags.some((tag) => fits(tag, filter)))
      return false;
    return holdsWords(textOf(row, labels), filter.text);
  });
}

function fits(tag: Tag, { stance, influence }: Filter): boolean {
  return (!stance || tag.stance === stance) && (!influence || influenceKey(tag) === influence);
}

export interface Counts {
  stances: StanceCounts;
  /** Statements per influence on this page, most first. */
  influences: { key: string; label: string; count: number }[];
  unsettled: number;
}

export function countRows(rows: readonly Row[], labels: Labels): Counts {
  const stances: StanceCounts = { supporting: 0, contrasting: 0, mentioning: 0 };
  const influences = new Map<string, { key: string; label: string; count: number }>();
  let unsettled = 0;
  for (const row of rows) {
    if (isUnsettled(row)) unsettled += 1;
    const counted: string[] = [];
    for (const tag of row.tags) {
      stances[tag.stance] += 1;
      const key = influenceKey(tag);
      // Two coders' tags on one influence are one statement.
      if (counted.includes(key)) continue;
      counted.push(key);
      const known = influences.get(key);
      if (known) known.count += 1;
      else influences.set(key, { key, label: labels.ofAll(tag), count: 1 });
    }
  }
  const sorted = [...influences.values()].sort(
    (a, b) => b.count - a.count || a.label.localeCompare(b.label),
  );
  return { stances, influences: sorted, unsettled };
}
