/**
 * Receiving in the background. Every message is hostile until its sender and shape are checked:
 * a content script may be driven by a compromised renderer, so it gets no more than its own requests.
 */
import type { z } from 'zod';
import { asStoreError } from '../store';
import { EnvelopeSchema, ownPagesOnly, requestSchemas } from './schemas';
import type { Answer, RequestName, Requests } from './types';

/** The part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number; url?: string };
  frameId?: number;
}

export interface From {
  /** The tab that asked; undefined for the extension's own pages outside tabs. */
  tabId?: number;
  ownPage: boolean;
}

export type Handlers = {
  [N in RequestName]: (
    payload: z.output<(typeof requestSchemas)[N]>,
    from: From,
  ) => Promise<Requests[N]['out']>;
};

const refused = (sentence: string): Answer<never> => ({ ok: false, code: 'refused', sentence });

/** A paper with three thousand authors takes a tenth of this. */
const MOST_CHARACTERS = 4_000_000;

function withinBounds(payload: unknown): boolean {
  try {
    return (JSON.stringify(payload)?.length ?? 0) <= MOST_CHARACTERS;
  } catch {
    // Circular, or nested without end: Firefox passes on more than JSON can say.
    return false;
  }
}

/**
 * Answers one message, or gives undefined when it is not for us.
 * @param self the extension's own id and origin ("chrome-extension://…/")
 */
export async function answer(
  message: unknown,
  sender: Sender,
  self: { id: string; origin: string },
  handlers: Handlers,
): Promise<Answer<unknown> | undefined> {
  const envelope = EnvelopeSchema.safeParse(message);
  if (!envelope.success) return undefined;
  if (sender.id !== self.id) return refused('This message did not come from Bearing.');
  const ownPage = Boolean(sender.url?.startsWith(self.origin));
  if (!ownPage && sender.tab?.id === undefined)
    return refused('This message came from no page that Bearing knows.');
  const name = envelope.data.type as RequestName;
  if (!Object.hasOwn(requestSchemas, name)) return refused('Bearing does not know this request.');
  if (ownPagesOnly.has(name) && !ownPage) return refused('A page may not ask for this.');
  if (!withinBounds(envelope.data.payload))
    return refused('This is larger than anything Bearing can save. Nothing was changed.');
  const payload = requestSchemas[name].safeParse(envelope.data.payload);
  if (!payload.success) {
    // Paths may be of the sender's making: a few are enough to say what is wrong.
    const paths = payload.error.issues.slice(0, 5).map((i) => i.path.map(String).join('.'));
    const where = paths.map((path) => path.slice(0, 100) || 'request').join(', ');
    return {
      ok: false,
      code: 'invalid',
      sentence: `This could not be saved because it is not valid (${where}). Nothing was changed.`,
    };
  }
  try {
    const handler = handlers[name] as (p: unknown, f: From) => Promise<unknown>;
    const value = await handler(payload.data, { tabId: sender.tab?.id, ownPage });
    return { ok: true, value };
  } catch (error) {
    const { code, message: sentence } = asStoreError(error);
    return { ok: false, code, sentence };
  }
}
