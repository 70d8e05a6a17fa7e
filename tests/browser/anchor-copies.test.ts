/**
 * A list of authors that appears twice on a page, one address under many of the names: of all these copies one is
 * edited or taken away, and none of the others is the quote.
 */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { page, rangeOf } from '../support/anchor-dom';

const ADDRESS = 'National Centre for Hospital Care, North River Clinic, Alderstad, Norland';
const NAMES =
  'Aldis Berg,Corin Dahl,Edda Falk,Gorm Hald,Ingrid Juhl,Kaja Lund,Mads Noer,Olga Pihl,Rune Stav,Signe Toft,Ulf Vang,Wenche Ydes,Arne Bjerg,Dorte Eskild,Finn Gade'
    .split(',')
    .map((name) => name.replace(' ', ' van '));
/** Whose address is edited. */
const MIDDLE = NAMES[7] as string;

const author = (name: string): string =>
  `<li>${name} <p>School of Nursing, North River Clinic, Alderstad, Norland</p><p>${ADDRESS}</p><p>Search for more papers by this author</p></li>`;
const listOf = (names: readonly string[]): string => `<ul>${names.map(author).join('')}</ul>`;
const edited = (list: string, address: string): string =>
  list.replace(author(MIDDLE), author(MIDDLE).replace(ADDRESS, address));
/** Addresses so alike that no context tells them apart for certain. */
const LONG = listOf(NAMES);
/** Few enough for the context to tell each copy from the others. */
const SHORT = listOf(NAMES.slice(5, 10));

const twice = (first: string): string =>
  `<h1>Nurses and their roles</h1><div>${first}</div><div>${LONG}</div><p>Training helped in all wards.</p>`;
const once = (list: string): string =>
  `<h1>Nurses and their roles</h1><div>${list}</div><p>Training helped in all wards.</p>`;

afterEach(() => document.body.replaceChildren());

const WORDS_CHANGED: [string, string][] = [
  ['a word replaced', ADDRESS.replace('National', 'Regional')],
  ['a word added', ADDRESS.replace('Centre', 'former Centre')],
  ['a word taken away', ADDRESS.replace(' Hospital', '')],
];
const GONE: [string, string][] = [
  ['taken away', ''],
  ['replaced by another', 'Faculty of Law, South Coast University, Briny Bay, Norland'],
];

group('an address under fifteen names in two lists', () => {
  test.each([...WORDS_CHANGED, ...GONE])('%s: no other copy is taken for it', (_, address) => {
    page(twice(LONG));
    const selectors = describe(rangeOf(ADDRESS, 7));
    expect(selectors.copies).toBe(30);
    page(twice(edited(LONG, address)));
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'ambiguous', range: null });
  });
});

group('an address under five names', () => {
  test.each(WORDS_CHANGED)('%s: the changed copy is shown', (_, address) => {
    page(once(SHORT));
    const selectors = describe(rangeOf(ADDRESS, 2));
    page(once(edited(SHORT, address)));
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'changed', text: address });
  });

  test.each(GONE)('%s: no other copy is taken for it', (_, address) => {
    page(once(SHORT));
    const selectors = describe(rangeOf(ADDRESS, 2));
    page(once(edited(SHORT, address)));
    expect(locate([selectors])[0]?.range).toBeNull();
  });
});

group('a row of a long table whose rows differ in what follows alone', () => {
  const before =
    'The outcome was rated by two reviewers independently of each other with the tool in its second edition:';
  const words =
    'amber birch cedar delta ember fjord grove heath inlet jetty knoll larch mason north ocean plain quarry ridge stone tower upland vale wharf yarrow zephyr acorn basil clove dill elder'.split(
      ' ',
    );
  const tail = (row: number): string => {
    let state = row * 7_919 + 13;
    return Array.from({ length: 14 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return words[state % words.length];
    }).join(' ');
  };
  /** Row 52 is row 40 but for one word. */
  const after = (row: number): string => (row === 52 ? tail(40).replace(/^\w+/, 'QQQ') : tail(row));
  const rows = (address: (row: number) => string): string =>
    Array.from({ length: 60 }, (_, i) => `<p>${before} ${address(i)}. ${after(i)}.</p>`).join('');

  test.each([...WORDS_CHANGED, ...GONE])('row 40, %s: no other is taken for it', (_, address) => {
    page(rows(() => ADDRESS));
    const selectors = describe(rangeOf(ADDRESS, 40));
    page(rows((row) => (row === 40 ? address : ADDRESS)));
    const [found] = locate([selectors]);
    expect(found?.outcome).not.toMatch(/exact|normalised/);
  });
});

group('the same words around another judgement', () => {
  const QUOTE = 'Training was associated with uptake in the wards that we saw.';
  const before =
    'Of the first of all the trials that we found the reviewers wrote in their report:';
  const after = 'The reviewers had read the whole of the report and all of its many appendices.';
  const html = (first: string): string =>
    `<p>${before} ${first} ${after}</p><p>${before} Nothing was said of training. ${after}</p><p>Elsewhere: ${QUOTE} So it was.</p><h2>References</h2><ol><li id="ref12">Berg A. Wards. 2012.</li></ol>`;

  test.each([
    ['a citation came', QUOTE.replace('uptake', 'uptake<sup><a href="#ref12">12</a></sup>')],
    ['a no-break space came', QUOTE.replace('with uptake', 'with&nbsp;uptake')],
    ['markup came', QUOTE.replace('uptake', '<em>uptake</em>')],
  ])('%s: the quote is found in its place', (_, words) => {
    page(html(QUOTE));
    const selectors = describe(rangeOf(QUOTE, 0));
    page(html(words));
    const [found] = locate([selectors]);
    expect(found?.outcome).toMatch(/exact|normalised/);
    expect(found?.range?.startContainer.parentElement?.closest('p')).toBe(
      document.querySelector('p'),
    );
  });
});

group('a quote that stood once, and a copy that was put on the page since', () => {
  const QUOTE = 'Peer workers stayed longer where their role was clear.';
  const BEFORE = 'We interviewed forty managers in nine trusts.';
  const AFTER = 'Pay made no such difference to the teams.';
  const paragraph = (before: string, after: string) => `<p>${before} ${QUOTE} ${after}</p>`;
  const OWN = paragraph(BEFORE, AFTER);
  const [OTHER, MORE] = [
    'A summary for policy makers follows here.',
    'Read the whole report online.',
  ];

  test.each([
    ['has what stood before it', paragraph(BEFORE, MORE)],
    ['has what stood after it', paragraph(OTHER, AFTER)],
  ])('cannot be told apart where the copy %s', (_, copy) => {
    page(OWN);
    const selectors = describe(rangeOf(QUOTE));
    expect(selectors.copies).toBe(1);
    page(`${OWN}<div>${copy}</div>`);
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'ambiguous', range: null });
  });

  test('is found where the copy has other neighbours', () => {
    page(OWN);
    const selectors = describe(rangeOf(QUOTE));
    page(`<div>${paragraph(OTHER, MORE)}</div>${OWN}`);
    const [located] = locate([selectors]);
    expect(located?.outcome).toBe('exact');
    expect(located?.range?.startContainer.textContent).toContain(BEFORE);
  });
});

group('a short quote that appears twice, one of them reworded', () => {
  const at = (first: string, second: string) =>
    `<p>In the northern wards, staff said: ${first}. Managers agreed with them.</p>
     <p>In the southern wards, nurses said: ${second}. Nobody there disagreed.</p>`;

  test.each(['Training helps', 'Trainings helped', 'No training helped'])(
    'is not found as “%s”: too much else looks like it',
    (words) => {
      page(at('Training helped', 'Training helped'));
      const selectors = describe(rangeOf('Training helped', 1));
      page(at('Training helped', words));
      expect(locate([selectors])[0]).not.toMatchObject({ outcome: 'changed' });
    },
  );
});
