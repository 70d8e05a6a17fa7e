/** Less usual prints, all written for this test, and what is read in each: marks that are lost, doubled or misplaced. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { inOneLine } from '../../support/citations/in-one-line';

/** A citation, and below it all that is read in it. */
const PRINTS = `
R. Holm, S. Dahl, B. Berg, A. Lind, M. Rask, Handovers and Bed Moves for Small Hospital Wards. Proc. 6th Int'l. Conf. on Rosters for Nursing Teams and Ward Managers (ROSTER-VI), San Marino, CA, pp. 12-24, October 1994.
  Holm, R. | Dahl, S. | Berg, B. | Lind, A. | Rask, M. » Handovers and Bed Moves for Small Hospital Wards » Proc. 6th Int'l. Conf. on Rosters for Nursing Teams and Ward Managers (ROSTER-VI) » 1994 » pages 12-24
Holm S, Dahl JD, Berg MW, Lind YH, Rask SE. Dimmed lamps and soft shoes for keeping patients asleep in wards and nursing homes: systematic review and meta-analysis. BMJ 2008; 336(7636): 130-3.
  Holm, S | Dahl, JD | Berg, MW | Lind, YH | Rask, SE. » Dimmed lamps and soft shoes for keeping patients asleep in wards and nursing homes: systematic review and meta-analysis » BMJ » 2008 » volume 336 » issue 7636 » pages 130-3
Karl Lindner: Schlaf als Wert in der ländlichen Pflege, Vortrag auf dem 7. Kongress der Gesellschaft für Pflege, Leipzig 1988. In: Jahrbuch f. Pflege u. Heilk. 8 (1988) 155-163
  Lindner, Karl » Schlaf als Wert in der ländlichen Pflege, Vortrag auf dem 7. Kongress der Gesellschaft für Pflege, Leipzig 1988 » Jahrbuch f. Pflege u. Heilk. » 1988 » volume 8 » pages 155-163
간호연구 편집부 (1988c), 밤, 밤이 오고 있다, 간호연구, 제19권 제7호, 86-87쪽.
  간호연구 편집부 » 밤, 밤이 오고 있다 » 간호연구 » 1988 » volume 19 » issue 7 » pages 86-87
Quiet Nights Trial. The Journal of Nursing, Vol. 65, pp. 247-271.
  Quiet Nights Trial » The Journal of Nursing » volume 65 » pages 247-271
Holm, A.U., von Berg, V., Lind, W.-L., Rask, R.D., Günther, F.H., Nordic Ward Cohort Study, 2016. Falls on stairs and in corridors of small wards: a ten-year count. Clin. Nurs. Dis. 62, 1310–1317.
  Holm, A.U. | von Berg, V. | Lind, W.-L. | Rask, R.D. | Günther, F.H. » Falls on stairs and in corridors of small wards: a ten-year count » Clin. Nurs. Dis. » 2016 » volume 62 » pages 1310–1317
Couvreur, Bertrand, Bernard Roux, 1995, Drawing a roster for a quiet ward, International Nursing Conference 187-94.
  Couvreur, Bertrand | Roux, Bernard » Drawing a roster for a quiet ward » International Nursing Conference » 1995 » pages 187-94
Holmgren, O. S., Jr. (1980). Wards and nursing. Ward book encyclopedia. (pp. 150-155). Chicago: Ward Book.
  Holmgren, O. S. » Wards and nursing » Ward book encyclopedia » 1980 » pages 150-155
M. C. Holm, L. H. Dahl, J. H. Berg, and M. A. Lind-Rask. Two kinds of falls at night: One ward and its stairs. Nursing 12:45-67, 1995.
  Holm, M. C. | Dahl, L. H. | Berg, J. H. | Lind-Rask, M. A. » Two kinds of falls at night: One ward and its stairs » Nursing » 1995 » volume 12 » pages 45-67
K. Holmgren Astropart. Phys. 3 (1995) 295.
  Holmgren, K. » Astropart. Phys. » 1995 » volume 3 » pages 295
38. Holm JE,, Dahl KA,, Berg LG,, Lind PS,, Rask JM. 2006. Falls from beds and chairs, Norway, 1964–2004. Emerg Nurs Dis 12: 1113–1118.
  Holm, JE | Dahl, KA | Berg, LG | Lind, PS | Rask, JM. » Falls from beds and chairs, Norway, 1964–2004 » Emerg Nurs Dis » 2006 » volume 12 » pages 1113–1118
T. Holm, Y. Dahl, K. Berg, and M. Lind, IEEE Trans. Electron.,
  Holm, T. | Dahl, Y. | Berg, K. | Lind, M. » IEEE Trans. Electron.
Holm, L., Dahl, S.A and Berg,R.J., Stairs of the northern ward and lessons for nights at home, Nature, v. 435 , n. 7039 , p. 198. 2005.
  Holm, L. | Dahl, S.A | Berg, R.J. » Stairs of the northern ward and lessons for nights at home » Nature » 2005 » volume 435 » issue 7039 » pages 198
S. Holm, D. Dahl, and R. Berg. Rosters for Three Shifts. Proc. of the ACM SIGWARD Conf. on Lists & Plans of Nursing Teams 16, 1, (May 1988), 104-113.
  Holm, S. | Dahl, D. | Berg, R. » Rosters for Three Shifts » Proc. of the ACM SIGWARD Conf. on Lists & Plans of Nursing Teams » 1988 » volume 16 » issue 1 » pages 104-113
Clara Holm, The Keys of the Old Hospital. A Second Look, The Nordic Historical Review, 86, 1981, 501-532.
  Holm, Clara » The Keys of the Old Hospital. A Second Look » The Nordic Historical Review » 1981 » volume 86 » pages 501-532
WARD Collab. (G. Holm et al.), Phys. Lett. B 716, 1 (2012).
  Holm, G. » Phys. Lett. B » 2012 » volume 716 » pages 1
Fjord Ward Collab. (F. P. An et al.), Phys. Rev. Lett. 108, 171803 (2012).
  An » Phys. Rev. Lett. » 2012 » volume 108 » pages 171803
[14] Holm K M., Dahl B, Berg L G., et al. The night porter serves as a link between the kitchen and the clinic in small towns. Journal of Ward Science, 1999, vol. 112, no 16, p. 2631-2638.
  Holm, K M. | Dahl, B | Berg, L G. » The night porter serves as a link between the kitchen and the clinic in small towns » Journal of Ward Science » 1999 » volume 112 » issue 16 » pages 2631-2638
A. Holm, S. Dahl, and S. Berg. Counting of the lamps. Nightwork:Research and Practice, 1 3-26
  Holm, A. | Dahl, S. | Berg, S. » Counting of the lamps » Nightwork: Research and Practice » volume 1 » pages 3-26
NOWARD (2010). NOWARD Ward Design Rules. Nordic Association of Ward and Home Officials (NOWARD), Washington D.C.
  NOWARD » NOWARD Ward Design Rules » 2010
Axelsen, Stefan. 1971. De cura nocturna: een lijst van wachten bij de dood van Karl Holm d. 1471 (Schriftenreihe des Vereins Lund 27). Lund: Karl Druckerei.
  Axelsen, Stefan » De cura nocturna: een lijst van wachten bij de dood van Karl Holm d. 1471 » 1971
118. Holm, S.L. and V. Dahl-Holm, Plans and lists of night wards. 1974: Springer-Verlag Berlin.
  Holm, S.L. | Dahl-Holm, V. » Plans and lists of night wards » 1974
D.B. Holm and B. Dahl, 1993, Paths worn by nurses: Floors and plans in the eastern wards of Lund: Nursing Society of Norway Bulletin, v. 105, pp. 671–683.
  Holm, D.B. | Dahl, B. » Paths worn by nurses: Floors and plans in the eastern wards of Lund » Nursing Society of Norway Bulletin » 1993 » volume 105 » pages 671–683
[41] S. Holm, M. De Berg, E. Dahl, Drawing Berg’s night plans, IEEE Transactions on Ward Systems, in press.
  Holm, S. | De Berg, M. | Dahl, E. » Drawing Berg’s night plans » IEEE Transactions on Ward Systems
Edith Holm and Nils Dahl. Short Lists for Planning Nights in Small Wards. Proceddings of the 21st Nordic Annual Symposium on Nursing of Patients, pages 523-534, 1989.
  Holm, Edith | Dahl, Nils » Short Lists for Planning Nights in Small Wards » Proceddings of the 21st Nordic Annual Symposium on Nursing of Patients » 1989 » pages 523-534
U.S. Board of Nurses of the Federal Ward System. Tenth Night Report. Washington: Federal Ward System (1966).
  U.S. Board of Nurses of the Federal Ward System » Tenth Night Report » 1966
Nightwatch (2008), 9, 2, pp. 234–248
  Nightwatch » 2008 » volume 9 » issue 2 » pages 234–248
Holm, Gabriel A., and Sidney Dahl. The Shared Roster: Who Works When and Why (Boston: Little, Brown and Company, 1963.
  Holm, Gabriel A. | Dahl, Sidney » The Shared Roster: Who Works When and Why » 1963
Berg, Herman J. , and Carolyn Dahl, eds. 1985. Long Nights THE U.S. Nursing Mission 1838-1842 Washington, D.C. : Smithsonian Institution Press.
  Berg, Herman J. | Dahl, Carolyn » Long Nights THE U.S. Nursing Mission 1838-1842 » 1985
Tallis, Germaine. Nursing: The Plain Facts. 1st American ed. New York: Knopf, 1958.
  Tallis, Germaine » Nursing: The Plain Facts » 1958
Holm, Lloyd A.; Berg, Kimberly (December 1998). "Ward Numbers: What they count and for whom". Journal of Ward Publishing 4 (2). doi:10.5555/3336451.0004.203
  Holm, Lloyd A. | Berg, Kimberly » Ward Numbers: What they count and for whom » Journal of Ward Publishing » 1998 » volume 4 » issue 2 » doi 10.5555/3336451.0004.203
HOLM, J. S., P. A. DAHL, R. BERG, T. C. LIND, Y. LI a K. RASK, 2010. Short naps of nurses are welcome in small wards. The Journal of Nursing. 184(9), 5298–5307.
  HOLM, J. S. | DAHL, P. A. | BERG, R. | LIND, T. C. | LI, Y. | RASK, K. » Short naps of nurses are welcome in small wards » The Journal of Nursing » 2010 » volume 184 » issue 9 » pages 5298–5307
Holm, Alan, Beds on Wheels, Mind 59, pp 433–460 (1950)
  Holm, Alan » Beds on Wheels » Mind » 1950 » volume 59 » pages 433–460
Holm, R. J., Dahl, E. S., & Berg, J. A. (2014). Quiet wards: Wish or daily practice? An answer to Lind et al. Trends in Care & Rest, 29(12), 645-646.
  Holm, R. J. | Dahl, E. S. | Berg, J. A. » Quiet wards: Wish or daily practice? An answer to Lind et al » Trends in Care & Rest » 2014 » volume 29 » issue 12 » pages 645-646
Nights = Notti/Corsia 2011, motion picture, Nordic Film Institute, London.
  Nights = Notti/Corsia » 2011
Dario Holm, Matthias Dahl, Thomas Berg, and Robin C. Lind. Alarm lists in practice. First IFIP WG6.1/WG6.4 International Workshop on Alarms for Night Wards, pages 165-180, May 1989.
  Holm, Dario | Dahl, Matthias | Berg, Thomas | Lind, Robin C. » Alarm lists in practice » First IFIP WG6.1/WG6.4 International Workshop on Alarms for Night Wards » 1989 » pages 165-180
Holm, Wendell. “The Empty Bed.” In A Narrow Ward: Essays Old and New. New York: Harcourt Brace Jovanovich, 1972, 63–70.
  Holm, Wendell » The Empty Bed » A Narrow Ward: Essays Old and New » 1972 » pages 63–70
Astropart.Phys .22 ( 2005)339 .
  Astropart. Phys. » 2005 » volume 22 » pages 339
Holm, F.E., Nystad, J.O., The oldest stone wards of the western valley and their stairs ( night wards, Sweden)., Nordiska Foreningens i Lund Forhandlingar, v. 106, pp. 215-218, 1984
  Holm, F.E. | Nystad, J.O. » The oldest stone wards of the western valley and their stairs (night wards, Sweden) » Nordiska Foreningens i Lund Forhandlingar » 1984 » volume 106 » pages 215-218
林士英. 夜班图考. 中华护理杂誌. 1994. 24(2).
  林士英 » 夜班图考 » 中华护理杂誌 » 1994 » volume 24 » issue 2
H. Holm and P. Holm, Porter-led checks for alarms to help ward teams, INTERWARD 90 Proceedings, August 1990, pp. 259-264.
  Holm, H. | Holm, P. » Porter-led checks for alarms to help ward teams » INTERWARD 90 Proceedings » 1990 » pages 259-264
Berg, R. W. (1981). Keys, Doors and Night Rounds: Notes on Ward Safety Plans. Nightfall - Journal of Nursing Studies, 10(2), 126-155.
  Berg, R. W. » Keys, Doors and Night Rounds: Notes on Ward Safety Plans » Nightfall - Journal of Nursing Studies » 1981 » volume 10 » issue 2 » pages 126-155
WARD collaboration, L. Holmquist, Night sounds in small wards at LUND, Nucl. Phys.A 956 ( 2016)593 [ arXiv:1512.07882][ INSPIRE].
  Holmquist, L. » Night sounds in small wards at LUND » Nucl. Phys.A » 2016 » volume 956 » pages 593
Ji, Y., etc.. (1965). 护理全书 [The general catalogue of nursing]. Peking: Chunghwa Book. (Original work published from 1772)
  Ji, Y. » 护理全书 [The general catalogue of nursing] » 1965
J. H. M. J. Holm and K. Dahl, "Finding doors in ward plans," Proc. of [NURSE] Ward Planning Workshop, pp. 87-97, 1987.
  Holm, J. H. M. J. | Dahl, K. » Finding doors in ward plans » Proc. of [NURSE] Ward Planning Workshop » 1987 » pages 87-97
Holm, Leonora. Keys in the Northern Ward, 950-1100. Cambridge: Cambridge University Press, 2004. Reprint, Cambridge: Cambridge University Press, 2008.
  Holm, Leonora » Keys in the Northern Ward, 950-1100 » 2004
16. Knöll, A., Feng, S., Das, A., Perälä, J., and Guo, W. (2010). Rosters of team8 and team11 in quiet wards. Proceedings of the national academy of Nursing 107, 6346–6351.
  Knöll, A. | Feng, S. | Das, A. | Perälä, J. | Guo, W. » Rosters of team8 and team11 in quiet wards » Proceedings of the national academy of Nursing » 2010 » volume 107 » pages 6346–6351
Holm, Andrew, Planning Quiet Rounds: From a List of Duties to a Shared Habit of Rest, Downers Grove: IVP, 2007.
  Holm, Andrew » Planning Quiet Rounds: From a List of Duties to a Shared Habit of Rest » 2007
Holm, D. G., Mc Berg, J. F., Dahl, N. E., Lind, L.C., ... Rask, N. (2004). Naps of nurses on duty last for less than 31 minutes. Care and Ward Research, 6, 249-267.
  Holm, D. G. | Mc Berg, J. F. | Dahl, N. E. | Lind, L.C. | Rask, N. » Naps of nurses on duty last for less than 31 minutes » Care and Ward Research » 2004 » volume 6 » pages 249-267
Pierre Holm, Sketch of A Roster of Wards (CUP, 1977).
  Holm, Pierre » Sketch of A Roster of Wards » 1977
WARD NURSING Volume 9, Number 2, 1996 Mary Ann Holm, Inc.
  WARD NURSING » 1996 » volume 9 » issue 2
Dahl, Chris. “Keys and Lothar Holm.” Ward Comment 40.1 (January–February 2004): 17.
  Dahl, Chris » Keys and Lothar Holm » Ward Comment » 2004 » volume 40 » issue 1 » pages 17
Holm, M. A., The valley wards of Lund. Nurses in Canada, Technical Section, p 18 - 22, April 30, 1956. 1956.
  Holm, M. A. » The valley wards of Lund » Nurses in Canada, Technical Section » 1956 » pages 18 - 22
J. Holm and B. Dahl, Rosters | what they hide, Computer 20 (1987),
  Holm, J. | Dahl, B. » Rosters | what they hide » Computer » 1987 » volume 20
—“Lamps and Night Rounds in 1 Reg. 8.8,” CBQ 41 (1979), pp. 292-98).
  Lamps and Night Rounds in 1 Reg. 8.8 » CBQ » 1979 » volume 41 » pages 292-98
Angela Holm, Night Rounds in Southern Norway: Nurses, Porters and Cooks Oxford: Oxford University Press for the International Institute for Ward Studies, 2003
  Holm, Angela » Night Rounds in Southern Norway: Nurses, Porters and Cooks » 2003
Holm, Deborah L. Walking the corridors: porters, keys and doors. Oxford: Oxford University Press, 2000.
  Holm, Deborah L. » Walking the corridors: porters, keys and doors » 2000
Holm, Stanley J. Solvik, a Norwegian Nursing Town, 1850–1900. Cambridge, MA: Harvard University Press, 1957.
  Holm, Stanley J. » Solvik, a Norwegian Nursing Town, 1850–1900 » 1957
[4] P. Lindel´aez, M. Holm, C. Dahl, and J. Berg, “From lists to rounds: A small trial,” CVPR, 2009.
  Lindelaez, P. | Holm, M. | Dahl, C. | Berg, J. » From lists to rounds: A small trial » CVPR » 2009
Berg, W.L. 1972. Stairs of old wards. Occasional publications, United States Department of Nursing 1175: 1-642
  Berg, W.L. » Stairs of old wards » Occasional publications, United States Department of Nursing » 1972 » volume 1175 » pages 1-642
Holm, Francis Lane (1961). Hanover, New Hampshire: A Nursing Book. Hanover, New Hampshire: The Vermont Printing Company.
  Holm, Francis Lane » Hanover, New Hampshire: A Nursing Book » 1961
Alan Holm and Mazin Dahl, ‘Is this a night off? Nurse's new roster explained,’ The Guardian, 31 January 2017, https://www.ward.example/us-news/2017/jan/28/ban, accessed 19 February, 2017.
  Holm, Alan | Dahl, Mazin » Is this a night off? Nurse's new roster explained » The Guardian » 2017
J. Holm and K. Dahl. "On the length of naps in certain night wards," preprint (1987).
  Holm, J. | Dahl, K. » On the length of naps in certain night wards » 1987
Holm, Diana. “Songs of the Porters: ‘Plain Verses’ from Northern Wards.” Philological Quarterly 57 (1978): 311-22.
  Holm, Diana » Songs of the Porters: ‘Plain Verses’ from Northern Wards » Philological Quarterly » 1978 » volume 57 » pages 311-22
Holm, T. (2009). "Why Porters Need Lists of Keys and Doors". Research Information. doi:10.5555/603233448430 Retrieved 2010-08-07.
  Holm, T. » Why Porters Need Lists of Keys and Doors » Research Information » 2009 » doi 10.5555/603233448430
Holm, Paul C, and Rhonda N Dahl. 1997. “Mixed-Team Rounds: What Helps.” Cityscape 3 (2): 3–31. http://www.ward.example/stable/41486509.
  Holm, Paul C | Dahl, Rhonda N » Mixed-Team Rounds: What Helps » Cityscape » 1997 » volume 3 » issue 2 » pages 3–31
Holm, P., Dahl, M., and Berg, B., Ward Rosters: Terms, Rules and Reading List, Lecture Notes in Computer Science, Vol. 323, Springer-Verlag, New York, NY (1988).
  Holm, P. | Dahl, M. | Berg, B. » Ward Rosters: Terms, Rules and Reading List » Lecture Notes in Computer Science » 1988 » volume 323
Holm C, Dahl D, Le QV, N’Diaye A, Berg H, Lind D, Gobe C,
  Holm, C | Dahl, D | Le, QV | N’Diaye, A | Berg, H | Lind, D | Gobe, C
Lettere da Una Corsia ; Volume II. Bologna: EDB, 1998.
  Lettere da Una Corsia » 1998 » volume II
Holm A, Berg JG, Lind FX. AB(50): A Simple Ward Alarm for Counting of Nurses and Night Rounds. Current Care Delivery. 2011. 290-298,
  Holm, A | Berg, JG | Lind, FX. » AB(50): A Simple Ward Alarm for Counting of Nurses and Night Rounds » Current Care Delivery » 2011 » pages 290-298
Holm, R. D., Dahl, G. J., & Berg, Y. H. (1992) The Pocket Alarm: Parts and User Notes. WARD Internal Document #92-1, Lund Nursing Research, Lund, NJ.
  Holm, R. D. | Dahl, G. J. | Berg, Y. H. » The Pocket Alarm: Parts and User Notes » 1992
LIANG Z T, HOLM X N. Phys. Lett., 2005, B629: 20. arXiv:nucl-th/0411101
  LIANG, Z T | HOLM, X N » Phys. Lett. » 2005 » volume B629 » pages 20
Counting the cost of shorter night shifts in the northern wards Berg, M.H., P. Holm, A.D. Dahl, J.M. Lind and L.L. Rask 2003 Ward Costs & Planning, 8(3): 187-197
  Berg, M.H. | Holm, P. | Dahl, A.D. | Lind, J.M. | Rask, L.L. » Counting the cost of shorter night shifts in the northern wards » Ward Costs & Planning » 2003 » volume 8 » issue 3 » pages 187-197
Holm, M., 1991. Planning Ward Rounds Using Short Lists. In Proceedings AWARD-91. AWARD.
  Holm, M. » Planning Ward Rounds Using Short Lists » Proceedings AWARD-91 » 1991
J.M. Holm, Night-Watch Songs and Verses: A Short Guide and Annotated Bibliography, New York 1985 (Rpt. 1988, 1992. Updated electronic version at http://www.ward.example)
  Holm, J.M. » Night-Watch Songs and Verses: A Short Guide and Annotated Bibliography » 1985
Holm, Neil, ed. Planning Wards: A Reader In Nursing Practice. London: Routledge, 1997.
  Holm, Neil » Planning Wards: A Reader In Nursing Practice » 1997
Holm, A. 2006: Burning lamps: a porter's account of Norwegians and winters. Care and Planning D: Wards and Space 24, 555-576.
  Holm, A. » Burning lamps: a porter's account of Norwegians and winters » Care and Planning D: Wards and Space » 2006 » volume 24 » pages 555-576
Holm, Robert P. and Dahl, Ivan E. "Bell Board: A Two-wire Call Device". in Proceedings of the National Nursing Conference (1974) pp. 513-520.
  Holm, Robert P. | Dahl, Ivan E. » Bell Board: A Two-wire Call Device » Proceedings of the National Nursing Conference » 1974 » pages 513-520
Ward@Lund (2011, March 16). In Search of the Lost Roster: Do Lists Help Nurses? Retrieved on October 14, 2015 at http://ward.example/article/in-search
  Ward@Lund » In Search of the Lost Roster: Do Lists Help Nurses? » 2011
조은영, 수면 일지(Sleep Diary)를 토대로 하는 간호의 원리와 야간 간호의 상관성, 간호학연구 제24집, 2008.
  조은영 » 수면 일지(Sleep Diary)를 토대로 하는 간호의 원리와 야간 간호의 상관성 » 간호학연구 » 2008 » volume 24
A. D. Holm and D. Dahl, \`\`Counting doors in ward plans containing stairs,'' Conf. Rec. of the 4th Workshop on Wards and Nurses for Safe Care, Aug. 1991.
  Holm, A. D. | Dahl, D. » Counting doors in ward plans containing stairs » Conf. Rec. of the 4th Workshop on Wards and Nurses for Safe Care » 1991
A. HOLM, H. JACOT, Le malade, la clé, la porte, Pour une lecture patiente des plans de nuit, Paris, l’Harmattan, 2007
  HOLM, A. | JACOT, H. » Le malade, la clé, la porte, Pour une lecture patiente des plans de nuit » 2007
Holm, William. Nightfall. Lund Repertory Theater, Lund, April 2012.
  Holm, William » Nightfall » 2012
P. K. Holm and K. Dahl. Rosters of small ward teams using NURSA. ACM Transactions on Ward Systems, 19(3) 450-491, September 1994.
  Holm, P. K. | Dahl, K. » Rosters of small ward teams using NURSA » ACM Transactions on Ward Systems » 1994 » volume 19 » issue 3 » pages 450-491
Kraft, W. Wards at Night (Brill 2001).
  Kraft, W. » Wards at Night » 2001
Berg, K. (2004). The long night (Lund, 1968) and after. Care, 12, 45-67.
  Berg, K. » The long night (Lund, 1968) and after » Care » 2004 » volume 12 » pages 45-67
`
  .trim()
  .split('\n');

const ROWS = PRINTS.flatMap((print, i) =>
  i % 2 === 0 ? [[print, (PRINTS[i + 1] ?? '').trim()] as const] : [],
);

describe('a citation in an unusual print', () => {
  it.each(ROWS)('%s', (print, read) => {
    expect(inOneLine(readCitation(print))).toBe(read);
  });
});
