/**
 * Splits the lines of a reference list into references, by how the list is laid out: numbers before each, lines that
 * hang, first lines that are indented, or white between them. Each way is tried, and the one whose pieces look most like
 * references is taken; the wording of references decides nothing about where one begins.
 */
import type { Line } from '../layout/line';
import { median } from '../layout/numbers';

export interface ListEntry {
  lines: Line[];
  /** The printed number, and how much of the first line it is. */
  number: number | null;
  label: number;
}

/** A number before a reference: "[12]", "(12)", "12.", "12)", "12 Smith". */
export const LABEL =
  /^(?:\[ ?(\d{1,4}) ?\]|\((\d{1,4})\)|(\d{1,4}) ?[.)](?!\d)|(\d{1,4})(?= {0,4}(?:[\p{Lu}"“‘]|(?:van|von|de|del|della|di|da|dos|du|den|der|la|le|el|ten|ter) )))[.:]? */u;
/** Numbers may leave out so many: one that was not read. */
const MOST_SKIPPED = 2;
/** References have so many lines on average at most. */
const MOST_LINES = 14;
/** A line hangs, or is indented, by so much, in parts of its size. */
const INDENT = 0.45;
/** Each kind of line has so much of all. */
const FEWEST = 0.12;
/** Between references there is so much more white than within. */
const WIDER = 1.12;
/** A reference that names a year, and is neither too short nor too long, looks like one. */
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|in press|forthcoming|n\.d\./i;
/** By how much a later way must be better. */
const MARGIN = 0.08;
const SHORTEST = 25;
const LONGEST = 900;

interface Label {
  number: number;
  length: number;
}

function labelOf(line: Line): Label | null {
  const found = LABEL.exec(line.text);
  if (!found) return null;
  const number = Number(found[1] ?? found[2] ?? found[3] ?? found[4]);
  // A bare number is a label where it is raised, or apart.
  return { number, length: found[0].length };
}

/** The numbered references: those whose numbers go up one by one. */
function byNumbers(lines: readonly Line[]): ListEntry[] | null {
  const labels = lines.map(labelOf);
  const first = labels.findIndex((label) => label?.number === 1);
  const begin =
    first >= 0 ? first : labels.findIndex((label) => label !== null && label.number < 5);
  if (begin < 0) return null;
  const out: ListEntry[] = [];
  let expected = (labels[begin] as Label).number;
  lines.forEach((line, index) => {
    const label = labels[index];
    if (index < begin) return;
    const skipped = label ? label.number - expected : -1;
    const taken =
      label &&
      skipped >= 0 &&
      skipped <= MOST_SKIPPED &&
      // A number that is skipped to must not be one that is still to come.
      (skipped === 0 ||
        !labels.slice(index + 1, index + 2 * MOST_LINES).some((one) => one?.number === expected));
    if (taken) {
      out.push({ lines: [line], number: label.number, label: label.length });
      expected = label.number + 1;
    } else out.at(-1)?.lines.push(line);
  });
  return out.length >= 2 && lines.length / out.length <= MOST_LINES ? out : null;
}

/** Groups lines, each group beginning where it is said. */
function grouped(
  lines: readonly Line[],
  begins: (line: Line, index: number) => boolean,
): ListEntry[] {
  const out: ListEntry[] = [];
  lines.forEach((line, index) => {
    const last = out.at(-1);
    if (!last || begins(line, index)) out.push({ lines: [line], number: null, label: 0 });
    else last.lines.push(line);
  });
  return out;
}

/** How far each line is indented in its column, in parts of its size. */
function indents(lines: readonly Line[]): number[] {
  const edges = new Map<string, number>();
  const key = (line: Line) => `${line.page} ${line.left}`;
  for (const line of lines)
    edges.set(key(line), Math.min(edges.get(key(line)) ?? line.x0, line.x0));
  return lines.map((line) => (line.x0 - (edges.get(key(line)) ?? line.x0)) / line.size);
}

function byIndents(lines: readonly Line[], hanging: boolean): ListEntry[] | null {
  const all = indents(lines);
  const flush = all.filter((indent) => indent < INDENT).length / all.length;
  if (flush < FEWEST || 1 - flush < FEWEST) return null;
  return grouped(lines, (_, index) => (all[index] ?? 0) < INDENT === hanging);
}

function byWhite(lines: readonly Line[]): ListEntry[] | null {
  const gaps = lines.map((line, index) => {
    const before = lines[index - 1];
    return before &&
      before.page === line.page &&
      before.left === line.left &&
      line.base > before.base
      ? line.base - before.base
      : null;
  });
  const known = gaps.filter((gap): gap is number => gap !== null).sort((a, b) => a - b);
  const usual = known[Math.floor(known.length * 0.25)] ?? 0;
  const wide = known.filter((gap) => gap > WIDER * usual).length / Math.max(1, known.length);
  if (wide < FEWEST || wide > 1 - FEWEST) return null;
  return grouped(lines, (line, index) => {
    const gap = gaps[index];
    const before = lines[index - 1];
    if (gap === null || gap === undefined)
      // At the top of a column: a reference that ended above ends with a stop, mostly on a short line.
      return Boolean(
        before && /[.\d)/]$/.test(before.text.trimEnd()) && /^\p{Lu}/u.test(line.text),
      );
    return gap > WIDER * usual;
  });
}

/** One reference a line or more, each behind a stop on a line that is not full. */
function byLineEnds(lines: readonly Line[]): ListEntry[] {
  const width = median(lines.map((line) => line.x1 - line.left));
  return grouped(lines, (line, index) => {
    const before = lines[index - 1];
    if (!before || !/^[\p{Lu}“"‘[\d]/u.test(line.text)) return false;
    const ended = /[.\d)/]$/.test(before.text.trimEnd());
    return ended && before.x1 - before.left < width - line.size;
  });
}

/** How much some pieces look like references, from 0 to 1. */
function likeness(entries: readonly ListEntry[], lines: number): number {
  let good = 0;
  let taken = 0;
  for (const { lines: own } of entries) {
    const text = own.map((line) => line.text).join(' ');
    taken += own.length;
    const years = YEAR.test(text) ? 1 : 0;
    const size = text.length >= SHORTEST && text.length <= LONGEST ? 1 : 0;
    const opens = /^[^\p{Ll}]{0,12}(?:\p{Lu}|[“"‘]|(?:van|von|de|del|di|da|la|le|el|al)[ -])/u.test(
      text,
    )
      ? 1
      : 0;
    const closes = /[.\d)\]/\p{Ll}]$/u.test(text.trim()) ? 1 : 0;
    good += (2 * years + size + opens + closes) / 5;
  }
  return entries.length ? (good / entries.length) * (taken / lines) : 0;
}

/** A list that no heading announces has so many numbered references, and they look like some. */
const FEWEST_NUMBERED = 6;
const LIKELY = 0.8;

/** Where a numbered list begins that no heading announces; -1 where none does. */
export function numberedListStart(lines: readonly Line[]): number {
  let best = -1;
  let most = FEWEST_NUMBERED - 1;
  lines.forEach((line, index) => {
    if (labelOf(line)?.number !== 1) return;
    const entries = byNumbers(lines.slice(index));
    if (!entries || entries.length <= most) return;
    const own = entries.slice(0, -1);
    const taken = own.reduce((sum, one) => sum + one.lines.length, 0);
    if (likeness(own, taken) < LIKELY) return;
    best = index;
    most = entries.length;
  });
  return best;
}

/** The references of a list, in its order. */
export function splitList(lines: readonly Line[]): ListEntry[] {
  if (lines.length === 0) return [];
  const numbered = byNumbers(lines);
  if (numbered) return numbered;
  // Indents are exact, white and line ends are not: the first way that gives references is taken.
  const ways = [byIndents(lines, true), byIndents(lines, false), byWhite(lines), byLineEnds(lines)];
  let best: ListEntry[] = [];
  let most = -1;
  for (const entries of ways) {
    if (!entries) continue;
    const points = likeness(entries, lines.length);
    if (points > most + MARGIN) {
      most = points;
      best = entries;
    }
  }
  return best;
}
