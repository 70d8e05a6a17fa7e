/** The workspace: the whole review on a full page. */
import '@/components/tokens.css';
import '@/components/base.css';
import { startPage } from '@/components/page/start-page';
import { TipProvider } from '@/components/ui/Tip';
import { App } from './App';
import { rooms } from './rooms';
import { parseRoute } from './use-route';

// While the database opens.
rooms[parseRoute(location.hash).room].preload();

startPage(
  <TipProvider>
    <App />
  </TipProvider>,
);
