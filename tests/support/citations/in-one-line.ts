/** A citation in one line, for tables of prints and what is read in each. */
import type { Citation } from '../../../lib/text/citation';

const named = (name: string, value: string | undefined) => (value ? [`${name} ${value}`] : []);

/** A citation as it was read: "Berg, A. | Dahl, C. » Falls at night » J. Care » 1999 » volume 12 » pages 45-67". */
export function inOneLine({
  authors,
  title,
  container,
  year,
  volume,
  issue,
  pages,
  doi,
}: Citation): string {
  const names = authors.map(
    ({ literal, family, given }) => literal ?? [family, given].filter(Boolean).join(', '),
  );
  return [names.join(' | '), title, container, year]
    .filter(Boolean)
    .concat(
      named('volume', volume),
      named('issue', issue),
      named('pages', pages),
      named('doi', doi),
    )
    .join(' » ');
}
