/** Works that are in no journal, all written for this test: editions, places and publishers, theses, reports, what is not out yet. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { inOneLine } from '../../support/citations/in-one-line';

/** A citation, and all that is read in it: its authors, title and container, its year, then its numbers by name. */
const ROWS: [string, string][] = [
  [
    'Dorn, H., Freud, H., Siebert, P. (2005). Formelsammlung Pflege, Stuttgart, Leipzig, Deutschland : Ernst Klett.',
    'Dorn, H. | Freud, H. | Siebert, P. » Formelsammlung Pflege » 2005',
  ],
  [
    'K. Chand and J. Misra, Parallel Ward Design: A Foundation, Addison-Wesley, 1988.',
    'Chand, K. | Misra, J. » Parallel Ward Design: A Foundation » 1988',
  ],
  [
    'BEARD M., NORTH J. et PRICE S., Soins de Rome, Paris, 2006.',
    'BEARD, M. | NORTH, J. | PRICE, S. » Soins de Rome » 2006',
  ],
  [
    'A. Hoek, The Sub-Epic Stage of the Ward: Studies in the Hymns to Apollo, to Aphrodite, and to Demeter, Amsterdam 1969.',
    'Hoek, A. » The Sub-Epic Stage of the Ward: Studies in the Hymns to Apollo, to Aphrodite, and to Demeter » 1969',
  ],
  [
    'Rawli, William K., Ward Matters: Communication, Dialectics, and the Life Course, New Brunswick: AldineTransaction, 1992.',
    'Rawli, William K. » Ward Matters: Communication, Dialectics, and the Life Course » 1992',
  ],
  [
    'Ariasa, Enrique Desmond. 2006. Drugs and Wards in Rio de Janeiro: Trafficking, Social Networks, and Public Care, Chapel Hill: University of North Carolina Press.',
    'Ariasa, Enrique Desmond » Drugs and Wards in Rio de Janeiro: Trafficking, Social Networks, and Public Care » 2006',
  ],
  [
    'Stemer, D. (1991) Plants, Wards and Formulae: Natural History in the light of Latour’s Science in Action, Enschede, The Netherlands: University of Twente',
    'Stemer, D. » Plants, Wards and Formulae: Natural History in the light of Latour’s Science in Action » 1991',
  ],
  [
    'Berg, A. Falls at night, Ph.D. thesis, University of Lund, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. (1999). Falls at night. Unpublished report, Lund.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. and Holm, E. (1999). Falls at night. Research Report 12, Ward Institute, Lund.',
    'Berg, A. | Holm, E. » Falls at night » 1999',
  ],
  [
    'Berg A. Falls at night. Technical Report TR-99-12, Lund University, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  ['Berg, A., Falls at night, preprint, 1999.', 'Berg, A. » Falls at night » 1999'],
  [
    'Berg, A., Falls at night, submitted to Journal of Care, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  ['Berg, A., Falls at night, in preparation.', 'Berg, A. » Falls at night'],
  [
    'Berg, A. Falls at night. Translated by E. Holm. Lund: Harrow Press, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. Falls at night. Edited by E. Holm. Lund: Harrow Press, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. Falls at night. Vol. 2. Lund: Harrow Press, 1999.',
    'Berg, A. » Falls at night » 1999 » volume 2',
  ],
  [
    'Berg, A. Falls at night, vol. 2, Lund: Harrow Press, 1999.',
    'Berg, A. » Falls at night » 1999 » volume 2',
  ],
  [
    'Berg, A. Falls at night. 2 vols. Lund: Harrow Press, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. Falls at Night. Rev. ed. Lund: Harrow Press, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  [
    'Berg, A. Falls at night. Third edition. London: Arnold, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  ['Berg, A. (1999) Falls at night, 3rd edn, London: Arnold.', 'Berg, A. » Falls at night » 1999'],
  ['Berg, A. (1999) Falls at night (3rd edn). London: Arnold.', 'Berg, A. » Falls at night » 1999'],
  ['Berg A. Falls at night. 3rd ed. London: Arnold; 1999.', 'Berg, A. » Falls at night » 1999'],
  ['Berg, A. 1999. Falls at night. 2. Aufl. Berlin: Springer.', 'Berg, A. » Falls at night » 1999'],
  ['Berg, A. 1999. Chutes de nuit. 2e éd. Paris : Seuil.', 'Berg, A. » Chutes de nuit » 1999'],
  ['The care of nurses at night. London: Arnold, 1999.', 'The care of nurses at night » 1999'],
  [
    'Berg, A. Falls at night. Presented at the 12th Ward Conference, Lund, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. Falls at night. Paper presented at the annual meeting of the Ward Society, Lund, 1999.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. Falls at Night in Lund. Oxford: Clarendon Press, 1999.',
    'Berg, A. » Falls at Night in Lund » 1999',
  ],
  ['Berg, A., Falls at Night, Cambridge, Mass., 1999.', 'Berg, A. » Falls at Night » 1999'],
  ['Berg, A., Falls at Night (Cambridge, Mass., 1999).', 'Berg, A. » Falls at Night » 1999'],
  [
    'Berg, A., Falls at Night (Oxford, 1999), pp. 45-7.',
    'Berg, A. » Falls at Night » 1999 » pages 45-7',
  ],
  [
    'Berg, A., Falls at Night, Oxford and New York: Oxford University Press, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  [
    'Berg, A., Falls at Night, London & New York, Routledge, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  [
    'Berg, A., Falls at Night, Berlin/New York: de Gruyter, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A., Falls at Night, Frankfurt a.M. 1999.', 'Berg, A. » Falls at Night » 1999'],
  [
    'Berg, A., Falls at Night, Frankfurt am Main: Suhrkamp 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A., Falls at Night, Albin Michel, Paris, 1999.', 'Berg, A. » Falls at Night » 1999'],
  [
    'Berg, A., Falls at Night, Presses universitaires de Grenoble, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A., Falls at Night, Harrow Press, 1999.', 'Berg, A. » Falls at Night » 1999'],
  ['Berg, A., Falls at Night, Dordrecht, Reidel, 1999.', 'Berg, A. » Falls at Night » 1999'],
  [
    'Berg, A. 1999. Falls at Night. Ministry of Health, Oslo. 45 pp.',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A. 1999. Falls at Night. Lund. 45 pp.', 'Berg, A. » Falls at Night » 1999'],
];

describe('citations', () => {
  it.each(ROWS)('%s', (text, fields) => {
    expect(inOneLine(readCitation(text))).toBe(fields);
  });
});
