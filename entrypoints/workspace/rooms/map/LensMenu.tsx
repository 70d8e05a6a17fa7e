/** Which codebook the map is seen through: a visible control, as the choice changes every row. */
import { lensTargets } from '@/components/map/use-books';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import type { Codebook, Review } from '@/lib/model';
import { displayText } from '@/lib/text';

/** With blanks, as no id of a codebook is. */
const OWN = 'own codebooks';

export function LensMenu({
  review,
  books,
  target,
  onOpen,
  onChange,
}: {
  review: Review;
  /** Those to choose from. */
  books: readonly Codebook[];
  /** The one in force; null for the review's own. */
  target: Codebook | null;
  onOpen: () => void;
  onChange: (codebookId: string | null) => void;
}) {
  const shown = target ? displayText(target.shortName ?? target.name) : OWN;
  return (
    <Menu
      align="end"
      label={`Seen through: ${target?.name ?? OWN}`}
      onOpen={onOpen}
      trigger={
        <>
          Seen through: {shown}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label="Seen through"
        value={target?.id ?? OWN}
        onChange={(id: string) => onChange(id === OWN ? null : id)}
        options={[
          { value: OWN, text: 'Own codebooks', hint: 'Each influence as it was tagged' },
          ...lensTargets(books, review).map(({ id, name, shortName, version }) => ({
            value: id,
            text: name,
            hint: displayText([shortName, `version ${version}`].filter(Boolean).join(' · ')),
          })),
        ]}
      />
    </Menu>
  );
}
