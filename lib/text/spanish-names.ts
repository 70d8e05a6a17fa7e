/**
 * Where two family names begin: Spanish names have the father's and the mother's, and are cited by both ("Peña Ríos"). They
 * are told by the first, since given names are two as often: "María José García", "Luis Peña Ríos".
 */
import { looseKey } from './fold';
import { wordsOf } from './word-set';

/** Frequent first family names in Spain (INE), without those that are given names, or as frequent in other languages. */
const FIRST = /* @__PURE__ */ wordsOf(`
  garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez diaz moreno
  munoz alvarez romero gutierrez navarro dominguez vazquez ramirez serrano morales molina suarez ortega
  delgado ortiz rubio nunez sanz iglesias garrido lozano cano mendez guerrero prieto herrera pena marquez
  cabrera gallego calvo vidal fuentes carrasco diez caballero nieto aguilar gimenez herrero hidalgo montero
  benitez duran ibanez carmona rojas crespo velasco saez moya gallardo parra velazquez bermudez
`);

/** The place of the first of two family names among a name's words in their usual order; undefined where it has one. */
export function firstOfTwo(words: readonly string[]): number | undefined {
  const at = words.length - 2;
  if (at < 1 || /^\p{Lu}\.?$/u.test(words[at + 1] ?? '')) return undefined;
  // "García-Abadillo" is one of them, made of two.
  const [first = ''] = looseKey(words[at] ?? '').split(' ');
  return FIRST.has(first) ? at : undefined;
}
