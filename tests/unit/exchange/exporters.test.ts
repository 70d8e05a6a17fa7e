import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { builtInCodebooks } from '../../../lib/codebook';
import { type ExportData, exporterById, exporters } from '../../../lib/exchange';
import { attentionNote, wilson } from '../../../lib/map';
import { citingPrint, reportedReference, UNNAMED_CITING } from '../../../lib/model';
import { exportedText } from '../../support/exported-text';
import {
  AT,
  codebook,
  data,
  familyMember,
  ME,
  noTables,
  paper,
  review,
  reviewPaper,
  statement,
  tag,
} from './records';

const write = (id: string, more: Partial<ExportData> = {}, options = {}): string =>
  exporterById(id)?.write({ ...data, ...more }, { excluded: true, ...options }) as string;

function table(text: string): Record<string, string>[] {
  const { data: rows, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return rows;
}

/** Text that breaks naive writers, for every field that a page or a reader fills. */
const NASTY =
  '=cmd|"x"!A0; <b>bold</b> & "quoted", it\'s\r\nER  - \nTY  - JOUR\t\u0000\ud83d ]]> `[[x]]` --';
const nasty: ExportData = {
  ...noTables,
  review: { ...review, name: NASTY, question: NASTY },
  papers: [
    paper(1, {
      title: NASTY,
      authors: [{ literal: NASTY }, { family: NASTY, given: NASTY }],
      containerTitle: NASTY,
      abstract: NASTY,
      keywords: [NASTY],
      publisher: NASTY,
      isbn: NASTY,
      number: NASTY,
      genre: NASTY,
      editors: [{ literal: NASTY }, { family: NASTY, given: NASTY, suffix: NASTY }],
      language: NASTY,
      status: NASTY,
      preprintOf: NASTY,
      type: 'report',
      page: NASTY,
      url: NASTY,
      doi: NASTY,
    }),
  ],
  reviewPapers: [reviewPaper(1)],
  familyMembers: [],
  statements: [statement(1, 1, NASTY, { section: { title: NASTY, kind: 'other' }, page: NASTY })],
  tags: [tag(1, 1, 1, { note: NASTY })],
  assessments: [],
  coders: [{ id: ME, name: NASTY }],
  codebooks: [
    {
      ...codebook,
      name: NASTY,
      influences: codebook.influences.map((i) => ({ ...i, label: NASTY + i.id, cues: [NASTY] })),
    },
  ],
};
const empty: ExportData = {
  ...noTables,
  review,
  papers: [],
  reviewPapers: [],
  familyMembers: [],
  statements: [],
  tags: [],
  assessments: [],
  codebooks: [],
  coders: [],
};

describe.each(exporters)('$id', (exporter) => {
  it('has an id, an extension and a MIME type of its kind, and says what it is for', () => {
    expect(exporter.id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(exporter.extension).toMatch(/^[a-z]+$/);
    expect(exporter.mime).toMatch(/^[a-z]+\/[a-z.+-]+(;charset=utf-8)?$/);
    expect(exporter.label).not.toBe('');
    expect(exporter.hint).toMatch(/\.$/);
  });

  it('gives the same bytes whatever the order of the records', () => {
    const turned = Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        Array.isArray(value) ? [...value].reverse() : value,
      ]),
    ) as unknown as ExportData;
    expect(exporter.write(turned, { at: AT })).toEqual(exporter.write(data, { at: AT }));
  });

  it('writes an empty review without NaN, null or undefined', () => {
    const text = exportedText(exporter.write(empty));
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  it('writes awkward text without a control character or half a character in it', () => {
    const text = exportedText(exporter.write(nasty, { at: AT }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('leaves the data as it was', () => {
    const before = JSON.stringify(data);
    exporter.write(data, { at: AT });
    expect(JSON.stringify(data)).toBe(before);
  });
});

it('every export has its own id', () => {
  expect(new Set(exporters.map((e) => e.id)).size).toBe(exporters.length);
});

describe('influence-summary-csv', () => {
  it('counts as the map does, with n/N, interval and the note beside every %', () => {
    const rows = table(write('influence-summary-csv', {}, { at: AT }));
    const { lo, hi } = wilson(1, 2);
    expect(rows.map((r) => [r.Influence, r.n, r.N, r[attentionNote()]])).toEqual([
      ['Role definition', '1', '2', '50'],
      ['Training', '1', '2', '50'],
    ]);
    expect(rows[1]).toMatchObject({
      Codebook: 'Our codes',
      'Codebook version': '3',
      'Papers supporting': '1',
      'Papers contrasting': '0',
      '95 % interval from (%)': String(Math.round(lo * 1000) / 10),
      '95 % interval to (%)': String(Math.round(hi * 1000) / 10),
      'Statements supporting': '1',
      'Papers with second-hand statements': '1',
      'Papers with second-hand statements only': '1',
      'Second-hand mentioning': '1',
      'Papers: looked for, not reported': '0',
      'Papers: not yet assessed': '1',
    });
    expect(rows[0]).toMatchObject({
      'Papers contrasting': '1',
      'Papers: looked for, not reported': '1',
      'Papers: not yet assessed': '0',
    });
    for (const row of rows) {
      expect(row.Methods).toBe(
        'Evidence map of “Peer support review”: N = 2 papers (all papers not excluded, 1 excluded); a paper counts once per influence; second-hand statements not counted in n; Wilson 95 % intervals; tags by me, you; codebook: Our codes (version 3); 2026-01-02. % = share of papers, not strength of effect.',
      );
    }
  });

  it('follows the options of the map on the screen', () => {
    const rows = table(
      write(
        'influence-summary-csv',
        {},
        { map: { denominator: 'read', secondHand: true, coder: ME } },
      ),
    );
    expect(rows.map((r) => r.N)).toEqual(['1', '1']);
    expect(rows[0]?.Methods).toContain('papers marked read, 1 excluded');
    expect(rows[0]?.Methods).toContain('second-hand statements counted');
    expect(rows[0]?.Methods).toContain('tags by me;');
  });

  it('leaves the share empty when there is no paper', () => {
    const rows = table(write('influence-summary-csv', { reviewPapers: [] }));
    expect(rows.map((r) => [r.n, r.N, r[attentionNote()]])).toEqual([
      ['0', '0', ''],
      ['0', '0', ''],
    ]);
  });
});

describe('paper-matrix-csv', () => {
  it('has a row a paper within the denominator and a column an influence in use', () => {
    expect(table(write('paper-matrix-csv'))).toEqual([
      {
        'Paper title': 'Paper 1',
        Authors: 'Müller, Änne; van der Berg, Jan',
        Year: '2021',
        DOI: '10.1000/paper.1',
        'Citation key': 'muller2021paper',
        Notice: '',
        Progress: 'read',
        Eligibility: 'undecided',
        'Exclusion reason': '',
        'Study family': '',
        'Companion of': '',
        'Role definition': 'contrasting (1 statement)',
        Training: 'supporting (1 statement)',
      },
      {
        'Paper title': 'Paper 2',
        Authors: 'Müller, Änne; van der Berg, Jan',
        Year: '2022',
        DOI: '10.1000/paper.2',
        'Citation key': 'muller2022paper',
        Notice: '',
        Progress: 'reading',
        Eligibility: 'undecided',
        'Exclusion reason': '',
        'Study family': '',
        'Companion of': '',
        'Role definition': 'not reported',
        Training: 'second-hand only (1)',
      },
    ]);
  });

  it('notes in each row how broader influences are counted, where the codebook has any', () => {
    const [first, ...others] = codebook.influences;
    const nested = others.map((one) => ({ ...one, parent: first?.id }));
    const codebooks = [{ ...codebook, influences: first ? [first, ...nested] : [] }];
    const words = 'A broader influence counts a paper once, with all that is tagged under it';
    for (const unit of ['papers', 'families'] as const) {
      const map = { unit, denominator: 'all' as const, secondHand: false };
      const rows = table(write('paper-matrix-csv', { codebooks }, { map }));
      expect(rows.map((row) => row.Methods)).toEqual([words, words]);
    }
    expect(Object.keys(table(write('paper-matrix-csv'))[0] ?? {})).not.toContain('Methods');
  });
});

describe('papers-ris', () => {
  const text = write('papers-ris');
  const lines = text.split('\r\n');

  it('is what importers read: TY first, CRLF, no byte order mark, one value a line', () => {
    expect(text.startsWith('TY  - JOUR\r\n')).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- .*$/);
    expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(3);
    expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(3);
  });

  it('says all of a paper', () => {
    const one = write('papers-ris', {
      papers: [
        paper(1, {
          volume: '15',
          issue: '2',
          page: '101–110',
          issn: '1748-5908',
          pmid: '31177310',
          pmcid: 'PMC9',
          abstract: 'One.\n\nTwo.',
          keywords: ['a; b', 'x--y'],
        }),
      ],
      assessments: [
        {
          ...(data.assessments[0] as (typeof data.assessments)[0]),
          paperId: paper(1).id,
          influenceId: 'own.none',
        },
      ],
    }).split('\r\n');
    expect(one).toEqual([
      'TY  - JOUR',
      'ID  - muller2021paper',
      'AU  - Müller, Änne',
      'AU  - van der Berg, Jan',
      'TI  - Paper 1',
      'T2  - Journal of Examples',
      'PY  - 2021',
      'VL  - 15',
      'IS  - 2',
      'SP  - 101',
      'EP  - 110',
      'SN  - 1748-5908',
      'DO  - 10.1000/paper.1',
      'UR  - https://doi.org/10.1000/paper.1',
      'AN  - 31177310',
      'DB  - PubMed',
      'C2  - PMC9',
      'AB  - One. Two.',
      'KW  - a, b',
      'KW  - x–y',
      'KW  - Progress: read',
      'KW  - Eligibility: undecided',
      'KW  - Influence: Role definition',
      'KW  - Role definition: contrasting',
      'KW  - Influence: Training',
      'KW  - Training: supporting',
      'N1  - Evidence map: Role definition: contrasting (1 statement); Training: supporting (1 statement); own.none: not reported | codebook: Our codes, version 3',
      `N1  - Evidence tag: [supporting] Training | "Training helped the peer workers, “a lot”." (Results) | facilitator, strength 2 | first second line | coder: me | updated: ${AT} | tag id: ${data.tags[0]?.id}`,
      `N1  - Evidence tag: [contrasting] Role definition | "A clear role mattered less (p < 0.05)." (Results) | barrier, strength -2 | coder: me | updated: ${AT} | tag id: ${data.tags[1]?.id}`,
      'ER  - ',
      '',
      '',
    ]);
  });

  it('says of an excluded paper that it is, and why', () => {
    const [, , third = ''] = write('papers-ris').split(/(?=^TY {2}- )/m);
    expect(third.split('\r\n')).toEqual(
      expect.arrayContaining([
        'KW  - Progress: read',
        'KW  - Eligibility: excluded',
        'N1  - Evidence map: excluded: no peer [support] workers',
      ]),
    );
  });

  it('cannot be broken by what a page or a reader wrote', () => {
    const hostile = write('papers-ris', nasty);
    expect(hostile.match(/^TY {2}- /gm)).toHaveLength(1);
    expect(hostile.match(/^ER {2}- /gm)).toHaveLength(1);
    for (const line of hostile.split('\r\n')) {
      if (line.startsWith('KW')) expect(line).not.toMatch(/;|--/);
      // Zotero takes a note with a tag in it for HTML, and text before the first colon for a field.
      if (line.startsWith('N1'))
        expect(line).toMatch(/^N1 {2}- Evidence (tag|map): (?!.*<[a-z/!])/i);
    }
  });

  it.each([
    ['thesis', 'THES'],
    ['paper-conference', 'CONF'],
    ['chapter', 'CHAP'],
    ['unheard-of', 'JOUR'],
    [undefined, 'JOUR'],
  ])('type %s is %s', (type, ty) => {
    expect(write('papers-ris', { papers: [paper(1, { type })] })).toMatch(
      new RegExp(`^TY  - ${ty}\r\n`),
    );
  });

  it('without type and venue is GEN', () => {
    expect(
      write('papers-ris', { papers: [paper(1, { type: undefined, containerTitle: undefined })] }),
    ).toMatch(/^TY {2}- GEN/);
  });
});

describe('papers-csl-json', () => {
  it('is a list of items with known types, people, date and what the review found', () => {
    const items = JSON.parse(write('papers-csl-json')) as Record<string, unknown>[];
    expect(items).toHaveLength(3);
    expect(items[0]).toEqual({
      id: 'muller2021paper',
      'citation-key': 'muller2021paper',
      custom: { bearing: paper(1).id },
      type: 'article-journal',
      title: 'Paper 1',
      author: [
        { family: 'Müller', given: 'Änne' },
        { family: 'van der Berg', given: 'Jan' },
      ],
      issued: { 'date-parts': [[2021]] },
      'container-title': 'Journal of Examples',
      DOI: '10.1000/paper.1',
      URL: 'https://example.org/paper/1',
      keyword:
        'Progress: read, Eligibility: undecided, Influence: Role definition, Role definition: contrasting, Influence: Training, Training: supporting',
      note: 'Evidence map: Role definition: contrasting (1 statement); Training: supporting (1 statement) | codebook: Our codes, version 3',
      annote: expect.stringContaining(`tag id: ${data.tags[0]?.id} || Evidence tag: [contrasting]`),
    });
    expect(items[1]?.note).toBe(
      'Evidence map: Role definition: not reported; Training: second-hand only (1) | codebook: Our codes, version 3',
    );
    expect(items[2]?.note).toBe('Evidence map: excluded: no peer [support] workers');
    expect(items[2]).not.toHaveProperty('annote');
  });

  it('never writes a type that CSL does not know', () => {
    const [item] = JSON.parse(
      write('papers-csl-json', { papers: [paper(1, { type: 'x', containerTitle: undefined })] }),
    ) as { type: string }[];
    expect(item?.type).toBe('document');
  });
});

describe('codebook-csv', () => {
  it('has every influence with its rules, source, notice and gaps', () => {
    const rows = table(write('codebook-csv', { codebooks: builtInCodebooks() }));
    expect(rows).toHaveLength(20 + 8 + 67);
    const find = (id: string) => rows.find((row) => row['Influence id'] === id);
    expect(find('psw.culture')?.Notice).toContain('no published framework');
    expect(find('ibrahim2020.financial-arrangements')).toMatchObject({
      'Checked against the source': 'no',
      'What is missing': expect.stringContaining('fourteen'),
    });
    expect(find('cfir22.outer.market-pressure')).toMatchObject({
      Code: 'II.G.2',
      'Broader influence': 'External Pressure',
      'Source DOI': '10.1186/s13012-022-01245-0',
    });
    expect(find('cfir22.innovation.complexity')?.['More of it hinders']).toBe('yes');
  });
});

describe('reading-list-md', () => {
  it('lists papers by progress, excluded ones apart, with link and findings', () => {
    expect(write('reading-list-md', {}, { at: AT })).toBe(
      [
        '# Peer support review',
        '',
        'What helps peer support take root?',
        '',
        '3 papers, 2026-01-02',
        '',
        '## Reading (1)',
        '',
        '- Müller, Änne et al. (2022). *Paper 2*. Journal of Examples. <https://doi.org/10.1000/paper.2>',
        '  - Eligibility: undecided',
        '  - Role definition: not reported',
        '  - Training: second-hand only (1)',
        '',
        '## Read (1)',
        '',
        '- Müller, Änne et al. (2021). *Paper 1*. Journal of Examples. <https://doi.org/10.1000/paper.1>',
        '  - Eligibility: undecided',
        '  - ▼ Role definition: contrasting (1 statement)',
        '  - ▲ Training: supporting (1 statement)',
        '',
        '## Excluded (1)',
        '',
        '- Müller, Änne et al. (2023). *Paper 3*. Journal of Examples. <https://doi.org/10.1000/paper.3>',
        '  - Reason: no peer \\[support\\] workers',
        '  - Progress: read',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['javascript:alert(1)', 'javascript:'],
    ['data:text/html,x', 'data:'],
  ])('makes no link of %s', (url, scheme) => {
    const text = write('reading-list-md', { papers: [paper(1, { doi: undefined, url })] });
    expect(text).not.toContain(`<${scheme}`);
    expect(text).not.toContain(scheme);
  });

  it('names a retraction under its paper', () => {
    const papers = [paper(1, { notices: [{ kind: 'retraction', text: 'In 2022 [*]' }] })];
    expect(write('reading-list-md', { papers })).toContain(
      '  - **Retracted (In 2022 \\[\\*\\])**\n',
    );
  });

  it('lets no text of a page become markup', () => {
    const text = write('reading-list-md', nasty);
    expect(text).not.toMatch(/(?<!\\)<b>|(?<!\\)\[\[|(?<!\\)`/);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
  });
});

describe('a study family', () => {
  const one = paper(1);
  const family = {
    reviewPapers: [
      reviewPaper(1),
      reviewPaper(2, { progress: 'reading' }),
      reviewPaper(3, { eligibility: 'excluded' }),
    ],
    familyMembers: [familyMember(1), familyMember(2)],
  };
  const named = (n: number) => `Müller ${2020 + n}, 10.1000/paper.${n}`;

  it.each(['evidence-table-csv', 'paper-matrix-csv'])('is named alike in each row of %s', (id) => {
    const rows = table(write(id, family)).map((row) => [
      row['Paper title'],
      row['Study family'],
      row['Companion of'],
    ]);
    expect(new Set(rows.map(String))).toEqual(
      new Set([
        ['Paper 1', one.id, named(2)].map(String).join(),
        ['Paper 2', one.id, named(1)].map(String).join(),
      ]),
    );
  });

  it.each([
    ['papers-ris', `N1  - Evidence map: companion of: ${named(2)}`],
    ['papers-csl-json', `companion of: ${named(2)} |`],
    ['reading-list-md', `  - Companion of: ${named(2)}`],
  ])('is in %s, at its papers only', (id, words) => {
    const text = write(id, family);
    expect(text).toContain(words);
    expect(text.match(/ompanion of/g)).toHaveLength(2);
    expect(write(id)).not.toContain('ompanion of');
  });

  it('counts once in the summary, its papers one by one', () => {
    const row = (more: object) =>
      table(
        write('influence-summary-csv', more, { map: { denominator: 'all', secondHand: true } }),
      )[0];
    expect(row({})).toMatchObject({ n: '2', 'Study families': '2' });
    expect(row(family)).toMatchObject({ n: '2', 'Study families': '1' });
  });

  it('is what the summary counts where the reader counts families: its headers, shares and methods say so', () => {
    const map = { unit: 'families', denominator: 'all', secondHand: true } as const;
    const rows = table(write('influence-summary-csv', family, { map }));
    const row = rows.find(({ Papers }) => Papers === '2') ?? {};
    expect(row).toMatchObject({ n: '1', N: '1', [attentionNote('families')]: '100' });
    expect(row.Methods).toContain('N = 1 study family (all papers not excluded: 2 papers');
    const headers = Object.keys(row);
    expect(headers).toContain('Study families supporting');
    expect(headers.filter((header) => /^Papers /.test(header))).toEqual([]);
  });
});

describe('a paper that a scite report quotes without naming it', () => {
  const unnamed = paper(1, { fingerprint: citingPrint('https://scite.ai/reports/a', 'x') });
  for (const field of ['doi', 'title', 'year', 'containerTitle', 'url'] as const)
    delete unnamed[field];
  const its: Partial<ExportData> = {
    papers: [{ ...unnamed, authors: [], urls: [], quotedAt: ['https://scite.ai/reports/a'] }],
    reviewPapers: [reviewPaper(1)],
    statements: [
      statement(1, 1, 'Supervision helped.', {
        cites: [reportedReference({ doi: '10.5555/reported', title: 'A review', year: 2022 }, '')],
      }),
    ],
    tags: [tag(1, 1, 1)],
  };

  it('has a title in words, and is never the reported one, which the statement cites', () => {
    const [row] = table(write('evidence-table-csv', its));
    expect(row).toMatchObject({
      'Paper title': UNNAMED_CITING,
      DOI: '',
      'Cited references': '[scite report] A review (2022) (doi:10.5555/reported)',
    });
    expect(write('papers-ris', its)).toContain(`TI  - ${UNNAMED_CITING}\r\n`);
    expect(write('papers-ris', its)).not.toContain('10.5555/reported');
    expect(JSON.parse(write('papers-csl-json', its))[0].title).toBe(UNNAMED_CITING);
    expect(write('reading-list-md', its)).toContain(UNNAMED_CITING);
  });
});
