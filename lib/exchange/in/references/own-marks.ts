/** What our own exports add to a paper for other programs (lib/exchange/out): it is not the paper's, and goes when it returns. */
import { IN_PRESS, LONGEST_SHORT_TEXT, type Notice } from '../../../model';
import {
  ELIGIBILITY,
  INFLUENCE,
  NEXT_NOTE,
  NEXT_NOTICE,
  NOTICE_KINDS,
  NOTICE_WORD,
  OVERVIEW,
  PART,
  PREPRINT_OF,
  PROGRESS,
  SAID_OF_INFLUENCES,
  TAG_NOTE,
} from '../../own-words';
import { isTagNote } from './tag-notes';

/** How far a paper was read, and what it is tagged with. */
const KEYWORDS = [PROGRESS, ELIGIBILITY, INFLUENCE];

type Stated = readonly (string | undefined)[];

interface OwnTexts {
  status: Stated;
  preprintOf: Stated;
}

interface Rest {
  keywords: string[];
  notes: string[];
  /** Each of one tag, which is matched by its id. */
  tagNotes: string[];
  texts: OwnTexts;
  /** A library's mark is a fact of the paper; its text is in our note where it is from us. */
  notices: Notice[];
}

/** Keywords and notes without them, and the facts that were written as notes and keywords. */
export function withoutOwnMarks(words: readonly string[], joinedNotes: readonly string[]): Rest {
  const keywords = words.map((word) => word.trim());
  const labels = keywords.filter((word) => word.startsWith(INFLUENCE));
  const tallies = new Set(
    labels.flatMap((word) =>
      SAID_OF_INFLUENCES.map((stance) => `${word.slice(INFLUENCE.length)}: ${stance}`),
    ),
  );
  const notes = joinedNotes.flatMap(apart);
  const facts = notes.map(factsIn);
  const told = facts.flatMap(({ notices = [] }) => notices);
  const marks = NOTICE_KINDS.filter(
    (kind) => keywords.includes(NOTICE_WORD[kind]) && !told.some((notice) => notice.kind === kind),
  ).map((kind): Notice => ({ kind, text: NOTICE_WORD[kind] }));
  return {
    keywords: keywords.filter(
      (word) =>
        !KEYWORDS.some((start) => word.startsWith(start)) &&
        !tallies.has(word) &&
        !NOTICE_KINDS.some((kind) => word === NOTICE_WORD[kind]),
    ),
    notes: notes.filter((note) => !note.startsWith(OVERVIEW) && !isTagNote(note)),
    tagNotes: notes.filter(isTagNote),
    texts: {
      status: facts.map(({ status }) => status),
      preprintOf: facts.map(({ preprintOf }) => preprintOf),
    },
    notices: [...told, ...marks],
  };
}

/** Notes that a format holds in one text. A quote may hold the same sign, so only what begins as ours is taken apart. */
function apart(note: string): string[] {
  if (!note.startsWith(OVERVIEW) && !note.startsWith(TAG_NOTE)) return [note];
  const [first = '', ...tags] = note.split(NEXT_NOTE + TAG_NOTE);
  return [first, ...tags.map((tag) => TAG_NOTE + tag)];
}

interface OwnFacts {
  status?: string;
  preprintOf?: string;
  notices?: Notice[];
}

function factsIn(note: string): OwnFacts {
  if (!note.startsWith(OVERVIEW)) return {};
  const { notices, rest } = noticesIn(note.slice(OVERVIEW.length));
  const parts = rest.split(PART);
  const link = parts.find((part) => part.startsWith(PREPRINT_OF))?.slice(PREPRINT_OF.length);
  return {
    ...(link && /^https:\/\/doi\.org\/\S+$/.test(link) && { preprintOf: link }),
    ...(parts.includes(IN_PRESS) && { status: IN_PRESS }),
    notices,
  };
}

/** "Retracted (its words); Corrected | the rest": what the words say is the journal's, and may hold any of these signs. */
function noticesIn(text: string): { notices: Notice[]; rest: string } {
  const notices: Notice[] = [];
  let rest = text;
  for (let isMore = true; isMore; ) {
    const kind = NOTICE_KINDS.find((one) => startsPart(rest, NOTICE_WORD[one]));
    if (!kind) break;
    const after = rest.slice(NOTICE_WORD[kind].length);
    const end = after.startsWith(' (') ? endOfWords(after) : 0;
    const words = after.slice(2, Math.max(end - 1, 2)).slice(0, LONGEST_SHORT_TEXT);
    notices.push({ kind, text: words || NOTICE_WORD[kind] });
    isMore = after.startsWith(NEXT_NOTICE, end);
    rest = after.slice(end + (isMore ? NEXT_NOTICE : PART).length);
  }
  return { notices, rest };
}

const startsPart = (text: string, word: string): boolean =>
  text.startsWith(word) &&
  ['', ' (', NEXT_NOTICE, PART].some((sign) =>
    sign ? text.startsWith(sign, word.length) : text.length === word.length,
  );

/** Behind the bracket that closes them: the first one that a part, a further notice or nothing follows. */
function endOfWords(text: string): number {
  for (let at = text.indexOf(')'); at >= 0; at = text.indexOf(')', at + 1)) {
    const end = at + 1;
    if (end === text.length || text.startsWith(PART, end)) return end;
    const next = text.startsWith(NEXT_NOTICE, end) ? text.slice(end + NEXT_NOTICE.length) : '';
    if (NOTICE_KINDS.some((kind) => startsPart(next, NOTICE_WORD[kind]))) return end;
  }
  return text.length + 1;
}
