/** The one stylesheet of tokens keeps its own promises: text 4.5:1, shapes and control edges 3:1, both schemes. */
import { describe, expect, test } from 'vitest';
import css from '../../components/tokens.css?raw';

/** Every style sheet of pages and of what is shown in pages. */
const SHEETS = import.meta.glob<string>('../../{components,entrypoints}/**/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Tokens = Record<string, string>;

function read(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

const [base = '', rest = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = read(base);
const dark = { ...light, ...read(rest) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Foreground, ground, least contrast (WCAG 2.2: 1.4.3 and 1.4.11). */
const PAIRS: [string, string, number][] = [
  ['ink', 'surface', 7],
  ['ink', 'surface-sunken', 7],
  ['ink', 'surface-raised', 7],
  ['ink', 'hover', 7],
  ['ink', 'pressed', 7],
  ['ink', 'danger-tint', 7],
  ['ink', 'caution-tint', 7],
  ['ink-soft', 'surface', 4.5],
  ['ink-soft', 'surface-sunken', 4.5],
  ['ink-soft', 'surface-raised', 4.5],
  ['ink-soft', 'hover', 4.5],
  ['ink-soft', 'pressed', 4.5],
  ['ink-on-strong', 'strong', 7],
  ['ink-on-strong', 'strong-hover', 7],
  ['link', 'surface', 4.5],
  ['link', 'hover', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-tint', 4.5],
  ['stance-supporting', 'surface', 4.5],
  ['stance-contrasting', 'surface', 4.5],
  ['stance-mentioning', 'surface', 4.5],
  ['stance-supporting', 'surface-raised', 4.5],
  ['stance-contrasting', 'surface-raised', 4.5],
  ['stance-mentioning', 'surface-raised', 4.5],
  ['stance-supporting', 'stance-supporting-tint', 4.5],
  ['stance-contrasting', 'stance-contrasting-tint', 4.5],
  ['stance-mentioning', 'stance-mentioning-tint', 4.5],
  ['stance-supporting', 'bar-track', 3],
  ['stance-contrasting', 'bar-track', 3],
  ['stance-mentioning', 'bar-track', 3],
  ['line-strong', 'surface', 3],
  ['focus', 'surface', 3],
  ['focus', 'surface-sunken', 3],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s tokens', (_scheme, tokens) => {
  test.each(PAIRS)('%s on %s has at least %s : 1', (ink, ground, least) => {
    expect(contrast(tokens[ink] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('the tokens reach shadow roots', () => {
  expect(base).toMatch(/:root,\s*:host\s*\{/);
  expect(rest).toMatch(/:root,\s*:host\s*\{/);
});

test('reduced motion takes all motion away', () => {
  expect(css).toMatch(/prefers-reduced-motion: reduce\)[^}]*\}?[\s\S]*--motion:\s*0ms/);
});

// Checkers of contrast leave single signs out: a faint zero in a table, a key beside its command.
test('no text is made faint: only controls that do nothing, and shapes', () => {
  const rules = Object.entries(SHEETS).flatMap(([file, sheet]) =>
    [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
      name: `${file.split('/').at(-1)}: ${selector.trim()}`,
      faint: Number(/(?:^|[\s;])opacity:\s*([\d.]+)/.exec(body)?.[1] ?? 1),
      allowed: /disabled|svg/.test(selector),
    })),
  );
  expect(rules.length).toBeGreaterThan(500);
  const faint = rules.filter((rule) => rule.faint > 0 && rule.faint < 1 && !rule.allowed);
  expect(faint.map(({ name }) => name)).toEqual([]);
});
