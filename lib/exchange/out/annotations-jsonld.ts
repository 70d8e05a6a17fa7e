/**
 * Tags as annotations of the W3C (Web Annotation Data Model, 2017): each tag is an annotation of the passage that it is on.
 * Only terms of the model's own context are used, so that every JSON-LD reader knows all of the file.
 */
import { idOf, type StatementTarget } from '../../model';
import { doiUrl, webAddress } from '../../text';
import { noticeText } from '../notices';
import { dialsOf } from '../paper-notes';
import { type TagRow, tagRows } from '../records';
import { sanitizeText } from '../text';
import type { Format } from '../types';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Fragments of PDFs: "page=4". */
const PDF_FRAGMENT = 'http://tools.ietf.org/rfc/rfc3778';

const urn = (id: string): string => `urn:uuid:${id}`;

export const annotationsJsonld: Format = {
  id: 'annotations-jsonld',
  of: 'tags',
  label: 'Annotations (W3C, JSON-LD)',
  hint: 'Each tag as a Web Annotation with its quote and place in the page: for annotation servers and other programs.',
  extension: 'jsonld',
  mime: 'application/ld+json',
  cannotCarry: [
    'machines',
    ...(['pages', 'sections', 'codebooks', 'definitions', 'notReported', 'pmids'] as const),
    ...([
      'abstracts',
      'languages',
      'publishers',
      'volumes',
      'labels',
      'keywords',
      'paperNotes',
    ] as const),
    ...(['reasons', 'columns', 'memos', 'findings'] as const),
  ],
  changes:
    'Positions count units of UTF-16, as browsers do: a character outside the basic plane is two.',
  write(data) {
    const { id, name } = data.review;
    const items = tagRows(data).map(annotation);
    const collection = {
      '@context': CONTEXT,
      ...{ id: urn(id), type: 'AnnotationCollection', label: name, total: items.length },
      // A page has at least one annotation.
      ...(items.length && {
        first: {
          ...{ id: urn(idOf(`annotations of ${id}`)), type: 'AnnotationPage' },
          ...{ partOf: urn(id), startIndex: 0, items },
        },
      }),
    };
    const clean = (_: string, value: unknown) =>
      typeof value === 'string' ? sanitizeText(value) : value;
    return `${JSON.stringify(collection, clean, 2)}\n`;
  },
};

type Purpose = 'classifying' | 'tagging' | 'commenting' | 'describing';

function annotation({ tag, statement, paper, label, coder }: TagRow) {
  const targets = statement.targets.map((one) => target(one, paper.id, paper.facts.doi));
  const [only, ...more] = targets;
  const notice = noticeText(paper.facts);
  const body = (value: string, purpose: Purpose) => ({
    ...{ type: 'TextualBody', value, format: 'text/plain', purpose },
  });
  return {
    ...{ id: urn(tag.id), type: 'Annotation', motivation: 'classifying' },
    ...{ created: tag.createdAt, modified: tag.updatedAt },
    creator: { id: urn(tag.coderId), type: 'Person', name: coder },
    generator: { type: 'Software', name: 'Bearing' },
    body: [
      body(tag.stance, 'classifying'),
      ...dialsOf(tag).map((dial) => body(dial, 'classifying')),
      body(label, 'tagging'),
      ...(tag.note.trim() ? [body(tag.note, 'commenting')] : []),
      // Of the paper: who meets the passage has to know.
      ...(notice ? [body(notice, 'describing')] : []),
    ],
    target: more.length ? targets : only,
  };
}

/** The work by its DOI, in the scope of the page on which the passage was met; without a DOI that page itself. */
function target({ url, selectors }: StatementTarget, paperId: string, doi: string | undefined) {
  const page = webAddress(url);
  const work = doi ? doiUrl(doi) : undefined;
  const { quote, position, page: pdfPage } = selectors;
  const { exact, prefix, suffix } = quote;
  return {
    type: 'SpecificResource',
    source: work ?? page ?? urn(paperId),
    ...(work !== undefined && page !== undefined && { scope: page }),
    selector: [
      {
        ...{ type: 'TextQuoteSelector', exact },
        ...(prefix && { prefix }),
        ...(suffix && { suffix }),
      },
      ...(position
        ? [{ type: 'TextPositionSelector', start: position.start, end: position.end }]
        : []),
      ...(pdfPage === undefined
        ? []
        : [{ type: 'FragmentSelector', conformsTo: PDF_FRAGMENT, value: `page=${pdfPage}` }]),
    ],
  };
}
