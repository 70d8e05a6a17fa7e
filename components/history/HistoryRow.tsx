/** One line of a history: who did what and when, and what it was before. */
import { DirectionMark } from '@/components/influence/DirectionMark';
import { BASIS_WORDS, strengthText } from '@/components/influence/dial-words';
import { StanceMark } from '@/components/stance/StanceMark';
import { Quote } from '@/components/statement/Quote';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import { displayText } from '@/lib/text';
import type { FieldChange } from './fields';
import styles from './HistoryRow.module.css';
import type { HistoryDetail, HistoryHead, HistoryLine } from './lines';
import type { Offer } from './versions';

export function HistoryRow({
  line,
  about,
  offer,
  disabled,
  onBringBack,
}: {
  line: HistoryLine;
  /** What the history is of: words that are not repeated in every line. */
  about: string;
  offer: Offer | undefined;
  disabled: boolean;
  onBringBack: (offer: Offer) => void;
}) {
  const { head, verb, text, tag, fields } = line;
  const bringBack = offer ? (
    <Button look="link" disabled={disabled} onClick={() => onBringBack(offer)}>
      {offer.words}
    </Button>
  ) : null;
  return (
    <article className={head ? `${styles.row} ${styles.first}` : styles.row}>
      {head ? <Head head={head} /> : null}
      {offer?.ofStep ? bringBack : null}
      {verb || text ? (
        <p className={styles.text} dir="auto">
          {verb ? <span className={styles.verb}>{text ? `${verb}: ` : verb}</span> : null}
          {text ? <Foreign text={text} /> : null}
        </p>
      ) : null}
      {tag ? <TagNow tag={tag} isWhole={!fields} isQuoted={tag.quote !== about} /> : null}
      {fields ? <Changes fields={fields} /> : null}
      {offer?.ofStep ? null : bringBack}
    </article>
  );
}

function Head({ head: { what, who, at } }: { head: HistoryHead }) {
  return (
    <header className={styles.head}>
      <h3 className={styles.what}>{what}</h3>
      <p className={styles.by}>
        <Foreign text={who} /> · <time dateTime={at}>{momentInWords(at)}</time>
      </p>
    </header>
  );
}

/** The tag as it was left. Of a changed one, only which it is: what changed follows. */
function TagNow({
  tag: { tag, label, quote, isGone },
  isWhole,
  isQuoted,
}: {
  tag: NonNullable<HistoryDetail['tag']>;
  isWhole: boolean;
  isQuoted: boolean;
}) {
  return (
    <div className={isGone ? `${styles.tag} ${styles.gone}` : styles.tag}>
      <p className={styles.marks}>
        {isWhole ? <StanceMark stance={tag.stance} size={9} /> : null}
        <span className={styles.label} dir="auto">
          {displayText(label)}
        </span>
        {isWhole ? (
          <>
            <DirectionMark direction={tag.direction} />
            {tag.strength === undefined ? null : <span>strength {strengthText(tag.strength)}</span>}
            {tag.basis === 'own' ? null : <span>{BASIS_WORDS[tag.basis]}</span>}
          </>
        ) : null}
      </p>
      {quote && isQuoted ? <Quote text={quote} clamp /> : null}
      {isWhole && tag.note ? (
        <p className={styles.text} dir="auto">
          <span className={styles.verb}>Note: </span>
          <Foreign text={tag.note} />
        </p>
      ) : null}
    </div>
  );
}

function Changes({ fields }: { fields: readonly FieldChange[] }) {
  return (
    <dl className={styles.fields}>
      {fields.map(({ name, was, now }) => (
        <div key={name} className={styles.field}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.now} dir="auto">
            {now ? displayText(now) : <span className={styles.none}>none</span>}
          </dd>
          <dd className={styles.was}>
            was {was ? <Foreign text={was} /> : <span className={styles.none}>none</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
