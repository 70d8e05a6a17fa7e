/**
 * The re-check queue: tag by tag, the quote beside the rule as it is now and as it was. Keys: k keeps, s, c and m change
 * the stance, j and p go on and back.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { DirectionMark } from '@/components/influence/DirectionMark';
import { InfluenceChoice } from '@/components/influence/InfluenceChoice';
import { aboutPaper, titleOf } from '@/components/paper/cite';
import { StanceMark } from '@/components/stance/StanceMark';
import { Quote } from '@/components/statement/Quote';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button, buttonClass } from '@/components/ui/Button';
import { commandKey } from '@/components/ui/command-key';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { Menu } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { booksInUse, influenceKey } from '@/lib/codebook';
import { MEANING_FIELDS, nameOfField, recheckWords } from '@/lib/codebook/edit';
import type { Codebook, Influence, Stance, TagChange } from '@/lib/model';
import { allCodebooks, deleteTag, type RecheckItem, recheckQueue, recheckTags } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Empty, RoomHead, roomStyles } from '../../../Room';
import type { RoomProps } from '../../../room-props';
import { routeHash } from '../../../use-route';
import styles from './Recheck.module.css';

const STANCE_KEYS: Readonly<Record<string, Stance>> = {
  s: 'supporting',
  c: 'contrasting',
  m: 'mentioning',
};

export function Recheck({ review }: Pick<RoomProps, 'review'>) {
  const queue = useLiveQuery(() => recheckQueue(review.id), [review]);
  const all = useLiveQuery(allCodebooks, []) ?? [];
  const inUse = booksInUse(review, all);
  const [at, setAt] = useState(0);
  const [done, setDone] = useState(0);
  const { problem, act } = useAct();
  // What was settled is out of the way at once: the next key is for the next tag.
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const waiting = new Set(queue?.items.map(({ tag }) => tag.id));
    // Undone, it is there again.
    setSettled((before) => new Set([...before].filter((id) => waiting.has(id))));
  }, [queue]);
  const items = (queue?.items ?? []).filter(({ tag }) => !settled.has(tag.id));
  const item = items[Math.min(at, items.length - 1)];
  const alike = item
    ? items.filter(
        ({ tag, reason }) =>
          influenceKey(tag) === influenceKey(item.tag) && reason.why === item.reason.why,
      )
    : [];
  const settle = async (ids: readonly string[], work: () => Promise<unknown>) => {
    setSettled((before) => new Set([...before, ...ids]));
    if (await act(work)) setDone((before) => before + ids.length);
    else setSettled((before) => new Set([...before].filter((id) => !ids.includes(id))));
  };
  const keep = (change?: TagChange) =>
    item && void settle([item.tag.id], () => recheckTags([item.tag.id], change));
  const keys = useRef<(key: string) => boolean>(() => false);
  keys.current = (key) => {
    if (!item) return false;
    const stance = STANCE_KEYS[key];
    if (stance && item.now) keep({ stance });
    else if (key === 'k' && item.now) keep();
    else if (key === 'j') setAt(Math.min(items.length - 1, at + 1));
    else if (key === 'p') setAt(Math.max(0, at - 1));
    else return false;
    return true;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = commandKey(event);
      if (pressed && !pressed.isChord && keys.current(pressed.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <RoomHead
        title="Re-check"
        sub={
          queue
            ? items.length
              ? `${counted(items.length, 'tag')} to look at again${done ? `, ${done} done` : ''}`
              : 'nothing to look at again'
            : ''
        }
      >
        <a className={buttonClass('plain')} href={routeHash('codebooks')}>
          Codebooks
        </a>
      </RoomHead>
      <div className={roomStyles.body}>
        {problem ? <Message kind="error">{problem}</Message> : null}
        {queue && !item ? (
          <Empty>
            <p>
              {done ? `${counted(done, 'tag')} looked at again. ` : ''}When a rule changes, the tags
              that were made by the earlier one are listed here.
            </p>
          </Empty>
        ) : null}
        {item ? (
          <Card
            key={item.tag.id}
            item={item}
            inUse={inUse}
            all={all}
            alike={alike.length}
            onKeep={keep}
            onKeepAlike={() => {
              const ids = alike.map(({ tag }) => tag.id);
              void settle(ids, () => recheckTags(ids));
            }}
            onDelete={() => void settle([item.tag.id], () => deleteTag(item.tag.id))}
          />
        ) : null}
        {item && items.length > 1 ? (
          <p className={styles.place}>
            <Button look="quiet" disabled={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>
              Back <Kbd keys="p" />
            </Button>
            {Math.min(at, items.length - 1) + 1} of {items.length}
            <Button
              look="quiet"
              disabled={at >= items.length - 1}
              onClick={() => setAt(Math.min(items.length - 1, at + 1))}
            >
              Later <Kbd keys="j" />
            </Button>
          </p>
        ) : null}
        {queue?.others ? (
          <p className={roomStyles.soft}>
            {counted(queue.others, 'tag')} of other coders {queue.others === 1 ? 'is' : 'are'}{' '}
            waiting for {queue.others === 1 ? 'its coder' : 'their coders'}.
          </p>
        ) : null}
      </div>
    </>
  );
}

function Card({
  item,
  inUse,
  all,
  alike,
  onKeep,
  onKeepAlike,
  onDelete,
}: {
  item: RecheckItem;
  inUse: readonly Codebook[];
  all: readonly Codebook[];
  alike: number;
  onKeep: (change?: TagChange) => void;
  onKeepAlike: () => void;
  onDelete: () => void;
}) {
  const { tag, statement, paper, now, before } = item;
  const label = (now ?? before)?.label ?? tag.influenceId;
  return (
    <article className={styles.card} aria-label={`Tag on ${displayText(label)}`}>
      <div className={styles.words}>
        <Quote text={statement?.quote ?? 'The statement of this tag is missing.'} />
        <p className={styles.soft}>
          {paper ? <Foreign text={aboutPaper(paper) || titleOf(paper)} /> : null}
          {statement?.section ? (
            <>
              {' '}
              · <Foreign text={statement.section.title} />
            </>
          ) : null}
        </p>
        <p className={styles.tag}>
          <StanceMark stance={tag.stance} />
          <DirectionMark direction={tag.direction} />
          <span dir="auto">{displayText(label)}</span>
        </p>
        {tag.note ? (
          <p className={styles.note} dir="auto">
            {displayText(tag.note)}
          </p>
        ) : null}
        <div className={styles.answers}>
          <Button look="primary" disabled={!now} onClick={() => onKeep()}>
            Still holds <Kbd keys="k" />
          </Button>
          <Menu
            look="plain"
            label="Another influence"
            trigger={
              <>
                Another influence
                <Icon name="chevron" size={12} />
              </>
            }
          >
            <InfluenceChoice
              codebooks={all}
              among={inUse}
              value={tag}
              onChange={({ codebookId, influenceId }) => onKeep({ codebookId, influenceId })}
            />
          </Menu>
          {(['s', 'c', 'm'] as const).map((key) => {
            const stance = STANCE_KEYS[key];
            return stance && stance !== tag.stance ? (
              <Button key={key} disabled={!now} onClick={() => onKeep({ stance })}>
                <StanceMark stance={stance} /> <Kbd keys={key} />
              </Button>
            ) : null;
          })}
          <Button look="danger" onClick={onDelete}>
            Delete the tag
          </Button>
        </div>
        {alike > 1 && now ? (
          <Button look="link" onClick={onKeepAlike}>
            All {alike} on “{displayText(label)}” still hold
          </Button>
        ) : null}
      </div>
      <section className={styles.rule} aria-label="The rule">
        <h2 className={styles.title} dir="auto">
          {displayText(label)}
        </h2>
        <p className={styles.why}>{recheckWords(item)}</p>
        {now ? <Rule now={now} before={before} /> : null}
      </section>
    </article>
  );
}

/** The words that a coder decides by; of those that have changed, both. */
function Rule({ now, before }: { now: Influence; before: Influence | undefined }) {
  const fields = MEANING_FIELDS.filter((field) => now[field] || before?.[field]);
  if (!fields.length) return <p className={styles.soft}>No definition or rule yet.</p>;
  return (
    <dl className={styles.fields}>
      {fields.map((field) => {
        const isChanged = before && (before[field] ?? '') !== (now[field] ?? '');
        return (
          <div key={field}>
            <dt>{nameOfField(field)}</dt>
            <dd dir="auto">{displayText(now[field] || 'none')}</dd>
            {isChanged ? (
              <dd className={styles.before} dir="auto">
                <span className={styles.soft}>was: </span>
                <del>{displayText(before[field] || 'none')}</del>
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
