/** pdf.js's own viewer components, and nothing else: what the reader's page is compared with. Runs in a page. */
import * as pdfjs from '/pdfjs/build/pdf.min.mjs';

globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/web/pdf_viewer.mjs');

pdfjs.GlobalWorkerOptions.workerPort = new Worker('/pdfjs/build/pdf.worker.min.mjs', {
  type: 'module',
});
const response = await fetch(new URLSearchParams(location.search).get('file'));
const file = await pdfjs.getDocument({
  data: new Uint8Array(await response.arrayBuffer()),
  cMapUrl: '/pdfjs/cmaps/',
  cMapPacked: true,
  standardFontDataUrl: '/pdfjs/standard_fonts/',
  wasmUrl: '/pdfjs/wasm/',
  useWasm: false,
  isEvalSupported: false,
  enableXfa: false,
}).promise;
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({
  container: document.getElementById('container'),
  eventBus,
  linkService,
  removePageBorders: true,
});
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => {
  viewer.currentScaleValue = 'auto';
});
viewer.setDocument(file);
linkService.setDocument(file, null);
