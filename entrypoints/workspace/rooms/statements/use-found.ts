/** What the address asks for, and the statements that answer to it. */
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSliced } from '@/components/ui/use-sliced';
import { changeQuery, useRoute } from '../../use-route';
import { type Asked, askedIn, orderOf } from './address';
import { SEARCH } from './facet-ids';
import { type Counted, countFacets, type Wanted, wantedOf } from './facets';
import type { StatementLine, Statements } from './lines';
import { ordered, searchLines } from './search';

export interface Found {
  lines: readonly StatementLine[];
  counted: Counted<StatementLine>;
  wanted: Wanted;
  /** Something is asked of tags, so that a statement may have tags that fit and tags that do not. */
  parts: boolean;
  /** How many lines hold a searched word with a slip only. */
  slips: number;
}

const NOTHING: Found = {
  counted: { shown: [], counts: [], inNumbers: [] },
  ...{ lines: [], wanted: [], parts: false, slips: 0 },
};

export function useAsked(): {
  asked: Asked;
  /** What the field holds. */
  typed: string;
  type: (text: string) => void;
} {
  const { query } = useRoute();
  const text = query.toString();
  const now = useMemo(() => askedIn(new URLSearchParams(text)), [text]);
  const [typed, type] = useTypedSearch(now.search);
  // A key is on screen before its search is.
  return { asked: useDeferredValue(now), typed, type };
}

export function useFound(statements: Statements | undefined, asked: Asked): Found {
  const find = useCallback(
    () => (statements ? findIn(statements, asked) : undefined),
    [statements, asked],
  );
  return useSliced(find) ?? NOTHING;
}

/** Each yield is a moment at which the page can have its turn. */
function* findIn(statements: Statements, asked: Asked): Generator<undefined, Found, undefined> {
  const { search, chosen } = asked;
  const { lines: all, table, vocabulary } = statements;
  const answers = yield* searchLines(all, vocabulary, search);
  const counted = yield* countFacets([...answers.keys()], table, chosen);
  const wanted = wantedOf(table, chosen);
  const lines = ordered(counted.shown, orderOf(asked), answers, wanted);
  yield;
  const slips = lines.reduce((n, line) => n + (answers.get(line)?.slips ? 1 : 0), 0);
  const parts = table.ofTags.some(({ id }) => chosen[id]);
  return { lines, counted, wanted, parts, slips };
}

/** The field at once, the address behind it: one step back leads out of a search, not letter by letter. */
function useTypedSearch(asked: string): [string, (text: string) => void] {
  const [typed, setTyped] = useState(asked);
  // Back, or a link, has asked for something else.
  useEffect(() => setTyped(asked), [asked]);
  const type = (text: string) => {
    setTyped(text);
    changeQuery({ [SEARCH]: text || undefined }, { replace: Boolean(asked && text) });
  };
  return [typed, type];
}
