import { describe, expect, it } from 'vitest';
import {
  allShipped,
  builtInCodebooks,
  influencesOf,
  type MatchReason,
  searchInfluences,
} from '../../../lib/codebook';
import type { Codebook, Influence } from '../../../lib/model';

const [psw, ibrahim, cfir] = builtInCodebooks() as [Codebook, Codebook, Codebook];

function influence(id: string, label: string, more: Partial<Influence> = {}): Influence {
  return { id, label, definition: label, aliases: [], cues: [], crosswalk: [], ...more };
}

function codebook(id: string, influences: Influence[]): Codebook {
  return {
    id,
    name: id,
    version: '1',
    kind: 'own',
    builtIn: false,
    compiled: false,
    complete: true,
    source: { citation: 'ours' },
    influences,
  };
}

it('z is no s where a word begins', () => {
  expect(searchInfluences('z', [psw])).toEqual([]);
  expect(searchInfluences('zup', [psw])).toEqual([]);
});

describe('the first answer while typing, in psw-core', () => {
  it.each<{ query: string; first: string; reason: MatchReason; via?: string }>([
    { query: 'rol', first: 'Role definition', reason: 'label' },
    { query: 'ROLE DEF', first: 'Role definition', reason: 'label' },
    { query: 'def', first: 'Role definition', reason: 'word' },
    { query: 'rol def', first: 'Role definition', reason: 'word' },
    { query: 'culture org', first: 'Organisational culture', reason: 'inside' },
    { query: 'r def', first: 'Role definition', reason: 'word' },
    { query: 'rd', first: 'Role definition', reason: 'initials' },
    { query: 'oc', first: 'Organisational culture', reason: 'initials' },
    { query: 'tpw', first: 'Training of peer workers', reason: 'initials' },
    { query: 'topw', first: 'Training of peer workers', reason: 'initials' },
    { query: 'organiz', first: 'Organisational culture', reason: 'label' },
    { query: 'organizational culture', first: 'Organisational culture', reason: 'label' },
    { query: 'organisational', first: 'Organisational culture', reason: 'label' },
    { query: 'role clar', first: 'Role definition', reason: 'alias', via: 'role clarity' },
    { query: 'job descr', first: 'Role definition', reason: 'cue', via: 'job description' },
    { query: 'burnout', first: 'Peer worker wellbeing', reason: 'cue', via: 'burnout' },
    { query: 'well-being', first: 'Peer worker wellbeing', reason: 'word' },
    { query: 'coproduction', first: 'Co-production and cultural fit', reason: 'label' },
    { query: 'skeptic', first: 'Staff attitudes', reason: 'cue', via: 'scepticism' },
    { query: 'pervis', first: 'Supervision', reason: 'inside' },
    { query: 'sprvs', first: 'Supervision', reason: 'letters' },
    { query: '  stigma ', first: 'Stigma and public attitudes', reason: 'label' },
    { query: 'Stígmà', first: 'Stigma and public attitudes', reason: 'label' },
    { query: 'ｓｔｉｇｍａ', first: 'Stigma and public attitudes', reason: 'label' },
  ])('"$query" is $first ($reason)', ({ query, first, reason, via }) => {
    const [match] = searchInfluences(query, [psw]);
    expect([match?.label, match?.reason, match?.via]).toEqual([first, reason, via]);
  });

  it.each([['xqz'], ['zzzzzzzz'], ['?!'], ['role definition of something else'], ['qll']])(
    '"%s" finds nothing',
    (query) => {
      expect(searchInfluences(query, [psw])).toEqual([]);
    },
  );
});

describe('spelling', () => {
  const words = codebook('w', [
    influence('1', 'Programme labelling'),
    influence('2', 'Behaviour of the centre'),
    influence('3', 'Paediatric judgement'),
    influence('4', 'Recipient-Centeredness'),
    influence('5', 'Verhältnis zu Fachkräften'),
    influence('6', 'Analysed catalogue'),
    influence('7', 'Licence and defence'),
  ]);
  it.each([
    ['program', '1'],
    ['programme', '1'],
    ['program labeling', '1'],
    ['behavior', '2'],
    ['behaviour of the center', '2'],
    ['behav center', '2'],
    ['pediatric judgment', '3'],
    ['centredness', '4'],
    ['centered', '4'],
    ['verhaltnis', '5'],
    ['fachkraft', '5'],
    ['analyzed catalog', '6'],
    ['license', '7'],
    ['defense', '7'],
  ])('"%s" finds number %s', (query, id) => {
    expect(searchInfluences(query, [words])[0]?.influence.id).toBe(id);
  });
});

describe('the order of the answers', () => {
  const words = codebook('w', [
    influence('letters', 'Careful ultimate'),
    influence('inside', 'Agriculture'),
    influence('cue', 'Ethos', { cues: ['culture change'] }),
    influence('alias', 'Habits', { aliases: ['culture of work'] }),
    influence('initials', 'Costs under limits, totals'),
    influence('word', 'Work culture'),
    influence('label', 'Cultural fit'),
  ]);
  it('is label, word, initials, alias, cue, inside, letters', () => {
    expect(searchInfluences('cult', [words]).map((m) => m.influence.id)).toEqual([
      'label',
      'word',
      'initials',
      'alias',
      'cue',
      'inside',
      'letters',
    ]);
  });

  it('is stable: equal matches keep the order of the codebooks, and twice gives the same', () => {
    const labels = () => searchInfluences('train', [ibrahim, psw]).map((m) => m.label);
    expect(labels().slice(0, 2)).toEqual(['Training', 'Training of peer workers']);
    expect(labels()).toEqual(labels());
  });

  it('puts the last used first among equal matches, never before better ones', () => {
    const order = (recent: string[]) =>
      searchInfluences('cult', [words, codebook('v', [influence('x', 'Culture')])], { recent }).map(
        (m) => m.influence.id,
      );
    expect(order([]).slice(0, 3)).toEqual(['label', 'x', 'word']);
    expect(order(['v/x']).slice(0, 3)).toEqual(['x', 'label', 'word']);
    expect(order(['w/word', 'w/letters'])).toEqual(order([]));
  });

  it('with nothing typed is all, the last used first', () => {
    const matches = searchInfluences('', [psw], {
      recent: ['psw-core/psw.stigma', 'psw-core/gone', 'psw-core/psw.culture'],
    });
    expect(matches).toHaveLength(psw.influences.length);
    expect(matches.slice(0, 3).map((m) => [m.influence.id, m.reason])).toEqual([
      ['psw.stigma', null],
      ['psw.culture', null],
      ['psw.training-peers', null],
    ]);
  });

  it('stops at the limit', () => {
    expect(searchInfluences('', [psw, cfir], { limit: 9 })).toHaveLength(9);
  });
});

describe("frameworks' own names", () => {
  it.each([
    ['iii.d', 'Culture'],
    ['V.F.1', 'Engaging: Innovation Deliverers'],
    ['engaging inn del', 'Engaging: Innovation Deliverers'],
    ['information tech', 'Information Technology Infrastructure'],
  ])('"%s" is %s', (query, label) => {
    expect(searchInfluences(query, [cfir])[0]?.label).toBe(label);
  });

  it('shows every influence under a label of its own', async () => {
    for (const book of await allShipped()) {
      const labels = influencesOf([book]).all.map((row) => row.label);
      expect(labels).toHaveLength(book.influences.length);
      expect(new Set(labels).size, book.id).toBe(labels.length);
    }
  });

  it('finds every built-in influence by its whole label', async () => {
    for (const book of await allShipped()) {
      // One list: the index is made once for it, as on every surface.
      const books = [book];
      for (const { influence, label } of influencesOf(books).all) {
        const matches = searchInfluences(label, books);
        expect(matches.find((m) => m.influence === influence)?.reason, label).toBe('label');
      }
    }
  });
});

describe('hostile and odd codebooks', () => {
  it.each([
    ['a label without letters', influence('1', '***')],
    ['a label of 300 equal letters', influence('1', 'a'.repeat(300))],
    ['an alias of 2000 letters', influence('1', 'x', { aliases: ['ab '.repeat(666)] })],
  ])('%s does no harm', (_fact, odd) => {
    const book = codebook('odd', [odd]);
    for (const query of ['', 'a', 'aaaaaaaaaaaaaaaaaaaaaaaab', '*', 'x'.repeat(5_000)]) {
      expect(searchInfluences(query, [book]).length).toBeLessThanOrEqual(1);
    }
  });

  it('finds an edited codebook by its new label', () => {
    const before = codebook('own', [influence('1', 'Old name')]);
    expect(searchInfluences('old', [before])).toHaveLength(1);
    const after = { ...before, influences: [influence('1', 'New name')] };
    expect(searchInfluences('old', [after])).toHaveLength(0);
    expect(searchInfluences('new', [after])).toHaveLength(1);
  });
});

describe('looking up', () => {
  const find = (books: readonly Codebook[], codebookId: string, influenceId: string) =>
    influencesOf(books).find({ codebookId, influenceId });

  it('finds the influence of a tag, or nothing', () => {
    expect(find([psw, cfir], 'cfir-2022', 'cfir22.inner.culture')?.influence.label).toBe('Culture');
    expect(find([psw], 'cfir-2022', 'cfir22.inner.culture')).toBeUndefined();
    expect(find([psw], 'psw-core', 'cfir22.inner.culture')).toBeUndefined();
  });
});
