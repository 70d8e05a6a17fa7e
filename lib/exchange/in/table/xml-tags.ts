/** Elements of a sheet, one after the other: it may have millions, of which a tree has no room. */
import { unescaped } from '../../codebook/xml';

export interface XmlTag {
  /** Without a namespace prefix. */
  name: string;
  /** Its name and attributes, as they are written. */
  source: string;
  isClosing: boolean;
  isEmpty: boolean;
  /** Where what follows it begins. */
  end: number;
}

export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) {
      at = after(xml, '-->', at);
      continue;
    }
    const close = xml.indexOf('>', at);
    if (close < 0) return;
    const isClosing = xml[at + 1] === '/';
    const isEmpty = xml[close - 1] === '/';
    const source = xml.slice(at + (isClosing ? 2 : 1), isEmpty ? close - 1 : close);
    const whole = /^[^\s/>]*/.exec(source)?.[0] ?? '';
    at = close + 1;
    yield { name: whole.slice(whole.indexOf(':') + 1), source, isClosing, isEmpty, end: at };
  }
}

function after(xml: string, sign: string, at: number): number {
  const end = xml.indexOf(sign, at);
  return end < 0 ? xml.length : end + sign.length;
}

const ATTRIBUTE = /(?:^|[\s:])([\w.-]+)\s?=\s?(?:"([^"]*)"|'([^']*)')/g;

/** '' where it has none of that name, whatever its prefix. @throws XmlFault */
export function attribute(source: string, name: string): string {
  // As nearly every writer writes it: a sheet may have millions of cells.
  const at = source.indexOf(` ${name}="`);
  const end = at < 0 ? -1 : source.indexOf('"', at + name.length + 3);
  if (end >= 0) return unescaped(source.slice(at + name.length + 3, end));
  for (const [, own, quoted, other = ''] of source.matchAll(ATTRIBUTE))
    if (own === name) return unescaped(quoted ?? other);
  return '';
}

/** The text that begins there, up to the next element. @throws XmlFault */
export function textOf(xml: string, at: number): string {
  const end = xml.indexOf('<', at);
  return unescaped(xml.slice(at, end < 0 ? undefined : end));
}
