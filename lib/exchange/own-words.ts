/** The words with which our exports mark what a review found in a paper: writers and readers take them from here. */

import { PAPER_STANCES } from '../map';
import type { Notice } from '../model';

type Kind = Notice['kind'];

/** As keywords and columns have it; what matters most, first. */
export const NOTICE_WORD: Readonly<Record<Kind, string>> = {
  retraction: 'Retracted',
  concern: 'Expression of concern',
  correction: 'Corrected',
};
export const NOTICE_KINDS = Object.keys(NOTICE_WORD) as Kind[];

/** How keywords of ours begin. */
export const PROGRESS = 'Progress: ';
export const ELIGIBILITY = 'Eligibility: ';
export const INFLUENCE = 'Influence: ';
/** In place of a stance, where only second-hand statements are known. */
export const SECOND_HAND_ONLY = 'second-hand only';
/** Behind the label of an influence, and a colon. */
export const SAID_OF_INFLUENCES: readonly string[] = [...PAPER_STANCES, SECOND_HAND_ONLY];

/** The note that sums a paper up, and that of one tag. */
export const OVERVIEW = 'Evidence map: ';
export const TAG_NOTE = 'Evidence tag: ';
export const CODER = 'coder: ';
/** Before the moment as of which the note has the tag. */
export const UPDATED = 'updated: ';
export const TAG_ID = 'tag id: ';
/** Before a tag's strength. */
export const STRENGTH = 'strength ';
/** Between the parts of either. */
export const PART = ' | ';
export const PREPRINT_OF = 'preprint of ';
/** Between notes, where a format has one place for all of them. */
export const NEXT_NOTE = ' || ';
/** Between notices. */
export const NEXT_NOTICE = '; ';
