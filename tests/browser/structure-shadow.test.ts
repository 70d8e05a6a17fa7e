/** An article in web components is read as the article that it is: in one tree, in nested ones, in slots. */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { readPassage } from '../../lib/page/reading';
import { readStructure } from '../../lib/page/structure';
import type { PageStructure } from '../../lib/page/types';
import { AUTHOR_YEAR } from '../fixtures/structure/author-year';
import { NUMBERED } from '../fixtures/structure/numbered';

const nodesOf = (html: string): Node[] => [
  ...new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body.childNodes,
];

const component = (name: string, ...children: Node[]): HTMLElement => {
  const host = document.createElement(name);
  host.attachShadow({ mode: 'open' }).append(...children);
  return host;
};

const WAYS: Readonly<Record<string, (html: string) => Node[]>> = {
  'in one shadow root': (html) => [component('paper-reader', ...nodesOf(html))],
  'in a shadow root within another': (html) => [
    component('paper-app', component('paper-reader', ...nodesOf(html))),
  ],
  'with each of its parts in a component': (html) =>
    nodesOf(html).map((node) => component('paper-part', node)),
  'in a slot': (html) => {
    const host = component('paper-frame', ...nodesOf(`<p>${'A menu of words. '.repeat(6)}</p>`));
    const slot = document.createElement('slot');
    host.shadowRoot?.replaceChildren(slot, component('paper-foot', ...nodesOf('<hr>')));
    host.append(...nodesOf(html));
    return [host];
  },
};

/** What is read, without the page's own nodes. */
const told = ({ sections, sentences, references, citations }: PageStructure) => ({
  sections: sections.map(({ title, kind, level }) => ({ title, kind, level })),
  sentences: sentences.map(({ text, section, citations: cites }) => ({ text, section, cites })),
  references: references.map(({ text, label }) => ({ text, label })),
  citations: citations.map(({ refs, sentence }) => ({ refs, sentence })),
});

afterEach(() => document.body.replaceChildren());

const PAPERS = [NUMBERED[0], AUTHOR_YEAR[0]].flatMap((one) => (one ? [one] : []));

group.each(PAPERS)('$name', ({ html }) => {
  test.each(Object.keys(WAYS))('%s is read as in the page itself', (way) => {
    document.body.replaceChildren(...nodesOf(html));
    const plain = told(readStructure(document));
    expect(plain.sentences.length).toBeGreaterThan(1);
    document.body.replaceChildren(...(WAYS[way] as (html: string) => Node[])(html));
    const structure = readStructure(document);
    expect(told(structure)).toEqual(plain);
  });

  test('its sentences and references are those of the page, and are found again', () => {
    document.body.replaceChildren(
      ...(WAYS['in one shadow root'] as (html: string) => Node[])(html),
    );
    const { sentences, references, sections } = readStructure(document);
    const root = document.querySelector('paper-reader')?.shadowRoot;
    const held = [...references.map((one) => one.element), ...sections.map((one) => one.heading)];
    for (const node of held) expect(node?.getRootNode()).toBe(root);
    for (const sentence of sentences) {
      const range = sentence.range();
      expect(range.startContainer.getRootNode()).toBe(root);
      const quote = readPassage(range)?.text;
      expect(quote).toBe(sentence.text);
      expect(locate([describe(range)])[0]).toMatchObject({ outcome: 'exact', text: quote });
    }
  });
});

test('a sentence that goes from one tree into another keeps the part in the first', () => {
  const outer = component(
    'paper-part',
    ...nodesOf(`<p>${'Training helped in all wards. '.repeat(4)}Nurses </p>`),
  );
  outer.shadowRoot
    ?.querySelector('p')
    ?.append(component('paper-term', new Text('of one ward')), ' left it late.');
  document.body.replaceChildren(outer);
  const last = readStructure(document).sentences.at(-1);
  expect(last?.text).toBe('Nurses of one ward left it late.');
  expect(last?.range().startContainer.getRootNode()).toBe(outer.shadowRoot);
});

test('what a component does not show is named, and is read once it is shown', () => {
  const text = (what: string) =>
    `<p>${['in the wards', 'at night', 'for nurses', 'in spring'].map((when) => `${what} was reported to help ${when} of the two regions.`).join(' ')}</p>`;
  document.body.replaceChildren(
    component(
      'paper-reader',
      ...nodesOf(
        `${text('Training')}<section style="display:none">${text('Supervision')}</section>`,
      ),
    ),
  );
  const hidden = document.querySelector('paper-reader')?.shadowRoot?.querySelector('section');
  const before = readStructure(document);
  expect(before.sentences).toHaveLength(4);
  expect(before.unseen).toEqual([hidden]);
  hidden?.removeAttribute('style');
  expect(readStructure(document).sentences).toHaveLength(8);
});
