import { describe, expect, it } from 'vitest';
import {
  isBackMatter,
  isFurnitureTitle,
  isReferencesTitle,
  sectionKind,
} from '../../lib/page/structure/sections/section-kind';

describe('sectionKind', () => {
  it.each([
    ['Abstract', 'abstract'],
    ['1. Introduction', 'introduction'],
    ['Background', 'introduction'],
    ['2 MATERIALS AND METHODS', 'methods'],
    ['II. Experimental Section', 'methods'],
    ['Results and Discussion', 'results'],
    ['Key findings', 'results'],
    ['4.3. Conclusions', 'discussion'],
    ['Strengths and limitations', 'discussion'],
    ['Einleitung', 'introduction'],
    ['Material und Methoden', 'methods'],
    ['Ergebnisse', 'results'],
    ['Schlussfolgerungen', 'discussion'],
    ['Matériels et méthodes', 'methods'],
    ['Résultats', 'results'],
    ['Introducción', 'introduction'],
    ['Métodos', 'methods'],
    ['Discusión', 'discussion'],
    ['Resultados', 'results'],
    ['Considerações finais', 'discussion'],
    ['Acknowledgements', 'other'],
    ['The role of peers', 'other'],
  ])('%s is %s', (title, kind) => {
    expect(sectionKind(title)).toBe(kind);
  });

  it('takes a first "Summary" for the abstract and a later one for a conclusion', () => {
    expect(sectionKind('Summary', true)).toBe('abstract');
    expect(sectionKind('Summary')).toBe('discussion');
  });
});

describe('titles of what is not the paper', () => {
  it.each([
    'Related articles',
    'Cited by',
    'Rights and permissions',
    'Share',
    'Keywords',
    'Author information',
    'Figures',
  ])('%s is furniture', (t) => {
    expect(isFurnitureTitle(t)).toBe(true);
  });

  it.each([
    'Search strategy',
    'Subjects',
    'Follow-up',
    'Impact of training',
    'Error analysis',
    'Access to care',
    'User involvement',
  ])('%s is a section', (t) => {
    expect(isFurnitureTitle(t)).toBe(false);
  });

  it.each([
    'References',
    'REFERENCES AND NOTES',
    'Literature Cited',
    '7. References',
    'Works Cited',
    'Literaturverzeichnis',
    'Bibliographie',
    'Referencias bibliográficas',
    'References (79)',
  ])('%s opens the reference list', (t) => {
    expect(isReferencesTitle(t)).toBe(true);
  });

  it.each(['References to earlier work are rare', 'Literature review', 'Note'])(
    '%s does not',
    (t) => {
      expect(isReferencesTitle(t)).toBe(false);
    },
  );
});

describe('isBackMatter', () => {
  it.each([
    'Acknowledgements',
    '7. Acknowledgments and funding',
    'Funding',
    'Funding sources',
    'Data Availability Statement',
    'Declaration of competing interest',
    "Authors' contributions",
    'Appendix A',
    'Appendix B. Interview guide',
    'Abbreviations',
  ])('%s is', (title) => {
    expect(isBackMatter(title)).toBe(true);
  });
  it.each([
    'Funding of the clinics',
    'Disclosures of self-harm to peers',
    'Declarations of intent',
    'Results',
  ])('%s is not', (title) => {
    expect(isBackMatter(title)).toBe(false);
  });
});
