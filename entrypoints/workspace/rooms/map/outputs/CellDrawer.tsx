/** What is behind a cell of a table: its papers, with the statements of its tags. */
import { useEffect, useMemo, useRef } from 'react';
import { CloseButton } from '@/components/ui/CloseButton';
import type { Evidence } from '@/lib/map';
import { grouped, type Paper, type Tag } from '@/lib/model';
import type { ReviewData } from '@/lib/store';
import { displayText } from '@/lib/text';
import type { PaperBehind } from '../behind-row';
import drawerStyles from '../InfluenceDrawer.module.css';
import { PaperWithQuotes } from '../PaperWithQuotes';
import type { OpenCell } from './use-view';

export function CellDrawer({
  row,
  column,
  cell,
  data,
  evidence,
  onClose,
}: OpenCell & { data: ReviewData; evidence: Evidence; onClose: () => void }) {
  const papers = useMemo(() => papersBehind(cell, data, evidence), [cell, data, evidence]);
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => drawer.current?.focus(), []);
  const title = `${row.cells[0]?.text || row.id}: ${column.label}`;
  const nameOf = (id: string) =>
    evidence.coders.areOne(id, data.own) ? 'you' : evidence.coders.name(id);
  return (
    <aside
      ref={drawer}
      className={drawerStyles.drawer}
      tabIndex={-1}
      aria-label={`Behind ${displayText(title)}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={drawerStyles.head}>
        <h2 className={drawerStyles.title} dir="auto">
          {displayText(title)}
        </h2>
        <CloseButton onClose={onClose} />
      </div>
      <div className={drawerStyles.body}>
        {papers.map((one) => (
          <PaperWithQuotes
            key={one.paper.id}
            {...one}
            nameOf={nameOf}
            isCounted={evidence.options.secondHand}
            tagsOf={null}
            narrowerOf={() => null}
          />
        ))}
      </div>
    </aside>
  );
}

/** In the order of the review's numbers. */
function papersBehind(
  { tagIds = [], paperIds = [] }: OpenCell['cell'],
  data: ReviewData,
  evidence: Evidence,
): PaperBehind[] {
  const ids = new Set(tagIds);
  const tags = grouped(
    data.tags.filter(({ id }) => ids.has(id)),
    ({ paperId }) => paperId,
  );
  return evidence.names.sorted([...paperIds, ...tags.keys()]).flatMap((id) => {
    const paper = evidence.paper(id);
    return paper ? behind(paper, tags.get(id) ?? [], evidence) : [];
  });
}

const behind = (paper: Paper, tags: readonly Tag[], evidence: Evidence): PaperBehind => ({
  paper,
  tagged: tags.flatMap((tag) => {
    const statement = evidence.statement(tag.statementId);
    return statement ? { tag, statement, links: [] } : [];
  }),
});
