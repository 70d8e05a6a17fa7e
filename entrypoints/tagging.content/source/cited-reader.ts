/** The works that a citation marker cites: what the review knows of them, and putting one on the reading list. */
import { ask, send } from '../../../lib/messaging';
import { Problem } from '../../../lib/model/problem';
import { listedReport, type Reference } from '../../../lib/page';
import type { Session } from '../mode/session';
import { cardOf, type ReferenceCard, unlistedOn } from '../mode/state';

export class CitedReader {
  constructor(private readonly session: Session) {}

  /** Shows the card of a marker, and on it what the review knows as soon as that is known. */
  show(range: Range, references: readonly Reference[]): void {
    this.session.dispatch({
      type: 'pointed',
      card: { range, references, known: null, cited: null },
    });
    this.refresh();
  }

  /** What the review knows of the works on the card; the card has what is cited anyway. */
  refresh(): void {
    const card = cardOf(this.session.state);
    if (!card) return;
    const { range } = card;
    const works = card.references.map(named);
    ask('papers/known', { works }).then((known) => this.add(range, { known }), passOver);
    ask('papers/cited', { works }).then((cited) => this.add(range, { cited }), passOver);
  }

  private add(range: Range, change: Partial<ReferenceCard>): void {
    const card = cardOf(this.session.state);
    if (card?.range === range)
      this.session.dispatch({ type: 'pointed', card: { ...card, ...change } });
  }

  /** Puts a reference of the card on the reading list: the named one, else the first that is not on it. */
  async putOnList(id?: string): Promise<void> {
    const card = cardOf(this.session.state);
    const wanted = card && unlistedOn(card).find((one) => id === undefined || one.id === id);
    if (!wanted) return;
    try {
      const report = listedReport(asListed(wanted), 'it is cited in a paper');
      const { known, eventId } = await send('papers/list', { report });
      if (eventId) this.session.tags.steps.took(eventId);
      this.session.tell(null);
      const now = cardOf(this.session.state);
      if (now?.range === card.range)
        this.add(card.range, {
          known: now.references.map((one, i) =>
            one.id === wanted.id ? known : (now.known?.[i] ?? null),
          ),
        });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.session.tell(error.message);
    }
  }
}

const passOver = () => undefined;

/** By its text where nothing else names it: the reader sees it, and can correct it. */
const titleOf = ({ title, text }: Reference) => (title ?? text).slice(0, 5_000);

const named = (reference: Reference) => {
  const { doi, pmid, title } = reference;
  return { doi, pmid, title: doi || pmid || title ? title : titleOf(reference) };
};

const asListed = (reference: Reference) => ({
  ...reference,
  title: titleOf(reference),
  authors: reference.firstAuthor ? [{ literal: reference.firstAuthor.slice(0, 200) }] : [],
  containerTitle: reference.container,
});
