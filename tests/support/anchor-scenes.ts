/**
 * Anchoring cases with their labels: a quote whose page gets a box right before it, whose neighbours are rewritten, or
 * whose citation markers go or get other numbers; and beside each kind the changes that look like it and are none.
 * Made of our own words; the same cases come out every time.
 */
import type { Located } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { deletedScenes } from './anchor-scene-deleted';
import { languageScenes } from './anchor-scene-languages';
import { markerScenes } from './anchor-scene-markers';
import { page, type Scene, s } from './anchor-scene-words';

const QUOTES = [
  'Training was associated with uptake of the new role.',
  'Supervision helped in all of the sites.',
  'peer support',
  'Further research is needed.',
];

const BOXES: readonly (readonly [name: string, html: string])[] = [
  [
    'an advertisement',
    '<div class="ad-slot"><p>Subscribe now for 12 issues and save 40%.</p></div>',
  ],
  [
    'a figure',
    '<figure><img alt=""><figcaption>Figure 3. Contacts per week by site and by wave of the survey (n = 48).</figcaption></figure>',
  ],
  ['an aside', '<aside><p>Key point: ask those who do the work, and ask them early.</p></aside>'],
  [
    'a note',
    '<div class="note"><p>Editor’s note: the data of this section were corrected in May.</p></div>',
  ],
  [
    'a plain box',
    '<div class="box"><p>Read more about the wards in our series on hospitals.</p></div>',
  ],
  [
    'a long box',
    `<div class="panel"><h4>What this study adds</h4><p>${[0, 5, 7, 9, 10].map(s).join(' ')} Roles were clear.</p></div>`,
  ],
  [
    'a table',
    '<div class="table-wrap"><p>Table 2. Sites and contacts.</p><table><tr><td>North</td><td>40</td></tr><tr><td>South</td><td>31</td></tr></table></div>',
  ],
];

/** A quote in several blocks of text, each with neighbours of its own. */
function copies(
  quote: string,
  count: number,
  own: number,
  mine: (quote: string) => string,
): string {
  return page(
    Array.from({ length: count }, (_, i) => {
      const text = i === own ? mine(quote) : quote;
      const mark = i === own ? ' data-own' : '';
      return `<h2>Part ${i + 1}</h2><div${mark}>${s(3 * i)} ${s(3 * i + 1)} ${text} ${s(3 * i + 2)} ${s(5 * i + 4)}</div>`;
    }).join(''),
  );
}

function boxScenes(): Scene[] {
  const scenes: Scene[] = [];
  const marked = (quote: string): string => `{${quote}}`;
  for (const [q, quote] of QUOTES.entries()) {
    for (const [b, [name, html]] of BOXES.entries()) {
      const count = 2 + ((q + b) % 3);
      const own = (q + 2 * b) % count;
      const before = copies(quote, count, own, marked);
      const put = (mine: string): string => copies(quote, count, own, () => mine);
      const what = `${name} before copy ${own + 1} of ${count} of “${quote}”`;
      scenes.push(
        {
          group: 'box before a copy',
          name: what,
          label: 'found',
          before,
          after: put(`${html} ${quote}`),
        },
        {
          group: 'guard',
          name: `${what}, which is gone`,
          label: 'not found',
          before,
          after: put(html),
        },
        {
          group: 'guard',
          name: `${what}, the whole paragraph doubled`,
          label: 'ambiguous',
          before: page(
            `<div data-own>${s(q)} ${s(b + 4)} ${marked(quote)} ${s(b + 1)} ${s(q + 7)}</div>`,
          ),
          after: page(
            `<div data-own>${s(q)} ${s(b + 4)} ${quote} ${s(b + 1)} ${s(q + 7)}</div><div>${s(q)} ${s(b + 4)} ${html} ${quote} ${s(b + 1)} ${s(q + 7)}</div>`,
          ),
        },
      );
    }
  }
  return scenes;
}

const SHORT = [
  'peer workers stayed',
  'role clarity',
  'no effect on retention',
  'supervision',
  'stigma among colleagues',
];
const REWRITES: readonly (readonly [name: string, left: string, right: string])[] = [
  ['other words', 'In the revised analysis it turned out that', 'wherever budgets had been cut'],
  ['one word on either side, and their order', 'Where funds stable were,', 'for year a longer'],
  ['figures', 'Over 24 months (n = 310; 95% CI 0.2 to 1.4)', '(p = 0.03, two-sided) by 2021'],
];

function neighbourScenes(): Scene[] {
  const scenes: Scene[] = [];
  const body = (mine: string): string =>
    page(
      `<h2>Findings</h2><p>${s(1)} ${s(2)}</p><p data-own>${mine} ${s(3)}</p><p>${s(8)} ${s(9)}</p>`,
    );
  for (const quote of SHORT) {
    const before = body(`Where funds were stable, {${quote}} for a year longer.`);
    for (const [name, left, right] of REWRITES) {
      const put = (words: string): string => body(`${left} ${words} ${right}.`);
      const what = `“${quote}” between ${name}`;
      scenes.push(
        { group: 'neighbours rewritten', name: what, label: 'found', before, after: put(quote) },
        {
          group: 'guard',
          name: `${what}, gone`,
          label: 'not found',
          before,
          after: put('they left'),
        },
        {
          group: 'guard',
          name: `${what}, twice now`,
          label: 'not found',
          before,
          after: put(`${quote} and later ${quote}`),
        },
        {
          group: 'guard',
          name: `${what}, as a part of a longer word`,
          label: 'not found',
          before,
          after: put(`mis${quote}`),
        },
      );
    }
  }
  return scenes;
}

export const SCENES: readonly Scene[] = [
  ...boxScenes(),
  ...neighbourScenes(),
  ...markerScenes(),
  ...deletedScenes(),
  ...languageScenes(),
];

interface Anchor {
  describe(range: Range): Selectors;
  locate(selectors: readonly Selectors[]): Pick<Located, 'outcome' | 'range' | 'text'>[];
}

function show(html: string): void {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body.childNodes,
  );
}

/** Shows the page with its quote, without the braces around it. */
function quoteOn(html: string): Range {
  show(html);
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const from = node.data.indexOf('{');
    if (from >= 0) {
      node.deleteData(from, 1);
      range.setStart(node, from);
    }
    const to = node.data.indexOf('}');
    if (to >= 0) {
      node.deleteData(to, 1);
      range.setEnd(node, to);
    }
  }
  return range;
}

export interface Played {
  scene: Scene;
  right: boolean;
  /** What would be a fault of the grave kind: a changed meaning or a deleted quote attached, or another place taken. */
  grave: boolean;
  got: string;
}

/** Plays a scene in the running document and judges the answer by its label. */
export function play(anchor: Anchor, scene: Scene): Played {
  const selectors = anchor.describe(quoteOn(scene.before));
  show(scene.after);
  const found = anchor.locate([selectors])[0];
  if (!found) throw new Error('no answer');
  const { outcome, range } = found;
  const own = document.querySelector('[data-own]');
  const attached = outcome === 'exact' || outcome === 'normalised';
  const here = range !== null && own?.contains(range.startContainer) === true;
  const right = {
    found: attached && here,
    // Which kind of refusal is right is not labelled where words have changed: none of them attaches, or shows another place.
    changed: !attached && (range === null || here),
    ambiguous: outcome === 'ambiguous',
    'not found': !attached,
    nowhere: range === null,
  }[scene.label];
  return {
    scene,
    right,
    grave: (attached || scene.label === 'nowhere') && !right,
    got: `${outcome}: ${found.text ?? ''}`,
  };
}
