/**
 * From the bytes of a file to its text: most programs write UTF-8, some UTF-16 with its mark, older ones on Windows their own.
 * A zip is left as it is.
 */
import { type FileContent, MOST_BYTES, ZIP_START } from './file-text';

/** As much is read before progress is reported. */
const BYTES_AT_ONCE = 1_000_000;
/** Enough for any mark, and for blanks before a bracket. */
const START = 1_024;

/** @param onRead how much was read; from the start again where the file turns out to be in another encoding */
export async function contentOfFile(
  file: Blob,
  onRead: (done: number) => void,
): Promise<FileContent> {
  const start = new Uint8Array(await file.slice(0, START).arrayBuffer());
  if ([...ZIP_START].every((sign, i) => start[i] === sign.charCodeAt(0)))
    // Of one that is too large, as much as shows that it is.
    return new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
  const [first, second, third] = start;
  if (first === 0xff && second === 0xfe) return decoded(file, new TextDecoder('utf-16le'), onRead);
  if (first === 0xfe && second === 0xff) return decoded(file, new TextDecoder('utf-16be'), onRead);
  // JSON, as backups are, is UTF-8 by its standard: a damaged byte is one lost sign, not another encoding of all.
  const isJson = /^\s*[[{]/.test(new TextDecoder().decode(start));
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  if (isJson || isMarked) return decoded(file, new TextDecoder(), onRead);
  try {
    return await decoded(file, new TextDecoder('utf-8', { fatal: true }), onRead);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return decoded(file, new TextDecoder('windows-1252'), onRead);
  }
}

/** In pieces, because a whole file at once has no progress. */
async function decoded(
  file: Blob,
  decoder: TextDecoder,
  onRead: (done: number) => void,
): Promise<string> {
  const parts: string[] = [];
  const source = file.stream().getReader();
  let done = 0;
  for (let next = await source.read(); !next.done; next = await source.read()) {
    parts.push(decoder.decode(next.value, { stream: true }));
    const before = done;
    done += next.value.length;
    if (Math.floor(before / BYTES_AT_ONCE) < Math.floor(done / BYTES_AT_ONCE)) onRead(done);
  }
  return parts.join('') + decoder.decode();
}
