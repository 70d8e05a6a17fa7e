/** The body of a document as XML (WordprocessingML, ECMA-376). */
import { escapeXml } from '../../codebook/xml';
import { shownText } from '../../text';
import type { Block, Caption, Cell, Paragraph, Run, Section, Table } from './shared';
import { CELL_MARGIN } from './styles';

/** A4, with margins of 2 cm, in twentieths of a point. */
const SHORT_SIDE = 11_906;
const LONG_SIDE = 16_838;
const MARGIN = 1_134;
/** A character of a table, on average, and what cells keep free on both sides. */
const CHARACTER = 90;
const PADDING = 2 * CELL_MARGIN;
const INDENT = 200;
/** A row with more characters may go on on the next page: else half of a page stays empty before it. */
const MOST_TOGETHER = 800;

const ALIGN = { start: 'left', end: 'right', centre: 'center' } as const;

/** What the parts of a document share: addresses, each once, and places, each with a number. */
export class Links {
  readonly addresses = new Map<string, string>();
  private places = 0;

  idOf(address: string): string {
    const id = this.addresses.get(address) ?? `link${this.addresses.size + 1}`;
    this.addresses.set(address, id);
    return id;
  }

  /** Names are letters, digits and underscores, at most 40. */
  marked(name: string | undefined, inner: string): string {
    if (name === undefined) return inner;
    this.places += 1;
    return `<w:bookmarkStart w:id="${this.places}" w:name="${name}"/>${inner}<w:bookmarkEnd w:id="${this.places}"/>`;
  }
}

export function bodyXml(sections: readonly Section[], links: Links): string {
  return sections
    .map(({ blocks, isWide }, i) => {
      const end = sectionXml(isWide);
      const isLast = i === sections.length - 1;
      const xml = blocks.map((block, b) => {
        const ending = !isLast && b === blocks.length - 1 ? end : '';
        return blockXml(block, { links, isWide, ending });
      });
      return xml.join('') + (isLast ? end : '');
    })
    .join('');
}

interface Place {
  links: Links;
  isWide: boolean;
  /** The end of its section, which is a property of the section's last paragraph. */
  ending: string;
}

function blockXml(block: Block, place: Place): string {
  if (block.kind === 'table') return tableXml(block, place);
  if (block.kind === 'caption') return captionXml(block, place.links);
  return paragraphXml(block, place);
}

function sectionXml(isWide: boolean): string {
  const [width, height] = isWide ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const turned = isWide ? ' w:orient="landscape"' : '';
  return `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${width}" w:h="${height}"${turned}/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
}

function paragraphXml(
  { style, runs, place }: Omit<Paragraph, 'kind'>,
  { links, ending }: Pick<Place, 'links' | 'ending'>,
): string {
  const words = runs.map((run) => runXml(run, links)).join('');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${ending}</w:pPr>${links.marked(place, words)}</w:p>`;
}

function runXml(run: Run, links: Links): string {
  const { text, bold, italic, address, to } = run;
  const isLink = address !== undefined || to !== undefined;
  const look = `${isLink ? '<w:rStyle w:val="Hyperlink"/>' : ''}${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`;
  const words = `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${textXml(text)}</w:r>`;
  if (address !== undefined)
    return `<w:hyperlink r:id="${links.idOf(address)}">${words}</w:hyperlink>`;
  return to === undefined ? words : `<w:hyperlink w:anchor="${to}">${words}</w:hyperlink>`;
}

/** Line ends and tabs are elements of their own. */
const textXml = (text: string): string =>
  shownText(text)
    .split(/(\r\n?|[\n\u2028\u2029]|\t)/)
    .map((part, i) => {
      if (i % 2) return part === '\t' ? '<w:tab/>' : '<w:br/>';
      return part && `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join('');

const FIELD = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;

/** A field with what it showed when the file was written. */
export const fieldXml = (instruction: string, shown: string): string =>
  `${FIELD('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${FIELD('separate')}<w:r><w:t>${shown}</w:t></w:r>${FIELD('end')}`;

function captionXml({ number, part, text, place }: Caption, links: Links): string {
  // A further part has the number of the first one: Word counts on only where a table begins.
  const counted = fieldXml(`SEQ Table ${part ? '\\c ' : ''}\\* ARABIC`, String(number));
  const label = links.marked(part ? undefined : place, `<w:r>${textXml('Table ')}</w:r>${counted}`);
  const title = `<w:r>${textXml(`${part ? ` ${part}` : ''}. ${text}`)}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>${label}${title}</w:p>`;
}

function tableXml({ widths, head, rows }: Table, { links, isWide }: Place): string {
  const columns = columnWidths(widths, (isWide ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN);
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const heads = head.map((cells, i) => {
    const isLast = i === head.length - 1;
    const drawn = cellsXml(cells, columns, links, isLast ? 'all' : 'groups');
    return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${drawn}</w:tr>`;
  });
  const body = rows.map((cells) => {
    const length = cells.reduce(
      (sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0),
      0,
    );
    const together = length > MOST_TOGETHER ? '' : '<w:trPr><w:cantSplit/></w:trPr>';
    return `<w:tr>${together}${cellsXml(cells, columns, links)}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ReviewTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${heads.join('')}${body.join('')}</w:tbl>`;
}

const RULE =
  '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>';

/** @param ruled of a head: has each cell a line under it, or only those that are over a group of columns? */
function cellsXml(
  cells: readonly Cell[],
  columns: readonly number[],
  links: Links,
  ruled?: 'all' | 'groups',
): string {
  let at = 0;
  return cells
    .map(({ runs, align, span = 1, indent = 0, place, isHeading }) => {
      const width = columns.slice(at, at + span).reduce((sum, one) => sum + one, 0);
      at += span;
      const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      const line = ruled === 'all' || (ruled === 'groups' && runs.length) ? RULE : '';
      const from = indent ? `<w:ind w:left="${indent * INDENT}"/>` : '';
      const to = align === 'start' ? '' : `<w:jc w:val="${ALIGN[align]}"/>`;
      const words = runs.map((run) => runXml(run, links)).join('');
      // A heading over rows stays with the first of them.
      const style = ruled || isHeading ? 'TableHead' : 'TableText';
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}${line}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${from}${to}</w:pPr>${links.marked(place, words)}</w:p></w:tc>`;
    })
    .join('');
}

/** All that columns would take, where there is room for it; else what they need, and to each its part of the rest. */
function columnWidths(widths: Table['widths'], room: number): number[] {
  const [least, most] = [0, 1].map((at) =>
    widths.map((one) => (one[at] ?? 0) * CHARACTER + PADDING),
  ) as [number[], number[]];
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const scaled = (list: readonly number[]) =>
    list.map((one) => Math.floor((one * room) / sum(list)));
  if (sum(most) <= room) return scaled(most);
  if (sum(least) >= room) return scaled(least);
  const part = (room - sum(least)) / (sum(most) - sum(least));
  return least.map((one, i) => Math.floor(one + ((most[i] ?? one) - one) * part));
}
