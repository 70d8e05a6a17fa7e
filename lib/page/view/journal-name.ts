/** Names of journals: what may be one, and which is short for another. */
import { looseKey } from '../../text';

/** Names of platforms and publishers, and furniture, which appear where a journal's name may be. */
const PLATFORMS: readonly RegExp[] = [
  // Publishers and their platforms.
  /^(?:sciencedirect.*|springer.*|oxford academic|wiley.*|iopscience|acs publications)$/i,
  /^(?:ieee(?: \w+ society| xplore.*| journals.*| magazines?.*| conference publ.*)?)$/i,
  /^(?:sage journals|taylor .*|cambridge core|mit press journals|biomed central.*)$/i,
  /^(?:hindawi.*|frontiers|mdpi|jama network|the royal society|rsc publishing)$/i,
  /^(?:ubiquity press|copernicus.*|american (?:chemical|physical) society)$/i,
  /^(?:annual reviews|elsevier.*|aip publishing|nature publishing.*|karger|thieme.*)$/i,
  /^(?:public library.*|pensoft.*)$/i,
  // Indexes, archives and repositories.
  /^(?:pmc|pubmed.*|ncbi.*|nih.*|europe pub.*|europe ?pmc.*|jstor|researchgate)$/i,
  /^(?:web of science.*|scopus.*|ebsco.*|psyc(?:info|net|articles).*|dialnet.*|ovid.*)$/i,
  /^(?:semantic scholar|doaj|openreview(?:\.net)?|research square|zenodo)$/i,
  /^(?:cochrane library|cairn\.info|pers[ée]+e|j-stage|cinii.*|cyberleninka.*|osf.*)$/i,
  /^(?:theses(?:\.fr)?|proquest.*|archive ouverte.*|hal\b.*|tel\b.*|ssrn|scielo.*)$/i,
  /^(?:dialnet.*|redalyc.*|latindex.*|ebsco.*|ovid.*|eric|scopus|web of science|academia\.edu|core|base)$/i,
  /^(?:la referencia|dspace.*|eprints.*|ingenta.*|project muse|[ée]rudit|openedition.*|hrčak|bioone.*)$/i,
  /^(?:apa psyc\w*|psyc(?:net|info|articles)|emerald (?:insight|publishing)|de gruyter.*|world scientific)$/i,
  /^(?:repositorio .*|repositório .*|.* repositor(?:y|io)|.* online library|google (?:scholar|books)|persée)$/i,
  /^(?:usenix|nber|acm digital.*|u\.?s\.? national.*)$/i,
  // Labels of sections.
  /^(?:\w+ journals?|journals?|news|research|opinion|et al\.?|abstract|full[ -]?text)$/i,
  /^(?:vol(?:ume)?|no|nr|iss(?:ue)?|pp?|pages?|archivos?|archives?|permalink|(?:journal )?(?:list|tools?))[\s./:]*$/i,
];
const STRAY: readonly RegExp[] = [
  /\b(?:home|logo|browse|about|information|search|menu|articles?|issues?|archives?|log ?in)\b/i,
  /\b(?:register|sign|submit|current|contents|view|all|full|text|abstract|pdf|metrics|alerts?)\b/i,
  /\b(?:subscribe|subscriptions?|editorial|access|impact|follow|authors?|download|cookies?|skip|navigation)\b/i,
  /\b(?:help|this|your|our|next|previous|published|edited|publications?|cite|cited|et al)\b/i,
  /\b(?:university)\b/i,
  /vol(?:ume)?\.?\s*\d|^sec(?:tion\b|\.)/i,
];

/** Whether a text has words of menus and labels, which no journal's name has. */
export const isStray = (text: string): boolean => STRAY.some((words) => words.test(text));

const MONTH =
  /^(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|q[1-4])[a-z]*\b/i;

/** Whose names carry their year. */
const PROCEEDINGS = /^(?:proceedings|(?:\w+ ){0,3}(?:conference|workshop|symposium))\b/i;

/** Longer than the names of journals are, in UTF-16 units and in words; and "March 2019" is a date, with a word more. */
const LONGEST_NAME = 140;
const MOST_WORDS = 16;
const WORDS_OF_DATE = 4;

/** May the text be the name of a journal? */
export const mayBeJournal = (name: string) =>
  name.length > 1 &&
  name.length < LONGEST_NAME &&
  /\p{L}{2}/u.test(name) &&
  name.split(' ').length < MOST_WORDS &&
  !PLATFORMS.some((platform) => platform.test(name)) &&
  !/^(?:\[|by\s|part of the (?:book )?series)/i.test(name) &&
  !/https?:|www\.|@|[{}<>=]|…/.test(name) &&
  (PROCEEDINGS.test(name) ||
    !/(?<![A-Za-z])\d{4}/.test(name.replace(/\(\d{4}\s?[-–]\s?\d{4}\)$/, ''))) &&
  !(MONTH.test(name) && name.split(' ').length < WORDS_OF_DATE);

/** "Hum Brain Mapp" for "Human Brain Mapping": each short word opens the next long one. */
export function abbreviates(short: string, long: string): boolean {
  const words = (name: string) =>
    looseKey(name.replace(/\([^()]*\)$/, ''))
      .split(' ')
      .filter(
        (word) =>
          !/^(?:of|the|and|for|in|on|de|der|die|das|des|du|del|do|da|dos|das|la|le|les|los|las|il|el|et|und|y|e)$/.test(
            word,
          ),
      );
  const [a, b] = [words(short), words(long)];
  if (a.length === 1 && b.length > 2) return a[0] === b.map((word) => word[0]).join('');
  return (
    a.length === b.length &&
    a.every((word, i) => {
      const full = b[i] ?? '';
      let at = 0;
      for (const letter of full) if (letter === word[at]) at++;
      return full[0] === word[0] && at === word.length;
    })
  );
}
