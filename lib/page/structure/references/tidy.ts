/** The text of an entry without what the links that are left out of it leave behind. */
import { plain } from '../../reading/plain';

/** The endings of texts that may have such remains; most texts end in a full stop or a number. */
const LEFT_BEHIND = /[)\]|·•,;]$|\.\.$|(?:scholar|crossref|pubmed|medline|article|text)\s*\.?$/i;
const LONGEST_LEFT = 24;
/** Before the links back to the text. */
const ARROW = /^[\^↑↵↩⇧⬆▲](?:[\s,^↑]+)?/;

/**
 * Drops the punctuation and brackets that the dropped links leave behind. Only the end is looked at: patterns
 * that are tied to it would be tried at every letter before it.
 */
export function tidy(text: string): string {
  const whole = plain(text)
    .replace(/ ([,.;:)\]])/g, '$1')
    .replace(ARROW, '');
  if (!LEFT_BEHIND.test(whole.slice(-LONGEST_LEFT))) return withoutBrackets(whole);
  const cut = Math.max(0, whole.length - 120);
  let end = whole.slice(cut);
  for (let i = 0; i < 4; i++) {
    const before = end;
    end = end
      .replace(/(?:\s*(?:\[[\s,;|.]*\]|\([\s,;|.]*\)|[|·•,;]))+\s*$/, '')
      .replace(/\s*\[\s*(?:doi:?|pmid:?|pubmed:?|crossref:?|google scholar:?)?\s*\]\s*$/i, '')
      .replace(
        /(?:[.\s]|^)(?:google scholar|crossref|pubmed|medline|view article|full text)\s*\.?$/i,
        '.',
      )
      .replace(/\.\.$/, '.')
      .trimEnd();
    if (end === before) break;
  }
  return withoutBrackets(whole.slice(0, cut) + end);
}

/** Brackets around dropped links. */
function withoutBrackets(clean: string): string {
  return clean.includes('[') ? clean.replace(/\[[\s|,;]*\]/g, '').replace(/ {2,}/g, ' ') : clean;
}
