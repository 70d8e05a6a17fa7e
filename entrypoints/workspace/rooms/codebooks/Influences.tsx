/** The influences of a codebook, opened when they are asked for, with their rules and with what holds for all of them. */

import { useMemo, useState } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { atDepth } from '@/components/ui/depth';
import { Kbd } from '@/components/ui/Kbd';
import { depthsOf, influencesOf, isShipped } from '@/lib/codebook';
import { isSameName } from '@/lib/codebook/outline';
import { type RuleLine, ruleLines } from '@/lib/codebook/rule';
import type { Codebook, Influence } from '@/lib/model';
import { type NumberKey, numberOf } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import styles from './Influences.module.css';
import { entriesInWords } from './shelf';

/** Opened lazily: seventeen codebooks have more influences than anyone looks at. */
export function Influences({
  book,
  influences,
  keys,
  open,
}: {
  book: Codebook;
  influences: readonly Influence[];
  keys: readonly NumberKey[];
  open: boolean;
}) {
  const [opened, setOpened] = useState(false);
  const shown = open || opened;
  const index = useMemo(() => influencesOf([book]), [book]);
  const depths = useMemo(() => depthsOf(book), [book]);
  const byId = useMemo(() => new Map(book.influences.map((one) => [one.id, one])), [book]);
  return (
    <details
      open={shown}
      onToggle={(event) => {
        // What a search opened closes with it.
        if (!open) setOpened(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>{entriesInWords(book.kind, influences.length)}</summary>
      {shown ? (
        <>
          {open ? null : <About book={book} />}
          <ul className={styles.influences}>
            {influences.map((influence) => (
              <li
                key={influence.id}
                className={styles.influence}
                style={atDepth(depths.get(influence.id) ?? 0)}
              >
                <span className={styles.label}>
                  {influence.code ? (
                    <span className={styles.soft}>{displayText(influence.code)}</span>
                  ) : null}
                  <Foreign
                    text={index.labelOf({ codebookId: book.id, influenceId: influence.id })}
                  />
                  <NumberKeyOf
                    number={numberOf(keys, { codebookId: book.id, influenceId: influence.id })}
                  />
                  {chipsOf(influence, byId.get(influence.parent ?? '')).map((name) => (
                    <span key={name} className={styles.chip}>
                      <Foreign text={name} />
                    </span>
                  ))}
                  {influence.verified === false ? (
                    <span
                      className={styles.chip}
                      title="Label or definition was not checked against the source"
                    >
                      not checked
                    </span>
                  ) : null}
                  {reported(influence) ? (
                    <span className={styles.chip}>{reported(influence)}</span>
                  ) : null}
                </span>
                <span className={styles.soft} dir="auto">
                  {displayText(influence.definition)}
                </span>
                <Rules influence={influence} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}

/** Its group and its level, where neither its own name nor the influence that it is under tells them. */
const chipsOf = ({ label, group, level }: Influence, above: Influence | undefined): string[] => {
  const isTold = (name: string, before: readonly (string | undefined)[]) =>
    before.some((other) => other !== undefined && isSameName(other, name));
  return [
    ...(group && !isTold(group, [label, above?.group]) ? [group] : []),
    ...(level && !isTold(level, [label, group, above?.level]) ? [level] : []),
  ];
};

/** What holds for all of its influences: how to code with it, what was checked, whose words they are. */
function About({ book }: { book: Codebook }) {
  const { codingRules = [], verification, draftedByUs = [] } = book;
  const has = (field: string) =>
    book.influences.some((one) => one[field as keyof Influence]?.toString());
  const drafted = isShipped(book) ? draftedByUs.filter(has) : [];
  const ours = drafted.flatMap((field) => OURS[field] ?? []);
  if (!codingRules.length && !verification && !ours.length) return null;
  return (
    <div className={styles.about}>
      {codingRules.map((rule) => (
        <p key={rule}>
          <Foreign text={rule} />
        </p>
      ))}
      {ours.length ? <p>In Bearing’s words, not the source’s: {ours.join(', ')}.</p> : null}
      {verification ? (
        <p>
          What was checked: <Foreign text={verification} />
        </p>
      ) : null}
    </div>
  );
}

/** The fields of an influence that `draftedByUs` can name, in words. */
const OURS: Readonly<Record<string, string>> = {
  definition: 'definitions',
  barrierNote: 'how it is a barrier',
  facilitatorNote: 'how it is a facilitator',
  include: 'what to include',
  exclude: 'what to exclude',
  cues: 'cues',
  aliases: 'other names',
};

/** The number key of an influence, where it has one. */
function NumberKeyOf({ number }: { number: number | undefined }) {
  return number ? (
    <span title={`${number} chooses it while tagging`}>
      <Kbd keys={String(number)} boxed />
    </span>
  ) : null;
}

function Rules({ influence }: { influence: Influence }) {
  const found = [
    { term: 'Also called', text: influence.aliases.join(', ') },
    { term: 'Cues', text: influence.cues.join(', ') },
    { term: 'Note', text: influence.note ?? '' },
  ].filter(({ text }) => text);
  const rules: RuleLine[] = [...ruleLines(influence), ...found];
  if (rules.length === 0) return null;
  return (
    <dl className={styles.rule}>
      {rules.map(({ term, text, isQuote }) => (
        <div key={`${term} ${text}`} style={{ display: 'contents' }}>
          <dt>{displayText(term)}</dt>
          <dd dir="auto">{isQuote ? <q>{displayText(text)}</q> : displayText(text)}</dd>
        </div>
      ))}
    </dl>
  );
}

function reported({ reportedBy }: Influence): string {
  if (!reportedBy) return '';
  const { papers, percent } = reportedBy;
  return [
    papers === undefined ? '' : `${papers} papers`,
    percent === undefined ? '' : `${percent} %`,
  ]
    .filter(Boolean)
    .join(', ');
}
