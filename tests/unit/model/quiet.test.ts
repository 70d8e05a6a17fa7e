/** On which pages Bearing keeps quiet. */
import { describe, expect, test } from 'vitest';
import { isQuietAt, isQuietSite, quietSiteOf, siteToKeep, withSite } from '../../../lib/model';

describe('a site is kept by its name', () => {
  test.each([
    ['journal.example', 'journal.example'],
    ['  WWW.Journal.example ', 'journal.example'],
    ['https://www.journal.example/articles/1?x=y', 'journal.example'],
    ['localhost:8080', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['journal.example.', 'journal.example'],
    ['ftp://journal.example', null],
    ['chrome://version', null],
    ['not a site', null],
    ['', null],
  ])('%s', (typed, kept) => {
    expect(siteToKeep(typed)).toBe(kept);
  });
});

describe('it is quiet', () => {
  const choice = { quietHosts: ['journal.example'], onlyWhenAsked: false };
  test.each([
    ['https://journal.example/1', true],
    ['https://www.journal.example/1', true],
    ['http://sub.journal.example:81/1', true],
    ['https://journal.example./1', true],
    ['https://otherjournal.example/1', false],
    ['https://journal.example.org/1', false],
    ['not an address', false],
  ])('at %s: %s', (address, quiet) => {
    expect(isQuietAt(choice, address)).toBe(quiet);
  });
  test('everywhere, where pages are looked at only when asked', () => {
    const all = { quietHosts: [], onlyWhenAsked: true };
    expect(isQuietAt(all, 'https://any.example')).toBe(true);
    expect(isQuietSite(all, 'any.example')).toBe(false);
  });
});

describe('the switch', () => {
  test('keeps a site once, in the order of the alphabet', () => {
    expect(withSite(['z.example', 'a.example'], 'www.a.example', true)).toEqual([
      ...['a.example', 'z.example'],
    ]);
  });
  test('is named as it was kept, where that is more than the host', () => {
    const choice = { quietHosts: ['publisher.example'] };
    expect(quietSiteOf(choice, 'www.articles.publisher.example')).toBe('publisher.example');
    expect(quietSiteOf(choice, 'other.example')).toBeUndefined();
  });

  test('takes away whatever makes a page quiet, and nothing else', () => {
    const kept = ['journal.example', 'www.journal.example', 'other.example'];
    expect(withSite(kept, 'www.journal.example', false)).toEqual(['other.example']);
  });
});
