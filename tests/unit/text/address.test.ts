import { describe, expect, test } from 'vitest';
import { addressKey, addressOf, addressStem, hasRoute, sameAddress } from '../../../lib/text';

const PAGE = 'https://journal.example/articles/12';

describe('an address that names the same page', () => {
  test.each([
    ['with one tracker', `${PAGE}?utm_source=a`],
    ['with two trackers, as in every newsletter', `${PAGE}?utm_source=a&utm_medium=b`],
    ['with five', `${PAGE}?utm_source=a&utm_medium=b&utm_campaign=c&fbclid=d&gclid=e`],
    ['with a mailing system’s', `${PAGE}?mc_cid=1a&mc_eid=2b`],
    ['with trackers in capitals', `${PAGE}?UTM_Source=a&FBCLID=b`],
    ['with ?ref=', `${PAGE}?ref=x`],
    ['with ?source=', `${PAGE}?source=homepage&ref=x`],
    ['with ScienceDirect’s encoded one', `${PAGE}?via%3Dihub`],
    ['with a tracker that has no value', `${PAGE}?fbclid`],
    ['with an empty query', `${PAGE}?`],
    ['with a trailing slash', `${PAGE}/`],
    ['with several trailing slashes', `${PAGE}///`],
    ['with a trailing slash and a tracker', `${PAGE}/?utm_source=a`],
    ['with a place on the page', `${PAGE}#results`],
    ['with a text fragment', `${PAGE}#:~:text=peer%20support`],
    ['with an empty fragment', `${PAGE}#`],
    ['with the start of an application', `${PAGE}#/`],
  ])('%s', (_, other) => {
    expect(sameAddress(PAGE, other)).toBe(true);
    expect(addressKey(other).startsWith(addressStem(PAGE))).toBe(true);
  });

  test.each([
    ['https://app.example/read?id=1', 'https://app.example/read/?id=1&utm_source=a'],
    ['https://app.example/read?id=1&v=2', 'https://app.example/read?id=1&utm_source=a&v=2'],
    ['https://app.example/#/record/1', 'https://app.example/#/record/1/'],
    ['https://app.example/#/record/1', 'https://app.example/#/record/1?utm_source=a&ref=b'],
    ['https://app.example/?gclid=1#!/record/1', 'https://app.example/#!/record/1'],
    // An address that is not a web page's equals only itself.
    ['about:blank', 'about:blank'],
  ])('%s is %s', (a, b) => {
    expect(sameAddress(a, b)).toBe(true);
  });
});

describe('an address of another page', () => {
  test.each([
    ['another path', 'https://journal.example/articles/13'],
    ['a longer path', `${PAGE}/full`],
    ['a query that may name the paper', `${PAGE}?id=2`],
    ['a parameter that only ends like a tracker', `${PAGE}?xutm_source=1`],
    ['a parameter that only begins like one', `${PAGE}?reference=1`],
    ['an application’s route', `${PAGE}#/record/2`],
    ['an application’s old route', `${PAGE}#!/record/2`],
    ['an old route without a slash', `${PAGE}#!record`],
    ['another host', 'https://journal2.example/articles/12'],
  ])('%s', (_, other) => {
    expect(sameAddress(PAGE, other)).toBe(false);
  });

  test.each([
    ['https://app.example/#/record/1', 'https://app.example/#/record/2'],
    ['https://app.example/read?id=1', 'https://app.example/read?id=2'],
    ['https://app.example/#/read?id=1', 'https://app.example/#/read?id=2'],
    ['https://app.example/#/read?q=a?b', 'https://app.example/#/read?q=ab'],
    ['', 'https://app.example/'],
    ['file:///home/me/a.pdf', 'file:///home/me/b.pdf'],
    ['about:blank', 'about:srcdoc'],
    ['javascript:alert(1)', 'javascript:alert(1)//'],
  ])('%s is not %s', (a, b) => {
    expect(sameAddress(a, b)).toBe(false);
  });
});

describe('an address as it is remembered', () => {
  test.each([
    ['https://a.example/x#frag', 'https://a.example/x'],
    ['http://a.example/', 'http://a.example/'],
    ['https://a.example/x/?utm_source=a&id=1&gclid=b', 'https://a.example/x/?id=1'],
    // What might mean something to the server is kept: the address is opened again.
    ['https://a.example/x?ref=2', 'https://a.example/x?ref=2'],
    ['https://a.example/#/record/2?utm_source=a', 'https://a.example/#/record/2'],
    ['https://a.example/x?q=a%26b&r=c+d', 'https://a.example/x?q=a%26b&r=c+d'],
    ['file:///home/me/a.pdf', ''],
    ['javascript:alert(1)', ''],
    ['', ''],
  ])('%s is "%s"', (url, address) => {
    expect(addressOf(url)).toBe(address);
    expect(addressOf(address)).toBe(address);
  });

  test.each([
    'https://JOURNAL.example/articles/12',
    'https://journal.example:443/articles/12',
    'https://journal.example/x/../articles/12',
  ])('%s is written as browsers write it', (url) => {
    expect(addressOf(url)).toBe(PAGE);
  });

  test('a route is told from a place on the page', () => {
    expect(hasRoute('https://a.example/#/x')).toBe(true);
    expect(hasRoute('https://a.example/#x')).toBe(false);
    expect(hasRoute('https://a.example/#/')).toBe(false);
    expect(hasRoute('https://a.example/#/?utm_source=a')).toBe(true);
  });
});
