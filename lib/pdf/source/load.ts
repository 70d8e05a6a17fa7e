/**
 * From an open pdf.js document to a `PdfFile`. pdf.js itself is not imported: the viewer and the inspector have their
 * own builds of it, and hand over what they opened.
 */
import type { OutlineEntry, PdfFile, PdfItem, PdfPage } from './types';

/** What is needed of pdf.js's `PDFPageProxy`. */
interface OpenPage {
  view: number[];
  getTextContent(options: { disableNormalization: boolean }): Promise<{ items: object[] }>;
  cleanup(): unknown;
}

interface OpenOutline {
  title: string;
  items: OpenOutline[];
}

/** What is needed of pdf.js's `PDFDocumentProxy`. */
export interface OpenDocument {
  numPages: number;
  fingerprints: readonly (string | null)[];
  getPage(number: number): Promise<OpenPage>;
  getMetadata(): Promise<{ info: object; metadata: Iterable<[string, unknown]> | null }>;
  getOutline(): Promise<OpenOutline[] | null>;
  getPageLabels(): Promise<string[] | null>;
}

/** Outlines may be deep or endless by mistake; headings of papers are not nested deeper. */
const DEEPEST_OUTLINE = 6;
const MOST_OUTLINE = 2_000;

function* outlineEntries(items: readonly OpenOutline[], level: number): Generator<OutlineEntry> {
  if (level > DEEPEST_OUTLINE) return;
  for (const { title, items: below } of items) {
    yield { title, level };
    yield* outlineEntries(below, level + 1);
  }
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');
}

/** A damaged part of a file costs that part, and not the file. */
async function orElse<T>(asked: Promise<T>, instead: T): Promise<T> {
  try {
    return await asked;
  } catch {
    return instead;
  }
}

async function readPage(document: OpenDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { items } = await orElse(page.getTextContent({ disableNormalization: true }), {
    items: [],
  });
  page.cleanup();
  return {
    view: page.view,
    items: items.filter((item): item is PdfItem => 'str' in item),
  };
}

/** Reads text and facts of an open document, page by page. */
export async function loadPdf(document: OpenDocument): Promise<PdfFile> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(document, number));
  const { info, metadata } = await orElse(document.getMetadata(), { info: {}, metadata: null });
  const outline = (await orElse(document.getOutline(), null)) ?? [];
  return {
    pages,
    info: Object.fromEntries(
      Object.entries(info).filter((one): one is [string, string] => typeof one[1] === 'string'),
    ),
    xmp: Object.fromEntries([...(metadata ?? [])].map(([name, value]) => [name, textsOf(value)])),
    outline: [...outlineEntries(outline, 1)].slice(0, MOST_OUTLINE),
    labels: await orElse(document.getPageLabels(), null),
    fingerprint: document.fingerprints[0] ?? '',
  };
}
