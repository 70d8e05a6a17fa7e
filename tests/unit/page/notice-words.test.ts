/** Notices in the words of large platforms, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { visibleNotices } from '../../../lib/page/fields/shown/notices';
import type { Line } from '../../../lib/page/view/lines';

const TITLE = 'Peer supervision and turnover on two wards';

/** Where a test has no element. */
const element = null as unknown as Element;

/** The kinds of notices in some lines. */
const kinds = (lines: readonly string[], title = TITLE) =>
  visibleNotices(
    lines.map((text): Line => ({ text, element, after: true, holders: [] })),
    title,
  ).map(({ kind }) => kind);

describe('a retraction is', () => {
  it.each([
    'This article has been retracted: please see Policy on Article Withdrawal.',
    'This article was retracted on 12 March 2020',
    'This article has been formally withdrawn.',
    'RETRACTED ARTICLE',
    `RETRACTED ARTICLE: ${TITLE}`,
    'Retracted',
    'WITHDRAWN: this preprint',
    'The Retraction Note to this article has been published in Ward Studies 2020 19:5',
    'A Retraction for this article has been published.',
    'Retraction(s) for this article',
    'Retraction in: Ward Stud. 2020;5:1.',
    'Retraction in Ward Stud. 2020;5:1.',
    'Retraction 12 Jun 2021: The editors (2021) Retraction',
    'View retraction notice',
    'Please see the retraction notice below',
    'Statement of Retraction',
    'Notice of Retraction and Replacement',
    `Retraction notice to “${TITLE}” [Ward Stud 5 (2019) 1–9]`,
    'Este documento possui uma retratação: https://doi.org/10.5555/r',
    'Este artigo foi retratado',
    'Artigo retratado',
    'Este documento tiene una retractación',
    'Este artículo ha sido retractado',
    'Artículo retractado',
    'Nota de retractación',
    'Cet article a été rétracté par l’éditeur.',
    'Article rétracté',
    'Cet article fait l’objet d’une rétractation',
    'Dieser Artikel wurde zurückgezogen.',
    'Diese Arbeit wurde zurückgezogen',
    'Zurückgezogener Artikel',
    'Questo articolo è stato ritrattato',
  ])('%s', (text) => {
    expect(kinds([text])).toEqual(['retraction']);
  });

  it.each([
    `RETRACTED: ${TITLE}`,
    `${TITLE} (Retracted)`,
    `${TITLE} [retracted article. See vol. 5, p. 1]`,
  ])('also in the title: %s', (title) => {
    expect(kinds(['Ada Berg'], title)).toEqual(['retraction']);
  });
});

describe('a correction is', () => {
  it.each([
    'This article has been corrected. Please see: Correction',
    'This article has been updated',
    'This article has a correction. Please see:',
    'This article is corrected by 2019 Ward Stud. 5 1',
    'This is a corrected version. See the statement in issue 3.',
    'A Correction to this article was published on 12 March 2020',
    'An Author Correction to this article was published on 12 March 2020',
    'The Publisher Correction to this article has been published in Ward Studies 2020 19:5',
    'The Erratum to this article has been published in Ward Studies 2020 19:5',
    'A correction was published on 3 May 2021, see Wards 2021, 13, 5.',
    'An erratum has been published',
    'A corrigendum has been published for this article',
    'Correction(s) for this article',
    'Erratum in',
    'Erratum in: Ward Stud. 2020;5:1.',
    'Correction in Ward Stud. 2020;5:1.',
    'Correction 23 Apr 2020: The editors (2020) Correction',
    'Corrected and republished in: Ward Stud. 2020;5:1.',
    `Correction to: ${TITLE}`,
    `Corrigendum to “${TITLE}” [Ward Stud 5 (2019) 1–9]`,
    `Correction for Berg et al., ${TITLE}`,
    'Read the correction notice',
    'An addendum has been issued for this article',
    'Este documento possui uma errata: https://doi.org/10.5555/r',
    'Este artigo foi corrigido',
    'Errata publicada em 2020',
    'Este documento tiene una errata',
    'Este artículo ha sido corregido',
    'Fe de erratas de este artículo',
    'Fe de errores publicada en el número 3',
    'Se ha publicado una corrección',
    'Cet article a été corrigé',
    'Un erratum a été publié le 3 mai 2020',
    'Un correctif à cet article a été publié',
    'Cet article fait l’objet d’un erratum',
    'Ein Erratum zu diesem Artikel wurde veröffentlicht',
    'Eine Berichtigung zu diesem Beitrag ist erschienen',
    'Dieser Artikel wurde korrigiert',
    'Questo articolo è stato corretto',
  ])('%s', (text) => {
    expect(kinds([text])).toEqual(['correction']);
  });
});

describe('an expression of concern is', () => {
  it.each([
    'An Editorial Expression of Concern to this article was published on 01 May 2021',
    'Expression of Concern published on 12 August 2022, see Wards 2022, 1, 2.',
    'An expression of concern has been published',
    'Expression of concern in: Ward Stud. 2020;5:1.',
    'Editorial Expression of Concern: data were questioned',
    'Expression of Concern 3 Mar 2020: The editors (2020)',
    'Editor’s Note: Readers are alerted that concerns have been raised with this paper.',
    'Readers are alerted that the conclusions of this paper are subject to criticisms',
    'This article is subject to an expression of concern',
    'Este documento possui uma manifestação de preocupação',
    'Este artículo tiene una expresión de preocupación',
    'Cet article fait l’objet d’une expression de préoccupation',
    'Eine Bekundung von Bedenken zu diesem Artikel wurde veröffentlicht',
  ])('%s', (text) => {
    expect(kinds([text])).toEqual(['concern']);
  });
});

describe('no notice is', () => {
  it.each([
    ['a button', ['Check for updates', 'Check for corrections']],
    ['a policy', ['Retraction policy', 'Corrections and retractions', 'Correction policy']],
    ['a method', ['Correction for multiple testing was made.', 'Bonferroni correction']],
    ['an operation', ['Retraction of the tongue was measured.', 'Correction of scoliosis']],
    ['what happened to others', ['Withdrawn participants were replaced.', 'Concerns about staff']],
    [
      'a title',
      ['Retracted articles in psychiatry: a review', 'Retraction notices and their reasons'],
    ],
    [
      'another paper’s',
      ['Correction to: Leadership and fidelity in clinics', 'Retraction: Other wards'],
    ],
    [
      'one of other papers',
      ['Related articles', 'This article has been retracted', 'Erratum in: J X'],
    ],
    ['in a list of papers', ['Similar articles', 'Retraction in: Ward Stud. 2020;5:1.']],
    [
      'a sentence of the abstract',
      [
        'Abstract',
        `The article was retracted in 2010 after an inquiry, and yet it was cited for years by papers that did not mention its retraction, ${'as readers have shown before. '.repeat(3)}`,
      ],
    ],
    ['of a paper about retractions', ['Retraction of psychiatric papers']],
    ['a word', ['Updated daily', 'Correct answers', 'Errata', 'Corrigendum']],
  ])('%s', (_what, lines) => {
    expect(kinds(lines)).toEqual([]);
  });

  it('the paper’s own title, wherever it is repeated', () => {
    const title = 'Retraction notices in ward studies: what they say';
    expect(kinds(['Retraction notices in ward studies', title], title)).toEqual([]);
  });
});
