/** Pages that are not articles, and a first reading that has gone stale. */
import { describe, expect, test } from 'vitest';
import type { PageReport } from '../../../lib/model';
import { observationOf } from '../../../lib/page/content/observation';
import { GIVE_UP_MS, NONE_AFTER_MS } from '../../../lib/page/content/timing';
import { ContentTracker } from '../../../lib/page/content/tracker';
import { A, B, NOBODY, record, SITE, whole } from './records';
import { type Change, SimulatedPage } from './simulated-page';

describe('pages that are not articles', () => {
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
