/**
 * A measure: an instrument with items (a questionnaire on leadership, a readiness scale), and the answers of each site, typed
 * in. Bearing ships none: the reader types the items, or pastes them, with their source.
 */

import { idOf } from '../id';
import { LONGEST_LABEL } from '../limits';
import { z } from '../zod';
import { Id, longText, shortText, Timestamp } from './common';

const MOST_ITEMS = 500;
const ItemId = z.string().min(1).max(60);

export const Measure = z.object({
  id: Id,
  reviewId: Id,
  name: z.string().min(1).max(LONGEST_LABEL),
  source: shortText.default(''),
  /** The ends of its scale. */
  lowest: z.number(),
  highest: z.number(),
  items: z
    .array(
      z.object({
        id: ItemId,
        text: shortText.min(1),
        /** A higher answer is worse. */
        reversed: z.literal(true).optional(),
      }),
    )
    .max(MOST_ITEMS),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Measure = z.infer<typeof Measure>;

/** What one site answered. An item without an answer is not in it. */
export const MeasureAnswers = z.object({
  id: Id,
  reviewId: Id,
  measureId: Id,
  siteId: Id,
  answers: z.array(z.object({ item: ItemId, value: z.number() })).max(MOST_ITEMS),
  note: longText.default(''),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type MeasureAnswers = z.infer<typeof MeasureAnswers>;

/** A site answers a measure once: two stores that type it in hold one record. */
export const measureAnswersId = (measureId: string, siteId: string): string =>
  idOf(`answers ${measureId} ${siteId}`);
