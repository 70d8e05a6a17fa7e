/**
 * What must hold of records beyond their schemas, each rule once: for the sweep, for what is read from files, for every
 * write, and for tests.
 *
 * A schema refuses a row, which is then left out everywhere until the reader repairs it. So a rule whose breach can be put
 * right without loss is here, with how: what an earlier version wrote, or wrote by today's rules before these were made
 * stricter, stays readable and is mended. What only the reader can decide is set aside.
 */
import type { KindName, RecordOf } from './kinds';
import { UNKNOWN_VERSION } from './legacy/codebooks';
import { MISPLACED, NO_DOI } from './records/aside';

/** What the rules need from elsewhere. */
export interface Around {
  /** The DOI in a text, as it is stored (lib/text, which the model does not know); null where there is none. */
  cleanDoi(raw: string): string | null;
  /** The paper of a statement; undefined where the statement is not known. */
  paperOf?(statementId: string): string | undefined;
}

interface Invariant<K extends KindName = KindName> {
  kind: K;
  /** What is wrong with a record, or null. */
  broken(record: RecordOf<K>, around: Around): string | null;
  /** The record with that put right, without losing anything; the very same where it cannot be. */
  mend?(record: RecordOf<K>, around: Around): RecordOf<K>;
}

const rule = <K extends KindName>(one: Invariant<K>): Invariant => one as unknown as Invariant;

const UNCLEAN_DOI = 'doi: is not written as Bearing writes DOIs';

type WithDoi = { doi?: string | null | undefined };

/** Is there a DOI in it, in other words? */
const isUnclean = ({ doi }: WithDoi, { cleanDoi }: Around): boolean => {
  const clean = doi && cleanDoi(doi);
  return Boolean(clean) && clean !== doi;
};

/** The same with a clean DOI; the very same where it is clean, or holds none. */
const withCleanDoi = <T extends WithDoi>(one: T, around: Around): T =>
  isUnclean(one, around) ? { ...one, doi: around.cleanDoi(one.doi as string) } : one;

const isWithoutDoi = ({ doi }: WithDoi, { cleanDoi }: Around): boolean =>
  Boolean(doi) && cleanDoi(doi as string) === null;

/** The item as it was, or the list with items changed; the very same list where none is. */
function mapped<T>(list: T[], change: (one: T) => T): T[] {
  const after = list.map(change);
  return after.every((one, i) => one === list[i]) ? list : after;
}

type Target = RecordOf<'statements'>['targets'][number];

const isReversed = ({ selectors: { position } }: Target): boolean =>
  position !== undefined && position.start > position.end;

/** Both offsets are kept; what they prove is decided by the text between them (lib/anchor). */
function inOrder(target: Target): Target {
  const { position } = target.selectors;
  if (!position || !isReversed(target)) return target;
  const turned = { ...position, start: position.end, end: position.start };
  return { ...target, selectors: { ...target.selectors, position: turned } };
}

const INVARIANTS: readonly Invariant[] = [
  rule({
    kind: 'tags',
    broken: ({ statementId, paperId }, { paperOf }) => {
      const paper = paperOf?.(statementId);
      return paper !== undefined && paper !== paperId ? MISPLACED : null;
    },
  }),
  rule({
    kind: 'tags',
    broken: ({ codebookVersion }) => (codebookVersion ? null : 'codebookVersion: is empty'),
    // It was left empty where it was not known. Which version the review uses now proves nothing about then.
    mend: (tag) => (tag.codebookVersion ? tag : { ...tag, codebookVersion: UNKNOWN_VERSION }),
  }),
  rule({
    kind: 'papers',
    broken: (paper, around) =>
      [paper, paper.readerFields ?? {}].some((one) => isUnclean(one, around)) ? UNCLEAN_DOI : null,
    mend: (paper, around) => {
      const { readerFields } = paper;
      const clean = withCleanDoi(paper, around);
      const corrections = readerFields && withCleanDoi(readerFields, around);
      return corrections === readerFields ? clean : { ...clean, readerFields: corrections };
    },
  }),
  rule({
    kind: 'papers',
    // Two works would be taken for one by it.
    broken: (paper, around) =>
      [paper, paper.readerFields ?? {}].some((one) => isWithoutDoi(one, around)) ? NO_DOI : null,
  }),
  rule({
    kind: 'statements',
    broken: ({ cites }, around) =>
      cites.some((one) => isUnclean(one, around)) ? `cites.${UNCLEAN_DOI}` : null,
    mend: (statement, around) => {
      const cites = mapped(statement.cites, (one) => withCleanDoi(one, around));
      return cites === statement.cites ? statement : { ...statement, cites };
    },
  }),
  rule({
    kind: 'statements',
    broken: ({ targets }) => (targets.some(isReversed) ? 'position: ends before it begins' : null),
    mend: (statement) => {
      const targets = mapped(statement.targets, inOrder);
      return targets === statement.targets ? statement : { ...statement, targets };
    },
  }),
];

/** The kinds that have a rule whose breach can be put right. */
export const MENDABLE: readonly KindName[] = [
  ...new Set(INVARIANTS.flatMap(({ kind, mend }) => (mend ? kind : []))),
];

/** What is wrong with a record that its schema accepts, one line a rule. */
export function brokenInvariants<K extends KindName>(
  kind: K,
  record: RecordOf<K>,
  around: Around,
): string[] {
  return INVARIANTS.flatMap((one) => (one.kind === kind ? (one.broken(record, around) ?? []) : []));
}

/** The record with all put right that can be, without losing anything; the very same where nothing has to be. */
export function mended<K extends KindName>(
  kind: K,
  record: RecordOf<K>,
  around: Around,
): RecordOf<K> {
  return INVARIANTS.reduce<RecordOf<KindName>>(
    (after, one) => (one.kind === kind && one.mend ? one.mend(after, around) : after),
    record,
  ) as RecordOf<K>;
}
