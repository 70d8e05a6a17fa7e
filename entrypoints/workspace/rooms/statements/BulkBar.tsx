/** What can be done with all selected statements at once: one step, taken back by one undo. */
import { InfluenceChoice } from '@/components/influence/InfluenceChoice';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import type { Codebook, Tag, TagChange } from '@/lib/model';
import styles from './BulkBar.module.css';
import { type Dial, isChoice } from './dials';

export function BulkBar({
  statements,
  tags,
  others,
  isNarrowed,
  codebooks,
  inUse,
  dials,
  onChange,
  onDelete,
  onNone,
  onExport,
}: {
  /** How many are selected. */
  statements: number;
  /** The reader's own tags on them, of those that fit the filters. */
  tags: readonly Tag[];
  /** How many are other coders', which stay as they are. */
  others: number;
  /** The filters part the tags of a statement. */
  isNarrowed: boolean;
  codebooks: readonly Codebook[];
  inUse: readonly Codebook[];
  dials: readonly Dial[];
  onChange: (change: TagChange) => void;
  onDelete: () => void;
  onNone: () => void;
  onExport: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menus, not of form fields
    <div className={styles.bar} role="group" aria-label="Selected statements">
      <span className={styles.words} role="status">
        {counted(statements, 'statement')} selected:{' '}
        {tags.length ? counted(tags.length, 'tag') : 'no tag'} of yours
        {isNarrowed ? ' that fit the filters' : ''}
        {others ? `, and ${counted(others, 'tag')} of other coders, which stay as they are` : ''}
      </span>
      <Button look="link" onClick={onNone}>
        Select none
      </Button>
      <Button look="quiet" onClick={onExport}>
        Export these
      </Button>
      {tags.length ? (
        <div className={styles.menus}>
          <Menu label="Set the influence" trigger={<Trigger>Influence</Trigger>}>
            <InfluenceChoice
              codebooks={codebooks}
              among={inUse}
              value={null}
              onChange={({ codebook, influenceId }) =>
                onChange({
                  ...{ codebookId: codebook.id, codebookVersion: codebook.version },
                  influenceId,
                })
              }
            />
          </Menu>
          {dials
            .filter((dial) => isChoice(dial, tags))
            .map(({ id, name, optionsFor, of }) => (
              <Menu
                key={id}
                label={`Set the ${name.toLowerCase()}`}
                trigger={<Trigger>{name}</Trigger>}
              >
                <MenuChoice
                  label={`Set the ${name.toLowerCase()} of ${counted(tags.length, 'tag')}`}
                  value={common(tags, of)}
                  onChange={(value) => {
                    const chosen = optionsFor(tags).find((one) => one.value === value);
                    if (chosen) onChange(chosen.change);
                  }}
                  options={optionsFor(tags)}
                />
              </Menu>
            ))}
          <Button look="danger" onClick={onDelete}>
            Delete {counted(tags.length, 'tag')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Trigger({ children }: { children: string }) {
  return (
    <>
      {children}
      <Icon name="chevron" size={14} />
    </>
  );
}

/** The value that all have; none of the options where they differ. */
function common(tags: readonly Tag[], of: (tag: Tag) => string): string | undefined {
  const values = new Set(tags.map(of));
  return values.size === 1 ? [...values][0] : undefined;
}
