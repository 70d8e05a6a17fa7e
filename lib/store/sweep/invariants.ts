/** The rules on records (lib/model/invariants.ts), with what the store gives them to judge by. */
import { brokenInvariants, type KindName, mended, type RecordOf } from '../../model';
import { cleanBareDoi } from '../../text';

const AROUND = { cleanDoi: cleanBareDoi };

/** The record with all put right that can be; the very same where nothing has to be. */
export const putRight = <K extends KindName>(kind: K, record: RecordOf<K>): RecordOf<K> =>
  mended(kind, record, AROUND);

/** What is wrong with a record and cannot be put right: only the reader can know what is meant. */
export const beyondMending = <K extends KindName>(
  kind: K,
  record: RecordOf<K>,
  paperOf?: (statementId: string) => string | undefined,
): string[] =>
  brokenInvariants(kind, putRight(kind, record), { ...AROUND, ...(paperOf && { paperOf }) });
