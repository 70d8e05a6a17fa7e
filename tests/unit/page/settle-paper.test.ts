/** How each field of a paper is settled where sources differ: its policy, and what is reported of the difference. */
import { describe, expect, it } from 'vitest';
import type { FieldSource } from '../../../lib/model';
import type { Raw } from '../../../lib/page/view/raw';
import { mergeSaid } from './said';

const settled = (...said: [FieldSource, Raw][]) =>
  mergeSaid(said.map(([source, raw]) => ({ source, raw })));

describe('what is reported of sources that differ', () => {
  it.each<[string, [FieldSource, Raw][], { field: string; sources: string[] }[]]>([
    [
      'two DOIs',
      [
        ['citation', { doi: '10.5555/a' }],
        ['dc', { doi: '10.5555/b' }],
      ],
      [{ field: 'doi', sources: ['citation', 'dc'] }],
    ],
    [
      'two years',
      [
        ['citation', { year: '2018' }],
        ['dc', { year: '2019' }],
      ],
      [{ field: 'year', sources: ['citation', 'dc'] }],
    ],
    [
      'the year that the page shows',
      [
        ['citation', { year: '2018' }],
        ['visible', { year: '2019' }],
      ],
      [{ field: 'year', sources: ['citation', 'visible'] }],
    ],
    [
      'not the title that it shows',
      [
        ['citation', { title: 'Roles' }],
        ['visible', { title: 'Peers' }],
      ],
      [],
    ],
    [
      'two titles',
      [
        ['citation', { title: 'Roles' }],
        ['dc', { title: 'Peers' }],
      ],
      [{ field: 'title', sources: ['citation', 'dc'] }],
    ],
    [
      'no names of which one has the other',
      [
        ['citation', { containerTitle: 'J Examples' }],
        ['dc', { containerTitle: 'The J Examples Online' }],
      ],
      [],
    ],
    [
      'no values in other signs',
      [
        ['citation', { doi: '10.5555/A' }],
        ['dc', { doi: 'doi:10.5555/a' }],
      ],
      [],
    ],
    [
      'nothing of volumes',
      [
        ['citation', { volume: '1' }],
        ['dc', { volume: '2' }],
      ],
      [],
    ],
    [
      'one author, and a fuller list',
      [
        ['citation', { authors: ['Berg, A'] }],
        ['json-ld', { authors: ['Berg, Ada', 'Wang, Bo'] }],
      ],
      [{ field: 'authors', sources: ['citation', 'json-ld'] }],
    ],
  ])('%s', (_what, said, expected) => {
    const { conflicts } = settled(...said);
    expect(
      conflicts.map(({ field, values }) => ({
        field,
        sources: values.map(({ source }) => source),
      })),
    ).toEqual(expected);
  });
});

describe('a value that cannot be used', () => {
  it('gives way to that of the next source', () => {
    const { paper } = settled(
      ['citation', { doi: 'none', year: 'n.d.' }],
      ['dc', { doi: '10.5555/a', year: '2019' }],
    );
    expect(paper).toMatchObject({
      doi: '10.5555/a',
      year: 2019,
      sources: { doi: 'dc', year: 'dc' },
    });
  });
  it('gives way to the next of the same source', () => {
    const { paper } = settled(['citation', { year: 'n.d.' }], ['citation', { year: '2019' }]);
    expect(paper.year).toBe(2019);
  });
  it('of a number is the paper’s status, where it is "in press"', () => {
    const { paper } = settled(['citation', { volume: 'In press' }]);
    expect(paper).toMatchObject({ status: 'in press', sources: { status: 'citation' } });
    expect(paper.volume).toBeUndefined();
  });
});

describe('a title with the name of its site', () => {
  const title = 'Roles of peers in nine clinics';
  it.each<[string, [FieldSource, Raw][], string]>([
    [
      'gives way to the same title alone',
      [
        ['og', { title: `${title} | Example Platform` }],
        ['visible', { title }],
      ],
      title,
    ],
    [
      'gives way whatever the letters are',
      [
        ['citation', { title: `${title} :: Example Platform` }],
        ['dc', { title: 'Roles of Peers in Nine Clinics' }],
      ],
      'Roles of Peers in Nine Clinics',
    ],
    [
      'stays where it goes on with a dash: that may be a subtitle',
      [
        ['citation', { title: `${title} - a review` }],
        ['dc', { title }],
      ],
      `${title} - a review`,
    ],
    [
      'stays where another source has but a word of it',
      [
        ['citation', { title: 'Roles | a study of peers' }],
        ['dc', { title: 'Roles' }],
      ],
      'Roles | a study of peers',
    ],
  ])('%s', (_what, said, wanted) => {
    expect(settled(...said).paper.title).toBe(wanted);
  });
});
