/**
 * The index of influences: under which name, in which group and order every surface and every file shows them. A label
 * may be in a codebook several times (CFIR has three "Innovation Deliverers") and in several codebooks; the index
 * gives each influence a name of its own, so that no reader mistakes one for another.
 *
 * Of one codebook there may be several versions: the one that the review uses, and those that tags were made under. An
 * influence is the same one in all of them where its id is. So:
 * - a tag is shown with the label that it has in the tag's own version: what was tagged does not change by itself;
 * - what counts over tags (the map, its files, filters, number keys) has one entry an influence, over all versions, with
 *   the label of the version that the review uses; an influence that this version no longer has keeps its entry, with
 *   the label of the last version that had it, so that no tag is left out.
 */

import type { Codebook, CodebookRef, Influence, InfluenceRef } from '../model';
import { nameKey } from '../text';
import { remember } from './remember';

/** The key of an influence over all codebooks. */
export function influenceKey({ codebookId, influenceId }: InfluenceRef): string {
  return `${codebookId}/${influenceId}`;
}

export interface ListedInfluence extends InfluenceRef {
  codebook: Codebook;
  influence: Influence;
  /** The name as shown: the label, with what tells it apart from others of the same label. */
  label: string;
}

/** An influence as a tag names it, with the version that it was made under, or as a tally does, with none. */
type Named = InfluenceRef & { codebookVersion?: string };

export interface InfluenceIndex {
  /** Each influence once, in the order of the codebooks, and of each codebook: of its first version that has it. */
  readonly all: readonly ListedInfluence[];
  /** Each influence of each version. */
  readonly everyVersion: readonly ListedInfluence[];
  /**
   * The influence of a tag, as the tag's version has it, or of a tally. Where that version is not given, as the first one
   * does that has it; undefined if none does.
   */
  find(ref: Named | null): ListedInfluence | undefined;
  /** By its `influenceKey`, over all versions. */
  at(key: string): ListedInfluence | undefined;
  /** The name as shown; the id of an influence that none of the codebooks has. */
  labelOf(ref: Named): string;
}

/**
 * The index of these codebooks: those that the review uses first. Made once per list: an edited codebook comes in a new
 * list.
 */
export const influencesOf: (codebooks: readonly Codebook[]) => InfluenceIndex = remember(
  indexOf,
  new WeakMap(),
);

function indexOf(codebooks: readonly Codebook[]): InfluenceIndex {
  const everyVersion = listed(codebooks);
  const byKey = new Map<string, ListedInfluence>();
  const byVersion = new Map<string, ListedInfluence>();
  const versionKey = (ref: InfluenceRef, version: string | undefined) =>
    `${influenceKey(ref)} ${version}`;
  for (const one of everyVersion) {
    const key = influenceKey(one);
    if (!byKey.has(key)) byKey.set(key, one);
    byVersion.set(versionKey(one, one.codebook.version), one);
  }
  const at = (key: string) => byKey.get(key);
  const find = (ref: Named | null) =>
    ref
      ? (byVersion.get(versionKey(ref, ref.codebookVersion)) ?? at(influenceKey(ref)))
      : undefined;
  const labelOf = (ref: Named) => find(ref)?.label ?? ref.influenceId;
  return { all: [...byKey.values()], everyVersion, find, at, labelOf };
}

/**
 * Of the codebooks at hand those that a review uses, in its order: what can be chosen. Where the version that it names is
 * not at hand, another one of that codebook.
 */
export function booksInUse(
  { codebooks: refs }: { codebooks: readonly CodebookRef[] },
  codebooks: readonly Codebook[],
): Codebook[] {
  return refs.flatMap(({ id, version }) => {
    const versions = codebooks.filter((one) => one.id === id);
    return versions.find((one) => one.version === version) ?? versions[0] ?? [];
  });
}

/** What is added to a label that is not unique in its codebook, in this order, until it is. */
const DISTINCTIONS: readonly ((one: ListedInfluence) => string)[] = [
  ({ codebook, influence, label }) => {
    const before = broader(codebook, influence);
    return before ? `${before}: ${label}` : label;
  },
  ({ codebook, influence, label }) => {
    const parent = codebook.influences.find(({ id }) => id === influence.parent);
    const before = parent && broader(codebook, parent);
    return before && !label.startsWith(before) ? `${before}: ${label}` : label;
  },
  ({ influence, label }) => (influence.code ? `${influence.code} ${label}` : label),
  ({ influence, label }) => `${label} [${influence.id}]`,
];

/** Between codebooks: the codebook's name, then its version, then its id. */
const ORIGINS: readonly ((one: ListedInfluence) => string)[] = [
  ({ codebook, label }) => `${label} (${codebook.shortName ?? codebook.name})`,
  ({ codebook, label }) => `${label}, version ${codebook.version}`,
  ({ codebook, label }) => `${label} [${codebook.id}]`,
];

/** The broader influence of one, else its group. */
function broader(codebook: Codebook, { parent, group }: Influence): string | undefined {
  return codebook.influences.find(({ id }) => id === parent)?.label ?? group;
}

function listed(codebooks: readonly Codebook[]): ListedInfluence[] {
  const all = codebooks.flatMap((codebook) => {
    const own = codebook.influences.map((influence) => ({
      ...{ codebook, influence, label: influence.label },
      ...{ codebookId: codebook.id, influenceId: influence.id },
    }));
    tellApart(own, DISTINCTIONS);
    return own;
  });
  tellApart(all, ORIGINS);
  return all;
}

/** Extends labels that several influences have, step by step, until each has its own. Versions of one may share it. */
function tellApart(
  influences: ListedInfluence[],
  steps: readonly ((one: ListedInfluence) => string)[],
): void {
  for (const step of steps) {
    const alike = new Map<string, ListedInfluence[]>();
    for (const one of influences) {
      const key = nameKey(one.label);
      const group = alike.get(key);
      if (group) group.push(one);
      else alike.set(key, [one]);
    }
    const twins = [...alike.values()].filter(isOfSeveral).flatMap(allButBroadest);
    if (!twins.length) return;
    for (const one of twins) one.label = step(one);
  }
}

/**
 * Of influences with one label without the one that all the others are under: the domain "Skills" keeps its label, and
 * its construct of that name becomes "Skills: Skills".
 */
function allButBroadest(alike: readonly ListedInfluence[]): readonly ListedInfluence[] {
  const [first] = alike;
  if (!first || alike.some(({ codebook }) => codebook !== first.codebook)) return alike;
  const parents = new Map(first.codebook.influences.map(({ id, parent }) => [id, parent]));
  const above = (id: string) => parents.get(id);
  const own = lineOf(first, above);
  const among = new Set(alike.map(({ influenceId }) => influenceId));
  const top = [...own].findLast((id) => among.has(id)) as string;
  return alike.every((one) => lineOf(one, above).has(top))
    ? alike.filter(({ influenceId }) => influenceId !== top)
    : alike;
}

/** The ids of an influence and of those that it is under, upwards. */
export function lineOf(
  { influenceId }: Pick<InfluenceRef, 'influenceId'>,
  parentOf: (id: string) => string | undefined,
): Set<string> {
  const line = new Set<string>();
  // A file can name parents in a circle.
  for (let at: string | undefined = influenceId; at && !line.has(at); at = parentOf(at))
    line.add(at);
  return line;
}

const isOfSeveral = (group: readonly ListedInfluence[]): boolean =>
  new Set(group.map(influenceKey)).size > 1;
