/** What is kept of both stores where the later record alone would lose something that the other one holds. */
import { nextVersion } from '../../codebook/edit';
import { inTreeOrder } from '../../codebook/outline';
import { type Codebook, keyOf, type Review, type StoreContents, type Tag } from '../../model';
import { joinNumberKeys } from '../../tagging';
import { sameRecord } from '../write/transaction';
import type { Joined, Registers } from './';

/** The keys of this store stay what they are; the file's influences take those that are free. */
export function keepNumberKeys(mine: Registers, theirs: Registers, { registers }: Joined): void {
  for (const [name, one] of registers) {
    if (one.table !== 'reviews' || !one.record) continue;
    const keysIn = (store: Registers) =>
      (store.get(name)?.record as Review | undefined)?.numberKeys;
    const numberKeys = joinNumberKeys(keysIn(mine), keysIn(theirs));
    const record = {
      ...(one.record as Review),
      ...(numberKeys && { numberKeys: [...numberKeys] }),
    };
    registers.set(name, { ...one, record });
  }
}

/**
 * An open version that both stores have worked on: the later text stays, and influences that only the other one has join
 * it, for tags are on them. One that was given up in the later text comes back only where a tag is on it under this version:
 * a coder's work is not left without a name.
 */
export function keepInfluences(mine: Registers, theirs: Registers, { registers }: Joined): void {
  const tagged = new Set<string>();
  for (const { table, state, record } of registers.values())
    if (table === 'tags' && state === 'live' && record) tagged.add(underOf(record as Tag));
  for (const [name, one] of registers) {
    if (one.table !== 'codebooks' || !one.record) continue;
    const later = one.record as Codebook;
    const texts = [mine, theirs].flatMap((store) => (store.get(name)?.record as Codebook) ?? []);
    // A text that was closed in both stores is the same in both.
    if (texts.length < 2 || texts.every(({ stage }) => stage !== 'open')) continue;
    const known = new Set(later.influences.map(({ id }) => id));
    const givenUp = new Set((later.retired ?? []).map(({ id }) => id));
    const isWanted = (influenceId: string) =>
      !givenUp.has(influenceId) ||
      tagged.has(underOf({ codebookId: later.id, codebookVersion: later.version, influenceId }));
    const others = texts
      .flatMap(({ influences }) => influences)
      .filter(({ id }) => !known.has(id) && isWanted(id) && known.add(id));
    if (others.length)
      registers.set(name, {
        ...one,
        record: { ...later, influences: inTreeOrder([...later.influences, ...others]) },
      });
  }
}

const underOf = ({
  codebookId,
  codebookVersion,
  influenceId,
}: Pick<Tag, 'codebookId' | 'codebookVersion' | 'influenceId'>): string =>
  `${codebookId} ${codebookVersion} ${influenceId}`;

/**
 * A file of codebooks alone has no versions of its own: where a text of that name is there with other words, the file's is
 * the next version. The one that is there stays what tags were made under.
 */
export function asNextVersions(
  file: StoreContents,
  records: readonly [string, readonly object[]][],
): StoreContents {
  if (file.tags.length || file.reviews.length || file.stamps.length) return file;
  const here = (records.find(([kind]) => kind === 'codebooks')?.[1] ?? []) as readonly Codebook[];
  const codebooks = file.codebooks.map((book) => {
    const there = here.find((one) => keyOf('codebooks', one) === keyOf('codebooks', book));
    if (!there || sameRecord({ ...there, stage: book.stage }, book)) return there ?? book;
    const versions = here.filter(({ id }) => id === book.id);
    const { id, version } = there;
    return { ...book, version: nextVersion(book, versions), basedOn: { id, version } };
  });
  return { ...file, codebooks };
}
