/** Beginnings: the first text of a codebook of the reader's own, a copy of another one, and the name of a next version. */
import { type Codebook, type CodebookRef, type Influence, newId } from '../../model';
import { FIRST_OWN } from '../own';
import { originOf } from './one-influence';

const FIRST_VERSION = '1';
/** What is below this was counted by Bearing; above it versions are years. */
const MOST_COUNTED = 1_000;

/** The codebook that what is made while reading goes to, made with the first such influence. */
export function firstOwn(id: string): Codebook {
  return {
    ...{ id, version: FIRST_VERSION, ...FIRST_OWN },
    ...{ kind: 'own', builtIn: false, compiled: false, complete: true, stage: 'open' },
    source: { citation: 'Made in this review' },
    influences: [],
  };
}

/** A new, empty codebook of the reader's own. */
export const emptyOwn = (name: string): Codebook => {
  const { shortName: _, ...book } = firstOwn(newId());
  return { ...book, name };
};

/**
 * A copy to be changed. Influences keep their ids, so that links to other codebooks hold for the copy too, and note where
 * they come from: they are the ledger's a priori ones.
 */
export function copyOf(book: Codebook, { name, at }: { name: string; at: string }): Codebook {
  const { shortName: _, retired: _r, ...rest } = book;
  const version = FIRST_VERSION;
  return {
    ...rest,
    ...{ id: newId(), version, name, builtIn: false, compiled: false, stage: 'open' },
    basedOn: { id: book.id, version: book.version },
    influences: book.influences.map((one): Influence => {
      const from = [{ codebookId: book.id, influenceId: one.id, label: one.label }];
      return { ...one, origins: [originOf('copied', from, { version, at })] };
    }),
  };
}

/**
 * A name for the next version that none of the others has: after 2 comes 3, after 2.1 comes 2.2, and a version that
 * is named in another way, by a year or in words, is counted under: 2022.1.
 */
export function nextVersion({ version }: CodebookRef, others: readonly CodebookRef[]): string {
  const taken = new Set([version, ...others.map((one) => one.version)]);
  const counted = /^(.*\.)?(\d+)$/.exec(version);
  const isYear =
    counted &&
    ((counted[1] === undefined && Number(counted[2]) >= MOST_COUNTED) ||
      !Number.isSafeInteger(Number(counted[2]) + taken.size + 1));
  const [stem, last] =
    counted && !isYear ? [counted[1] ?? '', Number(counted[2])] : [`${version.slice(0, 50)}.`, 0];
  for (let n = last + 1; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
}
