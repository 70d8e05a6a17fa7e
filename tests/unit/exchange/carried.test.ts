/**
 * What each format says that it cannot carry is what it does not: for each thing that a review holds there is a second review
 * that differs in this one thing, and its file differs exactly where the format carries that.
 */
import { describe, expect, it } from 'vitest';
import { CARRIED, type Carried, type ExportData, exporters, notInIt } from '../../../lib/exchange';
import type { Assessment, Paper, Statement, Tag } from '../../../lib/model';
import { exportedText } from '../../support/exported-text';
import { tableRecords } from '../../support/table-records';
import {
  AT,
  codebook,
  coders,
  data,
  ME,
  REVIEW_ID,
  reviewPaper,
  statement,
  tag,
  uuid,
} from './records';

const tables = tableRecords({
  ...{ reviewId: REVIEW_ID, paperId: uuid(2, 1), statementId: uuid(3, 1), coderId: ME, at: AT },
  ...{ codebookId: 'own-1', codebookVersion: '3', influenceId: 'own.training' },
  id: (n) => uuid(9, n),
});

const first = <T>(list: readonly T[], change: Partial<T>): T[] =>
  list.map((one, i) => (i ? one : { ...one, ...change }));

const LEFT_OUT = reviewPaper(3, { eligibility: 'excluded', exclusionReason: 'another population' });

const full: ExportData = {
  ...data,
  ...tables,
  // Whose ratings and decisions there are is another thing than whose tags.
  decisions: [],
  papers: first<Paper>(data.papers, {
    pmid: '31177310',
    volume: '15',
    abstract: 'What was found.',
  }),
  statements: [
    ...first<Statement>(data.statements, { page: '4' }),
    statement(4, 3, 'Of a paper that is excluded.'),
  ],
  tags: [...data.tags, tag(4, 4, 3)],
};

/** The same review but for one thing. */
const OTHERWISE: Readonly<Record<Carried, Partial<ExportData>[]>> = {
  quotes: [
    {
      statements: first<Statement>(full.statements, {
        ...statement(1, 1, 'Other words.'),
        page: '4',
      }),
    },
  ],
  pages: [{ statements: first<Statement>(full.statements, { page: '77' }) }],
  sections: [
    {
      statements: first<Statement>(full.statements, {
        section: { title: 'Appendix C', kind: 'other' },
      }),
    },
  ],
  notes: [{ tags: first<Tag>(full.tags, { note: 'Another note.' }) }],
  directions: [{ tags: first<Tag>(full.tags, { direction: 'unstated' }) }],
  strengths: [{ tags: first<Tag>(full.tags, { strength: 1 }) }],
  secondHand: [{ tags: first<Tag>(full.tags, { basis: 'second-hand' }) }],
  coders: [{ coders: coders.map((one) => ({ ...one, name: `Dr ${one.name}` })) }],
  codebooks: [{ codebooks: [{ ...codebook, name: 'Their codes' }] }],
  definitions: [
    {
      codebooks: [
        {
          ...codebook,
          influences: codebook.influences.map((one) => ({ ...one, definition: 'Defined anew.' })),
        },
      ],
    },
  ],
  tagIds: [{ tags: first<Tag>(full.tags, { id: uuid(4, 99) }) }],
  notReported: [{ assessments: [] as Assessment[] }],
  dois: [{ papers: first<Paper>(full.papers, { doi: '10.5555/other' }) }],
  pmids: [{ papers: first<Paper>(full.papers, { pmid: '12345' }) }],
  abstracts: [{ papers: first<Paper>(full.papers, { abstract: 'Something else.' }) }],
  languages: [{ papers: first<Paper>(full.papers, { language: 'pt-BR' }) }],
  publishers: [{ papers: first<Paper>(full.papers, { publisher: 'A press' }) }],
  volumes: [
    { papers: first<Paper>(full.papers, { volume: '99' }) },
    { papers: first<Paper>(full.papers, { page: '101-110' }) },
  ],
  keywords: [{ papers: first<Paper>(full.papers, { keywords: ['wards'] }) }],
  notices: [
    { papers: first<Paper>(full.papers, { notices: [{ kind: 'retraction', text: 'Retracted' }] }) },
    { papers: first<Paper>(full.papers, { notices: [{ kind: 'concern', text: 'Concern' }] }) },
    { papers: first<Paper>(full.papers, { notices: [{ kind: 'correction', text: 'Corrected' }] }) },
  ],
  paperNotes: [
    { reviewPapers: full.reviewPapers.map((one) => ({ ...one, note: 'For the discussion.' })) },
  ],
  machines: [
    {
      statements: full.statements.map((one) => ({
        ...one,
        machineLabels: [{ by: 'scite', label: 'contrasting', confidence: 0.75 }],
      })),
    },
  ],
  reasons: [{ reviewPapers: [...full.reviewPapers.slice(0, 2), LEFT_OUT] }],
  labels: [
    { reviewPapers: full.reviewPapers.map((one) => ({ ...one, priority: 'low' as const })) },
    { reviewPapers: full.reviewPapers.map((one) => ({ ...one, labels: ['RCT'] })) },
  ],
  columns: [
    {
      attributeValues: full.attributeValues.map((one) => ({ ...one, value: ['Chile'] })),
    },
  ],
  findings: [
    { findings: full.findings.map((one) => ({ ...one, text: 'Another finding.' })) },
    { rounds: full.rounds.map((one) => ({ ...one, name: 'Another round' })) },
    { measures: full.measures.map((one) => ({ ...one, name: 'Another measure' })) },
  ],
  memos: [{ memos: full.memos.map((one) => ({ ...one, summary: 'Another summary.' })) }],
};

const options = { at: AT, excluded: true };

describe.each(exporters)('$id', (exporter) => {
  const written = exportedText(exporter.write(full, options));
  const differs = (more: Partial<ExportData>) =>
    exportedText(exporter.write({ ...full, ...more }, options)) !== written;

  it.each(Object.keys(CARRIED) as Carried[])('carries or names %s', (thing) => {
    const changed = OTHERWISE[thing].map(differs);
    const isNamed = exporter.cannotCarry.includes(thing);
    expect(changed).toEqual(changed.map(() => !isNamed));
  });

  it('says it in words', () => {
    const words = notInIt(exporter.cannotCarry);
    for (const thing of exporter.cannotCarry) expect(words).toContain(CARRIED[thing]);
  });
});
