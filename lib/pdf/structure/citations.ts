/** In-text citations of a PDF: the markers that HTML is searched for as well, in the style that the document shows. */

import {
  type CitationIndex,
  type Found,
  isNumbered,
  type ListedEntry,
  patternStyle,
  withPatterns,
} from '../../page/shared';

/** A paragraph as it is searched: its text with its superscripts in it. */
export interface CitedText {
  text: string;
  sups: [number, number][];
  /** Its place among the paragraphs. */
  paragraph: number;
}

/**
 * The superscripts that can be markers: not the label of an address or a note, right before its first word, and not an
 * exponent of a variable.
 */
export function markerSups(text: string, sups: readonly [number, number][]): [number, number][] {
  return sups.filter(
    ([from, to]) =>
      !/^\p{L}/u.test(text.slice(to, to + 1)) &&
      !/(?:^|[\s(=×·,/])\p{L}$/u.test(text.slice(Math.max(0, from - 2), from)),
  );
}

/** The citations of some paragraphs, in reading order. */
export function citationsIn(
  texts: readonly CitedText[],
  entries: readonly ListedEntry[],
  index: CitationIndex,
): readonly Found<CitedText>[] {
  const labelled = isNumbered(entries);
  const style = atOnce(patternStyle(texts, [], index, { numbered: labelled, labelled }));
  return atOnce(withPatterns(texts, [], index, style));
}

/** What a reading in steps comes to. */
function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
