/**
 * Labelled anchoring cases: quotes that are gone from a page that still has something much like them, and quotes of text
 * that does not count (labels, what opens beside a word) whose words are copied into the text.
 */
import { page, type Scene, s } from './anchor-scene-words';

const NOTES = [
  'Please note: if you change to another device, you may be asked to log in again.',
  'Training was associated with uptake of the new role in all of the northern wards.',
];

/** Sentences with a near-copy right before or behind them. */
const PAIRS: readonly (readonly [mine: string, beside: string])[] = [
  [
    'Please choose one of the options provided in the log in section to gain access to',
    'Please choose one of the three options provided in the Log in section to gain access.',
  ],
  [
    'Uptake was higher in wards whose managers had valued the role from the start.',
    'Uptake was lower in wards whose managers had valued the role from the start.',
  ],
  [
    'Of the 42 sites in the north, 17 had kept the programme after the second year.',
    'Of the 38 sites in the south, 12 had kept the programme after the second year.',
  ],
];

/** Titles that are printed with other punctuation elsewhere on the page. */
const TITLES: readonly (readonly [mine: string, other: string])[] = [
  [
    'Peer support in community wards: a report from the northern collaborative.',
    'Peer Support in Community Wards A Report From the Northern Collaborative',
  ],
  [
    'Results: training was associated with uptake of the new role.',
    'Results training was associated with uptake of the new role',
  ],
];

const versions = (from: number): string =>
  Array.from({ length: from }, (_, i) => `v${from - i} [August ${2016 + from - i}]`).join(' ');

export function deletedScenes(): Scene[] {
  const scenes: Scene[] = [];
  const add = (
    name: string,
    label: Scene['label'],
    before: string,
    after: string,
    group: Scene['group'] = 'deleted',
  ): void => {
    scenes.push({ group, name, label, before: page(before), after: page(after) });
  };
  for (const note of NOTES) {
    for (const count of [2, 3, 4]) {
      for (let own = 0; own < count; own += 1) {
        const row = (mine: string): string =>
          `<p>${s(1)}</p>${Array.from({ length: count }, (_, i) => `<p${i === own ? ' data-own' : ''}>${i === own ? mine : note}</p>`).join('')}<p>${s(2)} ${s(3)}</p>`;
        const name = `copy ${own + 1} of ${count} in a row, “${note.slice(0, 12)}”`;
        add(name, 'nowhere', row(`{${note}}`), row(''));
        add(`${name}, kept`, 'found', row(`{${note}}`), row(note));
      }
    }
  }
  for (const [mine, beside] of PAIRS) {
    for (const first of [true, false]) {
      const pair = (own: string): string => {
        const [a, b] = first ? [own, beside] : [beside, own];
        return `<p>${s(4)} ${s(5)}</p><p data-own>${a} ${b}</p><p>${s(6)} ${s(7)}</p>`;
      };
      const name = `${first ? 'before' : 'behind'} a sentence like it, “${mine.slice(0, 12)}”`;
      add(name, 'nowhere', pair(`{${mine}}`), pair(''));
      add(
        `${name}, negated`,
        'changed',
        pair(`{${mine}}`),
        pair(mine.replace(/ (?:was|had|one) /, ' not$&')),
      );
      // In the abstract, its near-copy in the discussion.
      const apart = (own: string, other = beside): string =>
        first
          ? `<h2>Abstract</h2><p data-own>${s(4)} ${own} ${s(5)}</p><h2>Discussion</h2><p>${s(6)} ${other} ${s(7)}</p>`
          : `<h2>Abstract</h2><p>${s(4)} ${other} ${s(5)}</p><h2>Discussion</h2><p data-own>${s(6)} ${own} ${s(7)}</p>`;
      add(`${name}, far from it`, 'nowhere', apart(`{${mine}}`), apart(''));
      add(
        `${name}, in other surroundings`,
        'nowhere',
        apart(`{${mine}}`),
        apart('').replaceAll(s(first ? 4 : 6), s(11)),
      );
      add(
        `a copy of “${mine.slice(0, 12)}” far from it, ${first ? 'first' : 'last'}`,
        'nowhere',
        apart(`{${mine}}`, mine),
        apart('', mine),
      );
    }
  }
  for (const [mine, other] of TITLES) {
    const titled = (own: string): string =>
      `<p>${s(0)}</p><p data-own>${own}</p><p>${s(1)} ${s(2)}</p><h1>${other}</h1><p>${s(8)} ${s(9)}</p>`;
    add(
      `a title that is printed otherwise elsewhere, “${mine.slice(0, 12)}”`,
      'nowhere',
      titled(`{${mine}}`),
      titled(''),
    );
  }
  const list = (text: string): string =>
    `<p>${s(3)}</p><p data-own>Previous versions: ${text}</p><p>${s(4)}</p>`;
  add(
    'a part of a list whose entries are alike',
    'nowhere',
    list(versions(8).replace(/2023\] v6 .* v5 \[August/, '{$&}')),
    list(versions(8).replace(/2023\] v6 .* v5 \[August/, '')),
  );
  // What does not count as text.
  const reference =
    'Winter M, Brodd RJ. A study of the roles of peers. J Made Up Res. 2004;104:4245-4270.';
  const hidden = (own: string): string =>
    `<p>${s(3)} ${s(4)}</p><p data-own>${own}</p><p>${s(5)}</p><button>${s(9)} ${reference} ${s(10)}</button>`;
  add('a reference that a tooltip repeats', 'nowhere', hidden(`{${reference}}`), hidden(''));
  const label = 'Cortical development in children with symptoms of inattention';
  const labelled = (own: string, more = ''): string =>
    `<p>${s(1)} ${s(2)}${more}</p><p data-own><button>Previous article ${own} and more</button></p><p>${s(8)}</p>`;
  add(
    'a label whose words come into the text',
    'found',
    labelled(`{${label}}`),
    labelled(label.replace(/ /g, '\u00a0'), ` ${label} ${s(3)}`),
  );
  return scenes;
}
