/** Text in Markdown files. */
import { displayText } from '../text';
import { oneLine } from './text';

/** Text that Markdown, HTML inside it, and note apps' links and tags leave alone. Only a sign can be escaped, never a digit. */
export function escapeMarkdown(text: string): string {
  return displayText(oneLine(text))
    .replace(/[\\`*_[\]<>#|~^$]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '\\&')
    .replace(/^(\d*)([-+.)])(?=\s|$)/, '$1\\$2');
}
