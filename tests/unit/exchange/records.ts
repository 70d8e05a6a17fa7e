/** One small review with every kind of record, for the tests of exports and backups. */
import type { ExportData } from '../../../lib/exchange';
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup } from '../../../lib/exchange/backup-format';
import {
  type Assessment,
  type Codebook,
  type Coder,
  emptyContents,
  type FamilyMember,
  type Paper,
  quoteKey,
  type Review,
  type ReviewPaper,
  type Stamp,
  type Statement,
  type Step,
  type Tag,
} from '../../../lib/model';
import { tableRecords } from '../../support/table-records';

export const AT = '2026-01-02T03:04:05.678Z';

/** A valid UUID that is the same every time. */
export function uuid(kind: number, n: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const REVIEW_ID = uuid(1, 1);
export const ME = uuid(7, 1);
export const YOU = uuid(7, 2);
export const coders: Coder[] = [
  { id: ME, name: 'me' },
  { id: YOU, name: 'you' },
];

export const review: Review = {
  id: REVIEW_ID,
  name: 'Peer support review',
  question: 'What helps peer support take root?',
  codebooks: [{ id: 'own-1', version: '3' }],
  createdAt: AT,
  updatedAt: AT,
};

export const codebook: Codebook = {
  id: 'own-1',
  name: 'Our codes',
  version: '3',
  kind: 'own',
  builtIn: false,
  compiled: false,
  complete: true,
  source: { citation: 'Ours' },
  influences: [
    {
      id: 'own.training',
      label: 'Training',
      definition: 'Preparation for the work.',
      aliases: ['education'],
      cues: ['training', 'course'],
      crosswalk: ['psw.training-peers'],
    },
    {
      id: 'own.role',
      label: 'Role definition',
      definition: 'How clear the role is.',
      aliases: [],
      cues: [],
      crosswalk: [],
    },
  ],
};

export function paper(n: number, more: Partial<Paper> = {}): Paper {
  return {
    id: uuid(2, n),
    doi: `10.1000/paper.${n}`,
    title: `Paper ${n}`,
    authors: [
      { family: 'Müller', given: 'Änne' },
      { family: 'van der Berg', given: 'Jan' },
    ],
    year: 2020 + n,
    containerTitle: 'Journal of Examples',
    url: `https://example.org/paper/${n}`,
    type: 'article-journal',
    sources: { title: 'citation' },
    urls: [`https://example.org/paper/${n}`],
    conflicts: [],
    createdAt: AT,
    updatedAt: AT,
    ...more,
  };
}

/** A paper with every field that its schema has, each with a value of its own. */
export const wholePaper = paper(1, {
  pmid: '31177310',
  pmcid: 'PMC9',
  arxiv: '2501.10120',
  fingerprint: 'abc',
  volume: '15',
  issue: '2',
  page: '101-110',
  publisher: 'A press',
  issn: '1748-5908',
  isbn: '9783161484100',
  number: 'WP-7',
  genre: 'Working paper',
  authors: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  editors: [{ family: 'Davis', given: 'Sammy', suffix: 'III' }, { literal: 'A committee' }],
  language: 'pt-BR',
  status: 'in press',
  preprintOf: '10.1000/article',
  abstract: 'What was found.',
  type: 'report',
  keywords: ['peers'],
  notices: [{ kind: 'retraction', text: 'Retracted' }],
  sources: { title: 'citation', isbn: 'prism' },
});

export function statement(
  n: number,
  paperN: number,
  quote: string,
  more: Partial<Statement> = {},
): Statement {
  return {
    id: uuid(3, n),
    paperId: uuid(2, paperN),
    quote,
    quoteKey: quoteKey(quote),
    section: { title: 'Results', kind: 'results' },
    cites: [],
    machineLabels: [],
    targets: [
      {
        representation: 'html',
        url: `https://example.org/paper/${paperN}`,
        selectors: {
          quote: { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' },
          position: { type: 'TextPositionSelector', start: n * 100, end: n * 100 + quote.length },
        },
      },
    ],
    createdAt: AT,
    updatedAt: AT,
    ...more,
  };
}

export function tag(n: number, statementN: number, paperN: number, more: Partial<Tag> = {}): Tag {
  return {
    id: uuid(4, n),
    reviewId: REVIEW_ID,
    paperId: uuid(2, paperN),
    statementId: uuid(3, statementN),
    codebookId: 'own-1',
    codebookVersion: '3',
    influenceId: 'own.training',
    stance: 'supporting',
    direction: 'unstated',
    basis: 'own',
    note: '',
    coderId: ME,
    createdAt: AT,
    updatedAt: AT,
    ...more,
  };
}

export function reviewPaper(n: number, more: Partial<ReviewPaper> = {}): ReviewPaper {
  return {
    reviewId: REVIEW_ID,
    paperId: uuid(2, n),
    progress: 'read',
    eligibility: 'undecided',
    addedAt: AT,
    updatedAt: AT,
    ...more,
  };
}

export const familyMember = (n: number): FamilyMember => ({
  reviewId: REVIEW_ID,
  paperId: uuid(2, n),
  familyId: uuid(8, 1),
  addedAt: AT,
});

export function assessment(n: number, paperN: number, influenceId: string): Assessment {
  return {
    id: uuid(5, n),
    reviewId: REVIEW_ID,
    paperId: uuid(2, paperN),
    codebookId: 'own-1',
    influenceId,
    outcome: 'not-reported',
    coderId: ME,
    createdAt: AT,
  };
}

/** A step that made the first tag, or one that deleted it. */
export function step(n: number, after: Tag | null): Step {
  const before = after ? null : tag(1, 1, 1);
  return {
    id: uuid(6, n),
    at: AT,
    coderId: ME,
    counter: n,
    command: after ? 'save-tag' : 'delete-tags',
    changes: [{ table: 'tags', before, after }],
  };
}

export function stamp({ id: key }: Tag): Stamp {
  return { table: 'tags', key, counter: 1, by: ME, step: uuid(6, 1) };
}

/** What only tables are made of: none of it. */
export const noTables = {
  sites: [],
  attributes: [],
  attributeValues: [],
  memos: [],
  decisions: [],
  rounds: [],
  findings: [],
  measures: [],
  measureAnswers: [],
} satisfies Partial<ExportData>;

/** Three papers: 1 with two statements, 2 with one, 3 excluded and without any. */
export const data = {
  review,
  papers: [paper(1), paper(2), paper(3)],
  reviewPapers: [
    reviewPaper(1),
    reviewPaper(2, { progress: 'reading' }),
    reviewPaper(3, { eligibility: 'excluded', exclusionReason: 'no peer [support] workers' }),
  ],
  familyMembers: [] as FamilyMember[],
  statements: [
    statement(1, 1, 'Training helped the peer workers, “a lot”.'),
    statement(2, 1, 'A clear role mattered less (p < 0.05).'),
    statement(3, 2, 'Training was mentioned.'),
  ],
  tags: [
    tag(1, 1, 1, { direction: 'facilitator', strength: 2, note: 'first\nsecond line' }),
    tag(2, 2, 1, {
      influenceId: 'own.role',
      stance: 'contrasting',
      strength: -2,
      direction: 'barrier',
    }),
    tag(3, 3, 2, { stance: 'mentioning', basis: 'second-hand', coderId: YOU }),
  ],
  assessments: [assessment(1, 2, 'own.role')],
  codebooks: [codebook],
  coders,
  ...noTables,
} satisfies ExportData;

/** On the first paper, statement and influence. */
const tables = tableRecords({
  ...{ reviewId: REVIEW_ID, paperId: uuid(2, 1), statementId: uuid(3, 1), coderId: ME, at: AT },
  ...{ codebookId: 'own-1', codebookVersion: '3', influenceId: 'own.training' },
  id: (n) => uuid(9, n),
});

export function backup(more: Partial<Backup> = {}): Backup {
  return {
    ...emptyContents(),
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAt: AT,
    app: 'Bearing 0.1.0',
    coderId: ME,
    counter: 2,
    forgotten: 0,
    settings: {
      currentReviewId: REVIEW_ID,
      showTagsOnOpen: true,
      suggestUnasked: false,
      openPdfs: false,
      onlyWhenAsked: false,
      quietHosts: ['a.example'],
      keys: {},
    },
    coders,
    codebooks: [codebook],
    reviews: [review],
    papers: data.papers,
    reviewPapers: data.reviewPapers,
    familyMembers: [familyMember(1), familyMember(2)],
    statements: data.statements,
    tags: data.tags,
    assessments: data.assessments,
    ...tables,
    stamps: data.tags.map(stamp),
    steps: [step(1, data.tags[0] ?? null), step(2, null)],
    quarantine: [
      { table: 'tags', problems: ['stance: wrong'], record: { id: 'x', odd: [1, null] } },
    ],
    ...more,
  };
}
