/** A document that asks for more than a reader could: it costs the others nothing. */
import { describe, expect, test } from 'vitest';
import type { Sender } from '../../../lib/messaging/background/server';
import { MOST_WAITING } from '../../../lib/messaging/background/turns';
import { newId } from '../../../lib/model';
import { newTag, PAGE_A } from '../store/support';
import { ARTICLE, ask, calls, handlersDo, message } from './support';

describe('a document that floods the background', () => {
  const FLOOD = 2_000;
  const OTHER: Sender = { ...ARTICLE, url: 'https://b.example/', tab: { id: 8 } };
  const noticed = (title: string) =>
    message('page/noticed', { report: { ...PAGE_A, paper: { ...PAGE_A.paper, title } } });
  const titles = () =>
    calls.map(({ payload }) => (payload as { report: typeof PAGE_A }).report?.paper?.title);
  const later = () => new Promise((resolve) => setTimeout(resolve));

  test('with events causes two pieces of work: the first and the last', async () => {
    handlersDo(later);
    const answers = await Promise.all(
      Array.from({ length: FLOOD }, (_, i) => ask(noticed(`Title ${i}`))),
    );
    expect(titles()).toEqual(['Title 0', `Title ${FLOOD - 1}`]);
    expect(answers.filter((one) => one?.ok)).toHaveLength(FLOOD);
  });

  test('does not keep the request of another page waiting', async () => {
    handlersDo(later);
    const flood = Array.from({ length: FLOOD }, (_, i) => ask(noticed(`Title ${i}`)));
    await ask(message('tags/save', newTag()), OTHER);
    expect(calls.filter(({ name }) => name === 'page/noticed').length).toBeLessThanOrEqual(2);
    await Promise.all(flood);
  });

  test('with requests has them carried out one after the other, and the rest refused', async () => {
    let now = 0;
    let most = 0;
    handlersDo(async () => {
      now += 1;
      most = Math.max(most, now);
      await later();
      now -= 1;
      return 'done';
    });
    const answers = await Promise.all(
      Array.from({ length: FLOOD }, () => ask(message('tags/delete', { id: newId() }))),
    );
    expect(most).toBe(1);
    const refused = answers.filter((one) => one && !one.ok && one.code === 'busy');
    expect(calls.length + refused.length).toBe(FLOOD);
    expect(calls.length).toBeLessThanOrEqual(MOST_WAITING + 1);
    // It is heard again when its queue is done.
    expect(await ask(message('tags/delete', { id: newId() }))).toMatchObject({ ok: true });
  });
});
