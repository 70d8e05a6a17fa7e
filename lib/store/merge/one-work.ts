/** Two records of one work, or of one quote, as one; and what two stores' papers are known to be one work by. */
import { compareVersions, Paper, type RecordOf, Statement, unknownIn } from '../../model';
import { addressKey, looseKey, namingTitle, plainTitle } from '../../text';
import { ID_FIELDS } from '../read/find-paper';
import { factsIn, joinFacts, withFacts, withUrl } from '../write/papers';
import { withReport } from '../write/statements';
import type { Register } from './registers';

export function oneStatement(kept: Register, other: Register): RecordOf<'statements'> {
  const [a, b] = [kept.record as RecordOf<'statements'>, other.record as RecordOf<'statements'>];
  return {
    ...unknownIn(b, Statement.shape),
    ...withReport(a, b, b.targets),
  };
}

/** Given by those who publish or register works; a fingerprint is Bearing's own, of a page or a passage. */
const GIVEN_IDS = ID_FIELDS.filter((field) => field !== 'fingerprint');
export const isIdentifier = (name: string) =>
  GIVEN_IDS.some((field) => name.startsWith(`${field} `));

/** What a paper is found by: its identifiers, its addresses, its title on a report that quotes it, a distinctive title. */
export function namesOf(paper: Paper): string[] {
  const ids = ID_FIELDS.flatMap((field) => (paper[field] ? [`${field} ${paper[field]}`] : []));
  const addresses = paper.urls.map(addressKey).filter(Boolean);
  const title = plainTitle(paper.title);
  const quoted = title ? (paper.quotedAt ?? []).map(addressKey).filter(Boolean) : [];
  const naming = namingTitle(paper.title);
  const [first] = paper.authors;
  const author = looseKey(first?.family ?? first?.literal ?? '');
  return [
    ...ids,
    ...addresses.map((url) => `url ${url}`),
    ...quoted.map((url) => `quoted ${url} ${title}`),
    ...(naming && author ? [`title ${naming} by ${author}`] : []),
    ...(naming ? [`title ${naming}`] : []),
  ];
}

/** Two records of one work: each fills what the other lacks, and the later corrections win. */
export function onePaper(kept: Register, other: Register): Paper {
  const [a, b] = [kept.record as Paper, other.record as Paper];
  const [older, later] = compareVersions(kept, other) > 0 ? [b, a] : [a, b];
  const readerFields =
    older.readerFields || later.readerFields
      ? { ...older.readerFields, ...later.readerFields }
      : undefined;
  const quotedAt = (b.quotedAt ?? []).reduce(withUrl, a.quotedAt ?? []);
  return {
    // Of equally good sources the kept record's are used, so that joining again changes nothing.
    ...unknownIn(b, Paper.shape),
    ...withFacts(a, joinFacts(factsIn(b), factsIn(a), readerFields)),
    urls: b.urls.reduce(withUrl, a.urls),
    ...(quotedAt.length && { quotedAt }),
    conflicts: a.conflicts.length ? a.conflicts : b.conflicts,
    ...(readerFields && { readerFields }),
  };
}
