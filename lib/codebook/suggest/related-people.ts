/** Related words of people, what they feel and can do: see related.ts. */

/** One thing that helps or hinders. Where one of its names is in an influence's label, the words are looked for as well. */
export interface Related {
  /** Names in labels, parted by commas. */
  of: string;
  /** Words and phrases, parted by commas. */
  words: string;
  /** Ways of putting it (wordings.ts). */
  wordings?: readonly string[];
}

/** People and what they can do. */
export const PEOPLE: readonly Related[] = [
  {
    of: 'training, education, skills development, preparation, preparing',
    words:
      'trained, untrained, workshop, course, curriculum, induction, onboarding, coaching, learning opportunities, educational session, ' +
      'continuing professional development, refresher, classroom, e-learning, instruction, taught, upskilling, certification course, ' +
      'seminar, webinar, lecture, simulation, tutor, teaching, lessons, training materials, orientation session',
    wordings: [
      'through|completed|finished ~ preparatory|introductory|training|induction course|programme|training',
      'NOT show|taught|told|instructed|prepared|briefed ~ how to',
      'shown|taught how to',
      'learn|learned|learnt ~ on|by job|doing',
      'STAFF brief|briefed|briefing|instructed|oriented',
      'brief|sensitise|orient STAFF',
      'learn|build|develop|acquire|teach|gain|update|refresh ~ skill|technique|competency',
      'attend|offered|complete|receive ~ seminar|webinar|instruction|workshop',
    ],
  },
  {
    of: 'supervision, ongoing support, mentoring, mentorship',
    words:
      'supervisor, supervise, supervisory, mentor, mentoring, debrief, debriefing, reflective practice, line management, line manager, ' +
      'regular guidance, practical and emotional support, support in post, one-to-one support, supervision session, buddy, shadowing, ' +
      'check-ins, preceptor, continued support, regular support, ongoing support, supervision and support, consultation calls',
    wordings: [
      'session|meeting|talk with ~ senior|experienced|supervisor|mentor',
      'someone|somebody|anyone|anybody|nobody to talk|turn|debrief|consult',
      'left|fend|fending|cope|coping ~ alone|themselves',
      'NOT guidance|backup|supervision|mentor',
      'regular|weekly|monthly|fortnightly|ongoing|continued|continuous guidance|support|meeting|check|supervision',
      'support|guidance|advice from ~ supervisor|mentor|senior',
      'experienced|senior|skilled STAFF to|who guide|support|advise|consult|help',
    ],
  },
  {
    of: 'role clarity, role definition, role description, roles and responsibilities, role and identity, job description, clarity of the role',
    words:
      'role definition, role clarity, role description, job description, role ambiguity, role confusion, role conflict, role boundaries, ' +
      'role expectations, role drift, role uncertainty, unclear role, clear role, role identity, vague role, role blurring, role overlap, ' +
      'defined role, poorly defined, ill-defined, clearly defined, scope of practice, job title, remit, unclear responsibilities, ' +
      'understanding of the role, role confusion, task description, expectations of the role, distinct role, role strain',
    wordings: [
      'NOT told|explained ~ what|why ~ for|do|does|role',
      'menial|clerical task|work|job|duty',
      'NOT know|knew|sure|clear|understand|understood|agree|certain ~ expected|supposed|task|duty|responsible|job|role',
      'unsure|uncertain|confused|confusion|confusing|unclear|ambiguous|vague|disagree ~ role|responsibility|task|duty|job|expected|supposed|remit',
      'role|responsibility|task|duty|position|job|title|post ~ unclear|vague|ambiguous|undefined|confused|confusing|blurred|overlap|unspecified|differed|defined',
      'what|which ~ role|job|post|task|position ~ entailed|involved|comprise',
      'who does|did what',
      'define|clarify|clear|specify|delineate|agree ~ role|responsibility|duty|boundary|expectation|scope|remit',
      'shared expectation|understanding of|about ~ role|work|job|post',
      'expectation|understanding|definition|clarity ~ role|post|position|job|duty',
      'outside|beyond|within their|her|his role|remit|scope|job',
    ],
  },
  {
    of: 'well-being, wellness, worker health, burnout, self-care',
    words:
      'burnout, stress, stressful, distress, self-care, relapse, emotional, emotional demands, emotional exhaustion, exhaustion, ' +
      'personal difficulties, compassion fatigue, vicarious trauma, sick leave, staff health, overwhelmed, exhausted, fatigue, ' +
      'work-life balance, strain, triggering, retraumatised, unwell, resilience, coping, sick days, absenteeism, mental strain, ' +
      'emotional burden, emotional labour, emotional toll, own recovery, own health, own mental health, job stress',
    wordings: [
      'take|took|taken|taking toll',
      'emotionally|mentally|physically|psychologically drain|draining|exhausted|demanding|taxing|tiring',
      'became|become unwell|ill|sick|exhausted',
      'feel|felt|left ~ exhausted|drained|depleted|worn|stressed|tired',
      'own recovery|wellness|health ~ risk|suffer|deteriorate|threaten|threatened|undermine|jeopardise',
      'protect|safeguard ~ own|their health|recovery|wellbeing|wellness',
      'trigger|upset|distress|traumatic|disturbing ~ story|memory|encounter',
      'pressure|strain|toll|stress on STAFF',
    ],
  },
  {
    of: 'attitudes, willingness, beliefs, acceptance, acceptability, resistance, attitude, perceptions',
    words:
      'attitude, belief, perceptions, opinions, scepticism, sceptical, doubts, reluctance, reluctant, unwilling, willing, resistance, resistant, ' +
      'acceptance, acceptability, buy-in, openness, receptive, hostility, mistrust, distrust, credibility, respect, enthusiasm, morale, ' +
      'concerns, motivation, negative views, jealousy, dismissive, welcoming, positive attitudes, negative attitudes, open-minded, wary, ' +
      'suspicion, suspicious, resentment, staff beliefs, defensive, lack of respect, lack of credibility, preconceptions',
    wordings: [
      'NOT want|convinced|keen|welcome|persuaded|enthusiastic',
      'hesitant|hesitated|reluctant|unwilling|willing|happy to use|refer|adopt|engage|work|try',
      'STAFF ~ doubted|questioned|distrusted|wary|disliked|opposed|objected|resented|resisted|embraced|feared|suspected|favoured|disapproved',
      'take|took|taken serious|seriously',
      'look|looked|looking down on|upon',
      'see|saw|seen|view|viewed|regard|regarded|perceived|treated|considered as ~ inferior|nuisance|outsider|credible|competitor|amateur|threat|burden',
      'feel|felt threatened|undermined|hostile|suspicious',
      'positive|negative|favourable|unfavourable|supportive|hostile|sceptical|mixed attitude|view|perception|opinion|feeling|reaction|reception|stance',
      'STAFF belief|view|perception|opinion|attitude|acceptance|resistance|scepticism|reservation|buy',
      'attitude|perception|opinion|belief|view toward|towards|about|regarding',
    ],
  },
  {
    of: 'stigma, discrimination, prejudice, public attitudes, community attitudes',
    words:
      'stigma, stigmatise, stigmatising, self-stigma, destigmatisation, discrimination, discriminatory, prejudice, prejudiced, stereotype, ' +
      'stereotyping, shame, marginalised, public attitudes, community attitudes, social exclusion, stigmatised, labelled, othering, ' +
      'ridicule, shunned, gossip, disclosure, disclosing, disclose, ashamed, us and them, second-class, rejection, negative image',
    wordings: [
      'what ~ people|neighbour|colleague|employer would think|say',
      'let|kept|keep NOT|secret|hidden ~ know|diagnosis|illness',
      'look|looked|looking down on|upon',
      'hide|conceal|label|labelled|judged|judge ~ diagnosis|illness|psychiatric|hiv',
      'fear|afraid|ashamed|embarrassed|rejected|ridiculed|mocked|scared ~ diagnosis|mental|addiction',
      'see|seen|view|viewed|regard|regarded|perceived|label|labelled|treated|considered ~ dangerous|unpredictable|incapable|unreliable|violent|crazy|inferior|lazy|weak',
      'people|person|those ~ history|illness|diagnosis|record ~ incapable|unfit|dangerous|inferior',
      'negative|public|community|society|social image|attitude|perception|view|belief of|about|toward|towards ~ illness|mental|addiction|hiv|disability|patient|people',
      'treated differently|unfairly|badly',
    ],
  },
  {
    of: 'knowledge, familiarity, awareness',
    words:
      'knowledgeable, aware, unaware, familiar, unfamiliar, lack of knowledge, lack of awareness, lack of understanding, understanding of, ' +
      'misunderstanding, misconception, know how to, well informed, literacy, never heard of, raise awareness, ill-informed, informed about, ' +
      'myths, ignorance, misinformed, limited understanding, poorly understood, better understanding, lacked information',
    wordings: [
      'NOT know|knew|aware|understand|understood|heard|familiar|informed ~ of|about|that|how|what|PRACTICE',
      'know|knew little|nothing|much|enough|how|why',
      'NOT|good|poor|better|basic|sufficient|limited knowledge|understanding|awareness',
      'know|knew|known where|how|whom|whether to|how',
      'few|half|many|most|some ~ know|knew|understand|understood|aware|heard',
    ],
  },
  {
    of: 'access to knowledge & information, access to knowledge, information',
    words:
      'information about, guidance, instructions, training materials, information materials, leaflets, help desk, easily available information',
    wordings: [
      'NOT|find|found|get|got|clear|enough instruction|guidance|explanation|answer',
      'where|whom to ask',
    ],
  },
  {
    of: 'skills, capability, competence, self-efficacy, capabilities, ability, confidence',
    words:
      'skilled, unskilled, competent, competency, capable, confidence, confident, self-efficacy, expertise, proficiency, proficient, ' +
      'ability to, inexperienced, hands-on experience, unsure, unprepared, ill-prepared, ill-equipped, lack of experience, inexperience, ' +
      'mastery, interpersonal skills, communication skills, technical skills, computer literacy, lacked confidence, lack of skills',
    wordings: [
      'ill|poorly|well|better|badly|under equipped|prepared|qualified|skilled',
      'feel|felt|feeling ~ able|unable|confident|comfortable|uncomfortable|competent|prepared|unprepared|equipped|insecure|capable|qualified|empowered',
      'comfortable|uncomfortable|confident|unsure|confidence with|using|in|delivering|doing|about|that|how',
      'NOT|limited|insufficient|lacking confidence|confident|skill|skilled|expertise|experience',
      'believe|believed|doubt|doubted they|their ~ can|could|able|ability',
    ],
  },
  {
    of: 'motivation, intentions, intention, commitment, optimism',
    words:
      'motivated, unmotivated, committed, enthusiasm, enthusiastic, keen, eager, willing, willingness, passion, intend, intention, hopeful, ' +
      'hope, optimistic, pessimism, pessimistic, determined, demotivated, demoralised, hopeless, apathy',
    wordings: [
      'NOT|strong|little want|wanted|bother|bothered|motivated|motivation|desire|intention',
      'determined|eager|keen to continue|succeed|help|use',
    ],
  },
  {
    of: 'beliefs about consequences, outcome expectations, outcome expectancies',
    words:
      'expected outcomes, consequences, perceived risk, perceived benefit, risks, liability, fear of harm, fear of complaints, regret, worried that, ' +
      'concerned that, side effects, adverse effects, negative outcomes, lawsuit, no benefit, pointless',
    wordings: [
      'fear|feared|worry|worried|concern|concerned|believe|believed|doubt|doubted|expect|expected|convinced ~ harm|benefit|help|risk|worsen|improve|complain|complaint|damage|prevent|reduce',
      'fear|danger of complaint|litigation|missing|error',
    ],
  },
  {
    of: 'beliefs about capabilities, perceived competence, self-confidence',
    words:
      'confidence, confident, self-efficacy, empowerment, unsure, control over, able to, ability to, difficult to do, felt able, felt unable',
    wordings: [
      'thought|believed|felt|sure|convinced|doubted they|she|he|that ~ could|can|able|manage',
      'feel|felt ~ able|unable|confident|comfortable|competent|incompetent|capable|insecure|helpless',
      'confident|doubt|doubted|sure|unsure they|she|he|that|about ~ can|could|able|manage|deliver|perform|handle|cope',
      'NOT ~ confidence|confident',
    ],
  },
  {
    of: 'memory, attention, decision processes',
    words:
      'forget, forgot, forgotten, forgetful, remember, reminder, distraction, distracted, decision making, cognitive load, oversight, prompts, ' +
      'absent-minded, overlooked, decision aid, interruptions, interrupted, concentrate, automatic',
    wordings: [
      'slip|slipped mind',
      'remind|prompt|alert STAFF|CLIENT|them',
      'many|much to remember',
      'weigh|weighed|decide|deciding ~ up|option|whether|between',
    ],
  },
  {
    of: 'emotion, emotions',
    words:
      'anxiety, anxious, fear, afraid, stress, burnout, worry, worried, upset, guilt, frustration, frustrated, anger, distress, discomfort, ' +
      'embarrassment, nervous, scared, embarrassed, guilty, ashamed, sadness, panic, feared, dread, reassured, pride',
    wordings: [
      'feel|felt|made|make|left ~ uneasy|unsafe|hopeless|relieved|proud',
      'feel|felt|feeling|made|make|left ~ anxious|afraid|upset|guilty|angry|frustrated|uncomfortable|embarrassed|scared|nervous|sad|stressed|ashamed|overwhelmed|awkward|tense',
    ],
  },
  {
    of: 'social influences, social norms, peer pressure, modelling, conformity',
    words:
      'social norms, peer pressure, peer influence, social support, group norms, role model, conformity, family support, colleagues expect, ' +
      'encouragement from, disapproval, approval, imitate, senior colleagues, influence of others',
    wordings: [
      'copy|copied|imitate|imitated|follow|followed ~ senior|colleague|consultant|STAFF',
      'pressure|encouragement|approval|disapproval|urged from|by ~ colleague|peer|family|friend|senior|spouse|neighbour|parent',
      'what|how colleague|fellow|senior|everyone|friend|neighbour ~ did|do|doing|think|thought',
      'everyone|everybody|nobody else|around did|does|doing',
    ],
  },
  {
    of: 'role and identity, professional role, professional identity, identity',
    words:
      'professional identity, professional role, job of, responsibility of, scope of practice, professional boundaries, part of my role, duty',
    wordings: [
      'NOT ~ part of|their|my|his|her|our ~ job|role|responsibility|duty|work',
      'see|saw|consider|considered|regard|regarded|view|viewed ~ part|responsibility|duty of|their ~ job|role|work|task|profession',
      'someone|somebody else job|responsibility|task',
    ],
  },
  {
    of: 'behavioural regulation, action planning',
    words:
      'self-monitoring, habit, action plan, action planning, goal setting, self-regulation, breaking habits, diary, logbook, old habits',
    wordings: [
      'keep|kept|keeping track|diary|log|record|tally',
      'monitor|track|record their|own ~ behaviour|progress|intake|activity',
    ],
  },
  {
    of: 'patient needs, client needs, recipient needs, service user needs, patient engagement, recipient-centeredness, recipients, needs of patients',
    words:
      'needs of patients, needs of clients, user needs, patient preferences, client preferences, patient-centred, person-centred, client-centred, ' +
      'patient motivation, patient engagement, client engagement, client resistance, patient participation, patient expectations, ' +
      'needs and preferences, family involvement, client characteristics, patient concerns, no-shows, missed appointments, drop-out, dropped out, ' +
      'patient demand, patient choice, patient satisfaction, comorbidities, language barriers, patient characteristics, severity of illness',
    wordings: [
      'CLIENT NOT attend|engage|adhere|show|interested|trust|accept',
      'CLIENT refuse|declined|missed|prefer|liked|appreciated|requested|drop|dropped|disengaged|cancelled|wanted|complained',
      'CLIENT need|preference|wish|expectation|demand|concern|engagement|motivation|characteristic|priority|readiness|interest|satisfaction|choice|goal|resistance|attendance|acceptance|willingness|severity',
      'need|preference|wish|expectation|engagement|readiness|willingness of|among CLIENT',
      'what|whether CLIENT want|need|wanted|needed|prefer|expect|value',
      'transport|travel|distance|childcare|language|literacy barrier|problem|difficulty',
    ],
  },
];
