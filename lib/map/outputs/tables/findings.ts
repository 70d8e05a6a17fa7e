/**
 * Output 7: findings prepared for CERQual (Lewin 2018, 10.1186/s13012-017-0689-2). Judgements are typed, each with its
 * explanation; beside adequacy are facts, which decide nothing.
 */
import { influenceKey } from '../../../codebook/influences';
import type { Confidence, Finding, Tag } from '../../../model';
import { unitCount } from '../../notes';
import type { Evidence } from '../evidence';
import type { OutputCell, OutputColumn, OutputTable } from '../types';
import { notesOf, referencesCell, textCell, titleOf } from './parts';

/** The components of CERQual, in its order. */
export const CERQUAL_COMPONENTS = [
  ['limitations', 'Methodological limitations'],
  ['coherence', 'Coherence'],
  ['adequacy', 'Adequacy'],
  ['relevance', 'Relevance'],
] as const;

export const CONFIDENCE_WORD: Readonly<Record<Confidence, string>> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  'very-low': 'Very low',
};

/** The tags that a finding rests on: of its influences, with what is under them, and of its own statements. */
export function tagsOfFinding(evidence: Evidence, finding: Finding): Tag[] {
  const statements = new Set(finding.statementIds);
  return [
    ...new Set([
      ...finding.influences.flatMap((ref) => evidence.tagsOf(influenceKey(ref))),
      ...(statements.size
        ? evidence.tags.filter(({ statementId }) => statements.has(statementId))
        : []),
    ]),
  ];
}

export function findingsTable(evidence: Evidence): OutputTable {
  const findings = [...evidence.records.findings].sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  const columns: OutputColumn[] = [
    { id: 'finding', label: 'Finding', align: 'start', isTyped: true },
    { id: 'papers', label: 'Contributing papers', align: 'start' },
    ...CERQUAL_COMPONENTS.map(([id, label]) => ({
      id,
      label,
      align: 'start' as const,
      isTyped: true as const,
    })),
    { id: 'facts', label: 'Facts for adequacy', align: 'start' },
    { id: 'overall', label: 'CERQual assessment', align: 'start', isTyped: true },
  ];
  return {
    id: 'findings',
    title: titleOf('Findings, prepared for CERQual', evidence),
    columns,
    rows: findings.map((finding) => {
      const tags = tagsOfFinding(evidence, finding);
      const counted = evidence.count(tags);
      const sites = evidence.sites.length ? sitesOf(evidence, tags) : '';
      return {
        id: finding.id,
        cells: [
          { text: finding.text, edit: { kind: 'finding', id: finding.id } },
          referencesCell(evidence, counted),
          ...CERQUAL_COMPONENTS.map(([id]) => judged(finding[id])),
          {
            text: [
              unitCount(counted.paperIds.length),
              unitCount(counted.statements, 'statements'),
              sites,
            ]
              .filter(Boolean)
              .join(', '),
            ...{ paperIds: counted.paperIds, tagIds: counted.tagIds },
          },
          overall(finding),
        ],
      };
    }),
    notes: [
      ...notesOf(evidence, false),
      'Judgements are the reviewers’ own: none is worked out from counts.',
    ],
  };
}

function sitesOf({ sites }: Evidence, tags: readonly Tag[]): string {
  const named = new Set(tags.map(({ siteId }) => siteId));
  return unitCount(sites.filter(({ id }) => named.has(id)).length, 'sites');
}

export const CONCERN_WORD = {
  none: 'No or very minor concerns',
  minor: 'Minor concerns',
  moderate: 'Moderate concerns',
  serious: 'Serious concerns',
} as const;

const judged = (one: Finding['coherence']): OutputCell =>
  textCell(one ? `${CONCERN_WORD[one.judgement]}: ${one.explanation}` : '');

const overall = ({ overall: one }: Finding): OutputCell =>
  textCell(one ? `${CONFIDENCE_WORD[one.judgement]} confidence: ${one.explanation}` : '');
