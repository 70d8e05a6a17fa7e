/** What is behind a cell of a table: what a person can type there, and its papers with the statements of its tags. */
import { useMemo } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { type CellEdit, type Evidence, OwnColumns, ratingText } from '@/lib/map/outputs';
import { grouped, type InfluenceRef, type Memo, type Paper, type Tag } from '@/lib/model';
import type { TablesInput } from '@/lib/store';
import type { PaperBehind } from '../behind-row';
import { PaperWithQuotes } from '../PaperWithQuotes';
import { Drawer } from './Drawer';
import { DecisionForm } from './edit/DecisionForm';
import { FindingForm } from './edit/FindingForm';
import styles from './edit/Forms.module.css';
import { MemoForm } from './edit/MemoForm';
import { RoundForm } from './edit/RoundForm';
import { ValueForm } from './edit/ValueForm';
import type { OpenCell } from './use-view';

interface CellDrawerProps extends OpenCell {
  data: TablesInput;
  evidence: Evidence;
  onClose: () => void;
}

export function CellDrawer({ row, column, cell, data, evidence, onClose }: CellDrawerProps) {
  const papers = useMemo(() => papersBehind(cell, data, evidence), [cell, data, evidence]);
  const first = row.cells[0]?.text;
  const title = first && first !== cell.text ? `${first}: ${column.label}` : column.label;
  const nameOf = (id: string) =>
    evidence.coders.areOne(id, data.own) ? 'you' : evidence.coders.name(id);
  return (
    <Drawer title={title} label={`Behind ${title}`} onClose={onClose}>
      {cell.edit ? <Edit edit={cell.edit} {...{ cell, data, evidence, onClose }} /> : null}
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
    </Drawer>
  );
}

function Edit({
  edit,
  cell,
  data,
  evidence,
  onClose,
}: Omit<CellDrawerProps, 'row' | 'column'> & { edit: CellEdit }) {
  switch (edit.kind) {
    case 'memo': {
      const { draft, ...about } = edit;
      const memos = data.memos.filter((memo) => isAbout(memo, about));
      const isOwn = ({ coderId }: Memo) => evidence.coders.areOne(coderId, data.own);
      return (
        <>
          <MemoForm
            about={about}
            memo={memos.find(isOwn)}
            draft={draft === undefined ? null : { rating: draft, text: cell.text }}
            reviewId={data.review.id}
          />
          {memos
            .filter((memo) => !isOwn(memo))
            .map((memo) => (
              <OthersMemo key={memo.id} memo={memo} evidence={evidence} />
            ))}
        </>
      );
    }
    case 'value': {
      const attribute = data.attributes.find(({ id }) => id === edit.attributeId);
      if (!attribute) return null;
      const value = new OwnColumns(evidence, attribute.of).value(attribute.id, edit.subject);
      return <ValueForm attribute={attribute} subject={edit.subject} value={value} />;
    }
    case 'decision': {
      const decision = data.decisions.find(
        (one) => !one.statementId && one.paperId === edit.paperId && isSameInfluence(one, edit),
      );
      return <DecisionForm about={edit} decision={decision} reviewId={data.review.id} />;
    }
    case 'finding': {
      const finding = data.findings.find(({ id }) => id === edit.id);
      return <FindingForm finding={finding} evidence={evidence} onDone={onClose} />;
    }
    case 'round': {
      const round = data.rounds.find(({ id }) => id === edit.id);
      return <RoundForm round={round} evidence={evidence} onDone={onClose} />;
    }
  }
}

type AboutMemo = Pick<Memo, 'codebookId' | 'influenceId' | 'paperId' | 'siteId'>;

const isSameInfluence = (a: InfluenceRef, b: InfluenceRef): boolean =>
  a.codebookId === b.codebookId && a.influenceId === b.influenceId;

const isAbout = (memo: AboutMemo, about: AboutMemo): boolean =>
  isSameInfluence(memo, about) && memo.paperId === about.paperId && memo.siteId === about.siteId;

function OthersMemo({ memo, evidence }: { memo: Memo; evidence: Evidence }) {
  const { rating, word, star, summary, rationale, coderId } = memo;
  const shown = ratingText(
    {
      rating: word === undefined ? rating : { word },
      isStarred: star === true,
      isDraft: false,
    },
    evidence.records.review.reporting?.symbols,
  );
  const words = [shown, summary, rationale].filter(Boolean).join(' · ');
  return (
    <p className={styles.draft}>
      <Foreign text={`${evidence.coders.name(coderId)}: ${words}`} />
    </p>
  );
}

/** In the order of the review's numbers. */
function papersBehind(
  { tagIds = [], paperIds = [] }: OpenCell['cell'],
  data: TablesInput,
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
