/** Whose turn it is: one document's work in its order, and of an event that waits only the newest. */
import { describe, expect, test } from 'vitest';
import { MOST_WAITING, Turns } from '../../../lib/messaging/background/turns';

/** Work that ends when the test says so. */
function desk() {
  const turns = new Turns();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const take = (document: string, event: string | null, name: string) =>
    turns.take(document, event, () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    });
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const endAll = async () => {
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await turn();
    }
  };
  return { take, begun, endAll };
}

describe('what one document asks for', () => {
  test.each<[string, [event: string | null, name: string][], string[]]>([
    [
      'is carried out in its order',
      [
        [null, 'a'],
        [null, 'b'],
        [null, 'c'],
      ],
      ['a', 'b', 'c'],
    ],
    [
      'is one event of several',
      [
        [null, 'a'],
        ['noticed', 'b'],
        ['noticed', 'c'],
      ],
      ['a', 'c'],
    ],
    [
      'is every kind of event',
      [
        [null, 'a'],
        ['noticed', 'b'],
        ['left', 'c'],
        ['noticed', 'd'],
      ],
      ['a', 'c', 'd'],
    ],
    [
      'is the newest event after what came before it',
      [
        [null, 'a'],
        ['noticed', 'b'],
        [null, 'c'],
        ['noticed', 'd'],
      ],
      ['a', 'c', 'd'],
    ],
    [
      'is an event that has begun, and the next',
      [
        ['noticed', 'a'],
        ['noticed', 'b'],
      ],
      ['a', 'b'],
    ],
  ])('%s', async (_, asked, expected) => {
    const { take, begun, endAll } = desk();
    for (const [event, name] of asked) void take('D', event, name);
    await endAll();
    expect(begun).toEqual(expected);
  });

  test('does not wait for another document', () => {
    const { take, begun } = desk();
    void take('D', null, 'a');
    void take('E', null, 'b');
    expect(begun).toEqual(['a', 'b']);
  });

  test('begins at once when all before it is done', async () => {
    const { take, begun, endAll } = desk();
    void take('D', null, 'a');
    await endAll();
    void take('D', null, 'b');
    expect(begun).toEqual(['a', 'b']);
  });

  test('is refused when too much waits, and events that take a place are not', async () => {
    const { take } = desk();
    void take('D', null, 'begun');
    void take('D', 'noticed', 'waits');
    for (let i = 1; i < MOST_WAITING; i += 1) expect(take('D', null, 'waits')).not.toBeNull();
    expect(take('D', null, 'too much')).toBeNull();
    expect(take('D', 'left', 'too much')).toBeNull();
    expect(take('D', 'noticed', 'newer')).not.toBeNull();
  });
});

test('whoever sent an event that was replaced gets the answer to the newer one', async () => {
  const { take, endAll } = desk();
  void take('D', null, 'a');
  const older = take('D', 'noticed', 'b');
  const newer = take('D', 'noticed', 'c');
  await endAll();
  expect(await Promise.all([older, newer])).toEqual(['c', 'c']);
});

test('work that fails is its sender’s to know, and the next is carried out', async () => {
  const turns = new Turns();
  const failed = turns.take('D', null, () => Promise.reject(new Error('no')));
  const next = turns.take('D', null, async () => 'done');
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});
