/** A review of made-up papers with all that its tables are made of: columns, memos, findings, rounds of two coders. */
import type { Backup } from '../../lib/exchange/backup-format';
import { attributeValueId, memoId, type Tag } from '../../lib/model';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleBackup, sampleId } from './samples';

const AT = '2026-11-20T09:00:00.000Z';
const STAMPS = { createdAt: AT, updatedAt: AT };
export const SECOND_CODER = sampleId(7, 2);

const INFLUENCES = [
  'psw.culture',
  'psw.training-peers',
  'psw.role-definition',
  'psw.supervision',
  'psw.funding',
  'psw.stigma',
];
const DIRECTIONS = ['facilitator', 'barrier', 'unstated', 'facilitator', 'both'] as const;
const VOICES = ['participants', 'authors', undefined] as const;
const STRENGTHS = [2, -1, undefined, 1, 'mixed', -2, 0] as const;
const COUNTRIES = ['Canada', 'England', 'Uganda'];
const DESIGNS = ['Qualitative', 'Quantitative'];
const AUTHORS = ['Mutschler', 'Ibrahim', 'Gillard', 'Puschner', 'Mirbahaeddin', 'Nkansah'];

export interface TablesReview {
  papers: number;
  tags: number;
  /** Make them of the ids at hand. */
  influences?: readonly string[];
}

/** The columns' ids. */
export const COUNTRY = sampleId(11, 1);
export const DESIGN = sampleId(11, 2);
export const IMPLEMENTATION = sampleId(11, 3);
const RANK = sampleId(11, 4);

export function tablesReview({ papers, tags, influences = INFLUENCES }: TablesReview): Backup {
  const backup = sampleBackup({
    ...{ papers, tags, influences, codebookId: 'psw-core' },
    author: (p) => AUTHORS[p % AUTHORS.length] ?? '',
  });
  const of = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
  backup.tags = backup.tags.map((tag, i): Tag => {
    const [voice, strength] = [of(VOICES, i), of(STRENGTHS, i)];
    const { strength: _, voice: __, ...rest } = tag;
    return {
      ...{ ...rest, direction: of(DIRECTIONS, i) },
      ...(voice && { voice }),
      ...(strength !== undefined && { strength }),
    };
  });
  backup.statements = backup.statements.map((statement, i) => ({
    ...statement,
    machineLabels:
      i % 3 ? [] : [{ by: 'scite', label: i % 2 ? 'supporting' : 'mentioning', confidence: 0.9 }],
  }));
  // A second coder gave two of three statements the same influence, and the third one another.
  const seconds = backup.tags.slice(0, tags * 3).map(
    (tag, i): Tag => ({
      ...tag,
      ...{ id: sampleId(9, i + 1), coderId: SECOND_CODER },
      influenceId: i % 3 ? tag.influenceId : of(influences, i + 1),
    }),
  );
  backup.tags.push(...seconds);
  backup.coders.push({ id: SECOND_CODER, name: 'JK' });
  type Column = Backup['attributes'][number];
  const column = (
    id: string,
    name: string,
    more: Pick<Column, 'of' | 'type'> & Partial<Column>,
    position: number,
  ): Column => ({
    ...{ id, reviewId: SAMPLE_REVIEW, name, choices: [], position, ...STAMPS, ...more },
  });
  backup.attributes = [
    column(COUNTRY, 'Country', { of: 'paper', type: 'choice', choices: COUNTRIES }, 0),
    column(DESIGN, 'Design', { of: 'paper', type: 'choice', choices: DESIGNS }, 1),
    column(
      IMPLEMENTATION,
      'Implementation',
      { of: 'paper', type: 'choice', choices: ['High', 'Low'] },
      2,
    ),
    column(RANK, 'Rank', { of: 'influence', type: 'number' }, 0),
  ];
  const value = (attributeId: string, subject: object, given: string | number) => ({
    ...{ id: attributeValueId(attributeId, subject), reviewId: SAMPLE_REVIEW, attributeId },
    ...{ ...subject, value: given, ...STAMPS },
  });
  backup.attributeValues = [
    ...backup.papers.flatMap(({ id: paperId }, i) => [
      value(COUNTRY, { paperId }, of(COUNTRIES, i)),
      ...(i % 7 === 6 ? [] : [value(DESIGN, { paperId }, of(DESIGNS, i))]),
      value(IMPLEMENTATION, { paperId }, i % 2 ? 'Low' : 'High'),
    ]),
    ...influences.map((influenceId, i) =>
      value(RANK, { codebookId: 'psw-core', influenceId }, i + 1),
    ),
  ];
  const [first] = backup.papers;
  const memo = (influenceId: string, paperId: string | undefined, more: object) => {
    const about = {
      ...{ reviewId: SAMPLE_REVIEW, codebookId: 'psw-core', influenceId, coderId: SAMPLE_CODER },
      ...(paperId && { paperId }),
    };
    const words = { summary: '', rationale: '', statementIds: [] };
    return { id: memoId(about), ...about, ...words, ...STAMPS, ...more };
  };
  backup.memos = [
    memo(influences[0] ?? '', first?.id, {
      ...{ rating: -2, summary: 'The ward’s culture was hostile to peers at first.' },
      rationale: 'Explicit and concrete in three interviews.',
    }),
    memo(influences[1] ?? '', first?.id, { word: 'External', star: true }),
    memo(influences[0] ?? '', undefined, {
      summary: 'Culture opens the door or keeps it shut; training alone does not.',
    }),
  ];
  backup.findings = [
    {
      ...{ id: sampleId(12, 1), reviewId: SAMPLE_REVIEW, position: 0, statementIds: [], ...STAMPS },
      text: 'Where staff were prepared, peers were received as colleagues.',
      influences: influences
        .slice(0, 2)
        .map((influenceId) => ({ codebookId: 'psw-core', influenceId })),
      adequacy: { judgement: 'minor', explanation: 'Rich data from few settings.' },
      overall: { judgement: 'moderate', explanation: 'Minor concerns about adequacy.' },
    },
  ];
  backup.rounds = [0, 1].map((round) => ({
    ...{ id: sampleId(13, round + 1), reviewId: SAMPLE_REVIEW, name: `Round ${round + 1}` },
    ...{
      date: `2026-11-0${round + 1}`,
      position: round,
      changed: round ? '' : 'Culture and climate told apart.',
    },
    paperIds: backup.papers.slice(round * 2, round * 2 + 2).map(({ id }) => id),
    ...{ codebooks: [{ id: 'psw-core', version: '1' }], ...STAMPS },
  }));
  return backup;
}
