/** What the background accepts: one schema a request. Anything else is refused unread. */
import { z } from 'zod';
import { Id, PageReport } from '../model';
import { MovedTag, NewTag, TagChange } from '../store';
import type { RequestName } from './types';

const nothing = z.object({}).strict();

const namedWork = z.object({
  doi: z.string().max(2_000).nullish(),
  pmid: z.string().max(20).nullish(),
  title: z.string().max(5_000).nullish(),
});

export const requestSchemas = {
  'page/noticed': z.object({ report: PageReport, handover: z.boolean().optional() }),
  'page/look-closer': nothing,
  'page/left': nothing,
  'page/tagging-state': z.object({ report: PageReport }),
  'papers/known': z.object({ works: z.array(namedWork).max(2_000) }),
  'papers/list': z.object({ report: PageReport }),
  'tags/save': NewTag,
  'tags/change': z.object({ id: Id, change: TagChange }),
  'tags/delete': z.object({ id: Id }),
  'tags/move': MovedTag,
  'tags/undo': z.object({ eventId: Id }),
  'store/changed': nothing,
  'tagging/start': z.object({ tabId: z.number().int() }),
  'tagging/show': z.object({ tabId: z.number().int() }),
  'panel/open': nothing,
} satisfies Record<RequestName, z.ZodType>;

/** Requests that only the extension's own pages may make. */
export const ownPagesOnly: ReadonlySet<RequestName> = new Set([
  'store/changed',
  'tagging/start',
  'tagging/show',
]);

export const EnvelopeSchema = z.object({
  bearing: z.literal(1),
  type: z.string().max(60),
  payload: z.unknown(),
});
