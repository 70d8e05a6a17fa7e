/** In which order an export lists tags, and which codebooks its methods line names. */
import { describe, expect, it } from 'vitest';
import type { ExportData } from '../../../lib/exchange';
import { chosen } from '../../../lib/exchange/chosen';
import { mapOf, methodsOf } from '../../../lib/exchange/map-of';
import { tagRows } from '../../../lib/exchange/records';
import type { Statement } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';
import { data, noTables, paper, review, reviewPaper, statement, tag } from './records';

/** A statement that begins at this place of its paper, on its first or its second page; null where no page told. */
function at(n: number, start: number | null, more: Partial<Statement> = {}): Statement {
  const made = statement(n, 1, `Statement ${n}.`, more);
  const [target] = made.targets;
  if (!target) return made;
  const { quote } = target.selectors;
  const position = start !== null && {
    position: { type: 'TextPositionSelector' as const, start, end: start + 5 },
  };
  return { ...made, targets: [{ ...target, selectors: { quote, ...position } }] };
}
const LATER = '2026-02-01T00:00:00.000Z';

describe('the statements of a paper', () => {
  it.each<[string, Statement[], string[]]>([
    [
      'are in reading order, whichever was tagged first',
      [at(1, 300), at(2, 100, { createdAt: LATER }), at(3, 200)],
      ['Statement 2.', 'Statement 3.', 'Statement 1.'],
    ],
    [
      'come last where no page told their place',
      [at(1, null), at(2, 100)],
      ['Statement 2.', 'Statement 1.'],
    ],
    [
      'have the place that any of their pages told',
      [at(1, 200), { ...at(2, null), targets: [...at(2, null).targets, ...at(2, 100).targets] }],
      ['Statement 2.', 'Statement 1.'],
    ],
    [
      'of one place are in the order in which they were tagged',
      [at(1, 100, { createdAt: LATER }), at(2, 100)],
      ['Statement 2.', 'Statement 1.'],
    ],
  ])('%s', (_, statements, quotes) => {
    const tags = statements.map((_one, i) => tag(i + 1, i + 1, 1));
    const rows = tagRows(chosen({ ...data, statements, tags }));
    expect(rows.map((row) => row.statement.quote)).toEqual(quotes);
  });
});

it('the tags of a statement are in the order of their labels', () => {
  const tags = [
    tag(1, 1, 1, { influenceId: 'own.training' }),
    tag(2, 1, 1, { influenceId: 'own.role' }),
  ];
  const labels = tagRows(chosen({ ...data, tags })).map(({ label }) => label);
  expect(labels).toEqual([...labels].sort());
  expect(labels).toHaveLength(2);
});

describe('the methods line names', () => {
  const before = ownCodebook({ version: '1' }, { pay: 'Wages' });
  const now = ownCodebook({ version: '2' }, { pay: 'Pay' });
  const madeUnder = (version: string, more: object = {}) =>
    tag(1, 1, 1, { codebookId: 'own', codebookVersion: version, influenceId: 'pay', ...more });
  const NOW = 'codebook: Codebook own (version 2)';
  const BOTH = 'codebooks: Codebook own (version 2), Codebook own (version 1)';
  it.each<[string, ReturnType<typeof tag>[], string]>([
    ['the codebook in use', [madeUnder('2')], NOW],
    ['another version that a counted tag was made under', [madeUnder('1')], BOTH],
    ['no version whose tags are not counted', [madeUnder('1', { basis: 'second-hand' })], NOW],
    ['no version of another review’s tags', [madeUnder('1', { reviewId: paper(1).id })], NOW],
    ['the codebook in use without a tag', [], NOW],
  ])('%s', (_, tags, words) => {
    const all: ExportData = {
      ...noTables,
      ...data,
      review: { ...review, codebooks: [{ id: 'own', version: '2' }] },
      ...{ papers: [paper(1)], reviewPapers: [reviewPaper(1)], assessments: [], tags },
      statements: [statement(1, 1, 'Words.')],
      codebooks: [before, now],
    };
    expect(methodsOf(mapOf(all), all)).toContain(words);
  });
});
