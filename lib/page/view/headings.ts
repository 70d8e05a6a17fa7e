/**
 * The elements that may be a paper's title, and how each fits the window's title, which repeats it: whole, in a part
 * between separators, or by its beginning.
 */
import * as dom from '../../dom';
import { looksLikeName, looseKey, squeeze } from '../../text';
import { type Heading, headZone } from './lines';
import { phraseSet } from './phrases';
import { headingOf, type WorkRecord } from './record';
import { shortText } from './short-text';
import { titleParts, windowTitle } from './window-title';
import { isWorkLabel } from './work-label';

/** Names of elements that hold a title. */
const TITLE_NAMES = [
  /(?:art(?:icle)?|paper|doc(?:ument)?|item|content|citation|main|page|heading|wi|publication)[-_]{0,3}(?:header)?[-_]{0,3}title/i,
  /(?:^|[\s_-])title(?:$|[\s_-]|main|lang)|arttitle|seoArticleTitle/i,
];
/** Names of headings that are the site's, or another work's. */
const FURNITURE =
  /journal|logo|brand|site-?(?:name|title)|product|masthead-?name|visually-?hidden|sr-only|modal|cookie|pane-title|banner|recommend|related|author/i;

/** What pages of one work are called, whatever the work is: "Publication details", "Dettaglio tesi". */
const DETAILS = phraseSet(`
  dettaglio tesi, dettagli tesi, dettaglio della tesi, dettaglio pubblicazione, dettagli pubblicazione,
  dettaglio della pubblicazione, detalle de la publicacion, detalle de publicacion, detalles de la publicacion,
  detalle de la tesis, detalle del documento, detalle del articulo, detalhe da publicacao, detalhes da publicacao,
  detalhes da tese, detalhes do documento, detalhes do artigo, detail de la publication, details de la publication,
  detail de la these, details du document, publikationsdetails, publikationsdaten, publikationsansicht, titeldaten,
  titelanzeige, titelansicht, dokumentansicht, dokumentdetails, details zur publikation, details der publikation,
  bibliographische daten, bibliographische angaben, publicatiedetails, publicatie details`);
/** The same in English: what is shown, and what of it. */
const SHOWN = phraseSet(
  'publication, thesis, dissertation, article, paper, record, item, document, bibliographic, title',
);
const OF_IT = phraseSet('detail, details, record, information, metadata, view, page, display');
/** Headings of a page's parts, and of the site that shows records. */
const PARTS = phraseSet(`
  overview, details, metadata, abstract, summary, item, record, full record, search, search results, results, files,
  download, downloads, citation, notes, description`);

/** Whether a heading is the name of a page that shows one work's details. */
export function namesDetails(text: string): boolean {
  if (text.length > LONGEST_DETAILS) return false;
  const key = looseKey(text).replace(/^full /, '');
  const [what = '', of = '', more] = key.split(' ');
  return DETAILS.has(key) || (more === undefined && SHOWN.has(what) && OF_IT.has(of));
}

const HEADING = /^H[1-6]$/;
/** Texts of elements are read up to here, in UTF-16 units; a longer one is not a title. */
const LONGEST = 1_500;
const LONGEST_TITLE = 600;
const LONGEST_SUBTITLE = 300;
/** In UTF-16 units: a longer text is more than the name of a page. */
const LONGEST_DETAILS = 60;
/** Keys (looseKey) below this are a word or a number. */
const SHORTEST = 4;
/** A heading that ends with so long a part of the window title is that part, with so much before it at most. */
const SHORTEST_PART = 14;
const LONGEST_BEFORE_PART = 40;
/** A part of this length inside a heading is not there by chance. */
const SURE_PART = 40;
/** A heading that the window title repeats whole, and longer than a word. */
const SHORTEST_WHOLE = 8;
/** A window title that is cut: so much of it opens the heading. */
const SHORTEST_CUT_HEADING = 30;
const SHORTEST_CUT = 15;
const CUT = 25;

export interface TitleHeading extends Heading {
  element: Element;
  /** Its text as a key (looseKey). */
  key: string;
  top: boolean;
  /** How the window title repeats it. */
  repeated: 'whole' | 'in part' | 'by its beginning' | 'not';
  /** The window title opens with it. */
  opens: boolean;
  called: boolean;
  furniture: boolean;
}

/** An element's text without the scripts that some pages put into their headings. */
function textWithoutScripts(element: Element): string {
  if (!dom.querySelector(element, 'script,style')) return dom.textContent(element) ?? '';
  let text = '';
  for (const node of dom.childNodes(element)) {
    if (!/^(?:script|style|#comment)$/i.test(dom.nodeName(node))) {
      text += node instanceof Element ? textWithoutScripts(node) : (dom.textContent(node) ?? '');
    }
  }
  return text;
}

/** Its text without a label of its own before the title: "<h1><span>Case study</span>The title</h1>". */
function textWithoutLabel(element: Element): string {
  const text = textWithoutScripts(element).trimStart();
  let first = dom.firstElementChild(element) ?? null;
  // What holds the whole title is passed through.
  while (first && shortText(first, LONGEST_DETAILS) === null)
    first = dom.firstElementChild(first) ?? null;
  const label = first ? squeeze(dom.textContent(first) ?? '', LONGEST_DETAILS) : '';
  return label && isWorkLabel(label) && text.startsWith(label) ? text.slice(label.length) : text;
}

const namesOf = (element: Element) =>
  [element, dom.parentElement(element)]
    .map((one) => `${dom.id(one) ?? ''} ${dom.getAttribute(one, 'class') ?? ''}`)
    .join(' ');

export class HeadingsView {
  /** The window title as a key between blanks, so that whole words are compared. */
  private readonly whole: string;
  readonly parts: readonly string[];
  private readonly seen = new Set<Element>();

  constructor(
    readonly doc: Document,
    private readonly record: WorkRecord | null = null,
  ) {
    this.whole = ` ${looseKey(windowTitle(doc))} `;
    this.parts = titleParts(doc);
  }

  /** The longest part of the window title; empty where it has none. */
  get longestPart(): string {
    return [...this.parts].sort((a, b) => b.length - a.length)[0] ?? '';
  }

  /** The title that the page's record labels, with the heading that repeats it; null where it has none. */
  get recorded(): Heading | null {
    const { record } = this;
    return record?.title && record.names.length > 0 ? headingOf(this.doc, record.title) : null;
  }

  /** What microdata or RDFa call the name of a creative work: the first such element. */
  get namedWork(): Heading | null {
    const element = [...this.doc.querySelectorAll('h1,h2,h3')].slice(0, MOST_NAMED).find(namesWork);
    const text = element ? squeeze(textWithoutScripts(element), LONGEST_TITLE) : '';
    return element && looseKey(text).length >= SHORTEST_PART ? { text, element } : null;
  }

  /** The first elements of a kind that may be the title and were not looked at before. */
  candidates(elements: Iterable<Element>, most: number, top: boolean): TitleHeading[] {
    const found: TitleHeading[] = [];
    let looked = 0;
    for (const element of elements) {
      if (looked++ >= most) break;
      if (this.seen.has(element)) continue;
      this.seen.add(element);
      const heading = this.candidate(element, top);
      if (heading) found.push(heading);
    }
    return found;
  }

  private candidate(element: Element, top: boolean): TitleHeading | null {
    // What holds a heading holds more than a title.
    if (!HEADING.test(dom.nodeName(element)) && dom.querySelector(element, 'h1,h2,h3')) return null;
    const raw = textWithoutLabel(element);
    if (raw.length > LONGEST) return null;
    const text = squeeze(raw, LONGEST_TITLE);
    const key = looseKey(text);
    if (key.length < SHORTEST) return null;
    const names = namesOf(element);
    const called = TITLE_NAMES.some((pattern) => pattern.test(names));
    const { repeated, title } = this.repetition(element, text, key);
    if (repeated === 'not' && !top && !called) return null;
    return {
      ...{ element, key, top, repeated, called, text: title },
      opens: this.whole.startsWith(` ${key} `),
      furniture: FURNITURE.test(names) || namesDetails(text) || PARTS.has(key),
    };
  }

  private repetition(
    element: Element,
    text: string,
    key: string,
  ): { repeated: TitleHeading['repeated']; title: string } {
    if (key.length > SHORTEST_WHOLE && this.whole.includes(` ${key} `))
      return { repeated: 'whole', title: text };
    const part = this.parts.find((one) => {
      const has = looseKey(one);
      return (
        (has.length > SHORTEST_PART &&
          key.endsWith(has) &&
          key.length - has.length < LONGEST_BEFORE_PART) ||
        (has.length > SURE_PART && key.includes(has))
      );
    });
    if (part) return { repeated: 'in part', title: titleIn(element, text, key, part) };
    const whole = this.whole.trim();
    // "Roles of peers - Example Index" for "Roles of peers: a review": the subtitle is left out.
    const open = this.parts.some(
      (one) => one.length > SHORTEST_CUT && text.toLowerCase().startsWith(`${one.toLowerCase()}:`),
    );
    if (open) return { repeated: 'by its beginning', title: text };
    const cut =
      key.length > SHORTEST_CUT_HEADING &&
      whole.length > SHORTEST_CUT &&
      key.startsWith(whole.slice(0, CUT));
    return { repeated: cut ? 'by its beginning' : 'not', title: text };
  }

  /** The line at the top of the page that the window title repeats, or opens where that is cut. */
  get repeatedLine(): Heading | null {
    const part = this.longestPart;
    const wanted = looseKey(part);
    if (wanted.length < SHORTEST_PART || namesDetails(part)) return null;
    const cut = /(?:…|\.{3})$/.test(part);
    for (const { text, element, holders } of headZone(this.doc, null, MOST_LINES_OF_TITLE)) {
      const key = looseKey(text);
      const [holder, more] = holders;
      const repeats =
        key === wanted ||
        (cut && key.startsWith(wanted)) ||
        (key.length > SURE_PART && this.whole.startsWith(` ${key} `));
      if (!repeats || dom.closest(holder ?? element, 'nav,a')) continue;
      // From a block that holds more, no byline is looked for.
      const of = more === undefined && holder ? holder : element;
      if (looseKey(shortText(of, LONGEST) ?? '') === key) return { text, element: of };
    }
    return null;
  }

  /** Plain old pages: a line "By A. Author" has its title in the paragraphs above it. */
  get aboveByline(): Heading | null {
    const lines = headZone(this.doc, null, MOST_LINES);
    const at = lines.findIndex(
      ({ text }) =>
        /^by\s+\S/i.test(text) && text.length < LONGEST_BYLINE && looksLikeName(text.slice(3)),
    );
    const parts: string[] = [];
    for (let i = at - 1; i >= 0 && parts.length < MOST_TITLE_LINES; i--) {
      const text = lines[i]?.text ?? '';
      if (text.length < SHORTEST_TITLE_LINE || text.length > LONGEST_TITLE_LINE) break;
      if (/\d{4}|\b(?:vol|issue)\b/i.test(text)) break;
      parts.unshift(text);
    }
    const element = lines[at - 1]?.element;
    return element && parts.length > 0 ? { text: parts.join(': '), element } : null;
  }
}

/** How microdata and RDFa say what a scope is about, and what they call a name in it. */
const SCOPES = [
  { scope: 'typeof', name: 'property' },
  { scope: 'itemtype', name: 'itemprop' },
].map(({ scope, name }) => ({
  name,
  works: ['CreativeWork', 'ScholarlyArticle', 'Thesis', 'Article', 'Report', 'Chapter']
    .map((type) => `[${scope}*="${type}"]`)
    .join(','),
}));
const IS_NAME = /^(?:name|headline)$/;
/** Headings of a page that are looked at for a name; a name is nearly always in the first. */
const MOST_NAMED = 200;

/** Whether a heading is the name of a creative work; a scope in between (its publisher) has a name of its own. */
const namesWork = (element: Element): boolean =>
  SCOPES.some(
    ({ name, works }) =>
      IS_NAME.test(dom.getAttribute(element, name) ?? '') &&
      dom.closest(dom.parentElement(element), works) !== null,
  );

/** Of a plain page: the lines at its top, and what of them a title above a byline can be. */
const MOST_LINES = 40;
/** Pieces of text among which the title is on a page that has it in no heading. */
const MOST_LINES_OF_TITLE = 120;
const LONGEST_BYLINE = 120;
const MOST_TITLE_LINES = 3;
const SHORTEST_TITLE_LINE = 6;
const LONGEST_TITLE_LINE = 200;

/** The part of a heading that the window title repeats: a child of its own, or the end of its text. */
function titleIn(element: Element, text: string, key: string, part: string): string {
  const wanted = looseKey(part);
  const child = [...dom.children(element)].find(
    (one) => looseKey(dom.textContent(one) ?? '') === wanted,
  );
  if (child) return squeeze(dom.textContent(child) ?? '', LONGEST_TITLE);
  return part.length < text.length && key.endsWith(wanted) ? text.slice(-part.length) : part;
}

/** The title with a subtitle that is in an element of its own right after it. */
export function withSubtitle(title: Heading): Heading {
  let next = dom.nextElementSibling(title.element) ?? null;
  for (
    let up = dom.parentElement(title.element);
    !next && up && dom.childElementCount(up) < 2;
    up = dom.parentElement(up)
  )
    next = dom.nextElementSibling(up);
  next ??= dom.nextElementSibling(dom.parentElement(title.element)) ?? null;
  const text =
    next && /sub-?title/i.test(dom.getAttribute(next, 'class') ?? '')
      ? squeeze(textWithoutScripts(next), LONGEST_SUBTITLE)
      : '';
  return text && !title.text.includes(text)
    ? { ...title, text: `${title.text.replace(/(?<![:\s])[:\s]+$/, '')}: ${text}` }
    : title;
}
