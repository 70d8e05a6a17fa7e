/** Beside each paper of a result list that the review knows: how many tags, which status. */

import { useLayoutEffect, useState } from 'react';
import { STATUS_WORDS } from '../../../components/paper/cite';
import type { ListedWork, TaggingView } from '../view';
import { Key } from './key';

export function ListMarks({ view, onList }: { view: TaggingView; onList(): void }) {
  const shown = view.listed
    .map((work, index) => ({ work, index }))
    .filter(({ work, index }) => work.known || index === view.listAt);
  return (
    <ul className="list-marks" aria-label="Papers of this list in your review">
      {shown.map(({ work, index }) => (
        <Mark key={index} view={view} work={work} here={index === view.listAt} onList={onList} />
      ))}
    </ul>
  );
}

/** Room for the longest chip, so that none is cut by the window's edge. */
const CHIP_PX = 210;

/** Follows its entry while the page scrolls. */
function Mark(props: { view: TaggingView; work: ListedWork; here: boolean; onList(): void }) {
  const { view, work, here, onList } = props;
  const { element } = work.entry;
  const [rect, setRect] = useState(() => element.getBoundingClientRect());
  useLayoutEffect(() => {
    let frame = 0;
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setRect(element.getBoundingClientRect()));
    };
    addEventListener('scroll', follow, { passive: true, capture: true });
    addEventListener('resize', follow, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', follow, { capture: true });
      removeEventListener('resize', follow);
    };
  }, [element]);
  if (rect.bottom < 0 || rect.top > innerHeight) return null;
  const left = Math.max(4, rect.left - 6);
  return (
    <li
      className={here ? 'list-mark here' : 'list-mark'}
      style={{ left, top: Math.max(0, rect.top), height: rect.height }}
    >
      <div
        className="card list-chip"
        style={{ left: Math.min(rect.width + 14, innerWidth - left - CHIP_PX) }}
      >
        {work.known ? (
          <span>
            In your review: {work.known.tags} {work.known.tags === 1 ? 'tag' : 'tags'},{' '}
            {STATUS_WORDS[work.known.status].toLowerCase()}
          </span>
        ) : (
          <button type="button" onClick={onList}>
            Put on the reading list <Key view={view} of="list" />
          </button>
        )}
      </div>
    </li>
  );
}
