/** Why a field has its value: every claim that was made for it, by which rule, and how much it counted. */
import * as dom from '../dom';
import type { PageReport } from '../model';
import { Ledger, ledgerFields, type Made } from './claims';
import { notice } from './notice';
import { weightOf } from './weights';

export interface ExplainedClaim {
  rule: string;
  value: unknown;
  source?: string;
  points?: number;
  /** The sentence behind the weight. */
  because?: string;
  /** The element that it was found in: "h1.title". */
  where?: string;
}

export interface Explained {
  field: string;
  /** What was decided; undefined when nothing was believed. */
  value: unknown;
  claims: ExplainedClaim[];
}

/** Values are cut here where they are shown, in UTF-16 units. */
const LONGEST_VALUE = 200;
const LONGEST_CLASS = 40;

/** The page's report, and the claims behind every field of it. */
export function explainPage(
  doc: Document,
  url: string,
): { report: PageReport; fields: Explained[] } {
  const ledger = new Ledger();
  const report = notice(doc, url, ledger);
  return { report, fields: explainLedger(ledger) };
}

/** The claims of one reading, field by field. */
export function explainLedger(ledger: Ledger): Explained[] {
  return ledgerFields(ledger).map(({ field, value, claims }) => ({
    ...{ field, value: plainValue(value), claims: claims.map(explained) },
  }));
}

function explained({ rule, value, source, weight, times = 1, because, at }: Made<unknown>) {
  const points = weightOf(weight)?.points;
  const reason = because ?? weightOf(weight)?.because;
  return {
    ...{ rule, value: plainValue(value) },
    ...(source ? { source } : {}),
    ...(points === undefined ? {} : { points: points * times }),
    ...(reason ? { because: reason } : {}),
    ...(at ? { where: nameOf(at) } : {}),
  };
}

/** A heading is its text; a long text its beginning. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_VALUE);
  if (value && typeof value === 'object' && 'text' in value) return plainValue(value.text);
  return value;
}

function nameOf(element: Element): string {
  const id = dom.id(element);
  const names = (dom.getAttribute(element, 'class') ?? '').trim().slice(0, LONGEST_CLASS);
  return `${dom.localName(element)}${id ? `#${id}` : ''}${names ? `.${names.split(/\s+/).join('.')}` : ''}`;
}
