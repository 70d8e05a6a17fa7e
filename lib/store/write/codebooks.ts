/**
 * The codebooks of the store, each under its id and version. A version that Bearing ships is copied in when a review
 * begins to use it or a tag is made under it: it stays readable after Bearing ships another one, leaves with backups and
 * merges like any record.
 */

import {
  builtInCodebooks,
  byVersion,
  isBuiltIn,
  isShipped,
  loadShipped,
  shippedText,
} from '../../codebook';
import {
  Codebook,
  type CodebookRef,
  keyOf,
  now,
  Problem,
  type Review,
  sameVersion,
  type Tag,
} from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { carryOut, type Reading, read } from '../read/reading';
import { stored } from '../read/records';
import type { StepWriter } from './step-writer';
import { parsed, sameRecord } from './transaction';

/**
 * Each version that tags were made under, once: of the index alone, no tag is read. From one version straight to the
 * next: a cursor that passes over equal keys walks the whole index, 13 ms of the popup's start over 4,600 tags.
 */
export function* taggedVersions(): Reading<CodebookRef[]> {
  const found: CodebookRef[] = [];
  let next = db.tags.orderBy('[codebookId+codebookVersion]');
  for (;;) {
    const [key] = (yield* read(next.limit(1).keys())) as unknown as [string, string][];
    if (!key) return found;
    found.push({ id: key[0], version: key[1] });
    // At its successor: above a key itself, the database passes over each of its tags, 60 ms for a hundred thousand.
    const successor = [key[0], `${key[1]}\u0000`];
    next = db.tags.where('[codebookId+codebookVersion]').aboveOrEqual(successor);
  }
}

/**
 * A review's codebooks in the reader's order. Of one whose version is not at hand the last version that is; one of which
 * none is left out.
 */
export const codebooksOf = ({ codebooks }: Pick<Review, 'codebooks'>): Promise<Codebook[]> =>
  codebooksFor({ id: '', codebooks }, []);

/**
 * The codebooks that a review's tags are shown with: its own, in its order, then every other version that tags of it
 * were made under. All surfaces and files take this list, so that they name influences alike. Only what Bearing does not
 * have in memory is read.
 * @param tagged tags of the review, or the influences that are tagged
 * @param versions those that any tag was made under, where they were read already
 */
export const codebooksFor = (
  review: Pick<Review, 'id' | 'codebooks'>,
  tagged: Iterable<Pick<Tag, 'codebookId'>>,
  versions?: readonly CodebookRef[],
): Promise<Codebook[]> => carryOut(readCodebooksFor(review, tagged, versions));

function* readCodebooksFor(
  { id: reviewId, codebooks: own }: Pick<Review, 'id' | 'codebooks'>,
  tagged: Iterable<Pick<Tag, 'codebookId'>>,
  versions?: readonly CodebookRef[],
): Reading<Codebook[]> {
  const ids = new Set<string>();
  for (const { codebookId } of tagged) ids.add(codebookId);
  const foreign = (ids.size ? (versions ?? (yield* taggedVersions())) : [])
    .filter((ref) => ids.has(ref.id) && !own.some((one) => sameVersion(one, ref)))
    .sort(byVersion);
  // Which of them belong to this review: the keys are enough, and usually there are none to look up.
  const keys = foreign.length
    ? new Set(yield* read(db.tags.where('reviewId').equals(reviewId).primaryKeys()))
    : new Set<string>();
  const others: CodebookRef[] = [];
  for (const ref of foreign) {
    const under = db.tags.where('[codebookId+codebookVersion]').equals([ref.id, ref.version]);
    if ((yield* read(under.primaryKeys())).some((key) => keys.has(key))) others.push(ref);
  }
  const wanted = [...own, ...others].filter((ref) => !shippedText(ref));
  const rows = wanted.length
    ? yield* read(
        db.codebooks.bulkGet(wanted.map(({ id, version }): [string, string] => [id, version])),
      )
    : [];
  const textIn = (ref: CodebookRef) => shippedText(ref) ?? rows[wanted.indexOf(ref)];
  const lacking = own.filter((ref) => !textIn(ref)).map(({ id }) => id);
  const instead = lacking.length
    ? yield* read(db.codebooks.where('id').anyOf(lacking).toArray())
    : [];
  const known = [...builtInCodebooks(), ...instead.sort(byVersion)];
  const found = [
    ...own.map((ref) => textIn(ref) ?? known.find(({ id }) => id === ref.id)),
    ...others.map(textIn),
  ].filter((text) => text !== undefined);
  return found.filter((text, i) => found.findIndex((one) => sameVersion(one, text)) === i);
}

/** Every version that there is: those that Bearing has at hand, then the store's. */
export async function allCodebooks(): Promise<Codebook[]> {
  const shipped = builtInCodebooks();
  const rows = (await db.codebooks.toArray()).sort(byVersion);
  return [...shipped, ...rows.filter((row) => !shipped.some((one) => sameVersion(one, row)))];
}

/** The versions that reviews and tags use, each once. Tags by their index alone. */
async function usedVersions(): Promise<CodebookRef[]> {
  const reviews = await db.reviews.toArray();
  const tagged = await carryOut(taggedVersions());
  const refs = [...reviews.flatMap(({ codebooks }) => codebooks ?? []), ...tagged];
  return [...new Map(refs.map((ref) => [keyOf('codebooks', ref), ref])).values()];
}

/** The version of a codebook that a review uses; '' for one that it does not. */
export const versionIn = ({ codebooks }: Pick<Review, 'codebooks'>, codebookId: string): string =>
  codebooks.find(({ id }) => id === codebookId)?.version ?? '';

/** The version that a review or a tag names. */
export const versionOfTag = ({ codebookId, codebookVersion }: Tag): CodebookRef => ({
  id: codebookId,
  version: codebookVersion,
});

/**
 * Makes sure that these versions are in the store, on the way of a step that uses them: as Bearing ships them
 * (`loadShipped` first), else as the store last had them.
 */
export async function keepCodebooks(
  refs: readonly CodebookRef[],
  step: StepWriter,
  otherwise: (ref: CodebookRef) => Promise<Codebook | undefined> = lastText,
): Promise<void> {
  for (const ref of refs) {
    const key: [string, string] = [ref.id, ref.version];
    // Counted, not read: this runs with every save.
    if (await db.codebooks.where('[id+version]').equals(key).count()) continue;
    const text = shippedText(ref) ?? (await otherwise(ref));
    if (text) await step.put('codebooks', text, 'aside');
  }
}

/** The text of a version: as Bearing ships it (`loadShipped` first), else as the store has it. */
export const textOf = async (ref: CodebookRef): Promise<Codebook | undefined> =>
  shippedText(ref) ?? (await db.codebooks.get([ref.id, ref.version]));

async function lastText(ref: CodebookRef): Promise<Codebook | undefined> {
  const stamp = await db.stamps.get(['codebooks', keyOf('codebooks', ref)]);
  return stamp?.table === 'codebooks' ? stamp.last : undefined;
}

/** Loads what `keepUsedCodebooks` may need: before its transaction. */
export async function loadUsedCodebooks(): Promise<void> {
  const keys = (await db.codebooks.toCollection().primaryKeys()) as [string, string][];
  const there = keys.map(([id, version]) => ({ id, version }));
  await loadShipped([...there, ...(await usedVersions())]);
}

/**
 * Copies in what reviews and tags use and is not there, and puts Bearing's own text where the store has another one under
 * its name: a file may have brought that before Bearing shipped the version.
 */
export async function keepUsedCodebooks(step: StepWriter): Promise<void> {
  await keepCodebooks(await usedVersions(), step);
  for (const row of await db.codebooks.toArray()) {
    const text = shippedText(row);
    if (text) await step.put('codebooks', text, 'aside');
  }
}

/**
 * A review uses another version of a codebook that it uses. Its tags keep the version that they were made under.
 * @throws NotFound
 */
export async function adoptCodebook(
  reviewId: string,
  ref: CodebookRef,
): Promise<{ eventId: string }> {
  await loadShipped([ref]);
  return commit('adopt-codebook', async (step) => {
    const review = await stored('reviews', reviewId);
    if (!review) throw new NotFound('review');
    const { id, version } = ref;
    const isKnown = isShipped(ref) || (await db.codebooks.get([id, version]));
    if (!isKnown || !review.codebooks.some((one) => one.id === id)) throw new NotFound('codebook');
    await keepCodebooks([ref], step);
    const codebooks = review.codebooks.map((one) => (one.id === id ? { id, version } : one));
    await step.put('reviews', { ...review, codebooks, updatedAt: now() });
    return { eventId: step.id };
  });
}

/**
 * Saves a version of a codebook of the reader's own. A version that is there never changes: tags may have been made under
 * it, here or elsewhere. @throws Problem where it does, or where the codebook is one of Bearing's
 */
export async function saveCodebook(codebook: Codebook): Promise<{ eventId: string }> {
  const own = parsed(Codebook, { ...codebook, builtIn: false, compiled: false });
  return commit('save-codebook', async (step) => {
    if (isBuiltIn(own.id))
      throw new Problem(
        'built-in-codebook',
        'A codebook of this id comes with Bearing. Give your own another id.',
      );
    const there = await stored('codebooks', keyOf('codebooks', own));
    if (there && !sameRecord(there, own))
      throw new Problem(
        'codebook-version',
        `Version ${own.version} of this codebook is there already, with other words. Give the changed codebook a version of its own.`,
      );
    await step.put('codebooks', own);
    return { eventId: step.id };
  });
}
