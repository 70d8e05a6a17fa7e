/** One paper behind a number, with the quotes that put it there. */
import { DirectionMark } from '@/components/influence/DirectionMark';
import { placeOf, shortAuthors, titleOf } from '@/components/paper/cite';
import { StanceMark } from '@/components/stance/StanceMark';
import { CopyQuote, QUOTED } from '@/components/statement/CopyQuote';
import { Quote } from '@/components/statement/Quote';
import { Foreign } from '@/components/text/Foreign';
import type { Tag } from '@/lib/model';
import { asSentence, displayText } from '@/lib/text';
import type { PaperBehind } from './behind-row';
import styles from './InfluenceDrawer.module.css';
import { SeenAs, type SeenAsProps } from './SeenAs';

export function PaperWithQuotes({
  paper,
  tagged,
  why,
  nameOf,
  isCounted,
  tagsOf,
  narrowerOf,
}: PaperBehind & {
  /** Why it is not counted. */
  why?: string;
  /** A coder by id. */
  nameOf: (coderId: string) => string;
  /** Do second-hand statements count? */
  isCounted: boolean;
  /** Where the map is seen through another codebook. */
  tagsOf: Omit<SeenAsProps, 'tag' | 'links'> | null;
  /** The label of a tag's influence where that is under the row's. */
  narrowerOf: (tag: Tag) => string | null;
}) {
  return (
    <section className={styles.paper}>
      <div className={styles.paperHead}>
        <a
          className={styles.paperTitle}
          href={placeOf(paper)}
          target="_blank"
          rel="noreferrer"
          dir="auto"
        >
          {titleOf(paper, paper.urls[0])}
        </a>
        <span className={styles.soft}>
          {[shortAuthors(paper), paper.year].filter(Boolean).join(' ')}
        </span>
      </div>
      {why ? (
        <p className={styles.why}>
          <Foreign text={asSentence(why)} />
        </p>
      ) : null}
      {tagged.map(({ tag, statement, links, decided }) => (
        <div key={tag.id} className={styles.statement} {...{ [QUOTED]: '' }}>
          <div className={styles.quoted}>
            <Quote text={statement.quote} />
            <CopyQuote {...{ statement, paper }} />
          </div>
          <span className={styles.marks}>
            <StanceMark stance={tag.stance} size={9} />
            <DirectionMark direction={tag.direction} />
            {tag.basis === 'second-hand' ? (
              <span>second-hand, {isCounted && !why ? 'counted' : 'not counted'}</span>
            ) : null}
            {decided ? <span>{decided}</span> : null}
            {statement.section ? <Foreign text={statement.section.title} /> : null}
            {narrowerOf(tag) ? <Foreign text={`tagged with ${narrowerOf(tag)}`} /> : null}
            <Foreign text={`by ${nameOf(tag.coderId)}`} />
          </span>
          {tagsOf ? <SeenAs {...tagsOf} {...{ tag, links }} /> : null}
          {tag.note ? (
            <p className={styles.soft} dir="auto">
              {displayText(tag.note)}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
