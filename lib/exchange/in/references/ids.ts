/** Ids as readers paste them: bare, labelled, as addresses, in the text of a citation; one or several a line. */
import type { PaperFacts } from '../../../model';
import { sayUrl } from '../../../page/shared';
import { arxivIn, arxivOfDoi, cleanDoi } from '../../../text';
import type { ReadReferences } from './format';
import { beginningOf, linesOf } from './lines';

type Kind = 'doi' | 'pmid' | 'pmcid' | 'arxiv';
type Ids = Partial<Record<Kind, string>>;

/** Of one piece: an address with its parameters. A line may hold a whole list. */
const LONGEST_PIECE = 4_000;

/** A label and what it is of are one piece: "PMID: 123", "doi 10.1000/1", "PMC 123". */
const LABEL = /\b(pmid|pmcid|pubmed(?: id)?|pmc|doi|arxiv)(?: ?[:#=] ?| )(?=\S)/gi;
/** Between pieces. A DOI may have commas and semicolons, but not before what begins another id. */
const BETWEEN = /[\s|]+|[,;](?=\s|$|10\.\d{4}|https?:|doi|pm|arxiv|\d{5})/i;
/** Words that head a column of ids. */
const HEADING = /^\W*(?:dois?|pmids?|pmcids?|pubmed ids?|arxiv(?: ids?)?|ids?|identifiers?)\W*$/i;

/** A number alone that is shorter may be a place in a list, or a year. */
const BARE_PMID = /^\d{5,8}$/;
/** As `PaperFacts` has it. */
const LONGEST_ARXIV = 40;
const BARE_ARXIV = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,2})?$/i;
const LISTED = /^(?:[([]?\d{1,4}[.)\]]|[-*•])$/;

const NOTHING = 'it has no DOI, PMID, PMCID or arXiv id';

/** References that are nothing but ids, one for each work that a line names. Never throws. */
export function readIds(text: string): ReadReferences {
  const found: ReadReferences = { references: [], broken: [] };
  const seen = new Set<string>();
  for (const [i, line] of linesOf(text).entries()) {
    if (!line.trim() || HEADING.test(line)) continue;
    const works = worksIn(line.trim());
    if (works.length === 0)
      found.broken.push({ line: i + 1, text: beginningOf(line), problem: NOTHING });
    for (const ids of works) {
      // A list that is pasted twice is one list.
      const key = JSON.stringify(ids);
      if (seen.has(key)) continue;
      seen.add(key);
      found.references.push({ facts: factsOf(ids), notes: [], line: i + 1 });
    }
  }
  return found;
}

function worksIn(line: string): Ids[] {
  const pieces = line
    .replace(LABEL, (_, label: string) => `${label.replace(' ', '')}:`)
    .split(BETWEEN)
    .filter(Boolean)
    .map((piece) => piece.slice(0, LONGEST_PIECE));
  const named = distinct(pieces.flatMap((piece) => namedIds(piece)));
  // Without any word, numbers alone are ids.
  const bare = pieces.every((piece) => isNumber(piece) || namedIds(piece).length > 0)
    ? pieces.flatMap((piece) => bareIds(piece))
    : [];
  const all = distinct([...named, ...bare]);
  const kinds = all.map(([kind]) => kind);
  // One of each kind: they name one work, as at the end of a citation. Else each names its own.
  return new Set(kinds).size === kinds.length && kinds.length > 0
    ? [Object.fromEntries(all)]
    : all.map((one) => Object.fromEntries([one]));
}

type Id = [Kind, string];

const distinct = (ids: readonly Id[]): Id[] => [
  ...new Map(ids.map((one) => [one.join(' '), one])).values(),
];

const isNumber = (piece: string): boolean =>
  BARE_PMID.test(piece) || BARE_ARXIV.test(piece) || LISTED.test(piece);

/** The ids of a piece whose kind is clear: from a label, a form of its own, or an address. */
function namedIds(piece: string): Id[] {
  const [, label = '', rest = ''] =
    /^\W*(pmid|pmcid|pubmed(?:id)?|pmc|arxiv):(.*)$/i.exec(piece) ?? [];
  const digits = /^(?:PMC)?(\d{1,9})(?!\d)/i.exec(rest)?.[1];
  if (/^(?:pmid|pubmed)/i.test(label)) return digits ? [['pmid', withoutZeros(digits)]] : [];
  if (/^pmc/i.test(label)) return digits ? [['pmcid', `PMC${digits}`]] : [];
  const doi = cleanDoi(piece);
  if (doi) return [['doi', doi]];
  const arxiv = arxivIn(piece);
  if (arxiv && arxiv.length <= LONGEST_ARXIV) return [['arxiv', arxiv]];
  const { pmid = searchedPmid(piece), pmcid } = /^\W*(?:https?:|www\.|pubmed\.)/i.test(piece)
    ? sayUrl(piece)
    : {};
  if (pmcid) return [['pmcid', pmcid]];
  if (pmid) return [['pmid', pmid]];
  const own = /^\W*(PMC\d{3,9})\W*$/i.exec(piece)?.[1];
  return own ? [['pmcid', own.toUpperCase()]] : [];
}

/** PubMed's address of a search for one number. */
const searchedPmid = (piece: string): string | undefined =>
  /pubmed.{0,100}[?&](?:term|list_uids)=(\d{1,9})(?!\d)/i.exec(piece)?.[1];

function bareIds(piece: string): Id[] {
  if (BARE_PMID.test(piece)) return [['pmid', withoutZeros(piece)]];
  const arxiv = BARE_ARXIV.test(piece) && arxivIn(`arxiv:${piece}`);
  return arxiv && arxiv.length <= LONGEST_ARXIV ? [['arxiv', arxiv]] : [];
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

function factsOf(ids: Ids): PaperFacts {
  const arxiv = ids.arxiv ?? (ids.doi && arxivOfDoi(ids.doi));
  const all = { ...ids, ...(arxiv && { arxiv }) };
  const sources = Object.fromEntries(Object.keys(all).map((kind) => [kind, 'library' as const]));
  return { ...all, authors: [], sources };
}
