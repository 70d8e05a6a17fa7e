/** What statements are filtered by, beside all that a review has of tags and papers: sites and the reader's own columns. */
import type { Attribute, AttributeValue, Site } from '../../model';
import { db } from '../db';
import { inTables } from './of-review';

export interface FilterRecords {
  sites: readonly Site[];
  attributes: readonly Attribute[];
  attributeValues: readonly AttributeValue[];
}

/** Safe in a live query. What refers to a record that cannot be read is among them: no filter asks for it. */
export async function filterRecords(reviewId: string): Promise<FilterRecords> {
  const [sites, attributes, attributeValues] = await db.transaction(
    'r',
    [db.sites, db.attributes, db.attributeValues],
    () =>
      Promise.all([
        inTables('sites', reviewId).toArray(),
        inTables('attributes', reviewId).toArray(),
        inTables('attributeValues', reviewId).toArray(),
      ]),
  );
  return { sites, attributes, attributeValues };
}
