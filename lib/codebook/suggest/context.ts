/**
 * What kind of sentence a text is, as far as its words show: does it claim something of what helps or hinders, or report how a
 * study was done, or what it did not look at? Decides only how sure a suggestion must be that is shown by itself.
 */
import { type Found, filePhrases, type Phrases } from './phrases';
import { settingIn } from './setting';
import { fileWordings, type Wordings } from './wordings';
import type { Word } from './words';

type Sign = 'claim' | 'method' | 'background' | 'unreported' | 'sense' | 'amount';

/** Something helps, hinders, is needed, missing, changed or felt. */
const CLAIM =
  'barrier, facilitator, hinder, hindrance, impede, impediment, obstacle, enable, enabler, challenge, challenging, lack, lacking, ' +
  'absence of, need for, needed, needs to be, important, importance, essential, crucial, critical, vital, key factor, key predictor, ' +
  'influence, affect, impact, predict, predictor, associated, correlated, relate, related, lead to, led to, result in, cause, because, due to, ' +
  'contribute, improve, undermine, promote, foster, facilitate, require, required, ensure, success, ' +
  'successful, failure, difficult, difficulty, problem, concern, worry, worried, limited, insufficient, inadequate, inadequacy, poor, ' +
  'unclear, help, helped, allow, prevent, ' +
  'struggle, easier, harder, factor, determinant, recommend, should, must, valued, felt, feel, believe, perceive, described, reported that, ' +
  'said that, appreciate, complain, discourage, encourage, deter, sustain, drive, driven, depend, necessary, prerequisite, strengthen, ' +
  'weaken, constrain, constraint, negative, positive, detrimental, effect on, strong, weak, low, higher, lower, poorer, better, worse';

/** How much there is of something, or that it is needed: beside a word, they say that the thing itself is meant. */
const AMOUNT =
  'lack of, lacked, lacking, lack, absence of, insufficient, inadequate, inadequacy of, limited, poor, scarce, scarcity of, shortage of, too little, too few, ' +
  'need for, needed, required, no, without, strong, weak, low, high, adequate, sufficient, greater, more, better, clear, unclear, good, ' +
  'appropriate, ongoing, dedicated, loss of, importance of, role of, problems with, difficulties with, concerns about, quality of, increased, ' +
  'reduced, negative, positive, effective, ineffective, regular, access to, provision of, influence of, impact of, effect of, effects of';

/** How a study was done. */
const METHOD =
  'interviews were, focus groups were, were interviewed, audio-recorded, transcribed, verbatim, coded, coding, codebook, thematic analysis, ' +
  'were analysed, was analysed, analyses were performed, questionnaire, survey was conducted, data were collected, data collection, ' +
  'were collected, were recruited, was recruited, recruitment took place, purposive sampling, snowball sampling, eligible, eligibility, ' +
  'inclusion criteria, exclusion criteria, were included, were excluded, were screened, screened titles, two reviewers, systematic search, ' +
  'were searched, databases, search strategy, search terms, published articles, randomised, randomly, allocated to, control group, ' +
  'control arm, intervention arm, usual care, baseline, sample size, power calculation, statistically significant, significance level, ' +
  'P value, confidence interval, standard deviation, mean age, median age, regression model, was calculated, were calculated, ' +
  'were computed, was measured, were measured, was assessed, were assessed, was tested, were tested, using a measure, scale, ' +
  'Likert, Cronbach, inter-rater, interrater, kappa, ethical approval, ethics committee, informed consent, competing interests, ' +
  'conflict of interest, conflicts of interest, funded by, supported by a grant, authors declare, authors contributed, final manuscript, ' +
  'registered, protocol was, PRISMA, COREQ, Table, Figure, appendix, supplementary, was guided by, guide the, topic guide, ' +
  'framework was used, was used to, were used to, we used, we conducted, we searched, we included, this paper is organised, ' +
  'this article presents, aim of this, aimed to, objective of, meta-analysis, were retrieved, was evaluated on, accuracy of, records found, ' +
  'subscales, rated from, strongly agree, strongly disagree, semi-structured, structural equation, multilevel models, multilevel model, ' +
  'sensitivity analysis, subgroup analysis, qualitative research, quantitative research, our sample, rats, mice, in vitro, ' +
  'the literature on, findings should be interpreted, several limitations, limitations of this, written consent, were rated, were fitted, ' +
  'respondents answered, response rate, missing data, data were missing, dependent variable, study period';

/** What is so in general, before anything is found: how many there are, what grows. */
const BACKGROUND =
  'increasing need, increasing number, increasing interest, increasingly, rapidly, growing, growth, in recent years, over the past decade, ' +
  'worldwide, internationally, prevalence, prevalent, leading cause, leading causes, widely used, widespread, ' +
  'have existed, has emerged, have emerged, is defined as, are defined as, refers to, refer to, is a form of, in line with, consistent with, ' +
  'similar to previous, confirm previous, prior studies, previous studies, is known as, has become, have become';

/** What was not looked at or found out. */
const UNREPORTED =
  'did not examine, did not assess, did not measure, did not report, did not collect, not examined, not assessed, not measured, not reported on, ' +
  'not reported, not collected, not investigated, not explored, no study reported, no studies reported, none reported, none of the studies, ' +
  'none of the trials, none of the papers, beyond the scope, future research, future studies, further research, more research, ' +
  'remains unclear, remain unclear, remains unknown, little is known, not known, little focus, little attention, little research, ' +
  'few studies have, has not been studied, lack of research, lack of studies, gap in the literature';

/** Words of influences in another sense. What they cover is not looked at. */
const OTHER_SENSE =
  'evidence-based practice, evidence-based practices, evidence-based intervention, evidence-based interventions, evidence-based programme, ' +
  'evidence-based programmes, evidence-based programs, evidence-based program, evidence-based treatment, evidence-based treatments, ' +
  'evidence-based medicine, training set, training data, training sample, cell culture, blood culture, culture medium, tissue culture, urine culture, support vector, ' +
  'course of the illness, course of the disease, course of illness, course of disease, course of treatment, clinical course, of course, ' +
  'in the course of, over the course of, peer review, peer-reviewed, network analysis, network meta-analysis, neural network, ' +
  'selection bias, selection criteria, article selection, study selection, publication bias, model fit, goodness of fit, fit indices, ' +
  'statistical power, power calculation, power analysis, antibiotic resistance, antimicrobial resistance, drug resistance, insulin resistance, ' +
  'resistance of, resistance training, resistance exercise, competing interests, to our knowledge, to the best of our knowledge, ' +
  'knowledge synthesis, working memory, emotion recognition, emotion regulation, length of stay, length of follow-up, space limitations, ' +
  'word limit, social media, research team, study team, review team, team of researchers, research leaders, stress fracture, oxidative stress, ' +
  'post-traumatic stress, stress test, attention deficit, attention control, waiting list control, analysis plan, study design, ' +
  'research design, randomised trial, controlled trial, clinical trial, control condition, evidence that, evidence of, evidence for, some evidence, ' +
  'no evidence, there is evidence, body of evidence, policy documents, in terms of, short term, role of, plays a role, role in, ' +
  'retention in care, retention rate, loss to follow-up, attrition rate, attrition bias, study retention, funding source, ' +
  'role of the funder, source of funding, space group, cost of living, time to event, supervised learning, unsupervised learning, ' +
  'effective implementation, effective delivery, effective treatment, effective treatments, effective intervention, effective interventions, ' +
  'be aware of, be aware that, plan to, plans to, planned to, as a means of, by means of, knowledge translation, ' +
  'among trained, by trained, by a trained, trained interviewers, trained researchers, trained assessors, trained raters, ' +
  'trained on, model was trained, models were trained, network was trained, climate change, climate data, weather station, printed from, ' +
  'value of, p value, normal values, reference values, missing values, complex regional, culture-positive, communication disorder';

/**
 * Those whom a finding is from ("reported by managers"): it is not about them. As wordings.ts has patterns, with the step that
 * names them.
 */
const REPORTERS: readonly { pattern: string; value: number }[] = [
  {
    pattern:
      'PERSON reported|described|said|stated|agreed|noted|mentioned|explained|emphasised|highlighted|named|cited|rated|identified|commented|interviewed|surveyed|recalled|indicated|suggested',
    value: 0,
  },
  {
    pattern:
      'reported|mentioned|named|cited|described|identified|raised|noted|expressed|rated by PERSON',
    value: 2,
  },
  {
    pattern:
      'interviews|groups|survey|sample|views|perspectives|accounts with|of|from|among PERSON',
    value: 2,
  },
];

const phrasesOf = (list: string, value: Sign) =>
  list.split(', ').map((phrase) => ({ phrase, value }));

let filed: Phrases<Sign> | undefined;

/** Filed when first asked for: a script that never suggests does not pay for it. */
function signs(): Phrases<Sign> {
  filed ??= filePhrases<Sign>(
    [
      ...phrasesOf(CLAIM, 'claim'),
      ...phrasesOf(AMOUNT, 'amount'),
      ...phrasesOf(METHOD, 'method'),
      ...phrasesOf(BACKGROUND, 'background'),
      ...phrasesOf(UNREPORTED, 'unreported'),
      ...phrasesOf(OTHER_SENSE, 'sense'),
    ],
    { exact: true },
  );
  return filed;
}

let reporters: Wordings<number> | undefined;

/** Indexes of words for people whom a finding is from. */
function reportersIn(words: readonly Word[]): number[] {
  reporters ??= fileWordings(REPORTERS, { every: true });
  return reporters.find(words).map(({ at, value }) => at[value] as number);
}

export interface Context {
  claims: number;
  methods: number;
  background: number;
  unreported: boolean;
  /** Indexes of words that are used in another sense. */
  otherSense: ReadonlySet<number>;
  /** Indexes of words for people whom the finding is from: by itself no chip is for them. */
  reporters: ReadonlySet<number>;
  /** Indexes of words for people and organisations that deliver or receive what is implemented. */
  setting: ReadonlySet<number>;
  /** Indexes of the two words after a word of quantity ("lack of funding"). */
  measured: ReadonlySet<number>;
}

export function contextOf(words: readonly Word[]): Context {
  const found = signs().find(words);
  const count = (sign: Sign) => new Set(of(found, sign).map(({ at }) => at[0])).size;
  return {
    claims: count('claim'),
    methods: count('method'),
    background: count('background'),
    reporters: new Set(reportersIn(words)),
    setting: settingIn(words),
    unreported: of(found, 'unreported').length > 0,
    measured: new Set(of(found, 'amount').flatMap(({ at }) => after(at.at(-1) as number, words))),
    otherSense: new Set(of(found, 'sense').flatMap(({ at }) => at)),
  };
}

/** How far a word of amount reaches: "lack of dedicated funding". */
const REACH = 2;

/** The next words that are not small, in the same stretch. */
function after(index: number, words: readonly Word[]): number[] {
  const next: number[] = [];
  for (let i = index + 1; i < words.length && next.length < REACH; i++) {
    if (words[i]?.stretch !== words[index]?.stretch) break;
    if (!words[i]?.small) next.push(i);
  }
  return next;
}

const of = (found: readonly Found<Sign>[], sign: Sign) =>
  found.filter(({ value }) => value === sign);
