/** One statement in the list: its quote, then its tags, then what became of it, then what can be done. */

import { memo } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { buttonClass } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { Icon } from '@/components/ui/Icon';
import type { Codebook, CoderIndex, Paper, Tag, TagChange } from '@/lib/model';

import { displayText } from '@/lib/text';
import { SaidBy, type SaidByActions } from '../paper/SaidBy';
import { TagChip } from '../tag/TagChip';
import { TagEditor } from '../tag/TagEditor';
import { machineInWords, OUTCOME_WORDS } from '../words';
import { ChangedNote } from './ChangedNote';
import { isLocated, type Labels, outcomeOf, type Row } from './rows';
import styles from './StatementItem.module.css';
import { TaggedElsewhere } from './TaggedElsewhere';

/** What can be done to a row. The object never changes, so that rows are drawn only when they do. */
export interface RowActions extends SaidByActions {
  /** The page's own paper, where it is stored. */
  paper?: Paper | undefined;
  /** Make it the active one, and show it on the page; or open it where it was tagged. */
  go(row: Row): void;
  edit(row: Row, tagId: string | null): void;
  /** Opens or closes the form for the paper whose words the row quotes. */
  correcting(row: Row, isOpen: boolean): void;
  change(tag: Tag, change: TagChange): void;
  remove(row: Row, tags: readonly Tag[]): void;
  keep(row: Row): void;
  retag(row: Row): void;
  history(row: Row, from: HTMLElement | null): void;
}

export interface ItemProps {
  row: Row;
  /** Stands above the row: the section it opens, or that what follows was not found. */
  lead: string | null;
  labels: Labels;
  inUse: readonly Codebook[];
  active: boolean;
  /** Chosen in the page. */
  chosen: boolean;
  editing: string | null;
  /** Is the paper that it quotes being corrected? */
  correcting: boolean;
  /** Names coders on the tags; null where one coder made all of them. */
  coders: CoderIndex | null;
  /** What the reader may change: other coders' tags are theirs. */
  isOwn: (tag: Tag) => boolean;
  actions: RowActions;
}

export const StatementItem = memo(function StatementItem(props: ItemProps) {
  const { row, lead, labels, inUse, active, chosen, editing, correcting, coders, isOwn, actions } =
    props;
  const outcome = outcomeOf(row);
  const { id, statement, tags, place } = row;
  const own = tags.filter(isOwn);
  const edited = own.find((tag) => tag.id === editing);
  const tabIndex = active ? 0 : -1;
  const said =
    outcome === 'changed' || outcome === 'elsewhere' || OUTCOME_WORDS[outcome]
      ? `${id}-outcome`
      : '';
  return (
    <>
      {lead ? (
        <h2 className={styles.lead} dir="auto">
          {displayText(lead)}
        </h2>
      ) : null}
      <div className={styles.item} data-active={active || undefined} data-outcome={outcome}>
        <button
          type="button"
          className={styles.quote}
          data-row={id}
          data-quote={id}
          tabIndex={tabIndex}
          dir="auto"
          aria-current={chosen || undefined}
          aria-describedby={`${id}-tags ${said}`.trim()}
          title={isLocated(row) ? undefined : OUTCOME_WORDS[outcome] || undefined}
          onClick={() => actions.go(row)}
        >
          {displayText(statement.quote)}
        </button>
        <div id={`${id}-tags`} className={styles.tags}>
          {tags.map((tag) => (
            <TagChip
              key={tag.id}
              tag={tag}
              label={labels.of(tag)}
              coder={coders && !isOwn(tag) ? coders.name(tag.coderId) : null}
              open={tag.id === editing}
              focusable={active}
              onEdit={
                isOwn(tag) ? () => actions.edit(row, tag.id === editing ? null : tag.id) : null
              }
            />
          ))}
          <MachineLabels row={row} />
        </div>
        {row.saidBy ? (
          <SaidBy
            paper={row.saidBy}
            focusable={active}
            actions={actions}
            correcting={correcting}
            onCorrecting={(isOpen) => actions.correcting(row, isOpen)}
          />
        ) : null}
        {edited ? (
          <TagEditor
            key={edited.id}
            tag={edited}
            labels={labels}
            inUse={inUse}
            onChange={(change) => actions.change(edited, change)}
            onDelete={() => actions.remove(row, [edited])}
            onDone={() => actions.edit(row, null)}
          />
        ) : (
          tags
            .filter((tag) => tag.note)
            .map((tag) => (
              <Note
                key={tag.id}
                tag={tag}
                label={labels.of(tag)}
                coder={coders && !isOwn(tag) ? coders.name(tag.coderId) : null}
              />
            ))
        )}
        {outcome === 'changed' && place ? (
          <ChangedNote
            id={`${id}-outcome`}
            place={place}
            focusable={active}
            onKeep={() => actions.keep(row)}
            onRetag={() => actions.retag(row)}
            onDrop={() => actions.remove(row, own)}
          />
        ) : outcome === 'elsewhere' ? (
          <TaggedElsewhere
            id={`${id}-outcome`}
            statement={statement}
            paper={row.saidBy ?? actions.paper}
            focusable={active}
          />
        ) : OUTCOME_WORDS[outcome] ? (
          <p id={`${id}-outcome`} className={styles.outcome}>
            {outcome === 'normalised' ? null : <Icon name="warning" size={13} />}
            {OUTCOME_WORDS[outcome]}
          </p>
        ) : null}
        {row.keptAt && outcome !== 'changed' ? (
          <p className={styles.outcome}>Worded otherwise here; you said that it holds</p>
        ) : null}
        {tags.length ? (
          <Actions row={row} own={own} edited={edited} tabIndex={tabIndex} actions={actions} />
        ) : null}
      </div>
    </>
  );
});

function Note({ tag, label, coder }: { tag: Tag; label: string; coder: string | null }) {
  return (
    <div>
      <Hidden>
        Note {coder ? `by ${displayText(coder)} ` : ''}on {label}:{' '}
      </Hidden>
      <p className={styles.note} dir="auto">
        {coder ? (
          <span className={styles.noteBy} aria-hidden="true">
            <Foreign text={coder} />:{' '}
          </span>
        ) : null}
        {displayText(tag.note)}
      </p>
    </div>
  );
}

/** What can be done with the row's tags. Other coders' are shown and not changed. */
function Actions({
  row,
  own,
  edited,
  tabIndex,
  actions,
}: Pick<ItemProps, 'row' | 'actions'> & {
  own: readonly Tag[];
  edited: Tag | undefined;
  tabIndex: number;
}) {
  const many = own.length > 1;
  const total = row.tags.length;
  const look = { type: 'button', className: buttonClass('quiet', true), tabIndex } as const;
  return (
    <div className={styles.actions}>
      <button
        {...look}
        aria-label={total > 1 ? `History of ${total} tags` : 'History of this tag'}
        title="History (h)"
        onClick={(event) => actions.history(row, event.currentTarget)}
      >
        <Icon name="history" size={14} />
      </button>
      {own.length ? (
        <>
          <button
            {...look}
            aria-label="Edit tags"
            title="Edit (e)"
            aria-expanded={Boolean(edited)}
            onClick={() => actions.edit(row, edited ? null : (own[0]?.id ?? null))}
          >
            <Icon name="edit" size={14} />
          </button>
          <button
            {...look}
            aria-label={many ? `Delete all ${own.length} tags` : 'Delete tag'}
            title={many ? `Delete all ${own.length} tags (Delete)` : 'Delete (Delete)'}
            onClick={() => actions.remove(row, own)}
          >
            <Icon name="trash" size={14} />
          </button>
        </>
      ) : null}
    </div>
  );
}

/** What machines said stands beside the reader's tags, set apart, and is never counted with them. */
function MachineLabels({ row }: { row: Row }) {
  return row.statement.machineLabels.map((label) => (
    <span
      key={`${label.by} ${label.label}`}
      className={styles.machine}
      title="A machine's class, not counted as a tag"
    >
      <Hidden>Machine label, not counted: </Hidden>
      {machineInWords(label)}
    </span>
  ));
}
