/** Related words of means, of what is implemented, and of what is outside: see related.ts. */
import type { Related } from './related-people';

/** Means and conditions of work. */
export const MEANS: readonly Related[] = [
  {
    of: 'resources, resourcing, available resources',
    words:
      'resource, under-resourced, staffing, understaffed, staff shortage, shortage, scarcity, equipment, supplies, materials, space, office space, ' +
      'facilities, infrastructure, money, funding, funds, underfunded, budget, financial, cost, paid time, investment, ' +
      'technology, stock-outs, lack of staff',
  },
  {
    of: 'funding, financing, finance, financial',
    words:
      'funding, funds, underfunded, money, budget, grant, reimbursement, reimburse, insurance, insurers, payer, commissioning, financial support, ' +
      'financial resources, cost, economic, billing, investment, donor, subsidy, revenue',
  },
  {
    of: 'cost, costs',
    words:
      'expensive, costly, affordable, unaffordable, afford, price, expenditure, running costs, cost-effective',
  },
  {
    of: 'materials, equipment',
    words:
      'equipment, supplies, stock-outs, out of stock, devices, consumables, kits, broken, spare parts',
  },
  {
    of: 'space, physical infrastructure',
    words:
      'office space, private room, room, premises, overcrowded, building, layout, facilities, location',
  },
  {
    of: 'technology, information technology, IT',
    words:
      'software, internet, connectivity, electronic health record, electronic record, computer, technical problems, data system, interoperability, ' +
      'bandwidth, platform, crashed',
  },
  {
    of: 'environmental context, environment',
    words:
      'resources, time, lack of time, time constraints, staffing, space, facilities, equipment, workload, physical environment, infrastructure, access to',
  },
  {
    of: 'workload, time, opportunity, busyness',
    words:
      'lack of time, time constraints, time pressure, time-consuming, insufficient time, limited time, enough time, no time, competing demands, ' +
      'competing priorities, busy, busyness, overloaded, overwhelmed, caseload, overburdened, extra work, additional work, heavy workload, ' +
      'short-staffed, understaffed, burden on staff, capacity, overtime',
  },
  {
    of: 'work infrastructure, staffing, structural characteristics',
    words:
      'staffing, understaffed, staff shortage, vacancies, turnover, shift work, rota, scheduling, organisational size, organisational structure',
  },
  {
    of: 'turnover, retention',
    words:
      'attrition, retain, retained, retaining, leaving, left the organisation, leave their post, resigned, resignation, staff changes, personnel changes, ' +
      'loss of staff, departure, stay in post, job rotation',
  },
  {
    of: 'recruitment, selection, hiring, human resources, HR',
    words:
      'recruit, recruiting, hire, hiring, employ, select, vacancy, vacancies, applicants, job advertisement, candidates, unfilled posts',
  },
  {
    of: 'pay, employment conditions, financial arrangements, salary, remuneration, working conditions',
    words:
      'pay, paid, unpaid, underpaid, low-paid, salary, wage, remuneration, stipend, compensation, contract, progression, career progression, ' +
      'career path, job security, working conditions, working arrangements, flexible working, part-time, promotion opportunities, ' +
      'employment conditions, terms and conditions, hourly rate, welfare benefits',
  },
];

/** What is implemented, and what is outside. */
export const INNOVATION_AND_OUTSIDE: readonly Related[] = [
  {
    of: 'evidence, evidence base, evidence strength, effectiveness',
    words:
      'evidence base, evidence strength, strength of evidence, research evidence, lack of evidence, proven, unproven, effectiveness, effective, ' +
      'perceived effectiveness, perceived value, perceived benefits, useful, usefulness, helpful, worthwhile, works well',
  },
  {
    of: 'relative advantage',
    words:
      'advantage, better than, superior to, added value, benefits, improvement over, more efficient, perceived usefulness, useful, worthwhile',
  },
  {
    of: 'complexity, ease of use',
    words:
      'complex, complicated, difficult to use, difficult to understand, easy to use, user-friendly, cumbersome, lengthy, too long, length, simplicity, ' +
      'simple, burdensome, intricate, confusing, many steps, hard to follow',
  },
  {
    of: 'adaptability, flexibility, adaptation, adapting, tailoring',
    words:
      'adaptable, adapt, adapted, flexible, inflexible, tailor, tailored, modify, modified, modification, customise, rigid, rigidity, local needs, ' +
      'individualised, one size fits all',
  },
  {
    of: 'trialability, pilot',
    words: 'pilot, piloted, trial run, small scale, reversible, tried out, first in one',
  },
  {
    of: 'design, design quality, packaging',
    words:
      'user-friendly, usability, interface, packaging, layout, toolkit, manual, format, attractive, well designed, poorly designed',
  },
  {
    of: 'source',
    words:
      'developer, developed by, externally imposed, credible source, trusted source, vendor, legitimacy, imposed from above',
  },
  {
    of: 'policy, policies, regulation, laws, legislation, political',
    words:
      'policy, policies, policymakers, regulation, regulatory, legislation, legislative, law, legal, mandate, mandated, government, ministry, ' +
      'national strategy, guidelines, political, political will, accreditation, licensing, statutory, decree, reform',
  },
  {
    of: 'certification, accreditation, credentials, standards',
    words:
      'certificate, certified, accredited, credential, qualification, registration, professional standards, recognised qualification',
  },
  {
    of: 'partnership, external networks, partnerships, connections, cosmopolitanism',
    words:
      'partner, partnering, external stakeholders, external organisation, outside organisation, inter-organisational, inter-agency, ' +
      'community organisations, referral network, links with, ties with, outside agencies, alliance, coalition, intersectoral, external resources',
  },
  {
    of: 'external pressure, societal pressure, market pressure, performance-measurement pressure, pressure',
    words:
      'competition, competitors, media attention, benchmark, league tables, advocacy, campaign, public demand, inspection, public reporting, ' +
      'performance targets, performance indicators',
  },
  {
    of: 'critical incidents, crisis',
    words: 'pandemic, covid, outbreak, disaster, war, armed conflict, earthquake, lockdown, strike',
  },
  {
    of: 'local conditions',
    words:
      'poverty, economic conditions, rural, remote, political instability, roads, electricity, water supply, connectivity',
  },
  {
    of: 'cultural fit, cultural, local attitudes',
    words:
      'culturally appropriate, culturally sensitive, culturally adapted, cultural beliefs, local beliefs, local language, societal values, religious beliefs',
  },
  {
    of: 'fidelity, adherence',
    words: 'adherence, fidelity, delivered as intended, programme drift',
  },
  {
    of: 'assessing needs, needs assessment, assessing context',
    words:
      'needs assessment, consultation, situational analysis, readiness assessment, baseline assessment, local diagnosis',
  },
];
