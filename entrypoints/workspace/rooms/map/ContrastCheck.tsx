/** In the drawer of an influence that papers only support: the papers that could contrast it, folded away. */
import { shortAuthors, titleOf } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { displayText } from '@/lib/text';
import { routeHash } from '../../use-route';
import type { Candidate } from './contrast-check';
import styles from './InfluenceDrawer.module.css';

/** More than these are a reading list, and not a check. */
const MOST_SHOWN = 20;

export function ContrastCheck({ candidates }: { candidates: readonly Candidate[] }) {
  if (!candidates.length) return null;
  const rest = candidates.length - MOST_SHOWN;
  return (
    <details className={styles.check}>
      <summary>
        Only support so far. {counted(candidates.length, 'paper')} on the list could contrast it.
      </summary>
      <ul className={styles.candidates}>
        {candidates.slice(0, MOST_SHOWN).map(({ paper, isNamed, why }) => (
          <li key={paper.id}>
            <a href={routeHash('papers', { paper: paper.id })} dir="auto">
              {titleOf(paper, paper.urls[0])}
            </a>{' '}
            <span className={styles.soft}>
              {[shortAuthors(paper), paper.year, why, isNamed ? 'names it' : '']
                .filter(Boolean)
                .map(String)
                .map(displayText)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className={styles.soft}>and {counted(rest, 'more', 'more')}</p> : null}
    </details>
  );
}
