/**
 * Receiving in the background. Every message is hostile until its sender and shape are checked:
 * a content script may be driven by a compromised renderer, so it gets no more than its own requests.
 */
import { asProblem, type z } from '../../model';
import type { Answer, RequestName, Requests } from '../types';
import { PRIVATE } from './private';
import { type Asker, EnvelopeSchema, requests, ruleOf } from './schemas';
import { Turns } from './turns';

/** The part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number; windowId?: number; incognito?: boolean };
  frameId?: number;
  documentId?: string;
}

/** A document in a tab, as the browser (not the document itself) describes it. */
export interface Asking {
  /** Names the document among all that are open. */
  key: string;
  /** The browser's own name of it; Firefox has none. */
  id?: string;
  url: string;
  tabId: number;
}

/** Who asked, as the browser describes it. */
export interface From {
  asker: Asker;
  /** Undefined for the extension's own pages outside tabs. */
  tabId?: number;
  /** Undefined for the extension's own pages. */
  document?: Asking;
  /** The private window that it comes from, where it comes from one. */
  privateWindow?: { id?: number };
}

export type Handlers = {
  [N in RequestName]: (
    payload: z.output<(typeof requests)[N]['payload']>,
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

/** The extension itself, as the background knows it. */
export interface Self {
  id: string;
  /** "chrome-extension://…/" */
  origin: string;
  /** Has the reader allowed writing in this private window? Without an answer it is not allowed. */
  mayWriteIn?: (windowId: number | undefined) => Promise<boolean>;
}

/** Who sent a message, or the sentence that it gets instead of an answer. */
function senderOf(sender: Sender, self: Self): From | string {
  if (sender.id !== self.id) return 'This message did not come from Bearing.';
  const tabId = sender.tab?.id;
  if (sender.url?.startsWith(self.origin))
    return {
      asker: sender.frameId ? 'framed-page' : 'own-page',
      ...(tabId !== undefined && { tabId }),
    };
  if (tabId === undefined || !sender.url)
    return 'This message came from no page that Bearing knows.';
  const { url, frameId = 0, documentId: id } = sender;
  // Without the browser's own name of it, a document is what a frame shows under one address.
  const key = id ?? `${tabId}/${frameId}/${url}`;
  const privateWindow = sender.tab?.incognito
    ? { privateWindow: { ...(sender.tab.windowId !== undefined && { id: sender.tab.windowId }) } }
    : {};
  return {
    asker: 'page-script',
    tabId,
    document: { key, ...(id && { id }), url, tabId },
    ...privateWindow,
  };
}

const turns = new Turns();

/**
 * Answers one message, or gives undefined when it is not for us.
 */
export async function answer(
  message: unknown,
  sender: Sender,
  self: Self,
  handlers: Handlers,
): Promise<Answer<unknown> | undefined> {
  const envelope = EnvelopeSchema.safeParse(message);
  if (!envelope.success) return undefined;
  const from = senderOf(sender, self);
  if (typeof from === 'string') return refused(from);
  const name = envelope.data.type as RequestName;
  if (!Object.hasOwn(requests, name)) return refused('Bearing does not know this request.');
  const rule = ruleOf(name);
  if (!rule.from.includes(from.asker)) return refused('A page may not ask for this.');
  // Before it waits: nobody fills the background's memory with what is not read in the end.
  if (!withinBounds(envelope.data.payload))
    return refused('This is larger than anything Bearing can save. Nothing was changed.');
  const work = async () => {
    const closed = rule.writes && from.privateWindow;
    if (closed && !(await self.mayWriteIn?.(closed.id))) return PRIVATE;
    return carryOut(name, envelope.data.payload, from, handlers);
  };
  if (!from.document || rule.atOnce) return work();
  return turns.take(from.document.key, rule.event ? name : null, work) ?? BUSY;
}

const BUSY: Answer<never> = {
  ok: false,
  code: 'busy',
  sentence: 'This page asks for more than Bearing can do at once. Nothing was changed; try again.',
};

async function carryOut(
  name: RequestName,
  sent: unknown,
  from: From,
  handlers: Handlers,
): Promise<Answer<unknown>> {
  const payload = ruleOf(name).payload.safeParse(sent);
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
    return { ok: true, value: await handler(payload.data, from) };
  } catch (error) {
    const { code, message: sentence } = asProblem(error);
    return { ok: false, code, sentence };
  }
}
