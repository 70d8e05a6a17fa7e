/**
 * The order in which the influences of a codebook are read: narrower ones under their broader one, and each group in one
 * place, where the codebook first has it. A codebook may list its influences by another thing (by how many papers report
 * them, by their parts), and a file may list them in any order.
 */
import type { Influence } from '../model';
import { nameKey } from '../text';

/** The list in tree order: each influence directly before what is below it. What lies in a loop comes last, at the top. */
export function inTreeOrder(influences: readonly Influence[]): Influence[] {
  const ids = new Set(influences.map(({ id }) => id));
  const children = new Map<string | undefined, Influence[]>();
  for (const one of influences) {
    const parent = one.parent !== undefined && ids.has(one.parent) ? one.parent : undefined;
    const list = children.get(parent);
    if (list) list.push(one);
    else children.set(parent, [one]);
  }
  const ordered: Influence[] = [];
  const stack = [...(children.get(undefined) ?? [])].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    ordered.push(next);
    stack.push(...[...(children.get(next.id) ?? [])].reverse());
  }
  if (ordered.length === influences.length) return ordered;
  const placed = new Set(ordered);
  return [...ordered, ...influences.filter((one) => !placed.has(one)).map(atTop)];
}

function atTop(influence: Influence): Influence {
  const { parent: _, ...rest } = influence;
  return rest;
}

/** Influences under one heading. */
export interface OutlineGroup {
  /** '' for those without one. */
  name: string;
  /** In tree order; what is below an influence is in its group, whatever group it names itself. */
  influences: Influence[];
}

/**
 * The groups of a codebook, each once, in the order in which the codebook first has them.
 * @param groupOf which group an influence at the top is in
 */
export function outlineOf(
  influences: readonly Influence[],
  groupOf: (one: Influence) => string | undefined = ({ group }) => group,
): OutlineGroup[] {
  const ordered = inTreeOrder(influences);
  const ids = new Set(ordered.map(({ id }) => id));
  const groups = new Map<string, OutlineGroup>();
  let current: OutlineGroup | undefined;
  for (const one of ordered) {
    if (!current || one.parent === undefined || !ids.has(one.parent)) {
      const name = groupOf(one) ?? '';
      current = groups.get(name) ?? { name, influences: [] };
      groups.set(name, current);
    }
    current.influences.push(one);
  }
  return [...groups.values()];
}

/** The influences group by group. */
export const inGroupOrder = (influences: readonly Influence[]): Influence[] =>
  outlineOf(influences).flatMap((group) => group.influences);

/** Do two names read the same, so that printing both adds nothing? */
export const isSameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** The influence that a group is: called like it, with all others of the group under it. */
export function headOf({ name, influences }: OutlineGroup): Influence | undefined {
  const [first, ...others] = influences;
  if (!first || !isSameName(first.label, name)) return undefined;
  const ids = new Set(influences.map(({ id }) => id));
  return others.every(({ parent }) => parent !== undefined && ids.has(parent)) ? first : undefined;
}

/** "Role support, meso": where an influence is in its codebook, without what its own label repeats. */
export const placeOf = ({ label, group, level }: Influence): string =>
  [group, level]
    .filter(
      (one, i, all) =>
        one &&
        !isSameName(one, label) &&
        all.findIndex((other) => other && isSameName(other, one)) === i,
    )
    .join(', ');
