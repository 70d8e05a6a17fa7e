/**
 * What a review holds that a format may have no place for, in words. Each exporter names what it cannot carry; the room shows
 * that, and a test looks for each of the others in the file.
 */
export const CARRIED = {
  quotes: 'quotes',
  pages: 'pages of quotes',
  sections: 'sections of quotes',
  notes: 'notes of tags',
  directions: 'directions',
  strengths: 'strengths',
  secondHand: 'what is second-hand',
  machines: 'labels of machines',
  coders: 'who tagged',
  codebooks: 'codebooks',
  definitions: 'definitions of influences',
  tagIds: 'ids of tags',
  notReported: '“looked for, not reported”',
  dois: 'DOIs',
  pmids: 'PubMed ids',
  abstracts: 'abstracts',
  languages: 'languages',
  publishers: 'publishers of papers',
  volumes: 'volumes and pages of papers',
  keywords: 'keywords of papers',
  notices: 'retractions, corrections and concerns',
  paperNotes: 'notes of papers',
  reasons: 'reasons for exclusion',
  labels: 'priorities and labels of papers',
  columns: 'your own columns',
  memos: 'memos',
  findings: 'findings, rounds of coding and answers to measures',
} as const;

export type Carried = keyof typeof CARRIED;

/** "Not in it: quotes, notes of tags." */
export const notInIt = (cannotCarry: readonly Carried[]): string =>
  cannotCarry.length ? `Not in it: ${cannotCarry.map((one) => CARRIED[one]).join(', ')}.` : '';
