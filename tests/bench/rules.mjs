/**
 * What each rule of page reading is worth: it is switched off over the pages of the corpus, with their metadata and
 * without, and over those that we wrote ourselves, and what is lost and gained is printed.
 *
 * "lost": a field that was right is wrong or gone without the rule. "gained": it was wrong and is right. "changed": it
 * is another, and nobody knows which is right. Pages are counted, a page with and without metadata as one.
 */
import { readFileSync } from 'node:fs';
import { bundleScript } from '../../scripts/bundle.mjs';
import { decodePage, openBrowser, withSavedPage } from '../../scripts/inspect.mjs';
import { stripMetadata } from '../support/strip-metadata.mjs';
import { corpusPages } from './corpus.mjs';

const key = (text) =>
  String(text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const family = (name) =>
  key(name.family ?? name.literal)
    .split(' ')
    .at(-1);

/** Whether a field is right, by what is known of the page; null where that is not known. */
function isRight(field, value, { kind, truth = {} }) {
  if (field === 'kind') return kind === 'negative' ? value === 'none' : kind === value || null;
  if (kind !== 'article') return null;
  const known = {
    doi: () => truth.doi && key(value) === key(truth.doi),
    title: () => truth.title && key(value) === key(truth.title),
    year: () => truth.year && (truth.years_accepted ?? [truth.year]).includes(Number(value)),
    containerTitle: () =>
      truth.journal &&
      (key(value).includes(key(truth.journal)) || key(truth.journal).includes(key(value))) &&
      key(value) !== '',
    authors: () =>
      truth.authors
        ?.map((name) => key(name).split(' '))
        .every((words, i) => words.includes(family(value?.[i] ?? {}))) &&
      value.length === truth.authors.length,
  }[field]?.();
  return known === undefined || known === '' ? null : Boolean(known);
}

function sorted(pages) {
  const rules = new Map();
  for (const { file, base, changes, truth } of pages)
    for (const { rule, field, without } of changes) {
      const row = rules.get(rule) ?? { lost: new Map(), gained: new Map(), changed: new Map() };
      rules.set(rule, row);
      const [before, after] = [isRight(field, base[field], truth), isRight(field, without, truth)];
      const what = before && !after ? 'lost' : after && !before ? 'gained' : 'changed';
      row[what].set(file, [...(row[what].get(file) ?? []), field]);
    }
  return rules;
}

/** Prints a line for each rule; @returns the rows */
export async function benchRules() {
  const corpus = corpusPages('rules: the corpus');
  const script = await bundleScript('tests/bench/rules-entry.ts', { minify: true });
  const browser = await openBrowser();
  const pages = [];
  let ids = [];
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const read = (html, url, run) =>
      withSavedPage(context, html, url, (page) => page.evaluate(`${script};${run}`));
    for (const one of corpus ?? [])
      for (const strip of [false, true]) {
        const html = decodePage(readFileSync(one.path));
        const url = JSON.stringify(one.url);
        pages.push({
          ...(await read(strip ? stripMetadata(html) : html, one.url, `bearingRules(${url})`)),
          ...{ file: one.file, truth: one },
        });
      }
    const own = await read('<!doctype html>', 'https://unknown.invalid/', 'bearingOwnPages()');
    pages.push(...own.map((page) => ({ ...page, truth: ownTruth(page) })));
    ids = await read('<!doctype html>', 'https://unknown.invalid/', 'bearingRuleIds');
  } finally {
    await browser.close();
  }
  return print(ids, sorted(pages), pages.length);
}

/** Tests hold what our own pages are read as: any change is a loss. */
const ownTruth = ({ base }) => ({
  kind: base.kind === 'none' ? 'negative' : base.kind,
  truth: { doi: base.doi, title: base.title, year: base.year, journal: base.containerTitle },
});

function print(ids, rules, read) {
  const rows = ids.map((rule) => {
    const { lost, gained, changed } = rules.get(rule) ?? {
      ...{ lost: new Map(), gained: new Map(), changed: new Map() },
    };
    const files = new Set([...lost.keys(), ...gained.keys(), ...changed.keys()]);
    return {
      rule,
      lost: lost.size,
      gained: gained.size,
      changed: changed.size,
      pages: files.size,
      only: files.size === 1 ? [...files][0] : '',
    };
  });
  console.log(`rules: ${ids.length}, each switched off in ${read} readings of pages`);
  console.log('rule                                      pages   lost  gained  changed');
  for (const { rule, pages, lost, gained, changed, only } of rows)
    console.log(
      `${rule.padEnd(40)} ${[pages, lost, gained, changed].map((n) => String(n).padStart(7)).join('')}  ${only}`,
    );
  const named = (what, of) =>
    console.log(
      `${what}: ${of.length}${of.length ? ` (${of.map(({ rule }) => rule).join(', ')})` : ''}`,
    );
  named(
    'change nothing',
    rows.filter(({ pages }) => pages === 0),
  );
  named(
    'gain more than they lose',
    rows.filter(({ lost, gained }) => gained > lost),
  );
  named(
    'change one page',
    rows.filter(({ pages }) => pages === 1),
  );
  return rows;
}
