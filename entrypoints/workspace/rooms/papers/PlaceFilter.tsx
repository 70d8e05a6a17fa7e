/** Which papers of the reading list are shown, by progress or by eligibility, and how many there are of each. */
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import type { countPlaces } from '@/lib/model';

type Counts = ReturnType<typeof countPlaces>;

export function PlaceFilter<T extends keyof Counts>({
  name,
  words,
  shown,
  onChange,
  counts,
  all,
}: {
  name: string;
  words: Readonly<Record<T, string>>;
  shown: T | 'any';
  onChange: (shown: T | 'any') => void;
  counts: Counts;
  all: number;
}) {
  const any = `Any ${name.toLowerCase()}`;
  return (
    <Menu
      label={`${name}: ${shown === 'any' ? 'any' : words[shown]}`}
      align="end"
      trigger={
        <>
          {shown === 'any' ? any : words[shown]}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice<T | 'any'>
        value={shown}
        onChange={onChange}
        options={[
          { value: 'any', text: `${any} (${all})` },
          ...(Object.keys(words) as T[]).map((value) => ({
            value,
            text: `${words[value]} (${counts[value]})`,
          })),
        ]}
      />
    </Menu>
  );
}

/** "12 to read, 3 reading, 40 read; 30 included, 8 excluded, 17 undecided". */
export function countWords(counts: Counts): string {
  const { reading, read, included, excluded, undecided } = counts;
  // An excluded paper need not be read, so without these words the numbers would not add up.
  const rest = excluded ? ' of the others' : '';
  return `${included} included, ${excluded} excluded, ${undecided} undecided; ${counts['to-read']}${rest} to read, ${reading} reading, ${read} read`;
}
