/**
 * Study families: papers of one review that report one study, such as a preprint and its article, or companion papers.
 *
 * In each member's place, `familyId` names the next member in the order of their ids; the last names the first. Such a
 * ring outlives merging, which keeps the later version of each place and nothing of the other. With one id that all
 * members share, a member whose place was overwritten elsewhere (its progress was changed) would fall out, and of two
 * families that overlap, made in two stores, the members that are in one store only would be stranded. In a ring each
 * paper names one and is named by one, so that one lost link separates nobody; and a link never skips a paper that
 * both families have, so that the two become one whichever links are kept.
 */
import type { ReviewPaper } from './review';

type Member = Pick<ReviewPaper, 'paperId' | 'familyId'>;

/** The families of one review's list. A paper without companions is a family of its own. */
export class StudyFamilies {
  private readonly up = new Map<string, string>();
  private readonly byRoot = new Map<string, string[]>();

  constructor(listed: Iterable<Member>) {
    const all = [...listed];
    for (const { paperId, familyId } of all) if (familyId) this.unite(paperId, familyId);
    for (const { paperId } of all) {
      const root = this.rootOf(paperId);
      const known = this.byRoot.get(root);
      if (known) known.push(paperId);
      else this.byRoot.set(root, [paperId]);
    }
    for (const members of this.byRoot.values()) members.sort();
  }

  /** The papers on the list that report the same study, this one included, by id. */
  members(paperId: string): readonly string[] {
    return this.byRoot.get(this.rootOf(paperId)) ?? [paperId];
  }

  /** What a paper's family is named by: the smallest id in it. */
  nameOf(paperId: string): string {
    return this.members(paperId)[0] ?? paperId;
  }

  /** Families of two papers and more. */
  shared(): readonly (readonly string[])[] {
    return [...this.byRoot.values()].filter((members) => members.length > 1);
  }

  private rootOf(id: string): string {
    let at = id;
    for (let next = this.up.get(at); next !== undefined; next = this.up.get(at)) at = next;
    return at;
  }

  private unite(a: string, b: string): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one !== other) this.up.set(other, one);
  }
}

/** The links that make these papers one family, by paper; undefined for a paper that is alone. */
export function familyLinks(paperIds: readonly string[]): Map<string, string | undefined> {
  const ring = [...new Set(paperIds)].sort();
  return new Map(ring.map((id, i) => [id, ring.length > 1 ? (ring[i + 1] ?? ring[0]) : undefined]));
}
