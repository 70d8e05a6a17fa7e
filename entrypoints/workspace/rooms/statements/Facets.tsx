/** The filters over the statements: each button says what it is set to, and its menu how many statements each value has. */
import { titleOf } from '@/components/paper/cite';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { TickMenu } from '@/components/ui/TickMenu';
import type { Paper } from '@/lib/model';
import { changeQuery } from '../../use-route';
import { type Asked, NOTHING_CHOSEN, toggle } from './address';
import styles from './Facets.module.css';
import { FACETS, type FacetId } from './facet-values';
import { type Counted, type FacetTable, optionsOf } from './facets';

/** In the order in which readers narrow a list down: by what they said, then by where it was read. */
const SHOWN: readonly FacetId[] = [
  ...(['influence', 'stance', 'direction', 'section', 'basis', 'voice', 'coder'] as const),
  ...(['year', 'type', 'author', 'journal', 'machine', 'eligibility'] as const),
];

export function Facets({
  asked,
  statements: { lines, table },
  counted,
  own,
}: {
  asked: Asked;
  statements: { lines: readonly { paper: Paper }[]; table: FacetTable };
  counted: Pick<Counted<never>, 'counts'>;
  /** The reader, as a coder. */
  own: string | undefined;
}) {
  const { chosen } = asked;
  const papers = (chosen.paper ?? []).map((id) => {
    const paper = lines.find((line) => line.paper.id === id)?.paper;
    return { id, title: paper ? titleOf(paper, paper.urls[0]) : 'A paper that is gone' };
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menus, not of form fields
    <div className={styles.bar} role="group" aria-label="Filters">
      {SHOWN.map((id) => {
        const options = optionsOf(id, table, counted, chosen);
        // A single value divides nothing.
        if (options.length < 2 && !chosen[id]) return null;
        const shown = options.map((one) =>
          id === 'coder' && one.key === own ? { ...one, text: `${one.text}, you` } : one,
        );
        return (
          <TickMenu
            key={id}
            name={FACETS.find((facet) => facet.id === id)?.name ?? id}
            className={styles.facet}
            options={shown}
            onToggle={(key) => toggle(id, key)}
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
        <Button look="quiet" onClick={() => changeQuery(NOTHING_CHOSEN)}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}
