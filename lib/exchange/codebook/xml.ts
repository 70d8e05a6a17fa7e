/**
 * A small strict reader of XML, for files of strangers, in a page or in a worker (which has no DOMParser). Elements,
 * attributes, text, CDATA, comments, processing instructions, the five entities of XML and character references; no
 * document type, and so no entity of the file's own. Bounded in depth and in the number of elements. Not recursive.
 */

export interface XmlElement {
  /** Without a namespace prefix. */
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
}

/** Those of its elements that have a name. */
export const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((one) => one.name === name);

/** Why a text cannot be read, as a part of a sentence. */
export class XmlFault extends Error {}

/** No tool nests codes deeper; each level is one of a tree that is walked. */
const MAX_DEPTH = 200;
/** About ten times what a codebook may have. A project has more. */
const MAX_ELEMENTS = 20_000;

const NAME = /[\p{L}_][\p{L}\p{N}_.\-:]*/uy;
const SPACE = /[ \t\r\n]*/y;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};

/** @param most elements that it may have @throws XmlFault */
export function readXml(text: string, most = MAX_ELEMENTS): XmlElement {
  return new Reader(text.replace(/^\ufeff/, ''), most).read();
}

class Reader {
  #at = 0;
  #elements = 0;

  constructor(
    readonly text: string,
    readonly most: number,
  ) {}

  read(): XmlElement {
    const open: XmlElement[] = [];
    let root: XmlElement | undefined;
    while (this.#at < this.text.length) {
      const parent = open.at(-1);
      const next = this.text.indexOf('<', this.#at);
      if (next < 0 && parent) throw new XmlFault('is not complete');
      const between = this.text.slice(this.#at, next < 0 ? undefined : next);
      if (parent) parent.text += unescaped(between);
      else if (between.trim()) throw new XmlFault('has text outside its elements');
      if (next < 0) break;
      this.#at = next;
      if (this.#skipped('<!--', '-->') || this.#skipped('<?', '?>')) continue;
      if (this.#starts('<![CDATA[')) {
        if (!parent) throw new XmlFault('has text outside its elements');
        parent.text += this.#upTo('<![CDATA[', ']]>');
      } else if (this.#starts('<!')) throw new XmlFault('has a document type, which is not read');
      else if (this.#starts('</')) this.#close(open);
      else {
        if (root && !parent) throw new XmlFault('has more than one outermost element');
        const { element, isEmpty } = this.#open();
        root ??= element;
        parent?.children.push(element);
        if (!isEmpty) open.push(element);
        if (open.length > MAX_DEPTH) throw new XmlFault('is nested too deeply');
      }
    }
    if (!root || open.length) throw new XmlFault('is not complete');
    return root;
  }

  #starts(sign: string): boolean {
    return this.text.startsWith(sign, this.#at);
  }

  #skipped(from: string, to: string): boolean {
    if (!this.#starts(from)) return false;
    this.#upTo(from, to);
    return true;
  }

  /** What is between two signs, of which the first is here; goes on after the second. */
  #upTo(from: string, to: string): string {
    const begin = this.#at + from.length;
    const end = this.text.indexOf(to, begin);
    if (end < 0) throw new XmlFault('is not complete');
    this.#at = end + to.length;
    return this.text.slice(begin, end);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #close(open: XmlElement[]): void {
    this.#at += 2;
    const name = local(this.#match(NAME));
    this.#match(SPACE);
    if (!this.#starts('>') || open.pop()?.name !== name)
      throw new XmlFault('has an element that is closed wrongly');
    this.#at += 1;
  }

  #open(): { element: XmlElement; isEmpty: boolean } {
    this.#elements += 1;
    if (this.#elements > this.most) throw new XmlFault('has too many elements');
    this.#at += 1;
    const name = local(this.#match(NAME));
    if (!name) throw new XmlFault('has a “<” that begins no element');
    const attributes = new Map<string, string>();
    for (;;) {
      const space = this.#match(SPACE);
      const isEmpty = this.#starts('/>');
      if (isEmpty || this.#starts('>')) {
        this.#at += isEmpty ? 2 : 1;
        return { element: { name, attributes, children: [], text: '' }, isEmpty };
      }
      const attribute = this.#match(NAME);
      if (!attribute || !space || attributes.has(attribute))
        throw new XmlFault('has an element whose attributes cannot be read');
      attributes.set(attribute, this.#value());
    }
  }

  #value(): string {
    this.#match(SPACE);
    if (!this.#starts('=')) throw new XmlFault('has an attribute without a value');
    this.#at += 1;
    this.#match(SPACE);
    const quote = this.#starts('"') ? '"' : "'";
    if (!this.#starts(quote)) throw new XmlFault('has an attribute without a value');
    const value = this.#upTo(quote, quote);
    if (value.includes('<')) throw new XmlFault('has a “<” within an attribute');
    return unescaped(value.replace(/[\t\r\n]/g, ' '));
  }
}

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** Text with its references resolved, and its line ends as one kind. @throws XmlFault */
export function unescaped(text: string): string {
  if (!/[&\r]/.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(/&([^;&\s]{0,12};?)/g, (_, reference: string) => {
    const name = reference.endsWith(';') ? reference.slice(0, -1) : '';
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : character(name);
    if (known === undefined) throw new XmlFault('has an entity that is not one of XML’s own');
    return known;
  });
}

/** "#233" or "#xE9": a character that XML allows. */
function character(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
  const isAllowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isAllowed && !isSurrogate && code !== 0xfffe && code !== 0xffff
    ? String.fromCodePoint(code)
    : undefined;
}

/** A text escaped for an element or an attribute; line ends and tabs are preserved in both. */
export function escapeXml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
    ...{ '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' },
  };
  return text.replace(/[&<>"\n\r\t]/g, (sign) => signs[sign] ?? sign);
}
