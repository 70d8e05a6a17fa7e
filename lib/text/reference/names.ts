/** Names of authors as references and citations print them. */
import { type CitedAuthor, clean } from './cited';

export const nameOf = ({ family, literal }: CitedAuthor): string => clean(family || literal);

/** "Mirbahaeddin & Chreim", "Ibrahim et al."; "" without authors. */
export function authorsInText({ authors }: { authors: readonly CitedAuthor[] }): string {
  const names = authors.map(nameOf).filter(Boolean);
  const [first = '', second = ''] = names;
  if (names.length > 2) return `${first} et al.`;
  return names.length === 2 ? `${first} & ${second}` : first;
}

/**
 * The given names as their initials: each name has a list of those of its parts. "NM" and "N.M." are two names, "Jean-Paul"
 * is one of two parts. Names of scripts without initials stay whole.
 */
export function initialsOf(given = ''): string[][] {
  return clean(given)
    .split(/[\s.]+/)
    .filter(Boolean)
    .flatMap((name) => (isInitials(name) ? [...name] : name))
    .map((name) => name.split('-').filter(Boolean).map(initialOf))
    .filter((parts) => parts.length);
}

/** "NM": as PubMed prints them. */
const isInitials = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name);

function initialOf(name: string): string {
  const [first = ''] = name;
  return hasCases(first) ? first.toUpperCase() : name;
}

/** Is it of a script that has capitals, and so initials? */
export const hasCases = (letter: string): boolean => letter.toUpperCase() !== letter.toLowerCase();
