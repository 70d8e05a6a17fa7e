/** A statement with its citation, as it is copied: plain, and with italics for word processors. */
import { corrected, isRetracted, type Paper, type Statement } from '@/lib/model';
import { type CitationStyle, type CitedQuote, citedAsText, citedQuote, linkTo } from '@/lib/text';
import { shortCitation } from '../paper/cite';

export function copiedQuote(
  { quote, page, section }: Pick<Statement, 'quote' | 'page' | 'section'>,
  paper: Paper,
  as: { style?: CitationStyle; number?: number | undefined } = {},
): { text: string; html: string } {
  const facts = corrected(paper, paper.readerFields);
  const cited = citedQuote(
    { quote, page, section: section?.title },
    {
      ...{ ...facts, url: linkTo(facts.url, ...paper.urls), name: shortCitation(facts) },
      isRetracted: isRetracted(facts),
    },
    as,
  );
  return { text: citedAsText(cited), html: asHtml(cited) };
}

/** Made of elements, so that no letter of a page or a file is read as markup. */
function asHtml({ quote, isBlock, citation, reference }: CitedQuote): string {
  const words = document.createElement(isBlock ? 'blockquote' : 'p');
  words.append(`${quote} ${citation}`);
  const source = document.createElement('p');
  for (const { text, isItalic } of reference) {
    const run = isItalic ? document.createElement('i') : document.createTextNode('');
    run.textContent = text;
    source.append(run);
  }
  return `${words.outerHTML}${source.outerHTML}`;
}
