/** Files as pdf.js opens them, and what is taken of them. */
import { describe, expect, it } from 'vitest';
import { loadPdf, type OpenDocument, type PdfFile, readPdf } from '../../../lib/pdf';
import { type Written, writePdf } from '../../support/write-pdf';

async function load(written: Written): Promise<PdfFile> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const opening = getDocument({ data: writePdf(written), verbosity: 0 });
  try {
    return await loadPdf((await opening.promise) as unknown as OpenDocument);
  } finally {
    await opening.destroy();
  }
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<dc:creator><rdf:Seq><rdf:li>Ada Smith</rdf:li><rdf:li>Carl Jones</rdf:li></rdf:Seq></dc:creator>
<prism:doi>10.5555/care.2019.77</prism:doi></rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('of a file are taken', () => {
  it('the text of its pages, item by item, with places in points', async () => {
    const { pages } = await load({
      pages: [
        [{ x: 50, y: 100, text: 'First page' }],
        [{ x: 60, y: 120, text: 'Second', size: 20 }],
      ],
    });
    expect(
      pages.map(({ items }) =>
        items.filter(({ str }) => str).map(({ str, transform }) => [str, ...transform.slice(3)]),
      ),
    ).toEqual([[['First page', 10, 50, 700]], [['Second', 20, 60, 680]]]);
  });

  it('what it states of itself, its outline, and what identifies it', async () => {
    const { info, xmp, outline, fingerprint } = await load({
      pages: [[{ x: 50, y: 100, text: 'A page' }]],
      info: { Title: 'Care (in wards)', Author: 'Ada Smith' },
      xmp: XMP,
      outline: ['Introduction', 'Methods'],
    });
    expect(info).toMatchObject({ Title: 'Care (in wards)', Author: 'Ada Smith' });
    expect(xmp).toMatchObject({
      'dc:creator': ['Ada Smith', 'Carl Jones'],
      'prism:doi': ['10.5555/care.2019.77'],
    });
    expect(outline).toEqual([
      { title: 'Introduction', level: 1 },
      { title: 'Methods', level: 1 },
    ]);
    expect(fingerprint).toMatch(/^[\da-f]{32}$/);
  });
});

it('the text of such a file is read in order', async () => {
  const pdf = await load({
    pages: [
      [
        { x: 50, y: 112, text: 'of one paragraph.' },
        { x: 50, y: 100, text: 'Two lines' },
      ],
    ],
  });
  expect(readPdf(pdf).text.text).toBe('Two lines of one paragraph.\n');
});

it('a page that cannot be read costs that page, and not the file', async () => {
  const page = (text: () => Promise<{ items: object[] }>) => ({
    view: [0, 0, 600, 800],
    getTextContent: text,
    cleanup: () => true,
  });
  const good = { str: 'Still here', transform: [10, 0, 0, 10, 50, 700], width: 50, fontName: 'f' };
  const broken: OpenDocument = {
    numPages: 2,
    fingerprints: ['f00d'],
    getPage: async (number) =>
      page(async () => {
        if (number === 1) throw new Error('Bad stream');
        return { items: [good] };
      }),
    getMetadata: () => Promise.reject(new Error('No dictionary')),
    getOutline: () => Promise.reject(new Error('No outline')),
    getPageLabels: () => Promise.reject(new Error('No labels')),
  };
  expect(await loadPdf(broken)).toMatchObject({
    pages: [{ items: [] }, { items: [good] }],
    info: {},
    xmp: {},
    outline: [],
    labels: null,
  });
});
