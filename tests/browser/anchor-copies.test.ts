/**
 * A list of authors that stands twice on a page, one address under many of the names: of all these copies one is
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

const WORDS: [string, string][] = [
  ['a word replaced', ADDRESS.replace('National', 'Regional')],
  ['a word added', ADDRESS.replace('Centre', 'former Centre')],
  ['a word taken away', ADDRESS.replace(' Hospital', '')],
];
const GONE: [string, string][] = [
  ['taken away', ''],
  ['replaced by another', 'Faculty of Law, South Coast University, Briny Bay, Norland'],
];

group('an address under fifteen names in two lists', () => {
  test.each([...WORDS, ...GONE])('%s: no other copy is taken for it', (_, address) => {
    page(twice(LONG));
    const selectors = describe(rangeOf(ADDRESS, 7));
    expect(selectors.copies).toBe(30);
    page(twice(edited(LONG, address)));
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'ambiguous', range: null });
  });
});

group('an address under five names', () => {
  test.each(WORDS)('%s: the changed copy is shown', (_, address) => {
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
