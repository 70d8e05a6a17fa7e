/** What the bench over PDFs runs in Node: making a long file, and reading one. */
import { prose } from '../fixtures/pdf/typeset';
import { type Piece, setInColumns } from '../support/set-pdf';
import { writePdf } from '../support/write-pdf';

export { loadPdf, readForViewer } from '../../lib/pdf';

/** Words of a page in two columns, about. */
const WORDS_A_PAGE = 700;
const WORDS_A_PARAGRAPH = 110;
const PARAGRAPHS_A_SECTION = 18;

/** A file of so many pages of prose in two columns. */
export function longPdf(pages: number): Uint8Array {
  const pieces: Piece[] = [
    { kind: 'title', text: 'Clinics, teams and their plans: all that was ever said' },
  ];
  const paragraphs = Math.ceil((1.2 * pages * WORDS_A_PAGE) / WORDS_A_PARAGRAPH);
  for (let i = 0; i < paragraphs; i++) {
    if (i % PARAGRAPHS_A_SECTION === 0)
      pieces.push({ kind: 'heading', text: `${i / PARAGRAPHS_A_SECTION + 1} Plans of the teams` });
    pieces.push({ kind: 'text', text: prose(WORDS_A_PARAGRAPH, i) });
  }
  const set = setInColumns(pieces, 'Clinics, teams and their plans');
  if (set.length < pages) throw new Error(`There are only ${set.length} pages.`);
  return writePdf({ pages: set.slice(0, pages) });
}
