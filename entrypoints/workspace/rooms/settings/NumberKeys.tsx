/** The number keys of a review: nine rows, each with the influence that its key means while tagging. */

import { useState } from 'react';
import { InfluenceChoice } from '@/components/influence/InfluenceChoice';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { Menu } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { influencesOf, type ListedInfluence } from '@/lib/codebook/influences';
import type { Codebook, Review } from '@/lib/model';
import { changeNumberKeys } from '@/lib/store';
import {
  fillNumberKeys,
  type NumberKeys as Keys,
  type NumberKey,
  numberOf,
  withNumberKey,
  withoutUnknown,
} from '@/lib/tagging';
import { displayText } from '@/lib/text';
import styles from './NumberKeys.module.css';

/** @param codebooks all that there are; `inUse` those of the review, in its order */
export function NumberKeys({
  review,
  keys,
  codebooks,
  inUse,
}: {
  review: Review;
  keys: readonly NumberKey[];
  codebooks: readonly Codebook[];
  inUse: readonly Codebook[];
}) {
  const [said, setSaid] = useState('');
  const { problem, act } = useAct();
  const change = (by: (keys: Keys) => Keys, words: string) =>
    void act(async () => {
      await changeNumberKeys(review.id, by);
      setSaid(words);
    });
  const give = (key: NumberKey, chosen: ListedInfluence) => {
    const had = numberOf(keys, chosen);
    if (had === key.number) return;
    const other = had && labelOf(key, codebooks);
    change(
      (now) => withNumberKey(now, key.number - 1, refOf(chosen)),
      `${key.number} is “${displayText(chosen.label)}” now${other ? `, and ${had} is “${other}”` : ''}.`,
    );
  };
  const unused = keys.filter((key) => key.state !== 'set').length;
  const waiting = influencesOf(inUse).all.some((one) => numberOf(keys, one) === undefined);
  return (
    <>
      <p className={styles.soft}>
        A number keeps its influence on every paper of this review. A free one goes to the next
        influence without a number that you tag with.
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <ol className={styles.list}>
        {keys.map((key) => (
          <Row
            key={key.number}
            one={key}
            keys={keys}
            label={labelOf(key, codebooks)}
            inUse={inUse}
            onChoose={(chosen) => give(key, chosen)}
            onClear={() =>
              change(
                (now) => withNumberKey(now, key.number - 1, null),
                `${key.number} has no influence now.`,
              )
            }
          />
        ))}
      </ol>
      {unused && waiting ? (
        <Button
          onClick={() =>
            change(
              (now) => fillNumberKeys(withoutUnknown(now, inUse), influencesOf(inUse).all),
              'The unused numbers have influences of the codebooks in use now.',
            )
          }
        >
          Fill the unused numbers
        </Button>
      ) : null}
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  );
}

function Row({
  one,
  keys,
  label,
  inUse,
  onChoose,
  onClear,
}: {
  one: NumberKey;
  keys: readonly NumberKey[];
  label: string;
  inUse: readonly Codebook[];
  onChoose: (chosen: ListedInfluence) => void;
  onClear: () => void;
}) {
  const off = one.state === 'off' ? 'its codebook is not in use' : '';
  return (
    <li className={styles.row}>
      <Kbd keys={String(one.number)} boxed />
      <Menu
        look="plain"
        className={styles.influence}
        label={`Influence of ${one.number}: ${[label || 'none', off].filter(Boolean).join(', ')}`}
        trigger={
          <>
            <span className={label && !off ? styles.label : styles.none} dir="auto">
              {label || 'free'}
            </span>
            <Icon name="chevron" size={12} />
          </>
        }
      >
        <InfluenceChoice
          codebooks={inUse}
          value={one.state === 'set' ? one.quick : null}
          onChange={onChoose}
          hintOf={(influence) => {
            const number = numberOf(keys, influence);
            return number && number !== one.number ? `changes places with ${number}` : undefined;
          }}
        />
      </Menu>
      <Button
        look="quiet"
        disabled={one.state === 'free'}
        aria-label={`Clear ${one.number}`}
        onClick={onClear}
      >
        clear
      </Button>
      {off ? <span className={styles.off}>{off}</span> : null}
    </li>
  );
}

const refOf = ({ codebookId, influenceId }: ListedInfluence) => ({ codebookId, influenceId });

/** The influence's label, also where its codebook is not in use; its id where nobody knows it; '' for a free key. */
function labelOf(key: NumberKey, codebooks: readonly Codebook[]): string {
  if (key.state === 'free') return '';
  if (key.state === 'set') return displayText(key.quick.label);
  return displayText(influencesOf(codebooks).labelOf(key.ref));
}
