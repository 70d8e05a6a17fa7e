import { describe, expect, it } from 'vitest';
import { nameTable } from '../../lib/page/name-table';
import { isLinkText } from '../../lib/page/structure/references/link-furniture';
import { LETTER, LOWER, plainLetters, UPPER } from '../../lib/text/letters';

describe('nameTable', () => {
  const kindsOf = nameTable({
    menu: `nav, skip
      link`,
    list: 'ref list',
  });

  it.each([
    ['main-nav', ['menu']],
    ['skipLink top', ['menu']],
    ['skip', []],
    ['navigate', []],
    ['RefList nav', ['list', 'menu']],
    ['ref', []],
    ['', []],
  ])('%s', (names, kinds) => {
    expect([...kindsOf(names)].sort()).toEqual(kinds);
  });
});

describe('plainLetters', () => {
  it.each([
    ['Ashdown', 'Ashdown'],
    ['Ångström', 'Àngstràm'],
    ['“Über” – so', '“Àber” – so'],
    ['結果 x', 'ªª x'],
    ['α-actin', 'α-actin'],
    ['𝐀𝐁 c', 'ÀÀÀÀ c'],
  ])('%s', (text, plain) => {
    expect(plainLetters(text)).toBe(plain);
    expect(plain).toHaveLength(text.length);
  });

  it('gives every letter a place in a pattern, and nothing else', () => {
    const fits = (kind: string, char: string) =>
      new RegExp(`^[${kind}]+$`).test(plainLetters(char));
    for (const char of 'AÉŁΩЖ') expect(fits(UPPER, char), char).toBe(true);
    for (const char of 'aéłωж') expect(fits(LOWER, char), char).toBe(true);
    for (const char of 'Aaé語ﬁ') expect(fits(LETTER, char), char).toBe(true);
    for (const char of '1 .’–…§') expect(fits(LETTER, char), char).toBe(false);
  });
});

describe('links behind a reference', () => {
  it.each(['Google Scholar', 'View in Scopus', 'Full text via CrossRef', 'Scopus (12)', '3rd'])(
    '%s',
    (text) => {
      expect(isLinkText(text)).toBe(text !== '3rd');
    },
  );

  it('a title is none', () => {
    expect(isLinkText('Viewing habits of nurses')).toBe(false);
    expect(isLinkText('Find it hard to follow: a study of guidelines that nobody ever reads')).toBe(
      false,
    );
  });
});
