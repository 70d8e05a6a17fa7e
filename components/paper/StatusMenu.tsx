/** Where a paper stands on the review's reading list. */
import type { ReadingStatus } from '@/lib/model';
import { Icon } from '../ui/Icon';
import { Menu, MenuChoice } from '../ui/Menu';
import { STATUS_WORDS } from './cite';

const STATUSES = Object.entries(STATUS_WORDS).map(([value, text]) => ({
  value: value as ReadingStatus,
  text,
  hint: value === 'excluded' ? 'In no share and no count' : undefined,
}));

export function StatusMenu({
  status,
  onChange,
  id,
}: {
  /** Undefined: not on the list yet. */
  status: ReadingStatus | undefined;
  onChange: (status: ReadingStatus) => void;
  id?: string;
}) {
  return (
    <Menu
      id={id}
      look="plain"
      label={status ? `Reading status: ${STATUS_WORDS[status]}` : 'Add to the reading list'}
      trigger={
        <>
          {status ? STATUS_WORDS[status] : 'Add to list'}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice value={status} onChange={onChange} options={STATUSES} />
    </Menu>
  );
}
