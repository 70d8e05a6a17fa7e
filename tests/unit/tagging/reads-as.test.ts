/** Words that were chosen, and what is in their place now. */
import { describe, expect, test } from 'vitest';
import { readsAs } from '../../../entrypoints/tagging.content/source/reads-as';

const QUOTE =
  'Supervision of peer workers every fortnight kept most of them in their posts (Obi, 2001).';
const OTHER =
  'Role clarity was higher where a job description had been written with the team (Ward, 2011).';

describe('a passage reads as the chosen words', () => {
  test.each<[string, string, string]>([
    ['as they were', QUOTE, QUOTE],
    ['with other white space', QUOTE.replaceAll(' ', '\n  '), QUOTE],
    ['with marks and quotes of another kind', 'the “naïve” reader', "the 'naive' reader"],
    ['where a marker has gone', QUOTE.replace(' (Obi, 2001)', ''), QUOTE],
    ['where a marker came', QUOTE.replace('workers', 'workers [12,a]'), QUOTE],
    [
      'where markers run into their words',
      'Most stayed12 in their posts.',
      'Most stayed in their posts.',
    ],
    [
      'where a line break is all that parts words',
      'Most stayedin their posts.',
      'Most stayed in their posts.',
    ],
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
    ['with a word put in', QUOTE.replace('kept', 'hardly kept'), QUOTE],
    [
      'that has become its contrary',
      'Caseload was not associated with stay.',
      'Caseload was associated with stay.',
    ],
    [
      'with a word put in, without spaces between words',
      '支持工作者的培训与督导不是留任的原因',
      '支持工作者的培训与督导是留任的原因',
    ],
    ['of three letters', 'a dog sat', 'cat'],
  ])('%s', (_, text, quote) => {
    expect(readsAs(text, quote)).toBe(false);
  });
});
