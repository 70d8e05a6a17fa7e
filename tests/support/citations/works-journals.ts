/** Invented articles in journals of every make of name: one word, many, with commas, with sections, in other languages. */
import { type Article, article } from './works';

export const JOURNALS: readonly Article[] = [
  article(
    'Adeyemi|Tunde; Bello|Grace',
    'Oral vaccines against cholera: a field trial in Lagos, Kano and Ibadan',
    'Proceedings of the National Academy of Sciences of the United States of America | Proc. Natl. Acad. Sci. U.S.A. | 2015 | 112 | 14 | 4200-4205',
    '10.5555/pnas.1502112',
  ),
  article(
    'Brandt|Ole; Krogh|Mette Louise',
    'Bone density after early menopause',
    'Bone | | 1998 | 13 | 4 | 581-589 | April',
  ),
  article(
    'Castellani|Piero',
    'Symmetry breaking in a chain of coupled rotors',
    'Journal of Statistical Physics | J. Stat. Phys. | 1972 | 12 | 1 | 20-31',
  ),
  article(
    'Duarte|Inês; Moreira|Rui',
    'Body image in adolescents: weight, diet and self-esteem',
    'Appetite | | 2006 | 47 | 2 | 100-109',
  ),
  article(
    'Eriksen|Nils',
    'A kinase that is switched on by heat',
    'Biochemical and Biophysical Research Communications | Biochem. Biophys. Res. Commun. | 2000 | 269 | 2 | 415-421',
  ),
  article(
    'Farkas|Béla; Gulyás|Péter; Hegedűs|Judit',
    'Photometry of eclipsing binaries in the Large Magellanic Cloud',
    'Monthly Notices of the Royal Astronomical Society | Mon. Not. R. Astron. Soc. | 2004 | 351 | 3 | 1041-1050',
  ),
  article(
    'Grant|Ulla; Ross|Iain',
    'Labour, land and law in the Highlands, 1780-1850',
    'Past & Present | | 1979 | 83 | | 116-134',
  ),
  article(
    'Haddad|Samir; Khoury|Rana',
    'Refugee camps as cities in the making',
    'International Journal of Urban and Regional Research | Int. J. Urban Reg. Res. | 2012 | 36 | 6 | 1210-1228',
  ),
  article(
    'Iversen|Kari',
    'Wear of lubricated steel under cyclic load',
    'Wear | | 1985 | 104 | 2 | 133-145',
  ),
  article(
    'Jansen|Pieter; Visser|Anneke',
    'The memory of dykes: flood control and village life in Zeeland',
    'Environment and History | Environ. Hist. | 2008 | 14 | 1 | 71-96',
  ),
  article(
    'Keller|Urs',
    'Zur Frage der Ordnung in frühen Klöstern',
    'Zeitschrift für Kirchengeschichte | | 1963 | 74 | 2 | 210-229',
  ),
  article(
    'Lambert|Élise; Roux|Antoine',
    'Les ouvriers du port et la grève des dockers de Marseille',
    "Revue d'histoire moderne et contemporaine | | 1988 | 35 | 4 | 612-634",
  ),
  article(
    'McCarthy|Brendan; Quinn|Aoife',
    'Does the minimum wage reach those who need it most?',
    'Quarterly Journal of Economics | Q. J. Econ. | 1996 | 111 | 3 | 887-912',
  ),
  article(
    'Nakamura|Keiko; Yamada|Takeshi; Mori|Akira; Ito|Naoki',
    'Total synthesis of a marine alkaloid',
    'Tetrahedron Letters | Tetrahedron Lett. | 1994 | 35 | 18 | 2967-2970',
  ),
  article(
    'Oduya|Chinedu',
    'Gene flow between wild and cultivated yams in West African savannas',
    'Molecular Ecology | Mol. Ecol. | 2011 | 20 | 10 | 2134-2147',
  ),
  article(
    'Pereira|Tiago; Sousa|Marta',
    'Bayesian estimation of stochastic volatility models with jumps',
    'Journal of Business & Economic Statistics | J. Bus. Econ. Stat. | 2003 | 21 | 2 | 205-217',
  ),
  article(
    'Quist|Birgit; Dahlgren|Sven',
    'Long-term follow-up of total hip replacement in patients under fifty',
    'Acta Orthopaedica Scandinavica | Acta Orthop. Scand. | 1990 | 61 | 5 | 401-404',
  ),
  article(
    'Rahman|Nadia; Islam|Tariq',
    'Shrimp farming, salinity and rice yields: evidence from coastal Bangladesh',
    'World Development | World Dev. | 2010 | 38 | 7 | 1021-1034',
  ),
  article(
    'Sørensen|Lise',
    'Bacterial communities of the deep biosphere',
    'Applied and Environmental Microbiology | Appl. Environ. Microbiol. | 1999 | 65 | 9 | 4008-4015',
  ),
  article(
    'Tkachenko|Olena; Bondar|Ihor',
    'Scattering theory for Jacobi operators',
    'Inverse Problems | Inverse Probl. | 2005 | 21 | 3 | 919-934',
  ),
  article(
    'Ueda|Shin; Abe|Mari',
    'Superconductivity in layered nickel oxides',
    'Physical Review Letters | Phys. Rev. Lett. | 2018 | 120 | 6 | 067002',
    '10.5555/physrevlett.120.067002',
  ),
  article(
    'Valdez|Carmen; Ortega|Julio',
    'Language choice among Zapotec migrants in Los Angeles',
    'Language in Society | Lang. Soc. | 1993 | 22 | 4 | 517-540',
  ),
  article(
    'Whitfield|James; Baker|Thomas Alan',
    'On the equations of motion of floating bodies',
    'Philosophical Transactions of the Royal Society A | Philos. Trans. R. Soc. A | 1954 | 246 | 916 | 417-438',
  ),
  article(
    'Xu|Jing; Zhao|Lei',
    'Thermal conductivity of porous ceramics',
    'International Journal of Heat and Mass Transfer | Int. J. Heat Mass Transf. | 2013 | 57 | 1 | 112-120',
  ),
  article(
    'Young|Margaret',
    'The poet as witness: Owen, Sassoon and the trenches',
    'Modern Language Review | Mod. Lang. Rev. | 1976 | 71 | 4 | 741-757',
  ),
  article(
    'Zimmermann|Ralf; Vogel|Petra; Lang|Uwe',
    'Oxidation of methane over palladium catalysts. II. Effect of water',
    'Journal of Catalysis | J. Catal. | 1997 | 171 | 1 | 67-76',
  ),
  article(
    'Archer|Simon; Bishop|Clare',
    'The U.S. market for used textbooks',
    'American Economic Review | Am. Econ. Rev. | 2007 | 97 | 5 | 1711-1735',
  ),
  article(
    'Bianchi|Luca; Conti|Sara; Greco|Paolo',
    'Measurement of the B meson lifetime at 7 TeV',
    'Physics Letters B | Phys. Lett. B | 2011 | 707 | 1 | 52-59',
  ),
  article(
    'Cheng|Hao; Liu|Yan',
    'Wetting of rough surfaces by water drops',
    'Langmuir | | 2009 | 25 | 24 | 14135-14141',
  ),
  article(
    'European Food Safety Authority',
    'Scientific opinion on dietary reference values for water',
    'EFSA Journal | EFSA J. | 2010 | 8 | 3 | 1459',
  ),
  article(
    'Dietrich|Georg',
    'Über die Struktur der Gläser',
    'Zeitschrift für Physik | Z. Phys. | 1932 | 77 | 5 | 301-315',
  ),
  article(
    'Egan|Ruth; Flynn|Mark',
    'Sleep loss and errors of judgement in junior doctors',
    'Brain | | 2001 | 124 | 3 | 540-552',
  ),
  article(
    'Hart|Oliver; Stone|Diana; Wells|Ian',
    'Genome-wide association study of height in 3,000 twins',
    'PLoS Genetics | PLoS Genet. | 2012 | 8 | 6 | e1002776',
    '10.5555/journal.pgen.1002776',
  ),
];
