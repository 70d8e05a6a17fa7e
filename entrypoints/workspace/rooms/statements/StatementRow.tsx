/** One statement with its tags. Its quote and title open the page at the words; every dial of an own tag is a menu. */
import { memo } from 'react';
import { shortAuthors, titleOf } from '@/components/paper/cite';
import { CopyQuote, QUOTED } from '@/components/statement/CopyQuote';
import { Quote } from '@/components/statement/Quote';
import { Foreign } from '@/components/text/Foreign';
import { Marked } from '@/components/text/Marked';
import { addressOf, openStatement } from '@/lib/browser';
import { isReported, type Tag } from '@/lib/model';
import { displayText, marksIn } from '@/lib/text';
import { tagFits, type Wanted } from './facets';
import type { StatementLine } from './lines';
import styles from './StatementRow.module.css';
import { TagLine, type TagLineProps } from './TagLine';
import { ROW } from './use-selection';

export type RowProps = Omit<TagLineProps, 'tag' | 'coder' | 'isFitting' | 'decided'> & {
  line: StatementLine;
  isSelected: boolean;
  /** What is asked of tags; null where nothing is that could part them. */
  wanted: Wanted | null;
  /** Tags that were written here, perhaps after the line was read. */
  written: ReadonlyMap<string, Tag>;
  /** Who made a tag, if it was not the reader. */
  coderOf: (tag: Tag) => string | null;
  onSelect: (id: string, through: boolean) => void;
};

export const StatementRow = memo(function StatementRow({
  line: { statement, paper, tags, tagValues, excluded, decided },
  isSelected,
  wanted,
  written,
  coderOf,
  onSelect,
  found,
  ...rest
}: RowProps) {
  const reported = statement.cites.find(isReported);
  const address = addressOf(statement, paper);
  const title = titleOf(paper, paper.urls[0]);
  return (
    <article
      className={isSelected ? `${styles.row} ${styles.selected}` : styles.row}
      {...{ [ROW]: statement.id, [QUOTED]: '' }}
    >
      <input
        type="checkbox"
        className={styles.select}
        aria-label={`Select: ${displayText(statement.quote.slice(0, 80))}`}
        checked={isSelected}
        onChange={() => {}}
        onClick={(event) => onSelect(statement.id, event.shiftKey)}
      />
      <div className={styles.words}>
        <Quote text={statement.quote} clamp={!found.length} found={found} />
        <p className={styles.line}>
          {excluded === undefined ? null : (
            <span className={styles.excluded} title={excluded && displayText(excluded)}>
              Excluded
            </span>
          )}
          <By {...{ paper, found }} />
          <a
            className={styles.title}
            href={address}
            target="_blank"
            rel="noreferrer"
            title={address ? `${title}\nOpens at the statement` : title}
            dir="auto"
            onClick={(event) => {
              const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
              if (!address || !isPlain) return;
              event.preventDefault();
              void openStatement(address, statement.id);
            }}
          >
            <Marked text={title} found={found} />
          </a>
          {[paper.containerTitle, statement.section?.title].map((text, i) =>
            text ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a journal and a section
              <span key={i} className={styles.fixed} title={displayText(text)} dir="auto">
                <Marked text={text} found={found} />
              </span>
            ) : null,
          )}
          {statement.page ? <span>p. {displayText(statement.page)}</span> : null}
        </p>
        {reported ? (
          <p className={styles.line}>
            <span className={styles.cited} title={displayText(reported.text)}>
              on the scite report of <Foreign text={reported.text} />
            </span>
          </p>
        ) : null}
        <div className={styles.copy}>
          <CopyQuote {...{ statement, paper }} />
        </div>
      </div>
      <div className={styles.tags}>
        {tags.map((tag, i) => (
          <TagLine
            key={tag.id}
            tag={laterOf(tag, written.get(tag.id))}
            found={found}
            coder={coderOf(tag)}
            decided={decided[i] ?? ''}
            isFitting={wanted !== null && tags.length > 1 && tagFits(tagValues[i] ?? [], wanted)}
            {...rest}
          />
        ))}
      </div>
    </article>
  );
});

const laterOf = (read: Tag, written: Tag | undefined): Tag =>
  written && written.updatedAt > read.updatedAt ? written : read;

/** Authors and year. Where a name that was searched is among those that "et al." stands for, it is named. */
function By({ paper, found }: Pick<StatementLine, 'paper'> & Pick<TagLineProps, 'found'>) {
  const by = [shortAuthors(paper), paper.year].filter(Boolean).join(' ');
  if (!by) return null;
  const hidden = found.length ? foundAmong(paper, by, found) : [];
  return (
    <span className={styles.fixed} dir="auto">
      <Marked text={by} found={found} />
      {hidden.length ? (
        <>
          {' with '}
          <Marked text={hidden.join(', ')} found={found} />
        </>
      ) : null}
    </span>
  );
}

function foundAmong(
  { authors }: StatementLine['paper'],
  by: string,
  found: readonly string[],
): string[] {
  return authors
    .map(({ family, literal }) => family ?? literal ?? '')
    .filter((name) => name && !by.includes(displayText(name)) && marksIn(name, found).length)
    .slice(0, 3);
}
