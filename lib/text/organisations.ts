/** Organisations in the place of an author: told from people by their words, in the languages that papers are listed in. */

/** Words that name a group of people in running text, too. */
export const COLLECTIVE =
  /\b(?:group|consortium|collaborat\w*|committee|network|team|investigators|organi[sz]ation|association|society|university|institute|project|initiative|council|centre|center|agency|ministry|department|office|foundation|programme|program|study|trial|registry|alliance)\b/i;

/** Not within a word, nor behind "l’": Guillaume de l’Hôpital is a person. */
const OPENS = "(?<![\\p{L}'’-])";
const ENDS = '(?!\\p{L})';
/** Words, by their beginnings where languages share them, that no person is called. */
const SURE_WORDS =
  'group|groups|consortium|collaborati(?:on|ve|ves)|committee|network|team|taskforce|' +
  'investigators|' +
  'organi[sz]ations?|associations?|society|societies|universit\\w*|institut\\w*|initiative|' +
  'agency|agencies|' +
  'ministr\\w*|minist[eéè]r\\p{L}*|departments?|foundation|programme|alliance|federation|' +
  'confederation|commission(?:er|ers)?|' +
  'academy|laborator\\p{L}*|hospitals?|clinics|government|parliament|administration|' +
  'secretariat|autorit\\p{L}*|authority|' +
  'authorities|corporation|coalition|partnership|faculty|nations|cooperative|registry|' +
  'registries|nhs|' +
  'soci[eé]t[eéà]\\p{L}*|conseil|comit[eéê]|groupe|associa\\p{L}*|fondation|agence|' +
  'acad[eé]mi\\p{L}*|r[eé]seau|laboratoires?|' +
  'f[eé]d[eé]ra\\p{L}*|h[oô]pita(?:l|ux)|[eé]quipe|observato\\p{L}*|coll[eè]ge|' +
  'sociedade?s?|consejo|consello|grup[oe]?s?|asociaci[oó]n|universidade?|fundaci[oó]n?|' +
  'funda[cç][aã]o|agencia|' +
  'ag[eê]ncia|organizaci[oó]n|organiza[cç][aã]o|colegio|laborat[oó]rio|escuela|escola|' +
  'comisi[oó]n|comiss[aã]o|' +
  'secretar[ií]a|gobierno|governo|departament\\p{L}*|consorcio|cons[oó]rcio|direcci[oó]n|' +
  'equipo|n[uú]cleo|prefeitura|' +
  'associa[cç][aã]o|conselho|programa|projeto|proyecto|instituci[oó]n|' +
  'societ[aà]|consiglio|comitato|gruppo|associazione|universit[aà]|fondazione|agenzia|' +
  'organizzazione|accademia|' +
  'federazione|ospedale|istituto|' +
  '\\p{L}*gesellschaft|\\p{L}*verband|\\p{L}*verein(?:igung)?|\\p{L}*institut|' +
  '\\p{L}*ministerium|\\p{L}*gemeinschaft|' +
  '\\p{L}+gruppe|\\p{L}*stiftung|\\p{L}*universit[aä]t|\\p{L}*hochschule|\\p{L}*zentrum|' +
  '\\p{L}*kommission|\\p{L}*ausschuss|' +
  '\\p{L}*behörde|\\p{L}*akademie|\\p{L}*anstalt|\\p{L}*klinikum|\\p{L}*krankenhaus|' +
  'bundes(?:amt|anstalt|rat)|' +
  'vereniging|genootschap|instituut|werkgroep|universiteit|stichting|' +
  '\\p{L}*förening(?:en)?|\\p{L}*forening(?:en)?|' +
  '\\p{L}*institutet|universitetet?|sällskap(?:et)?|selskab(?:et)?|\\p{L}*styrelsen|' +
  'direktorat(?:et)?|towarzystwo|' +
  'uniwersytet|instytut|ministerstwo|министерств\\p{L}*|обществ\\p{L}*|институт\\p{L}*|' +
  'университет\\p{L}*|' +
  'организаци\\p{L}*|ассоциаци\\p{L}*|академи\\p{L}*|центр\\p{L}*|групп\\p{L}*';
const SURE = /* @__PURE__ */ new RegExp(`${OPENS}(?:${SURE_WORDS})${ENDS}`, 'iu');
/** Words of organisations that are family names as well: "Jacqueline R. Center", "Anna Bank". */
const PERHAPS_WORDS =
  'study|trial|project|program|office|center|centers|centre|centres|council|bank|board|' +
  'bureau|union|trust|' +
  'service|services|company|congress|court|panel|unit|division|school|house|church|press|' +
  'library|museum|watch|' +
  'centro|servicio|serviço|sociedad|rede|junta|cámara|câmara|centrum|gruppe|amt|raad|rådet';
const PERHAPS = /* @__PURE__ */ new RegExp(`${OPENS}(?:${PERHAPS_WORDS})${ENDS}`, 'iu');
/** What such words are called by where they are an organisation's. */
const ADJECTIVE =
  /\b(?:world|(?:inter)?national|royal|federal|global|united|european|africa\w?|america\w?|asian?|australia\w?|british|canad\w+|english|french|german|nordic|swiss|central|public|nacional|nazionale)\b/i;
/** Small words that join an organisation's words and no person's. */
const JOINED = /\s(?:of|for|on|the|and|für|und|pour|para|per|voor|för|och|against|[Ww]ithout|&)\s/;
/** "Cancer Research UK" */
const COUNTRY = /^\S+ .+ (?:UK|USA|EU)$/;
const EASTERN =
  /大学|大學|学会|學會|協会|协会|委员会|委員会|研究所|研究院|病院|医院|センター|中心|机构|機構|組合|省$|部$|局$|위원회|학회|대학|연구원/u;
/** An acronym among words in small letters: "FTO Study". */
const ACRONYM = /(?:^|\s)\p{Lu}{3,}(?=\s)/u;
/** An initial among the words is a person's; so many words are more than a person has. */
const INITIAL = /(?:^|\s)\p{Lu}\.?(?=\s)/u;
const MORE_THAN_A_PERSON = 4;

/**
 * Whether a text that is given as the name of an author is an organisation's. Where the same word is a family name,
 * the words around it decide.
 * @param name one name, without marks
 */
export function isOrganisationName(name: string): boolean {
  if ([SURE, EASTERN, JOINED, COUNTRY].some((sign) => sign.test(name))) return true;
  if (!PERHAPS.test(name) || INITIAL.test(name)) return false;
  return (
    [ADJECTIVE, COLLECTIVE].some((sign) => sign.test(name)) ||
    (ACRONYM.test(name) && /\p{Ll}/u.test(name)) ||
    name.split(' ').length >= MORE_THAN_A_PERSON
  );
}

/** "Organization, World Health": programs that take each author for a person put the last word first. */
const LAST_WORD =
  /^(?:group|consortium|collaboration|committee|network|investigators|organi[sz]ation|association|society|university|institute|agency|ministry|department|foundation|alliance|federation|commission|academy)$/i;

/** The name of an organisation that was turned round as people's are; undefined for any other name. */
export const turnedBack = (family: string, given: string): string | undefined =>
  LAST_WORD.test(family) && given.includes(' ') ? `${given} ${family}` : undefined;
