/**
 * The start of every page of the extension. A page renders only where it may be shown: inside a frame of somebody
 * else's page its buttons could be covered or pressed for the reader.
 */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { closePeers } from '@/lib/browser/no-requests';
import { tellPages } from '@/lib/messaging';
import { beginOpening, onCommitted } from '@/lib/store';
import { followTheme } from './theme';

/** Where a page renders; before it does, what could make a request past its policy is closed. */
export function pageRoot(): HTMLElement {
  closePeers();
  const root = document.getElementById('root');
  if (!root) throw new Error(`${location.pathname} has no #root`);
  return root;
}

/**
 * Renders a page of its own: in a tab, as the popup, as the panel. In a frame it shows nothing. Web pages
 * that show what it writes are notified.
 */
export function startPage(app: ReactNode): void {
  const root = pageRoot();
  if (window.top !== window) return;
  followTheme();
  onCommitted((change) => void tellPages(change));
  beginOpening();
  createRoot(root).render(app);
}
