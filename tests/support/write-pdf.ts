/** Writes small PDFs: pages of text in Helvetica at given places, the information dictionary, XMP and an outline. */

export interface PdfText {
  x: number;
  y: number;
  text: string;
  size?: number;
}

export interface Written {
  pages: readonly (readonly PdfText[])[];
  info?: Readonly<Record<string, string>>;
  xmp?: string;
  outline?: readonly string[];
}

const escaped = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`;

/** The bytes of a file (ISO 32000-1), uncompressed; letters are those of Latin-1. */
export function writePdf({ pages, info = {}, xmp, outline = [] }: Written): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (text: string, more = ''): string =>
    `<< /Length ${text.length} ${more}>>\nstream\n${text}\nendstream`;
  const font = add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  // The tree of pages comes behind them, at a place that is known before.
  const tree = 1 + 2 * pages.length + 1;
  const kids = pages.map((texts) => {
    const drawn = texts
      .map(
        ({ x, y, text, size = 10 }) =>
          `BT /F1 ${size} Tf ${x} ${800 - y} Td ${escaped(text)} Tj ET`,
      )
      .join('\n');
    const contents = add(stream(drawn));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 800] /Contents ${contents} 0 R ` +
        `/Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  add(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  );
  const catalog: string[] = [`/Type /Catalog /Pages ${tree} 0 R`];
  if (xmp) catalog.push(`/Metadata ${add(stream(xmp, '/Type /Metadata /Subtype /XML '))} 0 R`);
  if (outline.length) {
    const first = objects.length + 2;
    catalog.push(`/Outlines ${first - 1} 0 R`);
    add(`<< /Type /Outlines /First ${first} 0 R /Last ${first + outline.length - 1} 0 R >>`);
    outline.forEach((title, i) => {
      const next = i < outline.length - 1 ? ` /Next ${first + i + 1} 0 R` : '';
      const before = i > 0 ? ` /Prev ${first + i - 1} 0 R` : '';
      add(
        `<< /Title ${escaped(title)} /Parent ${first - 1} 0 R${next}${before} /Dest [${kids[0]} 0 R /Fit] >>`,
      );
    });
  }
  const root = add(`<< ${catalog.join(' ')} >>`);
  const facts = add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${escaped(value)}`)
      .join(' ')} >>`,
  );
  let out = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) out += `${String(at).padStart(10, '0')} 00000 n \n`;
  out += `trailer << /Size ${objects.length + 1} /Root ${root} 0 R /Info ${facts} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(out, (sign) => sign.charCodeAt(0));
}
