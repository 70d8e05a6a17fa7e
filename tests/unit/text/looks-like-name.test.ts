/** Which short texts of a page can be a person's name, and which are its furniture. */
import { describe, expect, it } from 'vitest';
import { looksLikeName } from '../../../lib/text';

const long = (length: number) => `A${'n'.repeat(28)} L${'e'.repeat(length - 31)}`;

describe('a name', () => {
  it.each([
    'Ann L',
    'Bo L',
    'Ann  Lee',
    'D. D. Lee',
    'De Ann Lee',
    'Ann Mary Beth Cora Dee Lee',
    'Ann Lee, PhD',
    'Ann Lee PhD',
    'Ann Lee Ph.D.',
    'Ann Lee MD',
    'PhD Ann',
    'Lee, A.',
    'Lee K.-H.',
    'van Gogh',
    // Families that are called like a degree.
    'Ma, Jing',
    'Ann Mdluli',
    // A degree does not count as a seventh word.
    'Ann Mary Beth Cora Dee Lee, FRCP',
    'Ann Mary Beth Cora Dee Lee PhD',
    'Lee,Ann',
    'St. Ann Lee',
    '‘Ann Lee',
    'd’Ann Lee',
    "o'Brien Lee",
    "Ann D'lee",
    'Ann-lee Bo',
    'Ann Lee2',
    // Words of furniture that are family names.
    'Read, Kevin',
    'Read,Kevin',
    'Read KD',
    'Kevin D Read',
    'Oxford, Ann',
    'Ann M. Oxford',
    long(60),
  ])('%s', (text) => {
    expect(looksLikeName(text)).toBe(true);
  });
});

describe('not a name', () => {
  it.each([
    'Al',
    'Ann',
    'A B',
    'A. B. C.',
    'ann Lee',
    'Ann lee',
    'van der berg',
    'Jo L.',
    'J. Org. Chem.',
    'Ann Read',
    '金大学',
    '李研究',
    '山田太郎花子山田太郎花子山田',
    'Ann Prof. Lee',
    'Ann Mary Beth Cora Dee Eve Lee',
    'Ann@Lee Bo',
    'Ann: Lee',
    'Ann "Bo" Lee',
    'Ann Lee?',
    'Analysis Lee',
    'Ann Analysis',
    'In Lee',
    'Ann In',
    'Kevin Read',
    'Read Kevin',
    'K Read',
    'D. Read',
    'Ann Read KD',
    'Ann Oxford Lee',
    'Kevin D. New',
    'New, Kevin',
    long(61),
    `Ann Lee ${'*'.repeat(90)}`,
    '',
  ])('%s', (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});
