/** People's names as bylines and tags write them, with all that pages hang on them. */
import { describe, expect, it } from 'vitest';
import { hasManyNames, type Name, parseName, splitNames } from '../../../lib/text';

const ANN: Name = { family: 'Lee', given: 'Ann' };

describe('“Ann Lee” is read from', () => {
  it.each([
    'View ORCID Profile for: Ann Lee',
    'view Orcid Ann Lee',
    'ORCID Profile Ann Lee',
    'ORCID Ann Lee',
    'orcid: Ann Lee',
    'Ann Lee (https://orcid.org/0000-0001)',
    'Ann Lee http://a.example/x',
    'Ann Lee ORCID: 0000-0001',
    'Ann Lee ann@a.example',
    'Ann Lee a@b',
    'Ann Lee1,2*†',
    'Ann1Lee',
    'Ann Lee [12]',
    'Ann Lee , ,',
    'Ann  Lee;',
    'by Ann Lee',
    'and  Ann Lee',
    '& Ann Lee',
    'Dr. Ann Lee',
    'Dr  Ann Lee',
    'prof. Ann Lee',
    'Prof Ann Lee',
    '– Ann Lee –',
    '·· Ann Lee |',
    'Ann Lee and',
    'Ann Lee mail',
    'Ann Lee email author',
    'Ann Lee equal contributor',
    'Ann Lee PhD',
    'Ann Lee Ph.D.',
    'Ann Lee MD',
    'Ann Lee M.D.',
    'Ann Lee, PhD',
    'Ann Lee, MPH, RN',
    'Lee, Ann',
    'Lee , Ann',
    'Lee,Ann',
    'Lee, , Ann',
    'Lee, Ann, PhD',
    'Ann * (1) Lee',
    'Ann [1] [2] Lee',
    'by  Ann Lee',
  ])('%s', (raw) => {
    expect(parseName(raw)).toEqual(ANN);
  });
});

describe('a name', () => {
  it.each<[string, string, Name | null]>([
    ['keeps letters that look like a title', 'Drew Lee', { family: 'Lee', given: 'Drew' }],
    ['keeps letters that look like “by”', 'Byron Lee', { family: 'Lee', given: 'Byron' }],
    ['that ends like “by”', 'Kirby Lee', { family: 'Lee', given: 'Kirby' }],
    ['that ends like “and”', 'Ann Hand', { family: 'Hand', given: 'Ann' }],
    ['has initials, not a degree', 'Smith, M.A.', { family: 'Smith', given: 'M.A.' }],
    ['with a hyphen', 'Smith, M.-A.', { family: 'Smith', given: 'M.-A.' }],
    ['with blanks', 'Smith, M. A.', { family: 'Smith', given: 'M. A.' }],
    [
      'has initials, with a degree behind',
      'Smith, M.A., Ph.D.',
      { family: 'Smith', given: 'M.A.' },
    ],
    ['is particles alone', 'van der', { family: 'van der' }],
    ['has a degree, not initials', 'Ann Smith, M.A.', { family: 'Smith', given: 'Ann' }],
    ['is one word beside a degree', 'Doe, PhD', { literal: 'Doe' }],
    ['is not a degree', 'PhD', null],
    ['is not an address', 'ann@a.example', null],
    ['is not dots', '...', null],
    ['of one word is not divided', 'Lee', { literal: 'Lee' }],
    ['may begin as a degree does', 'PhD Ann Lee', { family: 'Lee', given: 'PhD Ann' }],
    ['with initials at the end', 'Smith AB', { family: 'Smith', given: 'AB' }],
    ['with one', 'Lee A', { family: 'Lee', given: 'A' }],
    ['in capitals has no initials', 'SMITH AB', { family: 'AB', given: 'SMITH' }],
    ['with four capitals has none either', 'Smith ABCD', { family: 'ABCD', given: 'Smith' }],
    ['with initials and a suffix', 'Smith AB Jr', { family: 'Smith', given: 'AB', suffix: 'Jr' }],
    [
      'with a suffix before a comma',
      'Doe, Jane, III',
      { family: 'Doe', given: 'Jane', suffix: 'III' },
    ],
    ['of two words has no suffix', 'Smith Jr.', { family: 'Jr.', given: 'Smith' }],
    ['that is only a suffix', 'Jr., Ann', { family: 'Jr.', given: 'Ann' }],
    ['of particles', 'van der Berg', { family: 'van der Berg' }],
    ['of one particle', 'van Gogh', { family: 'van Gogh' }],
    ['that ends in a particle', 'Ann van', { family: 'van', given: 'Ann' }],
    ['whose particle is a given name', 'Van Gogh', { family: 'Gogh', given: 'Van' }],
    ['of many words', 'Ann Mary de la Cruz', { family: 'de la Cruz', given: 'Ann Mary' }],
    ['of an organisation', 'World Health Organization', { literal: 'World Health Organization' }],
    ['that only begins like one', 'Ann Networkson', { family: 'Networkson', given: 'Ann' }],
    ['in Russian', 'Иванов Иван', { family: 'Иван', given: 'Иванов' }],
    [
      'in Russian without a patronymic',
      'Иванов Иван Сергей',
      { family: 'Сергей', given: 'Иванов Иван' },
    ],
    [
      'in Russian with a patronymic in its middle',
      'Анна Петрович Иван',
      { family: 'Иван', given: 'Анна Петрович' },
    ],
    ['in Chinese, of one sign', '张', { literal: '张' }],
    ['in Chinese, a family’s alone', '欧阳', { literal: '欧阳' }],
    ['in Korean, too short', '김민', { literal: '김민' }],
    ['of a university', '東京大学', { literal: '東京大学' }],
    [
      'of a long Japanese word',
      '山田太郎研究会です長い名前で',
      { literal: '山田太郎研究会です長い名前で' },
    ],
  ])('%s: %s', (_, raw, name) => {
    expect(parseName(raw)).toEqual(name);
  });
});

const person = (given: string, family: string, more: Partial<Name> = {}): Name => ({
  ...{ family, given },
  ...more,
});

describe('a family’s name is read with its particles', () => {
  it.each<[string, string]>([
    ['Vivianna', 'Van Deerlin'],
    ['Wim', 'De Clercq'],
    ['Anna', 'van der Berg'],
    ['Lotte M.', 'Van Den Broeck'],
    ['Ana', 'De La Fuente'],
    ['Marco', 'Dal Pozzo'],
    ['Omar', 'El Sayed'],
    ['Ruth', 'St. Clair'],
    ['Anne', 'Le Guen'],
    ['Karl Maria', 'Von Aue'],
    ['Ana', 'Dos Anjos'],
    ['Máire', 'Ní Ríordáin'],
    ['José', 'Ortega y Gasset'],
    ['Ben', 'Roe'],
    ['Al', 'Lee'],
    // Middle names that are spelled like a particle.
    ['Minh Van', 'Nguyen'],
    ['Young Do', 'Kim'],
    ['Xiao Bin', 'Li'],
  ])('%s + %s', (given, family) => {
    expect(parseName(`${given} ${family}`)).toEqual(person(given, family));
  });
});

describe('two family names', () => {
  it.each<[string, string]>([
    ['María José', 'García-Abadillo Velasco'],
    ['Luis', 'Peña Ríos'],
    ['Ana María', 'López'],
    ['Juan Carlos', 'Ruiz Gómez'],
    ['Ana', 'de la Cruz Núñez'],
    ['Pedro', 'Sánchez'],
    ['Luis Adolfo', 'Pérez'],
    ['Carlos M.', 'Núñez'],
    // Portuguese names go by the last one, with the word for "son" or "grandson" behind it.
    ['João Pereira', 'Souza'],
    ['Carlos Alberto', 'Silva Filho'],
    ['Luís', 'Antunes Júnior'],
    // A given name that Spanish has in common with other languages.
    ['Daniel Paul', 'Smith'],
    ['Laura Anne', 'Diaz'],
    ['David John', 'Fletcher'],
  ])('%s + %s', (given, family) => {
    expect(parseName(`${given} ${family}`)).toEqual(person(given, family));
  });
});

describe('an organisation stays whole', () => {
  it.each([
    'National Institute for Health and Care Excellence (NICE)',
    'Royal College of Psychiatrists',
    'The REACH Investigators',
    'UNICEF',
    'Ministry of Health, Labour and Welfare',
    'World Bank',
    'European Union',
    'Cancer Research UK',
    'Doctors Without Borders',
    'Smith & Nephew',
    'R Core Team',
    'REACH Trial',
    'Deutsche Gesellschaft für Innere Medizin',
    'Statistisches Bundesamt',
    'Arbeitsgruppe Versorgungsforschung',
    'Haute Autorité de Santé',
    'Société Française de Pneumologie',
    'Ministerio de Sanidad',
    'Sociedad Española de Cardiología',
    'Grupo de Estudio REACH',
    'Ministério da Saúde',
    'Fundação Oswaldo Antunes',
    'Istituto Superiore di Sanità',
    'Nederlandse Vereniging voor Psychiatrie',
    'Svenska Läkareföreningen',
    'Министерство здравоохранения',
    '日本 看護学会',
  ])('%s', (name) => {
    expect(parseName(name)).toEqual({ literal: name });
  });

  it('where braces keep it so, whatever it is called', () => {
    expect(parseName('{Human Horizon}')).toEqual({ literal: 'Human Horizon' });
  });

  it('also where a program turned it round', () => {
    expect(parseName('Organization, World Health')).toEqual({
      literal: 'World Health Organization',
    });
  });

  it.each<[string, Name]>([
    ['Jacqueline R. Center', person('Jacqueline R.', 'Center')],
    ['Mary Ann Church', person('Mary Ann', 'Church')],
    ['Anna Bank', person('Anna', 'Bank')],
    ['Center, David', person('David', 'Center')],
    ['Guillaume de l’Hospital', person('Guillaume', 'de l’Hospital')],
    ['Jens Per Olsson', person('Jens Per', 'Olsson')],
    ['Silva, Ana [USP]', person('Ana', 'Silva')],
    ['Ana Silva (University of Oak)', person('Ana', 'Silva')],
    ['Ann Lee (PhD)', person('Ann', 'Lee')],
  ])('and a person is one: %s', (raw, name) => {
    expect(parseName(raw)).toEqual(name);
  });
});

describe('a byline', () => {
  it.each<[string, string[]]>([
    ['Authors: Ann Lee, Bo Li', ['Ann Lee', 'Bo Li']],
    ['author  Ann Lee', ['Ann Lee']],
    ['Ann Lee & Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee et Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee und Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee y Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee; and Bo Li; & Cy Wu', ['Ann Lee', 'Bo Li', 'Cy Wu']],
    ['Ann Lee ；Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee, and Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee, & Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee, et Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee, &Bo Li', ['Ann Lee', 'Bo Li']],
    ['Jr., Ann Lee', ['Jr.', 'Ann Lee']],
    ['Ann Lee,, Bo Li', ['Ann Lee', 'Bo Li']],
    ['Ann Lee, MD, PhD', ['Ann Lee']],
    ['Ada Rossi, Bo Neri i Cy Verdi', ['Ada Rossi', 'Bo Neri', 'Cy Verdi']],
    ['Ada Rossi, Bo Neri och Cy Verdi', ['Ada Rossi', 'Bo Neri', 'Cy Verdi']],
    ['Ada Rossi, Bo Li, Cy Verdi e Di Neri', ['Ada Rossi', 'Bo Li', 'Cy Verdi', 'Di Neri']],
    ['Ann LEE, Bo LI, Cy WU, Di HO', ['Ann LEE', 'Bo LI', 'Cy WU', 'Di HO']],
    // Two names or one with a small word in it: nothing says which.
    ['Ada Rossi e Cy Verdi', ['Ada Rossi e Cy Verdi']],
    ['Ada Rossi, Bo e Cy', ['Ada Rossi', 'Bo e Cy']],
    ['Lee, A', ['Lee, A']],
    ['Smith, J., Jones, A. B., Lee, C-D.', ['Smith, J.', 'Jones, A. B.', 'Lee, C-D.']],
    ['Smith, J., Jones', ['Smith', 'J.', 'Jones']],
    ['Smith, John, Jones, Ann', ['Smith', 'John', 'Jones', 'Ann']],
    ['', []],
  ])('%s', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });

  it.each([
    ['Lee', false],
    ['Lee, Ann', false],
    ['Lee, Ann, Jr.', false],
    ['Lee, Ann,III', false],
    ['Lee, Ann, Bo', true],
    ['Lee; Ann', true],
    ['Lee|Ann', true],
  ])('%s has many names: %s', (line, expected) => {
    expect(hasManyNames(line)).toBe(expected);
  });
});
