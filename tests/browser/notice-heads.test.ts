import { describe, expect, it } from 'vitest';
import { notice } from '../../lib/page';
import { parseName } from '../../lib/text';
import { HEADS, NAMES, NEGATIVES, TITLE, YEAR } from '../fixtures/pages/heads';
import { smallPage } from '../fixtures/pages/page';

/** Heads as publishers build them, with nothing told to machines: the visible page must do. */
describe('a head without machine metadata', () => {
  describe.each(HEADS)('after $after', (head) => {
    const { url, html, title = TITLE, suffix = '', journal, doi } = head;
    const { kind, reasons, paper } = notice(smallPage({ title: title + suffix, body: html }), url);
    it('is an article, and says why', () => {
      expect(kind).toBe('article');
      expect(reasons.join('; ')).not.toBe('');
      expect(paper?.title).toBe(title);
    });
    it('names every author, in order', () => {
      const families = head.families ?? NAMES.map((name) => parseName(name)?.family);
      const found = paper?.authors.map((one) => one.family) ?? [];
      expect(head.families ? found : found.slice(0, NAMES.length)).toEqual(families);
    });
    it('says when and where it appeared', () => {
      expect({ year: paper?.year, doi: paper?.doi, journal: paper?.containerTitle }).toEqual({
        year: YEAR,
        doi,
        journal,
      });
    });
  });
});

describe('a page that looks a little like an article', () => {
  it.each(NEGATIVES)('$what is none', ({ url, title, html }) => {
    const report = notice(smallPage({ title, body: html }), url);
    expect(report).toMatchObject({ kind: 'none', paper: null });
  });
});
