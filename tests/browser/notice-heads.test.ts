import { describe, expect, it } from 'vitest';
import { notice } from '../../lib/page';
import { parseName } from '../../lib/text';
import { HEADS, NAMES, TITLE, YEAR } from '../fixtures/pages/heads';
import { smallPage } from '../fixtures/pages/page';

/** Heads as publishers build them, with nothing told to machines: the visible page must do. */
describe('a head without machine metadata', () => {
  describe.each(HEADS)('after $after', ({ url, html, suffix = '', journal, doi }) => {
    const { kind, reasons, paper } = notice(smallPage({ title: TITLE + suffix, body: html }), url);
    it('is an article, and says why', () => {
      expect(kind).toBe('article');
      expect(reasons.join('; ')).not.toBe('');
      expect(paper?.title).toBe(TITLE);
    });
    it('names every author, in order', () => {
      const families = NAMES.map((name) => parseName(name)?.family);
      expect(paper?.authors.slice(0, NAMES.length).map((one) => one.family)).toEqual(families);
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
