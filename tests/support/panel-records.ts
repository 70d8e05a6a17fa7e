/** One paper with any number of tagged statements, as the records of a backup file. */
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup } from '../../lib/exchange/backup-format';
import { emptyContents, type MachineLabel, quoteKey, type Tag } from '../../lib/model';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleId } from './samples';

export interface PaperStatement {
  quote: string;
  /** Context before and after, as the page had it when the statement was tagged. */
  prefix?: string;
  suffix?: string;
  section?: string;
  machineLabels?: MachineLabel[];
  /** One tag each; a stance alone tags the training of peer workers with it. */
  tags?: (Partial<Tag> & Pick<Tag, 'stance'>)[];
}

const AT = '2026-11-20T09:00:00.000Z';

export function paperRecords(
  paper: { url: string; doi?: string; title?: string },
  statements: readonly PaperStatement[],
): Backup {
  const paperId = sampleId(2, 1);
  const stamps = { createdAt: AT, updatedAt: AT };
  let tags = 0;
  return {
    ...emptyContents(),
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAt: AT,
    app: 'Bearing test',
    coderId: SAMPLE_CODER,
    counter: 1,
    forgotten: 0,
    settings: {
      currentReviewId: SAMPLE_REVIEW,
      showTagsOnOpen: true,
      suggestUnasked: false,
      openPdfs: false,
      onlyWhenAsked: false,
      quietHosts: [],
      keys: {},
    },
    coders: [{ id: SAMPLE_CODER, name: 'NI' }],
    codebooks: [],
    reviews: [
      {
        id: SAMPLE_REVIEW,
        name: 'Peer support review',
        question: '',
        codebooks: [{ id: 'psw-core', version: '1' }],
        ...stamps,
      },
    ],
    papers: [
      {
        id: paperId,
        doi: paper.doi,
        title: paper.title,
        authors: [],
        urls: [paper.url],
        conflicts: [],
        sources: {},
        ...stamps,
      },
    ],
    reviewPapers: [
      {
        reviewId: SAMPLE_REVIEW,
        paperId,
        progress: 'reading',
        eligibility: 'undecided',
        addedAt: AT,
        updatedAt: AT,
      },
    ],
    statements: statements.map((s, i) => ({
      id: sampleId(3, i + 1),
      paperId,
      quote: s.quote,
      quoteKey: quoteKey(s.quote),
      section: s.section ? { title: s.section, kind: 'other' } : undefined,
      cites: [],
      machineLabels: s.machineLabels ?? [],
      targets: [
        {
          representation: 'html',
          url: paper.url,
          selectors: {
            quote: {
              type: 'TextQuoteSelector',
              exact: s.quote,
              prefix: s.prefix ?? '',
              suffix: s.suffix ?? '',
            },
          },
        },
      ],
      ...stamps,
    })),
    tags: statements.flatMap((s, i) =>
      (s.tags ?? [{ stance: 'supporting' }]).map((tag) => {
        tags += 1;
        return {
          id: sampleId(4, tags),
          reviewId: SAMPLE_REVIEW,
          paperId,
          statementId: sampleId(3, i + 1),
          codebookId: 'psw-core',
          codebookVersion: '1',
          influenceId: 'psw.training-peers',
          direction: 'unstated',
          basis: 'own',
          note: '',
          coderId: SAMPLE_CODER,
          ...stamps,
          ...tag,
        } satisfies Tag;
      }),
    ),
    familyMembers: [],
    assessments: [],
    stamps: [],
    steps: [],
    quarantine: [],
  };
}
