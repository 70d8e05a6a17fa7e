/**
 * A codebook: a set of influences with definitions, rules and cues, under a version. What an influence means under a
 * version never changes once something has been tagged under it, so that what a tag was made under stays readable: the
 * text of a version that is saved or frozen does not change at all, and an open one of the reader's own changes only
 * where no tag is affected (lib/codebook/edit).
 */

import {
  LONGEST_CODE,
  LONGEST_LABEL,
  LONGEST_SYMBOL,
  MOST_EXAMPLES,
  MOST_INFLUENCES,
} from '../limits';
import { z } from '../zod';
import { CodebookId, Id, longText, optionalText, shortText, Timestamp } from './common';

const InfluenceId = z.string().min(1).max(200);

/** An influence by name: its id is unique within its codebook only. */
export const InfluenceRef = z.object({ codebookId: CodebookId, influenceId: InfluenceId });
export type InfluenceRef = z.infer<typeof InfluenceRef>;

/** An influence as it is chosen for a tag: one that is new has its label with it, and is made with the tag. */
export const ChosenInfluence = InfluenceRef.extend({
  newLabel: z.string().min(1).max(LONGEST_LABEL).optional(),
});
export type ChosenInfluence = z.infer<typeof ChosenInfluence>;

/** Marks that an influence can have in lists and on the map, beside its label; never its only sign. */
export const INFLUENCE_COLOURS = [
  'amber',
  'blue',
  'brown',
  'green',
  'indigo',
  'olive',
  'pink',
  'purple',
] as const;

/** A quote that shows where an influence begins or ends. The words are copied: they outlive the tag. */
export const InfluenceExample = z.object({
  /** The best example of it, or what nearly is it and is not. */
  kind: z.enum(['best', 'near-miss']),
  quote: z.string().min(1).max(20_000),
  /** How the paper is cited: "Smith 2020". */
  paper: optionalText,
  /** The tagged statement that it was taken from. */
  statementId: Id.optional(),
  why: optionalText,
});
export type InfluenceExample = z.infer<typeof InfluenceExample>;

/** One thing that was done to the set of influences, from which the framework-fit ledger is printed. */
export const InfluenceOrigin = z.object({
  how: z.enum(['copied', 'new', 'renamed', 'merged', 'split', 'moved']),
  /** The influences that it came from, as they were called then. */
  from: z
    .array(InfluenceRef.extend({ label: z.string().min(1).max(LONGEST_LABEL) }))
    .max(200)
    .default([]),
  /** The first version that has it so. */
  version: z.string().min(1).max(60),
  at: Timestamp,
  reason: longText.optional(),
});
export type InfluenceOrigin = z.infer<typeof InfluenceOrigin>;

export const Influence = z.object({
  /** Unique within the codebook: "psw.culture". */
  id: InfluenceId,
  label: z.string().min(1).max(LONGEST_LABEL),
  definition: longText,
  group: optionalText,
  level: optionalText,
  /** Id of the broader influence in the same codebook. */
  parent: z.string().max(200).optional(),
  /** The framework's own code: "I.A". */
  code: z.string().max(LONGEST_CODE).optional(),
  aliases: z.array(shortText).default([]),
  /** Words that suggest the influence in a text, lower case. */
  cues: z.array(shortText).default([]),
  include: longText.optional(),
  exclude: longText.optional(),
  barrierNote: longText.optional(),
  facilitatorNote: longText.optional(),
  /** What counts as supporting it, and what as contrasting. */
  supportNote: longText.optional(),
  contrastNote: longText.optional(),
  note: longText.optional(),
  /** A higher value of the influence hinders (complexity, cost). */
  polarity: z.enum(['inverse']).optional(),
  /** False: the label or definition was not checked against the source. */
  verified: z.boolean().optional(),
  /** How many papers the source review says report it. */
  reportedBy: z
    .object({
      papers: z.number().int().optional(),
      percent: z.number().optional(),
      /** The number of papers was worked out from the percentage. */
      papersDerived: z.boolean().optional(),
    })
    .optional(),
  /** Ids of like influences in other codebooks. */
  crosswalk: z.array(z.string().max(200)).default([]),
  sourceDoi: optionalText,
  colour: z.enum(INFLUENCE_COLOURS).optional(),
  /** One character or two, shown before the label. */
  symbol: z.string().min(1).max(LONGEST_SYMBOL).optional(),
  examples: z.array(InfluenceExample).max(MOST_EXAMPLES).optional(),
  /** What was done to it in a codebook of the reader's own, the earliest first. */
  origins: z.array(InfluenceOrigin).max(200).optional(),
});
export type Influence = z.infer<typeof Influence>;

/** One version of a codebook. */
export const CodebookRef = z.object({ id: CodebookId, version: z.string().min(1).max(60) });
export type CodebookRef = z.infer<typeof CodebookRef>;

export const sameVersion = (a: CodebookRef, b: CodebookRef): boolean =>
  a.id === b.id && a.version === b.version;

/** An influence that a codebook of the reader's own no longer has. */
export const RetiredInfluence = z.object({
  id: InfluenceId,
  label: z.string().min(1).max(LONGEST_LABEL),
  group: optionalText,
  how: z.enum(['deleted', 'merged', 'split', 'moved']),
  /** Where its tags went; empty where they kept the version that they were made under. */
  into: z.array(InfluenceRef).max(200),
  /** The first version without it. */
  version: z.string().min(1).max(60),
  at: Timestamp,
  reason: longText.optional(),
});
export type RetiredInfluence = z.infer<typeof RetiredInfluence>;

export const Codebook = z.object({
  id: CodebookRef.shape.id,
  name: z.string().min(1).max(LONGEST_LABEL),
  /** Beside a label that other codebooks have too: "CFIR 2022". */
  shortName: z.string().min(1).max(60).optional(),
  version: CodebookRef.shape.version,
  kind: z.enum(['determinants', 'mechanisms', 'strategies', 'outcomes', 'mixed', 'own']),
  builtIn: z.boolean(),
  /** Compiled by Bearing's makers, not a published framework: shown with the name, always. */
  compiled: z.boolean().default(false),
  complete: z.boolean(),
  /** One sentence on what is missing, when `complete` is false. */
  missing: longText.optional(),
  /** One sentence a reader must see beside the name ("NOT a published framework ..."). */
  notice: longText.optional(),
  /** What of it was checked against its source, and how. */
  verification: longText.optional(),
  /** The framework's own rules for coding with it. */
  codingRules: z.array(longText).max(40).optional(),
  /** Fields of the influences that Bearing's makers worded, not the source ("definition", "cues"). */
  draftedByUs: z.array(shortText).max(20).optional(),
  source: z.object({
    citation: longText,
    doi: optionalText,
    url: optionalText,
    licence: optionalText,
  }),
  /** N of the source review, when it reports one. */
  denominator: z.object({ papers: z.number().int() }).optional(),
  influences: z.array(Influence).max(MOST_INFLUENCES),
  /**
   * Of a codebook of the reader's own. Open: changes that affect no tag are made in it. Frozen: fixed for a team; coders
   * on an earlier version are told. Without one, or saved: a change makes the next version.
   */
  stage: z.enum(['open', 'saved', 'frozen']).optional(),
  /** The version that this one was made from; of a copy, the codebook that was copied. */
  basedOn: CodebookRef.optional(),
  retired: z.array(RetiredInfluence).max(MOST_INFLUENCES).optional(),
});
export type Codebook = z.infer<typeof Codebook>;
