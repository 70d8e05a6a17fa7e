/**
 * scite reports: each citation statement can be tagged in place. scite's class and confidence stay beside
 * the reader's tag as a machine label. The statement belongs to the paper that makes it, where the report
 * names that one; and it cites the reported paper for what it says, so it starts as second-hand.
 */
import { locate } from '../../lib/anchor';
import type { MachineLabel, PageReport, SectionRef } from '../../lib/model';
import { readSciteReport, sectionKind } from '../../lib/page';
import type { Passage } from './page-text';

export interface ScitePassage extends Passage {
  section?: SectionRef;
  machineLabels: MachineLabel[];
  citingTitle: string | null;
}

/** The report's distinct statements, in page order, with the ranges where they stand. */
export function scitePassages(doc: Document): ScitePassage[] {
  const passages: ScitePassage[] = [];
  for (const statement of readSciteReport(doc).statements) {
    const { quote, label, confidence, section, citingTitle, element } = statement;
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
      citingTitle,
    });
  }
  return passages;
}

/** The page report under which a statement of a scite report is filed: its citing paper's, if it is named. */
export function citingReport(report: PageReport, passage: ScitePassage): PageReport {
  if (!passage.citingTitle) return report;
  return {
    kind: 'article',
    reasons: ['a scite report names it as the citing paper'],
    representation: 'scite-report',
    url: report.url,
    paper: {
      title: passage.citingTitle.slice(0, 2_000),
      authors: [],
      sources: { title: 'site' },
    },
    conflicts: [],
  };
}
