import { describe, expect, it } from 'vitest';
import { notice } from '../../lib/page';
import { FAMILIES, HEADS, NEGATIVES, TITLE, windowTitle, YEAR } from '../fixtures/pages/heads';
import { smallPage } from '../fixtures/pages/page';

/** Heads as publishers build them, with nothing told to machines: the visible page must do. */
describe('a head without machine metadata', () => {
  describe.each(HEADS)('after $after', (head) => {
    const { url, html, title = TITLE, journal, doi } = head;
    const page = smallPage({ title: windowTitle(head), body: html });
    const { kind, reasons, paper } = notice(page, url);
    it('is an article, and says why', () => {
      expect(kind).toBe('article');
      expect(reasons.join('; ')).not.toBe('');
      expect(paper?.title).toBe(title);
    });
    it('names every author, in order', () => {
      expect(paper?.authors.map((one) => one.family)).toEqual(head.families ?? FAMILIES);
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

/** An address in the shape of an article's. */
const ARTICLE = 'https://unknown.invalid/ojs/x/article/view/1';

describe('a DOI that is another work’s', () => {
  const title = 'Working memory training';
  const longer =
    'Shipstead Z. Does working memory training generalize? Psychol Ex. 2010;50:245–276. https://doi.org/10.5555/other.1';
  const works: [where: string, html: string][] = [
    ['in a list called references', `<ol class="references"><li>${longer}</li></ol>`],
    [
      'in plain paragraphs with links',
      `<h2>References</h2>${[longer, `Poe P. Other memories. J Other. 2012. https://doi.org/10.5555/other.7`].map((text) => `<p>${text.replace(/https\S+/, '<a href="$&">$&</a>')}</p>`).join('')}`,
    ],
    ['in plain paragraphs', `<h2>References</h2><p>${longer}</p>`],
    [
      'of a work with a subtitle',
      `<h2>References</h2><p>Roe R. ${title}: a review. J Other. 2011. doi:10.5555/other.2</p>`,
    ],
    [
      'of a work of the same name',
      `<h2>References</h2><p>Roe R. ${title}. J Other. 2011;3:1. doi:10.5555/other.3</p>`,
    ],
    [
      'of a work with a subtitle, under "Citation",',
      `<h2>References</h2><p>Citation: Roe R. ${title}: a review. J Other. 2011. doi:10.5555/other.5</p>`,
    ],
    [
      'in a list of citations',
      `<h2>References</h2><div class="ref-list"><p>Citation: Roe R. ${title}. J Other. 2011. doi:10.5555/other.6</p></div>`,
    ],
    ['of a reprint’s source', `<p>First published in: J Other, 1999, doi:10.5555/other.4</p>`],
  ];
  const told = {
    citation_title: title,
    citation_author: ['Berg, Ada', 'Wang, Bo'],
    citation_journal_title: 'Journal of Examples',
    citation_publication_date: '2019',
  };
  describe.each([
    ['where machines are told the rest', told],
    ['where they are told nothing', {}],
  ])('%s', (_where, meta: Record<string, string | string[]>) => {
    it.each(works)('%s is not the paper’s', (_name, html) => {
      const body = `<h1>${title}</h1><p class="authors">Ada Berg, Bo Wang</p><div class="abstract"><h2>Abstract</h2><p>${'Memory can be trained, some say. '.repeat(9)}</p></div>${html}`;
      const report = notice(smallPage({ title, meta, body }), ARTICLE);
      expect(report.kind).toBe('article');
      expect(report.paper?.doi).toBeUndefined();
    });
  });
  it('is told from the paper’s own citation at the end of the page', () => {
    const body = `<h1>${title}</h1><p class="authors">Ada Berg, Bo Wang</p><div class="abstract"><h2>Abstract</h2><p>${'Memory can be trained, some say. '.repeat(9)}</p></div><h2>References</h2><p>${longer}</p><h3>How to cite</h3><p>Berg, A., &amp; Wang, B. (2019). ${title}. <i>Journal of Examples</i>, 27(1), 117–129. doi:10.5555/joe.1</p>`;
    const report = notice(smallPage({ title, body }), ARTICLE);
    expect(report.paper?.doi).toBe('10.5555/joe.1');
  });
});
