/** Tags that the background has not acknowledged: kept on screen, with what happened and what to do. */
import { StanceShape } from '../../../components/stance/StanceMark';
import type { Session } from '../session';
import type { TaggingView } from '../view';

export function Unsaved(props: { session: Session; view: TaggingView; onReload(): void }) {
  const { session, view, onReload } = props;
  const failed = view.unsaved.filter((u) => u.state === 'failed');
  const [first] = failed;
  if (!first) return null;
  const orphaned = failed.some((u) => u.orphaned);
  return (
    <section className="card unsaved" role="alert" aria-label="Not saved">
      <h2>
        {failed.length === 1 ? 'One tag is not saved' : `${failed.length} tags are not saved`}
      </h2>
      <p>{first.sentence}</p>
      <ul>
        {failed.map(({ tag }) => (
          <li key={tag.tagId}>
            <StanceShape stance={tag.stance} size={9} />
            <span className="sr">{tag.stance}</span>
            <span className="label">{session.labelOf(tag)}</span>
            <q>{tag.statement.quote}</q>
            <button type="button" className="link" onClick={() => session.tags.discard(tag.tagId)}>
              discard
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons">
        {orphaned ? (
          <button type="button" className="primary" onClick={onReload}>
            Reload the page and save
          </button>
        ) : (
          <button type="button" className="primary" onClick={() => session.tags.retry()}>
            Try again
          </button>
        )}
      </div>
    </section>
  );
}
