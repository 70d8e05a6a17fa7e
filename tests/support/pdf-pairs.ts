/**
 * One paper as a web page and as a PDF in the reader: sentences that were chosen on one and are looked for on the other,
 * and a judge of the answers who shares no code with what is judged.
 */
import { describe, locate } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { readStructure } from '../../lib/page/structure';
import { type PdfFile, readForViewer } from '../../lib/pdf';
import '../../entrypoints/pdf/pdf.css';
import { structureOf } from '../../entrypoints/pdf/text/structure';
import { TextSurface } from '../../entrypoints/pdf/text/surface';
import { renderJats } from './jats-page';
import { type Letters, lettersIn, lower, type Readable, readableText } from './letters';

/** A representation that is shown: where its text is, and its sentences. */
interface Shown {
  root: Element;
  sentences: { range(): Range }[];
}

export type Show = () => Shown;

/** Shows a saved page without what it would load or run. */
export function showSaved(html: string): Shown {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const one of body.querySelectorAll('script, link, iframe, object, embed, base'))
    one.remove();
  for (const one of body.querySelectorAll('[src], [srcset], [style*="url("], [background]'))
    for (const name of ['src', 'srcset', 'style', 'background']) one.removeAttribute(name);
  document.body.replaceChildren(...body.childNodes);
  return { root: document.body, sentences: readStructure(document).sentences };
}

/** Shows an article as PubMed Central would. */
export function showJats(xml: string): Shown {
  renderJats(xml);
  return { root: document.body, sentences: readStructure(document).sentences };
}

/** Shows a PDF as the reader has it before any page is painted. */
export function showPdf(file: PdfFile): Shown {
  const surface = new TextSurface(document, readForViewer(file));
  const text = document.createElement('div');
  text.className = 'text';
  text.append(surface.root);
  document.body.replaceChildren(text);
  return { root: text, sentences: structureOf(surface).sentences };
}

/** Shorter ones are no sentences, but numbers and names that any page may contain. */
const SHORTEST = 30;

interface Chosen {
  selectors: Selectors;
  /** Letters and digits, without citation markers and with them. */
  key: string;
  full: string;
  /** What must not differ, likewise. */
  words: [string, string];
}

/** Offsets of a range in the text of the document's body. */
function offsetsOf(range: Range): [number, number] {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return [start, start + range.toString().length];
}

/** Signs that are printed in several ways. */
const VARIANTS: readonly [RegExp, string][] = [
  [/[\u00ad\u200b-\u200d\ufeff]/g, ''],
  [/[\u2010-\u2015\u2212-]/g, '-'],
  [/[\u00b0\u2218]/g, '\u00b0'],
];

/** Words as they must not differ: letters, numbers with their points and signs, operators. Hyphens in words may come and go. */
function wordsOf(text: string): string {
  let words = text.normalize('NFKC');
  for (const [signs, one] of VARIANTS) words = words.replace(signs, one);
  return words
    .replace(/\s+/g, '')
    .replace(/(?<=\p{L})-(?=[\p{L}\p{N}])/gu, '')
    .replace(/[[(][,;.&-]*[\])]/g, '')
    .replace(/(?<!\d)[.,:]|[.,:](?!\d)/g, '')
    .replace(/[;()[\]"'\u2018\u2019\u201c\u201d\u2032\u2033]/g, '');
}

/** The text of a page, with its markers and without them. */
class Page {
  private readonly bare: Letters;
  private readonly all: Letters;
  private readonly texts: [Readable, Readable];

  constructor(root: Element) {
    this.texts = [readableText(root), readableText(root, true)];
    this.bare = lettersIn(this.texts[0]);
    this.all = lettersIn(this.texts[1]);
  }

  /** The letters of a stretch, without markers and with them. */
  keys(start: number, end: number): [string, string] {
    const of = ({ key, map }: Letters) => key.slice(lower(map, start), lower(map, end));
    return [of(this.bare), of(this.all)];
  }

  words(start: number, end: number): [string, string] {
    const [bare, all] = this.texts.map((one) => wordsOf(keptOf(one, start, end)));
    return [bare as string, all as string];
  }

  contains(key: string, full: string): boolean {
    return this.bare.key.includes(key) || this.all.key.includes(full);
  }
}

const keptOf = ({ text, kept }: Readable, start: number, end: number): string =>
  [...text.slice(start, end).split('').entries()]
    .filter(([i]) => kept[start + i])
    .map(([, unit]) => unit)
    .join('');

/** Sentences of what is shown, described as tagging does; each once. */
export function chooseAll({ root, sentences }: Shown): Chosen[] {
  const page = new Page(root);
  const seen = new Set<string>();
  return sentences.flatMap((sentence) => {
    const range = sentence.range();
    const [start, end] = offsetsOf(range);
    const [key, full] = page.keys(start, end);
    if (key.length < SHORTEST || seen.has(key)) return [];
    seen.add(key);
    return [{ selectors: describe(range, root), key, full, words: page.words(start, end) }];
  });
}

export interface Judged {
  quote: string;
  got: string | null;
  outcome: string;
  /** Whether its letters and digits are in the other text. */
  isThere: boolean;
  /** Found, as exact or normalised. */
  isFound: boolean;
  /** Found so, on other words. */
  isWrong: boolean;
  diff: readonly { op: string; text: string }[];
}

/** Looks for all of them in what is shown now. */
export function judgeAll(chosen: readonly Chosen[], { root }: Shown): Judged[] {
  const page = new Page(root);
  const answers = locate(
    chosen.map(({ selectors }) => selectors),
    root,
  );
  return answers.map(({ outcome, range, text: got, diff }, i) => {
    const { selectors, key, full, words } = chosen[i] as Chosen;
    const isFound = outcome === 'exact' || outcome === 'normalised';
    const own = isFound && range ? page.words(...offsetsOf(range)) : words;
    return {
      ...{ quote: selectors.quote.exact, got, outcome, isFound, diff },
      isThere: page.contains(key, full),
      // A marker that only one of the two marks as one is a difference in one of these, and in both are other words.
      isWrong: own[0] !== words[0] && own[1] !== words[1],
    };
  });
}
