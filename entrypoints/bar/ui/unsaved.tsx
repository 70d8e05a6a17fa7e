/** Tags that the background has not acknowledged: kept on screen, with what happened and what to do. */
import { StanceShape } from '@/components/stance/StanceMark';
import { Foreign } from '@/components/text/Foreign';
import type { BarClient, Shown } from '../client';

export function Unsaved(props: { client: BarClient; view: Shown }) {
  const { client, view } = props;
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
        {failed.map(({ tagId, stance, influence, quote }) => (
          <li key={tagId}>
            <StanceShape stance={stance} size={9} />
            <span className="sr">{stance}</span>
            <span className="label">{client.labelOf(influence)}</span>
            <q>
              <Foreign text={quote} />
            </q>
            <button type="button" className="link" onClick={() => client.discard(tagId)}>
              discard
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons">
        {orphaned ? (
          <button type="button" className="primary" onClick={() => client.reloadPage()}>
            Reload the page and save
          </button>
        ) : (
          <button type="button" className="primary" onClick={() => client.retry()}>
            Try again
          </button>
        )}
      </div>
    </section>
  );
}
