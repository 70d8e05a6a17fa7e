/** The sites of a review: which a paper's tags can be about, and what hangs on each. */
import type { Attribute, AttributeValue, Site } from '../../model';
import { db } from '../db';
import { inTables } from './of-review';

/**
 * Those that these papers report, and those that no one paper does; in the review's order. A live query of them runs again
 * when one of the review changes.
 */
export async function sitesForTags(reviewId: string, paperIds: readonly string[]): Promise<Site[]> {
  const sites = await inTables('sites', reviewId).toArray();
  return sites
    .filter(({ paperId }) => paperId === undefined || paperIds.includes(paperId))
    .sort((a, b) => a.position - b.position);
}

/** A site with what goes, or becomes one of no site, when it is removed. */
export interface SiteInUse {
  site: Site;
  /** Tags that are about it, of all papers. */
  tags: number;
  /** Those of the paper that was asked about. */
  tagsHere: number;
  memos: number;
  values: AttributeValue[];
  /** Measures that it has answered. */
  measures: number;
}

export interface SitesOfPaper {
  sites: SiteInUse[];
  /** The review's columns of sites, in their order. */
  columns: Attribute[];
}

/** The sites that a paper reports, and those of several papers that its tags are about. */
export async function sitesOfPaper(reviewId: string, paperId: string): Promise<SitesOfPaper> {
  const offered = await sitesForTags(reviewId, [paperId]);
  const sites: SiteInUse[] = [];
  for (const site of offered) {
    const at = { siteId: site.id };
    const tags = await db.tags.where(at).toArray();
    const tagsHere = tags.filter((tag) => tag.paperId === paperId).length;
    if (site.paperId === undefined && !tagsHere) continue;
    sites.push({
      ...{ site, tags: tags.length, tagsHere },
      memos: await db.memos.where(at).count(),
      values: await db.attributeValues.where(at).toArray(),
      measures: await db.measureAnswers.where(at).count(),
    });
  }
  const columns = (await inTables('attributes', reviewId).toArray()).filter(
    ({ of }) => of === 'site',
  );
  return { sites, columns: columns.sort((a, b) => a.position - b.position) };
}
