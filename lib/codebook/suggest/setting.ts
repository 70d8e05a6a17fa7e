/**
 * Is a text about people or organisations that deliver or receive what is implemented? Bearing's own words are matched in
 * any sentence, but most of them are also usual elsewhere ("low income", "fell ill"): without such a sign they are a hint.
 */
import { groupOf } from './wordings';
import { plainBase, type Word } from './words';

/** What is put in place, where, by whom, and what becomes of it. Not patients or students: every study of health or school has those. */
const SETTING =
  'role post duty position shift caseload workload handover workplace workforce personnel employer employee organisation organisational ' +
  'agency department ward site service programme program intervention innovation implementation implement adopt adoption uptake rollout ' +
  'initiative scheme guideline protocol checklist app portal dashboard toolkit workflow peer stakeholder champion facilitator coach mentor ' +
  'supervisor supervision client commissioner funder insurer barrier obstacle hinder hindrance impediment enabler trainee newcomer ' +
  'hospital clinic referral pilot manual module workshop training trained practice reform policymaker interviewee informant applicant tool pathway ' +
  'consultation meeting launch introduce rollout timetable office licence responsibility electronic feasible feasibility acceptability ' +
  'sustainability fidelity gps';

let signs: ReadonlySet<string> | undefined;

function signBases(): ReadonlySet<string> {
  signs ??= new Set([
    ...SETTING.split(' ').map(plainBase),
    ...groupOf('STAFF'),
    ...groupOf('LEADER'),
  ]);
  return signs;
}

/** Who speaks of their own work: interviewees are quoted in the first person. */
const SPEAKERS = new Set(['i', 'me', 'my', 'us']);

/** Indexes of the words that show it. */
export function settingIn(words: readonly Word[]): ReadonlySet<number> {
  const bases = signBases();
  return new Set(
    words.flatMap(({ base, plain }, i) => (bases.has(base) || SPEAKERS.has(plain) ? [i] : [])),
  );
}
