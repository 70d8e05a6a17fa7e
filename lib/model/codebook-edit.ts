/** What a reader does to a codebook of their own, as values: checked before anything is changed. */

import { LONGEST_CUE, LONGEST_LABEL } from './limits';
import { Influence, InfluenceExample, InfluenceRef } from './records/codebook';
import { longText, optionalText } from './records/common';
import { z } from './zod';

const InfluenceId = InfluenceRef.shape.influenceId;

/**
 * What can be typed for an influence. Lists are without their default: a field that is not given is left as it is, not
 * emptied.
 */
export const InfluenceFields = Influence.extend({
  aliases: Influence.shape.aliases.unwrap(),
  cues: Influence.shape.cues.unwrap(),
})
  .pick({
    label: true,
    definition: true,
    group: true,
    level: true,
    code: true,
    aliases: true,
    cues: true,
    include: true,
    exclude: true,
    barrierNote: true,
    facilitatorNote: true,
    supportNote: true,
    contrastNote: true,
    note: true,
    polarity: true,
    colour: true,
    symbol: true,
    examples: true,
  })
  .partial();
export type InfluenceFields = z.infer<typeof InfluenceFields>;

/** A field is given, left as it is (absent), or emptied (null). */
const FieldChange = InfluenceFields.extend({
  group: InfluenceFields.shape.group.nullable(),
  level: InfluenceFields.shape.level.nullable(),
  code: InfluenceFields.shape.code.nullable(),
  polarity: InfluenceFields.shape.polarity.nullable(),
  colour: InfluenceFields.shape.colour.nullable(),
  symbol: InfluenceFields.shape.symbol.nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** Where an influence goes: under a broader one or in a group, and before which of its new neighbours (null: last). */
export const InfluencePlace = z.object({
  parent: InfluenceId.nullable(),
  group: optionalText,
  before: InfluenceId.nullable().optional(),
});
export type InfluencePlace = z.infer<typeof InfluencePlace>;

const Reason = longText.optional();
/** A split names at least two parts. */
const Part = InfluenceFields.extend({ id: InfluenceId, label: Influence.shape.label });

export const CodebookEdit = z.discriminatedUnion('edit', [
  z.object({
    edit: z.literal('add'),
    id: InfluenceId,
    fields: InfluenceFields.extend({ label: Influence.shape.label }),
    place: InfluencePlace.optional(),
    /** The influence of another codebook that it is copied from. */
    from: InfluenceRef.extend({ label: Influence.shape.label }).optional(),
    reason: Reason,
  }),
  z.object({ edit: z.literal('change'), id: InfluenceId, fields: FieldChange, reason: Reason }),
  /** Adds words to its cues. */
  z.object({ edit: z.literal('cue'), id: InfluenceId, cue: z.string().min(1).max(LONGEST_CUE) }),
  /** Adds a quote that shows it, or what it nearly is. */
  z.object({ edit: z.literal('example'), id: InfluenceId, example: InfluenceExample }),
  z.object({ edit: z.literal('place'), id: InfluenceId, place: InfluencePlace }),
  /** Its tags go to `into`, or, where that is null, keep the version that they were made under. */
  z.object({
    edit: z.literal('delete'),
    id: InfluenceId,
    into: InfluenceRef.nullable(),
    reason: Reason,
  }),
  /** The others become one with `into`, and so do their tags. */
  z.object({
    edit: z.literal('merge'),
    ids: z.array(InfluenceId).min(1).max(200),
    into: InfluenceId,
    fields: FieldChange.optional(),
    reason: Reason,
  }),
  /** Its tags go to the part `tagsTo`, each to be looked at again. */
  z.object({
    edit: z.literal('split'),
    id: InfluenceId,
    parts: z.array(Part).min(2).max(50),
    tagsTo: InfluenceId,
    reason: Reason,
  }),
  /** Its tags go with it, into a codebook of the reader's own that the review uses. */
  z.object({
    edit: z.literal('move-out'),
    id: InfluenceId,
    to: InfluenceRef.shape.codebookId,
    reason: Reason,
  }),
  z.object({
    edit: z.literal('name'),
    name: z.string().min(1).max(LONGEST_LABEL),
    shortName: z.string().max(60).optional(),
  }),
]);
export type CodebookEdit = z.infer<typeof CodebookEdit>;
