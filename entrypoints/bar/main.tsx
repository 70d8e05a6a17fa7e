/**
 * The toolbar of tagging mode: a page of the extension, shown in a frame over the page that is read. Its words,
 * fields and buttons belong to another origin, so the page can neither hear what is typed here nor press or
 * reword anything. It acts only for the tagging script that opened it (`connect.ts`), and shows nothing before.
 */
import '@/components/tokens.css';
import './ui/styles/base.css';
import './ui/styles/toolbar.css';
import './ui/styles/panels.css';
import './ui/styles/corner.css';
import './ui/styles/page-marks.css';
import './ui/styles/conditions.css';
import { createRoot } from 'react-dom/client';
import { pageRoot } from '@/components/page/start-page';
import { watchBoxes } from './boxes';
import { BarClient } from './client';
import { connect, docked } from './connect';
import { listenToKeys } from './keys';
import { guardClicks } from './sight';
import { App } from './ui/app';

const root = pageRoot();

void connect().then((line) => {
  if (!line) return;
  const client = new BarClient(line);
  listenToKeys(client);
  if (docked) document.documentElement.classList.add('docked');
  else {
    watchBoxes(root, (boxes) => line.post({ boxes }));
    guardClicks(root, client);
  }
  createRoot(root).render(<App client={client} />);
  line.post({ ready: true });
});
