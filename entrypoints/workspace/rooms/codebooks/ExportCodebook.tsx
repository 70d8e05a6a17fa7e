/** The files in which one codebook can leave. */

import { Icon } from '@/components/ui/Icon';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { saveFile } from '@/components/ui/save-file';
import { codebookFileName, codebookFormats } from '@/lib/exchange';
import { type Codebook, now } from '@/lib/model';

export function ExportCodebook({ book }: { book: Codebook }) {
  // REFI-QDA has no codebook without codes, and an empty table is of no use to anybody.
  const formats = codebookFormats.filter(
    ({ id }) => book.influences.length || id === 'codebook-json',
  );
  return (
    <Menu
      label={`Export ${book.name}`}
      align="end"
      trigger={
        <>
          Export
          <Icon name="chevron" size={12} />
        </>
      }
    >
      {formats.map((format) => (
        <MenuItem
          key={format.id}
          hint={format.hint}
          onClick={() => {
            const name = codebookFileName(book.shortName ?? book.name, format, now());
            saveFile(name, format.mime, format.write(book));
          }}
        >
          {format.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
