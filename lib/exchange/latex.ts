/** Text for a .bib file, where LaTeX, BibTeX and their readers each have signs of their own. */
import { oneLine } from './text';

/** A lone brace, though escaped, would unbalance the entry for BibTeX, so braces are names. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '\\': '{\\textbackslash}', '{': '{\\textbraceleft}', '}': '{\\textbraceright}' },
  ...{ '<': '{\\textless}', '>': '{\\textgreater}' },
  ...{ '~': '{\\textasciitilde}', '^': '{\\textasciicircum}', '`': '{\\textasciigrave}' },
  ...{ '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_' },
};

/** A text as it is to be printed: no sign of it is a command, and none joins with the next one (-- and '' would). */
export const latex = (text: string): string =>
  oneLine(text)
    .replace(/[\\{}<>~^`&%$#_]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/([-',])(?=\1)/g, '$1{}');

/** An address or identifier, which is read as it is written: what would end the field is percent-encoded. */
export const verbatim = (text: string): string =>
  oneLine(text).replace(/[\\{}\s]|%(?![0-9a-f]{2})/gi, (sign) => encodeURIComponent(sign));
