/** Cover sheets: pages that archives and sites put before a paper, with its citation and their own terms. */

/** Words by which archives speak of the paper that follows; one alone may be in any paper. */
const WORDS: readonly RegExp[] = [
  /\b(?:this|the following|attached) (?:is|copy|document|version|article|paper|item|manuscript|content|work) (?:is|was|has|may|can)?/i,
  /\bdownloaded (?:from|on|by)\b/i,
  /\bterms (?:of use|and conditions|& conditions)\b/i,
  /\b(?:citation for (?:the )?published|to cite this|cite as|please cite|original citation|published version)\b/i,
  /\b(?:repository|open access archive|resource cent(?:re|er)|institutional|digital library|researchgate|stable url)\b/i,
  /\b(?:author(?:'s|’s)? (?:manuscript|accepted|produced)|post-?print|pre-?print|accepted version|version of record)\b/i,
  /\b(?:hal is a|see discussions|view (?:the )?article online|link to (?:publication|published)|permanent (?:link|repository))\b/i,
  /\b(?:grants? permission|permissions? (?:is|are) granted|rights|copyright|licen[cs]e)\b/i,
];
/** A paper's first page has one of these phrases, of its licence; a cover has more. */
const FEWEST = 2;
/** A cover has less text than a page of a paper, in letters. */
const MOST_LETTERS = 2_800;
/** The page after it has so many times its text. */
const MORE_TEXT = 1.5;
/** The paper's first page has more than one word of a title in common with its cover. */
const SHARED = 3;

const wordsOf = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{6,}/gu) ?? [],
  );

/** Whether a page is a cover sheet of the one after it. */
export function isCover(page: readonly string[], next: readonly string[]): boolean {
  const text = page.join(' ');
  if (
    text.length > MOST_LETTERS ||
    page.some((one) => /^(?:1\.? )?(?:introduction|abstract)$/i.test(one))
  )
    return false;
  if (WORDS.filter((words) => words.test(text)).length < FEWEST) return false;
  if (next.join(' ').length < MORE_TEXT * text.length) return false;
  const words = wordsOf(next.slice(0, 8));
  return [...wordsOf(page)].filter((word) => words.has(word)).length >= SHARED || page.length < 6;
}
