/** As much of a quote as tells the reader which one it was. */
const QUOTE_LENGTH = 90;

/** The first words of a quote; a text without blanks is cut where it is too long. */
export function beginningOf(quote: string): string {
  if (quote.length <= QUOTE_LENGTH) return quote;
  const cut = quote.slice(0, QUOTE_LENGTH);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}
