/** The check of our regular expressions: what it finds in a source, what it says of it, and what it lets pass. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  changes,
  expressionsIn,
  faults,
  judge,
  keep,
  kept,
  type Verdict,
} from '../../../scripts/expressions.mjs';

const root = mkdtempSync(path.join(tmpdir(), 'expressions-'));
afterAll(() => rmSync(root, { recursive: true }));

const LETTERS = `export const UPPER = 'A-Z';\nexport const WORDS = ['a', 'b'];\n`;
writeFileSync(path.join(root, 'letters.ts'), LETTERS);
writeFileSync(path.join(root, 'door.ts'), `export * from './letters';\n`);

describe('an expression is found as the engine will see it', () => {
  it.each([
    ['a literal', 'f(/a+/g);', '/a+/g'],
    ['a slash in a class', 'f(/[/]/);', '/[/]/'],
    ['a string', "new RegExp('a+', 'i');", '/a+/i'],
    ['without new', "RegExp('a+');", '/a+/'],
    ['a slash in a string', "new RegExp('a/b');", '/a\\/b/'],
    ['strings joined', "new RegExp('a' + 'b');", '/ab/'],
    ['a template of constants', `const A = 'x';\nnew RegExp(\`^\${A}{2}$\`);`, '/^x{2}$/'],
    ['a raw template', 'new RegExp(String.raw`\\d+`);', '/\\d+/'],
    ['a list', "new RegExp(['a', ...['b']].join('|'));", '/a|b/'],
    ['words of a text', "new RegExp(' a b '.trim().split(/\\s+/).join('|'));", '/a|b/'],
    ['the source of another', "const A = /x/;\nnew RegExp(A.source + 'y');", '/xy/'],
    ['imported', "import { UPPER } from './letters';\nnew RegExp('[' + UPPER + ']');", '/[A-Z]/'],
    ['renamed', "import { UPPER as U } from './letters';\nnew RegExp('[' + U + ']');", '/[A-Z]/'],
    ['through a door', "import { WORDS } from './door';\nnew RegExp(WORDS.join('|'));", '/a|b/'],
    ['a parameter', 'const f = (a: string) => new RegExp(a);', undefined],
    ['a parameter of a constant’s name', 'const A = "x";\n((A) => new RegExp(A))("y");', undefined],
    ['a variable', "let a = 'x';\nnew RegExp(a);", undefined],
    ['of another package', "import { a } from 'a';\nnew RegExp(a);", undefined],
  ])('%s', (_, code, expression) => {
    writeFileSync(path.join(root, 'one.ts'), code);
    const found = expressionsIn(root, ['one.ts']);
    expect(found.map((one) => one.expression)).toContain(expression);
    expect(found.at(-1)).toMatchObject({ file: 'one.ts', line: code.split('\n').length });
  });
});

describe('the longest piece of an expression that is written in one', () => {
  const long = 'ab'.repeat(60);
  it.each([
    ['a literal', `f(/${long}/);`, 122],
    ['a string in a list', `new RegExp(['x', '${long}'].join('|'));`, 120],
    ['a list of many is not one', `new RegExp(['${long}', '${long}'].join('|'));`, 120],
    ['words of a text', `new RegExp('${'abc '.repeat(60)}'.trim().split(' ').join('|'));`, 3],
    ['a template, less what is named', `const A = '${long}';\nnew RegExp(\`ab\${A}c\`);`, 4],
    ['strings joined', `new RegExp('${long}' + 'x');`, 120],
    ['what only a running program knows', 'let a = "x";\nnew RegExp(a);', 0],
  ])('%s', (_, code, piece) => {
    writeFileSync(path.join(root, 'one.ts'), code);
    expect(expressionsIn(root, ['one.ts']).at(-1)?.piece).toBe(piece);
  });

  it('is at most 300 characters', () => {
    const found = { file: 'a.ts', line: 1, expression: '/a/', text: '/a/', piece: 300 };
    const verdicts = { '/a/': { kind: 'safe' as const } };
    expect(faults([found], verdicts, [])).toEqual([]);
    expect(faults([{ ...found, piece: 301 }], verdicts, [])).toEqual([
      '301 characters in one piece, of at most 300: name its parts: a.ts:1  /a/',
    ]);
  });
});

describe('recheck’s answers', () => {
  const expected: Record<string, Verdict['kind']> = {
    [String(/(?:\p{N}+[.,\u00b7]?)+$|\p{N}+$/u)]: 'exponential',
    [String(/\s+$/)]: 'polynomial',
    [String(/(?<!\s)\s+$/)]: 'safe',
    '/a+/': 'safe',
  };
  const file = path.join(root, 'checked.json');

  it('tell the growth of an expression’s time, and are kept', async () => {
    const verdicts = await judge([...Object.keys(expected), '/a+/']);
    expect(
      Object.fromEntries(Object.entries(verdicts).map(([one, { kind }]) => [one, kind])),
    ).toEqual(expected);
    expect(kept(file)).toEqual({});
    keep(file, { ...verdicts, '/b/': { kind: 'undecided', detail: 'timeout' } });
    expect(kept(file)).toEqual(verdicts);
    expect(Object.keys(kept(file))).toEqual(Object.keys(verdicts).sort());
  });

  it('of another recheck count for nothing', () => {
    keep(file, { '/a/': { kind: 'safe' } });
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"by": "\[/, '"by": "[0,'));
    expect(kept(file)).toEqual({});
  });

  it('that differ from those kept are faults', () => {
    const before = { '/a/': { kind: 'safe' }, '/b/': { kind: 'safe' } } as const;
    const now = { '/b/': { kind: 'exponential' }, '/c/': { kind: 'safe' } } as const;
    expect(changes(before, now)).toEqual(['was safe, is exponential: /b/']);
    expect(changes(before, { '/a/': { kind: 'undecided' } })).toEqual([]);
  });
});

describe('what is wrong with an expression', () => {
  const found = { file: 'lib/a.ts', line: 3, text: '/a/', expression: '/a/', piece: 1 };
  const listed = { file: 'lib/a.ts', expression: '/a/', longest: 9, cut: '`a` slices' };
  const slow = { kind: 'polynomial', degree: 2 } as const;
  it.each<[string, Verdict, (typeof listed & { undecided?: string })[], RegExp | null]>([
    ['nothing, where it is linear', { kind: 'safe' }, [], null],
    ['nothing, where it is listed', slow, [listed], null],
    ['nothing, where it is listed and linear', { kind: 'safe' }, [listed], null],
    ['it is polynomial and not listed', slow, [], /power of 2.* lib\/a\.ts:3 {2}\/a\/$/],
    ['it is listed for another file', slow, [{ ...listed, file: 'lib/b.ts' }], /power of 2/],
    [
      'the listed one is gone',
      { kind: 'safe' },
      [{ ...listed, expression: '/b/' }],
      /^listed, but/,
    ],
    ['it is exponential, listed or not', { kind: 'exponential' }, [listed], /^exponential/],
    ['it is undecided', { kind: 'undecided' }, [listed], /^undecided/],
    ['nothing, with a reason', { kind: 'undecided' }, [{ ...listed, undecided: 'why' }], null],
  ])('%s', (_, verdict, list, fault) => {
    const said = faults([found], { '/a/': verdict }, list);
    if (fault === null) expect(said).toEqual([]);
    else expect(said).toContainEqual(expect.stringMatching(fault));
  });

  it('nobody has asked', () => {
    expect(faults([found], {}, [])).toEqual([expect.stringMatching(/^not in .*checked\.json/)]);
  });

  it('it is not made of constants', () => {
    const dynamic = { ...found, expression: undefined, text: 'new RegExp(a)' };
    expect(faults([dynamic], {}, [])).toEqual([
      'not made of constants, so that it cannot be checked: lib/a.ts:3  new RegExp(a)',
    ]);
  });
});
