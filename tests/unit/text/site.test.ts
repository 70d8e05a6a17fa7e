/** Which addresses are of one site: a link to another one says nothing about the page that it is on. */
import { describe, expect, test } from 'vitest';
import { sameSite } from '../../../lib/text';

const both = (a: string, b: string) => [sameSite(a, b), sameSite(b, a)];

describe('one site', () => {
  test.each([
    ['the same page', 'https://a.example/1', 'https://a.example/1'],
    ['another page', 'https://a.example/1', 'https://a.example/2?x#y'],
    ['http and https', 'http://a.example/', 'https://a.example/'],
    ['a sub-domain', 'https://www.a.example/', 'https://a.example/'],
    ['two sub-domains', 'https://link.press.com/', 'https://www.press.com/'],
    ['deep ones', 'https://a.b.c.press.com/', 'https://press.com/'],
    ['a university of a country', 'https://lib.oxford.ac.uk/', 'https://www.oxford.ac.uk/'],
    ['a company of a country', 'https://www.press.com.br/', 'https://press.com.br/'],
    ['a name of a country', 'https://www.press.de/', 'https://press.de/'],
    ['a short name of a country', 'https://www.ac.uk.example/', 'https://uk.example/'],
    ['an address in numbers', 'http://10.0.0.1/a', 'http://10.0.0.1/b'],
    ['a sub-domain that begins with a number', 'https://3d.press.com/', 'https://press.com/'],
    ['the same port', 'http://localhost:3000/a', 'http://localhost:3000/b'],
    ['the port that the scheme has anyway', 'https://a.example:443/', 'https://a.example/'],
    ['pages of one customer', 'https://www.lab.github.io/', 'https://lab.github.io/'],
  ])('%s: %s and %s', (_, a, b) => {
    expect(both(a, b)).toEqual([true, true]);
  });
});

describe('not one site', () => {
  test.each([
    ['two names', 'https://a.example/', 'https://b.example/'],
    ['two endings', 'https://press.com/', 'https://press.org/'],
    ['a name that ends alike', 'https://press.com/', 'https://mypress.com/'],
    ['a name at the front of another', 'https://press.com/', 'https://press.com.evil.example/'],
    ['two universities of a country', 'https://oxford.ac.uk/', 'https://bath.ac.uk/'],
    ['two companies of a country', 'https://one.com.br/', 'https://two.com.br/'],
    ['two ports', 'http://localhost:3000/', 'http://localhost:4000/'],
    ['two addresses in numbers', 'http://10.0.0.1/', 'http://10.9.0.1/'],
    ['two addresses of version 6', 'http://[::1]/', 'http://[::2]/'],
    ['two customers of a host', 'https://one.github.io/', 'https://two.github.io/'],
    ['two blogs', 'https://one.blogspot.com/', 'https://two.blogspot.com/'],
    ['two apps', 'https://one.netlify.app/', 'https://two.netlify.app/'],
    ['two buckets', 'https://one.amazonaws.com/', 'https://two.amazonaws.com/'],
    ['a file', 'file:///home/a', 'file:///home/a'],
    ['a page and a file of its name', 'https://a.example/', 'ftp://a.example/'],
    ['what is no address', 'a.example', 'a.example'],
    ['nothing', '', 'https://a.example/'],
  ])('%s: %s and %s', (_, a, b) => {
    expect(both(a, b)).toEqual([false, false]);
  });
});
