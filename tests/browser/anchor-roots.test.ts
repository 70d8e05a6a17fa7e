/**
 * Quotes in open shadow roots and in frames of the same origin, and quotes that would have to span two of
 * them.
 */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate, type Outcome } from '../../lib/anchor';
import { Selectors } from '../../lib/model';
import { readPassage } from '../../lib/page/reading';
import { across, page, rangeOf } from '../support/anchor-dom';

afterEach(() => document.body.replaceChildren());

const kept = (range: Range): Selectors =>
  Selectors.parse(JSON.parse(JSON.stringify(describe(range))));

const BEFORE = '<p>We looked at forty sites in two regions of the country last year.</p>';
const AFTER = '<p>None of the sites had closed by the time the study ended there.</p>';
const PARTS = [
  [
    'Peer workers were paid by the hour in all of the wards we saw.',
    'Role definition was the barrier that managers named most often.',
    'p',
  ],
  [
    'Training of the peer workers was associated',
    'with uptake in twelve of fourteen sites.',
    'span',
  ],
] as const;

group('other roots', () => {
  const TEXT =
    'Role definition was a barrier in every ward that we visited, and in 12 of 14 sites.';
  const around = `<p>We looked at forty sites.</p><p>${TEXT}</p><p>None of the sites had closed.</p>`;
  const fill = (root: ParentNode, html: string): void => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    root.replaceChildren(...parsed.body.childNodes);
  };
  const ROOTS: Record<string, () => ParentNode & Node> = {
    'an open shadow root': () => {
      page('<p>Outside.</p><div id="host"></div>');
      return document.getElementById('host')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    },
    'a shadow root within a shadow root': () => {
      page('<div id="host"></div>');
      const outer = document.getElementById('host')?.attachShadow({ mode: 'open' }) as ShadowRoot;
      const inner = document.createElement('section');
      outer.append(inner);
      return inner.attachShadow({ mode: 'open' });
    },
    'a frame of the same origin': () => {
      page('<p>Outside.</p>');
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return (frame.contentDocument as Document).body;
    },
  };
  const CHANGES: [name: string, html: string, outcome: Outcome][] = [
    ['unchanged', around, 'exact'],
    ['with a no-break space', around.replace('12 of', '12\u00a0of'), 'exact'],
    ['with another number', around.replace('12 of', '2 of'), 'changed'],
    ['with a "not"', around.replace('was a', 'was not a'), 'changed'],
    ['with a copy beside it', around + around, 'ambiguous'],
    ['emptied', '<p>Nothing is left of the article here.</p>', 'lost'],
  ];
  for (const [root, make] of Object.entries(ROOTS)) {
    test.each(CHANGES)(`${root} %s`, (_, html, outcome) => {
      const place = make();
      fill(place, around);
      const selectors = kept(rangeOf(TEXT, 0, place));
      expect(selectors.position).toBeUndefined();
      expect(selectors.quote.exact).toBe(TEXT);
      fill(place, html);
      const [found] = locate([selectors]);
      expect(found?.outcome).toBe(outcome);
      expect(found?.start).toBeNull();
      if (found?.range) expect(found.range.startContainer.getRootNode()).toBe(place.getRootNode());
    });
    test.each(PARTS)(`${root}: a quote of which a part stands there now: %s`, (a, b, tag) => {
      const [one, other] = [`<${tag}>${a}</${tag}>`, `<${tag}>${b}</${tag}>`];
      page(`${BEFORE}<div>${one}${other}</div>${AFTER}`);
      const selectors = kept(across(a, b));
      const moved = document.createElement('div');
      fill(moved, BEFORE + one);
      const place = make();
      fill(place, other + AFTER);
      document.body.append(moved);
      const [found] = locate([selectors]);
      expect(found?.outcome).not.toBe('exact');
      expect(found?.outcome).not.toBe('normalised');
      expect(found?.range?.collapsed ?? false).toBe(false);
      expect((found?.range && readPassage(found.range)?.text) ?? null).toBe(found?.text);
    });
    test(`${root}: a copy in the page itself is not taken for it`, () => {
      const place = make();
      fill(place, around);
      const selectors = kept(rangeOf(TEXT, 0, place));
      const copy = document.createElement('div');
      fill(copy, around);
      document.body.append(copy);
      expect(locate([selectors])[0]).toMatchObject({ outcome: 'ambiguous', range: null });
    });
  }
});
