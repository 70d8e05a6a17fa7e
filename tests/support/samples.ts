/** Made-up reviews of any size, as backup files: papers, statements and tags that a reader could have made. */
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup } from '../../lib/exchange/backup-format';
import {
  type Basis,
  type Codebook,
  emptyContents,
  type Progress,
  type Stance,
} from '../../lib/model';
import { seeded } from './random';

export interface SampleOptions {
  name?: string;
  papers: number;
  /** Tags per paper. */
  tags: number;
  influences: readonly string[];
  codebookId: string;
  ownCodebook?: Codebook;
  title?: (paper: number) => string;
  /** The family name of the first author. */
  author?: (paper: number) => string;
  quote?: (paper: number, tag: number) => string;
  seed?: number;
}

const AT = '2026-11-20T09:00:00.000Z';

/** Ids that tell kind and number apart, in the form of a UUID. */
export function sampleId(kind: number, number: number): string {
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0');
  return `${hex(kind, 8)}-0000-4000-8000-${hex(number, 12)}`;
}

export const SAMPLE_REVIEW = sampleId(1, 1);
/** Who made the sample's tags. */
export const SAMPLE_CODER = sampleId(7, 1);

const PROGRESS: readonly Progress[] = ['read', 'read', 'reading', 'to-read'];

const versionOf = ({ ownCodebook }: SampleOptions) => ownCodebook?.version ?? '1';

export function sampleBackup(options: SampleOptions): Backup {
  const next = seeded(options.seed ?? 7);
  const version = versionOf(options);
  const backup: Backup = {
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
    codebooks: options.ownCodebook ? [options.ownCodebook] : [],
    reviews: [
      {
        id: SAMPLE_REVIEW,
        name: options.name ?? 'Peer support review',
        question: '',
        codebooks: [{ id: options.codebookId, version }],
        createdAt: AT,
        updatedAt: AT,
      },
    ],
    papers: [],
    reviewPapers: [],
    statements: [],
    tags: [],
    familyMembers: [],
    assessments: [],
    stamps: [],
    steps: [],
    quarantine: [],
  };
  for (let p = 0; p < options.papers; p++) addPaper(backup, options, p, next);
  return backup;
}

function addPaper(backup: Backup, options: SampleOptions, p: number, next: () => number): void {
  const paperId = sampleId(2, p + 1);
  const url = `https://journal.example/articles/${p + 1}`;
  backup.papers.push({
    id: paperId,
    doi: `10.5555/sample.${p + 1}`,
    title: options.title?.(p) ?? `Peer support workers in service ${p + 1}: a qualitative study`,
    authors: [
      { family: options.author?.(p) ?? 'Ibrahim', given: 'N.' },
      { family: 'Mutschler' },
      { family: 'Chreim' },
    ],
    year: 2010 + (p % 15),
    containerTitle: 'Administration and Policy in Mental Health',
    type: 'article-journal',
    urls: [url],
    conflicts: [],
    sources: { doi: 'citation', title: 'citation' },
    createdAt: AT,
    updatedAt: AT,
  });
  backup.reviewPapers.push({
    reviewId: SAMPLE_REVIEW,
    paperId,
    progress: PROGRESS[p % PROGRESS.length] ?? 'read',
    eligibility: 'undecided',
    addedAt: AT,
    updatedAt: AT,
  });
  for (let t = 0; t < options.tags; t++) {
    const number = p * options.tags + t + 1;
    const statementId = sampleId(3, number);
    const quote =
      options.quote?.(p, t) ??
      `Statement ${t + 1} of paper ${p + 1}: training made the role easier to explain to colleagues.`;
    backup.statements.push({
      id: statementId,
      paperId,
      quote,
      quoteKey: quote.toLowerCase(),
      section: { title: t % 2 ? 'Discussion' : 'Results', kind: t % 2 ? 'discussion' : 'results' },
      cites: [],
      machineLabels: [],
      targets: [
        {
          representation: 'html',
          url,
          selectors: { quote: { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' } },
        },
      ],
      createdAt: AT,
      updatedAt: AT,
    });
    // The first influences are met more often than the last, as in any review.
    const influence =
      options.influences[Math.floor(next() ** 1.7 * options.influences.length)] ?? '';
    const dice = next();
    const stance: Stance = dice < 0.6 ? 'supporting' : dice < 0.8 ? 'contrasting' : 'mentioning';
    const basis: Basis = next() < 0.12 ? 'second-hand' : 'own';
    backup.tags.push({
      id: sampleId(4, number),
      reviewId: SAMPLE_REVIEW,
      paperId,
      statementId,
      codebookId: options.codebookId,
      codebookVersion: versionOf(options),
      influenceId: influence,
      stance,
      direction: 'unstated',
      basis,
      note: '',
      coderId: SAMPLE_CODER,
      createdAt: AT,
      updatedAt: AT,
    });
  }
}
