/** One influence as it is made and changed: its fields, where it came from, and what is noted of one that is gone. */
import {
  type Codebook,
  type FieldChange,
  type Influence,
  type InfluenceOrigin,
  type InfluenceRef,
  Problem,
  type RetiredInfluence,
} from '../../model';
import { looseKey } from '../../text';

export interface When {
  /** The version that the edited text will bear. */
  version: string;
  at: string;
}

export const ref = ({ id }: Codebook, influenceId: string): InfluenceRef => ({
  codebookId: id,
  influenceId,
});

export const named = (book: Codebook, influences: readonly Influence[]): InfluenceOrigin['from'] =>
  influences.map(({ id, label }) => ({ ...ref(book, id), label }));

export const originOf = (
  how: InfluenceOrigin['how'],
  from: InfluenceOrigin['from'],
  { version, at }: When,
  reason?: string,
): InfluenceOrigin => ({ how, from, version, at, ...(reason ? { reason } : {}) });

export const retiredOf = (
  { id, label, group }: Influence,
  how: RetiredInfluence['how'],
  into: InfluenceRef[],
  { version, at }: When,
  reason?: string,
): RetiredInfluence => ({
  ...{ id, label, how, into, version, at },
  ...(group ? { group } : {}),
  ...(reason ? { reason } : {}),
});

export function madeOf(
  id: string,
  fields: FieldChange & { label?: string | undefined },
  origins: InfluenceOrigin[],
): Influence {
  const empty: Influence = {
    id,
    label: '',
    definition: '',
    aliases: [],
    cues: [],
    crosswalk: [],
    origins,
  };
  return withFields(empty, fields);
}

/** The fields as they are given; null and '' empty a field that may be absent. */
export function withFields(influence: Influence, fields: FieldChange): Influence {
  const after: Record<string, unknown> = { ...influence };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const isEmpty = value === null || (value === '' && name !== 'definition' && name !== 'label');
    if (isEmpty) delete after[name];
    else after[name] = Array.isArray(value) ? [...value] : value;
  }
  const one = after as Influence;
  one.label = one.label.trim();
  if (!one.label) throw new Problem('no-label', 'An influence needs a label. Nothing was changed.');
  one.aliases = unique(one.aliases);
  one.cues = unique(one.cues.map((cue) => cue.trim().toLowerCase()));
  return one;
}

/** Each once, the first as it is written. */
export function unique(words: readonly string[]): string[] {
  const known = new Set<string>();
  return words.filter((word) => {
    const key = looseKey(word) || word.trim();
    if (!key || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** A label that came with a copied codebook is kept as an alias, and in the ledger: until the influence has it again. */
export function renamed(
  after: Influence,
  before: Influence,
  book: Codebook,
  when: When,
  reason?: string,
): Influence {
  const origins = after.origins ?? [];
  const first = origins.find(({ how }) => how === 'copied');
  if (after.label === before.label || !first) return after;
  const others = origins.filter(({ how }) => how !== 'renamed');
  const original = first.from[0]?.label ?? before.label;
  if (looseKey(original) === looseKey(after.label)) return { ...after, origins: others };
  const from = [{ ...ref(book, after.id), label: original }];
  return {
    ...after,
    aliases: unique([...after.aliases, original]),
    origins: [...others, originOf('renamed', from, when, reason)],
  };
}
