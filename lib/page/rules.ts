/** The rules by which a page's paper is read, as a list: to switch each off, and to find those that do nothing. */
import { shownAuthors } from './fields/shown/authors';
import { SHOWN_DOI } from './fields/shown/doi';
import { SHOWN_KIND } from './fields/shown/kind';
import { SHOWN_TITLE } from './fields/shown/title';
import { SHOWN_PLACE, SHOWN_VENUE } from './fields/shown/venue';
import { SHOWN_YEAR } from './fields/shown/year';
import { ADDRESS_RULES, COINS_RULES, JSON_LD_RULES } from './fields/stated/embedded';
import { KIND_SIGNS } from './fields/stated/kind';
import { TAG_RULES } from './fields/stated/tags';
import type { Stage } from './settle';

// biome-ignore lint/suspicious/noExplicitAny: rules of all views, of which only the names are read
type AnyField = { stages: readonly Stage<any, any>[] };

const SHOWN: readonly AnyField[] = [
  ...[SHOWN_TITLE, SHOWN_DOI, SHOWN_YEAR, SHOWN_VENUE, ...SHOWN_PLACE, SHOWN_KIND],
  shownAuthors(true, undefined),
];

/** The id of each rule. */
export const RULE_IDS: readonly string[] = [
  ...new Set(
    [
      ...[...KIND_SIGNS, ...TAG_RULES, ...JSON_LD_RULES, ...COINS_RULES, ...ADDRESS_RULES],
      ...SHOWN.flatMap(({ stages }) => stages.flatMap(({ rules }) => rules)),
    ].map(({ id }) => id),
  ),
];
