/**
 * The influences of a codebook as a tree in one list: a broader influence comes before its narrower ones, and these
 * follow it directly. What is moved takes what is below it along.
 */
import { type Influence, type InfluencePlace, Problem } from '../../model';
import { inGroupOrder, inTreeOrder } from '../outline';

export const find = (influences: readonly Influence[], id: string): Influence => {
  const found = influences.find((one) => one.id === id);
  if (!found)
    throw new Problem(
      'no-influence',
      'This influence is no longer in the codebook. Nothing was changed.',
    );
  return found;
};

/** The ids of an influence and of all below it, however deep; a loop in a hostile file ends. */
export function subtree(influences: readonly Influence[], id: string): Set<string> {
  const below = new Map<string, string[]>();
  for (const one of influences)
    if (one.parent !== undefined) below.set(one.parent, [...(below.get(one.parent) ?? []), one.id]);
  const ids = new Set([id]);
  for (const one of ids) for (const child of below.get(one) ?? []) ids.add(child);
  return ids;
}

/** Those with the same broader influence, and at the top those of the same group, or like it of none. */
export const neighbours = (
  influences: readonly Influence[],
  { id, parent, group }: Pick<Influence, 'id' | 'parent' | 'group'>,
): Influence[] =>
  influences.filter(
    (one) =>
      one.id !== id && one.parent === parent && (parent !== undefined || one.group === group),
  );

/**
 * An influence, with what is below it, at another place of the codebook as it is read, group by group. It takes the group
 * and level of its new neighbours, which are what the published tables print it under. The others keep the order in which
 * they are listed, and with it their number keys, unless the groups would then be read in another order.
 * @throws Problem where it would come below itself
 */
export function placed(
  listed: readonly Influence[],
  id: string,
  place: InfluencePlace,
): Influence[] {
  const read = placedIn(inGroupOrder(listed), id, place);
  const kept = placedIn(listed, id, place);
  const isReadAlike = inGroupOrder(kept).every((one, i) => one.id === read[i]?.id);
  return isReadAlike ? kept : read;
}

function placedIn(
  influences: readonly Influence[],
  id: string,
  { parent, group, before = null }: InfluencePlace,
): Influence[] {
  const one = find(influences, id);
  const moving = subtree(influences, id);
  const above = parent === null ? undefined : find(influences, parent);
  if (above && moving.has(above.id))
    throw new Problem('below-itself', 'An influence cannot be below itself. Nothing was changed.');
  const beside = before === null ? undefined : find(influences, before);
  const { parent: _p, group: _g, level: _l, ...rest } = one;
  const newGroup = above ? above.group : (group ?? beside?.group ?? one.group);
  const level = above?.level ?? beside?.level ?? one.level;
  const top: Influence = {
    ...rest,
    ...(above && { parent: above.id }),
    ...(newGroup ? { group: newGroup } : {}),
    ...(level !== undefined && { level }),
  };
  const moved = influences
    .filter(({ id: other }) => moving.has(other))
    .map((other) => {
      if (other.id === id) return top;
      const { group: _, ...kept } = other;
      return { ...kept, ...(newGroup ? { group: newGroup } : {}) };
    });
  const others = influences.filter(({ id: other }) => !moving.has(other));
  const at =
    beside && !moving.has(beside.id) ? others.findIndex(({ id: o }) => o === beside.id) : -1;
  if (at >= 0) return inTreeOrder(others.toSpliced(at, 0, ...moved));
  // What is last in the list is last below its broader influence, too.
  return inTreeOrder(above ? [...others, ...moved] : lastOfGroup(others, moved, newGroup));
}

/** After the last of its group; a group that has none yet comes last. */
function lastOfGroup(
  others: readonly Influence[],
  moved: readonly Influence[],
  group: string | undefined,
): Influence[] {
  const after = others.findLastIndex((one) => one.group === group);
  return after < 0 ? [...others, ...moved] : others.toSpliced(after + 1, 0, ...moved);
}
