/**
 * Ways of putting a thing without naming it: "did not know what they were supposed to do" is a role that is not clear. Each is
 * a pattern of a few words by their basic forms, in order, with bounded gaps.
 *
 * A pattern is written as `NOT know|knew ~ expected|supposed`: words parted by spaces, `|` between words of which one is
 * enough, `~` for a wide gap, capitals for a group of words below. Between two words of a pattern there may always be a few others.
 */
import { remember } from '../remember';
import { NARROW, WIDE } from './weights';
import { plainBase, type Word } from './words';

/** Words that patterns share, by what they are in a sentence. */
const GROUPS: Readonly<Record<string, string>> = {
  NOT:
    "not no never none nobody neither nor without lack lacked few little hardly rarely seldom absence insufficient inadequate didn't don't " +
    "doesn't couldn't wasn't weren't isn't aren't can't cannot won't wouldn't hadn't haven't hasn't unable failed",
  STAFF:
    'staff nurse clinician doctor physician provider practitioner professional colleague therapist psychiatrist psychologist worker teacher ' +
    'pharmacist gp team employee midwife surgeon counsellor volunteer specialist coworker physiotherapist dietitian educator officer personnel workforce',
  CLIENT:
    'patient client consumer user family parent carer caregiver child children youth student resident recipient women mother pupil adolescent',
  PERSON:
    'staff nurse clinician doctor manager leader director executive supervisor administrator colleague team member worker stakeholder ' +
    'champion mentor trainer practitioner provider peer volunteer',
  LEADER:
    'manager leader director executive boss chief principal administrator board senior management leadership administration superintendent head',
  PRACTICE:
    'intervention programme program tool protocol guideline practice treatment model checklist app device innovation therapy manual service ' +
    'scheme approach system initiative method',
  OUTSIDE:
    'outside external university universities charity charities agency agencies organisation school church government partner academic hospital ' +
    'police council ngo institution sector municipality company',
};

interface Step {
  bases: ReadonlySet<string>;
  /** How many words may come before it, after the step before. */
  gap: number;
}

interface Pattern<T> {
  steps: readonly Step[];
  value: T;
}

export interface FoundWording<T> {
  value: T;
  /** Indexes of the words found, in order. */
  at: number[];
}

export interface Wordings<T> {
  /** Where the patterns are in a text. */
  find(words: readonly Word[]): FoundWording<T>[];
}

/** The basic forms of a pattern's word or words; taken apart once, since patterns share most of them. */
const basesOf = remember((written: string): ReadonlySet<string> => {
  const words = written.split('|').flatMap((one) => (GROUPS[one] ?? one).split(' '));
  return new Set(words.map(plainBase));
});

/** The basic forms of a group's words. */
export const groupOf = (name: 'STAFF' | 'LEADER'): ReadonlySet<string> => basesOf(name);

/** The steps of a pattern, the same ones each time: several influences may have it. */
const stepsOf = remember((pattern: string): readonly Step[] => {
  const steps: Step[] = [];
  let gap = 0;
  for (const written of pattern.split(' ')) {
    if (written === '~') {
      gap = WIDE;
      continue;
    }
    steps.push({ bases: basesOf(written), gap });
    gap = NARROW;
  }
  return steps;
});

/**
 * Patterns, each filed under the words of the step that has the fewest.
 * @param every found at each of their places; default: at the first
 */
export function fileWordings<T>(
  entries: Iterable<{ pattern: string; value: T }>,
  { every = false } = {},
): Wordings<T> {
  const byBase = new Map<string, Pattern<T>[]>();
  for (const { pattern, value } of entries) {
    const steps = stepsOf(pattern);
    const fewest = steps.reduce((best, step) => (step.bases.size < best.bases.size ? step : best));
    const one = { steps, value };
    for (const base of fewest.bases) {
      const there = byBase.get(base);
      if (there) there.push(one);
      else byBase.set(base, [one]);
    }
  }
  return {
    find(words) {
      const near = new Set(words.flatMap(({ base }) => byBase.get(base) ?? []));
      return [...near].flatMap(({ steps, value }) => {
        const places = placesOf(steps, words);
        return (every ? places : places.slice(0, 1)).map((at) => ({ value, at }));
      });
    },
  };
}

/** Where the steps follow each other, each at the nearest word that fits. */
function placesOf(steps: readonly Step[], words: readonly Word[]): number[][] {
  return words.flatMap(({ stretch }, start) => {
    const at: number[] = [];
    let next = start;
    for (const { bases, gap } of steps) {
      const found = nextOf(bases, words, stretch, next, next + gap);
      if (found < 0) return [];
      at.push(found);
      next = found + 1;
    }
    return [at];
  });
}

/** The first word of these bases between two places, both included, and in a stretch; -1 without one. */
function nextOf(
  bases: ReadonlySet<string>,
  words: readonly Word[],
  stretch: number,
  from: number,
  to: number,
): number {
  for (let i = from; i <= to && words[i]?.stretch === stretch; i++)
    if (bases.has((words[i] as Word).base)) return i;
  return -1;
}
