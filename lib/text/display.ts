/**
 * Foreign text (of a page, a file, another coder) on its way to the reader's eyes. Characters that act on the
 * text around them instead of showing anything are written out: a bidi override makes `gnp.exe` read
 * "exe.png", an escape sequence steers a terminal. Stored text is never changed: a quote stays exact.
 */

/**
 * C0 and C1 controls other than tab and line ends; embeddings, overrides and isolates with their ends (an
 * end without a beginning would close the isolation that we put around the text); the deprecated format
 * characters and annotation anchors. The marks LRM, RLM and ALM stay: they move only the neutral signs
 * beside them, and titles of right-to-left languages need them.
 */
const ACTING = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/gu;

/** U+2400 is the picture of U+0000, and so on; DEL has its own. */
const FIRST_PICTURE = 0x2400;
const PICTURE_OF_DEL = '\u2421';

/** The text as it may be put on a page, into an attribute or a file for reading: "␛[2J", "⟨U+202E⟩gnp.exe". */
export function displayText(text: string): string {
  return text.replace(ACTING, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(FIRST_PICTURE + code);
    if (code === 0x7f) return PICTURE_OF_DEL;
    return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}

/** JSON as it may be shown and edited: what acts on the text around it is written as an escape, which JSON reads back. */
export const displayJson = (json: string): string =>
  json.replace(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** With a capital, as at the start of a sentence. */
export const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
