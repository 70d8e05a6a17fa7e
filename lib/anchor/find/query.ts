/** A stored quote made ready for a pass over a page. */
import type { Selectors } from '../../model';
import { lastAtOrBefore } from '../../page/reading';
import { leadingPart, trailingPart } from '../compare/partial-words';
import type { Markers } from '../furniture/markers';
import { type Folded, fold } from '../text/fold';
import type { Context } from './context';

/** A context longer than this was grown: the quote stood more than once when it was described. */
const GROWN_CONTEXT = 44;
/**
 * A context of this many characters was cut off while still growing: twins in all but their far
 * surroundings.
 */
const HOPELESS = 960;

/** Places kept at which a quote's lines and blocks meet. */
export const MAX_JOINTS = 500;

/** A part [start, end) of a text. */
export interface Stretch {
  start: number;
  end: number;
  /** What is read in its place. */
  instead?: string;
}

/** A quote made ready for a pass. */
export interface Query {
  exact: string;
  /** Folded, furniture left out. */
  folded: Folded;
  /** 1 for folded units that belong to a citation marker, known from the page where the quote was taken. */
  marker: Uint8Array;
  /** 1 for folded units of markers without a link, such as numbers in square brackets. */
  bracketed: Uint8Array;
  /** For the first unit of each of those, the unit behind it. */
  printed: ReadonlyMap<number, number>;
  /** What the selection merely crossed, as offsets in `exact`. */
  furniture: readonly Stretch[];
  /** Citation markers, as offsets in `exact`. */
  citations: readonly Stretch[];
  /** Where lines and blocks begin, as offsets in `exact`; undefined if that was not recorded. */
  joints: readonly number[] | undefined;
  /** Units [from, to) of every marker and bracket: each goes whole or not at all. */
  markerSpans: readonly Stretch[];
  /** The partial word that stood in front of the quote and after it ("" at a word boundary). */
  leftPart: string;
  rightPart: string;
  context: Context;
  /** The quote, or something much like it, stood more than once where it was described. */
  repeated: boolean;
  /** The quote's very words are known to have stood once there. */
  alone: boolean;
  /** How often they did, itself among them; 0 if that was not recorded. */
  copies: number;
  /** No context told the copies apart. */
  hopeless: boolean;
  heading: string | undefined;
  /** Where the quote began, in the text of the page it was taken from. */
  position: number | undefined;
}

/**
 * The quote as it was read: a blank where lines met, furniture left out. With `markers`, citation markers
 * and every number in them are set apart too: the "24" of "OBP1<sup>24</sup>" is no digit of 124.
 */
export function spoken(query: Query, markers: boolean, cut: readonly Stretch[] = []): string {
  const joints = (query.joints ?? []).map((at) => ({ start: at, end: at }));
  return apart(query.exact, markers ? [...joints, ...query.citations] : joints, [
    ...query.furniture,
    ...cut,
  ]);
}

/**
 * `text` with these stretches set apart by blanks, the numbers in them from each other too, and others left
 * out.
 */
export function apart(
  text: string,
  spans: readonly Stretch[],
  cut: readonly Stretch[] = [],
): string {
  const all = [
    ...spans.map((span) => ({ ...span, out: false })),
    ...cut.map((span) => ({ ...span, out: true })),
  ].sort((a, b) => a.start - b.start || Number(b.out) - Number(a.out) || a.end - b.end);
  let result = '';
  let from = 0;
  for (const { start, end, out, instead } of all) {
    if (end < from) continue;
    result += `${text.slice(from, Math.max(from, start))} `;
    if (instead) result += `${instead} `;
    else if (!out)
      result += `${text.slice(Math.max(from, start), end).replace(/[.,;\u00b7]/g, ' ')} `;
    from = Math.max(from, end);
  }
  return (result + text.slice(from)).replace(/\s+/g, ' ');
}

/**
 * Folds a stored quote and works out what is known of it. Selectors may come from anywhere: spans out of
 * range are ignored.
 * @param markers those of the page, whose references tell which names cite
 */
export function prepare(selectors: Selectors, markers: Markers): Query {
  const { exact, prefix, suffix } = selectors.quote;
  const asides = (selectors.asides ?? []).filter(
    (aside) => aside.end > aside.start && aside.end <= exact.length,
  );
  const furniture = asides.filter((aside) => aside.kind === 'furniture');
  const folded = fold(exact, furniture);
  const flag = (spans: readonly { start: number; end: number }[]): Uint8Array => {
    const flags = new Uint8Array(folded.text.length);
    if (spans.length === 0) return flags;
    for (let i = 0; i < flags.length; i += 1) {
      const at = folded.map[i] as number;
      if (spans.some((span) => at >= span.start && at < span.end)) flags[i] = 1;
    }
    return flags;
  };
  const brackets = markers.printedIn(exact);
  const citations = asides.filter((aside) => aside.kind === 'citation');
  const unitOf = (offset: number): number => lastAtOrBefore(folded.map, offset - 1) + 1;
  // Without the punctuation at its ends, which may belong to the text.
  const markerSpans = [...citations, ...brackets].map((span) => {
    let start = unitOf(span.start);
    let end = unitOf(span.end);
    while (start < end && !/[\p{L}\p{N}]/u.test(folded.text[start] as string)) start += 1;
    while (end > start && !/[\p{L}\p{N}]/u.test(folded.text[end - 1] as string)) end -= 1;
    return { start, end };
  });
  const context = { prefix: fold(prefix).text, suffix: fold(suffix).text };
  const trimmed = exact.trim();
  return {
    exact,
    folded,
    marker: flag(citations),
    bracketed: flag(brackets),
    printed: new Map(brackets.map(({ start, end }) => [unitOf(start), unitOf(end)])),
    furniture,
    citations,
    joints: selectors.joints?.filter((at) => at > 0 && at < exact.length),
    markerSpans,
    leftPart: /^\s/.test(exact) ? '' : trailingPart(prefix, trimmed.slice(0, 2)),
    rightPart: /\s$/.test(exact) ? '' : leadingPart(suffix, trimmed.slice(-2)),
    context,
    repeated: Math.max(context.prefix.length, context.suffix.length) > GROWN_CONTEXT,
    alone: selectors.copies === 1,
    copies: selectors.copies ?? 0,
    hopeless: Math.max(prefix.length, suffix.length) >= HOPELESS,
    heading: selectors.heading,
    position: selectors.position?.start,
  };
}
