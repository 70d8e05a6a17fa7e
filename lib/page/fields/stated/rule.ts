/** Rules over what a page states for machines: which field, by which source; how it is believed, the source decides. */
import type { FieldSource } from '../../../model';
import type { Ledger, Rule } from '../../claims';
import type { PageView } from '../../view/page-view';
import type { Field, Raw } from '../../view/raw';

/** As stated, before it is cleaned: names and keywords are lists. */
export type Stated = string | string[];

export interface StatedRule extends Rule<PageView, Stated> {
  field: Field;
}

/** What one source states for one field. */
export interface FieldClaim {
  field: Field;
  source: FieldSource;
  value: Stated;
}

/** What some rules find on a page. */
export function gatherStated(
  rules: readonly StatedRule[],
  view: PageView,
  ledger: Ledger,
): FieldClaim[] {
  return rules.flatMap((rule) =>
    ledger
      .gather(rule.field, [rule], view)
      .flatMap(({ source, value }) => (source ? [{ field: rule.field, source, value }] : [])),
  );
}

/** The fields that one source gives together, as claims. */
export function claimsOf(source: FieldSource, raw: Raw): FieldClaim[] {
  return Object.entries(raw).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field: field as Field, source, value: value as Stated }],
  );
}
