/** Years that machines are told: of the issue that a paper is cited by, or of its first appearance, which may be another. */
import type { FieldSource } from '../../../model';
import { valuesOf } from '../../view/meta-tags';
import type { PageView } from '../../view/page-view';

/** Tags with the date of the issue. The other dates of these sources are as often those of the first appearance online. */
const OF_ISSUE: Partial<Record<FieldSource, readonly string[]>> = {
  citation: [
    ...['publication_date', 'date', 'year', 'cover_date'].map((name) => `citation.${name}`),
    'bepress_citation_date',
  ],
  prism: ['prism.coverdate', 'prism.publicationyear'],
  dcterms: ['dcterms.issued'],
  dc: ['dc.date.issued', 'dc.issued'],
  eprints: ['eprints.date'],
};
/** What programs write where they know no date: the beginning of their time. */
const UNKNOWN = /^\s*(?:1970|1900|0001)[-/.]?01[-/.]?01\b/;

/** Whether the year of a source is certainly that of the paper's issue. */
export const isOfIssue = ({ tags }: Pick<PageView, 'tags'>, source: FieldSource): boolean =>
  OF_ISSUE[source]?.some((name) => valuesOf(tags, name).some((date) => !UNKNOWN.test(date))) ??
  false;
