/** Printed citations, all written for this test: catalogues' styles name who made a work behind a slash, and a report's number in a bracket. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';

/** A citation, its title, and its journal where it is in one. */
const ROWS: [string, string, string | undefined][] = [
  [
    'Holm, P. P. An approach to quiet nights / P. P. Holm, L. M. Berg // BMJ. — 1995. — V. 311, 1. — P. 1356–1359.',
    'An approach to quiet nights',
    'BMJ',
  ],
  [
    'van Rijk, T. Statistics for wards / T. van Rijk, P. de Groen. — Second edition. — Berlin : Springer, 2010.',
    'Statistics for wards',
    undefined,
  ],
  [
    'Moor, Glen ; Shaw, Tina: Benchmarks of ward energy / National Institute of Care. Lund, 2008 (NIC-08-14). – Forschungsbericht',
    'Benchmarks of ward energy',
    undefined,
  ],
  [
    'Hahn, V., Yang, L., 1999. Parallel rotas on many machines (No. LU-CS-99-17). Department of Care, University of Lund.',
    'Parallel rotas on many machines',
    undefined,
  ],
  ['Holm, E. 2011. Nights and / or days. Care 12, 3-9.', 'Nights and / or days', 'Care'],
];

describe('who made a work, behind its title', () => {
  it.each(ROWS)('%s', (text, title, container) => {
    const read = readCitation(text);
    expect({ title: read.title, container: read.container }).toEqual({ title, container });
  });
});
