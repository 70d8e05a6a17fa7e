/** The README lists the keys of tagging mode as the list of commands has them: nothing more, nothing less. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND_GROUPS, COMMANDS, DEFAULT_KEYS, keyLabel } from '../../../lib/tagging';
import { root } from '../../../scripts/browser.mjs';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const [, section = ''] = readme.split('## Keys while tagging');

/** The entries of one group: "`u` undo". */
function listed(title: string): string[] {
  const [, text = ''] = section.split(`- **${title}**: `);
  const [entries = ''] = text.split(/\n(?:-|\n)/);
  return entries
    .replace('without a key at first: ', '')
    .split('·')
    .map((entry) => entry.replace(/\s+/g, ' ').trim());
}

test.each(Object.entries(COMMAND_GROUPS))('%s', (group, title) => {
  const commands = COMMANDS.filter((command) => command.group === group).map(
    ({ id, fixed, also = [], words }) => {
      const keys = [fixed?.label ?? DEFAULT_KEYS.label(id), ...also.map(keyLabel)].filter(Boolean);
      return [...keys.map((key) => `\`${key}\``), words].join(' ');
    },
  );
  expect(listed(title).sort()).toEqual(commands.sort());
});
