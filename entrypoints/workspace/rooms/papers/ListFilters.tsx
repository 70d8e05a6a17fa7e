/** What narrows and orders the reading list: each button reads what it is set to, each value has its number of papers. */
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { TickMenu } from '@/components/ui/TickMenu';
import styles from '../statements/Facets.module.css';
import { type Counts, optionsOf } from '../statements/facets';
import {
  type AskedList,
  GROUPS,
  groupBy,
  isNarrowed,
  SORTS,
  showAllPapers,
  sortBy,
  toggleOfList,
} from './list-address';
import type { ListTable } from './list-facets';

export function ListFilters({
  asked,
  table,
  counted,
}: {
  asked: AskedList;
  table: ListTable;
  counted: Counts;
}) {
  const { chosen, sort, group } = asked;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menus, not of form fields
    <div className={styles.bar} role="group" aria-label="Filters and order">
      {table.facets.map(({ id, name }) => {
        const options = optionsOf(id, table, counted, chosen);
        // A single value divides nothing.
        if (options.length < 2 && !chosen[id] && id !== 'progress' && id !== 'eligibility')
          return null;
        return (
          <TickMenu
            key={id}
            name={name}
            className={styles.facet}
            options={options}
            onToggle={(key) => toggleOfList(id, key)}
          />
        );
      })}
      <Choice name="Sort" value={sort} options={SORTS} usual="added" onChange={sortBy} />
      <Choice name="Group" value={group} options={GROUPS} usual="none" onChange={groupBy} />
      {isNarrowed(asked) ? (
        <Button look="quiet" onClick={showAllPapers}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

function Choice<T extends string>({
  name,
  value,
  options,
  usual,
  onChange,
}: {
  name: string;
  value: T;
  options: readonly { id: T; text: string }[];
  usual: T;
  onChange: (value: T) => void;
}) {
  const text = options.find(({ id }) => id === value)?.text ?? '';
  return (
    <Menu
      label={`${name}: ${text}`}
      look={value === usual ? 'quiet' : 'plain'}
      className={styles.facet ?? ''}
      trigger={
        <>
          {value === usual ? name : `${name}: ${text}`}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label={name}
        value={value}
        onChange={onChange}
        options={options.map((one) => ({ value: one.id, text: one.text }))}
      />
    </Menu>
  );
}
