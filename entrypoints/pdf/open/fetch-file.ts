/**
 * Fetches the document that the reader opened, and nothing else. The request carries the cookies of its site, because many
 * papers are behind a login, and no referrer.
 */
import { browser } from 'wxt/browser';
import { problems } from './problems';

/** The bytes of a file; or, of a very large one whose server sends parts, its address, which pdf.js then asks for parts. */
export type Fetched = { data: Uint8Array } | { parts: string };

/** Larger files are read in parts, in bytes. */
const WHOLE_BYTES = 100e6;
/** Larger ones that cannot be read in parts are not opened. */
const MOST_BYTES = 250e6;
const MB = 1e6;

/** @throws CannotOpen */
export async function fetchFile(
  url: string,
  tell: (share: number | null) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  const { protocol, host } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '' };
  if (protocol === 'file:') return { data: await readLocal(url, signal) };
  if (protocol !== 'http:' && protocol !== 'https:') throw problems.badAddress();
  const life = new AbortController();
  const ended = AbortSignal.any([signal, life.signal]);
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      signal: ended,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw problems.unreachable(host);
  }
  if (!response.ok) throw problems.refused(response.status, host);
  const length = Number(response.headers.get('content-length')) || null;
  const inParts = /bytes/i.test(response.headers.get('accept-ranges') ?? '');
  if (length && length > WHOLE_BYTES && inParts) {
    life.abort();
    return { parts: url };
  }
  try {
    return { data: await readWhole(response, length, tell, () => life.abort()) };
  } catch (error) {
    if (signal.aborted || (error instanceof Error && 'sentence' in error)) throw error;
    throw problems.unreachable(host);
  }
}

async function readWhole(
  response: Response,
  length: number | null,
  tell: (share: number | null) => void,
  stop: () => void,
): Promise<Uint8Array> {
  const tooLarge = (bytes: number) => {
    stop();
    return problems.tooLarge(Math.round(bytes / MB));
  };
  if (length && length > MOST_BYTES) throw tooLarge(length);
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of streamOf(response)) {
    chunks.push(chunk);
    read += chunk.length;
    if (read > MOST_BYTES) throw tooLarge(read);
    tell(length ? Math.min(1, read / length) : null);
  }
  const data = new Uint8Array(read);
  let at = 0;
  for (const chunk of chunks) {
    data.set(chunk, at);
    at += chunk.length;
  }
  return data;
}

async function* streamOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return;
    yield next.value;
  }
}

async function readLocal(url: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal });
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.aborted) throw error;
    throw (await browser.extension.isAllowedFileSchemeAccess())
      ? problems.unreadable()
      : problems.noFileAccess();
  }
}

/** The bytes of a file that was chosen or dropped. @throws CannotOpen */
export async function readChosen(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw problems.unreadable();
  }
}

/** So far from its beginning a file may say that it is a PDF. */
const HEAD_BYTES = 1_024;

/** @throws CannotOpen unless this is a PDF, as far as its beginning shows */
export function checkHead(data: Uint8Array, host: string | null): void {
  if (data.length === 0) throw problems.empty();
  const head = new TextDecoder('latin1').decode(data.subarray(0, HEAD_BYTES));
  if (head.includes('%PDF-')) return;
  const isMarkup = /^<(?:!doctype|html|head|body|\?xml|script)/i.test(
    head.replace('ï»¿', '').trimStart(),
  );
  throw isMarkup && host ? problems.webPage(host) : problems.notPdf();
}
