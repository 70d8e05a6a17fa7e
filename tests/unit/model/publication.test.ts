/** What a paper's own facts show to be over is not kept: "in press" with a volume, a preprint of itself. */
import { describe, expect, it } from 'vitest';
import { PaperFacts, settled } from '../../../lib/model';

const facts = (more: Partial<PaperFacts>): PaperFacts =>
  PaperFacts.parse({
    title: 'A work',
    ...more,
    sources: Object.fromEntries(Object.keys(more).map((field) => [field, 'citation'])),
  });
const PREPRINT = { type: 'article', doi: '10.1101/1', preprintOf: '10.1000/a' };

describe('facts that hold together stay as they are', () => {
  it.each<[string, Partial<PaperFacts>]>([
    ['in press, in no issue', { status: 'in press', containerTitle: 'Journal' }],
    ['another status, in an issue', { status: 'retracted', volume: '3' }],
    ['a preprint of an article', PREPRINT],
    ['nothing of the kind', { volume: '3' }],
  ])('%s', (_, more) => {
    const whole = facts(more);
    expect(settled(whole)).toBe(whole);
  });
});

describe('facts that others have overtaken go, with their sources', () => {
  it.each<[string, Partial<PaperFacts>, 'status' | 'preprintOf']>([
    ['in press, with a volume', { status: 'in press', volume: '3' }, 'status'],
    ['in press, with an issue', { status: 'in press', issue: '3' }, 'status'],
    ['a preprint of itself', { ...PREPRINT, doi: PREPRINT.preprintOf }, 'preprintOf'],
    ['an article as a preprint', { ...PREPRINT, type: 'article-journal' }, 'preprintOf'],
    ['a work of no type as a preprint', { ...PREPRINT, type: undefined }, 'preprintOf'],
  ])('%s', (_, more, field) => {
    const before = facts(more);
    const after = settled(before);
    expect(after).not.toHaveProperty(field);
    expect(after.sources).not.toHaveProperty(field);
    expect({ ...after, [field]: before[field], sources: before.sources }).toEqual(before);
  });
});

describe('a record with a value that no page can have given is not taken', () => {
  it.each<[keyof PaperFacts, unknown, boolean]>([
    ['isbn', '9783161484100', true],
    ['isbn', '080442957X', true],
    ['isbn', '978-3-16-148410-0', false],
    ['isbn', '978316148410X', false],
    ['language', 'pt-BR', true],
    ['language', 'English!', false],
    ['language', `en${'-abcdefgh'.repeat(10)}`, false],
    ['status', 'x'.repeat(61), false],
    ['genre', 'x'.repeat(2_001), false],
    ['number', 'x'.repeat(2_001), false],
    ['preprintOf', 'x'.repeat(2_001), false],
    ['editors', [{ family: 'King', given: 'M', suffix: 'Jr.' }], true],
    ['editors', [{ suffix: 'Jr.' }], false],
    ['editors', Array(5_001).fill({ family: 'King' }), false],
  ])('%s %#', (field, value, sound) => {
    expect(PaperFacts.safeParse({ title: 'A work', [field]: value }).success).toBe(sound);
  });
});
