/**
 * A quote with its citation, as a reviewer pastes it: the words, whose they are and where after them, and the reference. In
 * APA 7 (Publication Manual, 8.25-8.27 for quotes) or in Vancouver, where the paper's number in the review refers to it. The
 * words of the quote are never changed, not even its quotation marks.
 */
import { displayText } from './display';
import {
  authorsInText,
  type CitationStyle,
  type CitedPaper,
  type Run,
  referenceOf,
} from './reference';
import { isRange, pageRange } from './reference/cited';

export interface QuotedWords {
  quote: string;
  /** The printed page. */
  page?: string | undefined;
  /** The heading it is under: named where there is no page. */
  section?: string | undefined;
}

export interface CitedQuote {
  /** With quotation marks, unless it is set apart as a block. */
  quote: string;
  /** 40 words and more are a block of their own (APA 7, 8.27). */
  isBlock: boolean;
  /** "(Ibrahim et al., 2020, p. 12)"; in Vancouver "(23, p. 12)". */
  citation: string;
  reference: readonly Run[];
}

/** Words from which a quote is a block. */
const BLOCK_WORDS = 40;
/** A longer heading, or title in the text, is not read as the name of a place any more. */
const LONGEST_NAME = 60;

/** @param number of the paper in the review's tables, which Vancouver refers to; without one it is named as in APA */
export function citedQuote(
  { quote, page, section }: QuotedWords,
  paper: CitedPaper,
  { style = 'apa', number }: { style?: CitationStyle; number?: number | undefined } = {},
): CitedQuote {
  const words = displayText(quote).trim();
  const isBlock = words.split(/\s+/).length >= BLOCK_WORDS;
  const where = page ? pageText(page) : sectionText(section);
  const isNumbered = style === 'vancouver' && number !== undefined;
  const named = [authorsInText(paper) || titleInText(paper), String(paper.year ?? 'n.d.')];
  const who = isNumbered ? [String(number)] : named;
  const reference = referenceOf(paper, style);
  return {
    quote: isBlock ? words : `“${words}”`,
    isBlock,
    citation: `(${[...who, where].filter(Boolean).join(', ')})`,
    reference: isNumbered ? [{ text: `${number}. ` }, ...reference] : reference,
  };
}

/** The same as plain text. */
export const citedAsText = ({ quote, citation, reference }: CitedQuote): string =>
  `${quote} ${citation}\n\n${reference.map(({ text }) => text).join('')}`;

const pageText = (page: string): string => `${isRange(page) ? 'pp.' : 'p.'} ${pageRange(page)}`;

function sectionText(section = ''): string {
  const name = displayText(section).trim();
  return name && name.length <= LONGEST_NAME ? `${name} section` : '';
}

function titleInText({ title, name }: CitedPaper): string {
  const words = displayText(title ?? '').trim();
  if (!words) return displayText(name).trim();
  if (words.length <= LONGEST_NAME) return `“${words}”`;
  const cut = words.slice(0, LONGEST_NAME + 1);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_NAME / 2)).trim()}…”`;
}
