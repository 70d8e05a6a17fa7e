/** Where the family's name begins in a name that is written as it is spoken: its particles, and two names of two parents. */

import { looseKey } from './fold';
import { wordsOf } from './word-set';

export const PARTICLE =
  /^(?:van|von|vom|zu|zum|zur|de|der|den|del|della|dei|di|da|das|do|dos|du|des|la|le|las|los|el|al|ten|ter|te|af|av|bin|ibn|ben|bint|abu|y|e|'t)$/;
/** Those that open a family's name with a capital; of others, given names are spelled so ("Bin", "Do", "San"). */
const CAPITAL =
  /^(?:Van|Von|Vom|De|Der|Den|Del|Della|Dalla|Dal|Dei|Di|Da|Das|Dos|Du|Des|La|Le|Las|Los|El|Al|Ten|Ter|Ibn|Ben|Abu|St\.?|Mac|Ó|Ní|Nic|Uí)$/;
/** "Van" is a middle name in Vietnam, whose families have few names. */
const VIETNAMESE =
  /^(?:nguy[eễ]n|tr[aầ]n|l[eê]|ph[aạ]m|ho[aà]ng|hu[yỳ]nh|phan|v[uũ]|v[oõ]|[dđ][aặ]ng|b[uù]i|[dđ][oỗ]|h[oồ]|ng[oô]|d[uư][oơ]ng|l[yý]|mai|[dđ]inh|tr[iị]nh|luong|thi)$/i;
/** Ends the family's name that it follows, and is none alone: "Filho" is "son". */
const SON = /^(?:filho|júnior|junior|neto|netto|sobrinho)$/i;
/** Between two halves of one: "Ortega y Gasset". */
const JOINS = /^[yei]$/;

/** Given names of Spanish, by frequency: what follows them is the father's and the mother's family name. */
const SPANISH_GIVEN = /* @__PURE__ */ wordsOf(`
  maria jose juan luis carlos francisco antonio manuel jesus miguel angel pedro rafael javier fernando jorge
  alberto ramon enrique andres diego pablo sergio eduardo raul roberto ricardo alejandro gabriel victor oscar
  daniel david adrian alvaro ivan ruben mario julio cesar guillermo gonzalo ignacio jaime joaquin tomas alfonso
  salvador emilio vicente santiago cristian esteban felipe gustavo hector hugo marcos martin mauricio nicolas
  ernesto armando arturo gerardo rodrigo sebastian agustin xavier jordi adolfo alfredo augusto aurelio benito
  bernardo camilo domingo efrain elias eugenio fabian federico felix fidel german gilberto horacio humberto isidro
  ismael jacinto joel leonardo leopoldo lorenzo marcelo mateo matias maximiliano orlando osvaldo pascual patricio
  ramiro rene rogelio rolando samuel saul simon teodoro valentin wilfredo
  ana carmen isabel dolores pilar teresa rosa cristina laura elena marta lucia mercedes paula sara raquel rocio
  beatriz patricia monica silvia irene eva nuria ines sofia victoria alicia andrea claudia carolina gloria
  margarita veronica natalia concepcion consuelo esther guadalupe soledad angelica adriana daniela alejandra
  gabriela fernanda ximena itziar montserrat lourdes belen amparo blanca leticia luz marina ainhoa aurora barbara
  catalina cecilia clara constanza diana elisa elvira encarnacion estela eugenia fatima francisca graciela
  inmaculada josefa josefina juana julia juliana liliana lorena luisa magdalena marcela mariana marisol matilde
  miriam nieves noelia olga paloma paola rebeca remedios rosario ruth sandra sonia susana trinidad valentina
  valeria vanesa virginia yolanda
`);
/** Signs that a name is Spanish, not only its given name: letters and endings; and that it is Portuguese. */
const SPANISH = /ñ|[^\W\d_]ez(?:$|[\s-])|[áéíóú]/iu;
const PORTUGUESE =
  /[ãõçâêô]|\p{L}(?:es|ares|ões)(?:$|\s)|(?:^|\s)(?:silva|santos|souza|sousa|oliveira|pereira|lima|costa|ferreira|ribeiro|almeida|carvalho|moreira|barbosa|teixeira|nogueira|correia|moura)(?:$|\s)/iu;
/** A given name and two of families; given names that are not in the list, with one that is. */
const LEAST_WORDS = 3;
const MOST_GIVEN = 2;

/** Where the particles before a family's name begin. */
function withParticles(words: readonly string[], at: number): number {
  const vietnamese = VIETNAMESE.test(words[0] ?? '') || VIETNAMESE.test(words.at(-1) ?? '');
  let start = at;
  while (start > 0) {
    const before = words[start - 1] ?? '';
    // A name that opens with one has it for a given name: "Ben Lee", "Al Roe".
    const capital = start > 1 && !vietnamese && CAPITAL.test(before);
    if (JOINS.test(before) && start > 2) start -= 2;
    else if (PARTICLE.test(before) || capital) start--;
    else break;
  }
  return start;
}

/** Where two family names begin, in a name that is Spanish by its given name and its letters; else 0. */
function twoFamilies(words: readonly string[], last: number): number {
  const isGiven = (word = '') => word.split('-').every((part) => SPANISH_GIVEN.has(looseKey(part)));
  const whole = words.join(' ');
  if (words.length < LEAST_WORDS || !isGiven(words[0]) || isGiven(words[last])) return 0;
  if (!SPANISH.test(whole) || PORTUGUESE.test(whole)) return 0;
  const first = withParticles(words, last) - 1;
  if (first < 1 || isGiven(words[first]) || /^\p{Lu}?\.?$/u.test(words[first] ?? '')) return 0;
  const start = withParticles(words, first);
  // More words than two names and their particles: the first of them are given names that are not in the list.
  return words.slice(0, start).every(isGiven) || start <= MOST_GIVEN ? start : 0;
}

/** Frequent first family names in Spain (INE), without those that are given names, or as frequent in other languages. */
const FIRST_FAMILY = /* @__PURE__ */ wordsOf(`
  garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez diaz moreno
  munoz alvarez romero gutierrez navarro dominguez vazquez ramirez serrano morales molina suarez ortega
  delgado ortiz rubio nunez sanz iglesias garrido lozano cano mendez guerrero prieto herrera pena marquez
  cabrera gallego calvo vidal fuentes carrasco diez caballero nieto aguilar gimenez herrero hidalgo montero
  benitez duran ibanez carmona rojas crespo velasco saez moya gallardo parra velazquez bermudez
`);

/** The place of the first of two family names among a name's words in their usual order; undefined where it has one. */
function firstOfTwo(words: readonly string[]): number | undefined {
  const at = words.length - 2;
  if (at < 1 || /^\p{Lu}\.?$/u.test(words[at + 1] ?? '')) return undefined;
  // "García-Abadillo" is one of them, made of two.
  const [first = ''] = looseKey(words[at] ?? '').split(' ');
  return FIRST_FAMILY.has(first) ? at : undefined;
}

/**
 * A Spanish given name and the letters tell that two family names follow; so does the first of the two alone, which is often no given
 * name: "Luis Peña Ríos".
 * @returns the index of the word with which the family's name begins
 */
export function familyAt(words: readonly string[]): number {
  let last = words.length - 1;
  if (last > 1 && SON.test(words[last] ?? '')) last--;
  return twoFamilies(words, last) || withParticles(words, firstOfTwo(words) ?? last);
}
