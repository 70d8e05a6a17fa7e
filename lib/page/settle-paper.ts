/**
 * Many sources, one paper: for each field the best source that has a usable value, by one ranking of sources. What
 * disagrees is reported.
 */
import type { Author, Conflict, FieldSource, PaperFacts } from '../model';
import { settled } from '../model/records/publication';
import { rankOnPage } from '../model/sources';
import { arxivOfDoi, isPartOfBook, looseKey } from '../text';
import type { Ledger } from './claims';
import { type Cleaned, cleanField } from './fields/clean';
import { asStatus } from './fields/in-press';
import { typePreprint } from './fields/preprint';
import type { FieldClaim } from './fields/stated/rule';
import type { Field } from './view/raw';

interface Answer {
  source: FieldSource;
  value: Cleaned;
}

/** How a field is settled, beyond "the best source". */
interface Policy {
  /** Two sources that differ are worth a reader's look. The visible page shows other years, but other words for a title. */
  compared?: 'as names' | 'as values';
  /** Another answer that is better than that of the best source. */
  prefer?(answers: readonly Answer[]): { best: Answer; conflict?: Answer[] } | undefined;
  /** Whether more than the best source is asked although nothing is compared. */
  asksOn?(best: Answer): boolean;
}

/** Sources and texts in a conflict as it is reported. */
const MOST_VALUES = 20;
const LONGEST_VALUE = 500;
/** A title with its subtitle is so many times as long at most, and so many UTF-16 units more. */
const WITH_SUBTITLE = 2.5;
const SHORT_SUBTITLE = 80;

/** What sites set between a title and their name, and no title between its parts. */
const SITE_AFTER = /^ ?(?:\||::|·) ?\S/;
/** In UTF-16 units: a shorter text is a word, and no title. */
const SHORTEST_ALONE = 11;

const keyOf = (name: Author | undefined) => looseKey(name?.family ?? name?.literal ?? '');
const sameName = (a: Author | undefined, b: Author | undefined) =>
  keyOf(a) !== '' && keyOf(a) === keyOf(b);

const POLICIES: Partial<Record<Field, Policy>> = {
  doi: {
    compared: 'as values',
    // A chapter's tags may give the book's DOI: the page's address, or another source, has the chapter's.
    prefer([first, ...others]) {
      const best = others.find(
        ({ value }) => first && isPartOfBook(String(value), String(first.value)),
      );
      return best && { best };
    },
  },
  year: { compared: 'as values' },
  containerTitle: { compared: 'as names' },
  title: {
    compared: 'as names',
    // Tags that leave the subtitle out give way to a title that goes on after a colon.
    prefer([first, ...others]) {
      if (!first) return undefined;
      // "Title | Site", which some sites give to all who read tags: another source has the title alone.
      const whole = String(first.value);
      const alone = others.find(({ value }) => {
        const title = String(value);
        return (
          title.length > SHORTEST_ALONE &&
          whole.toLowerCase().startsWith(title.toLowerCase()) &&
          SITE_AFTER.test(whole.slice(title.length))
        );
      });
      if (alone) return { best: alone };
      const short = String(first.value).replace(/(?<![\s.:])[\s.:]+$/, '');
      const best = others.find(({ value }) => {
        const long = String(value);
        return (
          long.toLowerCase().startsWith(`${short.toLowerCase()}: `) &&
          long.length < WITH_SUBTITLE * short.length + SHORT_SUBTITLE &&
          !long.includes(' | ')
        );
      });
      return best && { best };
    },
  },
  authors: {
    asksOn: ({ value }) => (value as Author[]).length === 1,
    // Some publishers' tags carry one author of many: a source that has that one and more is fuller.
    prefer([first, ...others]) {
      const [only, more] = (first?.value ?? []) as Author[];
      if (!first || more) return undefined;
      const best = others.find(({ value }) => {
        const names = value as Author[];
        return names.length > 1 && names.some((name) => sameName(name, only));
      });
      return best && { best, conflict: [first, best] };
    },
  },
};

/** In the order in which they are settled; the paper has no others. */
const FIELDS: readonly Field[] = [
  ...(['doi', 'pmid', 'pmcid', 'arxiv', 'title', 'volume', 'issue', 'page', 'publisher'] as const),
  ...(['authors', 'year', 'containerTitle', 'issn', 'abstract', 'type', 'keywords'] as const),
  ...(['isbn', 'number', 'genre', 'editors', 'language', 'status', 'preprintOf'] as const),
];

function differ(policy: Policy, a: unknown, b: unknown): boolean {
  const [x, y] = [looseKey(String(a)), looseKey(String(b))];
  return policy.compared === 'as names' ? !x.includes(y) && !y.includes(x) : x !== y;
}

/** The usable answers to one field, the best source first; one for each source. */
function answersTo(field: Field, claims: readonly FieldClaim[], policy: Policy): Answer[] {
  const sorted = claims
    .filter((claim) => claim.field === field)
    .sort((a, b) => rankOnPage(a.source, field) - rankOnPage(b.source, field));
  const answers: Answer[] = [];
  for (const { source, value: stated } of sorted) {
    if (answers.some((answer) => answer.source === source)) continue;
    const value = cleanField(field, stated);
    if (value === undefined) continue;
    answers.push({ source, value });
    if (!policy.compared && !policy.asksOn?.({ source, value })) break;
  }
  return answers;
}

/**
 * Settles every field.
 * @param stated any order; of several claims of one source the first usable one counts
 */
export function settlePaper(
  stated: readonly FieldClaim[],
  ledger?: Ledger,
): { paper: PaperFacts; conflicts: Conflict[] } {
  const paper: PaperFacts = { authors: [], sources: {} };
  const conflicts: Conflict[] = [];
  const claims = stated.map(asStatus);
  for (const field of FIELDS) {
    const policy = POLICIES[field] ?? {};
    const answers = answersTo(field, claims, policy);
    const preferred = policy.prefer?.(answers);
    const best = preferred?.best ?? answers[0];
    if (!best) continue;
    if (preferred?.conflict) conflicts.push(conflict(field, preferred.conflict));
    Object.assign(paper, { [field]: best.value });
    paper.sources[field] = best.source;
    ledger?.note(field, best.value);
    if (!policy.compared) continue;
    const others = answers.filter(
      ({ source, value }) =>
        (source !== 'visible' || field === 'year') && differ(policy, value, best.value),
    );
    if (others.length > 0) conflicts.push(conflict(field, [best, ...others]));
  }
  const arxiv = paper.doi && arxivOfDoi(paper.doi);
  if (arxiv && !paper.arxiv) {
    paper.arxiv = arxiv;
    if (paper.sources.doi) paper.sources.arxiv = paper.sources.doi;
  }
  typePreprint(paper);
  return { paper: settled(paper), conflicts };
}

function conflict(field: string, answers: readonly Answer[]): Conflict {
  const text = (value: Cleaned) =>
    Array.isArray(value)
      ? (value as Author[]).map((name) => name.family ?? name.literal).join(', ')
      : String(value);
  return {
    field,
    values: answers
      .slice(0, MOST_VALUES)
      .map(({ source, value }) => ({ source, value: text(value).slice(0, LONGEST_VALUE) })),
  };
}
