/** From a heading as printed to the normalised kind of its section. English first, then German, French, Spanish, Portuguese. */
import type { SectionKind } from '../../../model';

const KINDS: readonly [SectionKind, RegExp][] = [
  [
    'abstract',
    /^(structured |author |lay |plain[- ]language |executive |extended )?(abstracts?|summary|synopsis|significance( statement)?|highlights|key ?points|in brief|zusammenfassung|kurzfassung|r[eé]sum[eé]|resumen|resumo|sommaire|riassunto)( and keywords)?$/,
  ],
  [
    'methods',
    /\b(methods?|methodology|methodik|methodologie|methoden?|verfahren|m[eé]thodes?|m[eé]thodologie|m[eé]todos?|metodolog[ií]a)\b/,
  ],
  [
    'methods',
    /\b(experimental|experiment(al)? (section|procedures?|details|part|design|setup|methods)|experiments|procedures?|protocols?)\b/,
  ],
  [
    'methods',
    /\b(participants|data (collection|sources|and analysis)|study (design|setting|population|site|area)|simulation details)\b/,
  ],
  [
    'methods',
    /\b(computational details|patients and|subjects and|mat[eé]riels?|material(e|i|ia|es|s)? (und|and|et|y|e)|statistical analys[ei]s)\b/,
  ],
  ['methods', /\b(verfahren)\b/],
  [
    'results',
    /\b(results?|findings|outcomes|ergebnisse|befunde|r[eé]sultats?|resultados?|hallazgos|observations)\b/,
  ],
  [
    'discussion',
    /\b(discussions?|conclusions?|concluding|conclude|limitations?|implications|perspectives?|outlook|future (work|directions)|diskussion)\b/,
  ],
  [
    'discussion',
    /\b(schlussfolgerung(en)?|schluss|fazit|ausblick|schlussbetrachtung|discusi[oó]n|conclusi[oó]n(es)?|discuss[aã]o|conclus[oõã]e?s?)\b/,
  ],
  [
    'discussion',
    /\b(considera[cç][oõ]es finais|consideraciones finales|summary|zusammenfassung)\b/,
  ],
  [
    'introduction',
    /\b(introductions?|background|einleitung|einf[uü]hrung|hintergrund|introducci[oó]n|introdu[cç][aã]o|contexte?|antecedentes|rationale)\b/,
  ],
  [
    'introduction',
    /\b(related (work|literature)|literature review|theoretical (background|framework)|state of the art|stand der forschung|objectives?)\b/,
  ],
  ['introduction', /\b(aims?|motivation)\b/],
];

const matches = (patterns: readonly RegExp[], title: string): boolean =>
  patterns.some((pattern) => pattern.test(title));

/** Headings of things that are on the page but not of the paper's text: no section, no sentences below them. */
const NOT_TEXT_EXACT: readonly RegExp[] = [
  /^(related( (articles?|content|papers?|links?|items?|documents|information|resources|research|collections?))?)$/u,
  /^(similar articles( in pubmed)?|similar (content|papers|items)|articles? like this)$/u,
  /^((recommended|suggested)( (articles?|content|papers|for you|reading list))?|recommendations)$/u,
  /^((articles? )?cit(ed|ing)( by)?( \d+)?( (articles?|literature|papers|publications|references in other articles))*)$/u,
  /^(citations?( (tools?|information|metrics|statistics|manager formats|\d+))?|citing literature)$/u,
  /^((most|latest) (read|cited|recent|popular|viewed|downloaded|shared)( articles?)?|latest (articles|news))$/u,
  /^(trending( articles?| terms)?)$/u,
  /^(people also (read|viewed)|you may also like|(other )?users also (read|viewed)|readers also|what readers are saying)$/u,
  /^(more (from|like|by|in|about) .{0,60}|other articles (by|in) .{0,60})$/u,
  /^((article|author|journal|paper|publication|abstract)s? (information|info|tools?|metrics|navigation|contents?|options|menu|outline|views|versions?|usage|activity|notes|details|history|level metrics|home|links|sections|impact|and article information|statistics))$/u,
  /^(authors?('s)?( (and|&) (article )?(affiliations?|information|disclosures))?|authors?,? affiliations?( and .{0,40})?)$/u,
  /^(affiliations?( (and|&) expansions)?|(collapse|expand) .{0,40}|corresponding authors?|correspondence( to)?)$/u,
  /^(contributor information)$/u,
  /^(about( (this|the) (article|author|authors|journal))?|author biograph(y|ies)|biograph(y|ies)|biographical information)$/u,
  /^(about the authors?)$/u,
  /^((rights|reprints)( (and|&) (permissions|reprints))?|permissions|copyright( (and|&) licen[cs]e)?( information)?)$/u,
  /^(licen[cs]e( information)?|open access|creative commons|rights( &| and) usage)$/u,
  /^((how to )?cite( (this|as|this (article|paper|page)))?( as)?|cite|share( (this|on|link))?( (article|page|paper))?|metrics)$/u,
  /^(altmetrics?|article metrics|download( (pdf|citations?|options|references|article|full issue))?s?|save( to .{0,30})?)$/u,
  /^(export( citation)?( to .{0,30})?|actions?|tools?|options)$/u,
  /^(sign (in|up)( .{0,60})?|log ?in|register|subscribe( .{0,60})?|search( (results|form|this site|this journal|within|all))?)$/u,
  /^(advanced search|menu|main (menu|navigation)|navigation( menu)?|site map|breadcrumbs?)$/u,
  /^(table of contents|contents|in this (article|issue|page|section)|on this page|outline|sections?|article sections)$/u,
  /^(jump to( .{0,30})?|go to:?|page navigation|article outline)$/u,
  /^(figures?( (and|&) tables)?( \(?\d+\)?)?|tables?( \(?\d+\)?)?|images?|figures,? tables( .{0,40})?)$/u,
  /^(extras( \(?\d+\)?)?|videos?|media|audio|multimedia|view (all|full) .{0,40}|download figure|open in .{0,40})$/u,
  /^(key ?words?( .{0,40})?|schl[uü]sselw[oö]rter|mots[- ]cl[eé]s|palabras clave|palavras[- ]chave)$/u,
  /^((article )?subjects?( terms| areas|:)|subject|topics?|mesh( terms)?|tags?|categories|index terms|major topics)$/u,
  /^(publication types?|substances|linkout.{0,40}|grant support|pacs( numbers)?|ams classification)$/u,
  /^((reader |user )?comments?( \(?\d+\)?)?|leave a (comment|reply)|post a comment|discuss this.{0,30}|questions)$/u,
  /^(links?( to .{0,30})?|advert(isement|ising)s?|sponsored.{0,30}|responses?( to this article)?|eletters?|rapid responses?)$/u,
  /^((open )?peer[- ]review( (history|file|information|report)s?)?|referee reports?|reviewer reports?|review reports?)$/u,
  /^((editor|reviewer)s?|edited by|reviewed by|academic editors?|handling editor|decision letter|author response)$/u,
  /^(reviewers? (comments|information)|competing interest reports?|version history|publication history|article history)$/u,
  /^(history|dates?|publication dates|received.{0,80}|published.{0,40}|first published.{0,40}|publisher.s note|publisher)$/u,
  /^(journal)$/u,
  /^(access( (options|through your institution|this article|the full text|provided by))|get (full )?(access|text)( .{0,40})?)$/u,
  /^(purchase( .{0,40})?|buy( .{0,40})?|rent( .{0,40})?|institutional (login|access)|full text( links| sources| options)?)$/u,
  /^(pdf( .{0,20})?|html|xml|epub|formats?|preview( .{0,30})?|read (more|next)( .{0,40})?|check access)$/u,
  /^(this article( is cited by)?|the journal|for (authors|readers|librarians|reviewers))$/u,
  /^((alerting|corporate|subscription) services|authorization required|other options|viewpoint|view options|pdf.?epub)$/u,
  /^(footnotes?|share and cite|download links|open citations|categories and tags|senior editor|reviewing editor)$/u,
  /^(research organism|editorial history|impact factor:?.{0,12}|widget|domaines?|dates et versions|identifiants?|citer)$/u,
  /^(exporter|partager|m[eé]triques|fichiers?|markdown .{0,20}|physics subject headings.{0,10})$/u,
  /^((references|supplemental material) .subscription required.|[a-g]\d\d[a-z]\d.{0,12}|graphical abstract)$/u,
  /^(editors-in-chief|m[eé]tadonn[eé]es|licence|zitieren|teilen|autoren?|compartir|citar)$/u,
  /^(additional (links|resources)|supplementary tools|journal (information|metrics|menu|home)|browse( .{0,30})?|help)$/u,
  /^(contact( us)?|follow( us| .{0,12})?|connect( with us)?|social( media)?|newsletters?|cookies?( .{0,30})?)$/u,
  /^(privacy( .{0,30})?|email( .{0,30})?|add to .{0,30}|alerts?|quick links|featured( .{0,30})?|special issue|announcements?)$/u,
  /^(news|nature briefing|explore( .{0,30})?|announcements|information( for .{0,30})?|resources|services|user|account)$/u,
  /^(my account|feedback|site|navigate|footer)$/u,
  /^((original|research|review|brief|short|regular|full)?[- ]?(research )?(article|paper|report|communication|letter)s?|free)$/u,
  /^(doi|pmid|pmcid|issn|view record .{0,30}|web of science|crossref|google scholar|pubmed( .{0,30})?|see also)$/u,
  /^(associated (data|content)|article[- ]s? citation)$/u,
];

const REFERENCES: readonly RegExp[] = [
  /^(references?( and notes?| and links| list| cited| & notes)?|(cited )?references|notes and references)$/,
  /^(references and further reading|literature( cited)?|cited literature|works cited|works consulted)$/,
  /^(bibliograph(y|ies)|selected bibliography|reference list|list of references|literatur(verzeichnis|angaben)?)$/,
  /^(quellen(verzeichnis)?|bibliographie|r[eé]f[eé]rences( bibliographiques)?|referencias( bibliogr[aá]ficas)?)$/,
  /^(bibliograf[ií]a|refer[eê]ncias( bibliogr[aá]ficas)?|bibliografia|riferimenti( bibliografici)?)$/,
  /^(literature references|literatura( citada)?|footnotes and references|literatuur|referenser|referenzen|sources)$/,
];

const FURTHER = /^(further|additional|suggested|recommended) reading$|^(end)?notes$|^footnotes$/;

/** The heading without number, case and outer punctuation: "2.1. Materials & Methods:" gives "materials & methods". */
export function bareTitle(title: string): string {
  return title
    .slice(0, 300)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:section |kapitel |chapter )?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[ivx]{1,5}|[a-h])(?:[.):|]+ ?| (?=\p{L}))/u,
      '',
    )
    .replace(/^[^\p{L}\d]+|[^\p{L}\d)]+$/gu, '')
    .replace(/ \(?\d{1,4}\)?$/, '')
    .trim();
}

const LIKELY_LIST = /ref|lit|bibl|work|cited|note|quell|rif|sourc|reading/i;

const isOfReferences = (title: string, bare: string): boolean =>
  title.length < 60 && matches(REFERENCES, bare);

/** "References", "Literatur" ...: what follows is the reference list. */
export function isReferencesTitle(title: string): boolean {
  return isOfReferences(title, bareTitle(title));
}

/**
 * What list a text opens, if it is a heading: "References", or "Further reading" and "Notes", a list that counts as
 * references only where it looks like one. Most texts, which come by the thousand, need no more than a quick look.
 */
export function listTitle(text: string): 'references' | 'notes' | null {
  if (!LIKELY_LIST.test(text)) return null;
  const bare = bareTitle(text);
  if (isOfReferences(text, bare)) return 'references';
  return text.length < 40 && FURTHER.test(bare) ? 'notes' : null;
}

/** A heading of page furniture rather than of the paper. */
export function isFurnitureTitle(title: string): boolean {
  return matches(NOT_TEXT_EXACT, bareTitle(title));
}

/** Whole headings: "Funding" is back matter, "Funding of the clinics" is a finding. */
const BACK_MATTER = new RegExp(
  `^(?:${[
    'acknowledge?ments?',
    'funding',
    'conflicts? of interests?',
    'competing interests?',
    'declarations?(?: of (?:competing |conflicting )?interests?)?',
    "authors?['’]? contributions?",
    'data availability',
    'supporting information',
    'supplementary (?:information|materials?)',
    'appendix',
    'abbreviations',
    'disclosures?',
    'danksagung',
    'remerciements',
    'agradecimientos',
    'agradecimentos',
  ].join(
    '|',
  )})(?: statements?| sources?| information| used| [a-z\\d]{1,2}(?:[.:] .{1,80})?|(?:,| and| &| und| et| y| e) .{3,60})?$`,
  'u',
);

/** Back matter that papers end with: part of the paper wherever it appears, and not of the section above it. */
export function isBackMatter(title: string): boolean {
  return BACK_MATTER.test(bareTitle(title));
}

const kindOf = (bare: string, first: boolean): SectionKind => {
  if (bare.length > 120) return 'other';
  for (const [kind, rule] of KINDS) {
    if (!rule.test(bare)) continue;
    if (kind === 'abstract' && !first && /^(summary|zusammenfassung)$/.test(bare)) continue;
    return kind;
  }
  return 'other';
};

/**
 * The kind that a top-level heading names; `other` when it names none. "Results and discussion" is results,
 * "Summary" after the first sections is a closing summary, hence `first`.
 */
export function sectionKind(title: string, first = false): SectionKind {
  return kindOf(bareTitle(title), first);
}

/** All that the words of a heading tell by themselves. */
export interface TitleWords {
  title: string;
  /** The kind of section that it names among a paper's first ones. */
  kind: SectionKind;
  /** The kind that it names behind these: "Summary" is then a closing one. */
  laterKind: SectionKind;
  references: boolean;
  furniture: boolean;
  backMatter: boolean;
}

/** Reads a heading's words, once for all who ask about it. */
export function titleWords(title: string): TitleWords {
  const bare = bareTitle(title);
  return {
    title,
    kind: kindOf(bare, true),
    laterKind: kindOf(bare, false),
    references: isOfReferences(title, bare),
    furniture: matches(NOT_TEXT_EXACT, bare),
    backMatter: BACK_MATTER.test(bare),
  };
}
