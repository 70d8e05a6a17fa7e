/**
 * Reports to the background how this page has the quotes that were tagged on it, once it has rested: a page that puts its
 * text in place bit by bit would be said to have lost them. What was reported is not reported again.
 */
import type { Outcome } from '../../../lib/anchor';
import { send } from '../../../lib/messaging';
import type { Seen, SightingOutcome } from '../../../lib/model';
import { atAddress } from '../../../lib/text';
import type { Session } from '../mode/session';
import type { State } from '../mode/state';
import type { Highlights } from '../show/highlights';
import type { PageSource } from '../source/page-source';
import { asPage } from './as-page';

/** Long enough for an article that loads its sections one by one; a reader who leaves sooner has not looked at it. */
const RESTED_MS = 2_000;

/** A quote that appears more than once is neither changed nor gone. */
const REPORTED: Readonly<Partial<Record<Outcome, SightingOutcome>>> = {
  exact: 'found',
  normalised: 'found',
  changed: 'changed',
  lost: 'lost',
};

interface SightedPage {
  source: Pick<PageSource, 'report' | 'now'>;
  session: Pick<Session, 'state'>;
  highlights: Pick<Highlights, 'places' | 'onLocated'>;
}

/** Reports from now on, until the signal ends it. */
export class Sightings {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = '';

  constructor(
    private readonly page: SightedPage,
    signal: AbortSignal,
  ) {
    page.highlights.onLocated(() => this.noteSearch());
    signal.addEventListener('abort', () => clearTimeout(this.timer));
  }

  private noteSearch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), RESTED_MS);
  }

  private tell(): void {
    const { source, session, highlights } = this.page;
    if (source.now().state === 'loading') return;
    const { report } = source;
    const address = report.url;
    const seen = seenOn(address, session.state.tags, highlights.places);
    const news = JSON.stringify([address, seen]);
    if (!seen.length || news === this.told) return;
    this.told = news;
    // Nothing on this page waits for it, and the next search reports it again.
    asPage(report, () => send('statements/seen', { address, seen })).catch(() => {
      this.told = '';
    });
  }
}

/** What there is to report of the quotes that were tagged at this address. */
function seenOn(address: string, tags: State['tags'], places: Highlights['places']) {
  const isHere = atAddress(address);
  const seen = new Map<string, Seen>();
  for (const { statement } of tags.values()) {
    const outcome = REPORTED[places?.get(statement.id)?.outcome ?? 'ambiguous'];
    if (outcome && statement.targets.some(({ url }) => isHere(url)))
      seen.set(statement.id, { statementId: statement.id, outcome });
  }
  return [...seen.values()];
}
