/** The text of a saved page, whatever its encoding. */
export function decodePage(bytes: Uint8Array): string;
