/** What is not another article: the same one going on, a second one beside it, one that was there before. */
import { describe, expect, test } from 'vitest';
import { GIVE_UP_MS, SAME_AFTER_MS } from '../../../lib/page/content/timing';
import { A, B, C, neverWrong, record, whole } from './records';
import { type Change, SimulatedPage } from './simulated-page';

describe('the same article goes on', () => {
  test.each<[string, Change, string[]]>([
    ['its address gets a tracker', { url: `${A.url}?utm_source=a&ref=b` }, [A.doi]],
    ['its address names a place on the page', { url: `${A.url}#results` }, [A.doi]],
    ['its text is rendered anew', { blocks: [...A.blocks] }, [A.doi]],
    [
      'a section comes late',
      {
        blocks: [
          ...A.blocks,
          'A section about limits that was loaded only when it was scrolled to.',
        ],
      },
      [A.doi],
    ],
    ['a banner goes', { blocks: A.blocks.slice(0, 4) }, [A.doi]],
    ['its window title counts messages', { title: `(3) ${A.title}` }, [A.doi]],
    ['its address is rewritten', { url: `${A.url}?s=2` }, [A.doi, 'loading', A.doi]],
    [
      'its address and title name a part of it',
      { url: `${A.url}/part`, title: `Part 2 | ${A.title}` },
      [A.doi, 'loading', A.doi],
    ],
    [
      'a tab with an address of its own shows its references',
      {
        url: `${A.url}/references`,
        blocks: [
          A.blocks[0] ?? '',
          'Obi N, Land K. A study of something else entirely, in another journal. 2001.',
        ],
      },
      [A.doi, 'loading', A.doi],
    ],
  ])('%s', (_, change, told) => {
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, change],
    ]);
    expect(neverWrong(page, 20_000)).toEqual([]);
    expect(page.told).toEqual(['loading', ...told]);
    expect(page.ids).toHaveLength(1);
    expect(page.report?.url).toBe(A.url);
  });

  test('after an address that came without a text', () => {
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: `${A.url}?s=2` }],
      [
        20_000,
        {
          blocks: [
            ...A.blocks,
            'A section about limits that was loaded only when it was scrolled to.',
          ],
        },
      ],
    ]);
    expect(page.at(5_000 + SAME_AFTER_MS - 1)).toBe('loading');
    expect(page.at(5_000 + SAME_AFTER_MS)).toBe(A.doi);
    page.at(22_000);
    expect(page.told).toEqual(['loading', A.doi, 'loading', A.doi]);
  });

  test('while a site writes the place of reading into its address again and again', () => {
    const page = new SimulatedPage([
      [0, whole(A)],
      ...[1, 2, 3, 4].map((n): [number, Change] => [5_000 * n, { url: `${A.url}?s=${n}` }]),
      [30_000, { url: `${A.url}?s=9` }],
      [30_500, B.text],
    ]);
    expect(neverWrong(page, 33_000)).toEqual([]);
    // Only the first of them could have announced another article.
    expect(page.told).toEqual(['loading', A.doi, 'loading', A.doi, 'loading', B.doi]);
  });

  test('when the page is translated', () => {
    const page = new SimulatedPage([
      [0, whole(record('alpha', { shown: false }), A.metadata)],
      [
        5_000,
        {
          title: 'Die Alpha-Studie',
          headings: ['Die Alpha-Studie über Peer-Arbeiter in Krisenhäusern'],
          blocks: [
            'Die Alpha-Studie über Peer-Arbeiter in Krisenhäusern, received am ersten Mai dieses Jahres.',
          ],
        },
      ],
    ]);
    expect(page.at(6_000)).toBe('loading');
    expect(page.at(5_000 + GIVE_UP_MS + 1_000)).toBe(A.doi);
    expect(page.ids).toHaveLength(1);
  });
});

describe('a second article is appended to the first', () => {
  const both: Change = { headings: [A.title, B.title], blocks: [...A.blocks, ...B.own] };
  const reading: [number, Change][] = [
    [0, whole(A, A.metadata)],
    [5_000, both],
  ];

  test('its words belong to no paper until the address names it, and the first one’s stay its own', () => {
    const page = new SimulatedPage([...reading, [8_000, { url: B.url, title: B.title }]]);
    expect(page.at(7_000)).toBe(A.doi);
    expect(page.paperOf(B.own[1] ?? '')).toBeNull();
    expect(page.paperOf(A.own[1] ?? '')).toBe(A.doi);
    expect(page.at(9_000)).toBe(B.doi);
    expect(page.paperOf(B.own[1] ?? '')).toBe(B.doi);
    expect(page.paperOf(A.own[1] ?? '')).toBe(A.doi);
    expect(page.report?.url).toBe(B.url);
  });

  test('scrolling back and forth goes from one to the other at once', () => {
    const page = new SimulatedPage([
      ...reading,
      [8_000, { url: B.url, title: B.title }],
      [12_000, { url: A.url, title: A.title }],
      [14_000, { url: B.url, title: B.title }],
    ]);
    expect(neverWrong(page, 16_000)).toEqual([]);
    expect(page.told).toEqual(['loading', A.doi, 'loading', B.doi, A.doi, B.doi]);
    expect(page.ids).toEqual(['content 1', 'content 2', 'content 1', 'content 2']);
  });

  test('the address first, the text seconds later', () => {
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { url: B.url, title: B.title }],
      [8_000, both],
    ]);
    expect(neverWrong(page, 10_000)).toEqual([]);
    expect(page.at(10_000)).toBe(B.doi);
  });

  test('what is appended is not an article: it is the first one’s', () => {
    const late = 'Comments of readers on this article, none of which was reviewed by anybody.';
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { headings: [A.title, 'Comments'], blocks: [...A.blocks, late] }],
    ]);
    expect(page.at(7_000)).toBe(A.doi);
    expect(page.paperOf(late)).toBe(A.doi);
    expect(page.told).toEqual(['loading', A.doi]);
  });
});

describe('back and forth', () => {
  test('a text that was there before is known at once', () => {
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { ...whole(B), metadata: B.metadata }],
      // Metadata of the article that is left, for ever.
      [9_000, { url: A.url, title: A.title, ...A.text }],
    ]);
    page.at(10_000);
    expect(page.told).toEqual(['loading', A.doi, 'loading', B.doi, A.doi]);
    expect(page.ids.at(-1)).toBe('content 1');
  });
});

test('each content keeps the window’s title that it had, and takes a late one', () => {
  const page = new SimulatedPage([
    [0, whole(A, A.metadata)],
    [5_000, { ...whole(B), title: A.title, metadata: B.metadata }],
    [8_000, { title: B.title }],
    [12_000, { url: C.url, title: C.title }],
  ]);
  const titleAt = (time: number) => {
    page.at(time);
    const { now } = page.tracker;
    return now.state === 'read' ? now.title : null;
  };
  expect(titleAt(4_000)).toBe(A.title);
  expect(titleAt(11_000)).toBe(B.title);
  // The next title is there, its text is not: the words on the page are still those of B.
  expect(titleAt(12_500)).toBeNull();
  expect(page.tracker.contentAt(() => true)?.title).toBe(B.title);
});
