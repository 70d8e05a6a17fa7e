/** The workspace: the whole review on a full page. */
import '@/components/tokens.css';
import '@/components/base.css';
import { createRoot } from 'react-dom/client';
import { TipProvider } from '@/components/ui/Tip';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('workspace.html has no #root');
createRoot(root).render(
  <TipProvider>
    <App />
  </TipProvider>,
);
