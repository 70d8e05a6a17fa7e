import { describe, expect, it } from 'vitest';
import { readStructure, readStructureInSteps } from '../../lib/page/structure';
import { AUTHOR_YEAR } from '../fixtures/structure/author-year';
import { NUMBERED } from '../fixtures/structure/numbered';
import { PLATFORMS } from '../fixtures/structure/platforms';

const page = (html: string, head = ''): Document =>
  new DOMParser().parseFromString(
    `<html><head>${head}</head><body>${html}</body></html>`,
    'text/html',
  );

/** A range's text without what the page hides in it. */
function shown(range: Range): string {
  const text = range.cloneContents();
  for (const hidden of text.querySelectorAll('[hidden],.dropDown')) hidden.remove();
  return (text.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe.each([...PLATFORMS, ...NUMBERED, ...AUTHOR_YEAR])('$name', (c) => {
  const structure = readStructure(page(c.html));

  it('has its references, without link furniture', () => {
    expect(structure.references.map((r, i) => r.text.slice(0, c.references[i]?.length))).toEqual(
      c.references,
    );
    for (const r of structure.references)
      expect(r.text).not.toMatch(/google scholar|crossref|pubmed|view in scopus/i);
    expect(new Set(structure.references.map((r) => r.id)).size).toBe(structure.references.length);
  });

  it('has its sections and their kinds', () => {
    expect(structure.sections.map((s) => [s.title, s.kind])).toEqual(c.sections);
  });

  it('links its markers', () => {
    const place = new Map(structure.references.map((r, i) => [r.id, i + 1]));
    expect(structure.citations.map((x) => x.refs.map((id) => place.get(id)))).toEqual(c.citations);
  });

  it('has its sentences and nothing else', () => {
    const texts = structure.sentences.map((s) => s.text);
    for (const s of c.sentences) expect(texts).toContain(s);
    for (const words of c.never ?? []) expect(texts.join(' ')).not.toContain(words);
  });

  it('gives ranges that hold the text', () => {
    for (const s of structure.sentences) expect(shown(s.range())).toBe(s.text);
  });

  it('is read alike in steps', async () => {
    let yields = 0;
    const stepped = await readStructureInSteps(page(c.html), {
      budget: 0,
      yieldNow: async () => {
        yields++;
      },
    });
    expect(yields).toBeGreaterThan(2);
    const plain = (s: typeof stepped): unknown => ({
      ...s,
      sections: s.sections.map(({ heading: _, ...rest }) => rest),
      references: s.references.map(({ element: _, ...rest }) => rest),
      sentences: s.sentences.map(({ range: _, ...rest }) => rest),
      citations: s.citations.map(({ range: _, ...rest }) => rest),
    });
    expect(plain(stepped)).toEqual(plain(structure));
  });
});

describe('fields of a reference', () => {
  const [pmc, springer] = PLATFORMS.map((c) => readStructure(page(c.html)).references);
  it('come from the entry and its links', () => {
    expect(pmc?.[0]).toMatchObject({
      id: 'B1',
      label: '1',
      doi: '10.5555/ward.1',
      pmid: '12345678',
      year: 2011,
      firstAuthor: 'Ashdown',
      title: 'Wards that learn',
    });
    expect(springer?.[0]).toMatchObject({
      id: 'ref-CR1',
      label: '1',
      doi: '10.5555/ward.1',
      year: 2011,
      firstAuthor: 'Ashdown',
    });
  });
});

describe('fields that are asked for late', () => {
  it('are those of the page as it was when it was read', () => {
    const at = PLATFORMS[0]?.html ?? '';
    const doc = page(at);
    const { references } = readStructure(doc);
    doc.body.replaceChildren('Another paper.');
    const plain = (list: typeof references) => list.map(({ element: _, ...rest }) => rest);
    expect(references.length).toBeGreaterThan(0);
    expect(plain(references)).toEqual(plain(readStructure(page(at)).references));
  });

  it('leave out the DOI that most entries have: it is the citing paper', () => {
    const entry = (n: number, own = '10.5555/citing.paper') =>
      `<li id="r${n}">Ashdown K. Wards that learn, part ${n}. J Ward Stud. 2011;${n}:1–9. <a href="https://doi.org/${own}">Link</a></li>`;
    const { references } = readStructure(
      page(
        `<h2>References</h2><ol>${[1, 2, 3].map((n) => entry(n)).join('')}${entry(4, '10.5555/ward.4')}</ol>`,
      ),
    );
    // Whichever is asked first.
    expect(references[3]?.doi).toBe('10.5555/ward.4');
    expect(references.map((one) => one.doi)).toEqual([null, null, null, '10.5555/ward.4']);
  });
});

describe('what is named References and opens no list', () => {
  const list = [1, 2, 3, 4, 5, 6]
    .map((n) => `<li>Ashdown K. Wards that learn, part ${n}. J Ward Stud. 2011;${n}:1–9.</li>`)
    .join('');
  const text = `<p>${'We followed twelve teams over two years and asked each of them. '.repeat(8)}</p>`;
  const dates = ['Issue online: 09 June 2017', 'Version of record online: 22 April 2017'];
  const history = `<ul>${dates.map((one) => `<li>${one}, as published</li>`).join('')}</ul>`;
  it.each([
    ['a tab that links to it', '<ul><li><a href="#refs"><span>References</span></a></li></ul>'],
    ['a pop-up for one of its entries', '<div class="ref-pop-up"><div>References</div></div>'],
    ['words for screen readers', '<div><span class="sr-only">References</span></div>'],
  ])('%s', (_name, beside) => {
    const { references } = readStructure(
      page(
        `<div>${beside}${history}</div><h2>Results</h2>${text}<h2>References</h2><ol id="refs">${list}</ol>`,
      ),
    );
    expect(references.map((one) => one.text.slice(0, 7))).toEqual(Array(6).fill('Ashdown'));
  });

  it('opens one where nothing else does', () => {
    const { references } = readStructure(
      page(`${text}<div><div class="sr-only">References</div><ol>${list}</ol></div>`),
    );
    expect(references).toHaveLength(6);
  });
});

describe('numbers of references', () => {
  const entry = (n: number, text: string) =>
    `<li id="B${n}">${text} <a href="https://doi.org/10.5555/r.${n}">CrossRef</a></li>`;
  const whole = (n: number) =>
    entry(n, `Ashdown K. Wards that learn, part ${n}. J Ward Stud. 2011;${n}:1–9.`);
  it.each([
    ['an entry of links only keeps its place and its DOI', entry(2, '')],
    ['an entry that was taken out keeps its place', '<li id="B2">Deleted.</li>'],
  ])('%s', (_name, second) => {
    const { references, citations } = readStructure(
      page(
        `<h2>Methods</h2><p>We asked peers first [1], then the wards [3], then all of them [5]. ${'We followed twelve teams over two years and asked each of them. '.repeat(8)}</p><h2>References</h2><ol class="references">${whole(1)}${second}${[3, 4, 5].map(whole).join('')}</ol>`,
      ),
    );
    expect(references[0]?.doi).toBe('10.5555/r.1');
    const byId = new Map(
      references.map((one) => [one.id, one.text.replace(/^.*part (\d).*$/, '$1')]),
    );
    expect(citations.map((one) => one.refs.map((id) => byId.get(id)))).toEqual([
      ['1'],
      ['3'],
      ['5'],
    ]);
  });
});

describe('references that only machines are told', () => {
  it('are listed without an element when the page prints none', () => {
    const head =
      '<meta name="citation_reference" content="citation_title=Wards that learn; citation_author=K Ashdown; citation_journal_title=J Ward Stud; citation_publication_date=2011; citation_doi=10.5555/Ward.1">';
    const [r] = readStructure(page('<p>Nothing here.</p>', head)).references;
    expect(r).toMatchObject({
      title: 'Wards that learn',
      year: 2011,
      doi: '10.5555/ward.1',
      element: null,
    });
  });
});

describe('reading in steps', () => {
  it('stops when asked', async () => {
    const gone = new AbortController();
    gone.abort(new Error('the page has gone'));
    await expect(
      readStructureInSteps(page('<p>Text.</p>'), { signal: gone.signal, yieldNow: async () => {} }),
    ).rejects.toThrow('the page has gone');
  });

  it('survives an empty document', () => {
    expect(readStructure(new DOMParser().parseFromString('', 'text/html'))).toEqual({
      sections: [],
      sentences: [],
      references: [],
      citations: [],
    });
  });
});
