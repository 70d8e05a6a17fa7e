/**
 * The crosswalk lens: the tags of a review as another codebook would show them. Nothing is written. Every tag is under
 * each influence of the target codebook that its own influence is linked to, or is listed as not linked. The map counts
 * the result like any other tags.
 */
import type { Linked, Links, Way } from '../codebook';
import { influenceKey } from '../codebook/influences';
import { type Assessment, grouped, type InfluenceRef, type Tag } from '../model';
import type { Broader } from './roll-up';

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
  /** Under influences of the target codebook: a tag that is linked to two is here twice. */
  tags: Tag[];
  /** The tags that are not linked: they have no row, but their papers are tagged ones. */
  withoutRow: Tag[];
  /** Of `withoutRow`, by the number of tags, most first. */
  notLinked: NotLinked[];
  /** How many influences with tags are linked. */
  linked: number;
  through: PassingLink[];
  /** What is not reported of the target's influences, or of copies of them. */
  assessments: Assessment[];
  /** How many others there are: a similar influence that was not reported tells nothing about this one. */
  assessedElsewhere: number;
}

export interface LensInput {
  reviewId: string;
  tags: readonly Tag[];
  assessments?: readonly Assessment[];
}

/** @param version of the target codebook, which the tags are shown under */
export function seenThrough(
  { reviewId, tags, assessments = [] }: LensInput,
  version: string,
  links: Links,
): Lens {
  const seen: Tag[] = [];
  const withoutRow: Tag[] = [];
  const notLinked: NotLinked[] = [];
  const through: PassingLink[] = [];
  let linked = 0;
  const own = tags.filter((tag) => tag.reviewId === reviewId);
  for (const here of grouped(own, influenceKey).values()) {
    const from = refOf(here[0] as Tag);
    const found = links(from);
    if (found.length) linked += 1;
    else {
      const papers = new Set(here.map(({ paperId }) => paperId)).size;
      notLinked.push({ ...from, tags: here.length, papers });
      withoutRow.push(...here);
    }
    for (const { to, ways } of found) {
      const codebookVersion = isOwn(ways) ? undefined : version;
      for (const tag of here)
        seen.push({ ...tag, ...refOf(to), ...(codebookVersion && { codebookVersion }) });
      const via = ways.flatMap((way) => (way.how === 'through' ? way.via : []));
      if (via.length === ways.length) through.push({ from, to, via });
    }
  }
  const assessed = assessments.filter((one) => one.reviewId === reviewId);
  const kept = assessed.map((one) =>
    links(refOf(one)).flatMap(({ to, ways }) => (isOne(ways) ? { ...one, ...refOf(to) } : [])),
  );
  return {
    ...{ tags: seen, withoutRow, linked, through },
    notLinked: notLinked.sort((a, b) => b.tags - a.tags),
    assessments: kept.flat(),
    assessedElsewhere: kept.filter((some) => !some.length).length,
  };
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
