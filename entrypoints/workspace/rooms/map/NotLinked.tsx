/** Influences with tags that have no link to the codebook that the map is seen through, each to be linked by the reader. */
import { useId } from 'react';
import { InfluenceChoice } from '@/components/influence/InfluenceChoice';
import type { Seen } from '@/components/map/use-seen-map';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { influenceKey, influencesOf } from '@/lib/codebook/influences';
import { setLink } from '@/lib/store';
import styles from './MapRoom.module.css';

export function NotLinked({ seen, reviewId }: { seen: Seen; reviewId: string }) {
  const { problem, act } = useAct();
  const id = useId();
  const { notLinked, target, books } = seen;
  if (!notLinked.length) return null;
  const index = influencesOf(books);
  const among = [target];
  return (
    <section className={styles.notLinked} aria-labelledby={id}>
      <h3 id={id}>Not linked ({notLinked.length})</h3>
      <p className={styles.soft}>
        Tagged, but without a link to this codebook: their tags count in no row here.
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <ul>
        {notLinked.map((one) => {
          const label = index.labelOf(one);
          return (
            <li key={influenceKey(one)}>
              <span className={styles.unlinkedLabel}>
                <Foreign text={label} />
              </span>
              <span className={styles.soft}>
                {counted(one.tags, 'tag')} in {counted(one.papers, 'paper')}
              </span>
              <Menu
                align="end"
                label={`Link ${label} to …`}
                trigger={
                  <>
                    Link to …
                    <Icon name="chevron" size={14} />
                  </>
                }
              >
                <InfluenceChoice
                  codebooks={among}
                  value={null}
                  onChange={(to) => void act(() => setLink(reviewId, one, to, true))}
                />
              </Menu>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
