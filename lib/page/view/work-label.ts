/** Labels that say what kind of work a page shows: "Research Article", "Doctoral thesis", "原著論文". */
const LABELS: readonly RegExp[] = [
  /^(?:phd|doctoral|master\W?s?)?\s*(?:thesis|dissertation|thèse)(?:, monograph| \(other academic\)){0,2}$/i,
  /^dissertations? (?:or|and|&) thes[ie]s$/i,
  /^(?:tese|dissertação) de \w+$/i,
  /^tesis(?: de| doctoral)?(?: \w+)?$/i,
  /^thèse de doctorat\b.{0,20}$/i,
  /^(?:tesi|praca) \w+$/i,
  /^(?:original |research |review |journal )?(?:article|paper|letter|report)s?$/i,
  /^working paper(?: \S+)?$/i,
  /^preprint$/i,
  /^conference paper$/i,
  /^\w+ communication$/i,
  /^case (?:report|study)$/i,
  /^editorial$/i,
  /^systematic review$/i,
  /^meta-analysis$/i,
  /^viewpoint$/i,
  /^commentary$/i,
  /^theses$/i,
  /^article dans une revue$/i,
  /^artículos? originale?s?$/i,
  /^originalarbeit$/i,
  /^原著(?:論文)?$/i,
  /^研究论文$/i,
  /^научная статья$/i,
];

/** In UTF-16 units: a label is short. */
const LONGEST_LABEL = 80;

/** Whether a line is nothing but such a label. */
export function isWorkLabel(line: string): boolean {
  return line.length < LONGEST_LABEL && LABELS.some((label) => label.test(line));
}

/** What indexes put behind a title, in brackets: its kind, and nothing of the title. */
const BRACKETED = / ?[[(]([^[\]()]{4,60})[\])][.\s]*$/;
/** Labels that are also in brackets, beside those of pages. */
const OF_INDEXES = new RegExp(
  `^(?:${[
    '(?:miscellaneous|review|research|original|short|regular|featured) (?:articles?|papers?|research)',
    'miscellaneous|reviews?|letters?(?: to the editors?)?|editorials?|errat(?:um|a)|corrections?|comments?',
    '(?:conference )?abstracts?|book reviews?|brief reports?|clinical trial|open access|free (?:article|full text)',
    'artículo(?: original)?|artigo(?: original)?|artikel|revisión|revisão|reseña|online first|in press',
  ].join('|')})$`,
  'i',
);

/** A title without the label that an index put behind it: "Peer roles [Article]". */
export function withoutLabel(title: string): string {
  const label = BRACKETED.exec(title)?.[1]?.trim();
  if (!label || !(isWorkLabel(label) || OF_INDEXES.test(label))) return title;
  // In round brackets it may be a word of the title: only what no title says of itself goes.
  if (/\)[.\s]*$/.test(title) && !/article|access|free|online first/i.test(label)) return title;
  return title.replace(BRACKETED, '');
}
