/** What our own exports of papers write comes back with the same facts. */
import { describe, expect, it } from 'vitest';
import { exporterById } from '../../../../lib/exchange';
import { chosen } from '../../../../lib/exchange/chosen';
import { reviewedPapers } from '../../../../lib/exchange/records';
import { type Paper, PaperFacts, settled } from '../../../../lib/model';
import { readAs } from '../../../support/references';
import { data, paper, uuid, wholePaper, YOU } from '../records';

const FORMATS = {
  'papers-ris': 'ris',
  'papers-csl-json': 'csl-json',
  'papers-bib': 'bibtex',
} as const;
type Exported = keyof typeof FORMATS;

const PARTS = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
];
const KINDS_OF_BIBTEX = [
  'article-journal',
  'book',
  'chapter',
  'paper-conference',
  'report',
  'thesis',
];

/** What an export has no place for, or says in another way. */
const LOST: Record<Exported, (facts: PaperFacts) => (keyof PaperFacts)[]> = {
  // SN is the ISBN where there is one, the address is the DOI's, and M3 the kind of a report or thesis.
  'papers-ris': ({ isbn, doi, type = '' }) => [
    ...(['fingerprint', 'arxiv'] as const),
    ...(isbn ? (['issn'] as const) : []),
    ...(doi ? (['url'] as const) : []),
    ...(['report', 'thesis'].includes(type) ? [] : (['genre'] as const)),
  ],
  'papers-csl-json': () => ['fingerprint'],
  // BibTeX has few types, a volume's title where parts of it are meant, and one number.
  'papers-bib': ({ type = '', authors, keywords = [] }) => [
    ...(['fingerprint', 'number', 'genre'] as const),
    ...(KINDS_OF_BIBTEX.includes(type) ? [] : (['type'] as const)),
    ...(type === 'report' || type === 'thesis' ? (['issue'] as const) : []),
    ...(PARTS.includes(type) ? [] : (['containerTitle'] as const)),
    ...(keywords.some((word) => word.includes(',')) ? (['keywords'] as const) : []),
    ...(authors.some(({ suffix, given }) => suffix && !given) ? (['authors'] as const) : []),
  ],
};

function kept(facts: PaperFacts, lost: readonly string[]) {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([field, value]) => field !== 'sources' && !lost.includes(field) && value !== undefined,
    ),
  );
}

function returned(papers: Paper[], id: Exported) {
  const reviewPapers = papers.map(({ id: paperId }) => ({ ...data.reviewPapers[0], paperId }));
  const given = chosen({ ...data, papers, reviewPapers } as typeof data, { excluded: true });
  const text = exporterById(id)?.write(given, {}) as string;
  const found = readAs(FORMATS[id], text);
  expect(found.broken).toEqual([]);
  const sent = reviewedPapers(given).map(({ facts }) => facts);
  const lost = sent.map((facts) => LOST[id](facts));
  return {
    notes: found.references.map(({ notes }) => notes),
    facts: found.references.map(({ facts }, i) => kept(facts, lost[i] ?? [])),
    wanted: sent.map((facts, i) => kept(settled(PaperFacts.parse(facts)), lost[i] ?? [])),
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
    'what journals have said of papers',
    [
      paper(1, {
        notices: [
          { kind: 'retraction', text: 'Retracted (in 2022); see the notice | of the journal' },
          { kind: 'retraction', text: 'Retracted' },
          { kind: 'correction', text: 'Correction to: Table 2; Corrected figures (all)' },
        ],
      }),
      paper(2, {
        notices: [{ kind: 'concern', text: 'Expression of concern' }],
        status: 'in press',
      }),
    ],
  ],
  [
    'keywords with the signs between keywords',
    [paper(1, { keywords: ['Depression, postpartum', 'peers'] })],
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

it.each(Object.keys(FORMATS) as Exported[])(
  'what the review found is neither among notes nor among keywords of a library: %s',
  (id) => {
    const { notes, facts } = returned(data.papers, id);
    expect(notes.flat()).toEqual([]);
    expect(
      facts
        .flatMap(({ keywords }) => (keywords as string[] | undefined) ?? [])
        .filter((word) => /^(?:Progress|Eligibility|Influence): /.test(word)),
    ).toEqual([]);
  },
);

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

it.each(Object.entries(FORMATS))(
  'what coders found differently leaves no keyword behind: %s',
  (id, format) => {
    const differs = { ...data.tags[0], id: uuid(4, 9), coderId: YOU, stance: 'contrasting' };
    const given = chosen({ ...data, tags: [...data.tags, differs] } as typeof data, {
      excluded: true,
    });
    const text = exporterById(id)?.write(given, {}) as string;
    expect(text).toContain('Training: differ');
    const found = readAs(format, text).references;
    expect(found.flatMap(({ facts }) => facts.keywords ?? [])).toEqual([]);
  },
);

it.each([
  ['Retracted', 'retraction'],
  ['Expression of concern', 'concern'],
  ['Corrected', 'correction'],
])('the mark of a library that says "%s" is kept as what journals say', (word, kind) => {
  const [first] = readAs(
    'ris',
    `TY  - JOUR\nTI  - One\nKW  - ${word}\nKW  - peers\nER  - `,
  ).references;
  expect(first?.facts).toMatchObject({ keywords: ['peers'], notices: [{ kind, text: word }] });
});
