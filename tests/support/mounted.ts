/** A place on the page in which a test draws, with nothing around it. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach } from 'vitest';

export interface Mounted {
  host: HTMLElement;
  /** Drawn when it returns. */
  render(what: Parameters<Root['render']>[0]): void;
}

/** For each test of the file an empty one. */
export function mounted(): Mounted {
  let root: Root;
  const place: Mounted = {
    host: document.body,
    render: (what) => flushSync(() => root.render(what)),
  };
  beforeEach(() => {
    place.host = document.body.appendChild(document.createElement('div'));
    root = createRoot(place.host);
  });
  afterEach(() => {
    root.unmount();
    place.host.remove();
  });
  return place;
}
