import { describe, expect, it } from 'vitest';
import { attentionNote, buildMap, DEFAULT_MAP_OPTIONS, mapAsText } from '../../../lib/map';
import { ME, REVIEW, reviewPaper, tag, YOU } from './records';

const influences = [
  { codebookId: 'cb', influenceId: 'culture', label: 'Organisational culture' },
  { codebookId: 'cb', influenceId: 'role', label: 'Role definition' },
  { codebookId: 'cb', influenceId: 'pay', label: 'Pay' },
];
const reviewPapers = [1, 2, 3, 4].map((n) => reviewPaper(n));
const tags = [
  tag(1, 1, 'culture', 'supporting'),
  tag(2, 1, 'culture', 'contrasting'),
  tag(2, 2, 'role', 'mentioning'),
  tag(3, 1, 'role', 'supporting', { basis: 'second-hand' }),
];

const text = (more: object = {}, options?: Parameters<typeof mapAsText>[1]) =>
  mapAsText(buildMap({ reviewId: REVIEW, reviewPapers, tags, influences, ...more }), options);

describe('mapAsText', () => {
  it('lines up the columns and ends with the attention note', () => {
    expect(text()).toBe(
      [
        'N = 4 papers (all papers not excluded)',
        'Influence               ▲ supporting  ◆ mixed  ▼ contrasting  ● mentioning  n/N     %  95 % interval',
        'Organisational culture             1        0              1             0  2/4  50 %        15–85 %',
        'Role definition                    0        0              0             1  1/4  25 %         5–70 %',
        '1 more influence with no paper yet',
        '1 second-hand statement shown apart, not in n',
        attentionNote(),
      ].join('\n'),
    );
  });

  it('can show the empty rows', () => {
    expect(text({}, { hideEmpty: false })).toMatch(/^Pay +0 +0 +0 +0 +0\/4 +0 % +0–49 %$/m);
  });

  it.each([
    { fact: 'no tags', more: { tags: [] }, want: 'Nothing is tagged yet.' },
    { fact: 'no papers', more: { tags: [], reviewPapers: [] }, want: 'N = 0 papers' },
    {
      fact: 'one paper',
      more: { tags: [], reviewPapers: [reviewPaper(1)] },
      want: 'N = 1 paper (',
    },
    {
      fact: 'excluded papers',
      more: { reviewPapers: [...reviewPapers, reviewPaper(5, 'excluded')] },
      want: 'N = 4 papers (all papers not excluded, 1 excluded)',
    },
  ])('says so with $fact, and never prints NaN', ({ more, want }) => {
    const printed = text(more);
    expect(printed).toContain(want);
    expect(printed).not.toContain('NaN');
    expect(printed.endsWith(attentionNote())).toBe(true);
  });

  const unnamed = [{ id: ME, name: '' }];
  const two = [
    { id: ME, name: 'NI' },
    { id: YOU, name: 'J\nK' },
  ];
  it.each([
    ['one who has no name is not named', tags, unnamed, null],
    ['one', tags, two, 'Tags by NI'],
    [
      'two',
      [...tags, tag(4, 1, 'role', 'supporting', { coderId: YOU })],
      two,
      'Tags by J K and NI',
    ],
    ['nobody', [], two, null],
  ])('says whose tags it counts: %s', (_, tags, coders, want) => {
    const lines = text({ tags, coders }).split('\n');
    expect(lines.find((line) => line.startsWith('Tags by')) ?? null).toBe(want);
    expect(lines.at(-1)).toBe(attentionNote());
  });

  it('names the coder and the denominator', () => {
    const map = buildMap(
      { reviewId: REVIEW, reviewPapers, tags, influences },
      { ...DEFAULT_MAP_OPTIONS, denominator: 'tagged', coder: ME, secondHand: true },
    );
    const printed = mapAsText(map);
    expect(printed).toContain('N = 3 papers (papers with any tag, one coder)');
    expect(printed).toContain('1 second-hand statement counted in n');
  });

  it.each([
    ['long labels are cut', 'x'.repeat(300)],
    ['wide characters take two columns', '組織文化組織文化'],
    ['line breaks and escape codes cannot break the table', 'a\u001b[31m\nb\tc'],
    ['combining marks take none', 'Kultu\u0308r'],
  ])('%s', (_fact, label) => {
    const printed = text({ influences: [{ codebookId: 'cb', influenceId: 'culture', label }] });
    const lines = printed.split('\n').filter((line) => /\d\/4/.test(line));
    expect(lines).toHaveLength(2);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(printed).not.toMatch(/[\u0000-\u0009\u001b]/);
    const width = (line: string) =>
      [...line.normalize('NFC')].reduce((sum, c) => sum + (/[\u4e00-\u9fff]/.test(c) ? 2 : 1), 0);
    expect(new Set(lines.map(width)).size).toBe(1);
  });
});

it('cuts labels no shorter than they can be told apart', () => {
  const start = 'A long beginning that two labels have in common, ';
  const alike = ['one', 'two'].map((end) => ({
    ...{ codebookId: 'cb', influenceId: end, label: start + end },
  }));
  const printed = text({ influences: alike, tags: [] }, { hideEmpty: false });
  const rows = printed.split('\n').filter((line) => line.startsWith('A long'));
  expect(new Set(rows).size).toBe(2);
});
