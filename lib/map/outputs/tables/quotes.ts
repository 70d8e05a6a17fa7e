/**
 * Output 5: what the papers say of each influence: participants' words, the authors' interpretation, the reviewer's own
 * synthesis (the memo over the whole review), and who says otherwise.
 */
import { influenceKey } from '../../../codebook/influences';
import { grouped, type Tag, type Voice } from '../../../model';
import type { Evidence, EvidenceRow } from '../evidence';
import { countedMemos } from '../rating-matrix';
import type { OutputCell, OutputColumn, OutputTable } from '../types';
import {
  labelCell,
  notesOf,
  referencesCell,
  refOf,
  textCell,
  titleOf,
  underDomains,
} from './parts';

type OfVoice = Voice | 'unstated';
const VOICE_LABEL: Readonly<Record<OfVoice, string>> = {
  participants: 'Participants’ words',
  authors: 'Authors’ interpretation',
  unstated: 'Statements (voice not stated)',
};

const voiceOf = ({ voice }: Tag): OfVoice => voice ?? 'unstated';

export function quotesTable(evidence: Evidence): OutputTable {
  const tagged = evidence.rows.filter(({ key }) => evidence.ownTagsOf(key).length > 0);
  const met = new Set(evidence.tags.map(voiceOf));
  const voices = (['participants', 'authors', 'unstated'] as const).filter(
    (voice) => voice !== 'unstated' || met.has(voice),
  );
  const syntheses = grouped(
    countedMemos(evidence).filter((memo) => !memo.paperId && !memo.siteId && memo.summary),
    influenceKey,
  );
  const columns: OutputColumn[] = [
    { id: 'influence', label: 'Influence', align: 'start' },
    { id: 'definition', label: 'Definition used', align: 'start' },
    ...voices.map((voice) => ({
      id: voice,
      label: VOICE_LABEL[voice],
      align: 'start' as const,
      isQuotes: true as const,
    })),
    { id: 'synthesis', label: 'Reviewer’s synthesis', align: 'start', isTyped: true },
    { id: 'papers', label: 'Contributing papers', align: 'start' },
    { id: 'contrary', label: 'Contrary cases', align: 'start' },
  ];
  return {
    id: 'quotes',
    title: titleOf('Quotes by influence', evidence),
    columns,
    rows: underDomains(tagged, columns.length, (row) => {
      const tags = evidence.ownTagsOf(row.key);
      const all = evidence.count(tags);
      const contrary = evidence.count(
        tags.filter((tag) => evidence.stanceOf(tag) === 'contrasting'),
      );
      const memos = syntheses.get(row.key) ?? [];
      return {
        ...{ id: row.key, depth: row.depth },
        cells: [
          labelCell(row),
          textCell(definitionOf(row)),
          ...voices.map((voice) =>
            quotesCell(
              evidence,
              tags.filter((tag) => voiceOf(tag) === voice),
            ),
          ),
          {
            text: memos.map(({ summary }) => summary).join('\n'),
            edit: { kind: 'memo', ...refOf(row) },
          },
          referencesCell(evidence, all),
          referencesCell(evidence, contrary),
        ],
      };
    }),
    notes: notesOf(evidence, false),
  };
}

const definitionOf = ({ influence }: EvidenceRow): string => influence.influence.definition;

/** One line a statement, in the order of the papers: “the words” (p. 12, 23). */
export function quoteLines(evidence: Evidence, tags: readonly Tag[]): string[] {
  const byStatement = grouped(tags, (tag) => evidence.statementKey(tag));
  return [...byStatement.values()]
    .map(([tag]) => tag as Tag)
    .sort((a, b) => evidence.names.numberOf(a.paperId) - evidence.names.numberOf(b.paperId))
    .flatMap((tag) => quoteLine(evidence, tag));
}

const quotesCell = (evidence: Evidence, tags: readonly Tag[]): OutputCell => ({
  text: quoteLines(evidence, tags).join('\n'),
  tagIds: tags.map(({ id }) => id),
});

function quoteLine(evidence: Evidence, tag: Tag): string[] {
  const statement = evidence.statement(tag.statementId);
  if (!statement) return [];
  const page = statement.page ? `p. ${statement.page}, ` : '';
  return [`“${statement.quote}” (${page}${evidence.names.reference(tag.paperId)})`];
}
