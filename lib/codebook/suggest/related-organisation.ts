/** Related words of the organisation and of the process: see related.ts. */
import type { Related } from './related-people';

/** The organisation and those who work in it. */
export const ORGANISATION: readonly Related[] = [
  {
    of: 'culture, organisational culture, norms and values, culture of the organisation',
    words:
      'organisational culture, workplace culture, ethos, shared values, norms, hierarchy, hierarchical, power dynamics, power imbalance, ' +
      'power relations, medical model, recovery orientation, philosophy, organisational environment, mindset, atmosphere, entrenched, ' +
      'organisational context, traditions, paternalistic, inner context, inner setting, risk averse, bureaucracy, bureaucratic, top-down, ' +
      'organisational values, organisational norms, recovery-oriented, recovery-focused, institutional values, work environment, shared beliefs',
    wordings: [
      'way things ~ done',
      'risk averse|aversion|avoidance',
      'medical|biomedical|recovery focus|focused|orientation|oriented|paradigm|values|principle|philosophy|thinking|model',
      'organisational|organisation|institutional|agency|hospital|workplace|clinic|shared value|norm|ethos|culture|philosophy|mindset|tradition|assumption',
      'culture|atmosphere|ethos|tradition of',
      'open|supportive|blame|flexible|rigid|hierarchical|bureaucratic|punitive|traditional|trusting|hostile|collegial|authoritarian culture|environment|atmosphere|organisation|workplace|structure|ethos',
    ],
  },
  {
    of: 'medical model, professional power, power and authority, power',
    words:
      'medical model, biomedical, clinical dominance, medical dominance, power imbalance, power relations, hierarchy, hierarchical, ' +
      'professional hierarchy, medical authority, symptom-focused, diagnosis-focused, deference, medication-focused',
    wordings: [
      'final say|word|decision',
      'defer|deferred|answer to doctor|psychiatrist|physician|consultant|medical',
      'doctor|psychiatrist|physician|consultant|professional|clinician|medical ~ authority|power|dominate|dominance|superior|supremacy',
      'lived|experiential|peer|experience ~ devalued|dismissed|discounted|undervalued|inferior|subordinate',
    ],
  },
  {
    of: 'leadership, leaders, managers, management support, management',
    words:
      'leader, manager, management, management support, administrator, executive, director, senior management, chief executive, head nurse, ' +
      'ward manager, middle managers, management commitment, top management, managerial, support from managers, board, CEO, principals, ' +
      'senior staff, head of department, accountability, governance, supportive leadership, leadership support, lack of leadership',
    wordings: [
      'LEADER ~ support|supported|backed|committed|endorsed|encouraged|championed|prioritised|ignored|opposed|engaged|allocated|promised|approved',
      'support|supportive|backing|commitment|endorsement|approval|encouragement|involvement|sponsorship|leadership from|of|by|among LEADER|top|above',
      'LEADER buy|commitment|support|involvement|endorsement|attitude|turnover|style|behaviour|interest',
    ],
  },
  {
    of: 'high-level leaders, senior leadership and management support, senior leadership, leadership and governance',
    words:
      'chief executive, board, boards, executive, senior leaders, top management, senior management, director, CEO, president, dean, superintendent',
    wordings: ['senior|top|executive|hospital leader|management|manager|board|director|leadership'],
  },
  {
    of: 'mid-level leaders, middle managers',
    words:
      'middle managers, ward manager, ward sister, ward sisters, head nurse, charge nurse, unit manager, nurse manager, team leader, line manager, head teacher, department head',
    wordings: [
      'ward|unit|team|department|shift|floor|nurse manager|leader|head|sister|supervisor|lead',
    ],
  },
  {
    of: 'champion, opinion leader, implementation lead',
    words:
      'champion, championing, opinion leader, change agent, advocate, role model, early adopter, influential colleague, respected colleague, ' +
      'project lead, key individuals, enthusiasts, ambassador, figurehead, spearhead, driving force, go-to person, trusted colleague, advocacy by',
    wordings: [
      'whose|who judgement|opinion|advice|word ~ valued|respected|trusted|counted|followed',
      'respected|influential|enthusiastic|passionate|charismatic|dedicated|admired STAFF|person|member|individual|leader|head',
      'promote|promoted|advocated|persuaded|convinced ~ among|her|his|their colleague|peer|STAFF',
      'STAFF take|took|taken the lead',
      'lead|led by example',
      'one|single|key|individual STAFF ~ drove|pushed|promoted|enthusiasm|energy',
    ],
  },
  {
    of: 'climate, implementation climate, readiness, readiness for change, readiness for implementation',
    words:
      'implementation climate, organisational climate, readiness, readiness for change, organisational readiness, learning climate, ' +
      'expected and supported, receptive context, capacity for change, innovation climate, appetite for change, change fatigue, ' +
      'absorptive capacity, openness to change, open to change, organisational support for, ready for change, ready to change, climate for',
    wordings: [
      'ready|readiness|unprepared to|for ~ change|implement|adopt|innovation|innovate',
      'organisation|organisational|agency|agencies|clinic|hospital|site ~ ready|readiness|prepared|climate',
      'expected|rewarded|recognised|encouraged ~ to|for implement|implementing|adopt',
      'capacity|appetite|receptive|climate for change|innovation|implementation|evidence',
    ],
  },
  {
    of: 'tension for change',
    words:
      'need for change, status quo, dissatisfaction, dissatisfied, unsustainable, urgency, intolerable, could not go on, fed up, untenable, unacceptable situation',
    wordings: [
      'something|things to change',
      'NOT go|continue|carry|tolerate|longer on|acceptable|tenable|sustainable',
      'old|current|existing|previous|usual ~ failed|unsatisfactory|broken|untenable|unacceptable|inadequate|intolerable',
      'NOT need|reason|urgency|pressure to|for change',
      'unhappy|frustrated|dissatisfied with ~ current|existing|old|situation|way',
    ],
  },
  {
    of: 'priority, goals, goal, priorities',
    words:
      'prioritise, competing priorities, competing demands, other initiatives, low priority, high priority, agenda, goals, targets, most important task, ' +
      'clear goals, shared goals, more urgent, less important, took precedence, importance relative to',
    wordings: [
      'seem|seemed|considered|thought|judged trivial|minor|unimportant|secondary|marginal|peripheral',
      'push|pushed|slip|slipped|slid|low|down|move|moved ~ agenda|priority',
      'come|came|take|took|rank|ranked second|last|priority|precedence',
      'other|many|competing|parallel|several|dozen initiative|project|priority|reform',
      'more|most|less|least|as urgent|pressing than|as|task|issue',
    ],
  },
  {
    of: 'learning, learning-centeredness, learning climate, learning environment',
    words:
      'psychological safety, learning culture, learning climate, learning from mistakes, continuous improvement, quality improvement, reflective, ' +
      'admit mistakes, blame culture, speak up, no-blame, experimentation, lessons learned, psychologically safe',
    wordings: [
      'safe|free|comfortable|afraid|encouraged|fear|reluctant ~ admit|speak|ask|fail|try|experiment|disagree|question|mistake|report',
      'mistake|error|failure ~ learn|learning|blame|blamed|punish|punished|discussed|opportunity',
      'learn|learning|learned from ~ mistake|error|failure|each',
      'room|time for ~ reflection|experiment',
    ],
  },
  {
    of: 'equality, equity, human equality-centeredness',
    words:
      'equity, inequity, inequality, inclusion, inclusive, racism, discrimination, dignity, fairness, racist, sexism, minority staff, equal worth, unequal treatment',
    wordings: [
      'treat|treated ~ equal|equally|unequally|fairly|unfairly|dignity|same|worth',
      'equal|unequal|inherent worth|right|voice|treatment',
    ],
  },
  {
    of: 'teamwork, team relationships, team, teaming, relational connections, collaboration, relationships, interprofessional',
    words:
      'team, team members, colleagues, co-workers, collaborate, collaborative, cooperation, relationships, joint working, interprofessional, ' +
      'interdisciplinary, multidisciplinary, working together, team integration, inclusion, tokenism, trust, silos, rapport, cohesion, ' +
      'mutual respect, coordination, excluded from, outsiders, left out, tensions between, friction, conflict between, team dynamics, ' +
      'team spirit, camaraderie, teams, teamwork, poor relationships, good relationships, collegial, relationships with colleagues',
    wordings: [
      'NOT talk|talked|speak|spoke|listen|listened|consult|communicate ~ each|STAFF',
      'STAFF ~ talk|talked|speak|spoke|spoken|listen|discuss|helped|trusted each|one other|another',
      'feel|felt|treated|treat|accepted|regarded ~ part|member|outsider|excluded|isolated|ignored|included|belonging|belonged|equal ~ team|staff|colleague|ward|meeting',
      'felt|feel like|as outsider|outsiders|stranger|intruder',
      'NOT|excluded|left invited|from|out|attend ~ meeting|handover|discussion|decision',
      'work|worked|working well|closely|together with|across|team',
      'relationship|relation|rapport|trust|conflict|tension|friction|cooperation|collaboration between|with|among|within|across ~ STAFF|team|department|discipline|ward|profession|unit',
    ],
  },
  {
    of: 'communication, communications, information sharing',
    words:
      'communicate, miscommunication, information sharing, information exchange, meetings, dialogue, handover, email, discussion between, word of mouth, ' +
      'poor communication, open communication, communication between, lack of communication, good communication, newsletter, information flow',
    wordings: [
      'get|got|reach|reached|come|came through|across|down|down to STAFF|everyone|shift|ward|all',
      'NOT talk|talked|speak|spoke|spoken|communicated ~ each|STAFF',
      'STAFF ~ talk|talked|speak|spoke|communicate|discuss each|one other|another',
      'information|message|news ~ lost|shared|passed|exchanged|flow|flowed|withheld|reached|relayed|travelled',
      'keep|kept|well|poorly|NOT informed|updated|told ~ about|of|by',
      'communication|dialogue|exchange between|with|among|within|across ~ STAFF|team|department|ward|unit|profession|LEADER|level',
    ],
  },
  {
    of: 'peer network, peer group, peer networks, other peers, contact with peers',
    words:
      'peer network, community of practice, isolation, isolated, only peer, lone, other peer workers, contact with other, mutual support, ' +
      'sense of belonging, learn from each other, critical mass, networking, lonely, loneliness, fellow peers, fellow workers, support group, ' +
      'intervision, peer meetings, other peers, peer supervision, peer support network, working alone, solitary',
    wordings: [
      'other|others|colleague|fellow|peer|person|people|someone ~ in|with|do|doing the|a same|similar role|job|position|work|situation|boat|experience|post',
      'only|sole|lone peer|worker|specialist ~ in|of|on|at',
      'compare|exchange|share|swap note|experience|tip ~ with|among|between',
      'work|working|worked|feel|felt alone|isolated|lonely',
      'contact|exchange|meet|met|meeting|connect|connected|network|networking with|among|between ~ fellow|peer',
    ],
  },
  {
    of: 'fit, compatibility, alignment',
    words:
      'compatible, incompatible, fit with, fit into, aligned, misaligned, aligning, mismatch, workflow, work routine, integrated into, ' +
      'integrate into practice, existing practice, existing systems, disrupt, disruptive, congruent, organisational goals, mission, ' +
      'add-on, duplication, embedded in, integrated with, consistent with the values, part of the routine, daily routine, out of step with, ' +
      'in keeping with, existing workflow, clinical workflow, existing routines, suited to, appropriateness, seamlessly',
    wordings: [
      'break|broke|broken|upset usual|established|normal ~ sequence|routine|schedule',
      'NOT fit|suit|belong|align|mesh|integrate|integrated',
      'fit|fits|fitted|suits|suited|matched|aligned|sit|sat|mesh|meshed well|badly|poorly|easily|neatly|naturally|smoothly|seamlessly',
      'fit|fits|fitted|fitting|slot|slotted|integrate|integrated|embed|embedded|incorporate|incorporated ~ into|with ~ routine|existing|daily|workflow|consultation|schedule|care|practice',
      'interfere|disrupt|disrupted|interrupt|interrupted|conflict|conflicted|clash|clashed|contradict|contradicted|odds ~ routine|existing|workflow|schedule|value|consultation|care|practice',
      'duplicate|duplicated|double|parallel record|entry|documentation|system|recording|reporting',
      'become|became|part ~ routine|everyday|usual|daily|standard practice|work|care',
    ],
  },
  {
    of: 'mission alignment, mission',
    words:
      'mission, organisational goals, organisational mission, overarching goals, core business, strategic plan, strategic priorities, stated goal, organisational vision',
    wordings: [
      'fit|sit|sat|align|aligned|match|matched|serve|consistent|line|contradict ~ mission|goal|purpose|vision|strategy|aim',
      'mission|vision|purpose|strategy|goal|aim of ~ organisation|charity|hospital|agency|school|company|clinic|foundation',
    ],
  },
  {
    of: 'incentive, rewards, reinforcement, incentive systems, recognition',
    words:
      'incentive, disincentive, reward, rewarding, recognition, bonus, penalty, sanction, punishment, praise, pay for performance, appreciation, prizes, ' +
      'acknowledgement, award, thanked, perks, financial incentive, incentivise, credits, fines, fined, appraisal, promotion, prize, certificates',
    wordings: [
      'fee|payment|voucher|credit for|per ~ each|every|completed|completing|participating',
      'count|counted towards ~ promotion|degree|licence',
      'extra|additional pay|payment|credit|holiday',
      'NOT|public|gain|receive|received|get|got|offered|given ~ recognition|acknowledgement|acknowledged|credit|thanks|praise|reward|award|appreciation',
      'NOT compensated|rewarded for',
      'acknowledge|thank|praise|recognise|reward|appreciate ~ effort|contribution|achievement',
    ],
  },
];

/** What is done to bring a change about. */
export const PROCESS: readonly Related[] = [
  {
    of: 'planning, plan, change planning',
    words:
      'plan, planned, unplanned, implementation plan, strategic plan, sustainability planning, preparation, timeline, milestones, change management, ' +
      'careful introduction, advance preparation, timetable, roadmap, blueprint, phased, stepwise, groundwork, action plan, logistics, ' +
      'poor planning, lack of planning, careful planning, well planned, hasty, rushed, piecemeal, preparatory phase',
    wordings: [
      'NOT|detailed|clear|written|agreed|careful plan|timetable|timeline|roadmap|deadline|milestone',
      'nobody in charge',
      'launch|launched|introduce|introduced|roll|rolled|implemented ~ postponed|hastily|rushed|delayed|gradually|phases|stepwise|overnight|abruptly|haste',
      'set|agree|agreed|define|defined|clear ~ goal|target|objective|aim|deadline|milestone',
      'plan|planned|prepare|prepared|arranged|agreed ~ in advance|beforehand|ahead',
    ],
  },
  {
    of: 'engaging, engagement, stakeholder, involvement, involving, co-production, coproduction',
    words:
      'engage, engagement, stakeholder engagement, stakeholder involvement, involve, involving, participation, participatory, co-design, co-production, ' +
      'consultation, consulted, ownership, user involvement, outreach, community engagement, sense of ownership, had a say, decision-making, ' +
      'early involvement, input from, user-led, co-created, codesigned, drawn in, on board, shared decision-making, get everyone on board',
    wordings: [
      'help|helped|invited ~ write|wrote|design|draft|drafted|choose|shape|plan',
      'ask|asked|consult|consulted|invite|invited|involve|involved ~ view|opinion|input|idea|early|beginning|outset|start|developing|design|designing|planning|decision|choosing',
      'have|had|give|given|gave|without|NOT say|voice|input',
      'draw|drawn|drew|bring|brought|get|got on|in board|early|beginning|outset',
      'drawn|involve|involved|engage|engaged|consulted ~ from the beginning|outset|start',
      'sense|feeling of ownership',
      'input|voice from|of STAFF|CLIENT|stakeholder|community|member',
      'decided|imposed|designed|developed|chosen without ~ asking|consulting|involving|consultation|input|them',
    ],
  },
  {
    of: 'reflecting, evaluating, monitoring, feedback, evaluation',
    words:
      'feedback, audit, monitoring, performance data, review of progress, dashboards, quality indicators, run charts, evaluation of progress, ' +
      'scorecards, fed back, fidelity monitoring, progress reports, lessons learned, performance feedback, feedback from, regular feedback',
    wordings: [
      'shown|receive|received|given ~ own|their|monthly|weekly|regular|local result|data|rate|performance|score',
      'feed|fed back',
      'track|tracked|monitor|monitored|review|reviewed|audit|audited|check|checked|evaluate ~ progress|performance|fidelity|quality|implementation|compliance|uptake',
      'know|knew|learn|learned|find|found|tell whether ~ worked|working|improved|made',
    ],
  },
  {
    of: 'assessing needs, needs assessment, assessing context',
    words:
      'needs assessment, consultation, situational analysis, readiness assessment, baseline assessment, local diagnosis, barrier analysis, scoping',
    wordings: [
      'ask|asked|survey|surveyed|assess|assessed|identify|identified|explored ~ need|needed|wish|barrier|priority ~ before|first|beforehand',
    ],
  },
  {
    of: 'fidelity, adherence, quality and fidelity monitoring',
    words:
      'adherence, fidelity, delivered as intended, programme drift, as intended, as planned, treatment integrity, drift',
    wordings: ['delivered|implemented|followed as intended|planned|designed'],
  },
  {
    of: 'facilitators, facilitation',
    words:
      'facilitation, facilitator support, coach, coaching, external consultant, technical assistance, external facilitator, practice facilitator',
  },
];
