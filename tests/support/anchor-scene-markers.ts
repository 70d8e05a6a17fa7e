/** Labelled anchoring cases: citation markers that go or get other numbers, and numbers that are none. */
import { type Label, names, page, type Scene, s } from './anchor-scene-words';

/** Prints a citation of some references in the style of a journal. */
type Style = (numbers: readonly number[]) => string;
const link = (n: number, text = String(n)): string => `<a href="#ref${n}">${text}</a>`;
const NUMBERED: readonly (readonly [name: string, style: Style])[] = [
  ['linked, in brackets', (list) => ` [${list.map((n) => link(n)).join(', ')}]`],
  ['linked, raised', (list) => `<sup>${list.map((n) => link(n)).join(',')}</sup>`],
  ['in brackets', (list) => ` [${list.join(', ')}]`],
  ['raised', (list) => `<sup>${list.join(',')}</sup>`],
];
const STYLES: readonly (readonly [name: string, style: Style])[] = [
  ...NUMBERED,
  ['linked names and years', (list) => ` (${list.map((n) => link(n, names(n))).join('; ')})`],
  ['names and years', (list) => ` (${list.map(names).join('; ')})`],
];

type Cited = readonly (readonly number[])[];
const CITED: Cited = [[3], [4, 5], [11], [3, 17]];

/** Four sentences with numbers and measures of their own, cited in this style. */
const PASSAGE: readonly string[] = [
  'Training was associated with uptake in 12 sites, and it did not change the retention of nurses',
  'Counts rose to 10<sup>6</sup> cells in rooms of 14 m<sup>2</sup> when supervision increased',
  'Among 36 teams the odds ratio was 1.8 (95% CI [11, 14]) where managers had been present',
  'Readiness was higher in the 9 wards whose leaders valued the role and gave it time',
];
const NO_CITES: Cited = [[], [], [], []];

function passage(style: Style, cited: Cited, edit = (text: string): string => text): string {
  return edit(
    PASSAGE.map((text, i) => {
      const list = cited[i] ?? [];
      return `${text}${list.length > 0 ? style(list) : ''}.`;
    }).join(' '),
  );
}

const shifted = (by: number): Cited => CITED.map((list) => list.map((n) => n + by));
/** The list of references in another order. */
const ORDER: Readonly<Record<number, number>> = { 3: 8, 4: 1, 5: 2, 11: 6, 17: 20 };
const reordered: Cited = CITED.map((list) => list.map((n) => ORDER[n] ?? n));

/** Changes of meaning beside, or in place of, a change of markers. */
const TURNS: readonly (readonly [name: string, edit: (text: string) => string])[] = [
  ['a count is another', (text) => text.replace('in 12 sites', 'in 13 sites')],
  ['a count is gone', (text) => text.replace('in 12 sites', 'in sites')],
  ['a count before a word is gone', (text) => text.replace('the 9 wards', 'the wards')],
  ['a negation is gone', (text) => text.replace('did not change', 'did change')],
  ['a negation came', (text) => text.replace('was associated', 'was not associated')],
  ['the direction turned', (text) => text.replace('increased', 'decreased')],
  ['a power is another', (text) => text.replace('10<sup>6</sup>', '10<sup>9</sup>')],
  ['a power is gone', (text) => text.replace('10<sup>6</sup>', '10')],
  ['a measure is another', (text) => text.replace('m<sup>2</sup>', 'm<sup>3</sup>')],
  ['a measure lost its power', (text) => text.replace('m<sup>2</sup>', 'm')],
  ['an interval is another', (text) => text.replace('[11, 14]', '[12, 15]')],
  ['an interval is gone', (text) => text.replace('(95% CI [11, 14])', '(95% CI)')],
];

/** Bounds in brackets that no word before them announces as such. */
const BOUNDS: readonly (readonly [here: string, there: string])[] = [
  ['of peers aged [18-25]', 'of peers aged [58-65]'],
  ['seen for twelve days [8, 21]', 'seen for twelve days [6, 35]'],
  ['asked on a Likert scale [0, 10]', 'asked on a Likert scale [1, 7]'],
];

export function markerScenes(): Scene[] {
  const scenes: Scene[] = [];
  const body = (mine: string): string =>
    page(`<h2>Findings</h2><p>${s(1)} ${s(2)}</p><p data-own>${mine}</p><p>${s(8)} ${s(9)}</p>`);
  const add = (
    group: Scene['group'],
    name: string,
    label: Label,
    from: string,
    to: string,
  ): void => {
    scenes.push({ group, name, label, before: body(`{${from}}`), after: body(to) });
  };
  for (const [name, style] of STYLES) {
    const own = passage(style, CITED);
    add('citation markers', `${name}: all removed`, 'found', own, passage(style, NO_CITES));
    add('citation markers', `${name}: came`, 'found', passage(style, NO_CITES), own);
    add(
      'citation markers',
      `${name}: one removed`,
      'found',
      own,
      passage(style, [...CITED.slice(0, 2), [], CITED[3] ?? []]),
    );
    add(
      'guard',
      `${name}: one of them is another`,
      'changed',
      own,
      passage(style, [[3], [4, 5], [12], [3, 17]]).replace('href="#ref12"', 'href="#ref11"'),
    );
    for (const [words, other] of BOUNDS) {
      const stated = (bounds: string) => (text: string) =>
        text.replace('36 teams', `36 teams ${bounds}`);
      const [here, there] = [stated(words), stated(other)];
      add('guard', `${name}: ${words} is ${other}`, 'changed', here(own), there(own));
    }
    for (const [turn, edit] of TURNS) {
      add('guard', `${name}: ${turn}`, 'changed', own, edit(own));
      add('guard', `${name}: all removed, ${turn}`, 'changed', own, passage(style, NO_CITES, edit));
    }
  }
  for (const [name, style] of NUMBERED) {
    const own = passage(style, CITED);
    add('citation markers', `${name}: one further each`, 'found', own, passage(style, shifted(1)));
    add(
      'citation markers',
      `${name}: seven further each`,
      'found',
      own,
      passage(style, shifted(7)),
    );
    add('citation markers', `${name}: in another order`, 'found', own, passage(style, reordered));
    for (const [turn, edit] of TURNS)
      add(
        'guard',
        `${name}: one further each, ${turn}`,
        'changed',
        own,
        passage(style, shifted(1), edit),
      );
  }
  // Two intervals that no word announces, beside markers that stay or go.
  const intervals = (by: number) => (text: string) =>
    text
      .replace('36 teams', `36 teams seen for long [${12 + by}, ${14 + by}]`)
      .replace('nurses', `nurses who came late [${20 + by}-${29 + by}]`);
  for (const [name, style] of STYLES) {
    const here = passage(style, CITED, intervals(0));
    add(
      'guard',
      `${name}: two intervals one up`,
      'changed',
      here,
      passage(style, CITED, intervals(1)),
    );
    add(
      'guard',
      `${name}: two intervals seven up`,
      'changed',
      here,
      passage(style, CITED, intervals(7)),
    );
    add(
      'guard',
      `${name}: no markers, two intervals one up`,
      'changed',
      passage(style, NO_CITES, intervals(0)),
      passage(style, NO_CITES, intervals(1)),
    );
  }
  for (const [name, style] of NUMBERED.filter(([one]) => one !== 'in brackets'))
    add(
      'guard',
      `${name}: one further each, two intervals too`,
      'changed',
      passage(style, CITED, intervals(0)),
      passage(style, shifted(1), intervals(1)),
    );
  // With an interval of the same form as the markers beside it, moved by what they moved.
  const interval = (text: string): string => text.replace('[11, 14]', '[12, 15]');
  for (const [name, style] of NUMBERED)
    add(
      'guard',
      `${name}: one further each, the interval too`,
      'changed',
      passage(style, CITED),
      passage(style, shifted(1), interval),
    );
  return scenes;
}
