/** Related words of what is implemented and of what is outside the organisation: see related.ts. */
import type { Related } from './related-people';

/** What is implemented. */
export const INNOVATION: readonly Related[] = [
  {
    of: 'evidence, evidence base, evidence strength, effectiveness, perceived benefit',
    words:
      'evidence base, evidence strength, strength of evidence, research evidence, lack of evidence, proven, unproven, effectiveness, effective, ' +
      'perceived effectiveness, perceived value, perceived benefits, useful, usefulness, helpful, worthwhile, works well, beneficial, efficacy, ' +
      'visible results, positive results, convinced, scientific evidence, quality of evidence, waste of time, worth the effort, strong evidence, ' +
      'conflicting evidence, evidence of effectiveness, perceived usefulness',
    wordings: [
      'stronger|more|better|hard|convincing data|evidence|proof|trial|figures',
      'convinced|persuaded|doubt|doubted|believe|believed|trust|unsure|sceptical ~ works|worked|effective|benefit|useful|helped|improve|worthwhile|beneficial|better',
      'see|saw|seeing|noticed ~ difference|benefit|improvement|value|advantage',
      'strong|weak|robust|solid|poor|limited|sound|scientific|conflicting|local|insufficient|quality|strength|lack evidence|proof',
      'worth the|doing effort|while|trouble|time',
      'great|useful|valuable|helpful|excellent tool|resource|idea|aid|programme',
    ],
  },
  {
    of: 'relative advantage',
    words:
      'advantage, better than, superior to, added value, benefits, improvement over, more efficient, perceived usefulness, useful, worthwhile, ' +
      'more effective than, advantage over, preferable to, saves time, inferior to, works better',
    wordings: [
      'spare|spared|saved ~ effort|travel|paperwork|trouble',
      'better|superior|easier|quicker|faster|cheaper|safer|inferior|preferable than|to usual|existing|current|standard|alternative|paper',
      'work|works|worked better than',
      'more|less useful|helpful|efficient|convenient than',
      'save|saved|saves|saving ~ time|money|effort',
      'see|saw|seen|perceive|perceived|recognise ~ advantage|benefit|value|improvement|difference',
      'NOT|clear|added advantage|benefit|value over|compared',
    ],
  },
  {
    of: 'complexity, ease of use, usability',
    words:
      'complex, complicated, difficult to use, difficult to understand, easy to use, user-friendly, cumbersome, lengthy, too long, length, simplicity, ' +
      'simple, burdensome, intricate, confusing, many steps, hard to follow, tedious, straightforward, clunky, intuitive, jargon, laborious, ' +
      'fiddly, hard to use, hard to understand, multi-step, ease, too complex, too complicated, difficult to implement, simple to use',
    wordings: [
      'too|overly|very|rather|quite|so|unduly long|difficult|hard|technical|complicated|detailed|demanding|elaborate|confusing|wordy|cumbersome|short|simple',
      'hard|difficult|easy|easier|harder|simple|straightforward|tricky to use|understand|follow|read|learn|navigate|operate|remember|apply|complete|administer|deliver|grasp',
      'many|several|multiple|numerous|dozen step|component|form|page|screen|click',
      'step|component|page|instruction to remember|follow|complete|learn',
    ],
  },
  {
    of: 'adaptability, flexibility, adaptation, adapting, tailoring, scope for adaptation, tailor strategies',
    words:
      'adaptable, adapt, adapted, flexible, inflexible, tailor, tailored, modify, modified, modification, customise, rigid, rigidity, local needs, ' +
      'individualised, one size fits all, adjust, adjusted, adjustments, customised, prescriptive, leeway, latitude, versatile, translated, ' +
      'reinvention, localised, context-specific, local adaptation, cultural adaptation, room for manoeuvre, adapted to local',
    wordings: [
      'free|freedom|able|allow|allowed|possible|could|can|room|scope|leeway|latitude|option ~ adapt|choose|adjust|alter|modify|tailor|swap|skip|omit|pick|reorder|select|vary|customise|shorten',
      'change|changed|adjust|adjusted|alter|altered|modify|modified|shorten|shortened|translate|adapt|adapted|simplify|simplified|drop|dropped|swap|skip|reorder ~ session|content|module|wording|manual|materials',
      'fit|suit|meet|match ~ local|individual need|context|circumstance|setting|preference',
      'follow|followed ~ to the letter',
      'fixed|strict|rigid|inflexible|prescriptive|standardised protocol|manual|schedule|script|programme',
      'pick|mix and choose|match',
    ],
  },
  {
    of: 'trialability, pilot, tests of change',
    words:
      'pilot, piloted, trial run, small scale, reversible, tried out, first in one, test run, trial period, trial basis, dry run, piloting, reversibility',
    wordings: [
      'try|tried|trying|piloted ~ first|out|beforehand',
      'start|started|begin|begun|began ~ small|one|single|few ~ ward|site|clinic|scale',
      'option|possible|chance go|turn|step back',
    ],
  },
  {
    of: 'design, design quality, packaging, usability',
    words:
      'user-friendly, usability, interface, packaging, layout, toolkit, manual, format, attractive, well designed, poorly designed, fonts, screens, ' +
      'appearance, look and feel, visually, well presented, appealing, colours, graphics, unattractive, readable',
    wordings: [
      'screen|font|layout|format|colour|picture|text|interface|design|appearance|print|leaflet ~ small|tiny|confusing|attractive|ugly|dull|readable|appealing|cluttered|clear',
      'small|tiny|confusing|attractive|cluttered|clear|appealing|poor|good|dull|ugly screen|font|layout|format|interface|design|print|text|picture',
    ],
  },
  {
    of: 'source, developers',
    words:
      'developer, developed by, externally imposed, credible source, trusted source, vendor, legitimacy, imposed from above, home-grown, reputation of, ' +
      'developed locally, developed externally, commercial',
    wordings: [
      'body|organisation|institute|society|author|expert|source|provider ~ trusted|respected|independent|reputable|credible|biased|distrusted',
      'PRACTICE ~ developed|designed|created|imposed|endorsed by|from ~ OUTSIDE|vendor|company|headquarters|above',
      'imposed|mandated|dictated from ~ above|outside|top|headquarters',
    ],
  },
];

/** What is outside. */
export const OUTSIDE: readonly Related[] = [
  {
    of: 'policy, policies, regulation, laws, law, legislation, political, regulatory',
    words:
      'policy, policies, policymakers, regulation, regulatory, legislation, legislative, law, legal, mandate, mandated, government, ministry, ' +
      'national strategy, guidelines, political, political will, accreditation, licensing, statutory, decree, reform, ministers, politicians, ' +
      'parliament, election, directive, white paper, national framework, policy framework, legal framework, regulators, authorities, ' +
      'government support, lobbying, mental health policy, health policy, policy environment, national policy, political support, policy change',
    wordings: [
      'act|law|bill|ordinance|statute|rule required|requires|obliged|forced|allowed|prohibited|forbade|entitled|compelled',
      'national|federal|political|legal|statutory|regional|ministerial policy|strategy|framework|law|programme|priority|commitment|mandate|standard|requirement|body|authority|agenda|will|support',
      'required|obliged|mandated|allowed|permitted|prohibited|forbidden by|under ~ law|ministry|government|regulator|authority',
      'minister|politician|government|ministry|parliament|policymaker|legislator|regulator ~ promised|committed|required|decided|supported|introduced|changed|refused|mandated|approved|passed',
      'change|shift in|of government|policy|minister|administration|law|legislation',
      'NOT|absence|clear|supportive policy|law|legislation|legal|framework|regulation',
    ],
  },
  {
    of: 'certification, accreditation, credentials, standards, recognised certification',
    words:
      'certificate, certified, accredited, credential, qualification, registration, professional standards, recognised qualification, licence, ' +
      'licensure, diploma, code of ethics, professional body, core competencies, competency standards, certification requirements, exam, accrediting',
    wordings: [
      'NOT|recognised|formal|national|professional|state|required qualification|certificate|certification|credential|licence|standard|exam|accreditation|competency',
    ],
  },
  {
    of: 'partnership, external networks, partnerships, connections, cosmopolitanism, other organisations, inter-organisational',
    words:
      'partner, partnering, external stakeholders, external organisation, outside organisation, inter-organisational, inter-agency, ' +
      'community organisations, referral network, links with, ties with, outside agencies, alliance, coalition, intersectoral, external resources, ' +
      'partnered, NGOs, community partners, academic partners, external partners, liaison, referral pathways, other organisations, other agencies, ' +
      'collaboration with external, ties to, outside help',
    wordings: [
      'relation|relations|relationship|cooperation|collaboration|alliance|contact with OUTSIDE',
      'collaborated|cooperated|partnered|liaised|teamed with ~ OUTSIDE',
      'between|across|among agency|agencies|organisations|institution|sector',
    ],
  },
  {
    of: 'external pressure, societal pressure, market pressure, performance-measurement pressure, peer pressure, competition',
    words:
      'competition, competitors, media attention, benchmark, league tables, advocacy, campaign, public demand, inspection, public reporting, ' +
      'performance targets, performance indicators, market share, public pressure, quality ratings, newspaper, press coverage, rankings, protests',
    wordings: [
      'other|competing|neighbouring|rival hospital|clinic|school|agency|company ~ adopted|already|ahead',
      'press|media|public|newspaper|citizen|activist ~ attention|pressure|campaign|protest|outcry',
    ],
  },
  {
    of: 'critical incidents, crisis, events, environmental instability',
    words:
      'pandemic, covid, outbreak, disaster, war, armed conflict, earthquake, lockdown, strike, flood, hurricane, epidemic, refugee crisis, emergency situation',
  },
  {
    of: 'local conditions',
    words:
      'poverty, economic conditions, rural, remote, political instability, roads, electricity, water supply, connectivity, unemployment, geography, ' +
      'remoteness, rainy season, housing shortage, power cuts, public transport, local economy, weather',
    wordings: [
      'poor|bad|flooded|unreliable|impassable road|electricity|power|water|transport|infrastructure',
    ],
  },
  {
    of: 'cultural fit, cultural, local attitudes, socio-cultural, sociocultural',
    words:
      'culturally appropriate, culturally sensitive, culturally adapted, cultural beliefs, local beliefs, local language, societal values, religious beliefs, ' +
      'cultural norms, taboo, taboos, traditional beliefs, community values, religion, local customs, culturally responsive, community norms',
    wordings: [
      'community|society|village|local|religious|villager|resident ~ believe|believed|belief|custom|value|norm|tradition|taboo|opposed|view',
      'cultural|culturally ~ belief|norm|value|appropriate|sensitive|acceptable|adapt|background|barrier|expectation',
    ],
  },
];
