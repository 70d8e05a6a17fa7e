/** What the stances and the directions mean, one key away while a statement is read. */
import { Meanings as Legend } from '@/components/stance/Meanings';
import type { BarClient } from '../client';

export function Meanings({ client }: { client: BarClient }) {
  return (
    <section className="card meanings-card" role="dialog" aria-label="What these mean">
      <div className="card-head">
        <h2>What these mean</h2>
        <button type="button" onClick={() => client.show('none')}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <Legend />
    </section>
  );
}
