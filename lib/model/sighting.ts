/** How a page that was opened again had a tagged quote, and when it had it last as it was tagged. */
import { Id, Timestamp } from './records/common';
import { z } from './zod';

/** What a page reports. A quote that appears on it more than once is not reported: it is neither changed nor gone. */
export const SightingOutcome = z.enum(['found', 'changed', 'lost']);
export type SightingOutcome = z.infer<typeof SightingOutcome>;

/** Of one quote, as the page reports it. */
export const Seen = z.object({ statementId: Id, outcome: SightingOutcome });
export type Seen = z.infer<typeof Seen>;

/** Of one quote on one of the pages where it was tagged, as it is stored. */
export const Sighting = z.object({
  statementId: Id,
  /** The address of the statement's target on that page, in the form for comparisons. */
  page: z.string(),
  outcome: SightingOutcome,
  /** Since when the outcome is this one. */
  since: Timestamp,
  /** When the quote was last found as it was tagged: of several times in one day the first. Null where that is not known. */
  foundAt: Timestamp.nullable(),
});
export type Sighting = z.infer<typeof Sighting>;
