/**
 * What the stances and the directions mean, written once: tagging mode, popup, workspace and README refer to these
 * words. Stance is what a statement says on whether the influence matters; direction is how the influence works.
 * They are two dials, and the commonest mistake of a newcomer is to code a barrier as contrasting.
 */
import type { Direction, Stance } from '../model';

/** One value of a dial. */
export interface Meaning<Name extends string = string> {
  name: Name;
  /** In two sentences: what it means, and how it differs from its neighbour. */
  means: string;
  /** An invented statement, the influence it is on, and how it is coded. */
  example: { quote: string; on: string; coded: string };
}

/** A dial, and the question that it answers. */
export interface Dial<Name extends string = string> {
  title: string;
  question: string;
  values: readonly Meaning<Name>[];
}

export const STANCE_DIAL: Dial<Stance> = {
  title: 'Stance',
  question: 'Does the statement say that the influence matters?',
  values: [
    {
      name: 'supporting',
      means:
        'The statement gives grounds that the influence matters: it made a difference. What hindered counts here as much as what helped.',
      example: {
        quote: 'Unclear roles drove peer workers out.',
        on: 'role definition',
        coded: 'supporting, and a barrier',
      },
    },
    {
      name: 'contrasting',
      means:
        'The statement gives grounds that the influence does not matter: it made no difference, or less than was claimed. A harmful influence is not contrasting, because it matters.',
      example: {
        quote: 'Training made no difference to retention.',
        on: 'training',
        coded: 'contrasting, without a direction',
      },
    },
    {
      name: 'mentioning',
      means:
        'The statement names the influence and leaves open whether it matters. Background, aims, methods and lists are usually of this kind.',
      example: {
        quote: 'We also asked about pay.',
        on: 'pay',
        coded: 'mentioning, without a direction',
      },
    },
  ],
};

/** Neither is `unstated`, both together are `both`. */
export const DIRECTION_DIAL: Dial<Exclude<Direction, 'both' | 'unstated'>> = {
  title: 'Direction',
  question: 'Does it help or hinder?',
  values: [
    {
      name: 'facilitator',
      means:
        'As the statement describes it, the influence helped implementation. It is set beside the stance, and left out where the statement reports no direction.',
      example: {
        quote: 'Weekly supervision kept the team together.',
        on: 'supervision',
        coded: 'supporting, and a facilitator',
      },
    },
    {
      name: 'barrier',
      means:
        'As the statement describes it, the influence or the lack of it hindered implementation. A barrier is usually supporting rather than contrasting: what hindered mattered.',
      example: {
        quote: 'Low pay was why most of them left.',
        on: 'pay',
        coded: 'supporting, and a barrier',
      },
    },
  ],
};

/** How the dials differ, in two sentences. */
export const DIALS_APART =
  'Stance is about whether the influence matters, direction about which way it works. The two are set separately, and neither follows from the other.';

/** What one value of a dial means, for a tooltip. */
export function meaningOf(name: Stance | 'facilitator' | 'barrier'): string {
  const values: readonly Meaning[] = [...STANCE_DIAL.values, ...DIRECTION_DIAL.values];
  return values.find((value) => value.name === name)?.means ?? '';
}
