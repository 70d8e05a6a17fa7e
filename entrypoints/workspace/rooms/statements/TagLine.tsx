/** One tag of a statement: its influence and every dial, each a menu; what can be done with it; its note as a field. */
import { memo, useState } from 'react';
import { StanceMark } from '@/components/stance/StanceMark';
import { Foreign } from '@/components/text/Foreign';
import { Marked } from '@/components/text/Marked';
import { buttonClass } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { type MenuHandle, SharedTrigger } from '@/components/ui/SharedMenu';
import { useTyped } from '@/components/ui/use-typed';
import { influencesOf } from '@/lib/codebook/influences';
import { EXAMPLE_WORDS } from '@/lib/codebook/rule';
import type { Codebook, InfluenceExample, Tag, TagChange } from '@/lib/model';
import { displayText } from '@/lib/text';
import { type Dial, isChoice, isTurned, shortOf, wordsOf } from './dials';
import styles from './TagLine.module.css';

/** What a menu of a tag is about. */
export interface DialOf {
  tag: Tag;
  /** Null for its influence. */
  dial: Dial | null;
}

export interface TagLineProps {
  tag: Tag;
  codebooks: readonly Codebook[];
  /** Of these, the ones to choose from. */
  inUse: readonly Codebook[];
  menu: MenuHandle<DialOf>;
  /** Its dials: stance first. */
  dials: readonly Dial[];
  /** The searched words. */
  found: readonly string[];
  /** Who made it, if it was not the reader: then it is not changed here. */
  coder: string | null;
  /** Among tags that do not, it fits the filters. */
  isFitting: boolean;
  /** What coders decided, where it counts as something else than its own word; '' for none. */
  decided: string;
  onChange: (tag: Tag, change: TagChange) => void;
  onDelete: (tag: Tag) => void;
  onHistory: (tag: Tag, from: HTMLElement) => void;
  /** Its statement shows where its influence begins or ends. */
  onExample: (tag: Tag, kind: InfluenceExample['kind']) => void;
  /** A note is being written, or no longer: its row must stay. */
  onWriting: (tag: Tag, isWriting: boolean) => void;
}

export const TagLine = memo(function TagLine(props: TagLineProps) {
  const { tag, codebooks, inUse, found, coder, isFitting, onDelete, onHistory, onExample } = props;
  const [stance = null] = props.dials;
  const label = displayText(influencesOf(codebooks).labelOf(tag));
  const by = coder === null ? '' : `, by ${displayText(coder)}`;
  const hasExamples = inUse.some(({ id, builtIn }) => id === tag.codebookId && !builtIn);
  return (
    <div className={isFitting ? `${styles.tag} ${styles.fitting}` : styles.tag}>
      <div className={styles.head}>
        {coder === null ? (
          <>
            <SharedTrigger
              handle={props.menu}
              about={{ tag, dial: stance }}
              label={`Stance: ${tag.stance}`}
              className={styles.stance}
            >
              <StanceMark stance={tag.stance} size={9} />
            </SharedTrigger>
            <SharedTrigger
              handle={props.menu}
              about={{ tag, dial: null }}
              label={`Influence: ${label}`}
              className={styles.influence}
            >
              <span dir="auto">
                <Marked text={label} found={found} />
              </span>
            </SharedTrigger>
          </>
        ) : (
          <>
            <span className={styles.othersStance}>
              <StanceMark stance={tag.stance} size={9} />
            </span>
            <span className={styles.othersInfluence} dir="auto">
              <Marked text={label} found={found} />
            </span>
          </>
        )}
        {hasExamples ? (
          <Menu
            label={`Example of ${label}`}
            align="end"
            className={buttonClass('quiet', true)}
            trigger={<Icon name="more" size={14} />}
          >
            <MenuItem
              hint="Shown with its rule while tagging"
              onClick={() => onExample(tag, 'best')}
            >
              {EXAMPLE_WORDS.best}
            </MenuItem>
            <MenuItem
              hint="Nearly it, and is not: shows where it ends"
              onClick={() => onExample(tag, 'near-miss')}
            >
              {EXAMPLE_WORDS['near-miss']}
            </MenuItem>
          </Menu>
        ) : null}
        <button
          type="button"
          className={buttonClass('quiet', true)}
          aria-label={`History of tag: ${tag.stance}, ${label}${by}`}
          title="History of this tag"
          onClick={(event) => onHistory(tag, event.currentTarget)}
        >
          <Icon name="history" size={14} />
        </button>
        {coder === null ? (
          <button
            type="button"
            className={buttonClass('quiet', true)}
            aria-label={`Delete tag: ${tag.stance}, ${label}`}
            title="Delete this tag"
            onClick={() => onDelete(tag)}
          >
            <Icon name="trash" size={14} />
          </button>
        ) : (
          // The history's buttons are in one line, whoever made the tags.
          <span className={styles.noBin} />
        )}
      </div>
      {coder === null ? <OwnDials {...props} /> : <OthersDials {...props} coder={coder} />}
      {props.decided ? <p className={styles.decided}>{props.decided}</p> : null}
    </div>
  );
});

function OwnDials({ tag, menu, dials: [, ...dials], found, onChange, onWriting }: TagLineProps) {
  const [isWriting, setWriting] = useState(false);
  const write = (on: boolean) => {
    setWriting(on);
    onWriting(tag, on);
  };
  return (
    <>
      <div className={styles.dials}>
        {dials
          .filter((dial) => isChoice(dial, [tag]))
          .map((dial) => (
            <SharedTrigger
              key={dial.id}
              handle={menu}
              about={{ tag, dial }}
              label={`${dial.name}: ${wordsOf(dial, tag)}`}
              className={isTurned(dial, tag) ? styles.dial : `${styles.dial} ${styles.unset}`}
            >
              {isTurned(dial, tag) ? shortOf(dial, tag) : dial.name.toLowerCase()}
            </SharedTrigger>
          ))}
        <button
          type="button"
          className={`${buttonClass('quiet')} ${styles.dial} ${tag.note ? '' : styles.unset}`}
          aria-expanded={isWriting}
          aria-label={tag.note ? 'Note: change it' : 'Note: write one'}
          onClick={() => write(!isWriting)}
        >
          note
        </button>
      </div>
      {isWriting ? (
        <Note tag={tag} onSave={(note) => onChange(tag, { note })} onDone={() => write(false)} />
      ) : tag.note ? (
        <p className={styles.note} dir="auto">
          <Marked text={tag.note} found={found} />
        </p>
      ) : null}
    </>
  );
}

/** Saved as it is left; Escape leaves it as it was. */
function Note({
  tag,
  onSave,
  onDone,
}: {
  tag: Tag;
  onSave: (note: string) => void;
  onDone: () => void;
}) {
  const note = useTyped(tag.note);
  const leave = () => {
    const typed = note.leave();
    if (typed !== null) onSave(typed);
  };
  return (
    <div className={styles.field}>
      <TextArea
        label="Note"
        hint="Ctrl Enter saves, Escape leaves it as it was"
        rows={3}
        maxLength={50_000}
        dir="auto"
        autoFocus
        value={note.value}
        onChange={(event) => note.type(event.target.value)}
        onBlur={() => {
          leave();
          onDone();
        }}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.key !== 'Escape' && !isDone) return;
          event.preventDefault();
          event.stopPropagation();
          if (isDone) leave();
          else note.discard();
          onDone();
        }}
      />
    </div>
  );
}

/** Another coder's dials, read only. */
function OthersDials({
  tag,
  coder,
  dials: [, ...dials],
  found,
}: Pick<TagLineProps, 'tag' | 'dials' | 'found'> & { coder: string }) {
  const turned = dials.filter((dial) => isTurned(dial, tag) && !isUsual(dial, tag));
  return (
    <>
      <p className={styles.others}>
        <span>
          by <Foreign text={coder} />
        </span>
        {turned.map((dial) => (
          <span key={dial.id}>{wordsOf(dial, tag)}</span>
        ))}
      </p>
      {tag.note ? (
        <p className={styles.note} dir="auto">
          <Marked text={tag.note} found={found} />
        </p>
      ) : null}
    </>
  );
}

/** A paper's own finding is what a reader expects. */
const isUsual = ({ id }: Dial, { basis }: Tag): boolean => id === 'basis' && basis === 'own';
