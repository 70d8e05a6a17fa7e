/** The side panel (Chromium) or sidebar (Firefox): the reading companion of the tab beside it. */
import '@/components/tokens.css';
import '@/components/base.css';
import { startPage } from '@/components/page/start-page';
import { App } from './App';

startPage(<App />);
