/**
 * Is this the page of a person: staff, a profile, a researcher's list of works? It is headed by a name, and shows it by its
 * markup, by what follows the name, or by the headings of its parts, in the languages of universities.
 */
import * as dom from '../../dom';
import { looksLikeName, looseKey, squeeze } from '../../text';
import { phraseSet } from './phrases';
import type { ShownView } from './shown-view';

/** Before a name: "Prof. Dr. phil. Anna Berg". */
const TITLES = phraseSet(`
  univ, apl, em, hon, assoc, asst, ass, jun, priv, dipl, mag, ing, prof, professor, professora, dr, drs, pd, phil, med,
  rer, nat, habil, h, c, mr, mrs, ms, mx, dott, dottssa, ir, sir, dame, lic, doc`);
/** What a page has after a name: "Anna Berg, PhD", "Anna Berg (Team)". */
const AFTER_NAME = /[,(|–—].*$/s;

/** What a person is at an institution, and words before that. */
const RANKS = phraseSet(`
  full, associate, assistant, adjunct, visiting, emeritus, emerita, honorary, senior, junior, principal, distinguished,
  postdoctoral, doctoral, clinical, university, research, teaching, wissenschaftlicher, wissenschaftliche, akademischer,
  akademische, universitair, ph, d, phd`);
const ROLES = phraseSet(`
  professor, professorin, professorship, lecturer, reader, researcher, fellow, scientist, postdoc, student, candidate,
  instructor, mitarbeiter, mitarbeiterin, assistent, assistentin, dozent, dozentin, privatdozent, privatdozentin,
  lehrstuhlinhaber, lehrstuhlinhaberin, doktorand, doktorandin, profesor, profesora, investigador, investigadora,
  catedratico, catedratica, docente, professore, professoressa, ricercatore, ricercatrice, dottorando, dottoranda,
  professeur, professeure, chercheur, chercheuse, maitre, maitresse, enseignant, enseignante, doctorant, doctorante,
  hoogleraar, docent, onderzoeker, pesquisador, pesquisadora, professora, forsteamanuensis, lektor, universitetslektor,
  forskare, forsker, tutkija, adiunkt`);

/** Words before the name of a part: "Selected recent publications". */
const CHOSEN = phraseSet(`
  selected, recent, latest, key, my, all, representative, scientific, journal, academic, ausgewahlte, aktuelle,
  principales, ultimas, dernieres, recente, geselecteerde, utvalgte`);
/** Headings of the parts of such a page, as keys. */
const PARTS = phraseSet(`
  publication, publications, publication list, list of publications, paper, papers, article, articles, work, works,
  research output, research outputs, research interests, biography, biographical sketch, short bio, about me,
  curriculum vitae, cv, education, employment, teaching, affiliation, affiliations, contact, contact details,
  contact information, contact me, office hour, office hours, position, positions, honors and awards, awards, grants,
  publikationen, veroffentlichungen, schriften, schriftenverzeichnis, publikationsliste, lebenslauf,
  forschungsschwerpunkte, lehre, kontakt, vita, publicaciones, publicaciones recientes, publicaciones seleccionadas,
  formacion, formacion academica, lineas de investigacion, docencia, publicacoes, publicacoes recentes,
  producao cientifica, formacao academica, linhas de pesquisa, contacto, contato, publications recentes, enseignement,
  enseignements, parcours, pubblicazioni, pubblicazioni recenti, pubblicazioni scelte, didattica, contatti, ricevimento,
  publicaties, onderzoek, onderwijs, publikasjoner, publikationer, julkaisut, publikacje`);

/** Markup that calls the page a person's. */
const MARKUP = [
  '[itemtype$="schema.org/Person"] h1,[typeof="Person"] h1,[typeof="foaf:Person"] h1',
  'h1 .fn,.vcard h1,.h-card h1,h1.fn,h1.p-name',
  'meta[property="og:type"][content="profile"],meta[property="profile:last_name"]',
].join(',');

/** In UTF-16 units: a name with its titles; a role; a heading. */
const LONGEST_NAME = 90;
const LONGEST_ROLE = 160;
const LONGEST_HEADING = 60;
/** Lines after the name among which the role is. */
const NEAR = 4;
const MOST_HEADINGS = 40;

/** The first of some words that is not among others. */
const firstBeside = (words: readonly string[], others: ReadonlySet<string>): number =>
  words.findIndex((word) => !others.has(looseKey(word)));

/** Whether a text is a name, without academic titles and degrees. */
function isName(text: string): boolean {
  if (!text || text.length > LONGEST_NAME) return false;
  const words = text.split(/[\s.]+/).filter(Boolean);
  const at = firstBeside(words, TITLES);
  const bare = at > 0 ? words.slice(at).join(' ') : text;
  return at >= 0 && (looksLikeName(bare) || looksLikeName(bare.replace(AFTER_NAME, '').trim()));
}

/** "Associate Professor of Examples" */
function isRole(text: string): boolean {
  if (text.length > LONGEST_ROLE) return false;
  const words = looseKey(text).split(' ');
  return ROLES.has(words[firstBeside(words, RANKS)] ?? '');
}

/** "Selected publications" */
function isPart(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const words = looseKey(text).split(' ');
  return PARTS.has(words.slice(Math.max(0, firstBeside(words, CHOSEN))).join(' '));
}

/** Whether the page is headed by a person's name and is about that person. */
export function showsPerson({ doc, heading, lines }: ShownView): boolean {
  const first = squeeze(dom.textContent(doc.getElementsByTagName('h1')[0]) ?? '', 2 * LONGEST_NAME);
  if (!isName(heading?.text ?? '') && !isName(first)) return false;
  if (doc.querySelector(MARKUP)) return true;
  const below = lines.filter(({ after }) => after).slice(0, NEAR);
  if (below.some(({ text }) => isRole(text))) return true;
  return [...doc.querySelectorAll('h2,h3,h4')]
    .slice(0, MOST_HEADINGS)
    .some((one) => isPart(dom.textContent(one) ?? ''));
}
