/**
 * Links between influences of different codebooks: those that codebooks bring as crosswalks, those between an influence
 * and its copy, and the reader's own. A crosswalk is written on one side and read from both.
 *
 * Of Bearing's codebooks only three have crosswalks, so most pairs of codebooks have no link of their own. Where an
 * influence has none to a codebook, its links may pass through one influence of a third codebook, and they say which: an
 * influence of CFIR leads to Ibrahim through one of psw-core. Two steps in between would join what has little in common.
 */
import type { Codebook, InfluenceLink, InfluenceRef } from '../model';
import { influenceKey } from './influences';

/** Why an influence leads to one of the target codebook. */
export type Way =
  /** It is of that codebook itself. */
  | { how: 'own' }
  /** One of the two is a copy of the other, or both are of a third. */
  | { how: 'same' }
  | { how: 'crosswalk' }
  /** The reader has linked them. */
  | { how: 'reader' }
  | { how: 'through'; via: InfluenceRef };

export interface Linked {
  /** Of the target codebook. */
  to: InfluenceRef;
  /** At least one. */
  ways: readonly Way[];
}

/** Where an influence of any codebook leads to, in the order of the target codebook; empty where it has no link. */
export type Links = (from: InfluenceRef) => readonly Linked[];

/**
 * The links of all influences to a codebook. An influence of that codebook is itself, in any version, and nothing else.
 * One with a link of its own to the codebook has only those; links pass through a third codebook for the others. A pair
 * that the reader has switched off is linked in no way, and nothing passes through it.
 * @param codebooks what is at hand, in any number of versions; the first ones are named first where a link passes through
 *   several
 * @param edits the reader's (`Review.links`)
 */
export function linksThrough(
  target: Codebook,
  codebooks: readonly Codebook[],
  edits: readonly InfluenceLink[] = [],
): Links {
  const net = new Net([target, ...codebooks], edits);
  const order = new Map(target.influences.map(({ id }, i) => [id, i]));
  const isTarget = ({ codebookId, influenceId }: InfluenceRef) =>
    codebookId === target.id && order.has(influenceId);
  const rank = new Map(codebooks.map(({ id }, i) => [id, codebooks.length - i]));
  const rankOf = ({ codebookId }: InfluenceRef) => rank.get(codebookId) ?? 0;

  function linksOf(from: InfluenceRef): Linked[] {
    if (from.codebookId === target.id) return [{ to: from, ways: [{ how: 'own' }] }];
    const found = new Map<string, { to: InfluenceRef; ways: Way[] }>();
    const add = (to: InfluenceRef, way: Way) => {
      if (net.isOff(from, to)) return;
      const one = found.get(influenceKey(to)) ?? { to, ways: [] };
      one.ways.push(way);
      found.set(influenceKey(to), one);
    };
    const direct = net.near(from).filter(({ ref }) => isTarget(ref));
    if (direct.length) for (const { ref, how } of direct) add(ref, { how });
    else for (const [via, to] of passing(from)) add(to, { how: 'through', via });
    const place = ({ to }: Linked) => order.get(to.influenceId) ?? 0;
    return [...found.values()].sort((a, b) => place(a) - place(b));
  }

  /** The steps over one influence of a third codebook; a copy of one that is passed through adds nothing. */
  function passing(from: InfluenceRef): [via: InfluenceRef, to: InfluenceRef][] {
    const middles = net
      .near(from)
      .map(({ ref }) => ref)
      .filter((ref) => ref.codebookId !== target.id && !net.isOff(from, ref))
      .sort((a, b) => rankOf(b) - rankOf(a));
    const known = new Set<string>();
    return middles.flatMap((via) =>
      net.near(via).flatMap(({ ref: to }): [InfluenceRef, InfluenceRef][] => {
        const step = `${net.originalOf(via)} ${influenceKey(to)}`;
        if (!isTarget(to) || net.isOff(via, to) || known.has(step)) return [];
        known.add(step);
        return [[via, to]];
      }),
    );
  }

  const made = new Map<string, Linked[]>();
  return (from) => {
    const key = influenceKey(from);
    const links = made.get(key) ?? linksOf(from);
    made.set(key, links);
    return links;
  };
}

type Direct = 'same' | 'crosswalk' | 'reader';

interface Near {
  ref: InfluenceRef;
  how: Direct;
}

/** Every influence of some codebooks, with its neighbours in the others. Versions of one codebook are one. */
class Net {
  private readonly refs = new Map<string, InfluenceRef>();
  private readonly edges = new Map<string, Map<string, Direct>>();
  /** What an influence was copied or moved from. */
  private readonly copiedFrom = new Map<string, string>();
  private readonly copies = new Map<string, string[]>();
  private readonly off: ReadonlySet<string>;

  constructor(codebooks: readonly Codebook[], edits: readonly InfluenceLink[]) {
    const all = codebooks.flatMap(({ id: codebookId, influences }) =>
      influences.map((influence) => {
        const ref = { codebookId, influenceId: influence.id };
        return { influence, ref, key: influenceKey(ref) };
      }),
    );
    const byId = new Map<string, Set<string>>();
    for (const { ref, key } of all) {
      this.refs.set(key, ref);
      byId.set(ref.influenceId, (byId.get(ref.influenceId) ?? new Set()).add(key));
    }
    const state = new Map(edits.map((one) => [pairKey(one.from, one.to), one]));
    this.off = new Set([...state].flatMap(([pair, { on }]) => (on ? [] : pair)));
    for (const { from, to, on } of state.values()) if (on) this.join(from, to, 'reader');
    for (const { influence, ref } of all)
      for (const id of influence.crosswalk)
        for (const key of byId.get(id) ?? []) this.join(ref, this.refs.get(key), 'crosswalk');
    for (const { influence, key } of all)
      for (const { how, from } of influence.origins ?? []) {
        const [only, ...others] = from;
        if (only && !others.length && (how === 'copied' || how === 'moved'))
          this.copiedFrom.set(key, influenceKey(only));
      }
    for (const key of this.refs.keys()) {
      const original = this.originalOfKey(key);
      this.copies.set(original, [...(this.copies.get(original) ?? []), key]);
    }
  }

  /** Each neighbour once, also one that the reader has switched off. */
  near(ref: InfluenceRef): Near[] {
    const found = new Map<string, Near>();
    for (const key of this.copies.get(this.originalOf(ref)) ?? []) {
      const other = this.refs.get(key);
      if (other && other.codebookId !== ref.codebookId) found.set(key, { ref: other, how: 'same' });
    }
    for (const [key, how] of this.edges.get(influenceKey(ref)) ?? []) {
      const other = this.refs.get(key);
      if (other && !found.has(key)) found.set(key, { ref: other, how });
    }
    return [...found.values()];
  }

  isOff = (a: InfluenceRef, b: InfluenceRef): boolean => this.off.has(pairKey(a, b));

  /** The key of the influence that one is a copy of, itself where it is none. */
  originalOf = (ref: InfluenceRef): string => this.originalOfKey(influenceKey(ref));

  private originalOfKey(key: string): string {
    const line = new Set([key]);
    // A copy may have been copied again, and a file can make a circle of such copies: the first by name is then the original.
    for (let at = this.copiedFrom.get(key); at !== undefined; at = this.copiedFrom.get(at)) {
      if (line.has(at)) return [...line].sort()[0] ?? key;
      line.add(at);
    }
    return [...line].at(-1) ?? key;
  }

  /** A pair that a crosswalk links and the reader links again is reported as the crosswalk's. */
  private join(a: InfluenceRef, b: InfluenceRef | undefined, how: Direct): void {
    if (!b || a.codebookId === b.codebookId) return;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = influenceKey(one);
      const edges = this.edges.get(key) ?? new Map<string, Direct>();
      this.edges.set(key, edges.set(influenceKey(other), how));
    }
  }
}

/** The same whichever of the two is named first. */
const pairKey = (a: InfluenceRef, b: InfluenceRef): string =>
  [influenceKey(a), influenceKey(b)].sort().join(' ');

/** The reader's edits with one more: of a pair only the last one is kept. The very same list where it changes nothing. */
export function withLink(
  links: readonly InfluenceLink[],
  link: InfluenceLink,
): readonly InfluenceLink[] {
  const pair = pairKey(link.from, link.to);
  const before = links.find((one) => pairKey(one.from, one.to) === pair);
  if (before?.on === link.on) return links;
  return [...links.filter((one) => one !== before), link];
}

/**
 * The edits once influences have gone where `to` leads: merged, split, or moved to another codebook. What was decided on
 * the one that stays comes before what one that has gone brings along, and no link is left within one codebook.
 */
export function movedLinks(
  links: readonly InfluenceLink[],
  to: (ref: InfluenceRef) => InfluenceRef,
): readonly InfluenceLink[] {
  const stay: InfluenceLink[] = [];
  const go: InfluenceLink[] = [];
  for (const link of links) {
    const moved = { ...link, from: to(link.from), to: to(link.to) };
    const isMoved = pairKey(moved.from, moved.to) !== pairKey(link.from, link.to);
    if (!isMoved) stay.push(link);
    else if (moved.from.codebookId !== moved.to.codebookId) go.push(moved);
  }
  if (stay.length === links.length) return links;
  // Of several that have become one pair, a link outweighs a link that was taken away: the tags of both are there now.
  const byWeight = [...go.filter(({ on }) => !on), ...go.filter(({ on }) => on), ...stay];
  return byWeight.reduce(withLink, [] as readonly InfluenceLink[]);
}

/** The edits of two reviews that become one; where they disagree on a pair, those of the one that stays. */
export const joinLinks = (
  stays: readonly InfluenceLink[] = [],
  goes: readonly InfluenceLink[] = [],
): readonly InfluenceLink[] => stays.reduce(withLink, goes);
