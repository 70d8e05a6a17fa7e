/** Editorial notices (retraction, concern, correction) of a paper: in each file that names it. */
import type { PaperFacts } from '../model';
import { NEXT_NOTICE, NOTICE_KINDS, NOTICE_WORD } from './own-words';

/** "Retracted", "Corrected", each once. */
export const noticeWords = ({ notices = [] }: PaperFacts): string[] =>
  NOTICE_KINDS.filter((kind) => notices.some((one) => one.kind === kind)).map(
    (kind) => NOTICE_WORD[kind],
  );

/** "Retracted (This article has been retracted); Corrected (Correction to: ...)". */
export function noticeText({ notices = [] }: PaperFacts): string {
  const told = NOTICE_KINDS.flatMap((kind) =>
    notices
      .filter((one) => one.kind === kind)
      .map(({ text }) =>
        text.trim() ? `${NOTICE_WORD[kind]} (${text.trim()})` : NOTICE_WORD[kind],
      ),
  );
  return [...new Set(told)].join(NEXT_NOTICE);
}
