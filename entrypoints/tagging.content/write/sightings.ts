/**
 * Reports to the background how this page has the quotes that were tagged on it, once it has rested: a page that puts its
 * text in place bit by bit would be said to have lost them. What was reported is not reported again.
 */
import type { Located, Outcome } from '../../../lib/anchor';
import { send } from '../../../lib/messaging';
import type { PageReport, Seen, SightingOutcome } from '../../../lib/model';
import { atAddress } from '../../../lib/text';
import type { State } from '../mode/state';
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

export interface SightedPage {
  report(): PageReport;
  /** Does it show what its report is of, and not the way there? */
  isThere(): boolean;
  tags(): State['tags'];
  /** Null until the page has been searched. */
  places(): ReadonlyMap<string, Located> | null;
}

export class Sightings {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = '';

  constructor(
    private readonly page: SightedPage,
    signal: AbortSignal,
    private readonly restedMs = RESTED_MS,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /** The page has been searched. */
  noteSearch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), this.restedMs);
  }

  private tell(): void {
    if (!this.page.isThere()) return;
    const report = this.page.report();
    const address = report.url;
    const seen = seenOn(address, this.page.tags(), this.page.places());
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
function seenOn(address: string, tags: State['tags'], places: ReturnType<SightedPage['places']>) {
  const isHere = atAddress(address);
  const seen = new Map<string, Seen>();
  for (const { statement } of tags.values()) {
    const outcome = REPORTED[places?.get(statement.id)?.outcome ?? 'ambiguous'];
    if (outcome && statement.targets.some(({ url }) => isHere(url)))
      seen.set(statement.id, { statementId: statement.id, outcome });
  }
  return [...seen.values()];
}
