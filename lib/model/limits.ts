/** How much of a thing there can be: for the schemas, and for the forms and scripts that leave the schemas out. */

/** Characters of a reader's or a page's text: bounded, so that a hostile page cannot fill the store. */
export const LONGEST_TEXT = 50_000;
export const LONGEST_SHORT_TEXT = 2_000;
/** Of an influence's label, and of a codebook's name. */
export const LONGEST_LABEL = 300;
/** Of the framework's own code: "I.A". */
export const LONGEST_CODE = 40;
/** Of an influence's symbol: one or two characters, which may be of several units each. */
export const LONGEST_SYMBOL = 8;
/** A cue that is made while reading is a few words: a sentence would be found in no other text. */
export const LONGEST_CUE = 60;
/** Examples of an influence. */
export const MOST_EXAMPLES = 50;
/** Influences of a codebook. */
export const MOST_INFLUENCES = 2_000;
