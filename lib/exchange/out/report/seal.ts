/**
 * What `npm run verify` knows changes by: the checksum of all that an element holds, in the element. It is of lines that any
 * parser of HTML can make again, whatever it does to blanks and to the order of attributes: one for each start with its
 * attributes by their names, one for each text with its blanks as one, one for each end. What is sealed itself is there by its
 * start alone, with its checksum: so a change is reported once, as near to its place as there is one.
 */
import { unescaped } from '../../codebook/xml';
import { sha256Hex } from '../../sha256';
import { html, type Markup } from './markup';

type Sealed = 'section' | 'article' | 'header';
const SEALED: ReadonlySet<string> = new Set<Sealed>(['section', 'article', 'header']);
const SUM = 'data-sha256';
/** Of what is in a report: it has a start and no end. */
const VOID: ReadonlySet<string> = new Set(['meta']);

/** @param attributes with the blank before them */
export function sealed(name: Sealed, attributes: Markup, content: Markup): Markup {
  const bare = html`<${name}${attributes}>${content}</${name}>`;
  return html`<${name}${attributes} ${SUM}="${sha256Hex(linesOf(bare.text))}">${content}</${name}>`;
}

/** In place of the checksum of the whole page, as long as it is not known. */
const NONE = '0'.repeat(64);

/** A page that states its own checksum. */
export function sealedPage(page: (sum: string) => string): string {
  return page(sha256Hex(linesOf(page(NONE))));
}

function linesOf(markup: string): string {
  const lines: string[] = [];
  /** Elements that are open within what is sealed itself, which is one of them. */
  let within = 0;
  let at = 0;
  while (at < markup.length) {
    const start = indexOr(markup, '<', at);
    const words = start > at && !within ? oneBlank(unescaped(markup.slice(at, start))) : '';
    if (words) lines.push(`"${words}`);
    const end = indexOr(markup, '>', start);
    at = end + 1;
    const isClosing = markup[start + 1] === '/';
    const isEmpty = markup[end - 1] === '/';
    const source = markup.slice(start + (isClosing ? 2 : 1), isEmpty ? end - 1 : end);
    const name = source.split(' ', 1)[0] ?? '';
    if (!name || name.startsWith('!')) continue;
    const isOpening = !isClosing && !isEmpty && !VOID.has(name);
    if (within) {
      within += isOpening ? 1 : isClosing ? -1 : 0;
      continue;
    }
    if (!isClosing) lines.push(startLine(name, source.slice(name.length)));
    if (isOpening && SEALED.has(name) && source.includes(` ${SUM}="`)) within = 1;
    else if (!isOpening) lines.push(`</${name}>`);
  }
  return lines.join('\n');
}

function startLine(name: string, source: string): string {
  const attributes = [...source.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
    ([, own = '', value = '']) => `${own.toLowerCase()}=${oneBlank(unescaped(value))}`,
  );
  return [`<${name}`, ...attributes.sort()].join('\t');
}

function indexOr(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

const oneBlank = (text: string): string => text.replace(/\s+/g, ' ').trim();
