/** What the address alone says about the paper, and whether it is the address of a paper at all. */
import { addressOf, arxivIn, doiOfUrl, hasRoute, pmcidIn, sameSite } from '../../text';
import type { Raw } from './raw';

/**
 * Addresses under which publishers, repositories and indexes put one paper. Shapes, not host names, where
 * the shape says enough.
 */
const PAPER_URL =
  /\/science\/article\/(?:abs\/)?pii\/|\/(?:pmc\/)?articles\/pmc\d|\/pmc\/pmc\d|pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/\d+|europepmc\.org\/(?:article|abstract)|arxiv\.org\/(?:abs|html)\/|\/doi\/(?:\w+\/)?10\.|\/(?:article|articles|chapter|content|document|book|abs|abstract|fulltext|full|html)\/(?:[a-z]+\/)?10\.\d{4}|academic\.oup\.com\/.+\/article|\/fullarticle\/\d|nature\.com\/articles\/|elifesciences\.org\/articles|peerj\.com\/(?:articles|preprints)\/|\/articlelanding\/|\/articlehtml\/|\/article\?id=|\/article\/info|\/ojs\/.+\/article\/view\/|\/index\.php\/.+\/article\/view\/|\/frontdoor\/|\/lingbuzz\/\d{6}|nber\.org\/papers\/w\d|\/conference\/[\w-]+\/presentation\/|aclanthology\.org\/[a-z]?\d[\w.-]+|\/(?:hal|tel|cel|halshs|jpa|inserm|pasteur|hceres|dumas|ird|cea)-\d{7,8}|\/(?:handle|bitstream)\/\d[\d.]*\/\d+|openreview\.net\/forum|jstor\.org\/stable\/\d|ssrn\.com\/.*abstract|osf\.io\/preprints\/|researchsquare\.com\/article\/rs-|semanticscholar\.org\/paper\/|ieeexplore\.ieee\.org\/(?:abstract\/)?document\/\d|eric\.ed\.gov\/\?(?:.*&)?id=e|doaj\.org\/article\/|scielo.*(?:sci_arttext|\/j\/\w+\/a\/)|jstage\.jst\.go\.jp\/article\/|cambridge\.org\/core\/journals\/.+\/article\/|muse\.jhu\.edu\/(?:pub\/\d+\/)?article\/|projecteuclid\.org\/journals\/|mdpi\.com\/\d{4}-\d{3}[\dx]\/\d|\/content\/\d+\/[\w-]+\/[\w.]+|journals\.lww\.com\/.+\/(?:fulltext|abstract)\/|\/cdsr\/doi\/|karger\.com\/.*article|(?:eprints|eprint)\.[\w.-]+\/(?:id\/eprint\/)?\d+\/?$|\/(?:items?|entities\/publication)\/[\da-f-]{36}|persee\.fr\/doc\/|theses\.fr\/(?:\d{4}[a-z]\w{6,}|s\d{4,})|ideas\.repec\.org\/[ap]\/\w{3}\/|cyberleninka\.ru\/article\/n\/|diva-portal\.org\/.*record|dblp\.org\/rec\/|f1000research\.com\/articles\/|\/articles\/10\.\d{4}|jmir\.org\/\d{4}\/\d|\/fulltext\/[a-z]?\d/i;

/** The ids that the page's own address carries. */
export function sayUrl(url: string): Raw {
  const raw: Raw = {};
  const doi = doiOfUrl(url);
  if (doi) raw.doi = doi;
  const pmcid = pmcidIn(url);
  if (pmcid) raw.pmcid = pmcid;
  const arxiv = /arxiv\.org\//i.test(url) ? arxivIn(url) : undefined;
  if (arxiv) raw.arxiv = arxiv;
  const pmid =
    /(?:pubmed\.ncbi\.nlm\.nih\.gov\/|\/pubmed\/|europepmc\.org\/(?:article|abstract)\/med\/)(\d{1,9})(?!\d)/i.exec(
      url,
    )?.[1];
  if (pmid) raw.pmid = pmid;
  return raw;
}

/** Whether the address has the shape of one paper's page. */
export function isPaperUrl(url: string): boolean {
  return PAPER_URL.test(url);
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
