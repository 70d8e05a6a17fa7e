/** Papers in few words to be shown, and the words for where a field was read. */

import {
  type Eligibility,
  type FieldSource,
  isUnnamedCiting,
  type Paper,
  type PaperFacts,
  PROGRESS_WORDS,
  type ReviewPaper,
  UNNAMED_CITING,
} from '@/lib/model';
import { authorsInText, displayText, doiUrl, linkTo } from '@/lib/text';

type Place = Pick<ReviewPaper, 'progress' | 'eligibility'>;
type Named = Pick<PaperFacts, 'authors'>;

/** "Mirbahaeddin & Chreim", "Ibrahim et al."; "" without authors. */
export const shortAuthors = (paper: Named): string => authorsInText(paper);

/** All authors, for a tooltip; long lists are cut and the rest counted. */
export function allAuthors({ authors }: Named, most = 30): string {
  const names = authors
    .map((a) => displayText(a.literal ?? [a.given, a.family, a.suffix].filter(Boolean).join(' ')))
    .filter(Boolean);
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}

/** What identifies a paper first of all, as it is shown, and where it leads; undefined where nothing does. */
export function identifierOf({ doi, pmid, pmcid, arxiv }: Partial<PaperFacts>) {
  if (doi) return { text: doi, href: doiUrl(doi), field: 'doi' } as const;
  if (pmid) {
    const href = `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
    return { text: `PMID ${pmid}`, href, field: 'pmid' } as const;
  }
  if (pmcid) {
    const href = `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`;
    return { text: pmcid, href, field: 'pmcid' } as const;
  }
  if (!arxiv) return undefined;
  return {
    text: `arXiv:${arxiv}`,
    href: `https://arxiv.org/abs/${arxiv}`,
    field: 'arxiv',
  } as const;
}

/** Where a paper can be opened: where it was met, else where its library or its identifier leads. */
export const placeOf = (paper: Paper): string | undefined =>
  linkTo(...paper.urls, paper.url) ?? identifierOf(paper)?.href;

/** The best name a paper has: its title, else an id, else where it stands. */
export function titleOf(paper: Partial<PaperFacts>, url = paper.url ?? ''): string {
  const none = isUnnamedCiting(paper) ? UNNAMED_CITING : placeName(url);
  return displayText(paper.title || identifierOf(paper)?.text || none);
}

/** "Mirbahaeddin & Chreim 2022"; without authors its best name, in quotation marks where that is a title. */
export function shortCitation(paper: PaperFacts): string {
  const authors = shortAuthors(paper);
  if (authors) return [authors, paper.year].filter(Boolean).join(' ');
  const name = paper.title ? `“${titleOf(paper)}”` : titleOf(paper);
  return isUnnamedCiting(paper) && !paper.doi ? 'a paper that scite does not name' : name;
}

/** "Ibrahim & Mutschler · 2020 · medRxiv", and what else is given: what tells papers of one title apart. */
export function aboutPaper(
  paper: Named & Pick<PaperFacts, 'year' | 'containerTitle'>,
  ...more: readonly (string | undefined)[]
): string {
  return [shortAuthors(paper), paper.year, paper.containerTitle, ...more]
    .filter(Boolean)
    .map((part) => displayText(String(part)))
    .join(' · ');
}

function placeName(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname === '/' ? '' : decodeURI(pathname)}`;
  } catch {
    return url || 'Untitled paper';
  }
}

export const ELIGIBILITY_WORDS: Readonly<Record<Eligibility, string>> = {
  undecided: 'Undecided',
  included: 'Included',
  excluded: 'Excluded',
};

/** "Read, included"; "undecided" is left out. */
export function placeWords({ progress, eligibility }: Place): string {
  if (eligibility === 'undecided') return PROGRESS_WORDS[progress];
  return `${PROGRESS_WORDS[progress]}, ${eligibility}`;
}

/** Where a field was read, for readers who know no metadata formats. */
export const SOURCE_WORDS: Readonly<Record<FieldSource, string>> = {
  reader: 'corrected by you',
  site: 'site rule',
  citation: 'citation metadata',
  prism: 'PRISM metadata',
  dcterms: 'DC Terms metadata',
  'json-ld': 'JSON-LD',
  dc: 'Dublin Core metadata',
  coins: 'COinS',
  eprints: 'repository metadata',
  og: 'link preview',
  url: 'page address',
  visible: 'page text',
  pdf: 'PDF',
  library: 'imported library',
};

/** "From JSON-LD"; undefined when no source is known. */
export function sourceTitle(paper: PaperFacts, field: keyof PaperFacts): string | undefined {
  const source = paper.sources[field];
  return source && `From ${SOURCE_WORDS[source]}`.replace('From corrected', 'Corrected');
}
