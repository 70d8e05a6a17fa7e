/** Headings that are only printed in bold: how old pages print them. */
import { plain } from '../../reading/plain';
import type { Block } from '../text/blocks';
import type { Heading } from '../text/walk';
import { titleWords } from './section-kind';

/** The rank of a line in bold: below every tag's. */
const BOLD_RANK = 7;

/**
 * The heading that a block is, when it is a line in bold that opens text.
 * @param next what follows the block
 */
export function boldHeading(block: Block, next: Heading | Block | undefined): Heading | null {
  if (block.kind !== 'text' || block.bold === 0 || block.text.length > 400) return null;
  if (!next || 'heading' in next || (next.kind === 'text' && next.bold > next.text.length * 0.8))
    return null;
  const title = plain(block.text);
  if (title.length > 120 || title.length < 3 || block.bold < title.replace(/\s/g, '').length * 0.85)
    return null;
  if (block.linked > title.length * 0.5 || !/^[\p{Lu}\d¿¡]/u.test(title) || /[;,]$/.test(title))
    return null;
  if (!/\p{L}{3}/u.test(title)) return null;
  const words = titleWords(title.replace(/[.:]$/, ''));
  const named = words.kind !== 'other' || words.references;
  if (/[.:!?]$/.test(title) && !named && title.length > 60) return null;
  return { heading: true, element: block.element, words, rank: BOLD_RANK };
}
