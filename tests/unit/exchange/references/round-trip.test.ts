/** What our own exports of papers write comes back with the same facts. */
import { describe, expect, it } from 'vitest';
import { exporterById } from '../../../../lib/exchange';
import { chosen } from '../../../../lib/exchange/chosen';
import { reviewedPapers } from '../../../../lib/exchange/records';
import { type Paper, PaperFacts, settled } from '../../../../lib/model';
import { readAs } from '../../../support/references';
import { data, paper, wholePaper } from '../records';

const FORMATS = { 'papers-ris': 'ris', 'papers-csl-json': 'csl-json' } as const;
type Exported = keyof typeof FORMATS;

/** What an export has no place for. */
const LOST: Record<Exported, (facts: PaperFacts) => (keyof PaperFacts)[]> = {
  // SN is the ISBN where there is one, the address is the DOI's, and M3 the kind of a report or thesis.
  'papers-ris': ({ isbn, doi, type = '' }) => [
    ...(['fingerprint', 'notices', 'arxiv'] as const),
    ...(isbn ? (['issn'] as const) : []),
    ...(doi ? (['url'] as const) : []),
    ...(['report', 'thesis'].includes(type) ? [] : (['genre'] as const)),
  ],
  'papers-csl-json': () => ['fingerprint', 'notices'],
};

function expected(facts: PaperFacts, id: Exported) {
  const lost = [...LOST[id](facts), 'sources'];
  const kept = Object.entries(settled(PaperFacts.parse(facts))).filter(
    ([field, value]) => !lost.includes(field) && value !== undefined,
  );
  return Object.fromEntries(kept);
}

function returned(papers: Paper[], id: Exported) {
  const reviewPapers = papers.map(({ id: paperId }) => ({ ...data.reviewPapers[0], paperId }));
  const given = chosen({ ...data, papers, reviewPapers } as typeof data, true);
  const text = exporterById(id)?.write(given, {}) as string;
  const found = readAs(FORMATS[id], text);
  expect(found.broken).toEqual([]);
  return {
    notes: found.references.map(({ notes }) => notes),
    facts: found.references.map(({ facts: { sources: _, ...facts } }) => facts),
    wanted: reviewedPapers(given).map(({ facts }) => expected(facts, id)),
  };
}

const PAPERS: [string, Paper[]][] = [
  ['the papers of the sample review', data.papers],
  ['a paper with every field', [wholePaper]],
  [
    'a preprint in every field, and an article in press',
    [
      { ...wholePaper, type: 'article', status: undefined },
      paper(2, { status: 'in press', keywords: ['Influence of peers', 'peers: supporting'] }),
    ],
  ],
  ...'article-journal article-magazine article-newspaper article book chapter dataset paper-conference report thesis webpage'
    .split(' ')
    .map((type, i): [string, Paper[]] => [
      type,
      [
        paper(i + 1, {
          type,
          volume: '1',
          issue: '2',
          page: '3-9',
          publisher: 'A press',
          language: 'de',
        }),
      ],
    ]),
  [
    'names of all kinds',
    [
      paper(1, {
        authors: [
          { family: 'van der Berg', given: 'Jan', suffix: 'III' },
          { family: "O'Neill", given: 'Éamon' },
          { family: 'King', suffix: 'Jr.' },
          { literal: 'World Health Organization' },
          { literal: 'Bundesamt für Gesundheit' },
          { literal: 'Sukarno' },
          { family: '王', given: '小明' },
        ],
      }),
    ],
  ],
  [
    'papers without a DOI',
    [
      paper(1, { doi: undefined, url: 'https://journal.invalid/a?b=1&c=2' }),
      paper(2, { doi: undefined, pmid: '31000001', title: 'Peers & <1 other', page: 'e12' }),
      paper(3, { doi: '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2' }),
    ],
  ],
];

describe.each(Object.keys(FORMATS) as Exported[])('%s', (id) => {
  it.each(PAPERS)('brings back %s', (_, papers) => {
    const { facts, wanted } = returned(papers, id);
    expect(facts).toEqual(wanted);
  });
});

it('what the review found is neither among notes nor among keywords of a library', () => {
  const { notes, facts } = returned(data.papers, 'papers-ris');
  expect(notes.flat().filter((note) => note.startsWith('Evidence '))).toEqual([]);
  expect(
    facts
      .flatMap(({ keywords = [] }) => keywords)
      .filter((word) => /^(?:Progress|Eligibility|Influence): /.test(word)),
  ).toEqual([]);
});

it('the notes of a library leave in RIS, and return', () => {
  const notes = ['Read it, <b>twice</b>.', 'For the discussion.'];
  const place = { ...data.reviewPapers[0], paperId: wholePaper.id, note: notes.join('\n\n') };
  const given = chosen({
    ...data,
    papers: [wholePaper],
    reviewPapers: [place],
    tags: [],
  } as typeof data);
  const text = exporterById('papers-ris')?.write(given, {}) as string;
  const [first] = readAs('ris', text).references;
  expect(first?.notes).toEqual(['Read it, < b>twice< /b>.', 'For the discussion.']);
});
