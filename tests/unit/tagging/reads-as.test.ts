/** Words that were chosen, and what stands in their place now. */
import { describe, expect, test } from 'vitest';
import { readsAs } from '../../../entrypoints/tagging.content/reads-as';

const QUOTE =
  'Supervision of peer workers every fortnight kept most of them in their posts (Obi, 2001).';
const OTHER =
  'Role clarity was higher where a job description had been written with the team (Ward, 2011).';

describe('a passage reads as the chosen words', () => {
  test.each<[string, string, string]>([
    ['as they were', QUOTE, QUOTE],
    ['with other white space', QUOTE.replaceAll(' ', '\n  '), QUOTE],
    ['with marks and quotes of another kind', 'the “naïve” reader', "the 'naive' reader"],
    ['with a note that is hidden', QUOTE.replace('(Obi', '(see the note on method, Obi'), QUOTE],
    ['where a marker has gone', QUOTE.replace(' (Obi, 2001)', ''), QUOTE],
    [
      'without spaces between words',
      '同伴支持工作者的培训与督导是留任的原因',
      '支持工作者的培训与督导是留任',
    ],
    ['of three letters', 'a cat sat', 'cat'],
  ])('%s', (_, text, quote) => {
    expect(readsAs(text, quote)).toBe(true);
  });
});

describe('another passage does not', () => {
  test.each<[string, string, string]>([
    ['of the next article', OTHER, QUOTE],
    [
      'without spaces between words',
      '患者报告的结果在医院之间没有差别',
      '支持工作者的培训与督导是留任',
    ],
    ['that is gone', '', QUOTE],
    ['of three letters', 'a dog sat', 'cat'],
  ])('%s', (_, text, quote) => {
    expect(readsAs(text, quote)).toBe(false);
  });
});
