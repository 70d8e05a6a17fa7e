/** Torn words and numbers: what stands right before or after a quote without a blank in between. */

/** The part of a word or number that ends `text`: what a quote starting right after it would be torn from. */
export function trailingPart(text: string, next: string): string {
  if (/^[\p{N}]/u.test(next))
    return (
      /\p{N}+(?:[.,\u00b7]\p{N}+)*[.,\u00b7]?$/u.exec(text.slice(-40))?.[0] ?? signBefore(text)
    );
  if (/^[\p{L}\p{M}]/u.test(next))
    return /[\p{L}\p{M}'\u2019]+[\u2010\u2011-]?$/u.exec(text.slice(-40))?.[0] ?? '';
  return '';
}

/** A minus sign in front of a number: "\u22125" is not "5", but "3-5" and "- 5" are not signs. */
function signBefore(text: string): string {
  return /(?:^|[\s(=<>\u2264\u2265])[-\u2212\u2010-\u2013]$/.test(text.slice(-2)) ? '-' : '';
}

/** The part of a word or number that starts `text`, for a quote that ends right before it. */
export function leadingPart(text: string, last: string): string {
  if (/\p{N}$/u.test(last))
    return (
      /^[.,\u00b7]?\p{N}+(?:[.,\u00b7]\p{N}+)*/u.exec(text.slice(0, 40))?.[0] ??
      (/^%/.test(text) ? '%' : '')
    );
  if (/[\p{L}\p{M}]$/u.test(last))
    return /^[\u2010\u2011-]?[\p{L}\p{M}]+/u.exec(text.slice(0, 40))?.[0] ?? '';
  return '';
}
