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
