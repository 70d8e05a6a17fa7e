/** References and citations in the two styles that journals of the field ask for. */
import { apaReference } from './apa';
import { asText, type CitedPaper, type Run } from './cited';
import { vancouverReference } from './vancouver';

export type { CitedAuthor, CitedPaper, Run } from './cited';
export { authorsInText } from './names';

export const CITATION_STYLES = { apa: 'APA 7', vancouver: 'Vancouver' } as const;
export type CitationStyle = keyof typeof CITATION_STYLES;

const REFERENCES: Readonly<Record<CitationStyle, (paper: CitedPaper) => Run[]>> = {
  apa: apaReference,
  vancouver: vancouverReference,
};

/** One entry of a reference list, without its number. */
export const referenceOf = (paper: CitedPaper, style: CitationStyle = 'apa'): Run[] =>
  REFERENCES[style](paper);

export const referenceText = (paper: CitedPaper, style: CitationStyle = 'apa'): string =>
  asText(referenceOf(paper, style));
