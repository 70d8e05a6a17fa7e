/**
 * The start of every page of the extension. A page renders only where it may be shown: inside a frame of somebody
 * else's page its buttons could be covered or pressed for the reader.
 */
import '../tokens.css';
import '../base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { closePeers } from '@/lib/browser/no-requests';

/** Is this the page of a tab, the popup, the panel? */
const isNotFramed = () => window.top === window;

/**
 * @param app what to render into `#root`
 * @param mayShow a page that is made to be framed gives a rule of its own
 */
export function startPage(app: ReactNode, mayShow: () => boolean = isNotFramed): void {
  const root = document.getElementById('root');
  if (!root) throw new Error(`${location.pathname} has no #root`);
  closePeers();
  if (mayShow()) createRoot(root).render(app);
}
