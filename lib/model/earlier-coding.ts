/**
 * Coding made elsewhere, as a file of it is read: a table, another tool's project, our own table after an edit. The store
 * makes tags of it (lib/store/write/list-coding.ts).
 */
import type { LibraryReference } from './library-reference';
import type { SectionKind } from './records/statement';
import type { Basis, Direction, Stance, Strength, Voice } from './records/tag';

/** The fields of a stored tag that one of our files may change. */
export type GivenField = 'influence' | 'stance' | 'direction' | 'strength' | 'basis' | 'note';

/** A passage with a code: what becomes a tag. */
export interface CodedPassage {
  /** Where it begins in the file, from 1: its line, row or place. */
  line: number;
  /** Of the work, in the file's `references`. */
  reference: number;
  quote: string;
  /** More or less than the quote may be in `quote`: it was cut, or its end is not certain. */
  isPart?: boolean;
  section?: string;
  /** Of the section; where it is absent, the title tells it. */
  sectionKind?: SectionKind;
  page?: string;
  /**
   * `path`: names of the folders or broader codes above it, outermost first. `codebook`: its name, where the file gives one.
   * `id`: of the influence, where a file of ours comes back; `guid`: what it left under in a project of ours.
   */
  code: {
    label: string;
    path: readonly string[];
    definition: string;
    codebook?: string;
    id?: string;
    guid?: string;
  };
  /** Absent where the file gives none: the reader chooses in the preview what those come in as (default: mentioning). */
  stance?: Stance;
  direction?: Direction;
  strength?: Strength;
  basis?: Basis;
  voice?: Voice;
  /** '' where the file names none. */
  coder: string;
  note: string;
  /** ISO 8601, when it was coded. */
  at?: string;
  /** The tag's id, where a file of ours comes back. */
  tagId?: string;
  /** With a tag's id: as of when the file has the tag (`momentIn`). */
  asOf?: string;
  /**
   * With a tag's id: what the file has a place for, so that nothing in that place means that the tag has none. What is not
   * named here stays as the tag has it.
   */
  gives?: readonly GivenField[];
}

/** Coding made elsewhere, as the store is given it. */
export interface EarlierCoding {
  /** What the coding is called: the file's or project's name. */
  name: string;
  references: readonly LibraryReference[];
  passages: readonly CodedPassage[];
  /** It is a library: all of its references come onto the list, also those without a new passage. */
  isLibrary?: boolean;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/;
const LONGEST_ISO = 24;

/**
 * A moment that a file names, in UTC and as precise as it is there: a day, a minute, a second or a part of one. Undefined of
 * all but ISO 8601: what else looks like a date is another day in another country, or a number.
 */
export function momentIn(text: string): string | undefined {
  const [, day, clock, zone = 'Z'] = MOMENT.exec(text.trim()) ?? [];
  if (day === undefined || isoOf(`${day}T00:00Z`)?.slice(0, day.length) !== day) return undefined;
  if (clock === undefined) return day;
  const whole = isoOf(`${day}T${clock}${zone}`);
  return whole && `${whole.slice(0, `${day}T${clock}`.length).replace(/Z$/, '')}Z`;
}

function isoOf(text: string): string | undefined {
  const time = Date.parse(text);
  const iso = Number.isNaN(time) ? '' : new Date(time).toISOString();
  // Years of more than four digits have a sign.
  return iso.length === LONGEST_ISO ? iso : undefined;
}

/** Is a moment after another, as far as both are known? A second is not after its own parts. */
export function isAfter(moment: string, other: string): boolean {
  const [a, b] = [moment, other].map((one) => one.replace(/Z$/, '')) as [string, string];
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}
