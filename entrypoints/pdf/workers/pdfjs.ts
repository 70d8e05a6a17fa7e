/** The worker in which pdf.js parses the file. What comes out of a file is hostile: nothing here can make a request. */
import '../../background/no-requests';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
