/** How well a folder's tests hold its code, from what became of its mutants. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../browser.mjs';

/** Below this share, the code contains rules that no test holds. */
const FLOOR = 0.9;

const NOTICED = new Set(['Killed', 'Timeout']);
const UNNOTICED = new Set(['Survived', 'NoCoverage']);

const isStatic = ({ statusReason }) => /static/i.test(statusReason ?? '');

/**
 * A mutant that no test reaches counts as survived; these are known without a draw. Of those that tests reach, the
 * drawn ones represent all: `score` = share that is reached x share of the drawn ones that is noticed.
 *
 * @param {import('@stryker-mutator/api/core').MutantResult[]} mutants of one folder
 * @param {object} options
 * @param {string} options.notDrawn the reason of those that were not run
 * @param {(n: number, N: number) => {lo: number, hi: number}} options.wilson the 95 % interval of a share
 */
export function scoreOf(mutants, { notDrawn, wilson }) {
  const undrawn = mutants.filter(({ statusReason }) => statusReason === notDrawn).length;
  const ran = mutants.filter(({ status }) => NOTICED.has(status) || status === 'Survived').length;
  const unreached = mutants.filter(({ status }) => status === 'NoCoverage').length;
  const ignored = mutants.filter(({ status }) => status === 'Ignored');
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  const total = ran + undrawn + unreached;
  const reached = (ran + undrawn) / Math.max(1, total);
  const score = (reached * noticed) / Math.max(1, ran);
  const { lo, hi } = wilson(noticed, ran);
  return {
    total,
    ran,
    noticed,
    unreached,
    static: ignored.filter(isStatic).length,
    disabled: ignored.filter((mutant) => !isStatic(mutant)),
    score,
    /** Absent where every mutant was run: then the score is exact. */
    interval: undrawn ? { lo: lo * reached, hi: hi * reached } : undefined,
    /** Absent where there is nothing to score. */
    passes: total ? score >= FLOOR : undefined,
    survivors: mutants.filter(({ status }) => UNNOTICED.has(status)),
  };
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** `file:line:column what was done: the line  →  what it became`. */
function inLine({ fileName, location, mutatorName, replacement, status }) {
  const { line, column } = location.start;
  const code = readFileSync(fileName, 'utf8').split('\n')[line - 1].trim().slice(0, 90);
  const became = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 60);
  const what = status === 'NoCoverage' ? 'not reached' : mutatorName;
  return `  ${path.relative(root, fileName)}:${line}:${column} ${what}: ${code}  →  ${became}`;
}

export function printScore(folder, score, { seed, minutes }) {
  for (const survivor of score.survivors) console.log(inLine(survivor));
  for (const mutant of score.disabled)
    console.log(`${inLine(mutant)}  disabled: ${mutant.statusReason}`);
  const { interval } = score;
  console.log(
    `lib/${folder}: ${percent(score.score)} of ${score.total} mutants are noticed` +
      `${interval ? ` (95 % interval ${percent(interval.lo)} to ${percent(interval.hi)}; ${score.ran} drawn, seed ${seed})` : ''}; ` +
      `${score.noticed} of ${score.ran} run, ${score.unreached} not reached, ${score.static} static, ` +
      `${score.disabled.length} disabled; ${minutes.toFixed(1)} minutes`,
  );
}
