/** Ids as they are pasted. */
import { describe, expect, it } from 'vitest';
import { readIds } from '../../../../lib/exchange/in/references';

const works = (text: string) =>
  readIds(text).references.map(({ facts: { doi, pmid, pmcid, arxiv } }) =>
    [doi, pmid && `pmid ${pmid}`, pmcid, arxiv && `arXiv ${arxiv}`].filter(Boolean).join(' + '),
  );

describe('one id', () => {
  it.each([
    ['10.5555/ABC.1', '10.5555/abc.1'],
    ['doi:10.5555/abc.1', '10.5555/abc.1'],
    ['DOI: 10.5555/abc.1.', '10.5555/abc.1'],
    ['doi 10.5555/abc.1', '10.5555/abc.1'],
    ['<https://doi.org/10.5555/abc.1>', '10.5555/abc.1'],
    ['"10.5555/abc.1"', '10.5555/abc.1'],
    ['http://dx.doi.org/10.5555%2Fabc.1', '10.5555/abc.1'],
    ['doi.org/10.5555/abc.1', '10.5555/abc.1'],
    ['https://journal.invalid/doi/full/10.5555/abc.1?x=1', '10.5555/abc.1'],
    [
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
    ],
    ['10.48550/arXiv.2101.00001', '10.48550/arxiv.2101.00001 + arXiv 2101.00001'],
    ['PMID: 123', 'pmid 123'],
    ['pmid:31000001', 'pmid 31000001'],
    ['PMID 31000001', 'pmid 31000001'],
    ['PubMed ID: 31000001', 'pmid 31000001'],
    ['31000001', 'pmid 31000001'],
    ['https://pubmed.ncbi.nlm.nih.gov/31000001/', 'pmid 31000001'],
    ['pubmed.ncbi.nlm.nih.gov/31000001', 'pmid 31000001'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/31000001', 'pmid 31000001'],
    ['https://pubmed.ncbi.nlm.nih.gov/?term=31000001', 'pmid 31000001'],
    ['https://europepmc.org/article/MED/31000001', 'pmid 31000001'],
    ['PMC7000001', 'PMC7000001'],
    ['pmcid: pmc7000001', 'PMC7000001'],
    ['PMCID: 7000001', 'PMC7000001'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7000001/', 'PMC7000001'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7000001/', 'PMC7000001'],
    ['arXiv:2101.00001v3', 'arXiv 2101.00001'],
    ['arxiv 2101.00001', 'arXiv 2101.00001'],
    ['2101.00001', 'arXiv 2101.00001'],
    ['hep-th/9901001', 'arXiv hep-th/9901001'],
    ['https://arxiv.org/abs/2101.00001v1', 'arXiv 2101.00001'],
    ['https://arxiv.org/pdf/2101.00001', 'arXiv 2101.00001'],
    ['12. 10.5555/abc.1', '10.5555/abc.1'],
    ['- PMID: 31000001', 'pmid 31000001'],
    ['[3] 31000001', 'pmid 31000001'],
  ])('%s', (text, expected) => {
    expect(works(text)).toEqual([expected]);
    expect(readIds(text).broken).toEqual([]);
  });
});

describe('several', () => {
  it.each<[string, string, string[]]>([
    [
      'a line each',
      '10.5555/a\r\n\r\nPMID: 123\rPMC7000001',
      ['10.5555/a', 'pmid 123', 'PMC7000001'],
    ],
    ['DOIs with commas', '10.5555/a, 10.5555/b,10.5555/c', ['10.5555/a', '10.5555/b', '10.5555/c']],
    [
      'DOIs with semicolons',
      '10.5555/a;10.5555/b; https://doi.org/10.5555/c',
      ['10.5555/a', '10.5555/b', '10.5555/c'],
    ],
    [
      'numbers',
      '31000001 31000002,31000003\t31000004',
      ['pmid 31000001', 'pmid 31000002', 'pmid 31000003', 'pmid 31000004'],
    ],
    ['a column with its head', 'DOI\n10.5555/a\n10.5555/b', ['10.5555/a', '10.5555/b']],
    [
      'one work by all of its ids',
      'PMID: 31000001; PMCID: PMC7000001; doi: 10.5555/a',
      ['10.5555/a + pmid 31000001 + PMC7000001'],
    ],
    [
      'one work in a citation',
      'Okafor A. Peers 2019. J Inv. 2019;12(3):101-9. doi: 10.5555/a. PMID: 31000001.',
      ['10.5555/a + pmid 31000001'],
    ],
    ['one work by one id twice', '10.5555/a https://doi.org/10.5555/A', ['10.5555/a']],
    [
      'works of one kind beside another',
      '10.5555/a 10.5555/b PMID: 31000001',
      ['10.5555/a', '10.5555/b', 'pmid 31000001'],
    ],
    ['one twice in the list', '10.5555/a\n10.5555/b\n10.5555/A', ['10.5555/a', '10.5555/b']],
  ])('%s', (_, text, expected) => {
    expect(works(text)).toEqual(expected);
  });
});

it('a line may hold a whole list', () => {
  const dois = Array.from({ length: 2_000 }, (_, i) => `10.5555/a.${i}`);
  expect(works(dois.join(', '))).toEqual(dois);
  expect(works(`${'x'.repeat(100_000)} 10.5555/a`)).toEqual(['10.5555/a']);
});

it.each([
  'hello',
  '123',
  '2019',
  'Okafor A. Peers. J Inv. 2019;31000001:101-9.',
  '10.1/a',
  'https://journal.invalid/31000001',
  `arxiv:${'a'.repeat(60)}/9901001`,
])('%s is not an id', (line) => {
  expect(readIds(`10.5555/a\n\n${line}`)).toMatchObject({
    references: [{ facts: { doi: '10.5555/a' }, line: 1 }],
    broken: [
      { line: 3, text: line.slice(0, 80), problem: 'it has no DOI, PMID, PMCID or arXiv id' },
    ],
  });
});

it('has "library" as the source of each', () => {
  expect(readIds('10.48550/arXiv.2101.00001').references[0]).toEqual({
    facts: {
      ...{ doi: '10.48550/arxiv.2101.00001', arxiv: '2101.00001', authors: [] },
      sources: { doi: 'library', arxiv: 'library' },
    },
    notes: [],
    line: 1,
  });
});
