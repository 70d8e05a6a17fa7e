/**
 * Links to what records name: only web pages are linked. `javascript:` in a restored backup is code, `file:`
 * names the reader's own disk.
 */

/** Is this the address of a web page? */
export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** What a link may lead to: the first of these that is a web address; undefined when none is. */
export function linkTo(...urls: readonly (string | undefined)[]): string | undefined {
  return urls.find((url) => url !== undefined && isWebAddress(url));
}

/** The address of a DOI as browsers and other tools expect it. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeRest(doi, /[^A-Za-z0-9._;()/:~+,=@!$*'&-]/gu)}`;
}

/** A web address for a file; undefined for any other scheme. Signs that end a link early are encoded. */
export function webAddress(url: string | undefined): string | undefined {
  if (!url || !isWebAddress(url)) return undefined;
  return encodeRest(url, /[^A-Za-z0-9._;()/:~+,=@!$*'&?#[\]%-]/gu);
}

/** Percent-encodes `signs`; controls go, and so do halves of surrogate pairs, which cannot be encoded. */
function encodeRest(text: string, signs: RegExp): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]+/gu, '')
    .trim()
    .replace(signs, (sign) => encodeURIComponent(sign));
}
