/**
 * The panel's check of what a page tells it: the sender runs in the page's own process, so nothing of it
 * is believed before its shape and size are right.
 */
import { Count, Id, PageReport, StatementTarget, z } from '../../model';
import { LONGEST_SENTENCE, type PanelPart, SLICE } from './types';

const passage = z.string().max(20_000);

const place = z.object({
  statementId: Id,
  outcome: z.enum(['exact', 'normalised', 'changed', 'ambiguous', 'lost']),
  order: Count.nullable(),
  text: passage.nullable(),
  diff: z.array(z.object({ op: z.enum(['same', 'removed', 'added']), text: passage })).max(2_000),
  flags: z.array(z.enum(['negation', 'number', 'direction', 'words'])).max(4),
});

const reference = z.object({
  id: z.string().max(500),
  label: z.string().max(200).nullable(),
  text: z.string().max(2_000),
  doi: z.string().max(2_000).nullable(),
  pmid: z
    .string()
    .regex(/^\d{1,12}$/)
    .nullable(),
  title: z.string().max(2_000).nullable(),
  year: z.number().int().nullable(),
  citedBy: Count,
});

const sentence = z.object({
  index: Count,
  text: z.string().max(LONGEST_SENTENCE),
  section: z.string().max(2_000).nullable(),
  order: Count,
});

const slice = { turn: Count, from: Count, total: Count.max(20_000) };

const parts = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('page'),
    report: PageReport,
    tagging: z.boolean(),
    chosen: Id.nullable(),
    chosenSentence: Count.nullable(),
    toolbarHere: z.string().max(500).nullable(),
  }),
  z.object({ part: z.literal('places'), ...slice, places: z.array(place).max(SLICE) }),
  z.object({ part: z.literal('references'), ...slice, references: z.array(reference).max(SLICE) }),
  z.object({ part: z.literal('sentences'), ...slice, sentences: z.array(sentence).max(SLICE) }),
  z.object({
    part: z.literal('tagged'),
    ...slice,
    tagged: z.array(z.object({ statementId: Id, sentence: Count })).max(SLICE),
  }),
  z.object({
    part: z.literal('described'),
    statementId: Id,
    target: StatementTarget.nullable(),
  }),
]);

/** A part as a page sent it, or null when it is not one. */
export function readPart(message: unknown): PanelPart | null {
  const read = parts.safeParse(message);
  return read.success ? (read.data as PanelPart) : null;
}
