import { pick, type Random } from './random';

/** Texts that break naive writers, or that programs like to take for something else. None has a line end or a control. */
export const AWKWARD = [
  ...['=1+1', '=cmd|"x"!A0', '+1 for training', '-2', '@SUM(A1)', '00123', '1E10', '1/2', '53%'],
  ...['2026-11-30', 'TRUE', '12345678901234567890', '3-5', "'quoted", 'it’s “so”, –– and - on'],
  ...['<b>bold</b> & "so on"', ']]>', '<?xml version?>', '&lt;b&gt; R&amp;D', '__proto__'],
  ...['_x000D_', '_x005F_x000D_', 'a_xABCD_b_x0041_', 'שלום \u202eabc', '👩‍🔬 𝒳 日本語'],
  ...[
    'a {brace',
    'a } brace',
    '{both} \\ {\\textbf x}',
    '100 % of $5 #1 x_1 y^2 ~z',
    'a\\',
    '\\"o \\ss{}',
  ],
  ...[
    'ER  - ',
    'TY  - JOUR',
    'Language: en',
    '@article{x,',
    '--- title: x',
    '[[link]] #tag ^id',
    '`code` | cell',
  ],
] as const;

/** As long as a quote can be. */
export const LONG = `${'Peers were welcome. '.repeat(5_000)}End.`;
/** What no file holds: a zero, controls of both kinds, halves of characters, no character. */
export const CONTROLS = 'a\u0000b\u001fc\ud83dd\udc00e\ufffef\u0085g\u007fh\u0080i\u009fj';

const SIGNS = [
  ...[...'<>&"\'`=+-@;:,/\\|#%{}[]()!?*_~^$ '],
  ...[
    'a',
    'Z',
    '0',
    'é',
    '–',
    '“',
    '日',
    '👩‍🔬',
    '𝒳',
    'שלום',
    '\u0301',
    '\u00a0',
    '\u00ad',
    '\ufeff',
  ],
  ...['\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\u202e', '\u2066', '\ud83d', '\udc00'],
  ...[
    '\ufffe',
    '\uffff',
    '<!--',
    '-->',
    ']]>',
    '</',
    '/>',
    '&#',
    'x41;',
    '_x0041_',
    'script',
    'style',
  ],
];

/** Texts of signs that writers stumble over, in any order: the same ones for the same seed. None is blank. */
export function anyTexts(random: Random, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const length = 1 + Math.floor(random() * 24);
    return `${i}${Array.from({ length }, () => pick(random, SIGNS)).join('')}.`;
  });
}
