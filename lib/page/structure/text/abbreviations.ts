/** Words whose full stop does not end a sentence. Kept as data: one line per reason, lower case, without the final stop. */

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Never at the end of a sentence: what follows belongs to them. */
export const NEVER_LAST = new Set(
  words(`
  fig figs figure tab eq eqs eqn eqns ref refs sect chap vol vols nr nos pp pts exs suppl supp lem thm
  dr drs mr mrs ms mx prof profs sr sra mme mlle fr rev maj capt cmdr lt sgt gov sen supt
  mt ft messrs
  cf viz vs e.g i.e eg ie ca approx al.e resp incl excl esp sensu aff nr var subsp ssp subg cv ssp f.sp
  bzw vgl z.b d.h u.a abb bspw evtl ggf usw.e s.o s.u sog
  p.ex c.-à-d núm pág págs ej p.ej
  vol mol.wt
  avg dept univ inst assn natl intl
  `),
);

/** May end a sentence: they do when a word follows that opens sentences. */
export const MAYBE_LAST = new Set(
  words(`
  al etc inc corp ltd co bros llc gmbh plc jr sr esq ph.d m.d b.sc m.sc d.phil u.s u.s.a u.k e.u u.n d.c a.m p.m
  no sp spp st ave blvd rd min max sec hr hrs wk wks mo yr yrs s.d s.e s.e.m i.p i.v i.m s.c p.o b.i.d t.i.d a.d b.c c.e
  jan feb mar apr jun jul aug sep sept oct nov dec ed eds ch comb gen nov mm chr int
  n.s n.d op cit ibid loc r.m.s v/v w/v w/w r.p.m h p n a.u usw etal misc mus
  `),
);

/** Followed by a number they are labels: "No. 5", "St. 3", "p. 55", "chr. 7". */
export const BEFORE_NUMBER = new Set(
  words(
    `no nos nr p pp vol ch chr sec st art par para jan feb mar apr jun jul aug sep sept oct nov dec ed app ver v cat tel ext appx n nº`,
  ),
);

/** Words that open sentences far more often than they follow an abbreviation. */
export const STARTERS = new Set(
  words(`
  the this these those that there then thus therefore they their it its in on at as an a we our when where while which with without
  if however hence here he she his her for from by but both because before after although among all also additionally another any
  are is was were what who why how since so some such several similarly subsequently furthermore finally first second third next
  moreover most more many much no not none nevertheless nonetheless of one only or other over overall once note recently
  results taken to together two three under unlike until upon using whereas whether yet consistent consequently despite during each
  either even interestingly importantly indeed instead like given later data did do does you your i my let let's mr mrs dr travelers she's
  he's they've millions at finally yes go come see
  der die das ein eine es wir im in und aber bei zur zum le la les un une il elle nous dans el los las una en se o os as um uma
  `),
);
