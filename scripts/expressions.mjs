/**
 * `npm run check`: how long our regular expressions can take. A page, a file or a message decides what they
 * are given, so an exponential one freezes a page. None may be; one that is polynomial is listed in
 * `expressions/listed.mjs` with the longest input it is given and where that is cut.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './browser.mjs';
import { expressionsIn } from './expressions/find.mjs';
import { judge } from './expressions/judge.mjs';
import { LISTED } from './expressions/listed.mjs';
import { sources } from './sources.mjs';

export { expressionsIn, judge };

/** What is wrong, in sentences; empty when nothing is. */
export function faults(found, verdicts, listed) {
  const said = [];
  const key = ({ file, expression }) => `${file} ${expression}`;
  const here = new Set(found.map(key));
  const bounds = new Map(listed.map((one) => [key(one), one]));
  for (const one of listed)
    if (!here.has(key(one)))
      said.push(`listed, but not in the code any more: ${one.file}  ${one.expression}`);
  for (const { file, line, expression, text } of found) {
    const at = `${file}:${line}  ${expression ?? text}`;
    if (expression === undefined) {
      said.push(`not made of constants, so that it cannot be checked: ${at}`);
      continue;
    }
    const { kind, degree, detail } = verdicts[expression];
    const entry = bounds.get(key({ file, expression }));
    if (kind === 'exponential') said.push(`exponential, for example on ${detail}: ${at}`);
    if (kind === 'polynomial' && !entry)
      said.push(`takes time by the power of ${degree}, for example on ${detail}: ${at}`);
    if (kind === 'undecided' && !entry?.undecided) said.push(`undecided (${detail}): ${at}`);
  }
  return said;
}

async function main() {
  const started = Date.now();
  const found = expressionsIn(root, sources());
  const cache = path.join(root, 'node_modules', '.cache', 'expressions.json');
  const { verdicts, fresh } = await judge(
    found.flatMap(({ expression }) => expression ?? []),
    cache,
  );
  const said = faults(found, verdicts, LISTED);
  for (const one of said) console.error(one);
  if (said.length > 0)
    console.error(
      'Rewrite it, so that no two parts can share the same characters and a search starts only where a run of' +
        ' them starts, as in (?<!\\s)\\s+$ ; or list it in scripts/expressions/listed.mjs.',
    );
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${found.length} regular expressions (${fresh} new), ${LISTED.length} listed, ${said.length} faults, ${seconds} s`,
  );
  if (found.length === 0 || said.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
