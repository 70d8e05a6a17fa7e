/** The one question about a passage that is hardly a statement of the paper. */
import type { Doubt as Why } from '@/lib/messaging';
import type { BarClient } from '../client';

const QUESTIONS: Record<Why, string> = {
  long: 'This passage is longer than a page. One statement is a sentence or two.',
  reference: 'This is an entry of the reference list, not a statement of this paper.',
  access: 'This is about access to the article, not a statement of it.',
};

export function Doubt({ client, why }: { client: BarClient; why: Why }) {
  return (
    <div className="row doubt" role="alert">
      <span className="prompt saved">{QUESTIONS[why]} Not saved yet.</span>
      <button type="button" className="primary" onClick={() => client.run('confirm')}>
        Tag it anyway <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={() => client.run('back')}>
        Leave it <kbd>Esc</kbd>
      </button>
    </div>
  );
}
