/** The states of a page that changes inside one document, over the orders and delays in which its parts arrive. */
import { describe, expect, test } from 'vitest';
import type { PageReport } from '../../../lib/model';
import { observationOf } from '../../../lib/page/content/observation';
import { GIVE_UP_MS, NONE_AFTER_MS, SAME_AFTER_MS } from '../../../lib/page/content/timing';
import { ContentTracker } from '../../../lib/page/content/tracker';
import { type Change, SimulatedPage } from './simulated-page';

const SITE = 'https://journal.example';

/** A record of a site: `show` puts everything of it into the page that carries its words. */
function record(name: string, { doi = `10.1/${name}`, shown = true } = {}) {
  const title = `The ${name} study of peer workers in crisis houses`;
  const blocks = [
    `${title}. Marlow and Quist (2006). Demonstration Psychiatry 21, 253. ${shown ? `doi:${doi}` : ''}`,
    `Supervision of the ${name} workers every fortnight kept most of them in their posts for years.`,
    `Managers of the ${name} houses reported that nobody had a written description of the role.`,
    'Open peer review reports are available to everyone who has registered with this index.',
    `This ${name} paper was received on 1 May and accepted on 2 June of the same year, as usual.`,
  ];
  return {
    doi,
    title,
    blocks,
    own: blocks.filter((block) => block.includes(name)),
    url: `${SITE}/record/${name}`,
    text: { headings: [title], blocks } satisfies Change,
    metadata: [`doi=${doi}`, `title=${title}`],
  };
}

const A = record('alpha');
const B = record('omega');
const C = record('gamma');
const NOBODY: string[] = [];

/** Everything of a record at once, as a server sends it. */
const whole = (one: typeof A, metadata = NOBODY): Change => ({
  url: one.url,
  title: one.title,
  metadata,
  ...one.text,
});

/** Looks every 50 ms: no block is ever another paper's, and none of the old one's is the new one's. */
function neverWrong(page: SimulatedPage, until: number, records = [A, B, C]): string[] {
  const wrong: string[] = [];
  for (let time = 0; time <= until; time += 50) {
    page.at(time);
    for (const one of records)
      for (const block of one.own) {
        if (!page.blocks.includes(block)) continue;
        const paper = page.paperOf(block);
        if (paper !== null && paper !== one.doi && paper !== 'none')
          wrong.push(`${time} ms: "${block.slice(0, 30)}" is ${paper}'s`);
      }
  }
  return wrong;
}

describe('from one article to the next', () => {
  const delays = [0, 50, 300, 600, 1_500, 3_000, 9_000];
  const cases = delays.flatMap((delay) =>
    ['renewed', 'none', 'stale'].flatMap((metadata) =>
      ['early', 'late', 'never'].flatMap((title) =>
        ['address', 'text', 'head', 'empty'].map((first) => ({ delay, metadata, title, first })),
      ),
    ),
  );
  test.each(cases)(
    'the text $delay ms after $first, metadata $metadata, title $title',
    ({ delay, metadata, title, first }) => {
      const at = 5_000;
      const then = at + delay;
      const renewed = metadata === 'renewed' ? B.metadata : undefined;
      const early: Change = title === 'early' ? { title: B.title } : {};
      const late: Change = title === 'late' ? { title: B.title } : {};
      const head: Change = renewed ? { metadata: renewed } : {};
      const timeline: [number, Change][] = [
        [
          0,
          {
            ...whole(A, metadata === 'none' ? NOBODY : A.metadata),
            ...(title === 'never' && { title: 'Index' }),
          },
        ],
      ];
      if (first === 'text')
        timeline.push([at, { ...B.text, ...early, ...head }], [then, { url: B.url, ...late }]);
      else
        timeline.push(
          [
            at,
            {
              url: B.url,
              ...early,
              ...(first === 'head' && head),
              ...(first === 'empty' && { headings: [], blocks: ['Loading'] }),
            },
          ],
          [then, { ...B.text, ...late, ...head }],
        );
      const page = new SimulatedPage(timeline);
      expect(neverWrong(page, then + 2_000)).toEqual([]);
      expect(page.at(then + 2_000)).toBe(B.doi);
      expect(page.told[0]).toBe('loading');
      expect(page.told).not.toContain('none');
      expect(page.report?.url).toBe(B.url);
    },
  );

  test('while nothing of the next is there, the page is loading and its old words are still the old paper’s', () => {
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url }],
      [6_000, B.text],
    ]);
    expect(page.at(4_999)).toBe(A.doi);
    expect(page.at(5_000)).toBe('loading');
    expect(page.paperOf(A.own[1] ?? '')).toBe(A.doi);
    page.at(6_001);
    expect(page.paperOf(B.own[1] ?? '')).toBeNull();
    expect(page.at(7_000)).toBe(B.doi);
    expect(page.ids).toHaveLength(2);
  });

  test('a paragraph that both have is not the old one’s once the new text is there', () => {
    const shared = A.blocks[3] ?? '';
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url }],
      [6_000, B.text],
    ]);
    page.at(5_500);
    expect(page.paperOf(shared)).toBe(A.doi);
    page.at(6_001);
    expect(page.paperOf(shared)).toBeNull();
    page.at(7_000);
    expect(page.paperOf(shared)).toBe(B.doi);
  });

  test.each([0, 600, 3_000])('titles that are no headings, the text after %i ms', (delay) => {
    // A long text that stays (a list of all records) drowns the little that changes.
    const list = Array.from(
      { length: 20 },
      (_, i) => `Record ${i} of this index, with a title and a journal.`,
    );
    const text = (one: typeof A): Change => ({ headings: [], blocks: [...one.blocks, ...list] });
    const page = new SimulatedPage([
      [0, { ...whole(A), ...text(A) }],
      [5_000, { url: B.url }],
      [5_000 + delay, text(B)],
    ]);
    expect(neverWrong(page, 8_000 + delay)).toEqual([]);
    expect(page.at(8_000 + delay)).toBe(B.doi);
  });

  test('two steps at once end at the second, and the first is never told', () => {
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { url: B.url, title: B.title }],
      [5_200, { url: C.url, title: C.title }],
      [6_200, { ...C.text, metadata: C.metadata }],
    ]);
    expect(neverWrong(page, 9_000)).toEqual([]);
    expect(page.told).toEqual(['loading', A.doi, 'loading', C.doi]);
  });

  test('an answer that comes too late is shown for a while: its words are its own', () => {
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url }],
      [5_200, { url: C.url }],
      [6_000, B.text],
      [8_000, C.text],
    ]);
    expect(neverWrong(page, 11_000)).toEqual([]);
    expect(page.at(11_000)).toBe(C.doi);
  });

  test('metadata that follows the text completes the report; the content stays the same', () => {
    const plain = record('omega', { shown: false });
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { url: B.url, title: B.title, ...plain.text }],
      [7_000, { metadata: B.metadata }],
    ]);
    expect(page.at(6_500)).toBe(B.title);
    const [, id] = page.ids;
    expect(page.at(8_000)).toBe(B.doi);
    expect(page.ids.at(-1)).toBe(id);
  });

  test('a page that never rests is read all the same', () => {
    const ticker = Array.from({ length: 120 }, (_, i): [number, Change] => [
      5_000 + i * 100,
      {
        blocks: [
          ...B.blocks,
          `Now reading this article together with you: ${i} other registered readers`,
        ],
      },
    ]);
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url, headings: B.text.headings }],
      ...ticker,
    ]);
    expect(page.at(9_000)).toBe(B.doi);
  });
});

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

  test('its words are nobody’s until the address names it, and the first one’s stay its own', () => {
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

  test('what is appended is no article: it is the first one’s', () => {
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

describe('pages that are no article', () => {
  const list: Change = {
    url: `${SITE}/search?q=peer`,
    title: 'Search',
    metadata: NOBODY,
    headings: ['Results'],
    blocks: ['Twelve records of this index were found, and are listed below by relevance.'],
  };
  test('a record from a list, and the list again', () => {
    const page = new SimulatedPage([
      [0, list],
      [5_000, { url: B.url }],
      [5_800, { title: B.title, ...B.text }],
      [9_000, list],
    ]);
    page.at(14_000);
    expect(page.told).toEqual(['loading', 'none', 'loading', B.doi, 'none']);
  });

  test('a shell that fills is the same page, better known', () => {
    const page = new SimulatedPage([
      [0, { url: A.url, title: 'Index', headings: [], blocks: [] }],
      [3_000, { title: A.title, ...A.text, metadata: A.metadata }],
    ]);
    page.at(6_000);
    expect(page.told).toEqual(['loading', 'none', A.doi]);
  });

  test('from an article to a page that is none: after it has had its time to become one', () => {
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [
        5_000,
        {
          url: `${SITE}/about`,
          title: 'About',
          headings: ['About'],
          blocks: ['This index of records was begun by two librarians.'],
        },
      ],
    ]);
    expect(page.at(5_000 + NONE_AFTER_MS - 1)).toBe('loading');
    expect(page.at(5_000 + NONE_AFTER_MS + 500)).toBe('none');
  });

  test('an address that shows several works: their titles tell them apart', () => {
    const plain = record('omega', { doi: '', shown: false });
    const page = new SimulatedPage([
      [0, whole(record('alpha', { doi: '', shown: false }))],
      [5_000, { ...plain.text }],
    ]);
    expect(page.at(5_000 + GIVE_UP_MS + 1_000)).toBe(plain.title);
    expect(page.report?.paper?.sources.title).toBe('site');
    expect(page.ids).toHaveLength(2);
  });
});

test('a first reading does not count when the page has changed during it', () => {
  const seen = (one: typeof A) =>
    observationOf({ url: one.url, title: one.title, metadata: [], ...one.text });
  const tracker = new ContentTracker(() => 'content');
  const next = tracker.see(seen(A), 0);
  if (next.do !== 'read') throw new Error('a page is read when it is first looked at');
  const report: PageReport = {
    ...{ kind: 'article', reasons: [], url: A.url, conflicts: [] },
    paper: { url: A.url, doi: B.doi, title: B.title, authors: [], sources: {} },
  };
  const again = tracker.settle(next.reading, report, seen(B), 100);
  expect(again).toMatchObject({ do: 'read', reading: { why: 'first', of: seen(B) } });
  expect(tracker.now.state).toBe('loading');
});
