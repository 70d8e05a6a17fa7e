/**
 * The crosswalk lens: the tags of a review as another codebook would show them. Nothing is written. Every tag is shown under
 * each influence of the target codebook that its own influence is linked to, or is listed as not linked.
 */
import type { Linked, Links, Way } from '../codebook';
import { influenceKey } from '../codebook/influences';
import { type Assessment, type InfluenceRef, influencesIn, SHEET, SHEET_WIDTH } from '../model';
import type { Broader } from './roll-up';
import { sheetsFor } from './scope';
import type { MapInput } from './types';

/** An influence with tags that leads nowhere in the target codebook. */
export interface NotLinked extends InfluenceRef {
  tags: number;
  papers: number;
}

/** A link that tags rest on and that passes through other influences only. */
export interface PassingLink {
  from: InfluenceRef;
  to: InfluenceRef;
  via: readonly InfluenceRef[];
}

export interface Lens {
  /** The influences of the target codebook that an influence is shown as; none where it is not linked. */
  seenAs: (ref: InfluenceRef) => readonly InfluenceRef[];
  /** The influences with tags that are shown as none, most tags first. */
  notLinked: NotLinked[];
  /** How many influences with tags are linked. */
  linked: number;
  through: PassingLink[];
  /** What is not reported of the target's influences, or of copies of them. */
  assessments: Assessment[];
  /** How many others there are: a similar influence that was not reported tells nothing about this one. */
  assessedElsewhere: number;
}

/** @param input of the review; what is seen is counted by `countMap` with `seenAs` and `assessments` */
export function seenThrough(
  input: Pick<MapInput, 'reviewId' | 'tags' | 'sheets' | 'assessments'>,
  links: Links,
): Lens {
  const { reviewId, assessments = [] } = input;
  const notLinked: NotLinked[] = [];
  const through: PassingLink[] = [];
  let linked = 0;
  for (const { ref: from, ...counts } of tagged(input)) {
    const found = links(from);
    if (found.length) linked += 1;
    else notLinked.push({ ...from, ...counts });
    for (const { to, ways } of found) {
      const via = ways.flatMap((way) => (way.how === 'through' ? way.via : []));
      if (via.length === ways.length) through.push({ from, to: refOf(to), via });
    }
  }
  const assessed = assessments.filter((one) => one.reviewId === reviewId);
  const kept = assessed.map((one) =>
    links(refOf(one)).flatMap(({ to, ways }) => (isOne(ways) ? { ...one, ...refOf(to) } : [])),
  );
  return {
    ...{ linked, through },
    seenAs: (ref) => links(refOf(ref)).map(({ to }) => refOf(to)),
    notLinked: notLinked.sort((a, b) => b.tags - a.tags),
    assessments: kept.flat(),
    assessedElsewhere: kept.filter((some) => !some.length).length,
  };
}

/** The influences with tags, and how many tags and papers each has. */
function tagged(
  input: Parameters<typeof sheetsFor>[0],
): { ref: InfluenceRef; tags: number; papers: number }[] {
  const found = new Map<string, { ref: InfluenceRef; tags: number; papers: number }>();
  for (const sheet of sheetsFor(input).sheets) {
    const { tags } = sheet;
    const influences = influencesIn(sheet);
    const counts = influences.map(() => 0);
    for (let at: number = SHEET.influence; at < tags.length; at += SHEET_WIDTH)
      counts[tags[at] as number] = (counts[tags[at] as number] ?? 0) + 1;
    for (const [i, ref] of influences.entries()) {
      const sum = found.get(influenceKey(ref)) ?? { ref, tags: 0, papers: 0 };
      sum.tags += counts[i] as number;
      sum.papers += 1;
      found.set(influenceKey(ref), sum);
    }
  }
  return [...found.values()];
}

const refOf = ({ codebookId, influenceId }: InfluenceRef): InfluenceRef => ({
  codebookId,
  influenceId,
});
const isOwn = (ways: readonly Way[]) => ways.some(({ how }) => how === 'own');
const isOne = (ways: readonly Way[]) => isOwn(ways) || ways.some(({ how }) => how === 'same');

/** The links by which an influence counts in a row: to the row's own influence, or to one under it. */
export function linksInRow(
  row: InfluenceRef,
  from: InfluenceRef,
  links: Links,
  broader: Broader,
): readonly Linked[] {
  const key = influenceKey(row);
  return links(from).filter(({ to }) => broader(to).some((one) => influenceKey(one) === key));
}

/** The codebooks that links pass through, with how many of them; most links first. */
export function passedThrough(through: readonly PassingLink[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { via } of through)
    for (const id of new Set(via.map(({ codebookId }) => codebookId)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** By the key of each row that rests on links through other codebooks, the ids of these codebooks. */
export function passedInRows(
  through: readonly PassingLink[],
  broader: Broader,
): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>();
  for (const { to, via } of through)
    for (const row of broader(to)) {
      const books = rows.get(influenceKey(row)) ?? new Set<string>();
      for (const { codebookId } of via) books.add(codebookId);
      rows.set(influenceKey(row), books);
    }
  return rows;
}
