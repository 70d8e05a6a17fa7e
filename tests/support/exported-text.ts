/** What an export holds as one text: a zip is the text of its files. */
import { strFromU8, unzipSync } from 'fflate';

export function exportedText(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  return Object.values(unzipSync(content))
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}
