/** First steps: opened once after the install, and from the help; an example is tagged by the code that tags web pages. */
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
