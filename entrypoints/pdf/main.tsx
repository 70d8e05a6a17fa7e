/** The reader of PDFs: a file's pages with its text over them, to be read and tagged like an article on a web page. */
import '@/components/tokens.css';
import '@/components/base.css';
// pdf.js's viewer looks for pdf.js as soon as it is loaded.
import './view/pdfjs';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import './pdf.css';
import { startPage } from '@/components/page/start-page';
import { TipProvider } from '@/components/ui/Tip';
import { App } from './ui/App';

startPage(
  <TipProvider>
    <App />
  </TipProvider>,
);
