/**
 * The numbers of a PRISMA 2020 flow diagram that a reading list cannot know: what searches found, and what was removed or not
 * retrieved before a paper came onto the list. The reader types them; what is absent is not known.
 */
import { z } from '../zod';
import { Count, shortText } from './common';

/** By the names of the boxes in the PRISMA 2020 flow diagram, as the package of that name has them. */
export const FLOW_TYPED = [
  'previous_studies',
  'previous_reports',
  'database_results',
  'register_results',
  'website_results',
  'organisation_results',
  'citations_results',
  'duplicates',
  'excluded_automatic',
  'excluded_other',
  'dbr_notretrieved_reports',
  'other_sought_reports',
  'other_notretrieved_reports',
  'other_assessed',
  'total_studies_ma',
  'total_reports_ma',
] as const;
export type FlowTyped = (typeof FLOW_TYPED)[number];

/** A search finds fewer records than this. */
const MOST_RECORDS = 100_000_000;
const Records = Count.max(MOST_RECORDS);

/** One database or register, with what was found in it. */
const FlowSource = z.object({ name: shortText.min(1), records: Records });

/** Where a search was made, by the name of the list that it is on. */
const SOURCE_LISTS = ['databases', 'registers'] as const;

/** What one search found, as a file of it came in. `duplicates`: were on the list already, or are in the file twice. */
export const FlowSearch = FlowSource.extend({
  of: z.enum(SOURCE_LISTS),
  duplicates: Records,
});
export type FlowSearch = z.infer<typeof FlowSearch>;

/** More than a search goes through. */
const MOST_SOURCES = 50;

export const Flow = z.object({
  numbers: z.partialRecord(z.enum(FLOW_TYPED), Records).default({}),
  databases: z.array(FlowSource).max(MOST_SOURCES).optional(),
  registers: z.array(FlowSource).max(MOST_SOURCES).optional(),
});
export type Flow = z.infer<typeof Flow>;

/** What changes of it; what is absent stays. A number that is null, or an empty list, is taken away. */
export const FlowChange = Flow.extend({
  numbers: z.partialRecord(z.enum(FLOW_TYPED), Records.nullable()),
}).partial();
export type FlowChange = z.infer<typeof FlowChange>;
