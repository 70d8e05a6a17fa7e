/** The check that a row of each table must pass. The quarantine has none: it holds what failed one. */
import {
  Assessment,
  Codebook,
  HistoryEvent,
  Paper,
  Review,
  ReviewPaper,
  rowCheck,
  Settings,
  Statement,
  Tag,
  Tally,
} from '../model';

/** In the order in which they refer to one another. */
export const ROW_CHECKS = {
  settings: rowCheck(Settings),
  codebooks: rowCheck(Codebook),
  reviews: rowCheck(Review),
  papers: rowCheck(Paper),
  reviewPapers: rowCheck(ReviewPaper),
  statements: rowCheck(Statement),
  tags: rowCheck(Tag),
  assessments: rowCheck(Assessment),
  history: rowCheck(HistoryEvent),
  tallies: rowCheck(Tally),
};

/** Tables that are counted from others: a bad row is counted again, and kept nowhere. */
export const DERIVED: ReadonlySet<string> = new Set(['tallies']);
