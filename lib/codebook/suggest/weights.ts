/**
 * What each finding is worth, between 0 and 1, and how much is enough. The findings of one influence are combined as independent
 * reasons are (1 minus the product of what each leaves open), so several weak ones add up and none exceeds 1.
 */

/** Where the codebook has the phrase. Its own names of the thing count most. */
export const SOURCE = {
  /** The whole label, or a part of it between "and", "or" and commas. */
  label: 1,
  alias: 0.95,
  /** Codebooks list cues as words that suggest the influence: not names of it. */
  cue: 0.85,
  /** Not of the codebook: related.ts. */
  related: 0.6,
  /** Likewise, and put in other words (wordings.ts): a chip of its own, but not in a text that reports a method. */
  wording: 0.6,
} as const;

/** A phrase of several telling words is seldom met by chance; single words differ (words.ts). */
export const KIND = { phrase: 1, telling: 0.9, everyday: 0.5, field: 0.2 } as const;

/** What an everyday word gains beside a word of quantity ("lack of funding"): it counts as a telling one. */
export const MEASURED = KIND.telling / KIND.everyday;

/**
 * A phrase that several influences of the codebook have points at none of them: its worth is divided by the number of them to
 * this power.
 */
export const SHARED = 0.5;

/**
 * A single word after "and" in a label that begins with two or more ("Patient needs and engagement") is short for a longer name: by
 * itself it is worth this share of a label.
 */
export const SHORTENED = 0.7;

/** One word of a label of several words, and the share of the definition's words that a text has: hints, on request only. */
export const LABEL_WORD = 0.3;
export const DEFINITION = 0.35;
/**
 * By themselves: what the rest of the text shares with the definition makes an influence surer that has a phrase there. Two weak
 * signs that are independent and agree are enough, as an everyday word and a definition; the second alone is none.
 * 0.9 finds more in the sentences that were read for the lists, and is wrong more often in all others; below 0.4 it adds nothing.
 */
export const BESIDE = 0.5;
/** BM25 (Robertson & Zaragoza 2009): how soon repetition stops to count, and how much a long text is marked down. */
export const BM25 = { k1: 1.2, b: 0.75 } as const;
/** The BM25 score at which the definition counts half of its weight. */
export const BM25_HALF = 6;

/**
 * How sure a suggestion must be to be shown by itself. With a claim ("a barrier was ...", "improved"), an everyday word
 * of the codebook's own is enough; without one it takes a phrase or a telling word of the codebook's own. A text that reports how
 * a study was done needs both a claim and a name of the influence; one on what was not examined gets no chip at all.
 * Values near each (0.36 to 0.42, 0.48 to 0.54, 0.65 to 0.85) agree with the labels that may be looked at to within 0.01 of F1,
 * whichever of the sets is left out.
 */
export const ENOUGH = { claim: 0.4, plain: 0.52, method: 0.75 } as const;

/** On request nearly any hint is shown: the reader has asked, and chooses. */
export const ENOUGH_ON_REQUEST = 0.01;

/**
 * What the words of related.ts are still worth where one of them is a phrase that the codebook has for another influence: too little
 * for a chip of their own, enough beside another sign. 0.3 to 0.5 agree equally well with the labels; at 1 the F1 of one set is 0.03 lower.
 */
export const OVERLAPPED = 0.5;

/** A longer phrase takes the words of a shorter one only where it is likely to be meant: its words are next to each other. */
export const SURELY_LONGER = 0.75;

/**
 * So many words make related words, and a way of putting something, as telling as a name: they give a chip in any sentence. With single
 * related words chips are on 13 of 180 ordinary readings (60 sentences, three codebooks), with two on 4. For ways of putting things, four
 * words would lose 0.04 to 0.05 of F1 in two sets; two gain 0.02, but "fell ill" and "too long" are usual in any field.
 */
export const SPECIFIC = { related: 2, wording: 3 } as const;

/**
 * The share of a definition's weight that the rest of a text must have to be a sign that a short phrase is meant: three or four of its telling
 * words. At 0.35 and below, one rare word is enough, and twice as many ordinary sentences get a chip with TDF.
 */
export const DEFINED = 0.45;

/** Another form of the same word, "trained" for "training": the same thing nearly always, so that a telling one still gives a chip. */
export const OTHER_FORM = 0.8;
/**
 * Another word of the same stem: "openness" for "opened" is often the same thing, and sometimes not. One related word met so is worth less
 * than ENOUGH.claim (0.6 * 0.9 * 0.65); at 0.8 it is worth more, and precision falls in two sets.
 */
export const DERIVED = 0.65;
/** In another order, next to each other: "definition of roles" for "role definition" is the same thing, seldom another. */
export const REORDERED = 0.9;
/** With words between: the more, the less sure that they belong together; with three they are not looked for. */
export const APART = [1, 0.8, 0.7] as const;

/**
 * How like a name of related words a label must be to have them: as it is, in another form or order, or with two words between; not by another word of
 * its stem, which is DERIVED. Any value between the two gives the same lines.
 */
export const LIKE_A_NAME = 0.7;

/**
 * So many words may be between two neighbours of a pattern: an article and an adjective. With 1 the F1 of three sets is 0.01 to 0.02
 * lower, with 3 it is the same.
 */
export const NARROW = 2;
/** And so many at a wide gap: a short clause. With 4 a set loses 0.03 of F1; 8 finds nothing more. */
export const WIDE = 6;
