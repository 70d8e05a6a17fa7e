/** A review as a page of HTML, as a parser that we did not write reads it; and what `npm run verify` finds in it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { exporterById } from '../../../lib/exchange';
import { evidenceOf } from '../../../lib/exchange/evidence-of';
import { DARK, FACES, LIGHT } from '../../../lib/exchange/out/report/style';
import { sanitizeText } from '../../../lib/exchange/text';
import { influenceRows, OUTPUTS } from '../../../lib/map/outputs';
import type { CountedUnit } from '../../../lib/model';
import { displayText } from '../../../lib/text';
import { root } from '../../../scripts/browser.mjs';
import { verifyReport } from '../../../scripts/verify.mjs';
import { AWKWARD, anyTexts, CONTROLS } from '../../support/awkward';
import { seeded } from '../../support/random';
import { wholeReview } from '../../support/whole-review';
import { AT, codebook, data, paper, review, reviewPaper, statement, tag } from './records';

const exporter = exporterById('report-html');
if (!exporter) throw new Error('no such exporter');
const write = (more: object = {}, options: object = {}) =>
  exporter.write({ ...data, ...more }, { at: AT, ...options }) as string;
const whole = wholeReview(6, 5);
const page = exporter.write(whole, { at: AT }) as string;
const read = (html: string) => parseHTML(html).document;
const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('a report', () => {
  const document = read(page);
  const all = (selector: string) => [...document.querySelectorAll(selector)];

  it('is one file that needs no other, and runs nothing', () => {
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'form', '[style]'])
      expect(all(name), name).toEqual([]);
    for (const element of all('*'))
      for (const name of element.getAttributeNames())
        expect(name).not.toMatch(/^on|^srcset$|^src$/);
    const style = document.querySelector('style')?.textContent ?? '';
    expect(style).not.toMatch(/@import|url\((?!#)/);
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.indexOf(policy)).toBeLessThan(page.indexOf('<style>'));
  });

  it('has the cells of the screen’s own tables', () => {
    for (const id of ['influence-summary', 'characteristics', 'ratings', 'memos']) {
      const table = OUTPUTS.find((one) => one.id === id)?.build(evidenceOf(whole, { at: AT }));
      const rows = all(`#table-${id} tbody tr`).map((row) =>
        [...row.querySelectorAll('th, td:not(.figure)')].map((cell) => cell.textContent),
      );
      expect(rows, id).toEqual(
        table?.rows.map(({ cells, isHeading }) =>
          (isHeading ? cells.slice(0, 1) : cells).map(({ text }) => text),
        ),
      );
      expect(words(document.querySelector(`#table-${id}-title`))).toBe(table?.title);
      for (const note of table?.notes ?? []) expect(all('.note').map(words)).toContain(note);
    }
  });

  it.each<CountedUnit>(['papers', 'families', 'statements'])(
    'counted by %s, has behind each number its papers and quotes',
    (unit) => {
      const its = { ...whole, review: { ...whole.review, reporting: { unit } } };
      const counted = read(exporter.write(its, { at: AT }) as string);
      const evidence = evidenceOf(its, { at: AT });
      for (const row of influenceRows(evidence)) {
        const cells = [...counted.querySelectorAll('#table-influence-summary tbody tr')].find(
          (one) => words(one.querySelector('th[scope=row]')) === row.influence.label,
        );
        for (const stance of ['supporting', 'contrasting', 'mentioning'] as const) {
          const { n, tagIds } = row.stances[stance];
          const cell = cells?.querySelector(`[data-of$="-${stance}"]`);
          const link = cell?.querySelector('a');
          expect(words(cell)).toBe(row.n ? String(n) : '');
          expect(link === null || link === undefined).toBe(n === 0);
          if (!link) continue;
          const group = counted.getElementById(link.getAttribute('href')?.slice(1) ?? '');
          const found = [...(group?.querySelectorAll('[data-tag]') ?? [])];
          expect(new Set(found.map((one) => one.getAttribute('data-tag')))).toEqual(
            new Set(tagIds),
          );
        }
        for (const direction of ['barrier', 'facilitator', 'both'] as const) {
          const link = cells?.querySelector(`[data-of$="-${direction}"] a`);
          const list = link && counted.getElementById(link.getAttribute('href')?.slice(1) ?? '');
          const papers = [...(list?.querySelectorAll('li') ?? [])].map(words);
          expect(papers).toEqual(
            row.directions[direction].paperIds.map((id) => evidence.names.reference(id)),
          );
        }
      }
      expect(verifyReport(counted.toString())?.faults).toEqual([]);
    },
  );

  it('has no id twice, and no link that leads to nothing', () => {
    for (const unit of ['papers', 'statements'] as const) {
      const its = { ...whole, review: { ...whole.review, reporting: { unit } } };
      const one = read(exporter.write(its, { at: AT }) as string);
      const ids = [...one.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      for (const link of one.querySelectorAll('a[href^="#"]'))
        expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
  });

  it('has quotes with place, coder, note and checksum', () => {
    const one = read(write());
    const [quote] = one.querySelectorAll('figure');
    const role = 'A clear role mattered less (p < 0.05).';
    expect([...one.querySelectorAll('blockquote')].map(words)).toContain(role);
    const training = [...one.querySelectorAll('figure')].find((figure) =>
      words(figure).startsWith('Training helped'),
    );
    expect(words(training?.querySelector('li'))).toBe(
      '▲ supporting · facilitator · strength 2 · coder: mefirst second line',
    );
    expect(quote?.getAttribute('data-sha256')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows second-hand statements apart, and what was looked for in vain', () => {
    const one = read(write());
    const group = one.querySelector('[id$="-second-hand"]');
    expect(words(group?.querySelector('h4'))).toBe('Second-hand, not counted: 1 paper');
    expect(words(group)).toContain('Training was mentioned.');
    expect(words(one.body)).toContain('Looked for, not reported: 2');
  });

  it('marks what was retracted at the top, at its quotes and in the references', () => {
    const papers = [
      paper(1, { notices: [{ kind: 'retraction', text: 'Withdrawn' }] }),
      ...data.papers.slice(1),
    ];
    const one = read(write({ papers }));
    expect(words(one.querySelector('.notices'))).toBe(
      'Müller and van der Berg 2021: Retracted (Withdrawn)',
    );
    const marks = [...one.querySelectorAll('.mark')].map(words);
    expect(marks).toEqual(['Retracted', 'Retracted', 'Retracted (Withdrawn)']);
  });

  it('has bars that add up, told apart without colour and named in words', () => {
    const bars = all('#table-influence-summary .bar');
    expect(bars.length).toBeGreaterThan(5);
    const evidence = evidenceOf(whole, { at: AT });
    for (const [i, row] of influenceRows(evidence).entries()) {
      const drawn = [...(bars[i]?.querySelectorAll('rect:not(.track)') ?? [])];
      const width = drawn.reduce((sum, rect) => sum + Number(rect.getAttribute('width')), 0);
      expect(width).toBeCloseTo(row.share * 120, 0);
      expect(bars[i]?.getAttribute('aria-label')).toMatch(/ of 6$/);
    }
    const style = document.querySelector('style')?.textContent ?? '';
    const fills = ['supporting', 'mixed', 'contrasting', 'mentioning', 'differ'].map(
      (stance) => new RegExp(`\\.bar \\.${stance}\\{fill:([^}]*)\\}`).exec(style)?.[1],
    );
    expect(new Set(fills).size).toBe(5);
    for (const fill of fills)
      if (fill?.startsWith('url')) expect(all(`${fill.slice(4, -1)}`)).toHaveLength(1);
  });

  it('is the same file whenever it is written', () => {
    expect(write()).toBe(write());
  });

  it.each([
    ...AWKWARD,
    CONTROLS,
    '\u202egnp.exe',
    '"><img src=x onerror=alert(1)>',
    '</style><script>',
  ])('has %j as it is shown, and nothing else of it', (text) => {
    const influences = codebook.influences.map((one) => ({
      ...one,
      ...{ label: text + one.id, definition: text, include: text },
    }));
    const html = write({
      review: { ...review, name: text, question: text },
      codebooks: [{ ...codebook, influences, name: text, source: { citation: text, doi: text } }],
      papers: [
        paper(1, {
          ...{ title: text, doi: text, url: `javascript:${text}`, preprintOf: text },
          ...{ authors: [{ literal: text }], notices: [{ kind: 'retraction', text }] },
        }),
      ],
      reviewPapers: [reviewPaper(1)],
      statements: [statement(1, 1, text, { page: text, section: { title: text, kind: 'other' } })],
      tags: [tag(1, 1, 1, { note: text })],
      coders: data.coders.map((one) => ({ ...one, name: text })),
    });
    const one = read(html);
    const shown = sanitizeText(displayText(text));
    expect(one.querySelector('h1')?.textContent).toBe(shown);
    expect(one.querySelector('blockquote')?.textContent).toBe(shown);
    expect(one.querySelector('.remark')?.textContent).toBe(shown);
    for (const name of ['script', 'img', 'b']) expect(one.querySelectorAll(name)).toHaveLength(0);
    expect(one.querySelectorAll('style')).toHaveLength(1);
    for (const link of one.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^(?:#|https?:\/\/)/);
    expect(verifyReport(html)?.faults).toEqual([]);
  });

  it.each([1, 2, 3])('has any text as it is shown (seed %i)', (seed) => {
    const texts = anyTexts(seeded(seed), 60);
    const statements = texts.map((text, i) => statement(i + 1, 1, text, { page: text }));
    const tags = texts.map((note, i) => tag(i + 1, i + 1, 1, { note }));
    const html = write({ statements, tags });
    const one = read(html);
    const shown = texts.map((text) => sanitizeText(displayText(text)));
    for (const place of ['blockquote', '.remark'])
      expect(new Set([...one.querySelectorAll(place)].map((each) => each.textContent))).toEqual(
        new Set(shown),
      );
    expect(one.querySelectorAll('script, style:not(head style), img')).toHaveLength(0);
    expect(verifyReport(html)?.faults).toEqual([]);
  });

  it('has the colours and faces of the interface', () => {
    const tokens = readFileSync(path.join(root, 'components', 'tokens.css'), 'utf8');
    const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
    const valueIn = (css: string, name: string) =>
      new RegExp(`^\\s*--${name}:([^;]*);`, 'm').exec(css)?.[1]?.replace(/\s+/g, ' ').trim();
    for (const [name, value] of Object.entries({ ...LIGHT, ...FACES }))
      expect(valueIn(light, name), name).toBe(value);
    for (const [name, value] of Object.entries(DARK)) expect(valueIn(dark, name), name).toBe(value);
    expect(Object.keys(DARK)).toEqual(Object.keys(LIGHT));
  });
});

describe('a report that was changed', () => {
  const faultsOf = (html: string) => verifyReport(html)?.faults ?? ['not a report'];
  const QUOTE = 'Statement 2 of paper 2: training made the role easier to explain to colleagues.';
  const figure = new RegExp(`<figure[^>]*><blockquote>${QUOTE}.*?</figure>\n`, 's');

  const CHANGED = 'its words, numbers or parts were changed.';

  it.each<[string, RegExp, string, string]>([
    ['every percentage', /\d+ %/g, '99 %', `Summary: ${CHANGED}`],
    ['every number of which others are', / of 6\b/g, ' of 9', `Organisational culture: ${CHANGED}`],
    ['the words of a stance', /▲ supporting · /, '▼ contrasting · ', CHANGED],
    ['the name of a coder', /coder: [^<]+/, 'coder: Someone else', CHANGED],
    ['the label of an influence', /(?<=<h3>)Organisational culture/, 'Pay', `Pay: ${CHANGED}`],
    [
      'a reference',
      /(?<=data-reference="[^>]*>)[^<]*(?=\d{4})/,
      '1. Nobody. ',
      `References: ${CHANGED}`,
    ],
    [
      'a cell of the characteristics',
      /(?<=id="table-characteristics".*<td[^>]*>)[^<]+/s,
      'x',
      `Papers: ${CHANGED}`,
    ],
    ['a definition', /(?<=<dd>)[^<]+/, 'Another.', `Codebook: ${CHANGED}`],
    [
      'the methods',
      /(?<=<p class="methods">)[^<]+/,
      'Otherwise.',
      `The head of the page: ${CHANGED}`,
    ],
    [
      'how it was counted',
      /(?<=id="counting".*<p class="methods">)[^<]+/s,
      'Otherwise.',
      `How it was counted: ${CHANGED}`,
    ],
    [
      'the width of a bar',
      /(?<=<rect class="supporting"[^>]* width=")[\d.]+/,
      '120',
      `Summary: ${CHANGED}`,
    ],
    ['the title', /(?<=<title>)[^<]+/, 'Another', 'The page around'],
    ['the style', /<style>/, '<style>figure{display:none}', 'The page around'],
    ['what the page may load', /default-src 'none'/, "default-src 'self'", 'The page around'],
    ['what was put before the sections', /<main /, '<p>Proven.</p><main ', 'The page around'],
    ['what was put after them', /<footer>/, '<footer>Proven.', 'The page around'],
    ['the checksum of the page', /<footer>.*<\/footer>/, '', 'The page around'],
    [
      'a checksum of a section',
      / data-sha256="\w+"><h2 id="papers"/,
      '><h2 id="papers"',
      'The page around',
    ],
  ])('is named where it was changed in %s', (_, what, by, fault) => {
    const html = page.replace(what, by);
    expect(html).not.toBe(page);
    expect(faultsOf(html)).toContainEqual(expect.stringContaining(fault));
  });

  test('in headings that changed places', () => {
    const [, first = '', second = ''] =
      /<h4>(. Supporting: \d).*?<h4>(. \w+: \d)/su.exec(page) ?? [];
    expect([first, second]).not.toContain('');
    const html = page.replace(first, '#').replace(second, first).replace('#', second);
    expect(faultsOf(html)).toContain(`Organisational culture: ${CHANGED}`);
  });

  test('in sections that changed places', () => {
    const swapped = page.replace(
      /(<section [^>]*><h2 id="papers".*)(<section [^>]*><h2 id="codebook".*)(?=<section [^>]*><h2 id="references")/s,
      '$2$1',
    );
    expect(swapped).not.toBe(page);
    expect(faultsOf(swapped)).toEqual([
      'The page around its sections, their order or their checksums were changed.',
    ]);
  });

  test('by a quote that no figure has', () => {
    const put = '<blockquote>All of it helped.</blockquote>';
    for (const html of [
      page.replace('<h2 id="summary">', `${put}$&`),
      page.replace('</blockquote><figcaption>', `</blockquote>${put}<figcaption>`),
    ])
      expect(faultsOf(html)).toContain('A quote that has no checksum: “All of it helped.”');
  });

  it.each([
    [
      'a percentage of the summary',
      /(?<=data-number="share">(?:<a[^>]*>)?)\d+ %/,
      '99 %',
      /^Summary > .* > share: it is 99 %, and its quotes are \d+ %\.$/,
    ],
    [
      'a percentage of a heading',
      /(?<= statements?, )\d+ %/,
      '99 %',
      /^Organisational culture: it is “.*, 99 %”, and its share of 6 is \d+ %\.$/,
    ],
    [
      'what a heading is of',
      / of 6 · /,
      ' of 9 · ',
      /^Organisational culture: it is “.* of 9 · .*”, and/,
    ],
    [
      'what a cell is of',
      /(?<=data-number="n">(?:<a[^>]*>)?\d+)\/6/,
      '/9',
      /^Summary > .* > n: it is of 9, and the report of 6\.$/,
    ],
  ])('in %s, which is made again from what it is counted from', (_, what, by, fault) => {
    expect(page).toMatch(what);
    expect(faultsOf(page.replace(what, by))).toContainEqual(expect.stringMatching(fault));
  });

  it('has no fault where a parser wrote it again, with other blanks and attributes in another order', () => {
    const again = page
      .replace(/ (data-unit="\w+") (data-base="\w+")/, '  $2\n$1')
      .replace(/<\/(?:tr|section|article)>\n/g, (end) => `${end}  `);
    expect(again).not.toBe(page);
    expect(faultsOf(again)).toEqual([]);
    expect(faultsOf(read(page).toString())).toEqual([]);
  });

  it('has no fault as it was written', () => {
    const result = verifyReport(page);
    expect(result).toMatchObject({ papers: 6, faults: [] });
    expect(result?.quotes).toBe(page.match(/<figure/g)?.length);
  });

  test('in a word of a quote', () => {
    const [fault, ...more] = faultsOf(page.replace(QUOTE, QUOTE.replace('made', 'never made')));
    expect(fault).toMatch(
      /^[\w ]+ > . \w+: \d > 2\. Ibrahim et al\. 2011: this quote was changed: “/u,
    );
    expect(more).toEqual([`${fault?.split(': this quote')[0]}: ${CHANGED}`]);
  });

  test('in a quote and its checksum', () => {
    const other = QUOTE.replace('made', 'never made');
    const sum = (text: string) => createHash('sha256').update(text).digest('hex');
    const html = page.replaceAll(QUOTE, other).replaceAll(sum(QUOTE), sum(other));
    const changed = / > 2\. Ibrahim et al\. 2011: its words, numbers or parts were changed\.$/;
    expect(faultsOf(html)).toEqual([
      ...[expect.stringMatching(changed), expect.stringMatching(changed)],
      'The checksums of the quotes are not those that the report was written with.',
    ]);
  });

  test('by a quote that was taken out', () => {
    const html = page.replace(figure, '');
    expect(html).not.toBe(page);
    const faults = faultsOf(html);
    const short = /> 2\. Ibrahim et al\. 2011, quotes: the file states \d, and has \d\.$/;
    expect(faults).toContainEqual(expect.stringMatching(short));
    expect(faults.at(-2)).toMatch(
      /^Quotes of the whole report: the file states \d+, and has \d+\.$/,
    );
  });

  test('by a quote that was put in', () => {
    const [own = ''] = figure.exec(page) ?? [];
    expect(faultsOf(page.replace(own, own + own)).length).toBeGreaterThan(1);
  });

  test('by a paper that was taken out of an influence', () => {
    const faults = faultsOf(page.replace(/<article class="paper".*?<\/article>\n/s, ''));
    expect(faults.some((one) => /, papers: the file states \d, and has \d\.$/.test(one))).toBe(
      true,
    );
  });

  test('in a number of the summary', () => {
    const html = page.replace(/(data-of="influence-1" data-number="n"><a[^>]*>)\d+/, '$199');
    expect(faultsOf(html)).toEqual([
      `Summary: ${CHANGED}`,
      expect.stringMatching(
        /^Summary > Organisational culture > n: it is 99, and its quotes are \d+\.$/,
      ),
    ]);
  });

  test('in a number and what it states to be counted from', () => {
    const html = page
      .replace(/(data-of="influence-1-supporting" data-number="n"><a[^>]*>)\d+/, '$15')
      .replace(/(id="influence-1-supporting" data-n=")\d+(".*?<h4>[^:]*: )\d+/s, '$15$25');
    expect(html).not.toBe(page);
    expect(faultsOf(html)).toEqual([
      `Summary: ${CHANGED}`,
      `Organisational culture: ${CHANGED}`,
      expect.stringMatching(/^Organisational culture > . Supporting: 5, number: /u),
    ]);
  });

  test('by a reference that was taken out', () => {
    const faults = faultsOf(page.replace(/<li id="reference-2".*?<\/li>\n/s, ''));
    expect(faults).toContain('References: the file states 6, and has 5.');
    expect(faults.some((one) => one.startsWith('A link leads to nothing'))).toBe(true);
  });

  it('is reported by the command, with the exit code', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
    const run = (html?: string) => {
      const file = path.join(folder, 'report.html');
      if (html !== undefined) writeFileSync(file, html);
      const script = path.join(root, 'scripts', 'verify.mjs');
      const words = html === undefined ? ['missing.html'] : [file];
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words]);
      return { status, said: String(stdout) + String(stderr) };
    };
    expect(run(page)).toMatchObject({ status: 0, said: expect.stringContaining('agree.') });
    expect(run(page.replace(QUOTE, 'Other words.'))).toMatchObject({
      ...{ status: 1, said: expect.stringContaining('“Other words.”') },
    });
    expect(run('<p>Another page</p>').status).toBe(2);
    expect(run()).toEqual({ status: 2, said: 'There is no file missing.html.\n' });
  }, 30_000);
});
