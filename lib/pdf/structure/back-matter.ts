/**
 * Back matter: what a paper states about itself behind its text (funding, interests, contributions). Its headings head
 * sections only where they are set like those of the text, which `read.ts` decides.
 */
import { isBackMatter, isReferencesTitle, sectionKind } from '../../page/shared';

/** It begins in the last part of a paper: "Ethical approval" within the methods is a section of these. */
const LAST_PART = 0.55;
/** Besides the titles that `isBackMatter` knows, by their beginnings. */
const MORE: readonly RegExp[] = [
  /^(?:declarations?$|declarations? of|ethic(?:s|al) (?:approval|statement|declaration|clearance|committee|standards|permission)|consent (?:for|to) p|patient consent)/i,
  /^(?:availability of|data (?:sharing|access)|code availability|supplement|supporting|electronic supp|additional (?:information|files?|material))/i,
  /^(?:author (?:details|information|disclosure)|authors.? information|credit|orcid|reviewer|peer review|provenance|transparency|role of the fund)/i,
  /^(?:publisher.?s.note|open access|how to cite|disclaimer|footnotes?|glossary|nomenclature|research in context)/i,
];

/** Which of the headings of a paper, by their places in it from 0 to 1, are of back matter. */
export function backMatter(headings: readonly { title: string; at: number }[]): boolean[] {
  let within = false;
  return headings.map(({ title, at }) => {
    const states =
      isBackMatter(title) || MORE.some((words) => words.test(title.replace(/^[\d. ]+/, '')));
    if (states) within ||= at > LAST_PART;
    else if (
      isReferencesTitle(title) ||
      sectionKind(title) !== 'other' ||
      /^(?:\d|appendi|annex)/i.test(title)
    )
      within = false;
    return within;
  });
}
