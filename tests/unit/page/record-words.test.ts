/** What catalogues call fields, kinds of work and pages of details, in the languages of libraries. */
import { describe, expect, it } from 'vitest';
import { fieldLabelled, type LabelledField } from '../../../lib/page/view/field-labels';
import { namesDetails } from '../../../lib/page/view/headings';
import { workKind } from '../../../lib/page/view/work-kind';

describe('a label', () => {
  it.each<[text: string, field: LabelledField | undefined]>([
    ['Main Author: ', 'authors'],
    ['Author(s)', 'authors'],
    ['Autor/in', 'authors'],
    ['Verfasser:innen', 'authors'],
    ['AUTEURS :', 'authors'],
    ['Título', 'title'],
    ['Titolo della tesi', 'title'],
    ['Erschienen in', 'container'],
    ['Localización:', 'container'],
    ['Année', 'year'],
    ['Ano de publicação', 'year'],
    ['dc.date.issued', 'year'],
    ['Tipo de documento', 'kind'],
    ['Thesis Type', 'kind'],
    ['Directeur de thèse', 'other'],
    ['Other Authors:', 'other'],
    ['Article Title', undefined],
    ['The authors of this page', undefined],
    ['', undefined],
  ])('%j is of %s', (text, field) => {
    expect(fieldLabelled(text)).toBe(field);
  });
});

describe('the kind of a work', () => {
  it.each<[words: string, type: string | null | undefined]>([
    ['Doctoral Thesis', 'thesis'],
    ['Dissertation (PhD)', 'thesis'],
    ['Tese de doutorado', 'thesis'],
    ['Tesis doctoral', 'thesis'],
    ['Thèse de doctorat', 'thesis'],
    ['Dottorato', 'thesis'],
    ['Technische Universität, Dissertation, 2016', 'thesis'],
    ['Thesis (Ph.D. -- University (2011)', 'thesis'],
    ['Диссертация', 'thesis'],
    ['Conference contribution', 'paper-conference'],
    ['Konferenzbeitrag', 'paper-conference'],
    ['Buchkapitel', 'chapter'],
    ['Artículo de revista', 'article-journal'],
    ['Academic Journal', 'article-journal'],
    ['Forschungsbericht', 'report'],
    ['Working paper', 'report'],
    ['Dataset', null],
    ['Photograph', null],
    ['Paperback', null],
    ['Interventional', undefined],
    ['These are all of them', undefined],
    [`Thesis ${'of this and that '.repeat(12)}`, undefined],
  ])('%j is %s', (words, type) => {
    expect(workKind(words)).toBe(type);
  });
});

describe('the name of a page of details', () => {
  it.each<[text: string, names: boolean]>([
    ['Publication details', true],
    ['Full record', false],
    ['Full record view', true],
    ['Bibliographic Metadata', true],
    ['Dettaglio Tesi', true],
    ['Detalhes da publicação', true],
    ['Bibliographische Angaben', true],
    ['Publication bias in trials', false],
    ['Title', false],
  ])('%j: %s', (text, names) => {
    expect(namesDetails(text)).toBe(names);
  });
});
