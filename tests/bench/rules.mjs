/**
 * What each rule of page reading is worth: it is switched off over the pages of the corpus, with their metadata and
 * without, over those that readers found, and over those that we wrote ourselves; what is lost and gained is printed.
 *
 * "lost": a field that was right is wrong or gone without the rule. "gained": it was wrong and is right. "changed": it
 * is another, and nobody knows which is right. Pages are counted, a page with and without metadata as one.
 */
import { bundleScript } from '../../scripts/bundle.mjs';
import { openBrowser, withSavedPage } from '../../scripts/inspect.mjs';
import { asItIs, knownPages } from './rules-truth.mjs';

const AT_ONCE = 3;

/** Reads every page with each rule switched off, a few pages at once; `{ file, base, changes, isRight }` of each. */
async function readings(known) {
  const script = await bundleScript('tests/bench/rules-entry.ts', { minify: true });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const run = (html, url, call) =>
      withSavedPage(context, html, url, (page) => page.evaluate(`${script};${call}`));
    const onEmpty = (call) => run('<!doctype html>', 'https://unknown.invalid/', call);
    const read = [];
    const queue = [...known];
    const worker = async () => {
      for (let one = queue.shift(); one; one = queue.shift()) {
        const { file, url, html, isRight } = one;
        const found = await run(html(), url, `bearingRules(${JSON.stringify(url)})`);
        read.push({ ...found, file, isRight });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const own = await onEmpty('bearingOwnPages()');
    read.push(...own.map((page) => ({ ...page, isRight: asItIs(page.base) })));
    return { ids: await onEmpty('bearingRuleIds'), read };
  } finally {
    await browser.close();
  }
}

/** For each rule the pages that it changes, and how. */
function sorted(pages) {
  const rules = new Map();
  for (const { file, base, changes, isRight } of pages)
    for (const { rule, field, without } of changes) {
      const row = rules.get(rule) ?? { lost: new Set(), gained: new Set(), changed: new Set() };
      rules.set(rule, row);
      const [before, after] = [isRight(field, base[field]), isRight(field, without)];
      const what = before && !after ? 'lost' : after && before === false ? 'gained' : 'changed';
      row[what].add(`${file} (${field})`);
    }
  return rules;
}

/** Prints a line for each rule; @returns the rows */
export async function benchRules() {
  const { ids, read } = await readings(knownPages());
  return print(ids, sorted(read), read.length);
}

const NONE = { lost: new Set(), gained: new Set(), changed: new Set() };
const fileOf = (one) => one.replace(/ \(\w+\)$/, '');

function print(ids, rules, readings) {
  const rows = ids.map((rule) => {
    const { lost, gained, changed } = rules.get(rule) ?? NONE;
    const count = (set) => new Set([...set].map(fileOf)).size;
    const files = new Set([...lost, ...gained, ...changed].map(fileOf));
    return {
      ...{ rule, lost: count(lost), gained: count(gained), changed: count(changed) },
      ...{ pages: files.size, only: files.size === 1 ? [...files][0] : '', gains: [...gained] },
    };
  });
  console.log(`rules: ${ids.length}, each switched off in ${readings} readings of pages`);
  console.log('rule                                      pages   lost  gained  changed');
  for (const { rule, pages, lost, gained, changed, only } of rows)
    console.log(
      `${rule.padEnd(40)} ${[pages, lost, gained, changed].map((n) => String(n).padStart(7)).join('')}  ${only}`,
    );
  for (const { rule, gains } of rows)
    if (gains.length > 0) console.log(`right without ${rule}: ${gains.join(', ')}`);
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
