import { describe, expect, it } from 'vitest';
import {
  arxivIn,
  cleanDoi,
  doiOfUrl,
  looksLikeName,
  parseName,
  plain,
  splitNames,
  yearIn,
} from '@/lib/text';

describe('a DOI is cleaned of everything that is not its name', () => {
  const cases: [name: string, raw: string, doi: string | null][] = [
    ['a bare DOI stays', '10.1371/journal.pone.0213978', '10.1371/journal.pone.0213978'],
    ['upper case is folded', '10.1039/C2CC35799B', '10.1039/c2cc35799b'],
    ['a doi: prefix goes', 'doi:10.5194/acp-15-1013-2015', '10.5194/acp-15-1013-2015'],
    ['a resolver goes', 'https://dx.doi.org/10.1093/nar/gks793', '10.1093/nar/gks793'],
    ['info:doi/ goes', 'info:doi/10.7717/peerj.4375', '10.7717/peerj.4375'],
    [
      '/full is a view',
      'https://www.frontiersin.org/articles/10.3389/fpsyg.2013.00049/full',
      '10.3389/fpsyg.2013.00049',
    ],
    ['/pdf is a view', 'https://x.org/doi/10.1002/hbm.23623/pdf', '10.1002/hbm.23623'],
    [
      '/abstract is a view',
      '/doi/10.1002/hipo.20995/abstract;jsessionid=1A2B',
      '10.1002/hipo.20995',
    ],
    ['.pdf is a file', '/content/pdf/10.1007/BF02727953.pdf', '10.1007/bf02727953'],
    [
      '.full-text is a view',
      'https://www.biorxiv.org/content/10.1101/696633v1.full-text',
      '10.1101/696633',
    ],
    [
      'a bioRxiv version is no part of the DOI',
      'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v3',
      '10.1101/2020.01.02.123456',
    ],
    [
      'a Research Square version is part of the DOI',
      'https://doi.org/10.21203/rs.3.rs-100956/v1',
      '10.21203/rs.3.rs-100956/v1',
    ],
    [
      'a query goes',
      '10.1176/appi.ajp.2010.10010129?url_ver=Z39.88-2003&rfr_id=x',
      '10.1176/appi.ajp.2010.10010129',
    ],
    ['a fragment goes', '10.1080/20550308.2015.1135230#abstract', '10.1080/20550308.2015.1135230'],
    [
      'balanced brackets stay',
      'https://doi.org/10.1016/S0896-6273(03)00803-1',
      '10.1016/s0896-6273(03)00803-1',
    ],
    ['an unbalanced bracket goes', '(doi:10.1162/jocn_a_00610)', '10.1162/jocn_a_00610'],
    ['a sentence’s end goes', 'See 10.1136/bmj.e8050. It says', '10.1136/bmj.e8050'],
    [
      'a serial item DOI keeps < > ; ( )',
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
    ],
    [
      'a percent-encoded serial item DOI',
      '10.1175/1520-0469(1963)020%3C0130:DNF%3E2.0.CO;2',
      '10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2',
    ],
    [
      'entities in a serial item DOI',
      '10.1175/1520-0469(1963)020&lt;0130:DNF&gt;2.0.CO;2',
      '10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2',
    ],
    ['a tag after a DOI goes', '10.1093/scan/nsv114<br>', '10.1093/scan/nsv114'],
    [
      'a percent-encoded slash',
      'http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0031314',
      '10.1371/journal.pone.0031314',
    ],
    [
      'a letter after ASCII ends it',
      '10.5194/acp-15-1013-2015© Author(s) 2015',
      '10.5194/acp-15-1013-2015',
    ],
    ['a CiteSeerX number is no DOI', '10.1.1.123.4567', null],
    ['a publisher’s number is no DOI', '10.1177_1049732312470760', null],
    ['a DOI cut short is no DOI', '10.1016/...', null],
    ['a version number is no DOI', 'macOS 10.15/Catalina', null],
    ['nothing is no DOI', '', null],
  ];
  it.each(cases)('%s', (_name, raw, doi) => {
    expect(cleanDoi(raw)).toBe(doi);
  });
});

describe('an address that carries a DOI gives it up', () => {
  const cases: [string, string | null][] = [
    ['https://www.pnas.org/doi/10.1073/pnas.0904402107', '10.1073/pnas.0904402107'],
    [
      'https://iopscience.iop.org/article/10.1088/0026-1394/12/4/002/meta',
      '10.1088/0026-1394/12/4/002',
    ],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0213978',
      '10.1371/journal.pone.0213978',
    ],
    ['https://example.org/login?redirectUri=/doi/10.1073/pnas.0904402107', null],
    ['https://www.nature.com/articles/s41598-020-61892-5', null],
  ];
  it.each(cases)('%s', (url, doi) => {
    expect(doiOfUrl(url)).toBe(doi);
  });
});

describe('names are split into family and given', () => {
  const cases: [string, ReturnType<typeof parseName>][] = [
    ['Ritchey, Maureen', { family: 'Ritchey', given: 'Maureen' }],
    ['Elizabeth C Finger', { family: 'Finger', given: 'Elizabeth C' }],
    ['Peverill RE', { family: 'Peverill', given: 'RE' }],
    ['van Kranenburg R', { family: 'van Kranenburg', given: 'R' }],
    ['Tim van Timmeren', { family: 'van Timmeren', given: 'Tim' }],
    ['Luis Peña Ríos', { family: 'Peña Ríos', given: 'Luis' }],
    [
      'María José García-Abadillo Velasco',
      { family: 'García-Abadillo Velasco', given: 'María José' },
    ],
    ['María José García', { family: 'García', given: 'María José' }],
    ['Ana de la Peña Ríos', { family: 'de la Peña Ríos', given: 'Ana' }],
    ['Juan Gómez Q', { family: 'Juan Gómez', given: 'Q' }],
    ['Michelina C. de la Maza', { family: 'de la Maza', given: 'Michelina C.' }],
    ['Michael L. Anderson, PhD', { family: 'Anderson', given: 'Michael L.' }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Martin Luther King, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['John Smith III', { family: 'Smith', given: 'John', suffix: 'III' }],
    ['Stephen J Wilson 1,*', { family: 'Wilson', given: 'Stephen J' }],
    ['The CARDIoGRAM Consortium', { literal: 'The CARDIoGRAM Consortium' }],
    ['Ordonez Lnull', { family: 'Ordonez', given: 'L' }],
    ['Jo&atilde;o', { literal: 'João' }],
    ['山田 太郎', { family: '山田', given: '太郎' }],
    ['王小明', { family: '王', given: '小明' }],
    ['欧阳静', { family: '欧阳', given: '静' }],
    ['김민수', { family: '김', given: '민수' }],
    ['Иванов Иван Петрович', { family: 'Иванов', given: 'Иван Петрович' }],
    ['  ', null],
    ['123', null],
  ];
  it.each(cases)('%s', (raw, name) => {
    expect(parseName(raw)).toEqual(name);
  });
});

describe('a byline is split into names', () => {
  const cases: [string, string[]][] = [
    ['Peverill RE;Lin KY;Fogel MA;', ['Peverill RE', 'Lin KY', 'Fogel MA']],
    ['Christian Caspers|Pedro Freire da Silva', ['Christian Caspers', 'Pedro Freire da Silva']],
    ['A. B. Smith, C. Jones and D. Meyer', ['A. B. Smith', 'C. Jones', 'D. Meyer']],
    ['Smith, J., Jones, A. B.', ['Smith, J.', 'Jones, A. B.']],
    ['By Jane Doe', ['Jane Doe']],
    ['John Smith, Jr., Jane Doe and Bo Li, III', ['John Smith Jr.', 'Jane Doe', 'Bo Li III']],
    ['John Smith, PhD, Jane Doe', ['John Smith', 'Jane Doe']],
    ['Ada Rossi, Bo Neri e Cy Verdi', ['Ada Rossi', 'Bo Neri', 'Cy Verdi']],
    ['Ana Prado, João Costa e Silva', ['Ana Prado', 'João Costa e Silva']],
    ['王小明，李芳、张建国', ['王小明', '李芳', '张建国']],
  ];
  it.each(cases)('%s', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });
});

describe('what looks like a name', () => {
  it.each([
    'Ryan Smith',
    'R. K. Li',
    'Livius V. d’Uscio',
    'Jean-Paul Malrieu',
    'Tim van Timmeren',
    'Bo Wang',
    'Michael L. Anderson, PhD',
    'Kevin D. Read',
    'Read, Kevin D.',
    'Tania Contente-Cuomo',
    'View ORCID ProfileElizabeth Raupach',
    'MD Schroeder',
    'DR Cool',
    'Seán Ó hÉigeartaigh',
    '山田 太郎',
    '李芳',
  ])('%s does', (text) => {
    expect(looksLikeName(text)).toBe(true);
  });
  it.each([
    'Department of Physics',
    'Google Scholar',
    'James K.',
    'Submit Manuscript',
    'Published online',
    'Smith',
    '12 May 2014',
    'https://orcid.org/0000',
    'a lower case phrase',
    'Oxford Press',
    'Must Read',
    'Il Nuovo Cimento B -',
    '著者情報',
    '抄録',
    '例示 大学',
  ])('%s does not', (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});

describe('years, entities and arXiv ids', () => {
  it.each<[string, number | undefined]>([
    ['05/30/2024', 2024],
    ['2011 Feb;168(2):152-62', 2011],
    ['0000-0002-1902-1234', undefined],
    ['pages 1553–1566, July 2012', 2012],
    ['Il Nuovo Cimento B (1971-1996)', undefined],
    ['20240101', undefined],
    ['04-03-2019', 2019],
    ['04.03.2019', 2019],
    ['pp. 1013-2019', undefined],
  ])('the year in %s', (text, year) => {
    expect(yearIn(text)).toBe(year);
  });
  it('markup and entities that were encoded into an attribute go', () => {
    expect(plain('GEM / CO&lt;sub&gt;2&lt;/sub&gt; &amp;  more')).toBe('GEM / CO2 & more');
    expect(plain('p <em>x</em> < 0.05 &#39;y&#39;')).toBe("p x < 0.05 'y'");
  });
  it('an arXiv id loses its version', () => {
    expect(arxivIn('https://arxiv.org/abs/2501.10120v2')).toBe('2501.10120');
    expect(arxivIn('arXiv:hep-th/9901001')).toBe('hep-th/9901001');
    expect(arxivIn('2501.10120')).toBeUndefined();
  });
});
