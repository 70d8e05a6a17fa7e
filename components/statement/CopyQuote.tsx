/** Copies a statement with its citation. Within a part that is marked `QUOTED`, the key `q` does the same. */
import { useEffect, useState } from 'react';
import type { Paper, Statement } from '@/lib/model';
import { paperNumber } from '@/lib/store';
import { displayText } from '@/lib/text';
import { citationStyle } from '../paper/citation-style';
import { buttonClass } from '../ui/Button';
import { copyBoth } from '../ui/copy';
import { Icon } from '../ui/Icon';
import { useAct } from '../ui/use-act';
import { copiedQuote } from './copied-quote';

export const COPY_KEY = 'q';
/** The attribute of what the button is in: a statement with all that is said of it. */
export const QUOTED = 'data-quoted';
const COPIES = 'data-copies-quote';

/** Milliseconds for which the button tells that it has copied: as long as a glance back takes. */
const TOLD_FOR = 2_000;

export function CopyQuote({ statement, paper }: { statement: Statement; paper: Paper }) {
  const [isTold, tell] = useState(false);
  const { problem, act } = useAct();
  useEffect(() => {
    if (!isTold) return;
    const timer = setTimeout(() => tell(false), TOLD_FOR);
    return () => clearTimeout(timer);
  }, [isTold]);
  const what = 'Copy the quote with its citation';
  return (
    <>
      <button
        type="button"
        className={buttonClass('quiet', true)}
        aria-label={`${what}: ${displayText(statement.quote.slice(0, 80))}`}
        title={problem ?? `${what} (${COPY_KEY})`}
        {...{ [COPIES]: '' }}
        onClick={() =>
          void act(async () => {
            const style = citationStyle();
            const number = style === 'vancouver' ? await paperNumber(paper.id) : undefined;
            const { html, text } = copiedQuote(statement, paper, { style, number });
            await copyBoth(html, text);
            tell(true);
          })
        }
      >
        <Icon name={problem ? 'warning' : isTold ? 'check' : 'copy'} size={14} />
      </button>
      {problem || isTold ? (
        // There only when it has something to tell: a list has many of these buttons.
        <span className="visually-hidden" role="status">
          {problem ?? 'Quote copied.'}
        </span>
      ) : null}
    </>
  );
}

/** Copies the quote that has the focus, else the one under the pointer. @returns was there one? */
export function copyFocused(target: EventTarget | null): boolean {
  const focused = target instanceof Element ? target.closest(`[${QUOTED}]`) : null;
  const within = focused ?? document.querySelector(`[${QUOTED}]:hover`);
  const button = within?.querySelector<HTMLButtonElement>(`[${COPIES}]`);
  button?.click();
  return Boolean(button);
}
