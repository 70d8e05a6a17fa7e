/**
 * The index of influences: under which name, in which group and order every surface and every file shows them. A label
 * may be in a codebook several times (CFIR has three "Innovation Deliverers") and in several codebooks; the index
 * gives each influence a name of its own, so that no reader mistakes one for another.
 */
import type { Codebook, Influence, InfluenceRef } from '../model';
import { plain } from './fold';

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

export interface InfluenceIndex {
  /** In the order of the codebooks, and of each codebook. */
  readonly all: readonly ListedInfluence[];
  /** The influence of a tag or a tally; undefined if its codebook is not among those given. */
  find(ref: InfluenceRef | null): ListedInfluence | undefined;
  /** As `find`, by its `influenceKey`. */
  at(key: string): ListedInfluence | undefined;
  /** The name as shown; the id of an influence that none of the codebooks has. */
  labelOf(ref: InfluenceRef): string;
}

const made = new WeakMap<readonly Codebook[], InfluenceIndex>();

/** The index of these codebooks. Made once per list: an edited codebook comes in a new list. */
export function influencesOf(codebooks: readonly Codebook[]): InfluenceIndex {
  const known = made.get(codebooks);
  if (known) return known;
  const all = listed(codebooks);
  const byKey = new Map(all.map((one) => [influenceKey(one), one]));
  const at = (key: string) => byKey.get(key);
  const find = (ref: InfluenceRef | null) => (ref ? at(influenceKey(ref)) : undefined);
  const labelOf = (ref: InfluenceRef) => find(ref)?.label ?? ref.influenceId;
  const index: InfluenceIndex = { all, find, at, labelOf };
  made.set(codebooks, index);
  return index;
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

/** Extends labels that occur more than once, step by step, until each is unique. */
function tellApart(
  influences: ListedInfluence[],
  steps: readonly ((one: ListedInfluence) => string)[],
): void {
  for (const step of steps) {
    const alike = new Map<string, ListedInfluence[]>();
    for (const one of influences) {
      const key = plain(one.label) || one.label;
      const group = alike.get(key);
      if (group) group.push(one);
      else alike.set(key, [one]);
    }
    const twins = [...alike.values()].filter((group) => group.length > 1).flat();
    if (!twins.length) return;
    for (const one of twins) one.label = step(one);
  }
}
