/** The window's title, and its parts: "Title | Journal | Publisher". */
import { squeeze } from '../../text';

/** What is read of a window title before it is tidied, and after, in UTF-16 units. */
const LONGEST_RAW = 4_000;
const LONGEST = 600;
/** Separators, brackets around a platform's name at the end, and a blank after a site's domain. */
const BETWEEN = / [|·»:–—-]{1,2} | ?\| ?| ?\[(?=[^[\]]*\]$)|(?<=\w\.com) |\]$/;

/** The window title without markup that some sites leave in it. */
export function windowTitle(doc: Document): string {
  return squeeze(doc.title.slice(0, LONGEST_RAW).replace(/<\/?[a-z][^<>]{0,40}>/gi, ''), LONGEST);
}

/** Its parts between separators. */
export function titleParts(doc: Document): string[] {
  return windowTitle(doc)
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
}
