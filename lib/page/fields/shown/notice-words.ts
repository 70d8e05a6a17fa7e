/**
 * How platforms word a notice on the paper of their page: its retraction, a correction, an expression of concern. A wording
 * names this paper, or is a box's heading. What a page tells of other papers, of policies or of methods ("correction for
 * multiple testing") is none.
 */
import type { Notice } from '../../../model';

export type NoticeKind = Notice['kind'];

/** Words of which every notice has one, in the languages below: cheap to ask first. */
export const NOTICE_WORDS =
  /retract|retrat|rétract|withdraw|retirad|retiré|concern|préoccup|preocupa|besorgnis|corre[cç]|correct|corrig|corrett|errat|errores|correg|rectif|addend|ritratt|criticism|bedenken|zurückgez|widerruf|berichtig|korri|updated/i;

/** A paper as a notice speaks of it, in some languages. */
const WORK =
  '(?:article|paper|study|preprint|chapter|document|publication|review|manuscript|work|letter)';
const ESTE =
  '(?:este|o|el) (?:art[ií]culo|artigo|documento|trabajo|trabalho|estudio|estudo|preprint)';
const CET = 'cet(?:te)? (?:article|étude|document|travail|prépublication|publication)';
const DIESER =
  '(?:dieser?|der|die) (?:artikel|beitrag|aufsatz|arbeit|publikation|studie|veröffentlichung)';

/** What closes a heading, and what comes after the heading of a box. */
const CLOSED = '(?:\\s*[:.|\\]–—]|$| on\\b| by\\b| in:)';

/** What was done to the paper: the line opens with it. */
export const DONE: readonly [NoticeKind, RegExp][] = [
  [
    'retraction',
    new RegExp(
      `^th(?:is|e) ${WORK}\\b.{0,40}?\\b(?:has been|was|is|been)(?: [a-z]+ly)? (?:retracted|withdrawn)\\b`,
      'i',
    ),
  ],
  [
    'retraction',
    new RegExp(
      `^\\[?(?:retracted|withdrawn)(?: (?:article|paper|publication|chapter|and (?:replaced|republished)))?${CLOSED}`,
      'i',
    ),
  ],
  [
    'retraction',
    new RegExp(
      `^${ESTE} (?:foi|fue|ha sido|est[aá]|é) (?:retratado|retractado|retirado|despublicado)`,
      'i',
    ),
  ],
  ['retraction', /^\[?(?:artigo|art[ií]culo) (?:retratado|retractado|retirado)/i],
  ['retraction', new RegExp(`^${CET} (?:a été|est) (?:rétracté|retiré)`, 'i')],
  ['retraction', /^\[?article (?:rétracté|retiré)/i],
  ['retraction', new RegExp(`^${DIESER} wurde (?:zurückgezogen|retrahiert|widerrufen)`, 'i')],
  ['retraction', /^zurückgezogene[rs]? (?:artikel|beitrag|arbeit)/i],
  ['retraction', /^questo articolo è stato (?:ritrattato|ritirato)/i],
  [
    'retraction',
    new RegExp(`^\\[?(?:retratad[oa]|retractad[oa]|rétractée?|zurückgezogen)${CLOSED}`, 'i'),
  ],
  [
    'retraction',
    /^(?:notice|statement|nota|aviso?|note) (?:of|de) (?:retraction|withdrawal|retrata[cç][aã]o|retractaci[oó]n|rétractation)/i,
  ],
  ['concern', /^editor[’']?s?[’']? note\b.{0,200}\bconcern/i],
  ['concern', /^readers are (?:alerted|advised|cautioned).{0,120}\b(?:concerns?|criticisms)\b/i],
  [
    'correction',
    new RegExp(
      `^th(?:is|e) ${WORK}\\b.{0,40}?\\b(?:has been|was|been)(?: [a-z]+ly)? (?:corrected|updated)\\b`,
      'i',
    ),
  ],
  ['correction', new RegExp(`^this (?:${WORK} is corrected by|is a corrected version)`, 'i')],
  ['correction', /^corrected and republished/i],
  ['correction', new RegExp(`^${ESTE} (?:foi|fue|ha sido) (?:corrigido|corregido)`, 'i')],
  ['correction', new RegExp(`^${CET} a été (?:corrigé|rectifié)`, 'i')],
  ['correction', new RegExp(`^${DIESER} wurde (?:korrigiert|berichtigt)`, 'i')],
  ['correction', /^questo articolo è stato corretto/i],
];

/** What a notice is called: the rest of a line opens with it. */
export const CALLED: readonly [NoticeKind, RegExp][] = [
  [
    'retraction',
    /^(?:(?:retraction|withdrawal)(?: (?:note|notice|statement))?|(?:nota de )?retrata[cç][aã]o|(?:nota de )?retractaci[oó]n|(?:avis de )?rétractation|retraktion|rücknahme|ritrattazione)(?!\p{L})/iu,
  ],
  [
    'concern',
    /^(?:(?:editorial |editor[’']?s? )?(?:expressions?|notes?|statement) of concern|(?:manifesta[cç][aã]o|express[aã]o|expresi[oó]n|nota)(?: editorial)? de preocupa(?:[cç][aã]o|ci[oó]n)|expression de préoccupation|mise en garde|ausdruck der besorgnis|bekundung von bedenken)(?!\p{L})/iu,
  ],
  [
    'correction',
    /^(?:(?:author |publisher |editorial )?(?:corrections?|errat(?:um|a)|corrigend(?:um|a)|addendum)(?: notices?)?|fe de (?:erratas|errores)|corre[cç][aã]o|correcci[oó]n|correctif|rectificatif|berichtigung|korrektur|korrigendum|errata corrige)(?!\p{L})/iu,
  ],
];

/** Words before that name: articles, and verbs after which it is a notice whatever follows ("View the erratum"). */
export const DETERMINER = /^(?:(?:an?|the|u[mn]a?|une?|l[ae]|el|[ao]|eine?|das|die|der) |l[’'])/i;
export const LEADING =
  /^(?:(?:view|read|(?:please )?see)(?: also)?|ver|véase|voir|siehe|se ha publicado|existe|foi publicad[ao]) /i;
/** "This article has a correction": the paper, and a verb; the notice's name follows. */
export const HAS: readonly RegExp[] = [
  new RegExp(`^this ${WORK} (?:has|contains|is (?:linked to|accompanied by|subject to)) `, 'i'),
  new RegExp(`^${ESTE} (?:possui|tem|cont[eé]m|tiene|posee|presenta|contiene|cuenta con) `, 'i'),
  new RegExp(`^${CET} (?:fait l[’']objet d[’']|comporte |a )`, 'i'),
  /^(?:zu|für) dies\p{L}{1,2} (?:artikel|beitrag|arbeit|aufsatz) (?:gibt es|liegt|wurde|ist) /iu,
];
/** Further words between that verb and the name. */
export const FURTHER = /^(?:(?:associated|published|accompanying|linked|related|corresponding) )/i;

/** What follows the name where it is of this paper: "to this article", "has been published", "in: J Foo". */
export const FOLLOWS: readonly RegExp[] = [
  new RegExp(`^(?:\\(s\\))? (?:to|for|of|on|about|regarding) th(?:is|e) ${WORK}`, 'i'),
  /^(?:\(s\))? (?:has|have|was|were|is|are)(?: now| also)?(?: been)? (?:published|issued|available|appended)/i,
  /^(?:\(s\))? (?:published|issued)\b/i,
  /^ (?:in|em|en|dans)(?::|$)/i,
  /^ ?(?:de|a|para|d)?\s?[ed]ste (?:art[ií]culo|artigo|documento|trabajo|trabalho)/i,
  /^ (?:(?:foi|fue|ha sido|ist|est) )?(?:publicad[ao]|dispon[ií]vel|disponible|erschienen)/i,
  new RegExp(`^ (?:à|de|pour|concernant|sur) ${CET}`, 'i'),
  /^ (?:a été )?publiée?(?: le| dans|$)/i,
  /^ (?:zu|für) dies\p{L}{1,2} (?:artikel|beitrag|arbeit|aufsatz|publikation)/iu,
  /^ wurde (?:veröffentlicht|publiziert)/i,
];
/** Indexes write "Erratum in J Foo", PLOS "Correction 3 Apr 2020": a capital or a date follows. */
export const LISTED = /^(?: in (?=[\p{Lu}\d])|:? (?=\d{1,2} \p{Lu}\p{Ll}{2,8} (?:19|20)\d\d))/u;
