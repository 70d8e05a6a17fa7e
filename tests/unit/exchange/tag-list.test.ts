/** Lists of tags: reviews as rows of names. What is not whole is set aside, row by row; what is whole is taken. */
import { beforeEach, describe, expect, it, test } from 'vitest';

import { FileText } from '../../../lib/exchange/in/file-text';
import { importers } from '../../../lib/exchange/in/importers';
import { KINDS, type StoreContents } from '../../../lib/model';
import { changeTag } from '../../../lib/store';
import { readRecords } from '../../support/read-records';
import { contents, emptyStore, expectSound, restore } from '../store/support';

const code = (id: unknown, more: object = {}) => ({ id, label: id, domain: 'D', ...more });
const row = (more: object = {}) => ({
  ...{ paper: '1', influence: 'Cost', stance: 'supporting', direction: 'barrier' },
  ...{ strength: null, quote: 'It costs much.', coder: 'A' },
  ...more,
});
const list = (more: object = {}) => ({
  ...{ review: {}, codebook: [code('Cost'), code('Staff')], tags: [row()], assessments: [] },
  ...more,
});

function imported(more: object = {}, name = 'list.tags.json') {
  const read = readRecords(JSON.stringify(list(more)), name);
  if (!read.ok) throw new Error(read.problem);
  return { ...read.records, rejected: read.rejected };
}
/** What was not taken: table, place, problem. */
const asideOf = ({ rejected }: ReturnType<typeof imported>) =>
  rejected.map(({ table, index, problems }) => `${table} ${index}: ${problems.join('; ')}`);

/** Every record passes its schema, and refers to records among them. */
function expectWhole(records: StoreContents): void {
  for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    const rows = (records as unknown as Record<string, unknown[]>)[kind] ?? [];
    for (const one of rows) {
      const checked = KINDS[kind].schema.safeParse(one);
      expect(checked.error?.issues ?? [], `${kind} ${JSON.stringify(one).slice(0, 200)}`).toEqual(
        [],
      );
    }
  }
}

describe('a list of tags is recognised', () => {
  it.each<[string, object]>([
    ['as it is', list()],
    ['whatever is wrong with its first row', list({ tags: [null, { paper: '1' }, row()] })],
    ['without a tag, with what was looked for', list({ tags: [], assessments: [{}] })],
    ['with fields that we do not know', list({ placement: 'x', table: 'y' })],
  ])('%s', (_name, json) => {
    const file = new FileText(JSON.stringify(json));
    expect(importers.filter((one) => one.sniff(file)).map(({ id }) => id)).toEqual(['tag-list']);
  });

  it.each<[string, unknown]>([
    ['a list without a codebook', { review: {}, tags: [row()] }],
    ['a list without a review', { codebook: [], tags: [row()] }],
    ['tags that are no list', list({ tags: { 0: row() } })],
    ['rows of another kind', { review: {}, codebook: [], tags: [{ name: 'red' }] }],
    ['a list of lists', [list()]],
  ])('but not %s', (_name, json) => {
    const file = new FileText(JSON.stringify(json));
    expect(importers.find(({ id }) => id === 'tag-list')?.sniff(file)).toBe(false);
  });

  it('a list that is nested too deeply is refused whole', () => {
    const deep = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`);
    expect(readRecords(JSON.stringify(list({ extra: deep })))).toEqual({
      ok: false,
      problem: 'This file is nested too deeply to be a list of tags.',
    });
  });
});

describe('a row that is not whole is set aside by itself', () => {
  it.each<[string, object, RegExp]>([
    ['no object', null as unknown as object, /^tags 1: .*expected object/],
    ['without a paper', row({ paper: undefined }), /^tags 1: paper: /],
    ['with an empty paper', row({ paper: ' ' }), /^tags 1: paper: /],
    ['without a quote', row({ quote: '' }), /^tags 1: quote: /],
    ['without a stance', row({ stance: undefined }), /^tags 1: stance: /],
    ['with a stance of another tool', row({ stance: 'pro' }), /^tags 1: stance: /],
    ['with an unknown direction', row({ direction: 'up' }), /^tags 1: direction: /],
    ['with a strength beyond the scale', row({ strength: 3 }), /^tags 1: strength: /],
    ['with a strength that is a word', row({ strength: 'strong' }), /^tags 1: strength: /],
    ['with a paper that is a list', row({ paper: ['1'] }), /^tags 1: paper: /],
    [
      'on an influence that the codebook lacks',
      row({ influence: 'Rain' }),
      /^tags 1: influence: “Rain” is not in the codebook$/,
    ],
    [
      'on an influence named as a part of objects',
      row({ influence: 'constructor' }),
      /^tags 1: influence: “constructor”/,
    ],
    [
      'that says otherwise of a statement',
      row({ stance: 'contrasting' }),
      /^tags 1: its statement has another tag on this influence already$/,
    ],
    [
      'that rates a statement otherwise',
      row({ strength: 2 }),
      /^tags 1: its statement has another tag/,
    ],
  ])('a tag %s', (_name, broken, problem) => {
    const found = imported({ tags: [row(), broken, row({ paper: '2', influence: 'Staff' })] });
    expect(asideOf(found)).toEqual([expect.stringMatching(problem)]);
    expect(found.rejected[0]?.record).toEqual(JSON.parse(JSON.stringify(broken)));
    expect(found.tags.map(({ influenceId }) => influenceId)).toEqual(['Cost', 'Staff']);
    expectWhole(found);
  });

  it.each<[string, object, string | RegExp]>([
    [
      'an influence without an id',
      { codebook: [code('Cost'), { label: 'x' }] },
      /^codebooks 1: id: /,
    ],
    [
      'an influence twice',
      { codebook: [code('Cost'), code('Cost')] },
      'codebooks 1: id: “Cost” is an influence already',
    ],
    [
      'an assessment of another outcome',
      { assessments: [{ paper: '1', influence: 'Cost', outcome: 'reported' }] },
      /^assessments 0: outcome: /,
    ],
    [
      'an assessment of an unknown influence',
      { assessments: [{ paper: '1', influence: 'Rain', outcome: 'not-reported' }] },
      'assessments 0: influence: “Rain” is not in the codebook',
    ],
    [
      'a word of an unknown influence',
      { unsupported: [['Rain', '1', 'External']] },
      'memos 0: influence: “Rain” is not in the codebook',
    ],
    [
      'a word of an unknown site',
      { review: { sites: ['North'] }, unsupported: [['Cost', 'South', 'External']] },
      'memos 0: case: “South” is neither a site nor a paper of the list',
    ],
    [
      'a word that is too long for a cell',
      { unsupported: [['Cost', '1', 'x'.repeat(61)]] },
      /^memos 0: 2: /,
    ],
    ['a word without a case', { unsupported: [['Cost', 'External']] }, /^memos 0: /],
    [
      'a unit that we do not count',
      { review: { unit: 'codes' } },
      'reviews 0: “codes” is not a unit that Bearing counts',
    ],
    [
      'a unit named as a part of objects',
      { review: { unit: 'constructor' } },
      'reviews 0: “constructor” is not a unit that Bearing counts',
    ],
    [
      'a denominator that we do not count',
      { review: { denominator: 'beds' } },
      'reviews 0: “beds” is not a unit that Bearing counts',
    ],
  ])('%s', (_name, more, problem) => {
    const found = imported(more);
    expect(asideOf(found)).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ]);
    expect(found.tags).toHaveLength(1);
    expectWhole(found);
  });

  it('of a review field by field: what is whole is taken', () => {
    const review = {
      title: 7,
      papers: -1,
      unit: 'statement',
      symbols: { none: 'x'.repeat(50) },
      names: ['1', '2'],
    };
    const found = imported({ review });
    expect(asideOf(found)).toEqual([
      expect.stringMatching(/^reviews 0: title: .*papers: .*symbols/),
    ]);
    expect(found.reviews).toMatchObject([{ name: 'list.tags', reporting: { unit: 'statements' } }]);
    expect(found.papers).toHaveLength(2);
  });

  it('however many there are, and whatever is in them', () => {
    const hostile = JSON.parse('{"__proto__":{"paper":"1"},"paper":"1","influence":"Cost"}');
    const tags = [...Array.from({ length: 500 }, (_, i) => i), hostile, [], 'x', row()];
    const found = imported({
      tags,
      codebook: [code('Cost'), 1, null],
      assessments: [7],
      unsupported: [{}],
    });
    expect(found.tags).toHaveLength(1);
    const tables = found.rejected.map(({ table }) => table);
    expect(
      ['tags', 'codebooks', 'assessments', 'memos'].map(
        (one) => tables.filter((t) => t === one).length,
      ),
    ).toEqual([503, 2, 1, 1]);
    expectWhole(found);
  });
});

describe('names', () => {
  it('may be numbers, and are trimmed', () => {
    const found = imported({
      codebook: [code(1), code(2, { parent: 1 })],
      tags: [row({ paper: 4, influence: 1, coder: 1 }), row({ paper: ' 4 ', influence: '2 ' })],
    });
    expect(found.rejected).toEqual([]);
    expect(found.papers.map(({ title }) => title)).toEqual(['Paper 4']);
    expect(found.reviewPapers.map(({ number }) => number)).toEqual([4]);
    expect(found.coders.map(({ name }) => name)).toEqual(['1', 'A']);
    expect(found.codebooks[0]?.influences).toMatchObject([{ id: '1' }, { id: '2', parent: '1' }]);
  });

  it('of papers: a number is the paper’s number, a DOI its DOI, else its title', () => {
    const tags = ['7', '10.5555/abc', 'Doe 2020', '0'].map((paper) => row({ paper }));
    const { papers, reviewPapers } = imported({ tags });
    expect(papers.map(({ title, doi }) => [title, doi])).toEqual([
      ['Paper 7', undefined],
      ['10.5555/abc', '10.5555/abc'],
      ['Doe 2020', undefined],
      ['0', undefined],
    ]);
    expect(reviewPapers.map(({ number }) => number)).toEqual([7, undefined, undefined, undefined]);
  });

  it('of papers come in the order of the file, which is that of the tables', () => {
    const names = ['Birch', 'Ash', 'Elm', 'Cedar', 'Date', 'Fir'];
    const { reviewPapers, papers } = imported({ tags: names.map((paper) => row({ paper })) });
    const arrived = reviewPapers.toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
    const titles = new Map(papers.map(({ id, title }) => [id, title]));
    expect(arrived.map(({ paperId }) => titles.get(paperId))).toEqual(names);
    expect(new Set(arrived.map(({ addedAt }) => addedAt)).size).toBe(names.length);
  });

  it('of objects are names like others', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const found = imported({
      codebook: names.map((id) => code(id)),
      tags: names.map((name) =>
        row({ paper: name, influence: name, coder: name, observation: name }),
      ),
    });
    expect(found.tags.map(({ influenceId }) => influenceId)).toEqual(names);
    expect([found.papers.length, found.coders.length, found.statements.length]).toEqual([3, 3, 3]);
    expectWhole(found);
  });
});

describe('a review', () => {
  it.each<[string, object, object]>([
    ['without a word is as by default', {}, { reporting: {} }],
    ['counts statements', { unit: 'Statement' }, { reporting: { unit: 'statements' } }],
    ['counts study families', { unit: 'study families' }, { reporting: { unit: 'families' } }],
    [
      'has shares of occurrences',
      { denominator: 'occurrences' },
      { reporting: { ofOccurrences: true } },
    ],
    ['has shares of papers', { denominator: 'papers' }, { reporting: {} }],
    [
      'has its own symbols, some of them',
      { symbols: { notReported: null, none: 'X' } },
      { reporting: { symbols: { none: 'X' } } },
    ],
    [
      'has a title and a question',
      { title: 'Ours', question: 'Why?' },
      { name: 'Ours', question: 'Why?' },
    ],
  ])('%s', (_name, review, wanted) => {
    const found = imported({ review });
    expect(found.rejected).toEqual([]);
    expect(found.reviews).toMatchObject([wanted]);
    expect(found.reviews[0]?.reporting).toEqual({
      ...(wanted as { reporting?: object }).reporting,
    });
  });

  it('may count more papers than it names: each is on the list, and none is twice', () => {
    const found = imported({
      review: { papers: 5, names: ['1', '2'] },
      tags: [row(), row({ paper: '3' })],
    });
    expect(found.papers.map(({ title }) => title)).toEqual([
      ...['Paper 1', 'Paper 2', 'Paper 3'],
      'Paper without a tag, not named in the file (4)',
      'Paper without a tag, not named in the file (5)',
    ]);
    expect(found.reviewPapers.map(({ eligibility }) => eligibility)).toEqual(
      Array(5).fill('included'),
    );
  });

  it('of meetings has them as sites of one paper, those that are not named too', () => {
    const found = imported({
      review: { unit: 'meeting', papers: 3, title: 'Meetings' },
      tags: [row({ paper: 'May' }), row({ paper: 'June', quote: 'Another.' })],
    });
    expect(found.sites.map(({ name }) => name)).toEqual(['May', 'June', '3 (not named)']);
    expect(found.papers.map(({ title }) => title)).toEqual(['Meetings']);
    expect(found.tags.map(({ siteId }) => siteId)).toEqual(
      found.sites.slice(0, 2).map(({ id }) => id),
    );
  });
});

describe('sites', () => {
  const review = { sites: ['North', 'South'], title: 'Centres' };

  it('are what a row names, as its site or in place of its paper', () => {
    const found = imported({
      review,
      tags: [
        row({ paper: 'South' }),
        row({ paper: '9', site: 'North' }),
        row({ paper: '9', influence: 'Staff' }),
      ],
    });
    const [north, south] = found.sites;
    expect(found.sites.map(({ name, position }) => [name, position])).toEqual([
      ['North', 0],
      ['South', 1],
    ]);
    expect(found.papers.map(({ title }) => title)).toEqual(['Centres', 'Paper 9']);
    const [centres, nine] = found.papers;
    expect(found.tags.map(({ siteId, paperId }) => [siteId, paperId])).toEqual([
      ...[
        [south?.id, centres?.id],
        [north?.id, nine?.id],
      ],
      [undefined, nine?.id],
    ]);
  });

  it('may have one quote each: the second one is told', () => {
    const found = imported({ review, tags: [row({ paper: 'North' }), row({ paper: 'South' })] });
    expect(asideOf(found)).toEqual([
      'tags 1: its statement has another tag on this influence already',
    ]);
  });

  it('that do not report an influence have a memo that says so; papers have an assessment', () => {
    const silent = (paper: string, influence: string) => ({
      paper,
      influence,
      outcome: 'not-reported',
    });
    const found = imported({ review, assessments: [silent('North', '*'), silent('9', 'Cost')] });
    expect(
      found.memos.map(({ siteId, influenceId, rating }) => [siteId, influenceId, rating]),
    ).toEqual([
      ...[
        [found.sites[0]?.id, 'Cost', 'missing'],
        [found.sites[0]?.id, 'Staff', 'missing'],
      ],
    ]);
    expect(found.assessments.map(({ influenceId }) => influenceId)).toEqual(['Cost']);
    expectWhole(found);
  });

  it('have words and stars in place of ratings, or beside them', () => {
    const found = imported({
      review,
      tags: [row({ paper: 'North', strength: 1, star: true })],
      unsupported: [['Staff', 'South', 'External']],
    });
    expect(
      found.memos.map(({ siteId, rating, star, word }) => ({ siteId, rating, star, word })),
    ).toEqual([
      { siteId: found.sites[0]?.id, rating: 1, star: true, word: undefined },
      { siteId: found.sites[1]?.id, rating: undefined, star: undefined, word: 'External' },
    ]);
  });
});

describe('a paper', () => {
  it('that was looked through and reports nothing has an assessment on every influence, once', () => {
    const all = { paper: '2', influence: '*', outcome: 'not-reported', coder: 'A' };
    const found = imported({ assessments: [all, { ...all, influence: 'Cost' }] });
    expect(found.assessments.map(({ influenceId }) => influenceId)).toEqual(['Cost', 'Staff']);
  });
});

describe('a strength as printed', () => {
  it.each<[unknown, unknown]>([
    [2, 2],
    ['+2', 2],
    ['\u22121', -1],
    ['\u20132', -2],
    ['-2', -2],
    ['0', 0],
    ['\u22120', 0],
    ['mixed', 'mixed'],
    ['Mixed', 'mixed'],
    ['0 (mixed)', 'mixed'],
    ['0 (mix)', 'mixed'],
    ['', undefined],
    [null, undefined],
  ])('%o', (strength, wanted) => {
    const found = imported({ tags: [row({ strength })] });
    expect(found.rejected).toEqual([]);
    expect(found.tags[0]?.strength).toBe(wanted);
  });

  it('may have its star with it', () => {
    const found = imported({ tags: [row({ strength: '+1*' })] });
    expect(found.tags[0]?.strength).toBe(1);
    expect(found.memos).toMatchObject([{ rating: 1, star: true }]);
  });
});

describe('observations and rounds', () => {
  const tags = [
    row({ round: 2, observation: '2.1', quote: 'Part one.' }),
    row({ round: 2, observation: '2.1', quote: 'Part two.', coder: 'B' }),
    row({ round: 10, observation: '10.1', quote: 'Late.' }),
    row({ round: 1, observation: '1.1', quote: 'Early.' }),
  ];
  it('several quotes of one observation are one statement, with all of them', () => {
    const { statements, tags: made } = imported({ tags });
    expect(statements.map(({ quote }) => quote)).toEqual([
      'Part one. […] Part two.',
      'Late.',
      'Early.',
    ]);
    expect(new Set(made.slice(0, 2).map(({ statementId }) => statementId)).size).toBe(1);
  });

  it('rounds are in the order of their numbers, each of its statements', () => {
    const { rounds, statements } = imported({ tags });
    expect(rounds.map(({ name, position }) => [name, position])).toEqual([
      ...[
        ['Round 1', 0],
        ['Round 2', 1],
        ['Round 10', 2],
      ],
    ]);
    expect(rounds.map(({ statementIds }) => statementIds)).toEqual(
      [2, 0, 1].map((i) => [statements[i]?.id]),
    );
  });

  it('rounds with names are in the order of the file', () => {
    const named = [row({ round: 'Pilot' }), row({ round: 'After training', paper: '2' })];
    expect(imported({ tags: named }).rounds.map(({ name }) => name)).toEqual([
      'Pilot',
      'After training',
    ]);
  });
});

test('a codebook has domains, broader influences that it names, and what was added', () => {
  const { codebooks } = imported({
    codebook: [
      code('Cost', { origin: 'a priori', definition: 'What it costs.' }),
      code('Rent', { parent: 'Cost', origin: 'new', domain: '' }),
      code('Staff', { parent: 'Gone', label: null, origin: 'Added in round 2' }),
    ],
  });
  const [cost, rent, staff] = codebooks[0]?.influences ?? [];
  expect(cost).toMatchObject({ group: 'D', definition: 'What it costs.' });
  expect(cost?.origins).toBeUndefined();
  expect(rent).toMatchObject({ parent: 'Cost', origins: [{ how: 'new' }] });
  expect(rent?.group).toBeUndefined();
  expect(staff).toMatchObject({ label: 'Staff', origins: [{ how: 'new' }] });
  expect(staff?.parent).toBeUndefined();
});

describe('in the store', () => {
  beforeEach(emptyStore);
  const whole = list({
    review: { title: 'Ours', papers: 4, sites: ['North'] },
    codebook: [
      code('Cost'),
      code('Staff', { parent: 'Cost' }),
      code('a', { parent: 'b' }),
      code('b', { parent: 'a' }),
    ],
    tags: [row({ round: 1, observation: '1.1' }), row({ paper: 'North', strength: 2, star: true })],
    assessments: [{ paper: '2', influence: '*', outcome: 'not-reported' }],
    unsupported: [['Staff', 'North', 'External']],
  });

  it('all of it is there and sound, and the same file again adds and changes nothing', async () => {
    const first = await restore(JSON.stringify(whole));
    expect(first.eventId).not.toBeNull();
    await expectSound();
    const before = await contents();
    expect(
      [before.tags, before.memos, before.rounds, before.sites].map((one) => one?.length),
    ).toEqual([2, 2, 1, 1]);
    expect((await restore(JSON.stringify(whole))).eventId).toBeNull();
    expect(await contents()).toEqual(before);
  });

  it('the same file again leaves what the reader has changed since', async () => {
    await restore(JSON.stringify(whole));
    const [tag] = (await contents()).tags as { id: string }[];
    await changeTag(tag?.id ?? '', { stance: 'contrasting' }, { others: true });
    const before = await contents();
    await restore(JSON.stringify(whole));
    expect((await contents()).tags).toEqual(before.tags);
  });

  it('rows that were not taken are set aside with what is wrong with them', async () => {
    await restore(JSON.stringify(list({ tags: [row(), row({ stance: 'pro' })] })));
    const { quarantine = [], tags = [] } = await contents();
    expect(tags).toHaveLength(1);
    expect(quarantine).toMatchObject([{ table: 'tags', record: { stance: 'pro' } }]);
  });
});

test('5,000 tags are read, each once', () => {
  const tags = Array.from({ length: 5_000 }, (_, i) =>
    row({
      paper: (i % 300) + 1,
      influence: i % 2 ? 'Cost' : 'Staff',
      quote: `Quote ${i}`,
      round: i % 7,
      coder: i % 3,
    }),
  );
  const found = imported({ tags });
  expect([found.tags.length, found.statements.length, found.papers.length]).toEqual([
    5_000, 5_000, 300,
  ]);
  expect(new Set(found.tags.map(({ id }) => id)).size).toBe(5_000);
  expect([found.coders.length, found.rounds.length, found.rejected.length]).toEqual([3, 7, 0]);
});
