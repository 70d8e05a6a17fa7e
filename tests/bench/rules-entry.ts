/** What the bench of rules runs inside a page: the page's report with each rule that claims anything switched off. */
import type { PageReport } from '../../lib/model';
import { Ledger, ledgerFields } from '../../lib/page/claims';
import { notice } from '../../lib/page/notice';
import { RULE_IDS } from '../../lib/page/rules';
import { HEADS, NEGATIVES, windowTitle } from '../fixtures/pages/heads';
import { smallPage } from '../fixtures/pages/page';

const FIELDS = [
  ...['doi', 'pmid', 'pmcid', 'arxiv', 'title', 'authors', 'year', 'containerTitle', 'volume'],
  ...['issue', 'page', 'publisher', 'issn', 'isbn', 'abstract', 'type', 'keywords', 'number'],
  ...['genre', 'editors', 'language', 'status', 'preprintOf'],
];

const fieldsOf = ({ kind, paper }: PageReport): Record<string, unknown> => ({
  kind,
  ...Object.fromEntries(
    FIELDS.map((field) => [field, (paper as unknown as Record<string, unknown> | null)?.[field]]),
  ),
});

/** @returns what the page is read as, and what changes with each rule that is switched off */
function withoutEach(doc: Document, url: string) {
  const ledger = new Ledger();
  const base = fieldsOf(notice(doc, url, ledger));
  // A rule that claims nothing here changes nothing.
  const claiming = new Set(
    ledgerFields(ledger).flatMap(({ claims }) => claims.map(({ rule }) => rule)),
  );
  const changes = [...claiming].flatMap((rule) => {
    const without = fieldsOf(notice(doc, url, new Ledger(new Set([rule]))));
    const changed = Object.keys(base).filter(
      (field) => JSON.stringify(base[field]) !== JSON.stringify(without[field]),
    );
    return changed.map((field) => ({ rule, field, without: without[field] }));
  });
  return { base, changes };
}

Object.assign(globalThis, {
  bearingRules: (url: string) => withoutEach(document, url),
  /** The pages that we wrote ourselves. */
  bearingOwnPages: () => [
    ...HEADS.map((head) => ({
      file: `own: ${head.after}`,
      ...withoutEach(smallPage({ title: windowTitle(head), body: head.html }), head.url),
    })),
    ...NEGATIVES.map(({ what, url, title, html }) => ({
      file: `own: ${what}`,
      ...withoutEach(smallPage({ title, body: html }), url),
    })),
  ],
  bearingRuleIds: RULE_IDS,
});
