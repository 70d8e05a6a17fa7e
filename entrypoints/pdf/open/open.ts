/** From what the reader opened to an open document, or to the reason why there is none. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openOptions, pdfjs } from '../view/pdfjs';
import { checkHead, type Fetched, fetchFile, readChosen } from './fetch-file';
import { CannotOpen, problems } from './problems';

/** An address, or a file that was chosen or dropped. */
export type Wanted = { url: string } | { file: File };

export interface Opened {
  document: PDFDocumentProxy;
  /** Null for a file of the reader's own machine. */
  url: string | null;
  name: string;
}

export interface Telling {
  /** How much has arrived, from 0 to 1; null where the server does not say how much there is. */
  progress(share: number | null): void;
  /** Asks for the password. @param wrong the last one was */
  password(wrong: boolean): Promise<string>;
}

/** @throws CannotOpen */
export async function openPdf(
  wanted: Wanted,
  telling: Telling,
  signal: AbortSignal,
): Promise<Opened> {
  const fetched: Fetched =
    'url' in wanted
      ? await fetchFile(wanted.url, telling.progress, signal)
      : { data: await readChosen(wanted.file) };
  const host = 'url' in wanted ? new URL(wanted.url).host || null : null;
  // What cannot be ended may arrive when another file is wanted.
  signal.throwIfAborted();
  if ('data' in fetched) checkHead(fetched.data, host);
  const task = pdfjs.getDocument({
    ...openOptions(signal),
    ...('data' in fetched
      ? { data: fetched.data }
      : { url: fetched.parts, withCredentials: true, disableAutoFetch: true, disableStream: true }),
  });
  signal.addEventListener('abort', () => void task.destroy());
  let asked = false;
  task.onPassword = (answer: (password: string) => void) => {
    // That nothing was typed is another reason for pdf.js, and no other for who typed it.
    void telling.password(asked).then(answer, () => task.destroy());
    asked = true;
  };
  try {
    const document = await task.promise;
    const isWeb = 'url' in wanted && !wanted.url.startsWith('file:');
    return { document, url: isWeb ? wanted.url : null, name: nameOf(wanted) };
  } catch (error) {
    if (signal.aborted || error instanceof CannotOpen) throw error;
    if ((error as Error)?.name === 'ResponseException') throw problems.unreachable(host ?? '');
    throw problems.damaged(error);
  }
}

/** What the file is called where nothing else names it. */
export function nameOf(wanted: Wanted): string {
  if ('file' in wanted) return wanted.file.name;
  if (!URL.canParse(wanted.url)) return '';
  const last = new URL(wanted.url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
