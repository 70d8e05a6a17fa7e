/** Text that acts on what stands beside it is written out before a reader sees it. */
import { describe, expect, test } from 'vitest';
import { displayText } from '../../../lib/text';

describe('is written out', () => {
  test.each([
    ['an override', '\u202egnp.exe', '⟨U+202E⟩gnp.exe'],
    [
      'the end of one, which alone would end our own isolation',
      'a\u2069b\u202cc',
      'a⟨U+2069⟩b⟨U+202C⟩c',
    ],
    ['an embedding and an isolate', '\u202babc\u2067', '⟨U+202B⟩abc⟨U+2067⟩'],
    ['an escape sequence', '\u001b[2Jgone', '␛[2Jgone'],
    ['NUL, BEL and DEL', 'a\u0000b\u0007c\u007fd', 'a␀b␇c␡d'],
    ['a control of the second table', 'a\u009b31mb', 'a⟨U+009B⟩31mb'],
    ['an annotation anchor', 'a\ufff9b', 'a⟨U+FFF9⟩b'],
  ])('%s', (_, text, wanted) => {
    expect(displayText(text)).toBe(wanted);
  });
});

describe('stays as it is', () => {
  test.each([
    ['plain words', 'Peer support: 53 % of papers'],
    ['line ends and tabs', 'one\r\ntwo\tthree'],
    ['right-to-left words with their marks', 'שלום\u200f (2021)\u200e, العربية\u061c'],
    ['joiners that scripts and emoji need', 'می\u200cخواهم 👩\u200d⚕️'],
    ['a byte order mark and soft hyphens, which only show nothing', '\ufeffim\u00adplement'],
  ])('%s', (_, text) => {
    expect(displayText(text)).toBe(text);
  });
});
