/** The file's own outline. */
import { displayText } from '@/lib/text';
import type { OutlineItem } from '../reader';
import type { PdfView } from '../view/viewer';
import styles from './Outline.module.css';

export function Outline({ items, view }: { items: readonly OutlineItem[]; view: PdfView }) {
  return (
    <nav className={styles.outline} aria-label="Outline">
      <Items items={items} view={view} depth={0} />
    </nav>
  );
}

/** Entries that only name a web address lead nowhere in the file. */
const leadsSomewhere = ({ dest, items }: OutlineItem): boolean => dest !== null || items.length > 0;

/** The indent of the first rank, and of each below another. */
const EDGE_PX = 12;
const STEP_PX = 14;

/** Outlines may be deep by mistake; what is deeper is not shown. */
const DEEPEST = 6;

function Items({
  items,
  view,
  depth,
}: {
  items: readonly OutlineItem[];
  view: PdfView;
  depth: number;
}) {
  return (
    <ul>
      {items.filter(leadsSomewhere).map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an outline does not change, and its titles repeat
        <li key={at}>
          <button
            type="button"
            className={styles.item}
            style={{ paddingInlineStart: EDGE_PX + depth * STEP_PX }}
            dir="auto"
            onClick={() => {
              view.leaveMark();
              void view.links.goToDestination(item.dest as string);
            }}
          >
            {displayText(item.title)}
          </button>
          {item.items.length && depth < DEEPEST ? (
            <Items items={item.items} view={view} depth={depth + 1} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
