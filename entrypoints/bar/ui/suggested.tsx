/** What influences a statement is likely to be about: on request in the search, and as chips where the reader wants them unasked. */
import { useEffect, useState } from 'react';
import type { Suggestion } from '@/lib/codebook/suggest';
import type { Codebook } from '@/lib/model';
import { displayText } from '@/lib/text';
import type { BarClient } from '../client';

/** A suggestion with its reason in words. */
export interface Suggested extends Suggestion {
  because: string;
}

/**
 * Suggestions for a statement; none while their code is on its way, which loads with the first statement that asks.
 * @param asked the best there are, however unsure; else only what is sure enough to be shown by itself
 */
export function useSuggested(
  quote: string | null,
  codebooks: readonly Codebook[],
  asked: boolean,
): Suggested[] {
  const [found, setFound] = useState<{ quote: string | null; list: Suggested[] }>(NOTHING);
  useEffect(() => {
    if (!quote) return;
    let isGone = false;
    void import('@/lib/codebook/suggest').then(({ reasonText, suggestFor }) => {
      if (isGone) return;
      const list = suggestFor(quote, codebooks, { asked }).map((one) => ({
        ...one,
        because: reasonText(one.reason, quote),
      }));
      setFound({ quote, list });
    });
    return () => {
      isGone = true;
    };
  }, [quote, codebooks, asked]);
  return found.quote === quote ? found.list : NOTHING.list;
}

const NOTHING: { quote: null; list: Suggested[] } = { quote: null, list: [] };

/** Chips of what is likely; none where nothing is sure enough. They choose nothing by themselves. */
export function Likely({
  client,
  quote,
  codebooks,
}: {
  client: BarClient;
  quote: string;
  codebooks: readonly Codebook[];
}) {
  const suggested = useSuggested(quote, codebooks, false);
  if (!suggested.length) return null;
  return (
    <fieldset className="likely" aria-label="Likely influences">
      <span className="soft">likely</span>
      {suggested.map(({ codebookId, influenceId, label, because }) => (
        <button
          key={`${codebookId}/${influenceId}`}
          type="button"
          className="likely-chip"
          title={displayText(because)}
          onClick={() => client.influence({ codebookId, influenceId })}
        >
          {displayText(label)}
        </button>
      ))}
    </fieldset>
  );
}
