/** Output 4: the included papers, each with its number, the reader's own columns and what was tagged in it. */
import { influenceKey } from '../../../codebook/influences';
import { grouped, PROGRESS_WORDS } from '../../../model';
import type { Evidence } from '../evidence';
import type { OutputTable } from '../types';
import { notesOf, numberCell, OwnColumns, textCell, titleOf } from './parts';

export function characteristicsTable(evidence: Evidence): OutputTable {
  const own = new OwnColumns(evidence, 'paper');
  const listed = new Map(evidence.records.reviewPapers.map((one) => [one.paperId, one]));
  const tags = grouped(evidence.tags, ({ paperId }) => paperId);
  return {
    id: 'characteristics',
    title: titleOf('Characteristics of included papers', evidence),
    columns: [
      { id: 'number', label: 'No.', align: 'end' },
      { id: 'paper', label: 'Authors, year', align: 'start' },
      ...own.columns,
      { id: 'influences', label: 'Influences tagged (n)', align: 'end' },
      { id: 'progress', label: 'Reading status', align: 'start' },
      { id: 'companion', label: 'Companion of', align: 'start' },
    ],
    rows: evidence.paperIds.map((id) => {
      const theirs = tags.get(id) ?? [];
      const companions = evidence.families.members(id).filter((other) => other !== id);
      const progress = listed.get(id)?.progress;
      return {
        id,
        cells: [
          numberCell(evidence.names.numberOf(id), { paperIds: [id] }),
          { text: evidence.names.authorYear(id), paperIds: [id] },
          ...own.cells({ paperId: id }),
          numberCell(new Set(theirs.map(influenceKey)).size, {
            tagIds: theirs.map((tag) => tag.id),
          }),
          textCell(progress ? PROGRESS_WORDS[progress] : ''),
          { text: evidence.names.references(companions), paperIds: companions },
        ],
      };
    }),
    notes: notesOf(evidence, false),
  };
}
