/** How the paragraphs and tables of a document look: three lines a table, and type as manuscripts have it. */

const FONT = 'Calibri';
/** Sizes are in half points. */
const BODY = 22;
const SMALL = 18;
/** As journals print tables. */
const TABLE = 16;
/** On both sides of a cell, in twentieths of a point. */
export const CELL_MARGIN = 60;

interface Look {
  size?: number;
  bold?: true;
  italic?: true;
  /** Twentieths of a point. */
  before?: number;
  after?: number;
  keepNext?: true;
  /** All lines but the first are set in. */
  hanging?: number;
  outline?: number;
  jc?: 'right';
}

/** In the order of the schema's elements. */
function paragraphStyle(id: string, name: string, look: Look): string {
  const { size = BODY, bold, italic, before = 0, after = 0, keepNext, hanging, outline, jc } = look;
  return `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}"/>${hanging ? `<w:ind w:left="${hanging}" w:hanging="${hanging}"/>` : ''}${jc ? `<w:jc w:val="${jc}"/>` : ''}${outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

const LINE = 'w:val="single" w:sz="8" w:space="0" w:color="auto"';

export const stylesXml = (names: string): string =>
  [
    `<w:styles ${names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}"/><w:sz w:val="${BODY}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    paragraphStyle('Normal', 'Normal', { after: 120 }),
    paragraphStyle('Title', 'Title', { size: 36, bold: true, after: 120 }),
    paragraphStyle('Subtitle', 'Subtitle', { size: 24, italic: true, after: 240 }),
    paragraphStyle('Heading1', 'heading 1', {
      ...{ size: 28, bold: true, before: 360, after: 120, keepNext: true, outline: 0 },
    }),
    paragraphStyle('Caption', 'caption', { bold: true, before: 240, after: 80, keepNext: true }),
    paragraphStyle('TableText', 'Table Text', { size: TABLE, before: 20, after: 20 }),
    paragraphStyle('TableHead', 'Table Head', {
      ...{ size: TABLE, bold: true, before: 20, after: 20, keepNext: true },
    }),
    paragraphStyle('TableNote', 'Table Note', { size: SMALL, before: 40 }),
    paragraphStyle('Bibliography', 'Bibliography', { after: 120, hanging: 567 }),
    paragraphStyle('Footer', 'footer', { size: SMALL, jc: 'right' }),
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4ED8"/></w:rPr></w:style>',
    `<w:style w:type="table" w:styleId="ReviewTable"><w:name w:val="Review Table"/><w:tblPr><w:tblBorders><w:top ${LINE}/><w:bottom ${LINE}/></w:tblBorders><w:tblCellMar><w:left w:w="${CELL_MARGIN}" w:type="dxa"/><w:right w:w="${CELL_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    '</w:styles>',
  ].join('');
