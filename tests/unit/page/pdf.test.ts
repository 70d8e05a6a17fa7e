/** Of a PDF only the address is known: it names the paper, or nothing is offered. */
import { describe, expect, test } from 'vitest';
import { glance } from '../../../lib/page/glance';
import { pdfReport } from '../../../lib/page/pdf';
import { noticeTold } from '../../../lib/page/told';
import { isPdfAddress } from '../../../lib/text';

describe('a PDF is not read', () => {
  test.each([
    ['https://arxiv.org/pdf/2501.10120v2', { arxiv: '2501.10120' }],
    ['https://journal.example/doi/pdf/10.5555/demo.2?download=true', { doi: '10.5555/demo.2' }],
    ['https://europepmc.org/articles/PMC4062894?pdf=render', { pmcid: 'PMC4062894' }],
  ])('%s names its paper', (url, ids) => {
    const report = pdfReport(url);
    expect(report).toMatchObject({ kind: 'none', representation: 'pdf', paper: ids });
    expect(report.paper?.sources).toEqual(
      Object.fromEntries(Object.keys(ids).map((id) => [id, 'url'])),
    );
  });

  test.each(['https://ward.example/minutes/2024-05.pdf', 'https://ward.example/download?file=7'])(
    '%s names none',
    (url) => {
      expect(pdfReport(url)).toMatchObject({ kind: 'none', representation: 'pdf', paper: null });
    },
  );

  test('its viewer is told from a page by the type of the document, whatever the address is', () => {
    const viewer = { contentType: 'application/pdf' } as Document;
    const { report, more } = noticeTold(viewer, 'https://ward.example/download?file=7');
    expect(report.representation).toBe('pdf');
    expect(more).toBe(false);
  });

  test('at a glance, it is reported as a PDF without its paper: who wants that has the address', () => {
    const viewer = { contentType: 'application/pdf' } as Document;
    const url = 'https://journal.example/doi/pdf/10.5555/demo.2?utm_source=mail';
    expect(glance(viewer, url)).toEqual({ ...pdfReport(url), paper: null });
  });

  test.each([
    ['https://ward.example/a.pdf', true],
    ['https://ward.example/a.PDF?x=1#page=2', true],
    ['https://ward.example/a.pdf/view', false],
    ['https://ward.example/view?file=a.pdf', false],
    ['not an address', false],
  ])('%s has the address of a PDF: %s', (url, expected) => {
    expect(isPdfAddress(url)).toBe(expected);
  });
});
