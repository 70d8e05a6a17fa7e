/** What the address alone contains about the paper, and whether it is the address of a paper at all. */
import { addressOf, articleDoiOfUrl, arxivIn, hasRoute, pmcidIn, sameSite } from '../../text';
import type { Raw } from './raw';

/**
 * Addresses under which publishers, repositories and indexes put one paper. Shapes, not host names, where
 * the shape is enough.
 */
const PAPER_URLS: readonly RegExp[] = [
  // A DOI in the path.
  /\/doi\/(?:\w+\/)?10\./i,
  /\/(?:article|articles|chapter|content|document|book|abs|abstract|fulltext|full|html)\/(?:[a-z]+\/)?10\.\d{4}/i,
  // Shapes that journal systems share.
  /\/fullarticle\/\d|\/articlelanding\/|\/articlehtml\/|\/article\?id=|\/article\/info/i,
  /\/(?:ojs|index\.php)\/(?:[\w.-]{1,60}\/){1,5}article\/view\//i,
  /\/conference\/[\w-]+\/presentation\/|\/content\/\d+\/[\w-]+\/[\w.]+/i,
  /journals\.lww\.com\/.{1,300}\/(?:fulltext|abstract)\/|\/cdsr\/doi\/|\/fulltext\/[a-z]?\d/i,
  // Indexes and archives.
  /\/(?:pmc\/)?articles\/pmc\d|\/pmc\/pmc\d|pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/\d+/i,
  /europepmc\.org\/(?:article|abstract)|aclanthology\.org\/[a-z]?\d[\w.-]+/i,
  /jstor\.org\/stable\/\d|semanticscholar\.org\/paper\//i,
  /ieeexplore\.ieee\.org\/(?:abstract\/)?document\/\d|eric\.ed\.gov\/\?(?:.{0,300}&)?id=e/i,
  /doaj\.org\/article\/|muse\.jhu\.edu\/(?:pub\/\d+\/)?article\//i,
  /projecteuclid\.org\/journals\/|persee\.fr\/doc\/|ideas\.repec\.org\/[ap]\/\w{3}\//i,
  /cyberleninka\.ru\/article\/n\/|dblp\.org\/rec\//i,
  // Repositories, preprint servers and theses.
  /arxiv\.org\/(?:abs|html)\/|peerj\.com\/(?:articles|preprints)\/|\/frontdoor\//i,
  /\/lingbuzz\/\d{6}|nber\.org\/papers\/w\d/i,
  /\/(?:hal|tel|cel|halshs|jpa|inserm|pasteur|hceres|dumas|ird|cea)-\d{7,8}/i,
  // What follows a handle in words is a list of what it holds: "/browse", "/discover".
  /\/(?:handle|bitstream)\/\d[\d.]*\/\d+(?!\d|\/[a-z])|openreview\.net\/forum/i,
  /ssrn\.com\/.{0,300}abstract/i,
  /osf\.io\/preprints\/|researchsquare\.com\/article\/rs-/i,
  /(?:eprints|eprint)\.[\w.-]{1,80}\/(?:id\/eprint\/)?\d+\/?$/i,
  /\/(?:items?|entities\/publication)\/[\da-f-]{36}/i,
  /theses\.fr\/(?:\d{4}[a-z]\w{6,}|s\d{4,})|diva-portal\.org\/.{0,300}record/i,
  // Publishers.
  /\/science\/article\/(?:abs\/)?pii\/|academic\.oup\.com\/.{1,300}\/article/i,
  /nature\.com\/articles\/|elifesciences\.org\/articles/i,
  /scielo.{0,300}(?:sci_arttext|\/j\/\w+\/a\/)|jstage\.jst\.go\.jp\/article\//i,
  /cambridge\.org\/core\/journals\/.{1,300}\/article\/|mdpi\.com\/\d{4}-\d{3}[\dx]\/\d/i,
  /karger\.com\/.{0,300}article|f1000research\.com\/articles\/|jmir\.org\/\d{4}\/\d/i,
];

/** PubMed, asked for one paper by its number: "?term=19295514", "?term=19295514[uid]". */
const PUBMED = /^https?:\/\/(?:[\w-]+\.){0,3}ncbi\.nlm\.nih\.gov\//i;
const ASKED =
  /[?&](?:term|list_uids|uid)=(\d{5,9})(?:(?:\[|%5b)(?:uid|pmid)(?:\]|%5d))?(?=[&#]|$)/i;

/** The ids that the page's own address carries. */
export function sayUrl(url: string): Raw {
  const raw: Raw = {};
  const doi = articleDoiOfUrl(url);
  if (doi) raw.doi = doi;
  const pmcid = pmcidIn(url);
  if (pmcid) raw.pmcid = pmcid;
  const arxiv = /arxiv\.org\//i.test(url) ? arxivIn(url) : undefined;
  if (arxiv) raw.arxiv = arxiv;
  const pmid =
    /(?:pubmed\.ncbi\.nlm\.nih\.gov\/|\/pubmed\/|europepmc\.org\/(?:article|abstract)\/med\/)(\d{1,9})(?!\d)/i.exec(
      url,
    )?.[1] ?? (PUBMED.test(url) ? ASKED.exec(url)?.[1] : undefined);
  if (pmid) raw.pmid = pmid;
  return raw;
}

/** Whether the address has the shape of one paper's page. */
export function isPaperUrl(url: string): boolean {
  return PAPER_URLS.some((shape) => shape.test(url));
}

/**
 * The page's canonical address: the canonical link when it stays on the page's site (saved through a proxy,
 * or pointing at a home page, it does not count), else the page's own without trackers.
 */
export function canonicalUrl(url: string, canonical: string | null | undefined): string {
  const bare = addressOf(url) || url.replace(/#.*/s, '');
  if (!canonical || canonical === bare || !URL.canParse(canonical, url)) return bare;
  const link = new URL(canonical, url);
  // An application's one page cannot name the view that its fragment chose.
  const namesView = !hasRoute(url) || hasRoute(link.href);
  return sameSite(link.href, url) && namesView && link.pathname.length > 1
    ? addressOf(link.href)
    : bare;
}
