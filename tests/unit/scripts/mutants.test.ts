/** The mutants of `npm run mutate`: which are drawn, and how what became of them makes a score. */
import { MutantRunStatus } from '@stryker-mutator/api/test-runner';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wilson } from '@/lib/map';
import { DRAW, draw, NOT_DRAWN, strykerPlugins } from '../../../scripts/mutants/draw.mjs';
import { Progress } from '../../../scripts/mutants/progress.mjs';
import { scoreOf } from '../../../scripts/mutants/score.mjs';
import { until } from '../../../scripts/mutants/until.mjs';
import { QuickestFirst } from '../../quickest-first';

const items = Array.from({ length: 100 }, (_, i) => i);

describe('a draw', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(draw(items, 10, 7)).toEqual(draw(items, 10, 7));
    expect(draw(items, 10, 7)).not.toEqual(draw(items, 10, 8));
  });

  it('has no item twice, leaves its source as it was, and is the whole where more is asked for', () => {
    const source = [...items];
    expect(new Set(draw(source, 60, 1)).size).toBe(60);
    expect([...draw(source, 500, 1)].sort((a, b) => a - b)).toEqual(items);
    expect(source).toEqual(items);
  });

  it('gives each item the same chance', () => {
    const times = items.map(() => 0);
    for (let seed = 1; seed <= 2_000; seed++)
      for (const item of draw(items, 10, seed)) times[item] = (times[item] ?? 0) + 1;
    // 200 of 2,000 expected, standard deviation 13.4: five of them either way.
    expect(Math.min(...times)).toBeGreaterThan(133);
    expect(Math.max(...times)).toBeLessThan(267);
  });
});

const mutants = (counts: Record<string, number>, statusReason?: string) =>
  Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, () => ({ status, statusReason }) as never),
  );
const score = (list: never[]) => scoreOf(list, { notDrawn: NOT_DRAWN, wilson });

describe('a score', () => {
  it('counts a timeout as noticed and a mutant that no test reaches as survived', () => {
    const all = score(mutants({ Killed: 7, Timeout: 2, Survived: 1, NoCoverage: 5 }));
    expect(all).toMatchObject({ total: 15, ran: 10, noticed: 9, unreached: 5, passes: false });
    expect(all.score).toBeCloseTo(9 / 15);
    expect(all.survivors).toHaveLength(6);
  });

  it('is an estimate only where some were not drawn', () => {
    expect(score(mutants({ Killed: 9, Survived: 1 })).interval).toBeUndefined();
    const some = score([
      ...mutants({ Killed: 8, Survived: 2, NoCoverage: 20 }),
      ...mutants({ CompileError: 50, RuntimeError: 20 }, NOT_DRAWN),
    ]);
    // 80 of 100 are reached, and 8 of 10 of those are noticed.
    expect(some).toMatchObject({ total: 100, ran: 10, unreached: 20 });
    expect(some.score).toBeCloseTo(0.64);
    expect(some.interval?.lo).toBeCloseTo(0.8 * wilson(8, 10).lo);
    expect(some.interval?.hi).toBeCloseTo(0.8 * wilson(8, 10).hi);
  });

  it.each([
    { killed: 89, passes: false },
    { killed: 90, passes: true },
  ])('of $killed of 100: passes $passes', ({ killed, passes }) => {
    expect(score(mutants({ Killed: killed, Survived: 100 - killed })).passes).toBe(passes);
  });

  it('leaves out static mutants, lists disabled ones, and passes nothing where there is nothing', () => {
    const ignored = score([
      ...mutants({ Ignored: 3 }, 'Static mutant (and "ignoreStatic" was enabled)'),
      ...mutants({ Ignored: 2 }, 'equal to the rule above'),
    ]);
    expect(ignored).toMatchObject({ total: 0, static: 3, passes: undefined });
    expect(ignored.disabled).toHaveLength(2);
  });
});

afterEach(() => vi.unstubAllEnvs());

/** By the id of a mutant, in the order in which they come, what the checker says of it. */
async function checked(mutants: { id: string; coveredBy: string[] }[]) {
  const plugin = strykerPlugins.find(({ name }) => name === DRAW);
  if (!plugin) throw new Error('StrykerJS finds no checker of that name.');
  const groups = await new plugin.injectableClass().group(mutants);
  const answers = new Map<string, { status: string; reason?: string }>();
  // Each group may be checked in a process of its own.
  for (const group of groups) {
    const answer = await new plugin.injectableClass().check(group.map((id) => ({ id })));
    for (const id of group) if (answer[id]) answers.set(id, answer[id]);
  }
  return answers;
}

const reached = (...ids: string[]) => ids.map((id) => ({ id, coveredBy: ['a test'] }));
const unreached = (...ids: string[]) => ids.map((id) => ({ id, coveredBy: [] }));
const passed = (answers: Awaited<ReturnType<typeof checked>>) =>
  [...answers].filter(([, { status }]) => status === 'passed').map(([id]) => id);

describe('the checker that StrykerJS loads', () => {
  beforeEach(() => {
    vi.stubEnv('MUTANTS', '3');
    vi.stubEnv('MUTANT_SEED', '1');
  });

  it('passes as many as were asked for, the same ones in whatever order it is given them', async () => {
    const answers = await checked(reached('10', '9', '8', '1', '2'));
    expect(passed(answers)).toHaveLength(3);
    expect([...answers.values()].filter(({ reason }) => reason === NOT_DRAWN)).toHaveLength(2);
    expect([...(await checked(reached('1', '2', '8', '9', '10')))]).toEqual([...answers]);
  });

  it('passes each mutant that no test reaches, and draws as many of the others', async () => {
    const answers = await checked([...unreached('3', '4'), ...reached('1', '2', '8', '9', '10')]);
    expect(passed(answers)).toEqual(expect.arrayContaining(['3', '4']));
    expect(passed(answers)).toHaveLength(5);
  });

  it.each(['Infinity', '40', '39'])('passes all of 40 where %s are asked for', async (sample) => {
    vi.stubEnv('MUTANTS', sample);
    const ids = Array.from({ length: 40 }, (_, id) => String(id));
    const order = passed(await checked(reached(...ids)));
    // In the order of the draw, so that a run which ends early has run a sample.
    expect(order).not.toEqual(ids);
    expect(order.sort((a, b) => Number(a) - Number(b))).toEqual(ids);
  });
});

describe('a test runner with a time to end', () => {
  const run = { status: MutantRunStatus.Survived, nrOfTests: 1 } as const;
  const MS = 60_000;
  const bounded = (takes: number) =>
    until(
      { mutantRun: () => new Promise((done) => setTimeout(() => done(run), takes)) },
      Date.now() + MS,
    );
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('runs mutants until then, and gives the others the reason of those that were not drawn', async () => {
    const runner = bounded(MS / 2);
    const first = runner.mutantRun();
    await vi.advanceTimersByTimeAsync(MS / 2);
    expect(await first).toEqual(run);
    await vi.advanceTimersByTimeAsync(MS / 2);
    expect(await runner.mutantRun()).toMatchObject({ errorMessage: NOT_DRAWN });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for no mutant longer', async () => {
    const slow = bounded(MS * 9).mutantRun();
    await vi.advanceTimersByTimeAsync(MS);
    expect(await slow).toMatchObject({ errorMessage: NOT_DRAWN });
  });
});

describe('progress', () => {
  const plan = {
    mutantPlans: [...reached('1', '2', '3', '4', '5'), ...unreached('6')].map((mutant) => ({
      mutant,
    })),
  };

  it('is of the unit tests until the mutants are known', () => {
    expect(new Progress().line(12.4)).toBe('  the unit tests run once on unchanged code (12 s)');
  });

  it.each([
    { sample: 3, words: '3' },
    { sample: 150, words: '5' },
    { sample: Number.POSITIVE_INFINITY, words: '5' },
  ])('is out of a sample of $sample, or of all that tests reach', ({ sample, words }) => {
    const progress = new Progress();
    progress.planned(plan, sample);
    expect(progress.line(20)).toBe(`  0 of at most ${words} mutants run, 0 not noticed (20 s)`);
  });

  it('counts what was run', () => {
    const progress = new Progress();
    progress.planned(plan, 150);
    progress.tested({ status: 'Killed' });
    progress.tested({ status: 'Survived' });
    progress.tested({ status: 'CompileError', statusReason: NOT_DRAWN });
    progress.tested({ status: 'RuntimeError', statusReason: NOT_DRAWN });
    progress.tested({ status: 'NoCoverage' });
    expect(progress.line(31)).toBe('  2 of at most 5 mutants run, 1 not noticed (31 s)');
  });
});

describe('the order of the test files', () => {
  it('is by what each took when it ran longest: what a mutant let run of it tells little', async () => {
    const took = new Map([
      [':slow', 900],
      [':new', undefined],
      [':quick', 20],
    ]);
    const vitest = {
      config: { root: '/p' },
      cache: { getFileTestResults: (key: string) => ({ duration: took.get(key) }) },
    };
    const order = async () => {
      const files = ['slow', 'quick', 'new'].map((name) => ({
        project: { name: '' },
        moduleId: `/p/${name}`,
      }));
      const sorted = await new QuickestFirst(vitest as never).sort(files as never);
      return sorted.map(({ moduleId }) => moduleId.slice(3));
    };
    expect(await order()).toEqual(['new', 'quick', 'slow']);
    took.set(':slow', 1).set(':new', 50);
    expect(await order()).toEqual(['quick', 'new', 'slow']);
  });
});
