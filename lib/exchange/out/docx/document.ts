/**
 * A document for Word and its like (Office Open XML, ECMA-376): paragraphs and tables in a few styles. Written here, because
 * a library for it makes ids by chance, dates by the clock and its zip in promises: no two of its files are the same, and its
 * text is not free of what XML forbids.
 */
import { escapeXml } from '../../codebook/xml';
import { shownText } from '../../text';
import { zipped } from '../../zip';
import { bodyXml, fieldXml, Links } from './body';
import type { Section } from './shared';
import { stylesXml } from './styles';

const NS = 'http://schemas.openxmlformats.org';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = `${NS}/officeDocument/2006/relationships`;
const PACKAGE = `${NS}/package/2006`;
const NAMES = `xmlns:w="${NS}/wordprocessingml/2006/main" xmlns:r="${RELATIONS}"`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Without it programs show a document as one of Word 2007. */
const SETTINGS = `${HEAD}<w:settings ${NAMES}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
const FOOTER = `${HEAD}<w:ftr ${NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${fieldXml('PAGE', '1')}</w:p></w:ftr>`;

const PARTS = ['document', 'styles', 'settings', 'footer'] as const;
const KIND = { document: 'document.main' } as Readonly<Record<string, string>>;

export interface DocumentFacts {
  title: string;
  /** ISO 8601. */
  at?: string | undefined;
}

/** The bytes of a .docx file: the same for the same sections and facts. */
export function writeDocument(sections: readonly Section[], facts: DocumentFacts): Uint8Array {
  const links = new Links();
  const body = bodyXml(sections, links);
  const relation = (id: string, kind: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${kind}" Target="${target}"${more}/>`;
  const relations = (list: readonly string[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  return zipped({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${PARTS.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${KIND[part] ?? part}+xml"/>`).join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      relation('document', `${RELATIONS}/officeDocument`, 'word/document.xml'),
      relation('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ]),
    'docProps/core.xml': coreXml(facts),
    'word/document.xml': `${HEAD}<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${HEAD}${stylesXml(NAMES)}`,
    'word/settings.xml': SETTINGS,
    'word/footer.xml': FOOTER,
    'word/_rels/document.xml.rels': relations([
      ...PARTS.slice(1).map((part) => relation(part, `${RELATIONS}/${part}`, `${part}.xml`)),
      ...[...links.addresses].map(([address, id]) =>
        relation(
          id,
          `${RELATIONS}/hyperlink`,
          escapeXml(shownText(address)),
          ' TargetMode="External"',
        ),
      ),
    ]),
  });
}

/** The day is that of the export: the clock is not asked. */
function coreXml({ title, at }: DocumentFacts): string {
  const day = at === undefined ? undefined : `${new Date(at).toISOString().slice(0, 19)}Z`;
  const dates = day
    ? ['created', 'modified']
        .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}</dcterms:${name}>`)
        .join('')
    : '';
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(shownText(title))}</dc:title><dc:creator>Bearing</dc:creator>${dates}</cp:coreProperties>`;
}
