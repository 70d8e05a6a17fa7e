/**
 * Passages of our own in six languages, with what changes their meaning and what only prints them otherwise. A number
 * within "§" cites: "§3,4§".
 */

/** Kinds of changes of meaning. */
export type Turn =
  | 'negation came'
  | 'negation went'
  | 'not is elsewhere'
  | 'number'
  | 'decimal point'
  | 'unit'
  | 'direction'
  | 'comparator'
  | 'barrier and facilitator'
  | 'name'
  | 'hedge'
  | 'quantifier'
  | 'polarity prefix'
  | 'only, no longer'
  | 'an item dropped';

export interface Passage {
  lang: string;
  /** Quoted as a whole, and each part between bars too. */
  text: string;
  /** Of the same paper, in almost the same words. */
  alike: string;
  /** Sentences around it. */
  around: readonly string[];
  turns: readonly (readonly [kind: Turn, from: string, to: string])[];
}

export const PASSAGES: readonly Passage[] = [
  {
    lang: 'en',
    text: 'Training was associated with higher uptake in 12 of 36 sites (p < 0.05)§3§, and "time for talks" did not change the retention of nurses§4,5§.| After 18 months, all managers of the Abara group saw stable funding as a facilitator, although staff were likely to lose 2.5 mg per dose§11§.| Supervision, pay and role clarity increased the well-being of teams (see Figure 2), whereas stigma – as a barrier – was common§3,17§.',
    alike:
      'Training was associated with lower uptake in 14 of 36 sites (p < 0.05), and "time for talks" did change the retention of doctors.',
    around: [
      'The council had asked for yearly reports on the number of contacts.',
      'Visitors described the rooms as quiet, well lit and easy to find.',
      'Families were invited to the kitchen of the old school on Mondays.',
      'Two of the trusts merged while the interviews were being held.',
    ],
    turns: [
      ['negation came', 'was associated', 'was not associated'],
      ['negation came', 'was common', "wasn't common"],
      ['negation came', 'with higher uptake', 'without higher uptake'],
      ['negation went', 'did not change', 'did change'],
      ['not is elsewhere', 'did not change the retention', 'did change not the retention'],
      ['number', '12 of 36', '12 of 38'],
      ['number', '18 months', '8 months'],
      ['number', '12 of 36', '36 of 12'],
      ['decimal point', '2.5 mg', '25 mg'],
      ['decimal point', '0.05', '0.005'],
      ['decimal point', '2.5 mg', '.25 mg'],
      ['unit', 'mg per', 'µg per'],
      ['unit', '18 months', '18 weeks'],
      ['direction', 'higher uptake', 'lower uptake'],
      ['direction', 'increased', 'decreased'],
      ['comparator', 'p < 0.05', 'p > 0.05'],
      ['comparator', 'p < 0.05', 'p ≥ 0.05'],
      ['barrier and facilitator', 'a facilitator', 'a barrier'],
      ['barrier and facilitator', 'a barrier', 'a facilitator'],
      ['name', 'Abara', 'Abreu'],
      ['number', 'Figure 2', 'Fig. 3'],
      ['number', 'Figure 2', 'Figs. 2'],
      ['name', 'Figure 2', 'Table 2'],
      ['name', 'Figure 2', 'Tab. 2'],
      ['hedge', 'was common', 'may be common'],
      ['hedge', 'increased', 'could have increased'],
      ['quantifier', 'all managers', 'some managers'],
      ['quantifier', 'all managers', 'managers'],
      ['polarity prefix', 'likely', 'unlikely'],
      ['polarity prefix', 'stable', 'non-stable'],
      ['only, no longer', 'saw stable', 'no longer saw stable'],
      ['only, no longer', 'in 12', 'only in 12'],
      ['an item dropped', 'Supervision, pay and role', 'Supervision and role'],
    ],
  },
  {
    lang: 'es',
    text: 'La formación se asoció con una mayor adopción en 12 de 36 centros (p < 0,05)§3§, y el «tiempo para hablar» no cambió la permanencia del personal§4,5§.| Tras 18 meses, todos los gestores del grupo Abara vieron la financiación estable como un facilitador, aunque era probable que perdieran 2,5 mg por dosis§11§.| La supervisión, el salario y la claridad del rol aumentaron el bienestar de los equipos (véase la Figura 2), mientras que el estigma, como barrera, era habitual§3,17§.',
    alike:
      'La formación se asoció con una menor adopción en 14 de 36 centros (p < 0,05), y el «tiempo para hablar» sí cambió la permanencia del personal.',
    around: [
      'El consejo había pedido informes anuales sobre el número de contactos.',
      'Las visitas describieron las salas como tranquilas y fáciles de encontrar.',
      'Se invitó a las familias a la cocina de la antigua escuela los lunes.',
      'Dos de los hospitales se unieron durante las entrevistas.',
    ],
    turns: [
      ['negation came', 'se asoció', 'no se asoció'],
      ['negation came', 'era habitual', 'nunca era habitual'],
      ['negation came', 'con una mayor', 'sin una mayor'],
      ['negation went', 'no cambió', 'cambió'],
      ['not is elsewhere', 'no cambió la', 'cambió no la'],
      ['number', '12 de 36', '12 de 38'],
      ['decimal point', '2,5 mg', '25 mg'],
      ['decimal point', '0,05', '0,005'],
      ['unit', 'mg por', 'g por'],
      ['unit', '18 meses', '18 semanas'],
      ['direction', 'mayor adopción', 'menor adopción'],
      ['direction', 'aumentaron', 'redujeron'],
      ['comparator', 'p < 0,05', 'p > 0,05'],
      ['barrier and facilitator', 'un facilitador', 'un obstáculo'],
      ['barrier and facilitator', 'barrera', 'facilitador'],
      ['name', 'Abara', 'Abreu'],
      ['hedge', 'era habitual', 'podría ser habitual'],
      ['quantifier', 'todos los', 'algunos'],
      ['polarity prefix', 'probable', 'improbable'],
      ['polarity prefix', 'estable', 'inestable'],
      ['only, no longer', 'vieron', 'ya no vieron'],
      ['only, no longer', 'en 12', 'solo en 12'],
      ['an item dropped', 'La supervisión, el salario y', 'La supervisión y'],
    ],
  },
  {
    lang: 'pt',
    text: 'A formação foi associada a maior adesão em 12 de 36 locais (p < 0,05)§3§, e o “tempo para conversar” não mudou a permanência da equipe§4,5§.| Após 18 meses, todos os gestores do grupo Abara viram o financiamento estável como um facilitador, embora fosse provável que perdessem 2,5 mg por dose§11§.| A supervisão, o salário e a clareza do papel aumentaram o bem-estar das equipes (ver Figura 2), enquanto o estigma, como barreira, era comum§3,17§.',
    alike:
      'A formação foi associada a menor adesão em 14 de 36 locais (p < 0,05), e o “tempo para conversar” mudou a permanência da equipe.',
    around: [
      'O conselho tinha pedido relatórios anuais sobre o número de contatos.',
      'Os visitantes descreveram as salas como calmas e fáceis de encontrar.',
      'As famílias foram convidadas para a cozinha da velha escola.',
      'Dois dos hospitais se uniram durante as entrevistas.',
    ],
    turns: [
      ['negation came', 'foi associada', 'não foi associada'],
      ['negation came', 'associada a maior', 'associada sem maior'],
      ['negation went', 'não mudou', 'mudou'],
      ['not is elsewhere', 'não mudou a', 'mudou não a'],
      ['number', '12 de 36', '13 de 36'],
      ['decimal point', '2,5 mg', '0,25 mg'],
      ['decimal point', '0,05', '0,5'],
      ['unit', 'mg por', 'kg por'],
      ['unit', '18 meses', '18 dias'],
      ['direction', 'maior adesão', 'menor adesão'],
      ['direction', 'aumentaram', 'diminuíram'],
      ['comparator', 'p < 0,05', 'p = 0,05'],
      ['barrier and facilitator', 'um facilitador', 'uma barreira'],
      ['barrier and facilitator', 'barreira', 'facilitador'],
      ['name', 'Abara', 'Abreu'],
      ['hedge', 'era comum', 'poderia ser comum'],
      ['quantifier', 'todos os', 'alguns'],
      ['polarity prefix', 'provável', 'improvável'],
      ['polarity prefix', 'estável', 'instável'],
      ['only, no longer', 'viram', 'já não viram'],
      ['only, no longer', 'em 12', 'apenas em 12'],
      ['an item dropped', 'A supervisão, o salário e', 'A supervisão e'],
    ],
  },
  {
    lang: 'de',
    text: 'Schulung ging mit höherer Nutzung an 12 von 36 Orten einher (p < 0,05)§3§, und „Zeit für Gespräche“ änderte den Verbleib der Pflegenden nicht§4,5§.| Nach 18 Monaten sahen alle Leitungen der Gruppe Abara stabile Mittel als förderlich, obwohl sie wahrscheinlich 2,5 mg je Dosis verloren§11§.| Supervision, Lohn und Rollenklarheit erhöhten das Wohlbefinden der Teams (siehe Abbildung 2), während Stigma – als Hindernis – üblich war§3,17§.',
    alike:
      'Schulung ging mit geringerer Nutzung an 14 von 36 Orten einher (p < 0,05), und „Zeit für Gespräche“ änderte den Verbleib der Pflegenden.',
    around: [
      'Der Rat hatte jährliche Berichte über die Zahl der Kontakte verlangt.',
      'Besucher nannten die Räume ruhig, hell und leicht zu finden.',
      'Familien wurden montags in die Küche der alten Schule eingeladen.',
      'Zwei der Häuser schlossen sich während der Interviews zusammen.',
    ],
    turns: [
      ['negation came', 'ging mit höherer', 'ging nicht mit höherer'],
      ['negation came', 'stabile Mittel', 'keine stabilen Mittel'],
      ['negation came', 'mit höherer', 'ohne höhere'],
      ['negation went', ' nicht§', '§'],
      [
        'not is elsewhere',
        'den Verbleib der Pflegenden nicht',
        'nicht den Verbleib der Pflegenden',
      ],
      ['number', '12 von 36', '21 von 36'],
      ['decimal point', '2,5 mg', '25 mg'],
      ['decimal point', '0,05', '0,005'],
      ['unit', 'mg je', 'kg je'],
      ['unit', '18 Monaten', '18 Wochen'],
      ['direction', 'höherer Nutzung', 'niederer Nutzung'],
      ['direction', 'erhöhten', 'senkten'],
      ['comparator', 'p < 0,05', 'p > 0,05'],
      ['barrier and facilitator', 'förderlich', 'hinderlich'],
      ['barrier and facilitator', 'als Hindernis', 'als Hilfe'],
      ['name', 'Abara', 'Abreu'],
      ['hedge', 'üblich war', 'üblich sein könnte'],
      ['quantifier', 'alle Leitungen', 'einige Leitungen'],
      ['polarity prefix', 'wahrscheinlich', 'unwahrscheinlich'],
      ['polarity prefix', 'stabile', 'instabile'],
      ['only, no longer', 'sahen alle', 'sahen nicht mehr alle'],
      ['only, no longer', 'an 12', 'nur an 12'],
      ['an item dropped', 'Supervision, Lohn und', 'Supervision und'],
    ],
  },
  {
    lang: 'fr',
    text: 'La formation était associée à une adoption plus élevée dans 12 des 36 sites (p < 0,05)§3§, et le « temps de parole » n’a pas changé le maintien du personnel§4,5§.| Après 18 mois, tous les cadres du groupe Abara voyaient le financement stable comme un facilitateur ; il était probable qu’ils perdent 2,5 mg par dose§11§.| La supervision, le salaire et la clarté du rôle ont augmenté le bien-être des équipes (voir la figure 2), tandis que la stigmatisation – un obstacle – était courante§3,17§.',
    alike:
      'La formation était associée à une adoption moins élevée dans 14 des 36 sites (p < 0,05), et le « temps de parole » a changé le maintien du personnel.',
    around: [
      'Le conseil avait demandé un rapport annuel sur le nombre de contacts.',
      'Les visiteurs trouvaient les salles calmes et faciles à trouver.',
      'Les familles étaient invitées le lundi dans la cuisine de l’école.',
      'Deux des hôpitaux ont fusionné pendant les entretiens.',
    ],
    turns: [
      ['negation came', 'était associée', 'n’était pas associée'],
      ['negation came', 'était courante', 'n’était jamais courante'],
      ['negation came', 'à une adoption', 'sans une adoption'],
      ['negation went', 'n’a pas changé', 'a changé'],
      ['not is elsewhere', 'n’a pas changé le maintien', 'a changé pas le maintien'],
      ['number', '12 des 36', '12 des 26'],
      ['decimal point', '2,5 mg', '25 mg'],
      ['decimal point', '0,05', '0,5'],
      ['unit', 'mg par', 'µg par'],
      ['unit', '18 mois', '18 ans'],
      ['direction', 'plus élevée', 'moins élevée'],
      ['direction', 'augmenté', 'réduit'],
      ['comparator', 'p < 0,05', 'p > 0,05'],
      ['barrier and facilitator', 'un facilitateur', 'un obstacle'],
      ['barrier and facilitator', 'un obstacle', 'un facilitateur'],
      ['name', 'Abara', 'Abreu'],
      ['hedge', 'était courante', 'serait peut-être courante'],
      ['quantifier', 'tous les', 'quelques'],
      ['polarity prefix', 'probable', 'improbable'],
      ['polarity prefix', 'stable', 'instable'],
      ['only, no longer', 'voyaient', 'ne voyaient plus'],
      ['only, no longer', 'dans 12', 'seulement dans 12'],
      ['an item dropped', 'La supervision, le salaire et', 'La supervision et'],
    ],
  },
  {
    lang: 'zh',
    text: '培训与36个地点中12个地点的较高采用率有关（p < 0.05）§3§，而“谈话时间”没有改变护士的留任情况§4,5§。|18个月后，阿巴拉小组的所有管理者都认为稳定的资金是促进因素，尽管员工很可能每剂损失2.5毫克§11§。|督导、薪酬和角色清晰度提高了团队的幸福感（见图2），而作为障碍的污名很常见§3,17§。',
    alike:
      '培训与36个地点中14个地点的较低采用率有关（p < 0.05），而“谈话时间”改变了护士的留任情况。',
    around: [
      '理事会曾要求提交关于联系次数的年度报告，并在春季公布。',
      '来访者认为这些房间安静、明亮而且容易找到。',
      '每逢星期一，各个家庭都被邀请到老学校的厨房。',
      '在访谈进行期间，其中两家医院合并了。',
    ],
    turns: [
      ['negation came', '的较高采用率有关', '的较高采用率无关'],
      ['negation came', '都认为', '都不认为'],
      ['negation went', '没有改变', '改变'],
      ['number', '12个地点', '13个地点'],
      ['decimal point', '2.5毫克', '25毫克'],
      ['decimal point', '0.05', '0.5'],
      ['unit', '毫克', '微克'],
      ['unit', '18个月', '18个星期'],
      ['direction', '较高', '较低'],
      ['direction', '提高了', '降低了'],
      ['comparator', 'p < 0.05', 'p > 0.05'],
      ['barrier and facilitator', '促进因素', '障碍因素'],
      ['barrier and facilitator', '作为障碍', '作为动力'],
      ['name', '阿巴拉', '阿布拉'],
      ['hedge', '很常见', '可能很常见'],
      ['quantifier', '所有管理者', '一些管理者'],
      ['polarity prefix', '稳定', '不稳定'],
      ['only, no longer', '都认为', '都不再认为'],
      ['only, no longer', '中12个', '中仅12个'],
      ['an item dropped', '督导、薪酬和', '督导和'],
    ],
  },
];
