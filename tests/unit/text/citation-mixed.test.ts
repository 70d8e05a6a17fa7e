/** Ordinary prints of authors, titles and sources of which each is easily taken for another; all written for this test. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { inOneLine } from '../../support/citations/in-one-line';

/** A reference, and what is read of it. */
const ROWS: [reference: string, fields: string][] = [
  [
    'Anna Berg, Carl Dahl and Eva Holm. Falls. JAMA, 2001.',
    'Berg, Anna | Dahl, Carl | Holm, Eva » Falls » JAMA » 2001',
  ],
  [
    'KIM MJ, LEE S; 밤의 병동; Am. J. Care Med., 2001, 12, 45-67.',
    'KIM, MJ | LEE, S » 밤의 병동 » Am. J. Care Med. » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A., .. Holm, E. 2001. Care in New York. Theor. Appl. Genet. 12:45-67.',
    'Berg, A. » Care in New York » Theor. Appl. Genet. » 2001 » volume 12 » pages 45-67',
  ],
  [
    'A. Berg and C. Dahl, The Journal of a Nurse, Ministry of Health, 2001.',
    'Berg, A. | Dahl, C. » The Journal of a Nurse » 2001',
  ],
  [
    'Berg, A., Jr. Studies in Care. Ward Valley Magazine. 2001;12(3):45-67.',
    'Berg, A. » Studies in Care » Ward Valley Magazine » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Anna Berg, Falls of nurses, 1930–1950 (Harrow Press; 2001).',
    'Berg, Anna » Falls of nurses, 1930–1950 » 2001',
  ],
  [
    'Berg, A.; Dahl, C., « 밤의 병동 », Eksp. Teor. Fiz., vol. 12, n° 3, 2001, p. 45-67.',
    'Berg, A. | Dahl, C. » 밤의 병동 » Eksp. Teor. Fiz. » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg, A.; Dahl, C., Wards: Night, Sleep, 2nd edn (Bologna, Il Mulino, 2001).',
    'Berg, A. | Dahl, C. » Wards: Night, Sleep » 2001',
  ],
  [
    'BERG A., « Falls of nurses, 1930–1950 », JAMA, vol. 12, n° 3, 2001, p. 45-67.',
    'BERG, A. » Falls of nurses, 1930–1950 » JAMA » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg, Anna, and Carl Dahl, Night Shifts. Nature, vol. 12, no. 3, pp. 45-67, 2001.',
    'Berg, Anna | Dahl, Carl » Night Shifts » Nature » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  ['Berg. 2001. 12 angry nurses. 3 vols. Lund: Harrow.', 'Berg » 12 angry nurses » 2001'],
  [
    'Берг А. Б., Nursing records, Cambridge, MA: MIT Press, 2001.',
    'Берг, А. Б. » Nursing records » 2001',
  ],
  [
    '김철수 2001 Nurses of wards: what they do, and why New Phytol 12 45-67',
    '김철수 » Nurses of wards: what they do, and why » New Phytol » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, Anna (Hg.): The Symposium, Trans. Carl Dahl. Lund: Harrow, 2001.',
    'Berg, Anna » The Symposium » 2001',
  ],
  [
    'Berg, A. B., Dahl, C.-D. On care, on wards, on nights (Frankfurt a.M. 2001).',
    'Berg, A. B. | Dahl, C.-D. » On care, on wards, on nights » 2001',
  ],
  [
    'Anna Berg. 2001. Nursing Lund, Oslo and Bergen. Canadian journal of nursing 12:45-67.',
    'Berg, Anna » Nursing Lund, Oslo and Bergen » Canadian journal of nursing » 2001 » volume 12 » pages 45-67',
  ],
  ['Anna Berg, The Symposium (2nd ed.), Lund: Harrow, 2001.', 'Berg, Anna » The Symposium » 2001'],
  [
    'KIM MJ, LEE S, Night Shifts, Physica A, 12, 45-67, 2001.',
    'KIM, MJ | LEE, S » Night Shifts » Physica A » 2001 » volume 12 » pages 45-67',
  ],
  [
    '김철수; Falls at night – a study; J Clin Nurs, 2001, 12, 45-67.',
    '김철수 » Falls at night – a study » J Clin Nurs » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg A; Falls at night. A study of wards; Paris : Seuil, 2001',
    'Berg, A » Falls at night. A study of wards » 2001',
  ],
  ['Berg, A. et al., Falls (Edited by C. Dahl. Lund: Harrow, 2001).', 'Berg, A. » Falls » 2001'],
  [
    'O’Dahl C, McBerg A. Falls. In Phys. Rev. Lett., pages 45-67, 2001.',
    'O’Dahl, C | McBerg, A. » Falls » Phys. Rev. Lett. » 2001 » pages 45-67',
  ],
  [
    'Berg, A. Falls in Norway, Canada, and the Ries, Germany. Eksp. Teor. Fiz., 2001.',
    'Berg, A. » Falls in Norway, Canada, and the Ries, Germany » Eksp. Teor. Fiz. » 2001',
  ],
  [
    'ATLAS Collab. (A. Berg et al.). Falls at night: II. Nurses (Lund: Harrow, 2001).',
    'Berg, A. » Falls at night: II. Nurses » 2001',
  ],
  [
    'Berg, A., Jr. Use of the J. Holm scale on wards Care and Ward Research 12:45-67 (2001).',
    'Berg, A. » Use of the J. Holm scale on wards » Care and Ward Research » 2001 » volume 12 » pages 45-67',
  ],
  ['Aristotle, Paris wards, Harrow Press; 2001.', 'Aristotle » Paris wards » 2001'],
  [
    'Berg A and Dahl C. Falls, JAMA, 2001, vol. 12, pp. 45-67',
    'Berg, A | Dahl, C. » Falls » JAMA » 2001 » volume 12 » pages 45-67',
  ],
  [
    '김철수, Wards and Nurses. J. Care, vol. 12, no. 3, pp. 45-67, 2001.',
    '김철수 » Wards and Nurses » J. Care » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Берг А. Б.; Falls of nurses, 1930–1950; Paris, Albin Michel, 2001',
    'Берг, А. Б. » Falls of nurses, 1930–1950 » 2001',
  ],
  [
    'Anna B. Berg, Carl Dahl, 2001. 밤의 병동. The Lancet 12(3), pp.45-67.',
    'Berg, Anna B. | Dahl, Carl » 밤의 병동 » The Lancet » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Anna Berg, Carl Dahl and Eva Holm, Paris wards, Lund: Harrow, 2001.',
    'Berg, Anna | Dahl, Carl | Holm, Eva » Paris wards » 2001',
  ],
  [
    'Anna B. Berg, Carl Dahl (2001) L’invention du soin. New Phytol 12: 45-67.',
    'Berg, Anna B. | Dahl, Carl » L’invention du soin » New Phytol » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. B., Dahl, C.-D. 2001 Falls at night, part 2 Journal of Care 12 45-67',
    'Berg, A. B. | Dahl, C.-D. » Falls at night, part 2 » Journal of Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'BERG A. Harrow Press and its nurses. Holmgren, Växjö, 2001. ISBN 978-3-16-148410-0.',
    'BERG, A. » Harrow Press and its nurses » 2001',
  ],
  ['Berg A, Falls (London, England: Arnold, 2001).', 'Berg, A » Falls » 2001'],
  [
    'Berg A 2001 Science of wards Physica A 12 45-67',
    'Berg, A » Science of wards » Physica A » 2001 » volume 12 » pages 45-67',
  ],
  ['Lund City Council, A Nurse’s Tale (Lund, 2001).', 'Lund City Council » A Nurse’s Tale » 2001'],
  [
    'BERG A., Night Shifts, New Phytol 12 (2001) 45-67.',
    'BERG, A. » Night Shifts » New Phytol » 2001 » volume 12 » pages 45-67',
  ],
  ['Guy L. Berg Jr. Paris wards (Frankfurt a.M. 2001).', 'Berg, Guy L. » Paris wards » 2001'],
  [
    'Berg, R. de. Care[J]. J. Care, 2001, 12(3): 45-67.',
    'Berg, R. » Care » J. Care » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  ['Guy L. Berg Jr., Falls, 2nd edn (Paris : Seuil, 2001).', 'Berg, Guy L. » Falls » 2001'],
  [
    'Берг А. Б. Falls[J]. Harrow Review, 2001, 12(3): 45-67.',
    'Берг, А. Б. » Falls » Harrow Review » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg, A., & Dahl, C. Studies in Care. J Clin Nurs, 2001.',
    'Berg, A. | Dahl, C. » Studies in Care » J Clin Nurs » 2001',
  ],
  [
    'KIM MJ, LEE S. 2001. The Symposium. Nurs. Times 12:45-67.',
    'KIM, MJ | LEE, S. » The Symposium » Nurs. Times » 2001 » volume 12 » pages 45-67',
  ],
  [
    '김철수, Homer. A Study, Theor. Appl. Genet., 12, 45-67, 2001.',
    '김철수 » Homer. A Study » Theor. Appl. Genet. » 2001 » volume 12 » pages 45-67',
  ],
  [
    '김철수. Ward Lists, Volume 2. Nucl. Phys. B. 2001;12(3):45-67.',
    '김철수 » Ward Lists, Volume 2 » Nucl. Phys. B. » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg A, Urrutia-Fjord, Holm E; Care; Nature, 2001, 12, 45-67.',
    'Berg, A | Urrutia-Fjord | Holm, E » Care » Nature » 2001 » volume 12 » pages 45-67',
  ],
  [
    '김철수. Use of the J. Holm scale on wards, Springer 2001, 250 p.',
    '김철수 » Use of the J. Holm scale on wards » 2001',
  ],
  [
    'Guy L. Berg Jr., “Nursing records,” in J. Care 12 (2001), 45-67.',
    'Berg, Guy L. » Nursing records » J. Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg. Pflege, Nacht und Schlaf. 2. Aufl., Stuttgart: Klett, 2001.',
    'Berg » Pflege, Nacht und Schlaf » 2001',
  ],
  [
    'Берг А. Б., Nursing Lund, Oslo and Bergen, J Care, 12, 45-67, 2001.',
    'Берг, А. Б. » Nursing Lund, Oslo and Bergen » J Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'A. Berg, C. Dahl, E. Holm; Wards and Nurses; JAMA, 2001, 12, 45-67.',
    'Berg, A. | Dahl, C. | Holm, E. » Wards and Nurses » JAMA » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Anna Berg (ed.). Wards: Night, Sleep. In Science, pages 45-67, 2001.',
    'Berg, Anna » Wards: Night, Sleep » Science » 2001 » pages 45-67',
  ],
  [
    'Berg A, for the Lund Study Group: Wards and Nurses. Care 2001, 12:45-67.',
    'Berg, A » Wards and Nurses » Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg AB, Dahl CD; Lund Study Group, “Studies in Care,” BMJ 12 (2001): 45-67.',
    'Berg, AB | Dahl, CD » Studies in Care » BMJ » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Aristotle. Wards: Night, Sleep. Frankfurt a.M. 2001. ISBN 978-3-16-148410-0.',
    'Aristotle » Wards: Night, Sleep » 2001',
  ],
  [
    'Berg A, for the Lund Study Group, ‘The 5th ward’, Br J Nurs, 12.3 (2001), 45-67.',
    'Berg, A » The 5th ward » Br J Nurs » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg, A.; Dahl, C. In search of lost nurses. In Ward Nursing, pages 45-67, 2001.',
    'Berg, A. | Dahl, C. » In search of lost nurses » Ward Nursing » 2001 » pages 45-67',
  ],
  [
    'Berg, A. B., Dahl, C.-D., A Nurse’s Tale, Canadian journal of nursing, 12, 45-67, 2001.',
    'Berg, A. B. | Dahl, C.-D. » A Nurse’s Tale » Canadian journal of nursing » 2001 » volume 12 » pages 45-67',
  ],
];

/** The same where a mark, a blank or a word is lost, or one more is printed: the fields are read all the same. */
const BROKEN: [reference: string, fields: string][] = [
  [
    'Berg, Anna, and Carl Dahl (2001). Wards and Nurses, revised edition. In E. Holm (Ed.), Wards of the North (pp. 45-67). Lund: Harrow.',
    'Berg, Anna | Dahl, Carl » Wards and Nurses » Wards of the North » 2001 » pages 45-67',
  ],
  [
    '12) Anna B. Berg, Carl Dahl, A review of wards, Nature, 12, 45-67, 2001.',
    'Berg, Anna B. | Dahl, Carl » A review of wards » Nature » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A., Jr. Falls at Night in Lund[J]. Br J Nurs, 2001 – A study, 12(3): 45-67.',
    'Berg, A. » Falls at Night in Lund » Br J Nurs » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Берг А.Б & Holm E. 12 angry nurses. Technical Report TR-99-12, University of Lund, 2001.',
    'Берг, А.Б | Holm, E. » 12 angry nurses » 2001',
  ],
  [
    'Berg , Anna (Hg.). Pflege, Nacht und Schlaf. Br J Nurs, 2001.',
    'Berg, Anna » Pflege, Nacht und Schlaf » Br J Nurs » 2001',
  ],
  [
    'Berg A, for the Lund Study Group: Harrow Press and its nurses, Carbondale: Southern Illinois UP 2001.',
    'Berg, A » Harrow Press and its nurses » 2001',
  ],
  [
    'Aristotle. L’invention du soin. In: A study: Holm E, editor. Night nursing. Lund: Harrow; 2001. p. 45-67.',
    'Aristotle » L’invention du soin » Night nursing » 2001 » pages 45-67',
  ],
  [
    'ATLAS Collaboration, A. Berg et al., Nurses of Lund University. Care and Ward Research, vol. 12, no. 3 , pp. 45-67, 2001.',
    'Berg, A. » Nurses of Lund University » Care and Ward Research » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'KIM MJ, LEE S. Falls at night: II. Nurses. 간호학회지 12,45-67 (2001).',
    'KIM, MJ | LEE, S. » Falls at night: II. Nurses » 간호학회지 » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg A, editor (2001). Falls–slips. In E. Holm (Ed.) – Care: Essays on Wards (pp. 45-67). Lund: Harrow.',
    'Berg, A » Falls–slips » Care: Essays on Wards » 2001 » pages 45-67',
  ],
  [
    'BERG A, The Symposium. Oxford Review of Care 12, 45-67 (2001).',
    'BERG, A » The Symposium » Oxford Review of Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Берг А. Б. Уход ночью, 2nd ed. Lund: Harrow, 2001, 250 p 250 p.',
    'Берг, А. Б. » Уход ночью » 2001',
  ],
  [
    'A. Berg, C. Dahl, E. Holm. Falls at night: II. Nurses. Care, 2001.',
    'Berg, A. | Dahl, C. | Holm, E. » Falls at night: II. Nurses » Care » 2001',
  ],
  [
    'Berg, R. de, Falls, slips (London and New York: Routledge? A study, 2001).',
    'Berg, R. » Falls, slips » 2001',
  ],
  [
    '[3] Berg, A.; Dahl, C. The Symposium? Scand. J. Caring Sci., 12(3):45–67, 2001.',
    'Berg, A. | Dahl, C. » The Symposium? » Scand. J. Caring Sci. » 2001 » volume 12 » issue 3 » pages 45–67',
  ],
  [
    'A. Berg, C. Dahl, E. Holm, 밤의 병동, 2nd edn (London and New York: Routledge, 2001).',
    'Berg, A. | Dahl, C. | Holm, E. » 밤의 병동 » 2001',
  ],
  [
    'Anna Berg, ‘Science of wards’ (1968), Nursing in Critical Care, 12.3 (2001), 45-67.',
    'Berg, Anna » Science of wards » Nursing in Critical Care » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg A,Lund Study Group, editor. 2001. El cuidado de la noche. Вестник ухода 12:45-67.',
    'Berg, A » El cuidado de la noche » Вестник ухода » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg A, E. Holm, Dahl C, Holm E , et al. Use of the J. Holm scale on wards. J Clin Nurs, 2001.',
    'Berg, A | Holm, E. | Dahl, C | Holm, E » Use of the J. Holm scale on wards » J Clin Nurs » 2001',
  ],
  [
    'García Márquez, G. y Ruiz, A., Falls of nurses, 1930–1950? Nurses in Lund, Ministry of Health, 2001.',
    'García Márquez, G. | Ruiz, A. » Falls of nurses, 1930–1950? Nurses in Lund » 2001',
  ],
  [
    'Berg.2001. Nursing records. Care 12:45-67.',
    'Berg » Nursing records » Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    '* World Health Organization. Falls, slips. Вестник ухода, 2001.',
    'World Health Organization » Falls, slips » Вестник ухода » 2001',
  ],
  [
    '12. Guy L.Berg Jr. (2001) Wards of St. Olav. J Clin Nurs 12: 45-67.',
    'Berg, Guy L » Wards of St. Olav » J Clin Nurs » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A.; Dahl, C. (2001) Falls at night: II. Nurses . Physica A 12: 45-67.',
    'Berg, A. | Dahl, C. » Falls at night: II. Nurses » Physica A » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Anna Berg, Carl Dahl and Eva Holm (2001). Brain and blood. Växjö : Holmgren.',
    'Berg, Anna | Dahl, Carl | Holm, Eva » Brain and blood » 2001',
  ],
  [
    'Guy L. Berg Jr.; Falls and slips, in Alaska; Acta Med. Scand., 2001, 12, 45-67.',
    'Berg, Guy L. » Falls and slips, in Alaska » Acta Med. Scand. » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Anna B. Berg, Carl Dahl,“Falls at night, part 2,” in Journal of Care 12 (2001), 45-67.',
    'Berg, Anna B. | Dahl, Carl » Falls at night, part 2 » Journal of Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. et al. Pflege, Nacht und Schlaf. Frankfurt a.M .... 2001. ISBN 978-3-16-148410-0.',
    'Berg, A. » Pflege, Nacht und Schlaf » 2001',
  ],
  [
    'BERG A.: Falls in Norway, Canada, and the Ries, Germany. Acta Med. Scand. [2001], 12:45-67.',
    'BERG, A. » Falls in Norway, Canada, and the Ries, Germany » Acta Med. Scand. » 2001 » volume 12 » pages 45-67',
  ],
  [
    'O’Dahl C, McBerg A, L’invention du soin, Theor. Appl. Genet, ed. by C. Dahl. 12 (2001) 45-67.',
    'O’Dahl, C | McBerg, A » L’invention du soin » Theor. Appl. Genet » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg,A., E. Holm, Jr. Falls at Night in Lund, Ward Studies Quarterly, 2001, vol. 12, pp. 45-67',
    'Berg, A. | Holm, E. » Falls at Night in Lund » Ward Studies Quarterly » 2001 » volume 12 » pages 45-67',
  ],
  [
    'ATLAS Collaboration, A. Berg et al. Night Shifts. Växjö: Holmgren, 2001.. ISBN 978-3-16-148410-0.',
    'Berg, A. » Night Shifts » 2001',
  ],
  [
    'Berg A: Science of wards. In: E. Holm (Hrsg.): Wards of the North (1968). Lund: Harrow 2001, 45-67.',
    'Berg, A » Science of wards » Wards of the North » 2001 » pages 45-67',
  ],
  [
    'A. de la Berg, C. Das. Brain and blood.Theor. Appl. Genet. 2001 May;12(3):45-67. doi: 10.5555/care.12',
    'de la Berg, A. | Das, C. » Brain and blood » Theor. Appl. Genet. » 2001 » volume 12 » issue 3 » pages 45-67 » doi 10.5555/care.12',
  ],
  [
    'World Health Organization. Care in New York. Paris, Albin Michel, 2001 [1916]. ISBN 978-3-16-148410-0.',
    'World Health Organization » Care in New York » 2001',
  ],
  [
    'Berg. A., “A Nurse’s Tale,” in J Care 12 (2001), 45-67.',
    'Berg » A Nurse’s Tale » J Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg A, Eva Holm, Dahl C, Holm E, et al. Falls at night: a study[J]. J Clin Nurs, 2001, 12(3): 45-67.',
    'Berg, A | Eva Holm | Dahl, C | Holm, E » Falls at night: a study » J Clin Nurs » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    '김철수. 병동의 밤. 간호학회지. (ed.) 2001;12(3):45-67.',
    '김철수 » 병동의 밤 » 간호학회지 » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Royal College of Nursing. Safe staffing levels. 2012. Available from: Journal 45-67.',
    'Royal College of Nursing » Safe staffing levels » 2012 » pages 45-67',
  ],
  ['Berg, A. [1992]). (1995 Falls', 'Berg, A. » Falls » 1995'],
  ['Vasil, L.N. Ward Theory I, Springer1998', 'Vasil, L.N. » Ward Theory I » 1998'],
  [
    'T. Gant, Early Ward Myth. A Guide to Nursing Sources, 45–67; PMID: 1234567.',
    'Gant, T. » Early Ward Myth » A Guide to Nursing Sources » pages 45–67',
  ],
  [
    'H.R. Barnes, ‘The Shape of Care in Greek, Nucl. Phys.A 956 ( 2016)593 [ arXiv:1512.07882][ INSPIRE].',
    'Barnes, H.R. » The Shape of Care in Greek » Nucl. Phys.A » 2016 » volume 956 » pages 593',
  ],
  [
    'Berg, A. (1999). Falls at night. In C. Dahl, E. Holm, & L. Ek New (Eds.), Care (pp. 45-67). in London: Arnold.',
    'Berg, A. » Falls at night » Care » 1999 » pages 45-67',
  ],
  [
    'Ångström Ö, Łęcki P. Roles on wards. J Care. II. pp. 45-67.',
    'Ångström, Ö | Łęcki, P. » Roles on wards » J Care » pages 45-67',
  ],
  [
    'Berg, A. Falls at night in 12 wards. J. F., Dahl, N. E., Lind,',
    'Berg, A. » Falls at night in 12 wards',
  ],
  [
    'Dahl T., Berg M., Wards at Night. Journal of Care 12 (2001) 45-67.',
    'Dahl, T. | Berg, M. » Wards at Night » Journal of Care » 2001 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night, in Wards of the North, E. Holm, ed., In Press, Lund, 1999, pp. 45–67.',
    'Berg, A. » Falls at night » Wards of the North » 1999 » pages 45–67',
  ],
  [
    'K. Dahl and T. Berg, Living Sol. Phys. 8, 6 (2011).',
    'Dahl, K. | Berg, T. » Living Sol. Phys. » 2011 » volume 8 » pages 6',
  ],
  [
    'Berg A. & Dahl, C. Falls at night. Nature 412, 45-67 (2001).',
    'Berg, A. | Dahl, C. » Falls at night » Nature » 2001 » volume 412 » pages 45-67',
  ],
  ['Berg A. Journal of Care, 12,', 'Berg, A. » Journal of Care'],
  ['Berg A. Falls at night. [J] ed. with Holm,', 'Berg, A. » Falls at night'],
  [
    'Dario Holm, Paths worn by nurses: Floors New plans in the eastern wards of Lund: Nursing Society of Norway Bulletin, v. 105, pp. 671–683.',
    'Holm, Dario » Paths worn by nurses: Floors New plans in the eastern wards of Lund » Nursing Society of Norway Bulletin » volume 105 » pages 671–683',
  ],
  [
    'Jorge Penna, Jeffrey T. Hancok, An Analysis of Care and Task Communication – Communication Research, Vol.33, 2006.',
    'Penna, Jorge | Hancok, Jeffrey T. » An Analysis of Care and Task Communication » Communication Research » 2006 » volume 33',
  ],
  [
    'Iyer, P.K. and Lindt, Berg and C. Dahl, "Falls at night?" J. Oxford Care, vol. 12, no. 3, pp. 45-67, May 2001.',
    'Iyer, P.K. | Lindt, Berg | Dahl, C. » Falls at night? » J. Oxford Care » 2001 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'M. BOLTE et M. MASSAUX. Inorg. Acta, Chim. 52, 191 (1981).',
    'BOLTE, M. | MASSAUX, M. » Inorg. Acta, Chim. » 1981 » volume 52 » pages 191',
  ],
];

describe('citations', () => {
  it.each([...ROWS, ...BROKEN])('%s', (reference, fields) => {
    expect(inOneLine(readCitation(reference))).toBe(fields);
  });
});
