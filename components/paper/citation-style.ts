/** In which style references are printed, on what is copied and in files: a preference of this browser. */
import { CITATION_STYLES, type CitationStyle } from '@/lib/text';
import { setPreference } from '../ui/preference';

const STYLE = 'bearing.citation-style';

export const citationStyle = (): CitationStyle => {
  const kept = localStorage.getItem(STYLE) ?? '';
  return Object.hasOwn(CITATION_STYLES, kept) ? (kept as CitationStyle) : 'apa';
};

export const setCitationStyle = (style: CitationStyle): void => setPreference(STYLE, style);
