/** What journals and publishers have said of a paper since it came out: with it wherever a file names it. */
import type { PaperFacts } from '../model';

type Kind = NonNullable<PaperFacts['notices']>[number]['kind'];

/** As keywords and columns have it. */
const NOTICE_WORD: Readonly<Record<Kind, string>> = {
  retraction: 'Retracted',
  concern: 'Expression of concern',
  correction: 'Corrected',
};

/** What matters most, first. */
const ORDER: readonly Kind[] = ['retraction', 'concern', 'correction'];

/** "Retracted", "Corrected", each once. */
export const noticeWords = ({ notices = [] }: PaperFacts): string[] =>
  ORDER.filter((kind) => notices.some((one) => one.kind === kind)).map((kind) => NOTICE_WORD[kind]);

/** "Retracted (This article has been retracted); Corrected (Correction to: ...)". */
export function noticeText({ notices = [] }: PaperFacts): string {
  const told = ORDER.flatMap((kind) =>
    notices
      .filter((one) => one.kind === kind)
      .map(({ text }) =>
        text.trim() ? `${NOTICE_WORD[kind]} (${text.trim()})` : NOTICE_WORD[kind],
      ),
  );
  return [...new Set(told)].join('; ');
}
