/** Resting the pointer on a citation marker shows what it cites and what the review knows of it. */
import { send } from '../../lib/messaging';
import type { PageText } from './page-text';
import type { Session } from './session';

/** Long enough that a pointer on its way does not open cards. */
const REST_MS = 220;
/** Long enough to move from the marker into the card. */
const LEAVE_MS = 260;

/** Watches the pointer until the signal ends it. `owns` tells our own interface from the page. */
export function watchMarkers(
  doc: Document,
  text: PageText,
  session: Session,
  owns: (event: Event) => boolean,
  signal: AbortSignal,
): void {
  const view = doc.defaultView ?? window;
  let resting = 0;
  let leaving = 0;

  const open = (x: number, y: number) => {
    const found = text.citationAt(x, y, doc);
    if (!found?.references.length || found.range === session.view.card?.range) return;
    session.set({ card: { ...found, known: null } });
    const works = found.references.map(({ doi, pmid, title }) => ({ doi, pmid, title }));
    send('papers/known', { works })
      .then((known) => {
        if (session.view.card?.range === found.range) session.set({ card: { ...found, known } });
      })
      // The card still says what is cited; what the review knows of it is a bonus.
      .catch(() => undefined);
  };
  const close = () => {
    if (session.view.card) session.set({ card: null });
  };

  doc.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      view.clearTimeout(resting);
      if (owns(event)) {
        view.clearTimeout(leaving);
        leaving = 0;
        return;
      }
      const { clientX: x, clientY: y } = event;
      resting = view.setTimeout(() => open(x, y), REST_MS);
      if (session.view.card && !leaving)
        leaving = view.setTimeout(() => {
          leaving = 0;
          const still = text.citationAt(x, y, doc);
          if (!still) close();
        }, LEAVE_MS);
    },
    { signal, passive: true },
  );
  doc.addEventListener('scroll', close, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    view.clearTimeout(resting);
    view.clearTimeout(leaving);
    close();
  });
}
