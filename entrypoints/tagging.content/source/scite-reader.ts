/**
 * scite reports: each citation statement can be tagged in place. scite's class and confidence stay beside
 * the reader's tag as a machine label. The statement belongs to the paper that makes it, which the report may name or
 * not; and it cites the reported paper for what it says, so it starts as second-hand.
 */
import { locate } from '../../../lib/anchor';
import type { Author, FieldSource, MachineLabel, PageReport } from '../../../lib/model';
import { citingPrint } from '../../../lib/model/records/quote';
import { readSciteReport, type SciteCiting, sectionKind } from '../../../lib/page';
import { parseName } from '../../../lib/text';
import type { Passage } from './page-text';

export interface ScitePassage extends Passage {
  machineLabels: MachineLabel[];
  /** Who says it, where the report shows that. */
  citing: SciteCiting | null;
}

/** The report's distinct statements, in page order, with the ranges where they stand. */
export function scitePassages(doc: Document): ScitePassage[] {
  const passages: ScitePassage[] = [];
  for (const statement of readSciteReport(doc).statements) {
    const { quote, label, confidence, section, citing, element } = statement;
    const selectors = {
      quote: { type: 'TextQuoteSelector' as const, exact: quote, prefix: '', suffix: '' },
    };
    const [located] = locate([selectors], element);
    if (!located?.range) continue;
    passages.push({
      range: located.range,
      quote,
      basis: 'second-hand',
      ...(section && { section: { title: section.slice(0, 2_000), kind: sectionKind(section) } }),
      machineLabels: [{ by: 'scite', label, ...(confidence !== null && { confidence }) }],
      citing,
    });
  }
  return passages;
}

/**
 * The page report under which a statement of a scite report is filed: the citing paper's, as far as the report names
 * it. One that it does not name is a paper of its own, never the reported one.
 */
export function citingReport(report: PageReport, { citing, quote }: ScitePassage): PageReport {
  const fields = citing
    ? { ...citing, authors: authorsOf(citing) }
    : { authors: [], fingerprint: citingPrint(report.url, quote) };
  const named = Object.keys(citing ?? {}).map((field): [string, FieldSource] => [field, 'site']);
  return {
    kind: 'article',
    reasons: [
      citing ? 'a scite report names it as the citing paper' : 'a scite report quotes it unnamed',
    ],
    representation: 'scite-report',
    url: report.url,
    quoted: true,
    paper: { ...fields, sources: Object.fromEntries(named) },
    conflicts: [],
  };
}

const authorsOf = ({ authors = [] }: SciteCiting): Author[] =>
  authors.map((name) => parseName(name) ?? { literal: name });
