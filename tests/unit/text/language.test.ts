/** Languages as pages name them become one tag each, or nothing. */
import { describe, expect, it } from 'vitest';
import { PaperFacts } from '../../../lib/model';
import { languageTag } from '../../../lib/text';

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['eng', 'en'],
    ['fre', 'fr'],
    ['pt_BR', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    [' de ', 'de'],
    ['English', 'en'],
    ['Portuguese', 'pt'],
    ['grc', 'grc'],
  ])('%s is %s', (raw, tag) => {
    expect(languageTag(raw)).toBe(tag);
    expect(PaperFacts.shape.language.safeParse(tag).success).toBe(true);
  });

  it.each([
    ['und'],
    ['mul'],
    ['zxx'],
    ['xx'],
    ['qq-QQ'],
    ['Klingonese'],
    ['en; de'],
    ['en-'],
    ['-en'],
    ['<b>en</b>'],
    ['constructor'],
    ['__proto__'],
    ['x'.repeat(10_000)],
    // Its canonical form is longer than it is.
    ['sh-abcdefg1-abcdefg2-abcdefg3-abcdefg4'],
    [''],
  ])('%j is none', (raw) => {
    expect(languageTag(raw)).toBeUndefined();
  });
});
