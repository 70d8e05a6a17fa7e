/**
 * A finding: a sentence that several influences or statements support. Confidence in it (GRADE-CERQual: Lewin 2018,
 * 10.1186/s13012-017-0689-2) is typed by a person, each judgement with its explanation, and never computed from counts.
 */

import { z } from '../zod';
import { InfluenceRef } from './codebook';
import { Count, Id, longText, Timestamp } from './common';

/** Concerns about a component. */
export const Concern = z.enum(['none', 'minor', 'moderate', 'serious']);
export type Concern = z.infer<typeof Concern>;

export const Confidence = z.enum(['high', 'moderate', 'low', 'very-low']);
export type Confidence = z.infer<typeof Confidence>;

const explained = longText.min(1);
const Component = z.object({ judgement: Concern, explanation: explained }).optional();

/** More influences or statements than one sentence can rest on. */
const MOST_SUPPORTS = 2_000;

export const Finding = z.object({
  id: Id,
  reviewId: Id,
  text: longText.min(1),
  influences: z.array(InfluenceRef).max(MOST_SUPPORTS).default([]),
  /** Beside those of its influences. */
  statementIds: z.array(Id).max(MOST_SUPPORTS).default([]),
  /** In the order in which CERQual has them. */
  limitations: Component,
  coherence: Component,
  adequacy: Component,
  relevance: Component,
  overall: z.object({ judgement: Confidence, explanation: explained }).optional(),
  position: Count,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Finding = z.infer<typeof Finding>;
