/** HTML in which every text is escaped, because only what this template made is taken as it is. */
import { escapeXml } from '../../codebook/xml';
import { shownText } from '../../text';

export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[] | undefined | false;

/** A text in it is escaped, for an element or for an attribute in double quotes; nothing is put in for what is not there. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((all, piece, i) => all + written(parts[i - 1]) + piece));

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeXml(shownText(String(part)));
}

export const joined = (parts: readonly Markup[], between: string): Markup =>
  new Markup(parts.map(({ text }) => text).join(escapeXml(between)));
