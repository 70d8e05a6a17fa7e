/** What has changed between two versions of a codebook, in words: one line an influence and change. */
import type { Codebook, Influence } from '../../model';
import { changedMeaning, nameOfField } from './meaning';

export interface Difference {
  /** The influence by id; undefined where the line is about the codebook. */
  influenceId?: string;
  words: string;
  /** Does it send tags back for a re-check? */
  meaning: boolean;
}

/** Fields whose change is told by name alone. */
const FORM = {
  code: 'code',
  aliases: 'aliases',
  cues: 'cues',
  note: 'note',
  polarity: 'reverse rating',
  colour: 'colour',
  symbol: 'symbol',
  examples: 'examples',
  level: 'level',
} as const satisfies Partial<Record<keyof Influence, string>>;

/** @param before the earlier version. What left by merging, splitting or moving is told as that, not as gone. */
export function differences(before: Codebook, after: Codebook): Difference[] {
  const earlier = new Map(before.influences.map((one) => [one.id, one]));
  const labels = new Map(
    [...before.influences, ...after.influences].map(({ id, label }) => [id, label]),
  );
  const there = new Set(after.influences.map(({ id }) => id));
  const lines: Difference[] = [];
  if (before.name !== after.name)
    lines.push({
      words: `The codebook “${before.name}” is called “${after.name}”`,
      meaning: false,
    });
  for (const one of after.influences) {
    const was = earlier.get(one.id);
    if (was) lines.push(...changesOf(was, one, labels));
    else lines.push({ influenceId: one.id, words: arrival(one), meaning: false });
  }
  const known = new Set((before.retired ?? []).map(({ id, at }) => `${id} ${at}`));
  const retired = (after.retired ?? []).filter(({ id, at }) => !known.has(`${id} ${at}`));
  for (const one of retired) {
    if (!earlier.has(one.id) && one.how !== 'split') continue;
    const into = one.into.map(({ influenceId }) => quoted(labels.get(influenceId) ?? influenceId));
    lines.push({
      influenceId: one.id,
      words: `${quoted(one.label)} ${departure(one.how, into)}`,
      meaning: true,
    });
  }
  const told = new Set(retired.map(({ id }) => id));
  for (const one of before.influences)
    if (!there.has(one.id) && !told.has(one.id))
      lines.push({ influenceId: one.id, words: `${quoted(one.label)} is gone`, meaning: true });
  const moved = reordered(before, after);
  if (moved) lines.push({ words: 'The order of the influences', meaning: false });
  return lines;
}

const quoted = (label: string): string => `“${label}”`;

function arrival({ label, origins }: Influence): string {
  const last = origins?.at(-1);
  const whole = last?.how === 'split' ? last.from[0] : undefined;
  if (whole) return `${quoted(label)} was split off ${quoted(whole.label)}`;
  if (last?.how === 'moved') return `${quoted(label)} came from another codebook`;
  return `${quoted(label)} is new`;
}

function departure(how: string, into: readonly string[]): string {
  const names = into.join(', ');
  if (how === 'merged') return `was merged into ${names}`;
  if (how === 'split') return `was split into ${names}`;
  if (how === 'moved') return 'was moved to another codebook';
  return names ? `was deleted; its tags went to ${names}` : 'was deleted';
}

function changesOf(
  before: Influence,
  after: Influence,
  labels: ReadonlyMap<string, string>,
): Difference[] {
  const lines: Difference[] = [];
  const add = (words: string, meaning = false) =>
    lines.push({ influenceId: after.id, words, meaning });
  if (before.label !== after.label) add(`${quoted(before.label)} is called ${quoted(after.label)}`);
  for (const field of changedMeaning(before, after)) {
    const how = !before[field] ? 'has a' : !after[field] ? 'has lost its' : 'has another';
    add(`${quoted(after.label)} ${how} ${nameOfField(field)}`, true);
  }
  if (before.parent !== after.parent)
    add(
      after.parent === undefined
        ? `${quoted(after.label)} is at the top`
        : `${quoted(after.label)} is under ${quoted(labels.get(after.parent) ?? after.parent)}`,
    );
  else if (before.group !== after.group)
    add(`${quoted(after.label)} is in the group ${quoted(after.group ?? 'none')}`);
  const form = (Object.keys(FORM) as (keyof typeof FORM)[]).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
  if (form.length) add(`${quoted(after.label)}: ${form.map((field) => FORM[field]).join(', ')}`);
  return lines;
}

/** Are neighbours that both have in another order? */
function reordered(before: Codebook, after: Codebook): boolean {
  const place = new Map(after.influences.map(({ id, parent }, i) => [id, { parent, i }]));
  const last = new Map<string | undefined, number>();
  for (const { id, parent } of before.influences) {
    const now = place.get(id);
    if (!now || now.parent !== parent) continue;
    if (now.i < (last.get(parent) ?? 0)) return true;
    last.set(parent, now.i);
  }
  return false;
}
