/** The filters over the statements: each says what it is set to, and how many statements each choice has. */

import { titleOf } from '@/components/paper/cite';
import { STANCE_LOOKS } from '@/components/stance/shapes';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { influenceKey, influencesOf } from '@/lib/codebook/influences';
import { type CoderIndex, SectionKind, Stance } from '@/lib/model';
import type { ReviewData } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from '../statements/StatementsRoom.module.css';
import { type Filter, NO_FILTER, type StatementLine } from '../statements/statement-list';

interface Choice {
  value: string;
  text: string;
}

export function Facets({
  data,
  lines,
  coders,
  filter,
  onChange,
}: {
  data: ReviewData;
  lines: readonly StatementLine[];
  coders: CoderIndex;
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  const index = influencesOf(data.codebooks);
  const byInfluence = tally(lines, ({ tags }) => tags.map(influenceKey));
  const byStance = tally(lines, ({ tags }) => tags.map((t) => t.stance));
  const byBasis = tally(lines, ({ tags }) => tags.map((t) => t.basis));
  const bySection = tally(lines, ({ statement }) => [statement.section?.kind ?? 'other']);
  const byCoder = tally(lines, ({ tags }) => tags.map((t) => coders.resolve(t.coderId)));
  // Over all versions, as on the map.
  const labels = new Map(
    lines.flatMap(({ tags }) =>
      tags.map(({ codebookId, influenceId }) => {
        const ref = { codebookId, influenceId };
        return [influenceKey(ref), index.labelOf(ref)] as const;
      }),
    ),
  );
  const influences: Choice[] = [...byInfluence]
    .sort((a, b) => b[1] - a[1])
    .map(([value, n]) => ({ value, text: `${labels.get(value)} (${n})` }));
  const people: Choice[] = [...byCoder]
    .sort((a, b) => b[1] - a[1])
    .map(([value, n]) => {
      const you = coders.areOne(value, data.own) ? ', you' : '';
      return { value, text: `${coders.name(value)}${you} (${n})` };
    });
  const paper = lines.find((line) => line.paper.id === filter.paper)?.paper;
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const any = Object.entries(filter).some(([key, value]) => key !== 'search' && value);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menus, not of form fields
    <div className={styles.bar} role="group" aria-label="Filters">
      <Facet
        name="Influence"
        value={filter.influence}
        choices={influences}
        onChange={(influence) => set({ influence })}
      />
      <Facet
        name="Stance"
        value={filter.stance}
        choices={Stance.options.map((value) => ({
          value,
          text: `${STANCE_LOOKS[value].character} ${value} (${byStance.get(value) ?? 0})`,
        }))}
        onChange={(stance) => set({ stance })}
      />
      <Facet
        name="Section"
        value={filter.section}
        choices={SectionKind.options.map((value) => ({
          value,
          text: `${value} (${bySection.get(value) ?? 0})`,
        }))}
        onChange={(section) => set({ section })}
      />
      <Facet
        name="Basis"
        value={filter.basis}
        choices={[
          { value: 'own', text: `own finding (${byBasis.get('own') ?? 0})` },
          { value: 'second-hand', text: `second-hand (${byBasis.get('second-hand') ?? 0})` },
        ]}
        onChange={(basis) => set({ basis })}
      />
      {people.length > 1 ? (
        <Facet
          name="Coder"
          value={filter.coder}
          choices={people}
          onChange={(coder) => set({ coder })}
        />
      ) : null}
      {paper ? (
        <Button look="quiet" title={titleOf(paper)} onClick={() => set({ paper: '' })}>
          One paper only <Icon name="close" size={12} />
        </Button>
      ) : null}
      {any ? (
        <Button look="quiet" onClick={() => onChange({ ...NO_FILTER, search: filter.search })}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

function Facet({
  name,
  value,
  choices,
  onChange,
}: {
  name: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}) {
  const chosen = choices.find((choice) => choice.value === value)?.text;
  return (
    <Menu
      label={`${name}: ${chosen ?? 'any'}`}
      look={chosen ? 'plain' : 'quiet'}
      className={styles.facet}
      trigger={
        <>
          {displayText(chosen ?? name)}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        value={value || 'any'}
        onChange={(next) => onChange(next === 'any' ? '' : next)}
        options={[{ value: 'any', text: `Any ${name.toLowerCase()}` }, ...choices]}
      />
    </Menu>
  );
}

/** How many statements have each value; a statement counts once for a value. */
function tally(
  lines: readonly StatementLine[],
  valuesOf: (line: StatementLine) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const value of new Set(valuesOf(line))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
