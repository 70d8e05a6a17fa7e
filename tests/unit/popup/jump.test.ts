/** Type to jump: what a few letters lead to. */
import { describe, expect, test } from 'vitest';
import { type JumpCommand, jumpHits, PaperSearch } from '../../../entrypoints/popup/jump';
import { allShipped } from '../../../lib/codebook';

const COMMANDS: JumpCommand[] = [
  { id: 'tag', text: 'Tag this page, or stop tagging' },
  { id: 'map', text: 'Open the map', also: 'workspace evidence' },
  { id: 'help', text: 'Help', also: 'keys manual' },
];
const codebooks = (await allShipped()).filter(({ id }) => id === 'psw-core');
const papers = new PaperSearch(
  [
    { id: 'p1', text: 'Training for peer workers', more: 'Ibrahim et al. · 2020' },
    { id: 'p2', text: 'Peer support in hospitals', more: 'Mutschler · 2022' },
  ],
  [
    { doi: '10.5555/one', authors: [{ family: 'Ibrahim' }, { family: 'Chreim' }] },
    { doi: '10.5555/two', authors: [{ literal: 'The Mutschler group' }] },
  ],
);
const hits = (typed: string) =>
  jumpHits(typed, { commands: COMMANDS, codebooks, papers }).map(({ kind, id }) => `${kind} ${id}`);

describe('typing', () => {
  test('before anything is typed the commands are listed', () => {
    expect(hits(' ')).toEqual(['command tag', 'command map', 'command help']);
  });
  test.each([
    ['a command by its words', 'tagg', 'command tag'],
    ['a command by another word for it', 'evidence', 'command map'],
    ['a paper by a word of its title', 'hospitals', 'paper p2'],
    ['a paper by an author that is not shown', 'chreim', 'paper p1'],
    ['a paper by author and year, in any order', '2020 ibrahim', 'paper p1'],
    ['a paper by its DOI', '10.5555/two', 'paper p2'],
    ['a paper with a slip', 'hospitels', 'paper p2'],
    ['an influence by its beginning', 'superv', 'influence psw-core/psw.supervision'],
  ])('finds %s', (_, typed, found) => {
    expect(hits(typed)).toContain(found);
  });
  test('a word of both kinds finds an influence and a paper', () => {
    const found = hits('training');
    expect(found.some((one) => one.startsWith('influence'))).toBe(true);
    expect(found).toContain('paper p1');
    expect(found).not.toContain('paper p2');
  });
  test('all typed words have to be there', () => {
    expect(hits('ibrahim 2022')).toEqual([]);
  });
  test('at most five of a kind are listed', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `${i}`,
      text: `Peer ${i}`,
      more: '',
    }));
    const all = { commands: [], codebooks: [], papers: new PaperSearch(many, []) };
    expect(jumpHits('peer', all)).toHaveLength(5);
  });
});
