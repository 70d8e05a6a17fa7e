/** `npm run reprint`: from a list of tags to the numbers that are printed, through the product alone. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/browser.mjs';
import { bundleScript } from '../../../scripts/bundle.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'reprint-'));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts', 'reprint.mjs'), ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function fileOf(list: unknown): string {
  const file = path.join(folder, 'review.tags.json');
  writeFileSync(file, typeof list === 'string' ? list : JSON.stringify(list));
  return file;
}

interface Printed {
  rows: (Record<string, unknown> & { influence: string; references: string })[];
  rounds: Record<string, unknown>[];
  notTaken?: number;
}

let script = '';
beforeAll(async () => {
  script = await bundleScript('scripts/reprint-entry.ts');
});

/** As the command does, in a store of its own each time. */
async function reprint(list: unknown): Promise<Printed> {
  // One Dexie serves all that is loaded here, and keeps the first `indexedDB` that it met.
  for (const { name = '' } of await indexedDB.databases()) await deleted(name);
  new Function(script)();
  const run = (globalThis as unknown as { bearingReprint: Reprint }).bearingReprint;
  return JSON.parse(JSON.stringify(await run(JSON.stringify(list), 'review.tags.json')));
}
const deleted = (name: string) =>
  new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
  });
type Reprint = (text: string, name: string) => Promise<Printed>;

/** Numbers are as printed where they round to them, half up, at one decimal. */
const asPrinted = (value: unknown): unknown =>
  typeof value === 'number'
    ? Math.floor(value * 10 + 0.5 + 1e-9) / 10
    : Array.isArray(value)
      ? value.map(asPrinted)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asPrinted(one)]))
        : value;

describe('a table of each kind', () => {
  const tables = path.join(root, 'tests', 'fixtures', 'tables');
  const files = readdirSync(tables).map((name) => {
    const { what, list, printed } = JSON.parse(readFileSync(path.join(tables, name), 'utf8'));
    return { name: path.basename(name, '.json'), what, list, printed };
  });

  it.each(files)('$name: $what', async ({ list, printed }) => {
    const found = asPrinted(await reprint(list)) as Printed;
    expect(found.notTaken).toBeUndefined();
    const { rows = [], rounds = [] } = printed as Partial<Printed>;
    for (const row of rows)
      expect(found.rows.find(({ influence }) => influence === row.influence)).toMatchObject(row);
    if (rows.length)
      expect(found.rows.map(({ influence }) => influence)).toEqual(
        rows.map((one) => one.influence),
      );
    expect(found.rounds).toMatchObject(rounds);
    expect(found.rounds).toHaveLength(rounds.length);
  });
});

it('prints one line of JSON, and says how many rows it did not take', () => {
  const list = JSON.parse(
    readFileSync(path.join(root, 'tests', 'fixtures', 'tables', 'occurrences.json'), 'utf8'),
  ).list;
  list.tags.push({ paper: '1', influence: 'Rain' }, 'x');
  const { status, stdout, stderr } = run(fileOf(list));
  expect({ status, stderr, lines: stdout.trim().split('\n').length }).toEqual({
    ...{ status: 0, stderr: '', lines: 1 },
  });
  expect(JSON.parse(stdout)).toMatchObject({ rows: { length: 3 }, rounds: [], notTaken: 2 });
});

describe('refuses', () => {
  it.each([
    { what: 'no file', words: [], problem: 'Usage: npm run -s reprint -- FILE.tags.json' },
    { what: 'two files', words: ['a', 'b'], problem: 'Usage: npm run -s reprint' },
    {
      what: 'a file that is not there',
      words: ['nowhere.json'],
      problem: 'There is no file nowhere.json.',
    },
  ])('$what', ({ words, problem }) => {
    const { status, stdout, stderr } = run(...words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.startsWith(problem)).toBe(true);
  });

  it('a file that is no list of tags', () => {
    const { status, stdout, stderr } = run(fileOf('{"photos":[]}'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('This looks like a JSON file that is not a backup of Bearing.');
  });
});

/** Published tables are not part of the project. */
const published = path.join(root, '..', 'shared', 'revbench', 'tags', '04.tags.json');
const isHere = existsSync(published);

describe.skipIf(!isHere)(
  isHere
    ? 'a published table'
    : `a published table (skipped: ${path.relative(root, published)} is not at hand)`,
  () => {
    it('has a paper’s number in the references of an influence as long as it has its tag', async () => {
      const {
        table: _table,
        placement: _placement,
        ...list
      } = JSON.parse(readFileSync(published, 'utf8')) as {
        table: string;
        placement: string;
        tags: { paper: string; influence: string }[];
      };
      const isLike = (one: { paper: string; influence: string }) => (other: typeof one) =>
        one.paper === other.paper && one.influence === other.influence;
      // A paper's only tag on the influence.
      const followed = list.tags.find((one) => list.tags.filter(isLike(one)).length === 1);
      if (!followed) throw new Error('Each tag has a twin.');
      const cellIn = ({ rows }: Printed) =>
        rows.find(({ influence }) => influence === followed.influence);
      const before = cellIn(await reprint(list));
      const after = cellIn(
        await reprint({ ...list, tags: list.tags.filter((one) => one !== followed) }),
      );
      expect(numbersIn(before?.references)).toContain(Number(followed.paper));
      expect(numbersIn(after?.references)).toEqual(
        numbersIn(before?.references).filter((number) => number !== Number(followed.paper)),
      );
      expect(after?.papers).toBe(Number(before?.papers) - 1);
    });
  },
);

/** "23,25,28-31" as numbers. */
function numbersIn(references = ''): number[] {
  return references
    .split(',')
    .filter(Boolean)
    .flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
}

describe('the rule on imports', () => {
  /** A project with this entry, and with what it imports. */
  function violations(entry: string): string[] {
    const project = mkdtempSync(path.join(folder, 'project-'));
    for (const room of ['exchange', 'store', 'map', 'text']) {
      mkdirSync(path.join(project, 'lib', room), { recursive: true });
      writeFileSync(path.join(project, 'lib', room, 'index.ts'), 'export const one = 1;\n');
    }
    writeFileSync(path.join(project, 'lib', 'map', 'tally.ts'), 'export const two = 2;\n');
    mkdirSync(path.join(project, 'scripts'));
    writeFileSync(path.join(project, 'scripts', 'reprint-entry.ts'), entry);
    for (const name of ['.dependency-cruiser.cjs', '.dependency-cruiser.paths.cjs'])
      cpSync(path.join(root, name), path.join(project, name));
    writeFileSync(path.join(project, 'tsconfig.json'), '{}');
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
        ...['scripts/reprint-entry.ts', '--config', '.dependency-cruiser.cjs'],
        ...['--output-type', 'json'],
      ],
      { cwd: project, encoding: 'utf8' },
    );
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { to: string; rule: { name: string } }[]; totalCruised: number };
    };
    expect(summary.totalCruised).toBeGreaterThan(1);
    return summary.violations
      .filter(({ rule }) => rule.name === 'reprint-only-through-the-product')
      .map(({ to }) => to);
  }
  const product = ['exchange', 'store', 'map'].map((room) => `import '../lib/${room}';`).join('\n');

  it('lets the importer, the store and the counting in', () => {
    expect(violations(product)).toEqual([]);
  });

  it('fails on another room, a file inside a room, and a module of Node', () => {
    const others = ['../lib/text', '../lib/map/tally', 'node:fs'];
    const imports = others.map((source) => `import '${source}';`).join('\n');
    expect(violations(`${product}\n${imports}\n`).toSorted()).toEqual([
      ...['fs', 'lib/map/tally.ts', 'lib/text/index.ts'],
    ]);
  });

  it('is a part of the checks', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(scripts.check).toMatch(/depcruise [^&]*scripts\/reprint-entry\.ts/);
  });
});
