/** The influences of a codebook as rows of a tree: what is shown of it, and where a key takes an influence. */
import { subtree } from '@/lib/codebook/edit';
import { headOf, inGroupOrder, outlineOf } from '@/lib/codebook/outline';
import type { Codebook, CodebookEdit, Influence } from '@/lib/model';
import { holdsWords, searchText } from '@/lib/text';

export interface TreeRow {
  influence: Influence;
  /** From 1, as `aria-level` counts. */
  level: number;
  hasMore: boolean;
  /** The group that begins with this row; undefined within it. */
  group: string | undefined;
}

/**
 * The rows that are shown: what is below a folded one is not, and a search shows what matches and what that is under.
 * @param folded ids of influences whose narrower ones are not shown
 */
export function treeRows(codebook: Codebook, folded: ReadonlySet<string>, search = ''): TreeRow[] {
  // A file may list an influence before its broader one, or in a circle, and the members of a group anywhere.
  const groups = outlineOf(codebook.influences);
  const influences = groups.flatMap((one) => one.influences);
  // A group that is one of its influences is printed once, as that influence.
  const heads = new Set(groups.flatMap((one) => headOf(one)?.id ?? []));
  const byId = new Map(influences.map((one) => [one.id, one]));
  const parents = new Set(influences.map(({ parent }) => parent));
  const found = search ? withThoseAbove(influences, byId, search) : null;
  const levels = new Map<string, number>();
  const rows: TreeRow[] = [];
  let group: string | undefined;
  let isFirst = true;
  for (const influence of influences) {
    const above = influence.parent === undefined ? undefined : byId.get(influence.parent);
    const level = above ? (levels.get(above.id) ?? 0) + 1 : 1;
    const isHidden = above && !found && (folded.has(above.id) || !levels.has(above.id));
    if (isHidden) continue;
    levels.set(influence.id, level);
    if (found && !found.has(influence.id)) continue;
    const own = level === 1 ? influence.group : group;
    const begins = level === 1 && (own !== group || (isFirst && own));
    rows.push({
      influence,
      level,
      hasMore: parents.has(influence.id),
      group: begins && !heads.has(influence.id) ? (own ?? '') : undefined,
    });
    group = own;
    isFirst = false;
  }
  return rows;
}

function withThoseAbove(
  influences: readonly Influence[],
  byId: ReadonlyMap<string, Influence>,
  search: string,
): Set<string> {
  const found = new Set<string>();
  for (const one of influences) {
    const words = [one.label, one.definition, one.code ?? '', ...one.aliases, ...one.cues];
    if (!holdsWords(searchText(words.join(' ')), search)) continue;
    for (
      let up: Influence | undefined = one;
      up && !found.has(up.id);
      up = up.parent === undefined ? undefined : byId.get(up.parent)
    )
      found.add(up.id);
  }
  return found;
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where an influence goes by one step in the tree; null where there is nowhere to go. */
export function stepped(
  codebook: Codebook,
  id: string,
  step: Step,
): Extract<CodebookEdit, { edit: 'place' }> | null {
  const influences = inGroupOrder(codebook.influences);
  const one = influences.find((other) => other.id === id);
  if (!one) return null;
  const beside = influences.filter(({ parent }) => parent === one.parent);
  const at = beside.indexOf(one);
  const parent = one.parent ?? null;
  const place = (to: string | null, before: string | null, group?: string) => ({
    edit: 'place' as const,
    id,
    place: { parent: to, before, ...(group !== undefined && { group }) },
  });
  const [previous, next] = [beside[at - 1], beside[at + 1]];
  if (step === 'up') return previous ? place(parent, previous.id, previous.group) : null;
  if (step === 'down') return next ? place(parent, beside[at + 2]?.id ?? null, next.group) : null;
  if (step === 'in') return previous ? place(previous.id, null) : null;
  const above = influences.find((other) => other.id === one.parent);
  if (!above) return null;
  const outer = influences.filter((other) => other.parent === above.parent);
  const after = outer[outer.indexOf(above) + 1];
  return place(above.parent ?? null, after?.id ?? null, above.group);
}

/** Where a dragged influence goes when it is let go on another row. */
export function dropped(
  codebook: Codebook,
  id: string,
  on: string,
  where: 'before' | 'inside' | 'after',
): Extract<CodebookEdit, { edit: 'place' }> | null {
  const influences = inGroupOrder(codebook.influences);
  const target = influences.find((one) => one.id === on);
  if (!target || subtree(influences, id).has(on)) return null;
  if (where === 'inside') return { edit: 'place', id, place: { parent: on, before: null } };
  const beside = influences.filter(({ parent }) => parent === target.parent);
  const next = where === 'before' ? target : beside[beside.indexOf(target) + 1];
  const group = target.group === undefined ? {} : { group: target.group };
  return {
    edit: 'place',
    id,
    place: { parent: target.parent ?? null, before: next?.id ?? null, ...group },
  };
}

/** Where a new influence goes: after this one and beside it, or below it; last where none is chosen. */
export function placeOfNew(
  codebook: Codebook,
  chosen: string | null,
  below: boolean,
): NonNullable<Extract<CodebookEdit, { edit: 'add' }>['place']> {
  const influences = inGroupOrder(codebook.influences);
  const one = influences.find(({ id }) => id === chosen);
  if (!one) return { parent: null };
  if (below) return { parent: one.id, before: null };
  const beside = influences.filter(({ parent }) => parent === one.parent);
  const next = beside[beside.indexOf(one) + 1];
  const group = one.group === undefined ? {} : { group: one.group };
  return {
    parent: one.parent ?? null,
    before: next?.group === one.group ? (next?.id ?? null) : null,
    ...group,
  };
}
