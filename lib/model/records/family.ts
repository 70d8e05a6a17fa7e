/**
 * Study families: papers of one review that report one study, such as a preprint and its article, or companion papers.
 *
 * Each putting together is a family with an id of its own, and each paper in it one record, which is there or gone.
 * Families that have a paper in common are one study. A record of its own, and not a field of the paper's place on the
 * list with a version to itself: places are overwritten whole when stores are merged (by another progress), and a
 * version for each field would be a second way of merging beside the one that all kinds have. A record for each family
 * that a paper is in, and not one that names the paper's one family: whoever puts `b` with `a` and whoever puts `b` with
 * `c` are both right, in whichever order their stores are merged; and taking a paper out takes away what was known then,
 * so that the records of the others, and what undo needs of them, stay as they are.
 */

import { z } from '../zod';
import { Id, Timestamp } from './common';
import type { ReviewPaper } from './review';

/** A paper of a review's list is in a study family. */
export const FamilyMember = z.object({
  reviewId: Id,
  paperId: Id,
  familyId: Id,
  addedAt: Timestamp,
});
export type FamilyMember = z.infer<typeof FamilyMember>;

/** The studies of one review's list. A paper without companions is a study of its own. */
export class StudyFamilies {
  private readonly unions = new Unions();
  private readonly byRoot = new Map<string, string[]>();

  constructor(
    listed: Iterable<Pick<ReviewPaper, 'paperId'>>,
    members: Iterable<Pick<FamilyMember, 'paperId' | 'familyId'>>,
  ) {
    const all = new Set([...listed].map(({ paperId }) => paperId));
    for (const { paperId, familyId } of members)
      if (all.has(paperId)) this.unions.unite(paperId, ofFamily(familyId));
    for (const paperId of all) {
      const root = this.unions.rootOf(paperId);
      const known = this.byRoot.get(root);
      if (known) known.push(paperId);
      else this.byRoot.set(root, [paperId]);
    }
    for (const papers of this.byRoot.values()) papers.sort();
  }

  /** The papers on the list that report the same study, this one included, by id. */
  members(paperId: string): readonly string[] {
    return this.byRoot.get(this.unions.rootOf(paperId)) ?? [paperId];
  }

  /** What a paper's study is named by: the smallest id in it. */
  nameOf(paperId: string): string {
    return this.members(paperId)[0] ?? paperId;
  }

  /** Studies of two papers and more. */
  shared(): readonly (readonly string[])[] {
    return [...this.byRoot.values()].filter((papers) => papers.length > 1);
  }
}

/** A family is kept apart from a paper, even where a file gives both the same id. */
const ofFamily = (familyId: string) => `family ${familyId}`;

/** Which names are one, directly or by way of others. */
export class Unions {
  private readonly up = new Map<string, string>();

  rootOf(name: string): string {
    let at = name;
    for (let next = this.up.get(at); next !== undefined; next = this.up.get(at)) {
      // Halves the way, so that long chains are walked once.
      const further = this.up.get(next);
      if (further !== undefined) this.up.set(at, further);
      at = next;
    }
    return at;
  }

  unite(a: string, b: string): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one !== other) this.up.set(other, one);
  }
}
