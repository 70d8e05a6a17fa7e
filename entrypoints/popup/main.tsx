/** The popup: this page's paper and the running evidence map, behind the toolbar button. */
import '@/components/tokens.css';
import '@/components/base.css';
import { startPage } from '@/components/page/start-page';
import { TipProvider } from '@/components/ui/Tip';
import { App } from './App';

startPage(
  <TipProvider>
    <App />
  </TipProvider>,
);
