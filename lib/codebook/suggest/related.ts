/**
 * Words that articles on implementation use for the same thing: what a codebook does not list as an alias or cue, and a
 * reader who has typed no more than labels does not list at all. They count for less than what the codebook itself
 * lists (weights.ts), and no line belongs to one codebook.
 *
 * Compiled by Bearing from general knowledge of the field: its determinant frameworks name the lines, its articles, in health
 * care, education and public services, the words and the ways of putting it. A word belongs here where it would be understood in
 * that sense in most fields; one that is usual in another sense is in words.ts as well.
 */
import { INNOVATION, OUTSIDE } from './related-innovation';
import { MEANS } from './related-means';
import { ORGANISATION, PROCESS } from './related-organisation';
import { PEOPLE, type Related } from './related-people';

export const relatedWords = (): Related[] => [
  ...PEOPLE,
  ...ORGANISATION,
  ...PROCESS,
  ...MEANS,
  ...INNOVATION,
  ...OUTSIDE,
];
