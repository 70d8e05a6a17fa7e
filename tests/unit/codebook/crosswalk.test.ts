/** Links between codebooks: crosswalks read from both sides, copies, links that pass through a third, the reader's edits. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  allShipped,
  joinLinks,
  type Linked,
  linksThrough,
  movedLinks,
  withLink,
} from '../../../lib/codebook';
import { copyOf } from '../../../lib/codebook/edit';
import type { Codebook, Influence, InfluenceLink, InfluenceRef } from '../../../lib/model';

let all: Codebook[];
beforeAll(async () => {
  all = await allShipped();
});
const shipped = (id: string) => all.find((one) => one.id === id) as Codebook;
const AT = '2026-01-02T03:04:05.000Z';

const byText = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));

const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id, definition: '', aliases: [], cues: [], crosswalk: [] },
  ...more,
});
const book = (id: string, influences: Influence[], version = '1'): Codebook => ({
  ...{ id, name: id, version, kind: 'own', builtIn: false },
  ...{ compiled: false, complete: true, source: { citation: '' }, influences },
});
/** "A/a1" */
const ref = (name: string): InfluenceRef => {
  const [codebookId = '', influenceId = ''] = name.split('/');
  return { codebookId, influenceId };
};
const edit = (from: string, to: string, on: boolean): InfluenceLink => ({
  ...{ from: ref(from), to: ref(to), on },
});

/** "b1 through M/m1, M/m2": the ways of each link, as a line. */
function shown(
  target: Codebook,
  books: readonly Codebook[],
  from: string,
  edits: readonly InfluenceLink[] = [],
): string[] {
  return linksThrough(
    target,
    books,
    edits,
  )(ref(from)).map(({ to, ways }) => {
    const via = ways.flatMap((way) =>
      way.how === 'through' ? `${way.via.codebookId}/${way.via.influenceId}` : [],
    );
    const others = ways.flatMap((way) => (way.how === 'through' ? [] : way.how));
    expect(to.codebookId).toBe(target.id);
    return [to.influenceId, ...others, ...(via.length ? ['through', ...via] : [])].join(' ');
  });
}

describe('of Bearing’s own codebooks', () => {
  it.each<[string, string, string[]]>([
    ['psw-core/psw.culture', 'ibrahim-2020', ['ibrahim2020.organisational-culture crosswalk']],
    ['psw-core/psw.training-staff', 'ibrahim-2020', ['ibrahim2020.training crosswalk']],
    ['psw-core/psw.supervision', 'ibrahim-2020', []],
    ['psw-core/psw.culture', 'cfir-2022', ['cfir22.inner.culture crosswalk']],
    [
      'psw-core/psw.hr',
      'cfir-2022',
      ['cfir22.inner.work crosswalk', 'cfir22.inner.incentives crosswalk'],
    ],
    // Read from the other side.
    [
      'ibrahim-2020/ibrahim2020.training',
      'psw-core',
      ['psw.training-peers crosswalk', 'psw.training-staff crosswalk'],
    ],
    // Over psw-core in between, by each of its influences that leads there.
    [
      'cfir-2022/cfir22.inner.culture',
      'ibrahim-2020',
      ['ibrahim2020.organisational-culture through psw-core/psw.culture'],
    ],
    [
      'cfir-2022/cfir22.inner.knowledge',
      'ibrahim-2020',
      ['ibrahim2020.training through psw-core/psw.training-peers psw-core/psw.training-staff'],
    ],
    ['cfir-2022/cfir22.innovation.cost', 'ibrahim-2020', []],
    // Two steps in between would be needed.
    ['cfir-2009/any', 'ibrahim-2020', []],
    ['psw-core/psw.culture', 'eric-2015', []],
    ['psw-core/psw.culture', 'psw-core', ['psw.culture own']],
    ['psw-core/of another version', 'psw-core', ['of another version own']],
    ['gone/any', 'psw-core', []],
  ])('%s is in %s: %j', (from, to, wanted) => {
    expect(shown(shipped(to), all, from)).toEqual(wanted);
  });

  it('psw-core has 80 links, and leads through CFIR 2022 to its predecessor', () => {
    const core = shipped('psw-core');
    const counts = all.flatMap((target) => {
      if (target === core) return [];
      const links = linksThrough(target, all);
      return core.influences.flatMap(({ id }) => links(ref(`psw-core/${id}`)));
    });
    const isDirect = ({ ways }: Linked) => ways.every(({ how }) => how === 'crosswalk');
    const passing = counts.filter((link) => !isDirect(link));
    expect(counts.filter(isDirect)).toHaveLength(80);
    expect(new Set(passing.map(({ to }) => to.codebookId))).toEqual(new Set(['cfir-2009']));
    const via = passing.flatMap(({ ways }) =>
      ways.map((way) => 'via' in way && way.via.codebookId),
    );
    expect(new Set(via)).toEqual(new Set(['cfir-2022']));
  });

  it('a link is one from both sides', () => {
    for (const a of all)
      for (const b of all) {
        const [there, back] = [linksThrough(b, all), linksThrough(a, all)];
        for (const { id } of a === b ? [] : a.influences)
          for (const { to, ways } of there(ref(`${a.id}/${id}`)))
            if (ways.some(({ how }) => how === 'crosswalk'))
              expect(back(to).map((one) => one.to.influenceId)).toContain(id);
      }
  });
});

describe('a copy', () => {
  const copied = () => copyOf(shipped('psw-core'), { name: 'Ours', at: AT });

  it('is the same as what it was copied from, and leads to nothing else there', () => {
    const ours = copied();
    const books = [...all, ours];
    const one = `${ours.id}/psw.training-peers`;
    expect(shown(shipped('psw-core'), books, one)).toEqual(['psw.training-peers same']);
    expect(shown(ours, books, 'psw-core/psw.pay')).toEqual(['psw.pay same']);
  });

  it('leads elsewhere as the original does', () => {
    const ours = copied();
    expect(shown(shipped('cfir-2022'), [...all, ours], `${ours.id}/psw.culture`)).toEqual([
      'cfir22.inner.culture crosswalk',
    ]);
    expect(shown(ours, [...all, ours], 'cfir-2022/cfir22.inner.culture')).toEqual([
      'psw.culture crosswalk',
    ]);
  });

  it('beside its original is not a second way, and the one in use is named', () => {
    const ours = copied();
    expect(
      shown(shipped('ibrahim-2020'), [ours, ...all], 'cfir-2022/cfir22.inner.culture'),
    ).toEqual([`ibrahim2020.organisational-culture through ${ours.id}/psw.culture`]);
  });

  it('of a copy is the same, whether or not the one between them is there', () => {
    const first = copied();
    const second = copyOf(first, { name: 'Theirs', at: AT });
    const books = [...all, first, second];
    expect(shown(shipped('psw-core'), books, `${second.id}/psw.pay`)).toEqual(['psw.pay same']);
    expect(shown(first, books, `${second.id}/psw.pay`)).toEqual(['psw.pay same']);
    const siblings = [copied(), copied()] as const;
    expect(shown(siblings[0], siblings, `${siblings[1].id}/psw.pay`)).toEqual(['psw.pay same']);
  });

  it('of single influences under another id is known by what it notes', () => {
    const from = [{ codebookId: 'psw-core', influenceId: 'psw.pay', label: 'Pay' }];
    const mine = book('mine', [
      influence('m1', { origins: [{ how: 'copied', from, version: '1', at: AT }] }),
      influence('m2', { origins: [{ how: 'split', from, version: '1', at: AT }] }),
    ]);
    expect(shown(shipped('psw-core'), [...all, mine], 'mine/m1')).toEqual(['psw.pay same']);
    expect(shown(shipped('psw-core'), [...all, mine], 'mine/m2')).toEqual([]);
    expect(shown(shipped('ibrahim-2020'), [...all, mine], 'mine/m1')).toEqual([
      'ibrahim2020.financial-arrangements through psw-core/psw.pay',
    ]);
  });

  it('in a circle, as a file can name them, ends', () => {
    const of = (codebookId: string) => {
      const from = [{ codebookId, influenceId: 'x', label: 'x' }];
      return influence('x', { origins: [{ how: 'copied', from, version: '1', at: AT }] });
    };
    const [a, b] = [book('A', [of('B')]), book('B', [of('A')])];
    expect(shown(b, [a, b], 'A/x')).toEqual(['x same']);
  });
});

describe('the reader’s edits', () => {
  const A = book('A', [influence('a1', { crosswalk: ['m1', 'b1'] }), influence('a2')]);
  const M = book('M', [influence('m1', { crosswalk: ['b2', 'c1'] }), influence('m2')]);
  const B = book('B', [influence('b1'), influence('b2')]);
  const C = book('C', [influence('c1'), influence('c2')]);
  const books = [A, M, B, C];
  it.each<[string, string, Codebook, InfluenceLink[], string[]]>([
    ['without them', 'A/a1', C, [], ['c1 through M/m1']],
    [
      'a link of the codebooks’ own goes before those through others',
      'A/a1',
      B,
      [],
      ['b1 crosswalk'],
    ],
    ['a link is added', 'A/a2', B, [edit('A/a2', 'B/b2', true)], ['b2 reader']],
    ['written either way round', 'A/a2', B, [edit('B/b2', 'A/a2', true)], ['b2 reader']],
    [
      'a second one is beside the first',
      'A/a1',
      B,
      [edit('A/a1', 'B/b2', true)],
      ['b1 crosswalk', 'b2 reader'],
    ],
    ['one that is there stays as it is', 'A/a1', B, [edit('A/a1', 'B/b1', true)], ['b1 crosswalk']],
    [
      'an added link is passed through',
      'A/a2',
      C,
      [edit('A/a2', 'M/m1', true)],
      ['c1 through M/m1'],
    ],
    [
      'a link that is switched off opens no other way',
      'A/a1',
      B,
      [edit('A/a1', 'B/b1', false)],
      [],
    ],
    ['nor is it passed through', 'A/a1', C, [edit('M/m1', 'A/a1', false)], []],
    ['nor at the other end', 'A/a1', C, [edit('M/m1', 'C/c1', false)], []],
    [
      'where a link passes through is switched off as one',
      'A/a1',
      C,
      [edit('A/a1', 'C/c1', false)],
      [],
    ],
    [
      'which leaves the two links that it was made of',
      'M/m1',
      C,
      [edit('A/a1', 'C/c1', false)],
      ['c1 crosswalk'],
    ],
    [
      'a link to what the target has no more leads nowhere',
      'A/a2',
      B,
      [edit('A/a2', 'B/b9', true)],
      [],
    ],
    [
      'the last word on a pair holds',
      'A/a2',
      B,
      [edit('A/a2', 'B/b1', true), edit('B/b1', 'A/a2', false)],
      [],
    ],
  ])('%s', (_, from, target, edits, wanted) => {
    expect(shown(target, books, from, edits)).toEqual(wanted);
  });

  it('of a pair replace one another', () => {
    const one = [edit('A/a1', 'B/b1', true), edit('A/a2', 'B/b1', true)];
    const off = edit('B/b1', 'A/a1', false);
    expect(withLink(one, off)).toEqual([one[1], off]);
    expect(withLink(one, edit('B/b1', 'A/a1', true))).toBe(one);
  });

  it('of two reviews are joined: where they disagree, those of the one that stays', () => {
    const stays = [edit('A/a1', 'B/b1', false)];
    const goes = [edit('B/b1', 'A/a1', true), edit('A/a2', 'B/b2', true)];
    expect(joinLinks(stays, goes)).toEqual([goes[1], stays[0]]);
    expect(joinLinks(undefined, goes)).toEqual(goes);
    expect(joinLinks(stays, undefined)).toEqual(stays);
  });

  it('go along with influences that are merged or moved to another codebook', () => {
    const to = (ways: Record<string, string>) => (ref: InfluenceRef) => {
      const [codebookId = '', influenceId = ''] =
        ways[`${ref.codebookId}/${ref.influenceId}`]?.split('/') ?? [];
      return codebookId ? { codebookId, influenceId } : ref;
    };
    const links = [
      edit('A/a1', 'B/b1', true),
      edit('A/a2', 'B/b1', false),
      edit('B/b2', 'A/a1', true),
    ];
    // What was decided on the one that stays holds; the side on which an influence is named does not matter.
    expect(movedLinks(links, to({ 'A/a1': 'A/a2' }))).toEqual([
      edit('B/b2', 'A/a2', true),
      links[1],
    ]);
    expect(movedLinks(links, to({ 'A/a2': 'A/a1' }))).toEqual([links[0], links[2]]);
    // Within one codebook there is no link.
    expect(movedLinks(links, to({ 'A/a1': 'B/a1' }))).toEqual([links[1]]);
    expect(movedLinks(links, to({ 'A/a1': 'C/c1' }))).toEqual([
      ...[edit('C/c1', 'B/b1', true), edit('B/b2', 'C/c1', true), links[1]],
    ]);
    expect(movedLinks(links, to({ 'A/a9': 'A/a1' }))).toBe(links);
    // Two that become a third: of their pair there is one edit, and a link outweighs one that was taken away.
    const both = to({ 'A/a1': 'A/a3', 'A/a2': 'A/a3' });
    const joined = [edit('B/b2', 'A/a3', true), edit('A/a3', 'B/b1', true)];
    for (const order of [links, [...links].reverse()])
      expect([...movedLinks(order, both)].sort(byText)).toEqual([...joined].sort(byText));
  });
});
