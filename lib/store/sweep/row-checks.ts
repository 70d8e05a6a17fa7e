/** The check that a row of each table must pass. The quarantine has none: it holds what failed one. */
import {
  Installation,
  KIND_NAMES,
  KINDS,
  type KindName,
  type RowCheck,
  rowCheck,
  Stamp,
  StatementSheet,
  StepPart,
  StepRow,
  TallySheet,
  TitleKey,
} from '../../model';

const OF_KINDS = Object.fromEntries(
  KIND_NAMES.map((kind) => [kind, rowCheck(KINDS[kind].schema)]),
) as Record<KindName, RowCheck>;

/** Records in the order in which they refer to one another, then what is kept about them. */
export const ROW_CHECKS = {
  ...OF_KINDS,
  steps: rowCheck(StepRow),
  stepParts: rowCheck(StepPart),
  stamps: rowCheck(Stamp),
  installation: rowCheck(Installation),
  tallySheets: rowCheck(TallySheet),
  statementSheets: rowCheck(StatementSheet),
  titleKeys: rowCheck(TitleKey),
};

/** Tables that are worked out from others: a bad row is worked out again, and kept nowhere. */
export const DERIVED: ReadonlySet<string> = new Set([
  'tallySheets',
  'statementSheets',
  'titleKeys',
]);
