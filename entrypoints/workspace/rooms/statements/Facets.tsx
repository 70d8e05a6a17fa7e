/** The filters over the statements: each button says what it is set to, and its menu how many statements each value has. */
import type { ReactNode } from 'react';
import { titleOf } from '@/components/paper/cite';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { TickMenu } from '@/components/ui/TickMenu';
import type { Paper } from '@/lib/model';
import { type Asked, chooseNothing, toggle } from './address';
import styles from './Facets.module.css';
import { type FacetId, isOwnFacet } from './facet-ids';
import { type Counts, type FacetTable, optionsOf, rangeOption } from './facets';
import { typedRange } from './number-range';

/** In the order in which readers narrow a list down: by what they said, then by where it was read, then by their columns. */
const SHOWN: readonly FacetId[] = [
  ...(['influence', 'stance', 'direction', 'section', 'basis', 'voice', 'site', 'coder'] as const),
  ...(['year', 'type', 'author', 'journal', 'machine', 'eligibility', 'progress'] as const),
  ...(['priority', 'label'] as const),
];

export function Facets({
  asked,
  statements: { lines, table },
  counted,
  own,
  children,
}: {
  asked: Asked;
  statements: { lines: readonly { paper: Paper }[]; table: FacetTable };
  counted: Counts;
  /** The reader, as a coder. */
  own: string | undefined;
  /** Beside what takes all filters away: where else they can be used. */
  children?: ReactNode;
}) {
  const { chosen } = asked;
  const papers = (chosen.paper ?? []).map((id) => {
    const paper = lines.find((line) => line.paper.id === id)?.paper;
    return { id, title: paper ? titleOf(paper, paper.urls[0]) : 'A paper that is gone' };
  });
  const isNumbers = (id: FacetId) =>
    table.facets.some((one) => one.id === id && one.order === 'up');
  /** Of a column of numbers, a range is chosen by typing it. */
  const rangeTyped = (id: FacetId) => (text: string) => {
    const key = typedRange(text);
    return key === undefined || chosen[id]?.includes(key)
      ? undefined
      : rangeOption(id, key, table, counted, false);
  };
  const columns = table.facets.map(({ id }) => id).filter(isOwnFacet);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menus, not of form fields
    <div className={styles.bar} role="group" aria-label="Filters">
      {[...SHOWN, ...columns].map((id) => {
        const options = optionsOf(id, table, counted, chosen);
        // A single value divides nothing.
        if (options.length < 2 && !chosen[id]) return null;
        const shown = options.map((one) =>
          id === 'coder' && one.key === own ? { ...one, text: `${one.text}, you` } : one,
        );
        return (
          <TickMenu
            key={id}
            name={table.facets.find((facet) => facet.id === id)?.name ?? id}
            className={styles.facet}
            options={shown}
            onToggle={(key) => toggle(id, key)}
            {...(isNumbers(id) && { typed: { hint: 'Find, or 20-80', as: rangeTyped(id) } })}
          />
        );
      })}
      {papers.map(({ id, title }) => (
        <Button
          key={id}
          className={styles.facet}
          title={title}
          aria-label={`One paper only, ${title}: show all papers`}
          onClick={() => toggle('paper', id)}
        >
          One paper only <Icon name="close" size={12} />
        </Button>
      ))}
      {Object.keys(chosen).length ? (
        <Button look="quiet" onClick={() => chooseNothing()}>
          Clear filters
        </Button>
      ) : null}
      {children}
    </div>
  );
}
