/** The side panel (Chromium) or sidebar (Firefox): the reading companion of the tab beside it. */
import '@/components/tokens.css';
import '@/components/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('sidepanel.html has no #root');
createRoot(root).render(<App />);
