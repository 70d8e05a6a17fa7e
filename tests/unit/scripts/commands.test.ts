/** What the commands print instead of running: for options that they do not know, for --help, for a page that does not open. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/browser.mjs';
import { visit } from '../../../scripts/drive.mjs';
import { usageAnswer } from '../../../scripts/usage.mjs';

function command(script: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts', `${script}.mjs`), ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe.each([
  { script: 'start', usage: 'Usage: npm start -- [URL] [--headless]' },
  { script: 'test', usage: 'Usage: npm test -- [CHECK ...] [WORD ...]' },
  { script: 'soak', usage: 'Usage: npm run soak -- [WORD ...]' },
  { script: 'mutate', usage: 'Usage: npm run mutate -- [FOLDER ...]' },
  { script: 'inspect', usage: 'Usage: npm run -s inspect -- FILE_OR_URL ...' },
  { script: 'suggest', usage: 'Usage: npm run -s suggest -- FILE.jsonl' },
  { script: 'reprint', usage: 'Usage: npm run -s reprint -- FILE.tags.json' },
])('$script', ({ script, usage }) => {
  it('prints its usage for --help, and does nothing else', () => {
    const { status, stdout, stderr } = command(script, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith(usage)).toBe(true);
    expect(stdout.trim()).not.toContain('\n');
  });

  it('refuses an option that it does not know', () => {
    const { status, stdout, stderr } = command(script, '--bogus', 'x');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.startsWith(`Unknown option: --bogus. ${usage}`)).toBe(true);
  });
});

it.each([
  { words: [], problem: 'There is no page to read.' },
  { words: ['page.html', '--url'], problem: "Option '--url <value>' argument missing." },
])('inspect refuses $words', ({ words, problem }) => {
  const { status, stderr } = command('inspect', ...words);
  expect(status).toBe(2);
  expect(stderr.startsWith(`${problem} Usage: `)).toBe(true);
});

describe('suggest', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'suggest-'));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const texts = ['Supervision was a barrier.', 'The weather was fine.', 'They met colleagues.'];
  const sentences = file('s.jsonl', texts.map((text) => JSON.stringify({ text })).join('\n'));

  it('answers each line with a line', () => {
    const { status, stdout, stderr } = command('suggest', sentences, '--codebook', 'psw-core');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        influences: [
          {
            ...{ id: 'psw.supervision', label: 'Supervision' },
            why: 'label “Supervision”: “Supervision”',
          },
        ],
      },
      { influences: [] },
      { influences: [] },
    ]);
  });

  it('on request, with a codebook of the reader’s own', () => {
    const own = file(
      'own.json',
      JSON.stringify({
        ...{ id: 'own', name: 'Own', version: '1', kind: 'own', builtIn: false, complete: true },
        source: { citation: 'ours' },
        influences: [{ id: 'sky', label: 'Sky', definition: 'Weather.' }],
      }),
    );
    const { stdout } = command('suggest', sentences, '--codebook', own, '--asked');
    expect(stdout.trim().split('\n')[1]).toContain('"id":"sky"');
  });

  it.each([
    { words: [], problem: 'One file is needed.' },
    { words: [sentences, '--codebook', 'nowhere'], problem: 'There is no codebook nowhere' },
    { words: [file('bad.jsonl', '{"text": "a"}\nb')], problem: 'Line 2 of' },
    { words: [file('none.jsonl', '{"sentence": "a"}')], problem: 'Line 1 of' },
    { words: [sentences, '--codebook', file('x.json', '{}')], problem: `${folder}/x.json is not` },
  ])('refuses $words', ({ words, problem }) => {
    const { status, stdout, stderr } = command('suggest', ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.startsWith(problem)).toBe(true);
  });
});

describe('usage', () => {
  const usage = 'Usage: x.';
  it.each([
    { words: ['unit', 'popup'], options: [] },
    { words: ['--url', 'https://example.org/?q=--help', 'page.html'], options: ['--url'] },
    { words: ['--url=https://example.org'], options: ['--url'] },
  ])('lets $words pass', ({ words, options }) => {
    expect(usageAnswer(words, { usage, options })).toBeNull();
  });
  it('names each unknown option', () => {
    expect(usageAnswer(['-x', 'page', '--y=1'], { usage })).toEqual({
      text: 'Unknown option: -x --y=1. Usage: x.',
      code: 2,
    });
  });
});

describe('a page that does not open', () => {
  const failing = (message: string) => ({
    goto: () => Promise.reject(new Error(message)),
  });
  const log = '\nCall log:\n\u001b[2m  - navigating to "https://nowhere.invalid/"\u001b[22m\n';
  it.each([
    {
      thrown: `page.goto: net::ERR_NAME_NOT_RESOLVED at https://nowhere.invalid/${log}`,
      why: 'no site of this name was found; check the address and the connection',
    },
    {
      thrown: `page.goto: net::ERR_SSL_PROTOCOL_ERROR at https://nowhere.invalid/${log}`,
      why: 'ERR_SSL_PROTOCOL_ERROR',
    },
    {
      thrown: `page.goto: Timeout 30000ms exceeded.${log}`,
      why: 'Timeout 30000ms exceeded',
    },
  ])('is reported in one sentence: $why', async ({ thrown, why }) => {
    await expect(visit(failing(thrown), 'https://nowhere.invalid/')).rejects.toThrow(
      new Error(`https://nowhere.invalid/ did not open: ${why}.`),
    );
  });
});
