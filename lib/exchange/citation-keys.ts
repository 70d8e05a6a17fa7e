/**
 * The names by which those who write refer to papers: "ibrahim2021peer", the same in every file of a review. Made of the first
 * author, the year and the first word of the title that means something. Where several papers come to one name, the one that
 * was first on the list has it as it is, the next one with "b", then "c": a paper that is added later changes no other one's.
 * A key changes when author, year or title are corrected, and when a paper that came before under the same name is removed
 * from the review. Excluded papers keep theirs, whether they are in a file or not.
 */
import { corrected, type Paper } from '../model';
import { looseKey } from '../text';
import { asDistinct } from './distinct';
import { sanitizeText } from './text';
import type { ExportData } from './types';

/** For readers of a file that has keys. */
export const KEY_CHANGES =
  'A citation key changes when author, year or title of its paper are corrected.';

/** Letters that are not another one with a mark. */
const SPELT: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

/** Words that begin titles and are common to many. */
const COMMON_WORDS = new Set(
  (
    'a an the of on in for to and from with by at is are do does how what why when where who can ' +
    'der die das ein eine zur zum von le la les un une des el los las una o os as um uma de il lo gli'
  ).split(' '),
);
const LONGEST_WORD = 20;

/** Words in letters that every program takes in a key; those of other scripts are none. */
const words = (text: string): string[] =>
  looseKey(sanitizeText(text))
    .replace(/[^a-z0-9 ]/g, (letter) => SPELT[letter] ?? '')
    .split(' ')
    .filter(Boolean);

function baseOf(paper: Paper): string {
  const { authors, year, title = '' } = corrected(paper, paper.readerFields);
  const [first] = authors;
  // Of an organisation the first word, of a person the whole family name: "van der Berg" is "vanderberg".
  const name = first?.family
    ? words(first.family).join('')
    : (words(first?.literal ?? '')[0] ?? '');
  const telling = words(title).filter((word) => !COMMON_WORDS.has(word) && !/^\d+$/.test(word));
  const word = telling[0] ?? '';
  const who = name.slice(0, LONGEST_WORD) || (word ? '' : 'paper');
  return `${who}${year ?? 'nd'}${word.slice(0, LONGEST_WORD)}`.replace(/^(?=\d)/, 'p');
}

/** The key of each paper of the review, by its id. */
export function citationKeys(
  data: Pick<ExportData, 'review' | 'papers' | 'reviewPapers'>,
): ReadonlyMap<string, string> {
  const arrived = new Map(
    data.reviewPapers
      .filter(({ reviewId }) => reviewId === data.review.id)
      .map(({ paperId, addedAt }) => [paperId, addedAt]),
  );
  // What is tagged, and not on the list, comes after all that is.
  const when = ({ id, createdAt }: Paper) => arrived.get(id) ?? `~${createdAt}`;
  const sorted = [...data.papers].sort((a, b) => {
    const [one, other] = [`${when(a)} ${a.id}`, `${when(b)} ${b.id}`];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  return new Map([...asDistinct(sorted, baseOf)].map(([{ id }, key]) => [id, key]));
}
