/** A background that answers messages: who may send them, and what its handlers were called with. */
import { beforeEach } from 'vitest';
import { requests } from '../../../lib/messaging/background/schemas';
import {
  answer,
  type From,
  type Handlers,
  type Sender,
} from '../../../lib/messaging/background/server';

export const SELF = { id: 'bearingid', origin: 'chrome-extension://bearingid/' };
export const ARTICLE: Sender = {
  id: SELF.id,
  url: 'https://a.example/1',
  tab: { id: 7 },
  frameId: 0,
};
export const POPUP: Sender = { id: SELF.id, url: `${SELF.origin}popup.html` };

export const calls: { name: string; payload: unknown; from: From }[] = [];
let behave: (name: string) => unknown = () => 'done';

/** What the handlers do for the rest of a test. */
export function handlersDo(work: typeof behave): void {
  behave = work;
}

const handlers = Object.fromEntries(
  Object.keys(requests).map((name) => [
    name,
    async (payload: unknown, from: From) => {
      calls.push({ name, payload, from });
      return behave(name);
    },
  ]),
) as unknown as Handlers;

export const message = (type: unknown, payload: unknown = {}) => ({ bearing: 1, type, payload });
export const ask = (said: unknown, sender: Sender = ARTICLE) =>
  answer(said, sender, SELF, handlers);

beforeEach(() => {
  calls.length = 0;
  behave = () => 'done';
});
