/** Links that publishers append to a reference ("Google Scholar", "View in article"): no part of its text. */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';

/** Link texts (and the words between them) that publishers append to an entry. */
const LINK_TEXTS = new Set(
  `
  googlescholar, google scholar, crossref, crossref full text, cross ref, cross ref full text,
  pubmed, pubmed full text, pubmed central, pubmed central full text, pubmed abstract, pubmed
  abstract full text, pub med, pub med full text, pub med central, pub med central full text, pub
  med abstract, pub med abstract full text, medline, isi, isi web of science, cas, chemport, chem
  port, ads, article, publisher full text, free full text, free article, free pmc article, pmc,
  pmc free article, abstract, pdf, html, doi, download, download citation, view in scopus, view in
  pubmed, view in web of science, return to ref, link, links, export, infotrieve, ref link,
  reference link, show context, open in new tab, open in new window, opens in new tab, opens in
  new window, worldcat, search ads, inspire, inspire hep, mathscinet, zentralblatt math, math,
  open in readcube, open in read cube, readcube, read cube, iospress, ios press, elsevier, wiley,
  wiley online library, springer, proquest, jstor, pubget, europepmc, europe pmc, dimensions,
  semantic scholar, bibtex, ris, endnote, citavi, papers, zotero, mendeley, save, cite, 1st
  citation, first citation, citation, show, hide, more, ^, ↵, ↩, ⇧, ↑, ⬆, ▲, source, preview,
  request, permissions, full reference, close, reference, ncbi, genbank, iopscience, iop science,
  iucr, oalink, oa link, sciencedirect, inchikey, full text, fulltext, full text pdf, fulltext
  pdf, scopus, view, view article, view in article, view abstract, view record in scopus, view
  pdf, view at google scholar, view all references, view reference in text`
    .replace(/\s+/g, ' ')
    .trim()
    .split(', '),
);
/** Link texts by their beginning, and how much may follow it. */
const LINK_BEGINNINGS: readonly [string, number][] = [
  ['web of science', 30],
  ['full text via ', 40],
  ['fulltext via ', 40],
  ['openurl', 60],
  ['open url', 60],
  ['find it', 40],
  ['find online', 40],
  ['find this article online', 40],
  ['find at ', 60],
  ['sfx', 40],
  ['get it', 40],
  ['getit', 40],
  ['view at publisher', 40],
  ['view reference', 30],
  ['go to citation', 30],
  ['go to ref', 35],
  ['go to text', 30],
  ['go to article', 30],
  ['return to ref', 35],
  ['return to citation', 30],
  ['back to text', 30],
  ['back to citation', 30],
  ['back to article', 30],
  ['volver a', 30],
  ['ir a la cita', 30],
  ['voltar a', 30],
  ['retour a', 30],
  ['retour à', 30],
  ['zurück zu', 30],
  ['hochspringen', 30],
  ['torna a', 30],
  ['order article via ', 40],
  ['cited within', 40],
  ['cited in', 40],
  ['faculty opinions', 40],
  ['f1000', 30],
  ['cited by', 20],
  ['times cited', 20],
  ['jump to ', 30],
  ['link to ', 30],
  ['links to ', 30],
];
const OTHER_LINK_TEXT = /^(?:scopus \(\d+\)|\d+st citation.{0,40}|[^\s\d]{0,12} ?openurl.{0,40})$/;

/** Whether a text is one that publishers put on such links. */
export function isLinkText(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    LINK_TEXTS.has(lower) ||
    LINK_BEGINNINGS.some(
      ([beginning, more]) => lower.length <= beginning.length + more && lower.startsWith(beginning),
    ) ||
    OTHER_LINK_TEXT.test(lower)
  );
}

/** Links back to the places that cite the work: "a", "b" behind an arrow, "1.0", "1.1". A number alone may be the entry's. */
const BACK = /^(?:\p{L}{1,2}|\d{1,3}\.\d{1,2})$/u;

/** True when a link tells nothing about the work that it follows. */
export function isLinkFurniture(el: Element): boolean {
  const text = dom.textContent(el) ?? '';
  if (text.length > 90) return false;
  const bare = plain(text).replace(/^[[(|,;·•\s]+|(?<![\])|,;.:·•\s])[\])|,;.:·•\s]+$/g, '');
  if (BACK.test(bare) && dom.getAttribute(el, 'href')?.startsWith('#')) return true;
  return bare === '' || isLinkText(bare);
}
