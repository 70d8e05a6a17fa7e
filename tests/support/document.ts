/** A document for Word, as mammoth reads it. */
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';

/** Text of HTML without nested tables, with the line ends that it has. */
const textOf = (html: string): string =>
  html
    .replace(/<br ?\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => SIGNS[name] ?? '');
const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

export interface ReadWord {
  html: string;
  /** By rows and cells; the rows of the head first. */
  tables: { head: number; rows: string[][] }[];
  paragraphs: string[];
}

export async function readWord(bytes: string | Uint8Array): Promise<ReadWord> {
  const { value: html, messages } = await mammoth.convertToHtml({
    buffer: Buffer.from(bytes as Uint8Array),
  });
  const wrong = messages.filter(({ type, message }) => type === 'error' || !/style/.test(message));
  if (wrong.length) throw new Error(JSON.stringify(wrong));
  const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) => {
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => textOf(cell)),
    );
    return { head: (/<thead>(.*?)<\/thead>/s.exec(table)?.[1]?.match(/<tr>/g) ?? []).length, rows };
  });
  const outside = html.replace(/<table>.*?<\/table>/gs, '');
  const paragraphs = [...outside.matchAll(/<(p|h1)>(.*?)<\/\1>/gs)].map(([, , one = '']) =>
    textOf(one),
  );
  return { html, tables, paragraphs };
}

/** The parts of a document, by name. */
export const partsOf = (bytes: string | Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes as Uint8Array)).map(([name, part]) => [name, strFromU8(part)]),
  );
