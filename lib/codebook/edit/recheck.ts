/** The re-check queue: tags whose influence means something else now than under the version that they were made under. */
import type { Codebook, Influence, Tag } from '../../model';
import { influencesOf } from '../influences';
import { isLaterVersion } from '../versions';
import { changedMeaning, type MeaningField, nameOfField } from './meaning';
import { neighbours } from './tree';

export type RecheckReason =
  /** Its words have changed. */
  | { why: 'changed'; fields: MeaningField[] }
  /** The tag came from another influence. */
  | { why: NonNullable<Tag['recheck']> }
  /** An influence beside it was split: the border between them is another one. */
  | { why: 'neighbour'; split: string }
  /** The version in use no longer has it. */
  | { why: 'gone' };

export interface ToRecheck<T> {
  tag: T;
  reason: RecheckReason;
  /** As the tag's own version has it, where that is at hand, and as it is now. */
  before: Influence | undefined;
  now: Influence | undefined;
}

type Tagged = Pick<Tag, 'codebookId' | 'codebookVersion' | 'influenceId' | 'recheck'>;

/**
 * Tags in their order, each with the first reason that there is.
 * @param inUse the versions that the review uses
 * @param all these, and those that tags were made under
 */
export function toRecheck<T extends Tagged>(
  tags: readonly T[],
  inUse: readonly Codebook[],
  all: readonly Codebook[],
): ToRecheck<T>[] {
  const index = influencesOf(all);
  const isAfter = afterIn(all);
  // Of thousands of tags few differ in what decides.
  const reasons = new Map<string, RecheckReason | null>();
  const current = new Map(inUse.map((book) => [book.id, book]));
  const byId = new Map(
    inUse.map((book) => [book.id, new Map(book.influences.map((one) => [one.id, one]))]),
  );
  return tags.flatMap((tag) => {
    const book = current.get(tag.codebookId);
    if (!book) return [];
    const now = byId.get(book.id)?.get(tag.influenceId);
    const listed = index.find(tag);
    const before = listed?.codebook.version === tag.codebookVersion ? listed.influence : undefined;
    const key = `${tag.codebookId} ${tag.codebookVersion} ${tag.influenceId} ${tag.recheck ?? ''}`;
    const known = reasons.get(key);
    const reason = known === undefined ? reasonOf(tag, book, before, now, isAfter) : known;
    reasons.set(key, reason);
    return reason ? [{ tag, reason, before, now }] : [];
  });
}

/**
 * Was a version made from another one, at however many removes? Versions may be named in words: what each was made from is
 * followed first, and names are compared only where that is not known.
 */
function afterIn(all: readonly Codebook[]): (book: Codebook, version: string) => boolean {
  return ({ id, version: latest, basedOn }, version) => {
    const seen = new Set([latest]);
    let from = basedOn;
    while (from?.id === id && !seen.has(from.version)) {
      if (from.version === version) return true;
      const { version: at } = from;
      seen.add(at);
      from = all.find((one) => one.id === id && one.version === at)?.basedOn;
    }
    return isLaterVersion({ id, version: latest }, { id, version });
  };
}

function reasonOf(
  tag: Tagged,
  book: Codebook,
  before: Influence | undefined,
  now: Influence | undefined,
  isAfter: (book: Codebook, version: string) => boolean,
): RecheckReason | null {
  if (tag.recheck) return { why: tag.recheck };
  const { codebookVersion: version } = tag;
  if (version === book.version) return now ? null : { why: 'gone' };
  // A tag made under a later version than the one in use is by a coder who is ahead.
  if (!isAfter(book, version)) return null;
  if (!now) return { why: 'gone' };
  const fields = before ? changedMeaning(before, now) : [];
  if (fields.length) return { why: 'changed', fields };
  const split = splitBeside(now, book, version);
  return split ? { why: 'neighbour', split } : null;
}

/** The influence that was split beside this one since a version. */
function splitBeside(now: Influence, book: Codebook, since: string): string | undefined {
  for (const beside of neighbours(book.influences, now)) {
    const origin = beside.origins?.findLast(({ how }) => how === 'split');
    if (
      !origin ||
      !isLaterVersion({ id: book.id, version: origin.version }, { id: book.id, version: since })
    )
      continue;
    // Tags of another part of the same split are marked already: that part does not count as a neighbour.
    if (now.origins?.some((one) => one.how === 'split' && one.at === origin.at)) continue;
    return origin.from[0]?.label ?? beside.label;
  }
  return undefined;
}

/** The reason as a sentence. */
export function recheckWords({ reason, now }: Pick<ToRecheck<unknown>, 'reason' | 'now'>): string {
  switch (reason.why) {
    case 'changed':
      return `The ${reason.fields.map(nameOfField).join(' and the ')} ${reason.fields.length === 1 ? 'has' : 'have'} changed since this was tagged.`;
    case 'merged':
      return 'It was tagged on an influence that was merged into this one.';
    case 'split':
      return 'It was tagged on an influence that was split: does it belong to this part?';
    case 'deleted':
      return 'It was tagged on an influence that was deleted.';
    case 'moved':
      return 'It was tagged on an influence of another codebook.';
    case 'neighbour':
      return `“${reason.split}”, beside ${now ? `“${now.label}”` : 'it'}, was split since this was tagged.`;
    case 'gone':
      return 'The codebook in use no longer has this influence.';
  }
}
