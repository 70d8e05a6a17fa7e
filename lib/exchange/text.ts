/** Text on its way into a file. */
import { displayText } from '../text';

/**
 * What no file format carries: control characters other than tab and line ends (those behind U+007F break YAML),
 * non-characters, and halves of surrogate pairs (PDFs hold them). Everything else stays as it is.
 */
export function sanitizeText(text: string): string {
  return text
    .replace(/(?![\t\n\r\u0085])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

/** As a page or document shows it: what would act on the words around it is written out, and what no file holds is gone. */
export const shownText = (text: string): string => sanitizeText(displayText(text));

/** Sanitized, on one line: formats that are read line by line lose what follows a line end. */
export function oneLine(text: string): string {
  return sanitizeText(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** "3 papers", "1 paper". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
