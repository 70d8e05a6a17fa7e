/** The help: what a tag is, every key, and what the reader is promised. */
import '@/components/tokens.css';
import '@/components/base.css';
import { startPage } from '@/components/page/start-page';
import { App } from './App';

startPage(<App />);
