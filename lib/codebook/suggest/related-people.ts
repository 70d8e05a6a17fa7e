/** Related words of people and organisations: see related.ts. */

/** One thing that helps or hinders. Where one of its names is in an influence's label, the words are looked for as well. */
export interface Related {
  /** Names in labels, parted by commas. */
  of: string;
  /** Words and phrases, parted by commas. */
  words: string;
}

/** People and what they can do. */
export const PEOPLE: readonly Related[] = [
  {
    of: 'training, education, skills development, preparation, preparing',
    words:
      'trained, untrained, workshop, course, curriculum, induction, onboarding, coaching, learning opportunities, educational session, ' +
      'continuing professional development, refresher, classroom, e-learning, instruction, taught, upskilling, certification course',
  },
  {
    of: 'supervision, ongoing support, mentoring, mentorship',
    words:
      'supervisor, supervise, supervisory, mentor, mentoring, debrief, debriefing, reflective practice, line management, line manager, ' +
      'regular guidance, practical and emotional support, support in post, one-to-one support',
  },
  {
    of: 'role clarity, role definition, role description, roles and responsibilities, role and identity, job description',
    words:
      'role definition, role clarity, role description, job description, role ambiguity, role confusion, role conflict, role boundaries, ' +
      'role expectations, role drift, role uncertainty, unclear role, clear role, role identity, ' +
      'defined role, poorly defined, ill-defined, clearly defined, scope of practice, job title, remit, unclear responsibilities',
  },
  {
    of: 'well-being, wellness, worker health, burnout, self-care',
    words:
      'burnout, stress, stressful, distress, self-care, relapse, emotional, emotional demands, emotional exhaustion, exhaustion, ' +
      'personal difficulties, compassion fatigue, vicarious trauma, sick leave, staff health, overwhelmed',
  },
  {
    of: 'attitudes, willingness, beliefs, acceptance, acceptability, resistance',
    words:
      'attitude, belief, perceptions, opinions, scepticism, sceptical, doubts, reluctance, reluctant, unwilling, willing, resistance, resistant, ' +
      'acceptance, acceptability, buy-in, openness, receptive, hostility, mistrust, distrust, credibility, respect, enthusiasm, morale, ' +
      'concerns, motivation, negative views, jealousy, dismissive, welcoming',
  },
  {
    of: 'stigma, discrimination, prejudice, public attitudes, community attitudes',
    words:
      'stigma, stigmatise, stigmatising, self-stigma, destigmatisation, discrimination, discriminatory, prejudice, prejudiced, stereotype, ' +
      'stereotyping, shame, marginalised, public attitudes, community attitudes, social exclusion',
  },
  {
    of: 'knowledge, familiarity, awareness',
    words:
      'knowledgeable, aware, unaware, familiar, unfamiliar, lack of knowledge, lack of awareness, lack of understanding, understanding of, ' +
      'misunderstanding, misconception, know how to, well informed, literacy, never heard of, raise awareness',
  },
  {
    of: 'skills, capability, competence, self-efficacy, capabilities, ability',
    words:
      'skilled, unskilled, competent, competency, capable, confidence, confident, self-efficacy, expertise, proficiency, proficient, ' +
      'ability to, inexperienced, hands-on experience, unsure',
  },
  {
    of: 'motivation, intentions, intention, commitment, optimism',
    words:
      'motivated, unmotivated, committed, enthusiasm, enthusiastic, keen, eager, willing, willingness, passion, intend, intention, hopeful, ' +
      'hope, optimistic, pessimism, pessimistic',
  },
  {
    of: 'beliefs about consequences, outcome expectations',
    words:
      'expected outcomes, consequences, perceived risk, perceived benefit, risks, liability, fear of harm, fear of complaints, regret, worried that, ' +
      'concerned that',
  },
  {
    of: 'beliefs about capabilities',
    words: 'confidence, confident, self-efficacy, empowerment, unsure, control over, able to',
  },
  {
    of: 'memory, attention, decision processes',
    words:
      'forget, forgot, forgotten, forgetful, remember, reminder, distraction, distracted, decision making, cognitive load, oversight, prompts',
  },
  {
    of: 'emotion, emotions',
    words:
      'anxiety, anxious, fear, afraid, stress, burnout, worry, worried, upset, guilt, frustration, frustrated, anger, distress, discomfort, ' +
      'embarrassment, nervous',
  },
  {
    of: 'social influences, social norms, peer pressure',
    words:
      'social norms, peer pressure, peer influence, social support, group norms, role model, conformity, family support, colleagues expect',
  },
  {
    of: 'behavioural regulation',
    words:
      'self-monitoring, habit, action plan, action planning, goal setting, self-regulation, breaking habits',
  },
  {
    of: 'patient needs, client needs, recipient needs, service user needs, patient engagement, recipient-centeredness, recipients',
    words:
      'needs of patients, needs of clients, user needs, patient preferences, client preferences, patient-centred, person-centred, client-centred, ' +
      'patient motivation, patient engagement, client engagement, client resistance, patient participation, patient expectations, ' +
      'needs and preferences, family involvement, client characteristics, patient concerns',
  },
];

/** The organisation. */
export const ORGANISATION: readonly Related[] = [
  {
    of: 'culture, organisational culture, norms and values',
    words:
      'organisational culture, workplace culture, ethos, shared values, norms, hierarchy, hierarchical, power dynamics, power imbalance, ' +
      'power relations, medical model, recovery orientation, philosophy, organisational environment, ' +
      'organisational context, traditions, paternalistic, inner context, inner setting, risk averse',
  },
  {
    of: 'medical model, professional power',
    words:
      'medical model, biomedical, clinical dominance, medical dominance, power imbalance, power relations, hierarchy, hierarchical, professional hierarchy',
  },
  {
    of: 'leadership, leaders, managers, management support, management',
    words:
      'leader, manager, management, management support, administrator, executive, director, senior management, chief executive, head nurse, ' +
      'ward manager, middle managers, management commitment, top management, managerial, support from managers',
  },
  {
    of: 'champion, opinion leader, implementation lead',
    words:
      'champion, championing, opinion leader, change agent, advocate, role model, early adopter, influential colleague, respected colleague, ' +
      'project lead, key individuals, enthusiasts',
  },
  {
    of: 'climate, implementation climate, readiness',
    words:
      'implementation climate, organisational climate, readiness, readiness for change, organisational readiness, learning climate, ' +
      'expected and supported, receptive context, capacity for change',
  },
  {
    of: 'tension for change',
    words:
      'need for change, status quo, dissatisfaction, dissatisfied, unsustainable, urgency, intolerable, could not go on',
  },
  {
    of: 'priority, goals, goal',
    words:
      'prioritise, competing priorities, competing demands, other initiatives, low priority, high priority, agenda, goals, targets, most important task',
  },
  {
    of: 'learning, learning-centeredness, learning climate',
    words:
      'psychological safety, learning culture, learning climate, learning from mistakes, continuous improvement, quality improvement, reflective, ' +
      'admit mistakes, blame culture',
  },
  {
    of: 'equality, equity, human equality-centeredness',
    words:
      'equity, inequity, inequality, inclusion, inclusive, racism, discrimination, dignity, fairness',
  },
  {
    of: 'teamwork, team relationships, team, teaming, relational connections, collaboration, relationships, interprofessional',
    words:
      'team, team members, colleagues, co-workers, collaborate, collaborative, cooperation, relationships, joint working, interprofessional, ' +
      'interdisciplinary, multidisciplinary, working together, team integration, inclusion, tokenism, trust, silos, rapport, cohesion, ' +
      'mutual respect, coordination',
  },
  {
    of: 'communication, communications, information sharing',
    words:
      'communicate, miscommunication, information sharing, information exchange, meetings, dialogue, handover, email, discussion between, word of mouth',
  },
  {
    of: 'peer network, peer group, peer networks',
    words:
      'peer network, community of practice, isolation, isolated, only peer, lone, other peer workers, contact with other, mutual support, ' +
      'sense of belonging, learn from each other, critical mass, networking',
  },
  {
    of: 'fit, compatibility, alignment, mission alignment',
    words:
      'compatible, incompatible, fit with, fit into, aligned, misaligned, aligning, mismatch, workflow, work routine, integrated into, ' +
      'integrate into practice, existing practice, existing systems, disrupt, disruptive, congruent, organisational goals, mission',
  },
  {
    of: 'incentive, rewards, reinforcement, incentive systems',
    words:
      'incentive, disincentive, reward, rewarding, recognition, bonus, penalty, sanction, punishment, praise, pay for performance, appreciation, prizes',
  },
  {
    of: 'planning, plan, change planning',
    words:
      'plan, planned, unplanned, implementation plan, strategic plan, sustainability planning, preparation, timeline, milestones, change management, ' +
      'careful introduction, advance preparation',
  },
  {
    of: 'engaging, engagement, stakeholder, involvement, co-production, coproduction',
    words:
      'engage, engagement, stakeholder engagement, stakeholder involvement, involve, involving, participation, participatory, co-design, co-production, ' +
      'consultation, consulted, ownership, user involvement, outreach, community engagement, sense of ownership',
  },
  {
    of: 'reflecting, evaluating, monitoring, feedback',
    words:
      'feedback, audit, monitoring, performance data, review of progress, dashboards, quality indicators, run charts, evaluation of progress',
  },
  {
    of: 'facilitators, facilitation',
    words:
      'facilitation, facilitator support, coach, coaching, external consultant, technical assistance, external facilitator',
  },
];
