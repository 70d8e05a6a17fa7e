/** The rules by which a page's paper is read, as a list: to switch each off, and to find those that do nothing. */
import { shownAuthors } from './fields/shown/authors';
import { SHOWN_DOI } from './fields/shown/doi';
import { SHOWN_KIND } from './fields/shown/kind';
import { SHOWN_PMID } from './fields/shown/pmid';
import { SHOWN_TITLE } from './fields/shown/title';
import { SHOWN_PLACE, SHOWN_VENUE } from './fields/shown/venue';
import { shownYear } from './fields/shown/year';
import { ADDRESS_RULES, COINS_RULES, JSON_LD_RULES } from './fields/stated/embedded';
import { KIND_SIGNS } from './fields/stated/kind';
import { TAG_RULES } from './fields/stated/tags';

/** A field of any view: only the names of its rules are read. */
type Listed = { stages: readonly { rules: readonly { id: string }[] }[] };

const SHOWN: readonly Listed[] = [
  ...[SHOWN_TITLE, SHOWN_DOI, SHOWN_PMID, shownYear(), SHOWN_VENUE, ...SHOWN_PLACE, SHOWN_KIND],
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
