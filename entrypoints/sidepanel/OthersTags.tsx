/** Other coders' tags on this paper: how many and whose, shown when the reader asks for them. */
import { Button } from '@/components/ui/Button';
import type { CoderIndex, Tag } from '@/lib/model';
import { displayText } from '@/lib/text';
import styles from './App.module.css';

/** More names than these are counted. */
const NAMED = 2;

export function OthersTags({
  tags,
  coders,
  shown,
  onShow,
}: {
  tags: readonly Tag[];
  coders: CoderIndex;
  shown: boolean;
  onShow: (shown: boolean) => void;
}) {
  if (!tags.length) return null;
  return (
    <p className={styles.notice}>
      <bdi>{countInWords(tags, coders)}</bdi>{' '}
      <Button look="link" aria-pressed={shown} onClick={() => onShow(!shown)}>
        {shown ? 'Hide them' : 'Show them'}
      </Button>
    </p>
  );
}

/** "3 tags by NI and JK are here too." */
function countInWords(tags: readonly Tag[], coders: CoderIndex): string {
  const names = [...new Set(tags.map((tag) => displayText(coders.name(tag.coderId))))];
  const more = names.length - NAMED;
  const who = more > 0 ? [...names.slice(0, NAMED), `${more} more`] : names;
  const by = who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : who[0];
  return tags.length === 1
    ? `1 tag by ${by} is here too.`
    : `${tags.length} tags by ${by} are here too.`;
}
