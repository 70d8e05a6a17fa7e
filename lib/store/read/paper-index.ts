/**
 * Papers by what names them, for recognising many references at once: a look-up in the database for each of thousands
 * would take minutes. It decides as find-paper.ts does for one page, with what two records without a page can be told by.
 */
import type { Paper, PaperFacts } from '../../model';
import { arxivOfDoi, looseKey, namingTitle, plainTitle } from '../../text';
import {
  areFirstNamesApart,
  areYearsApart,
  contradicts,
  firstName,
  ID_FIELDS,
  sameByTitle,
} from './find-paper';

/**
 * Why a paper of the same title is not taken for the same work: another identifier, year or first author, of a short title
 * another place in print; `unsure`: each has an identifier of another kind, and no year and author to compare.
 */
export type Doubt = 'id' | 'year' | 'author' | 'place' | 'unsure';

export interface Match {
  paper: Paper;
  /** Null: it is the same work. */
  doubt: Doubt | null;
}

/** Where a paper is printed. Short titles ("Editorial") name nothing alone: these tell such papers apart. */
const PLACE_FIELDS = ['containerTitle', 'volume', 'issue', 'page'] as const;

/** So many papers of one title are compared: a file of thousands of them must not take a minute. */
const MOST_OF_ONE_TITLE = 200;

export class PaperIndex {
  readonly #papers = new Map<string, Paper>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(papers: Iterable<Paper>) {
    for (const paper of papers) this.put(paper);
  }

  /** Adds a paper, or takes it as it is now: what it was named before still finds it. */
  put(paper: Paper): void {
    this.#papers.set(paper.id, paper);
    for (const name of [...idNames(paper), titleName(paper)]) {
      if (!name) continue;
      const known = this.#byName.get(name);
      if (known) known.add(paper.id);
      else this.#byName.set(name, new Set([paper.id]));
    }
  }

  /** The paper that this is, or may be; null where none is like it. */
  find(facts: PaperFacts): Match | null {
    for (const name of idNames(facts)) {
      const same = this.#named(name).find((paper) => !contradicts(paper, facts));
      if (same) return { paper: same, doubt: null };
    }
    const alike = this.#named(titleName(facts))
      .slice(0, MOST_OF_ONE_TITLE)
      .map((paper) => ({ paper, doubt: doubtOf(paper, facts) }));
    const same = alike.filter(({ doubt }) => doubt === null);
    if (!same.length) return alike[0] ?? null;
    return same.reduce((best, one) =>
      likeness(one.paper, facts) > likeness(best.paper, facts) ? one : best,
    );
  }

  #named(name: string): Paper[] {
    return [...(this.#byName.get(name) ?? [])].flatMap((id) => this.#papers.get(id) ?? []);
  }
}

/** Its identifiers, in the order of trust. A preprint's DOI holds its arXiv id. */
function idNames(facts: PaperFacts): string[] {
  const arxiv = facts.arxiv ?? arxivOfDoi(facts.doi ?? '');
  return ID_FIELDS.flatMap((field) => {
    const value = field === 'arxiv' ? arxiv : facts[field];
    return value ? [`${field} ${value}`] : [];
  });
}

/** Of a short title, with what must be equal. */
function titleName(facts: PaperFacts): string {
  const naming = namingTitle(facts.title);
  if (naming) return `title ${naming}`;
  const plain = plainTitle(facts.title);
  const { year = '' } = facts;
  const author = firstName(facts);
  const place = year && author ? [] : PLACE_FIELDS.map((field) => looseKey(facts[field] ?? ''));
  return plain && `short ${[plain, year, author, ...place].join(' | ')}`;
}

/** Of two papers with one title. */
function doubtOf(a: PaperFacts, b: PaperFacts): Doubt | null {
  if (contradicts(a, b)) return 'id';
  if (areYearsApart(a, b)) return 'year';
  if (areFirstNamesApart(a, b)) return 'author';
  if (!namingTitle(a.title)) return arePlacesApart(a, b) ? 'place' : null;
  const isTold = Boolean(a.year && b.year && firstName(a) && firstName(b));
  return isTold || sameByTitle(a, b) ? null : 'unsure';
}

const arePlacesApart = (a: PaperFacts, b: PaperFacts): boolean =>
  PLACE_FIELDS.some((field) => {
    const [one, other] = [looseKey(a[field] ?? ''), looseKey(b[field] ?? '')];
    return one !== '' && other !== '' && one !== other;
  });

/** Of several that may be the same work, the one whose year, and then whose first author, is the same. */
const likeness = (a: PaperFacts, b: PaperFacts): number =>
  (a.year === b.year ? 2 : 0) + (firstName(a) === firstName(b) ? 1 : 0);
