/** All papers of a result list onto the reading list: what that would do, before it is done. */
import { offerInWords } from '@/components/paper/list-offer';
import { counted } from '@/components/text/count';
import { comingOn, type ListOffer } from '@/lib/model';
import type { BarClient, Shown } from '../client';
import { Key } from './key';

export function ListAll(props: { client: BarClient; view: Shown; offer: ListOffer }) {
  const { client, view, offer } = props;
  const coming = comingOn(offer.counts);
  return (
    <section className="card list-all" aria-label="Papers of this page">
      <p role="alert">{offerInWords(offer)}</p>
      <div className="row">
        {coming ? (
          <button type="button" className="primary" onClick={() => client.run('list-all')}>
            Add {counted(coming, 'paper')} <Key view={view} of="list-all" />
          </button>
        ) : null}
        <button type="button" onClick={() => client.run('back')}>
          {coming ? 'Cancel' : 'Close'} <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}
