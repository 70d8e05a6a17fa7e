/** Only addresses of web pages are linked or written as links. */
import { describe, expect, test } from 'vitest';
import { doiUrl, linkTo, webAddress } from '../../../lib/text';

const NO_PAGES = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://a.example',
  'data:text/html,<script>alert(1)</script>',
  'file:///home/reader/paper.pdf',
  'blob:https://a.example/1',
  'chrome-extension://abc/popup.html',
  '//a.example/1',
  'https:/a.example',
  '',
];

describe('what is no web page', () => {
  test.each(NO_PAGES)('%s', (url) => {
    expect(linkTo(url)).toBeUndefined();
    expect(webAddress(url)).toBeUndefined();
  });
});

test('a link leads to the first web address there is', () => {
  expect(linkTo(undefined, 'javascript:1', 'HTTPS://a.example/1', 'https://b.example')).toBe(
    'HTTPS://a.example/1',
  );
  expect(linkTo()).toBeUndefined();
});

test('an address for a file ends no link early', () => {
  expect(webAddress('https://a.example/<x> "y"\n\ud800')).toBe(
    'https://a.example/%3Cx%3E%20%22y%22',
  );
});

test('a DOI keeps its slashes and brackets, and nothing else of it can be taken for a query', () => {
  expect(doiUrl('10.1002/(sici)1<1661::aid>3.0.co;2-2')).toBe(
    'https://doi.org/10.1002/(sici)1%3C1661::aid%3E3.0.co;2-2',
  );
  expect(doiUrl('10.1000/a?b#c')).toBe('https://doi.org/10.1000/a%3Fb%23c');
});
