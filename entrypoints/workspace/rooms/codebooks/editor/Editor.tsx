/**
 * The editor of one codebook of the reader's own: its influences as a tree, the chosen one as a form beside it, and above
 * them what this version is and what can be done with it. Everything works from the keyboard, and each change is one step.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button, buttonClass } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { type Codebook, LONGEST_LABEL, type Review } from '@/lib/model';
import { closeVersion } from '@/lib/store';
import { RoomHead, Search } from '../../../Room';
import { routeHash } from '../../../use-route';
import { Detail } from './Detail';
import styles from './Editor.module.css';
import { Restructure } from './Restructure';
import { Tree } from './Tree';
import { type Editing, useEditor } from './use-editor';
import { VersionChanges } from './VersionChanges';

const STAGE = { open: 'open', saved: 'saved', frozen: 'frozen' } as const;

export function Editor({
  review,
  book,
  inUse,
  versions,
  waiting,
}: {
  review: Review;
  /** The version that the review uses. */
  book: Codebook;
  inUse: readonly Codebook[];
  /** All versions of it, the latest first. */
  versions: readonly Codebook[];
  /** Tags that wait to be looked at again. */
  waiting: number;
}) {
  const [search, setSearch] = useState('');
  const editing = useEditor(review, book, search.trim());
  const { rows, chosen, marked, folded, unsaved, tagged, by, said, acting } = editing;
  const { stage = 'saved' } = book;
  const bare = book.influences.filter(({ definition }) => !definition).length;
  const close = (to: 'saved' | 'frozen') => void acting.act(() => closeVersion(book, to));
  return (
    <>
      <RoomHead
        title="Codebook"
        sub={
          <>
            <Foreign text={book.name} /> · version <Foreign text={book.version} />, {STAGE[stage]}
          </>
        }
      >
        <Search label="Find an influence" value={search} onChange={setSearch} />
        <a className={buttonClass('quiet')} href={routeHash('codebooks', { ledger: book.id })}>
          Ledger
        </a>
        {waiting ? (
          <a className={buttonClass('plain')} href={routeHash('codebooks', { recheck: '1' })}>
            {counted(waiting, 'tag')} to re-check
          </a>
        ) : null}
        <Menu
          label="This version"
          align="end"
          look="plain"
          trigger={
            <>
              Version
              <Icon name="chevron" size={12} />
            </>
          }
        >
          <MenuItem
            disabled={stage !== 'open'}
            hint="Later changes make the next version"
            onClick={() => close('saved')}
          >
            Save this version
          </MenuItem>
          <MenuItem
            disabled={stage === 'frozen'}
            hint="Fixed for a team: coders on an earlier one are told"
            onClick={() => close('frozen')}
          >
            Freeze this version
          </MenuItem>
        </Menu>
        <a className={buttonClass('plain')} href={routeHash('codebooks')}>
          Done
        </a>
      </RoomHead>
      <div className={styles.body}>
        <section className={styles.side} aria-label="The influences">
          <div className={styles.bar}>
            <Button look="plain" onClick={() => by.add(chosen, false)}>
              <Icon name="plus" size={14} /> New
            </Button>
            <Marked editing={editing} />
            <span className={styles.soft}>
              {counted(book.influences.length, 'influence')}
              {bare ? `, ${bare} without a definition` : ''}
            </span>
          </div>
          <div className={styles.scroll}>
            {rows.length ? (
              <Tree {...{ rows, chosen, marked, folded, unsaved, tagged, by }} />
            ) : (
              <p className={styles.empty}>
                {search
                  ? `No influence has “${search}”.`
                  : 'No influence yet. Make the first one, or tag a statement with new words while you read.'}
              </p>
            )}
          </div>
          <Keys />
        </section>
        <section className={styles.main} aria-label="The chosen influence">
          <p className={styles.said} role="status">
            {said}
          </p>
          <Right editing={editing} book={book} inUse={inUse} />
          <VersionChanges book={book} versions={versions} />
        </section>
      </div>
    </>
  );
}

function Marked({ editing: { marked, setAsked, unmark } }: { editing: Editing }) {
  if (!marked.size) return null;
  return (
    <>
      <Button
        disabled={marked.size < 2}
        title={marked.size < 2 ? 'Mark a second one with x' : ''}
        onClick={() => setAsked({ what: 'restructure', by: { how: 'merge', ids: [...marked] } })}
      >
        Merge {marked.size}…
      </Button>
      <Button look="quiet" onClick={unmark}>
        Unmark
      </Button>
    </>
  );
}

function Right({
  editing,
  book,
  inUse,
}: {
  editing: Editing;
  book: Codebook;
  inUse: readonly Codebook[];
}) {
  const { influence, draft, base, asked, acting, tagged, setAsked, labelField } = editing;
  const problem = acting.problem ? <Message kind="error">{acting.problem}</Message> : null;
  const cancel = () => {
    setAsked(null);
    acting.clear();
    document.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  };
  if (asked?.what === 'new')
    return (
      <NewInfluence
        below={asked.below ? influence?.label : undefined}
        problem={problem}
        onAdd={(label) => editing.add(label, asked.below)}
        onCancel={cancel}
      />
    );
  if (asked)
    return (
      <Restructure
        key={JSON.stringify(asked.by)}
        what={asked.by}
        {...{ book, inUse, tagged, problem }}
        busy={acting.busy}
        onDo={(edit) => void editing.restructure(edit)}
        onCancel={cancel}
      />
    );
  if (!influence || !draft || !base) return problem;
  return (
    <>
      {problem}
      <div className={styles.deeds}>
        <Button
          look="quiet"
          onClick={() => setAsked({ what: 'restructure', by: { how: 'split', id: influence.id } })}
        >
          Split…
        </Button>
        <Button
          look="quiet"
          onClick={() => setAsked({ what: 'restructure', by: { how: 'move', id: influence.id } })}
        >
          Move to another codebook…
        </Button>
        <Button look="quiet" onClick={() => editing.by.remove(influence.id)}>
          Delete…
        </Button>
      </div>
      <Detail
        key={influence.id}
        influence={base}
        draft={draft}
        tags={tagged.get(influence.id) ?? 0}
        isOpen={book.stage === 'open'}
        labelField={labelField}
        onType={editing.typeIn}
        onSave={() => void editing.save()}
        onDiscard={editing.discard}
        onExamples={(examples) =>
          void editing.run(
            { edit: 'change', id: influence.id, fields: { examples } },
            'Examples changed',
          )
        }
      />
    </>
  );
}

function NewInfluence({
  below,
  problem,
  onAdd,
  onCancel,
}: {
  below: string | undefined;
  problem: React.ReactNode;
  onAdd: (label: string) => Promise<boolean>;
  onCancel: () => void;
}) {
  const [label, setLabel] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className={styles.form}
      aria-label="New influence"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim()) void onAdd(label.trim());
      }}
    >
      <Field
        ref={field}
        label={below === undefined ? 'New influence' : `New influence below “${below}”`}
        hint="Enter adds it; its definition can wait"
        maxLength={LONGEST_LABEL}
        dir="auto"
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      {problem}
      <div className={styles.answers}>
        <Button type="submit" look="primary" disabled={!label.trim()}>
          Add
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

const KEYS = [
  ['n', 'new'],
  ['N', 'new below'],
  ['Enter', 'edit'],
  ['Alt ↑ ↓ ← →', 'move'],
  ['x', 'mark to merge'],
  ['Del', 'delete'],
] as const;

function Keys() {
  return (
    <ul className={styles.keys} aria-label="Keys">
      {KEYS.map(([key, words]) => (
        <li key={key}>
          <Kbd keys={key} /> {words}
        </li>
      ))}
    </ul>
  );
}
