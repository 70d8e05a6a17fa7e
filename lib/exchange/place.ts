/** A paper's place in the review as columns: how far it was read, whether it is in, why not, and its study family. */
import type { Column } from './csv';
import type { ReviewedPaper } from './records';

export const PLACE_COLUMNS: readonly Column<ReviewedPaper>[] = [
  { header: 'Progress', cell: ({ listed }) => listed?.progress },
  { header: 'Eligibility', cell: ({ listed }) => listed?.eligibility },
  { header: 'Exclusion reason', cell: ({ listed }) => listed?.exclusionReason },
  { header: 'Study family', cell: ({ study }) => study?.id },
  { header: 'Companion of', cell: ({ study }) => study?.others.join('; ') },
];
