/** What changed between a stored quote and the page: word by word, and what kinds of words it touches. */
import { fold } from '../text/fold';
import type { ChangeFlag, DiffPart } from '../types';

const TOKEN =
  /[+\u2212-]?\d+(?:[.,\u00b7]\d+)*%?|[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*|\p{N}|[^\s\p{L}\p{N}]/gu;
const MAX_CELLS = 4_000_000;

interface Token {
  key: string;
  start: number;
  end: number;
}

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    key: fold(match[0]).text || match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Word-level difference. Very long and very different texts come back as one removal and one addition. */
export function difference(before: string, after: string): DiffPart[] {
  const a = tokens(before);
  const b = tokens(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.key === b[head]?.key) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail]?.key === b[b.length - 1 - tail]?.key
  ) {
    tail += 1;
  }
  const n = a.length - head - tail;
  const m = b.length - head - tail;
  const parts: DiffPart[] = [];
  const put = (
    op: DiffPart['op'],
    list: Token[],
    source: string,
    from: number,
    to: number,
  ): void => {
    if (to <= from) return;
    const text = source.slice((list[from] as Token).start, (list[to - 1] as Token).end);
    const last = parts[parts.length - 1];
    if (last && last.op === op) last.text += gap(source, list, from) + text;
    else parts.push({ op, text });
  };
  put('same', b, after, 0, head);
  if (n * m > MAX_CELLS) {
    put('removed', a, before, head, head + n);
    put('added', b, after, head, head + m);
  } else {
    const width = m + 1;
    const common = new Uint16Array((n + 1) * width);
    for (let i = n - 1; i >= 0; i -= 1) {
      for (let j = m - 1; j >= 0; j -= 1) {
        common[i * width + j] =
          a[head + i]?.key === b[head + j]?.key
            ? (common[(i + 1) * width + j + 1] as number) + 1
            : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number);
      }
    }
    let i = 0;
    let j = 0;
    while (i < n || j < m) {
      if (i < n && j < m && a[head + i]?.key === b[head + j]?.key) {
        put('same', b, after, head + j, head + j + 1);
        i += 1;
        j += 1;
      } else if (
        i < n &&
        (j >= m || (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))
      ) {
        put('removed', a, before, head + i, head + i + 1);
        i += 1;
      } else {
        put('added', b, after, head + j, head + j + 1);
        j += 1;
      }
    }
  }
  put('same', b, after, b.length - tail, b.length);
  return parts;
}

function gap(source: string, list: Token[], from: number): string {
  const last = list[from - 1];
  const next = list[from];
  return last && next ? source.slice(last.end, next.start) : '';
}

/**
 * English first, then the words for "not", "no" and "without" of the languages that reviews most often
 * meet.
 */
const NEGATIONS = new Set(
  (
    'not no never none nor neither without cannot cant nothing nobody nowhere hardly scarcely barely rarely seldom absent absence ' +
    'lack lacks lacked lacking fail fails failed failure failing unable except despite ' +
    'nicht kein keine keinen keinem keiner ohne nie weder ne pas sans jamais aucun aucune ni sin nunca ning\u00fan ninguno ninguna ' +
    'tampoco n\u00e3o sem nenhum nenhuma non senza mai nessun nessuno nessuna niet geen zonder inte ej ikke utan uden uten'
  ).split(' '),
);
const NEGATED = /n['\u2019]t$/;

/** Whether a word of `text` negates. */
export function negates(text: string): boolean {
  return (text.toLowerCase().match(TOKEN) ?? []).some(
    (word) => NEGATIONS.has(word) || NEGATED.test(word),
  );
}

const NEGATING_PREFIX = /^(?:un|in|im|il|ir|non|dis|anti|mis|a)(?=[\p{L}]{4})/u;

const DIRECTIONS: readonly string[] = [
  'increase increases increased increasing',
  'decrease decreases decreased decreasing',
  'higher lower',
  'high low',
  'highest lowest',
  'more less fewer',
  'most least',
  'greater smaller',
  'larger',
  'positive negative',
  'positively negatively',
  'facilitator facilitators barrier barriers',
  'facilitate facilitates facilitated facilitating hinder hinders hindered hindering',
  'enable enables enabled enabling enabler enablers impede impedes impeded',
  'support supports supported supporting supportive contrast contrasts contrasted contrasting',
  'oppose opposes opposed',
  'better worse',
  'best worst',
  'improve improves improved improving improvement worsen worsens worsened worsening',
  'above below',
  'over under',
  'before after',
  'gain gains gained loss losses lost',
  'rise rises rose rising fall falls fell falling',
  'up down',
  'upward downward',
  'upregulated downregulated',
  'promote promotes promoted promoting inhibit inhibits inhibited inhibiting',
  'strong weak',
  'stronger weaker',
  'strengthen strengthens strengthened weaken weakens weakened',
  'benefit benefits beneficial harm harms harmful',
  'advantage advantages disadvantage disadvantages',
  'success failure',
  'successful unsuccessful',
  'agree agrees agreed disagree disagrees disagreed',
  'include included exclude excluded',
  'present absent',
  'presence absence',
  'many few',
  'frequent rare',
  'always never',
  'all none',
  'faster slower',
  'longer shorter',
  'older younger',
  'early late',
  'earlier later',
  'enhance enhances enhanced enhancing reduce reduces reduced reducing reduction',
  'raise raises raised',
  'favour favours favoured favor favors favored',
  'effective ineffective',
  'significant insignificant nonsignificant',
  'likely unlikely',
  'common uncommon',
  'adequate inadequate',
  'sufficient insufficient',
  'possible impossible',
  'motivated unmotivated',
  'accept accepts accepted reject rejects rejected',
  'confirm confirms confirmed refute refutes refuted',
  'superior inferior',
  'maximum minimum',
  'maximal minimal',
  'activate activates activated deactivate deactivates deactivated',
  'expand expands expanded shrink shrinks shrank',
  'win wins lose loses',
  'growth decline',
  'grow grows grew declines declined',
  'protective risk',
  'with without',
  'for against',
  'major minor',
  'excess deficit',
  'same different',
  'similar dissimilar',
];
const directionWords = new Set(DIRECTIONS.flatMap((line) => line.split(' ')));

const NUMBER_WORDS = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty ' +
    'thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half third quarter twice thrice double triple once dozen first second percent'
  ).split(' '),
);

/** What the removed and added words are about. */
export function flagsOf(diff: readonly DiffPart[]): ChangeFlag[] {
  const removed = new Set<string>();
  const added = new Set<string>();
  for (const part of diff) {
    if (part.op === 'same') continue;
    const into = part.op === 'removed' ? removed : added;
    for (const match of part.text.matchAll(TOKEN))
      into.add(match[0].toLowerCase().replace(/\u2019/g, "'"));
  }
  const flags = new Set<ChangeFlag>();
  const look = (mine: Set<string>, other: Set<string>): void => {
    for (const word of mine) {
      if (/\p{N}/u.test(word) || NUMBER_WORDS.has(word)) flags.add('number');
      if (/^[+\u2212\u2010-\u2015<>\u2264\u2265=-]$/.test(word)) {
        if (!/^[\u2010-\u2015-]$/.test(word)) flags.add('number');
      }
      if (NEGATIONS.has(word) || NEGATED.test(word)) flags.add('negation');
      const bare = word.replace(NEGATING_PREFIX, '');
      if (bare !== word && other.has(bare)) flags.add('negation');
      if (directionWords.has(word)) flags.add('direction');
      if (/\p{L}/u.test(word)) flags.add('words');
    }
  };
  look(removed, added);
  look(added, removed);
  return (['negation', 'number', 'direction', 'words'] as const).filter((flag) => flags.has(flag));
}
