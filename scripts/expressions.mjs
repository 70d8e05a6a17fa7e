/**
 * How long our regular expressions are, and how long they can take. A page, a file or a message decides what they are given, so an
 * exponential one freezes a page. None may be; one that is polynomial is listed in `expressions/listed.mjs` with
 * the longest input it is given and where that is cut.
 *
 * `npm run check` asks recheck about new ones and keeps the answers in `expressions/checked.json`, which is
 * committed. With `--committed` (`npm test`) nothing is asked, so that it takes seconds anywhere: an expression
 * without an answer is a fault. With `--again` all are asked, in minutes: an answer that differs is a fault.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './browser.mjs';
import { expressionsIn } from './expressions/find.mjs';
import { judge, keep, kept } from './expressions/judge.mjs';
import { LISTED } from './expressions/listed.mjs';
import { sources } from './sources.mjs';

export { expressionsIn, judge, keep, kept };

/** Longer than this nobody reads an expression: its parts get names, or become a list. */
const LONGEST_PIECE = 300;

const CHECKED = 'scripts/expressions/checked.json';

/** What is wrong, in sentences; empty when nothing is. */
export function faults(found, verdicts, listed) {
  const said = [];
  const key = ({ file, expression }) => `${file} ${expression}`;
  const here = new Set(found.map(key));
  const bounds = new Map(listed.map((one) => [key(one), one]));
  for (const one of listed)
    if (!here.has(key(one)))
      said.push(`listed, but not in the code any more: ${one.file}  ${one.expression}`);
  for (const { file, line, expression, text, piece } of found) {
    const at = `${file}:${line}  ${expression ?? text}`;
    if (piece > LONGEST_PIECE)
      said.push(
        `${piece} characters in one piece, of at most ${LONGEST_PIECE}: name its parts: ${at}`,
      );
    if (expression === undefined) {
      said.push(`not made of constants, so that it cannot be checked: ${at}`);
      continue;
    }
    const verdict = verdicts[expression];
    if (!verdict) {
      said.push(`not in ${CHECKED}, which \`npm run check\` writes: ${at}`);
      continue;
    }
    const { kind, degree, detail } = verdict;
    const entry = bounds.get(key({ file, expression }));
    if (kind === 'exponential') said.push(`exponential, for example on ${detail}: ${at}`);
    if (kind === 'polynomial' && !entry)
      said.push(`takes time by the power of ${degree}, for example on ${detail}: ${at}`);
    if (kind === 'undecided' && !entry?.undecided) said.push(`undecided (${detail}): ${at}`);
  }
  return said;
}

/** The answers that are not what they were, in sentences. A machine that is too busy to decide changes none. */
export function changes(before, now) {
  return Object.keys(now)
    .filter((one) => before[one] && ![before[one].kind, 'undecided'].includes(now[one].kind))
    .map((one) => `was ${before[one].kind}, is ${now[one].kind}: ${one}`);
}

async function main(mode) {
  const started = Date.now();
  const found = expressionsIn(root, sources());
  const all = new Set(found.flatMap(({ expression }) => expression ?? []));
  const file = path.join(root, CHECKED);
  const before = kept(file);
  const known = Object.fromEntries(
    [...all].filter((one) => before[one]).map((one) => [one, before[one]]),
  );
  const asked = mode === '--again' ? [...all] : [...all].filter((one) => !known[one]);
  const fresh = mode === '--committed' ? {} : await judge(asked);
  const decided = Object.entries(fresh).filter(
    ([one, { kind }]) => !known[one] || kind !== 'undecided',
  );
  const verdicts = { ...known, ...Object.fromEntries(decided) };
  const said = [...changes(before, fresh), ...faults(found, verdicts, LISTED)];
  const gone = Object.keys(before).some((one) => !all.has(one));
  if (mode === undefined && (gone || asked.length > 0)) {
    keep(file, verdicts);
    console.log(`${CHECKED} is written anew: it belongs in the commit.`);
  }
  for (const one of said) console.error(one);
  if (said.length > 0)
    console.error(
      'Rewrite it, so that no two parts can share the same characters and a search starts only where a run of' +
        ' them starts, as in (?<!\\s)\\s+$ ; or list it in scripts/expressions/listed.mjs.',
    );
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${found.length} regular expressions (${Object.keys(fresh).length} asked), ${LISTED.length} listed, ${said.length} faults, ${seconds} s`,
  );
  if (found.length === 0 || said.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
