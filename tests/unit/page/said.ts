/** A paper as several sources state it, for tests: each source with its fields. */
import type { FieldSource } from '../../../lib/model';
import { claimsOf } from '../../../lib/page/fields/stated/rule';
import { settlePaper } from '../../../lib/page/settle-paper';
import type { Raw } from '../../../lib/page/view/raw';

export const mergeSaid = (said: readonly { source: FieldSource; raw: Raw }[]) =>
  settlePaper(said.flatMap(({ source, raw }) => claimsOf(source, raw)));
