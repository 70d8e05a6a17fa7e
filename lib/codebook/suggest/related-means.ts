/** Related words of means, money and conditions of work: see related.ts. */
import type { Related } from './related-people';

/** Means and conditions of work. */
export const MEANS: readonly Related[] = [
  {
    of: 'resources, resourcing, available resources, material resources, resource availability',
    words:
      'resource, under-resourced, staffing, understaffed, staff shortage, shortage, scarcity, equipment, supplies, materials, space, office space, ' +
      'facilities, infrastructure, money, funding, funds, underfunded, budget, financial, cost, paid time, investment, ' +
      'technology, stock-outs, lack of staff, financial resources, limited resources, lack of resources, material support, financial support, ' +
      'human resources, personnel shortages, instrumental support, insufficient funding',
    wordings: [
      'NOT|enough|sufficient|adequate|dedicated|scarce money|fund|funding|budget|resource|staff|space|equipment|material|computer|supply|facility',
      'run|ran|running|short out|of ~ money|staff|supply|material|fund|stock|test|drug',
      'fund|funding|budget|grant|money ~ cut|ended|expired|short|reduced|stopped|dried|insecure|unstable|ran|withdrawn|tight',
      'cut|secure|secured|obtain|raise fund|funding|budget|grant',
    ],
  },
  {
    of: 'funding, financing, finance, financial, economic, financial resources, reimbursement',
    words:
      'funding, funds, underfunded, money, budget, grant, reimbursement, reimburse, insurance, insurers, payer, commissioning, financial support, ' +
      'financial resources, cost, economic, billing, investment, donor, subsidy, revenue, funding cuts, budget cuts, lack of funding, ' +
      'financial constraints, financial sustainability, insufficient funding, long-term funding, sustainable funding, sponsors',
    wordings: [
      'money|fund|grant|budget ~ spent|gone|exhausted|finished',
      'NOT|enough|sufficient|dedicated|stable|core money|fund|funding|budget|finance',
      'fund|funding|budget|grant|money|contract ~ cut|ended|expired|short|reduced|stopped|dried|insecure|unstable|ran|withdrawn|temporary',
      'cut|secure|secured|obtain|raise|lost fund|funding|budget|grant',
      'commissioner|insurer|government|donor|payer|funder|authority|ministry ~ pay|paid|fund|invest|invested|finance|reimburse|cover|covered|refuse|refused',
    ],
  },
  {
    of: 'cost, costs, affordability',
    words:
      'expensive, costly, affordable, unaffordable, afford, price, expenditure, running costs, cost-effective, high cost, low cost, start-up costs, cheap',
    wordings: [
      'cost|charged ~ than ~ could|afford|budget|spare',
      'NOT|could spare|afford|pay',
      'too|very|so|prohibitively expensive|costly|dear',
      'cost|price|fee ~ high|prohibitive|barrier|exceeded|too|deterred',
      'NOT|could afford',
    ],
  },
  {
    of: 'materials, equipment',
    words:
      'equipment, supplies, stock-outs, out of stock, devices, consumables, kits, broken, spare parts, instruments, medicines, leaflets, machines',
    wordings: [
      'run|ran|running out of ~ supply|material|stock|test|kit|drug',
      'NOT|broken|faulty|missing|outdated equipment|device|machine|supply|kit|vehicle',
      'equipment|device|machine|supply|kit|vehicle|stock ~ broke|broken|failed|missing|unavailable|delayed|late|interrupted',
    ],
  },
  {
    of: 'space, physical infrastructure, physical',
    words:
      'office space, private room, room, premises, overcrowded, building, layout, facilities, location, rooms, privacy, cramped, desk, corridor, meeting room',
    wordings: [
      'NOT|shared|private|quiet|small|cramped|crowded|own|separate|suitable room|space|office|desk|place',
      'nowhere|somewhere to meet|work|talk|sit|store|practise',
    ],
  },
  {
    of: 'technology, information technology, IT, data and decision support',
    words:
      'software, internet, connectivity, electronic health record, electronic record, computer, technical problems, data system, interoperability, ' +
      'bandwidth, platform, crashed, wifi, login, password, tablets, laptops, glitch, digital, portal, smartphone, server, outage, technical support, ' +
      'electronic system, computerised, broadband, technical difficulties, IT support, hardware, medical record system',
    wordings: [
      'exchange|exchanged data|record',
      'typed|keyed ~ twice|manually|again',
      'NOT|slow|unreliable|poor|unstable|weak internet|wifi|connection|signal|software|computer|server|electricity',
      'screen|tablet|laptop|computer|app|software|server|website ~ froze|freeze|crashed|slow|failed|glitch|down|outage',
      'log|logged|logging in|on|into ~ system|portal|app|computer|account|platform|record|website',
      'electronic|digital|online|computerised record|system|tool|platform|documentation|form|portal',
    ],
  },
  {
    of: 'environmental context, environment',
    words:
      'resources, time, lack of time, time constraints, staffing, space, facilities, equipment, workload, physical environment, infrastructure, access to, ' +
      'funding, cost, lack of resources, staff shortage, distance, availability, available, transport',
    wordings: [
      'NOT|enough|limited|insufficient time|staff|room|space|equipment|resource|money|transport',
      'busy|crowded|noisy ward|clinic|environment|department|setting|surgery',
    ],
  },
  {
    of: 'workload, time, opportunity, busyness, competing demands',
    words:
      'lack of time, time constraints, time pressure, time-consuming, insufficient time, limited time, enough time, no time, competing demands, ' +
      'competing priorities, busy, busyness, overloaded, overwhelmed, caseload, overburdened, extra work, additional work, heavy workload, ' +
      'short-staffed, understaffed, burden on staff, capacity, overtime, paperwork, overworked, overstretched, stretched, administrative burden, ' +
      'extra duties, additional duties, additional tasks, hectic, rushed, protected time, long hours, high caseloads, work pressure, ' +
      'time commitment, documentation burden, high workload, increased workload, time and effort, workload pressure',
    wordings: [
      'NOT|enough|sufficient|protected|dedicated|spare time',
      'time ~ consuming|pressure|short|limited|constrained|scarce|burden|restricted|demands',
      'too|so many|much task|duty|demand|paperwork|responsibility',
      'add|added|increase|increased|extra|additional|heavy|heavier workload|work|burden|load|duty',
      'do|doing|cover|covered|covering ~ two|three|several|double job|people|role|ward|shift|post ~ work|job|role|shift|duty',
      'stretched|spread thin|thinly',
      'NOT get|got round|around to',
      'time away|taken from patient|duty|clinical',
    ],
  },
  {
    of: 'work infrastructure, staffing, staffing levels',
    words:
      'staffing, understaffed, staff shortage, vacancies, turnover, shift work, rota, scheduling, staffing levels, short-staffed, ' +
      'vacant posts, shifts, staff rotation, lack of staff',
    wordings: [
      'post|position|shift|rota|job ~ vacant|unfilled|empty|uncovered',
      'NOT|enough|short|shortage|sufficient staff|nurse|personnel|employee|doctor',
      'cover|covered|covering ~ several|other|two|three|additional ward|shift|post|unit',
    ],
  },
  {
    of: 'structural characteristics, organisational characteristics, structure',
    words:
      'organisational size, organisational structure, size of the organisation, division of labour, centralised, decentralised, matrix structure, reporting lines',
    wordings: [
      'size of ~ organisation|hospital|practice|agency|clinic',
      'organisational|reporting|management structure|size|line',
    ],
  },
  {
    of: 'turnover, retention, staff turnover',
    words:
      'attrition, retain, retained, retaining, leaving, left the organisation, leave their post, resigned, resignation, staff changes, personnel changes, ' +
      'loss of staff, departure, stay in post, job rotation, quit, quitting, churn, staff losses, leave the job, left the job, intention to leave, ' +
      'leave the profession, high turnover, workforce instability, staff instability, retirements, loss of trained, workforce loss',
    wordings: [
      'STAFF|LEADER|trained left|leave|leaving|quit|resigned|departed|retired|moved',
      'lost|lose|losing|loss STAFF|trained|expertise|experienced',
      'stay|stayed|remain|remained|keep|kept ~ post|job|role|employment',
      'drive|drove|driven STAFF|peer|experienced ~ away|out',
      'consider|considered|think|thought|thinking|intend|intention|wish|planned ~ quit|quitting|leave|leaving|resign',
      'change|changes|changeover in|of STAFF|personnel|leadership|management',
      'replace|replaced|replacing ~ STAFF',
    ],
  },
  {
    of: 'recruitment, selection, hiring, recruiting, human resources, HR',
    words:
      'recruit, recruiting, hire, hiring, employ, select, vacancy, vacancies, applicants, job advertisement, candidates, unfilled posts, appointed, ' +
      'appointment of, job interview, advertised, vacant, hard to fill, hiring process, recruitment process, background checks, criminal record, ' +
      'job postings, recruitment and selection, hiring practices, selection process, suitable candidates',
    wordings: [
      'attract|attracting|appoint ~ applicant|candidate|worker|peers',
      'hard|difficult|difficulty|easy|struggled|trouble to find ~ applicant|candidate|people|STAFF',
      'fill|filled|filling post|position|vacancy',
      'post|position|vacancy ~ vacant|filled|unfilled|advertised|empty',
      'hiring|recruitment|interview process|procedure|panel|criteria|stage|practice',
      'criminal|background|police|occupational check|record|clearance',
    ],
  },
  {
    of: 'human resources, HR, human resource management, employment conditions and HR',
    words:
      'sick leave, reasonable adjustments, reasonable accommodation, accommodations, personnel department, occupational health, flexible hours, ' +
      'employment policies, HR policies, disclosure policy, leave policies, part-time, full-time, job security, contracts, flexible working, working hours',
    wordings: [
      'day|days|time off',
      'phased return',
      'flexible|adjusted hour|hours|schedule|job|post|arrangement',
      'temporary|short|fixed|permanent|casual contract|post|job|employment',
      'accommodate|adjust|allow|provide ~ sick|leave|absence|accommodation|adjustment|flexibility|disability',
    ],
  },
  {
    of: 'pay, employment conditions, financial arrangements, salary, remuneration, working conditions, conditions of employment',
    words:
      'pay, paid, unpaid, underpaid, low-paid, salary, wage, remuneration, stipend, compensation, contract, progression, career progression, ' +
      'career path, job security, working conditions, working arrangements, flexible working, part-time, promotion opportunities, ' +
      'employment conditions, terms and conditions, hourly rate, welfare benefits, earnings, income, allowance, pension, advancement, ' +
      'career ladder, job insecurity, career opportunities, career development, short-term contracts, low pay, low wages, benefits trap, ' +
      'full-time post, permanent post, employment status, fair pay, sickness benefits, paid employment, inadequate pay',
    wordings: [
      'earn|earned|earning|wage|salary|pay ~ low|less|little|poor|minimum|below|inadequate|fair',
      'low|poor|minimum|fair|equal|unequal|inadequate pay|wage|salary|remuneration',
      'temporary|short|fixed|permanent|zero|casual|insecure contract|hours|post|employment',
      'NOT|opportunity|chance|prospect|path|ladder|room ~ for|of advance|advancement|promotion|progression|career',
      'lose|losing|lost|loss ~ benefit|allowance|pension|welfare|entitlement',
      'welfare|disability|social|sickness|state benefit|payment|allowance ~ trap|lose|loss|rule|entitlement',
    ],
  },
];
