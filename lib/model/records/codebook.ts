/**
 * A codebook: a set of influences with definitions, rules and cues, under a version. The text of a version never changes:
 * a changed codebook is another version, so that what a tag was made under stays readable.
 */

import { z } from '../zod';
import { CodebookId, longText, optionalText, shortText } from './common';

export const Influence = z.object({
  /** Unique within the codebook: "psw.culture". */
  id: z.string().min(1).max(200),
  label: z.string().min(1).max(300),
  definition: longText,
  group: optionalText,
  level: optionalText,
  /** Id of the broader influence in the same codebook. */
  parent: z.string().max(200).optional(),
  /** The framework's own code: "I.A". */
  code: z.string().max(40).optional(),
  aliases: z.array(shortText).default([]),
  /** Words that suggest the influence in a text, lower case. */
  cues: z.array(shortText).default([]),
  include: longText.optional(),
  exclude: longText.optional(),
  barrierNote: longText.optional(),
  facilitatorNote: longText.optional(),
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
});
export type Influence = z.infer<typeof Influence>;

/** One version of a codebook. */
export const CodebookRef = z.object({ id: CodebookId, version: z.string().min(1).max(60) });
export type CodebookRef = z.infer<typeof CodebookRef>;

export const sameVersion = (a: CodebookRef, b: CodebookRef): boolean =>
  a.id === b.id && a.version === b.version;

export const Codebook = z.object({
  id: CodebookRef.shape.id,
  name: z.string().min(1).max(300),
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
  influences: z.array(Influence).max(2_000),
});
export type Codebook = z.infer<typeof Codebook>;
