/**
 * Tagging mode in the page of a test: the real controller, with a background that answers from memory and a toolbar's frame
 * that only reports that it is there. Keys and the mouse are the browser's own (`userEvent`).
 */
import { vi } from 'vitest';
import { TaggingController } from '../../entrypoints/tagging.content/controller';
import type { Session } from '../../entrypoints/tagging.content/mode/session';
import type { State } from '../../entrypoints/tagging.content/mode/state';
import { shared } from '../../lib/messaging/page/shared';
import { background } from './fake-background';

const ANSWERS_WITHIN_MS = 3_000;

/** What of the controller a test looks at. */
interface Inside {
  session: Session;
  source: { text: { ready(): Promise<void> } };
  life: AbortController;
  highlights: { found(): { quote: string }[] };
}

export interface Here {
  controller: TaggingController;
  session: Session;
  /** The text's structure is known. */
  textIsRead(): Promise<void>;
  state(): State;
  /** The quotes that are highlighted as tags. */
  found(): string[];
  /** The toolbar's frame has answered: from now on keys are commands. */
  barIsThere(): Promise<void>;
  end(): void;
}

/** The page's own text, and tagging mode over it (off). */
export function controllerHere(html: string): Here {
  background.tags = [];
  background.asked = [];
  background.seen = null;
  background.show = null;
  background.listed = [];
  document.body.innerHTML = html;
  const controller = new TaggingController(document);
  const inside = controller as unknown as Inside;
  return {
    controller,
    session: inside.session,
    textIsRead: () => inside.source.text.ready(),
    state: () => inside.session.state,
    found: () => inside.highlights.found().map(({ quote }) => quote),
    barIsThere: () =>
      vi.waitFor(() => {
        const { line } = controller.bar as unknown as { line: object | null };
        if (!line) throw new Error('The toolbar has not answered.');
      }, ANSWERS_WITHIN_MS),
    end: () => {
      controller.stop();
      controller.bar.hide();
      inside.life.abort();
      // It ended with this controller.
      shared().page = undefined;
      document.body.replaceChildren();
    },
  };
}
