/** One statement with its tags; influence and stance are menus, so that a tag can be put right in place. */

import { memo } from 'react';
import { DirectionMark } from '@/components/influence/DirectionMark';
import { InfluenceChoice } from '@/components/influence/InfluenceChoice';
import { shortAuthors, titleOf } from '@/components/paper/cite';
import { StanceMark } from '@/components/stance/StanceMark';
import { STANCE_LOOKS } from '@/components/stance/shapes';
import { Quote } from '@/components/statement/Quote';
import { Foreign } from '@/components/text/Foreign';
import { buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice, MenuItem } from '@/components/ui/Menu';
import { influencesOf } from '@/lib/codebook/influences';
import { EXAMPLE_WORDS } from '@/lib/codebook/rule';
import {
  type Codebook,
  type CoderIndex,
  type InfluenceExample,
  isReported,
  Stance,
  type Tag,
  type TagChange,
} from '@/lib/model';

import { displayText, linkTo } from '@/lib/text';
import styles from './StatementsRoom.module.css';
import type { StatementLine } from './statement-list';

export function StatementRow({
  line: { statement, paper, tags },
  codebooks,
  inUse,
  coders,
  isOwn,
  onChange,
  onDelete,
  onHistory,
  onExample,
}: {
  line: StatementLine;
  codebooks: readonly Codebook[];
  /** Of these, the ones to choose from. */
  inUse: readonly Codebook[];
  coders: CoderIndex;
  /** Another coder's tag is shown with the coder's name, and not changed here. */
  isOwn: (tag: Tag) => boolean;
  onChange: (tagId: string, change: TagChange) => void;
  onDelete: (tagId: string) => void;
  onHistory: (tagId: string, from: HTMLElement) => void;
  /** The statement shows where the tag's influence begins or ends. */
  onExample: (tag: Tag, kind: InfluenceExample['kind']) => void;
}) {
  const by = [shortAuthors(paper), paper.year].filter(Boolean).join(' ');
  const reported = statement.cites.find(isReported);
  return (
    <article className={styles.row}>
      <div className={styles.words}>
        <Quote text={statement.quote} clamp />
        <p className={styles.line}>
          {by ? (
            <span className={styles.fixed} dir="auto">
              {by}
            </span>
          ) : null}
          <a
            className={styles.title}
            href={linkTo(...statement.targets.map(({ url }) => url), ...paper.urls)}
            target="_blank"
            rel="noreferrer"
            title={titleOf(paper)}
            dir="auto"
          >
            {titleOf(paper, paper.urls[0])}
          </a>
          {statement.section ? (
            <span className={styles.fixed} title={displayText(statement.section.title)} dir="auto">
              · {displayText(statement.section.title)}
            </span>
          ) : null}
        </p>
        {reported ? (
          <p className={styles.line}>
            <span className={styles.cited} title={displayText(reported.text)}>
              on the scite report of <Foreign text={reported.text} />
            </span>
          </p>
        ) : null}
      </div>
      <div className={styles.tags}>
        {tags.map((tag) => (
          <TagLine
            key={tag.id}
            tag={tag}
            codebooks={codebooks}
            inUse={inUse}
            coder={isOwn(tag) ? null : coders.name(tag.coderId)}
            onChange={(change) => onChange(tag.id, change)}
            onDelete={() => onDelete(tag.id)}
            onHistory={(from) => onHistory(tag.id, from)}
            onExample={
              inUse.some(({ id, builtIn }) => id === tag.codebookId && !builtIn)
                ? (kind) => onExample(tag, kind)
                : null
            }
          />
        ))}
      </div>
    </article>
  );
}

const TagLine = memo(function TagLine({
  tag,
  codebooks,
  inUse,
  coder,
  onChange,
  onDelete,
  onHistory,
  onExample,
}: {
  tag: Tag;
  codebooks: readonly Codebook[];
  inUse: readonly Codebook[];
  /** Who made it, if it was not the reader. */
  coder: string | null;
  onChange: (change: TagChange) => void;
  onDelete: () => void;
  onHistory: (from: HTMLElement) => void;
  /** Null where the codebook is not the reader's to change. */
  onExample: ((kind: InfluenceExample['kind']) => void) | null;
}) {
  const label = displayText(influencesOf(codebooks).labelOf(tag));
  const by = coder === null ? '' : `, by ${displayText(coder)}`;
  return (
    <div>
      <div className={styles.tag}>
        {coder === null ? (
          <Dials tag={tag} label={label} {...{ codebooks, inUse, onChange }} />
        ) : (
          <>
            <span className={styles.othersStance}>
              <StanceMark stance={tag.stance} size={9} />
            </span>
            <span className={styles.othersInfluence} dir="auto">
              {label}
            </span>
          </>
        )}
        {onExample ? (
          <Menu
            label={`Example of ${label}`}
            align="end"
            className={buttonClass('quiet', true)}
            trigger={<Icon name="more" size={14} />}
          >
            <MenuItem hint="Shown with its rule while tagging" onClick={() => onExample('best')}>
              {EXAMPLE_WORDS.best}
            </MenuItem>
            <MenuItem
              hint="Nearly it, and is not: shows where it ends"
              onClick={() => onExample('near-miss')}
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
          onClick={(event) => onHistory(event.currentTarget)}
        >
          <Icon name="history" size={14} />
        </button>
        {coder === null ? (
          <button
            type="button"
            className={buttonClass('quiet', true)}
            aria-label={`Delete tag: ${tag.stance}, ${label}`}
            title="Delete this tag"
            onClick={onDelete}
          >
            <Icon name="trash" size={14} />
          </button>
        ) : (
          // The history's buttons are in one line, whoever made the tags.
          <span className={styles.noBin} />
        )}
      </div>
      {coder !== null || tag.basis === 'second-hand' || tag.note || tag.direction !== 'unstated' ? (
        <p className={styles.extra}>
          {coder === null ? null : (
            <span>
              by <Foreign text={coder} />
            </span>
          )}
          <DirectionMark direction={tag.direction} />
          {tag.basis === 'second-hand' ? <span>second-hand</span> : null}
          {tag.note ? <Foreign text={tag.note} /> : null}
        </p>
      ) : null}
    </div>
  );
});

/** Stance and influence of the reader's own tag, as menus. */
function Dials({
  tag,
  label,
  codebooks,
  inUse,
  onChange,
}: {
  tag: Tag;
  label: string;
  codebooks: readonly Codebook[];
  inUse: readonly Codebook[];
  onChange: (change: TagChange) => void;
}) {
  return (
    <>
      <Menu
        className={styles.stance}
        label={`Stance: ${tag.stance}`}
        trigger={<StanceMark stance={tag.stance} size={9} />}
      >
        <MenuChoice
          value={tag.stance}
          onChange={(stance) => onChange({ stance })}
          options={Stance.options.map((value) => ({
            value,
            text: `${STANCE_LOOKS[value].character} ${value}`,
          }))}
        />
      </Menu>
      <Menu
        className={styles.influence}
        label={`Influence: ${label}`}
        trigger={<span dir="auto">{label}</span>}
      >
        <InfluenceChoice
          codebooks={codebooks}
          among={inUse}
          value={tag}
          onChange={({ codebook, influenceId }) =>
            onChange({
              codebookId: codebook.id,
              codebookVersion: codebook.version,
              influenceId,
            })
          }
        />
      </Menu>
    </>
  );
}
