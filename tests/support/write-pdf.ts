/**
 * Writes small PDFs: pages of text in Helvetica and of pictures at given places, the information dictionary, XMP, an outline,
 * printed page numbers, a password, and letters that are named otherwise than they are painted.
 */
import type { Lock } from './rc4';

export interface PdfText {
  x: number;
  y: number;
  text: string;
  size?: number;
  bold?: boolean;
}

/** A picture, as a scan has one for each page. */
export interface PdfPicture {
  picture: { x: number; y: number; width: number; height: number };
}

export interface Written {
  pages: readonly (readonly (PdfText | PdfPicture)[])[];
  info?: Readonly<Record<string, string>>;
  xmp?: string;
  /** Titles, with the pages that they lead to, counted from 0; the first page where none is named. */
  outline?: readonly (string | { title: string; page: number })[];
  /** The printed number of the first page; those of the others follow. */
  firstLabel?: number;
  /** What the text names for a letter that is painted; the letter itself when left out. */
  named?: (letter: string) => string;
  /** What its text is enciphered with, given the file's id. */
  lock?: (id: string) => Lock;
}

const HEIGHT = 800;
const FONTS = ['Helvetica', 'Helvetica-Bold'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const literal = (text: string): string =>
  `(${text.replace(/[\\()]/g, '\\$&').replaceAll('\r', '\\r')})`;

/** The objects of a file, each sealed with its own number where the file has a lock. */
class Objects {
  readonly bodies: string[] = [];
  constructor(readonly lock: Lock | null) {}

  /** The number that the next object gets. */
  get next(): number {
    return this.bodies.length + 1;
  }
  add(body: string): number {
    return this.bodies.push(body);
  }
  private sealed(content: string): string {
    return this.lock ? this.lock.seal(this.next, content) : content;
  }
  /** A string of the object that is added next. */
  string(text: string): string {
    return literal(this.sealed(text));
  }
  stream(content: string, more = ''): number {
    const sealed = this.sealed(content);
    return this.add(`<< /Length ${sealed.length} ${more}>>\nstream\n${sealed}\nendstream`);
  }
}

const code = (letter: string): string =>
  letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase();

function addFonts(objects: Objects, named: Written['named']): string {
  const map = named
    ? `/ToUnicode ${objects.stream(
        `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ` +
          `${LETTERS.length} beginbfchar ` +
          `${[...LETTERS].map((letter) => `<${code(letter)}> <00${code(named(letter))}>`).join(' ')} ` +
          `endbfchar endcmap end`,
      )} 0 R `
    : '';
  const fonts = FONTS.map((name, i) => {
    const font = objects.add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding ${map}>>`,
    );
    return `/F${i + 1} ${font} 0 R`;
  });
  return `/Font << ${fonts.join(' ')} >>`;
}

const drawn = (part: PdfText | PdfPicture): string => {
  if ('picture' in part) {
    const { x, y, width, height } = part.picture;
    return `q ${width} 0 0 ${height} ${x} ${HEIGHT - y - height} cm /Scan Do Q`;
  }
  const { x, y, text, size = 10, bold } = part;
  return `BT /F${bold ? 2 : 1} ${size} Tf ${x} ${HEIGHT - y} Td ${literal(text)} Tj ET`;
};

function addOutline(
  objects: Objects,
  outline: NonNullable<Written['outline']>,
  pages: readonly number[],
): number {
  const root = objects.next;
  const first = root + 1;
  objects.add(`<< /Type /Outlines /First ${first} 0 R /Last ${root + outline.length} 0 R >>`);
  outline.forEach((one, i) => {
    const { title, page } = typeof one === 'string' ? { title: one, page: 0 } : one;
    const next = i < outline.length - 1 ? ` /Next ${first + i + 1} 0 R` : '';
    const before = i > 0 ? ` /Prev ${first + i - 1} 0 R` : '';
    objects.add(
      `<< /Title ${objects.string(title)} /Parent ${root} 0 R${next}${before} /Dest [${pages[page]} 0 R /Fit] >>`,
    );
  });
  return root;
}

/** Sixteen bytes that differ where texts do: four times FNV-1a, each from another beginning. */
function idOf(text: string): number[] {
  return [0, 1, 2, 3].flatMap((turn) => {
    let hash = (0x811c9dc5 + turn) >>> 0;
    for (let i = 0; i < text.length; i++)
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return [24, 16, 8, 0].map((shift) => (hash >>> shift) & 0xff);
  });
}

/** The bytes of a file (ISO 32000-1), uncompressed; letters are those of Latin-1. */
export function writePdf(written: Written): Uint8Array {
  const { pages, info = {}, xmp, outline = [], firstLabel, named, lock } = written;
  // By it viewers tell one file from another.
  const id = idOf(JSON.stringify([pages, info]));
  const key = lock?.(String.fromCharCode(...id)) ?? null;
  const objects = new Objects(key);
  const fonts = addFonts(objects, named);
  const picture = objects.stream(
    String.fromCharCode(0xee, 0x88, 0xcc, 0x77),
    '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 ',
  );
  // The tree of pages comes behind them, at a place that is known before.
  const tree = objects.next + 2 * pages.length;
  const kids = pages.map((parts) => {
    const contents = objects.stream(parts.map(drawn).join('\n'));
    return objects.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 ${HEIGHT}] /Contents ${contents} 0 R ` +
        `/Resources << ${fonts} /XObject << /Scan ${picture} 0 R >> >> >>`,
    );
  });
  objects.add(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  );
  const catalog: string[] = [`/Type /Catalog /Pages ${tree} 0 R`];
  if (firstLabel !== undefined)
    catalog.push(`/PageLabels << /Nums [0 << /S /D /St ${firstLabel} >>] >>`);
  if (xmp) catalog.push(`/Metadata ${objects.stream(xmp, '/Type /Metadata /Subtype /XML ')} 0 R`);
  if (outline.length) catalog.push(`/Outlines ${addOutline(objects, outline, kids)} 0 R`);
  const root = objects.add(`<< ${catalog.join(' ')} >>`);
  const facts = objects.add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${objects.string(value)}`)
      .join(' ')} >>`,
  );
  const trailer = [`/Root ${root} 0 R`, `/Info ${facts} 0 R`];
  const hex = id.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  trailer.push(`/ID [${`<${hex}> `.repeat(2)}]`);
  if (key) trailer.push(`/Encrypt ${objects.add(key.dictionary)} 0 R`);
  return inFile(objects.bodies, trailer.join(' '));
}

function inFile(bodies: readonly string[], trailer: string): Uint8Array {
  let out = '%PDF-1.7\n';
  const offsets = bodies.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) out += `${String(at).padStart(10, '0')} 00000 n \n`;
  out += `trailer << /Size ${bodies.length + 1} ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(out, (sign) => sign.charCodeAt(0));
}
