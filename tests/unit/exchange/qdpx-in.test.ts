/** Projects of other tools, and our own, as coded passages: whatever tool wrote them, and whatever is in them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { type ExportData, exporterById, readFile } from '../../../lib/exchange';
import type { ReadCodingFile } from '../../../lib/exchange/in/importer';
import { ZipFile } from '../../../lib/exchange/in/zip-file';
import { plainText } from '../../../lib/exchange/out/refi-qda/plain-text';
import { samplesOf } from '../../support/qdpx';
import { seeded } from '../../support/random';
import { hostileReviews } from './hostile-review';
import { AT, codebook, data, paper, reviewPaper, statement, tag, uuid, YOU } from './records';

const G = (n: number) => `0000000${n.toString(16)}-0000-4000-8000-00000000000a`;
const HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const CODES = `<CodeBook><Codes>
<Code guid="${G(1)}" name="Pay" isCodable="true"><Description>What is paid.</Description>
<Code guid="${G(2)}" name="Wages &amp; more" isCodable="true"/></Code></Codes></CodeBook>`;
const USERS = `<Users><User guid="${G(9)}" name="Ann"/><User guid="${G(8)}" id="B"/></Users>`;
const project = (inner: string, origin = 'Test 1.0') =>
  `${HEAD}<Project xmlns="urn:QDA-XML:project:1.0" name="Interviews" origin="${origin}">${inner}</Project>`;
const zip = (qde: string, files: Record<string, string | Uint8Array> = {}, name = 'project.qde') =>
  zipSync(
    Object.fromEntries(
      Object.entries({ [name]: qde, ...files }).map(([file, one]) => [
        file,
        typeof one === 'string' ? strToU8(one) : one,
      ]),
    ),
  );
const coding = (code: number, more = '') =>
  `<Coding guid="${G(7)}"${more}><CodeRef targetGUID="${G(code)}"/></Coding>`;
const place = (start: number, end: number, inner = coding(2), more = '') =>
  `<PlainTextSelection guid="${G(6)}" startPosition="${start}" endPosition="${end}"${more}>${inner}</PlainTextSelection>`;
const source = (inner: string, more = 'name="One.docx" plainTextPath="internal://a.txt"') =>
  `<TextSource guid="${G(5)}" ${more}>${inner}</TextSource>`;

const TEXT = 'We were paid well. Others were not.';

const read = (bytes: Uint8Array, name = 'Project.qdpx') => readFile(bytes, name);
function ok(bytes: Uint8Array, name?: string): ReadCodingFile {
  const reading = read(bytes, name);
  if (!reading.ok) throw new Error(reading.problem);
  if (reading.kind !== 'coding') throw new Error(reading.kind);
  return reading;
}
const quotes = (bytes: Uint8Array) => ok(bytes).passages.map(({ quote }) => quote);
const problems = (bytes: Uint8Array) =>
  ok(bytes).broken.map(({ text, problem }) => `${text}: ${problem}`);
const problemOf = (bytes: Uint8Array, name?: string) => {
  const reading = read(bytes, name);
  return reading.ok ? '' : reading.problem;
};

describe('a description of a project without its zip', () => {
  const inline = source(
    `<PlainTextContent>${TEXT}</PlainTextContent>${place(8, 17)}`,
    'name="Within"',
  );
  const elsewhere = source(place(8, 17), 'name="Left behind" plainTextPath="internal://a.txt"');
  const alone = (sources: string) =>
    readFile(project(`${USERS}${CODES}<Sources>${sources}</Sources>`), 'Study.qde');

  it('has the passages of the texts that are in it, and names those whose texts are not', () => {
    const reading = alone(inline + elsewhere);
    expect(reading).toMatchObject({ ok: true, kind: 'coding', name: 'Interviews' });
    expect(reading).toMatchObject({
      passages: [{ quote: 'paid well' }],
      broken: [{ text: 'Left behind', problem: 'a passage: its text is missing in the file' }],
    });
  });

  it('is refused with the reason where no text is in it', () => {
    expect(alone(elsewhere)).toEqual({
      ok: false,
      problem:
        'This project has no coded passage that can be read (documents: 1, codes: 2): Left behind: a passage: its text is missing in the file. Nothing was imported.',
    });
  });
});

describe('a passage', () => {
  const notes = `<Notes><Note guid="${G(4)}" name="n"><PlainTextContent>By note.</PlainTextContent></Note>
<Note guid="${G(3)}" name="m" plainTextPath="internal://m.txt"/></Notes>`;
  const links = `<Links><Link guid="${G(14)}" originGUID="${G(3)}" targetGUID="{${G(6)}}"/></Links>`;
  const selection = place(
    8,
    17,
    `<Description>By description.</Description>${coding(2, ` creatingUser="{${G(9)}}" creationDateTime="2024-05-06T07:08:09Z"`)}<NoteRef targetGUID="${G(4)}"/>`,
    ` creatingUser="${G(8)}"`,
  );
  const whole = zip(
    project(`${USERS}${CODES}<Sources>${source(selection)}</Sources>${notes}${links}`),
    {
      'sources/a.txt': TEXT,
      'sources/m.txt': 'By link.',
    },
  );

  it('has its words, its code with what is above it, coder, notes and moment', () => {
    const { passages, references, broken, name } = ok(whole);
    expect(broken).toEqual([]);
    expect(name).toBe('Interviews');
    expect(passages).toEqual([
      {
        ...{
          line: 1,
          reference: 0,
          quote: 'paid well',
          coder: 'Ann',
          at: '2024-05-06T07:08:09.000Z',
        },
        code: { label: 'Wages & more', path: ['Pay'], definition: '' },
        note: 'By description.\n\nBy note.\n\nBy link.',
      },
    ]);
    expect(references.map(({ facts }) => facts.title)).toEqual(['One']);
  });

  it('has the definition of its code', () => {
    const bytes = zip(project(`${CODES}<Sources>${source(place(0, 2, coding(1)))}</Sources>`), {
      'sources/a.txt': TEXT,
    });
    expect(ok(bytes).passages[0]?.code).toEqual({
      label: 'Pay',
      path: [],
      definition: 'What is paid.',
    });
  });

  it('is of the work that variables name, of the source or of a case of it alone', () => {
    const variable = (n: number, name: string) =>
      `<Variable guid="${G(n)}" name="${name}" typeOfVariable="Text"/>`;
    const value = (n: number, kind: string, text: string) =>
      `<VariableValue><VariableRef targetGUID="${G(n)}"/><${kind}>${text}</${kind}></VariableValue>`;
    const bytes = zip(
      project(`${CODES}<Variables>${variable(10, 'DOI')}${variable(11, 'Publication year')}${variable(12, 'Author')}</Variables>
<Cases><Case guid="${G(13)}">${value(11, 'IntegerValue', '2019')}${value(12, 'TextValue', 'Doe, Jane')}<SourceRef targetGUID="${G(5)}"/></Case></Cases>
<Sources>${source(place(8, 17) + value(10, 'TextValue', 'https://doi.org/10.1000/X'), 'name="Doe 2019.pdf" plainTextPath="internal://a.txt"')}</Sources>`),
      { 'sources/a.txt': TEXT },
    );
    expect(ok(bytes).references[0]?.facts).toMatchObject({
      ...{
        doi: '10.1000/x',
        year: 2019,
        title: 'Doe 2019',
        authors: [{ family: 'Doe', given: 'Jane' }],
      },
    });
  });
});

describe('the text of a source', () => {
  const inner = project(`${CODES}<Sources>${source(place(8, 17))}</Sources>`);
  it.each<[string, string, Record<string, string | Uint8Array>, string?]>([
    ['in a folder of the standard', inner, { 'sources/a.txt': TEXT }],
    ['in the folder of others', inner, { 'Sources/A.TXT': TEXT }],
    [
      'beside the project, which is called otherwise',
      inner,
      { 'a.txt': TEXT },
      'Our interviews.qde',
    ],
    ['in a folder with the project', inner, { 'P/sources/a.txt': TEXT }, 'P/project.qde'],
    ['named without its scheme', inner.replace('internal://a', 'a'), { 'sources/a.txt': TEXT }],
    [
      'named as two schemes',
      inner.replace('internal://a', 'internal:///a'),
      { 'sources/a.txt': TEXT },
    ],
    [
      'within the project',
      project(
        `${CODES}<Sources>${source(`<PlainTextContent>${TEXT}</PlainTextContent>${place(8, 17)}`, 'name="x"')}</Sources>`,
      ),
      {},
    ],
    [
      'in UTF-16',
      inner,
      { 'sources/a.txt': new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le')) },
    ],
    [
      'with GUIDs in braces',
      inner.replace(`targetGUID="${G(2)}"`, `targetGUID="{${G(2).toUpperCase()}}"`),
      { 'sources/a.txt': TEXT },
    ],
    [
      'with a prefix',
      inner.replaceAll(/<(\/?)([A-Z])/g, '<$1q:$2').replace('xmlns=', 'xmlns:q='),
      { 'sources/a.txt': TEXT },
    ],
    [
      'of a PDF',
      project(`${CODES}<Sources><PDFSource guid="${G(5)}" name="x.pdf" path="internal://x.pdf">
<PDFSelection guid="${G(6)}" page="0" firstX="1" firstY="1" secondX="2" secondY="2">${coding(2)}</PDFSelection>
<Representation guid="${G(15)}" plainTextPath="internal://a.txt">${place(8, 17)}</Representation></PDFSource></Sources>`),
      { 'sources/a.txt': TEXT },
    ],
    [
      'of an area of a PDF',
      project(`${CODES}<Sources><PDFSource guid="${G(5)}" name="x.pdf">
<PDFSelection guid="${G(6)}" page="0" firstX="1" firstY="1" secondX="2" secondY="2"><Representation guid="${G(15)}"><PlainTextContent>paid
well</PlainTextContent></Representation>${coding(2)}</PDFSelection></PDFSource></Sources>`),
      {},
    ],
  ])('%s is read', (_, qde, files, name) => {
    const bytes = zip(qde, files, name);
    expect(quotes(bytes)).toEqual(['paid well']);
    expect(problems(bytes)).toEqual([]);
  });

  it.each<[string, string, Record<string, string | Uint8Array>, string]>([
    ['that is missing', inner, {}, 'its text is missing in the file'],
    [
      'that is elsewhere',
      inner.replace('internal://a', 'relative://a'),
      {},
      'its text is not in the file, which only refers to it',
    ],
    [
      'in a word processor’s format only',
      inner.replace('plainTextPath="internal://a.txt"', 'richTextPath="internal://a.docx"'),
      { 'sources/a.docx': 'x' },
      'its text is there in a word processor’s format only',
    ],
  ])('%s is named', (_, qde, files, words) => {
    expect(problemOf(zip(qde, files))).toBe(
      `This project has no coded passage that can be read (documents: 1, codes: 2): One.docx: a passage: ${words}. Nothing was imported.`,
    );
  });

  it('of which some places cannot be read gives the others, and says of which not, and why', () => {
    const bytes = zip(
      project(`${CODES}<Sources>${source(
        [
          place(8, 17),
          place(30, 99, coding(2), ' name="beyond the end"'),
          place(9, 9),
          `<PlainTextSelection guid="${G(6)}" startPosition="x" endPosition="5">${coding(2)}</PlainTextSelection>`,
          place(0, 2, coding(13)),
          place(0, 2, ''),
          coding(1),
        ].join(''),
      )}<PictureSource guid="${G(11)}" name="Photo"><PictureSelection guid="${G(12)}" firstX="1" firstY="1" secondX="2" secondY="2">${coding(2)}</PictureSelection></PictureSource>
<PDFSource guid="${G(14)}" name="x.pdf"><PDFSelection guid="${G(6)}" page="0" firstX="1" firstY="1" secondX="2" secondY="2">${coding(2)}</PDFSelection></PDFSource></Sources>`),
      { 'sources/a.txt': TEXT },
    );
    expect(quotes(bytes)).toEqual(['paid well']);
    expect(problems(bytes)).toEqual([
      'One.docx: a code of the whole document',
      'beyond the end: its place is not in the text',
      'from 9 to 9: its place is not in the text',
      'from NaN to 5: its place is not in the text',
      'We: its code is not in the project',
      'Photo: a place in a picture or recording',
      'x.pdf: an area of a PDF without its words',
    ]);
  });
});

describe('places in a text', () => {
  const inText = (text: string, ...places: [start: number, end: number, name?: string][]) =>
    quotes(
      zip(
        project(
          `${CODES}<Sources>${source(places.map(([start, end, name]) => place(start, end, coding(2), name ? ` name="${name}"` : '')).join(''))}</Sources>`,
        ),
        { 'sources/a.txt': text },
      ),
    );
  const LINES = 'One line.\r\nTwo lines.\r\nPaid well here.';
  it.each<[string, string, [number, number, string?][], string[]]>([
    [
      'count a line end as the two signs that it is',
      LINES,
      [
        [23, 32],
        [11, 14],
      ],
      ['Paid well', 'Two'],
    ],
    [
      'count a line end of two signs as one',
      LINES,
      [
        [21, 30],
        [10, 13],
      ],
      ['Paid well', 'Two'],
    ],
    ['count it as one, as their names show', LINES, [[21, 25, 'Paid']], ['Paid']],
    [
      'count code points, as the standard does',
      '😀😀 We were paid well.',
      [[11, 20]],
      ['paid well'],
    ],
    ['count UTF-16 units', '😀😀 We were paid well.', [[13, 22]], ['paid well']],
    [
      'count UTF-16 units, as their names show',
      '😀😀 a a a a paid',
      [[13, 17, 'paid...']],
      ['paid'],
    ],
    ['do not count the mark of UTF-8', '\ufeffWe were paid well.', [[8, 17]], ['paid well']],
    [
      'count the mark of UTF-8',
      '\ufeffWe were paid well.',
      [
        [9, 18],
        [1, 3],
      ],
      ['paid well', 'We'],
    ],
    ['may be over lines', 'paid\n  well', [[0, 11]], ['paid well']],
  ])('%s', (_, text, places, wanted) => {
    expect(inText(text, ...places)).toEqual(wanted);
  });
});

describe('codes with a stance', () => {
  const read = (codes: string, n: number) =>
    ok(
      zip(
        project(
          `<CodeBook><Codes>${codes}</Codes></CodeBook><Sources>${source(place(8, 17, coding(n)))}</Sources>`,
        ),
        {
          'sources/a.txt': TEXT,
        },
      ),
    ).passages.map(({ code, stance }) => [...code.path, code.label, stance]);
  const code = (n: number, name: string, inner = '') =>
    `<Code guid="${G(n)}" name="${name}" isCodable="true">${inner}</Code>`;

  it.each<[string, string, (string | undefined)[]]>([
    [
      'with the name of what they are under',
      code(1, 'Inner', code(2, 'Pay', code(3, 'pay: supporting'))),
      ['Inner', 'Pay', 'supporting'],
    ],
    [
      'alone, with its opposite beside it',
      code(2, 'Pay', code(3, 'Contrasting') + code(4, 'Supporting')),
      ['Pay', 'contrasting'],
    ],
    [
      'alone, without its opposite, which may be about support',
      code(2, 'Pay', code(3, 'Supporting')),
      ['Pay', 'Supporting', undefined],
    ],
    ['at the top', code(3, 'Family: Supporting'), ['Family: Supporting', undefined]],
  ])('%s', (_, codes, wanted) => {
    expect(read(codes, 3)).toEqual([wanted]);
  });
});

const A_GUID = /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/;

describe('our own project', () => {
  const bytesOf = (more: Partial<ExportData> = {}) =>
    exporterById('project-qdpx')?.write(
      { ...data, ...more },
      { at: AT, excluded: true },
    ) as Uint8Array;

  it('comes back with each tag: id, stance, dials, place, note and coder', () => {
    const statements = [
      { ...data.statements[0], page: '4' },
      ...data.statements.slice(1),
    ] as typeof data.statements;
    const tags = [
      tag(1, 1, 1, {
        direction: 'both',
        strength: 'mixed',
        voice: 'authors',
        note: 'first\nTag: mentioning\nPage: 9',
      }),
      ...data.tags.slice(1),
    ];
    const { passages, broken, references } = ok(bytesOf({ statements, tags }));
    expect(broken).toEqual([]);
    const at = '2026-01-02T03:04:05.000Z';
    const asOf = '2026-01-02T03:04:05Z';
    const training = {
      label: 'Training',
      path: [],
      guid: expect.stringMatching(A_GUID),
      codebook: 'Our codes',
      definition: expect.stringMatching(/^Preparation for the work\./),
    };
    expect(passages).toEqual([
      {
        ...{
          line: 1,
          reference: 0,
          quote: data.statements[0]?.quote,
          section: 'Results',
          sectionKind: 'results',
          page: '4',
          code: training,
        },
        ...{
          stance: 'supporting',
          direction: 'both',
          strength: 'mixed',
          voice: 'authors',
          coder: 'me',
        },
        ...{ note: 'first\nTag: mentioning\nPage: 9', at, asOf, tagId: data.tags[0]?.id },
      },
      {
        ...{
          line: 2,
          reference: 0,
          quote: data.statements[1]?.quote,
          section: 'Results',
          sectionKind: 'results',
        },
        code: {
          label: 'Role definition',
          path: [],
          guid: expect.stringMatching(A_GUID),
          codebook: 'Our codes',
          definition: 'How clear the role is.',
        },
        ...{ stance: 'contrasting', direction: 'barrier', strength: -2, coder: 'me', note: '', at },
        ...{ asOf, tagId: data.tags[1]?.id },
      },
      {
        ...{
          line: 3,
          reference: 1,
          quote: data.statements[2]?.quote,
          section: 'Results',
          sectionKind: 'results',
          code: training,
        },
        ...{
          stance: 'mentioning',
          basis: 'second-hand',
          coder: 'you',
          note: '',
          at,
          asOf,
          tagId: data.tags[2]?.id,
        },
      },
    ]);
    expect(
      references.map(({ facts }) => [facts.doi, facts.title, facts.year, facts.authors.length]),
    ).toEqual([
      ['10.1000/paper.1', 'Paper 1', 2021, 2],
      ['10.1000/paper.2', 'Paper 2', 2022, 2],
    ]);
  });

  it('comes back with what is known of papers, and not with what is only of the review', () => {
    const more = {
      papers: [
        paper(1, {
          ...{
            volume: '15',
            issue: '2',
            page: '101-110',
            language: 'pt-BR',
            pmid: '31177310',
            publisher: 'A press',
          },
          ...{ abstract: 'What was found.\n\nAnd more.', keywords: ['wards', 'peers'] },
          notices: [{ kind: 'retraction' as const, text: 'In 2022' }],
        }),
      ],
      reviewPapers: [reviewPaper(1, { note: 'For the discussion.\n\nTwice.' })],
    };
    const [reference] = ok(bytesOf(more)).references;
    expect(reference?.notes).toEqual(['For the discussion.\n\nTwice.']);
    const { sources: _, ...facts } = reference?.facts ?? { sources: {} };
    expect(facts).toMatchObject({
      ...{
        doi: '10.1000/paper.1',
        title: 'Paper 1',
        containerTitle: 'Journal of Examples',
        volume: '15',
        issue: '2',
      },
      ...{
        page: '101-110',
        language: 'pt-BR',
        pmid: '31177310',
        publisher: 'A press',
        type: 'article-journal',
      },
      ...{
        abstract: expect.stringMatching(/^What was found\.\s+And more\.$/),
        keywords: ['wards', 'peers'],
      },
      ...{ notices: [{ kind: 'retraction', text: 'In 2022' }], url: 'https://example.org/paper/1' },
    });
  });

  it('has a paper without a title as one, where an identifier names it', () => {
    const papers = [paper(1, { title: undefined }), paper(2, { title: undefined, doi: undefined })];
    const titles = ok(bytesOf({ papers })).references.map(({ facts }) => [facts.doi, facts.title]);
    expect(titles).toEqual([
      ['10.1000/paper.1', undefined],
      [undefined, 'Müller 2022'],
    ]);
  });

  it('has labels as they are, with the broader influences above them, in whatever codebook', () => {
    const [first, second] = codebook.influences;
    const label = `${'Long '.repeat(50)}end`;
    const codebooks = [
      {
        ...codebook,
        influences: [
          { ...first, label, group: 'Inner setting' },
          { ...second, parent: first?.id },
        ],
      } as typeof codebook,
      {
        ...codebook,
        id: 'b',
        name: 'Other',
        influences: [{ ...second, label: 'Role definition' }],
      } as typeof codebook,
    ];
    const tags = [
      ...data.tags,
      tag(9, 1, 1, { codebookId: 'b', influenceId: 'own.role', coderId: YOU }),
    ];
    const { passages } = ok(bytesOf({ codebooks, tags }));
    const codes = passages.map(({ code }) => [code.codebook, ...code.path, code.label]);
    expect(codes).toContainEqual(['Our codes', label]);
    expect(codes).toContainEqual(['Our codes', label, 'Role definition']);
    expect(codes).toContainEqual(['Other', 'Role definition']);
  });

  it('has influences of one label by the names that tell them apart', () => {
    const [first] = codebook.influences;
    const influences = ['Inner setting', 'Outer setting'].map((group, i) => ({
      ...first,
      ...{ id: i ? 'other' : 'own.training', group },
    }));
    const { passages } = ok(
      bytesOf({ codebooks: [{ ...codebook, influences } as typeof codebook] }),
    );
    expect(passages[0]?.code).toMatchObject({ label: 'Inner setting: Training', path: [] });
  });

  it('comes back from a tool that has one code for each place, and ids of its own', () => {
    const bytes = bytesOf();
    const { 'project.qde': qde = new Uint8Array(), ...files } = unzipSync(bytes);
    const apart = new TextDecoder()
      .decode(qde)
      .replace('origin="Bearing"', 'origin="QualCoder-3.8"')
      .replace(
        /(<PlainTextSelection [^>]*>)(?:<Description>.*?<\/Description>)?((?:<Coding .*?<\/Coding>)+)(?:<NoteRef [^>]*>)?<\/PlainTextSelection>/g,
        (_, start: string, codings: string) =>
          [...codings.matchAll(/<Coding .*?<\/Coding>/g)]
            .map(([one]) => `${start}${one}</PlainTextSelection>`)
            .join(''),
      );
    const { passages } = ok(zipSync({ ...files, 'project.qde': strToU8(apart) }));
    expect(
      passages.map(({ code, stance, direction, strength, tagId }) => [
        ...code.path,
        code.label,
        stance,
        direction,
        strength,
        tagId,
      ]),
    ).toEqual([
      ['Our codes', 'Training', 'supporting', 'facilitator', 2, undefined],
      ['Our codes', 'Role definition', 'contrasting', 'barrier', -2, undefined],
      ['Our codes', 'Training', 'mentioning', undefined, undefined, undefined],
    ]);
  });

  it('comes back with any quote and note that it could hold', () => {
    const words = [
      '=1+1',
      ']]>',
      '<?xml?>',
      '&lt;b&gt;',
      '__proto__',
      'a |  b',
      '\u202ertl',
      'e\u0301',
      '💥',
      'x'.repeat(19_000),
    ];
    const statements = words.map((quote, i) => statement(i + 1, 1, quote));
    const tags = words.map((note, i) => tag(i + 1, i + 1, 1, { note }));
    const { passages } = ok(bytesOf({ statements, tags }));
    expect(passages.map(({ quote }) => quote)).toEqual(words.map(plainText));
    expect(passages.map(({ note }) => note)).toEqual(words.map((one) => one.trim()));
    expect(passages.map(({ tagId }) => tagId)).toEqual(tags.map(({ id }) => id));
  });
});

describe('our own project of any review, whatever its texts are', () => {
  // What only looks different: blanks, and what no file can hold.
  const bare = (text = '') => text.replace(/[\s\p{C}]+/gu, '');
  it.each(hostileReviews(40).map((one, i) => [i + 1, one] as const))('%i comes back', (_, one) => {
    const bytes = exporterById('project-qdpx')?.write(one, {
      at: AT,
      excluded: true,
    }) as Uint8Array;
    // A quote is shorter in the store.
    const quoteOf = new Map(one.statements.map(({ id, quote }) => [id, plainText(quote) || '□']));
    const sent = one.tags.filter(
      ({ statementId }) => (quoteOf.get(statementId) ?? '').length <= 20_000,
    );
    const reading = read(bytes);
    const coding = reading.ok && reading.kind === 'coding' ? reading : undefined;
    const got = new Map(coding?.passages.map((passage) => [passage.tagId, passage]));
    expect([...got.keys()].sort()).toEqual(sent.map(({ id }) => id).sort());
    for (const { id, statementId, ...sentTag } of sent) {
      const passage = got.get(id);
      const { stance, direction = 'unstated', strength, voice, note } = passage ?? {};
      expect(passage?.quote).toBe(quoteOf.get(statementId));
      expect({ stance, direction, strength, voice }).toEqual({
        ...{ stance: sentTag.stance, direction: sentTag.direction },
        ...{ strength: sentTag.strength, voice: sentTag.voice },
      });
      expect(bare(note)).toBe(bare(sentTag.note));
      const known = one.codebooks[0]?.influences.find(
        (influence) => influence.id === sentTag.influenceId,
      );
      if (known)
        expect(bare(passage?.code.label)).toContain(bare(known.label).slice(0, 100) || 'Without');
    }
  });
});

describe('a file that is not what it should be', () => {
  const inner = project(`${CODES}<Sources>${source(place(8, 17))}</Sources>`);
  const whole = zip(inner, { 'sources/a.txt': TEXT });

  it.each<[string, Uint8Array, string]>([
    ['cut off', whole.subarray(0, 300), 'it is damaged or cut off'],
    [
      'without a source',
      zip(project(CODES)),
      'no coded passage that can be read (documents: 0, codes: 2)',
    ],
    ['of another kind of XML', zip(`${HEAD}<svg/>`), 'not a REFI-QDA project'],
    ['whose project is cut off', zip(inner.slice(0, 400)), 'it is not complete'],
    [
      'with entities of its own',
      zip(`<!DOCTYPE Project [<!ENTITY a "b">]>${inner.slice(HEAD.length)}`),
      'it has a document type',
    ],
    [
      'with an entity that is not there',
      zip(inner.replace('Pay', '&a;')),
      'an entity that is not one of XML’s own',
    ],
    ['nested without end', zip(project('<Code>'.repeat(300))), 'nested too deeply'],
    ['with an empty project', zip(''), 'it is not complete'],
  ])('%s is refused with a sentence', (_, bytes, words) => {
    const problem = problemOf(bytes);
    expect(problem).toContain(words);
    expect(problem).toMatch(/Nothing was imported\.$/);
  });

  it('is refused where it unpacks to more than it says, or to more than is read', () => {
    const bomb = zipSync({ 'project.qde': strToU8(project(' '.repeat(65_000_000))) });
    expect(problemOf(bomb)).toContain('has a file in it that is too large');
    const text = zip(inner, { 'sources/a.txt': new Uint8Array(21_000_000) });
    expect(problemOf(text)).toContain('its text has a file in it that is too large');
  });

  it('never throws, cut or changed anywhere, in its zip or in its project', () => {
    const ours = exporterById('project-qdpx')?.write(data, { at: AT }) as Uint8Array;
    const { 'project.qde': qde = new Uint8Array(), ...files } = unzipSync(ours);
    const random = seeded(11);
    const changed = (bytes: Uint8Array) => {
      const copy = bytes.slice(
        0,
        random() < 0.3 ? Math.floor(random() * bytes.length) : bytes.length,
      );
      for (let n = 0; n < 3; n += 1)
        copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      return copy;
    };
    let readable = 0;
    for (let round = 0; round < 600; round += 1) {
      const bytes = round % 2 ? changed(ours) : zipSync({ ...files, 'project.qde': changed(qde) });
      const reading = read(bytes);
      if (reading.ok) readable += 1;
      else expect(reading.problem).toMatch(/\.$/);
    }
    expect(readable).toBeGreaterThan(20);
    expect(readable).toBeLessThan(550);
  });

  it('is read with more codes and places side by side than a function takes arguments', () => {
    const many = 130_000;
    const codes = Array.from(
      { length: many },
      (_, i) => `<Code guid="${uuid(i, 2)}" name="c${i}"/>`,
    ).join('');
    const places = '<PlainTextSelection/>'.repeat(many);
    const qde = project(
      `${CODES}<CodeBook><Codes><Code>${codes}</Code></Codes></CodeBook><Sources>${source(place(8, 17) + places)}</Sources>`,
      'Bearing',
    );
    expect(quotes(zip(qde, { 'sources/a.txt': TEXT }))).toEqual(['paid well']);
  }, 30_000);
});

describe('what is of one element', () => {
  /** How often a member of any list is copied or gone through, which is where a list that is copied for each one shows. */
  function stepsOf(bytes: Uint8Array): number {
    const steps = Object.getPrototypeOf([][Symbol.iterator]());
    const { next } = steps;
    let count = 0;
    steps.next = function counted(this: unknown) {
      count += 1;
      return next.call(this);
    };
    try {
      ok(bytes);
    } finally {
      steps.next = next;
    }
    return count;
  }
  const links = (many: number) =>
    `<Links>${Array.from({ length: many }, (_, i) => `<Link guid="${uuid(i, 2)}" originGUID="${G(5)}" targetGUID="${uuid(i, 3)}"/>`).join('')}</Links>`;
  const cases = (many: number) =>
    `<Cases>${Array.from({ length: many }, (_, i) => `<Case guid="${uuid(i, 2)}"><SourceRef targetGUID="${G(5)}"/></Case>`).join('')}</Cases>`;
  it.each([
    ['links', links],
    ['cases', cases],
  ])('is read in steps that grow as they do: %s', (_, inner) => {
    const [few = 0, many = 0] = [500, 2_000].map((count) =>
      stepsOf(
        zip(project(`${CODES}<Sources>${source(place(8, 17))}</Sources>${inner(count)}`), {
          'sources/a.txt': TEXT,
        }),
      ),
    );
    expect(few).toBeGreaterThan(500);
    expect(many).toBeLessThan(few * 5);
  });

  it('is read once, where many refer to it: a note in a file of its own', () => {
    const read = vi.spyOn(ZipFile.prototype, 'read');
    const noted = place(8, 17, `${coding(2)}<NoteRef targetGUID="${G(3)}"/>`);
    const note = `<Notes><Note guid="${G(3)}" plainTextPath="internal://m.txt"/></Notes>`;
    const { passages } = ok(
      zip(project(`${CODES}<Sources>${source(noted.repeat(30))}</Sources>${note}`), {
        ...{ 'sources/a.txt': TEXT, 'sources/m.txt': 'A note.' },
      }),
    );
    const times = read.mock.calls.filter(([name]) => name === 'sources/m.txt').length;
    read.mockRestore();
    expect(passages.map((one) => one.note)).toEqual(Array(30).fill('A note.'));
    expect(times).toBe(1);
  });
});

describe('files that other tools wrote', () => {
  const real = samplesOf('real');
  const isHere = existsSync(real);
  const bytes = (name: string) => new Uint8Array(readFileSync(path.join(real, name)));
  const title = (what: string) => (isHere ? what : `${what}: not here, not checked`);

  it.skipIf(!isHere)(title('of qc: each passage is whole lines of its text'), () => {
    const { passages, references, broken } = ok(bytes('qc-demo.qdpx'), 'qc-demo.qdpx');
    expect(broken).toEqual([]);
    expect(references.map(({ facts }) => facts.title)).toEqual(['board_2017']);
    const texts = unzipSync(bytes('qc-demo.qdpx'));
    const all = Object.values(texts)
      .map((one) => new TextDecoder().decode(one).replace(/\s+/g, ' '))
      .join(' ');
    const codings = new TextDecoder().decode(texts['project.qde']).match(/<CodeRef /g);
    expect(passages).toHaveLength(codings?.length ?? 0);
    expect(passages.length).toBeGreaterThan(200);
    for (const { quote, code, coder } of passages) {
      expect(all).toContain(quote);
      expect(code.label).not.toBe('');
      expect(coder).toBe('cp');
    }
  });

  it.skipIf(!isHere).each([
    ['atlas-blank.qdpx', 'documents: 0, codes: 0'],
    ['atlas-target.qdpx', 'documents: 0, codes: 3'],
    ['nvivo_project.qdpx', 'documents: 2, codes: '],
  ])(`${title('%s has no coded passage, and is refused with what it has')}`, (name, words) => {
    expect(problemOf(bytes(name), name)).toContain(words);
  });

  const sample = path.join(samplesOf('samples'), 'recommended.qdpx');
  it.skipIf(!existsSync(sample))(title('the given sample is read, with stances and notes'), () => {
    const { passages, references } = ok(new Uint8Array(readFileSync(sample)));
    expect(
      passages.map(({ quote, code, stance, note }) => [quote, code.label, stance, note]),
    ).toEqual([
      ['leaders were “not engaged”', 'Leadership engagement', 'contrasting', 'coder note <1>'],
      ['resources (n<5 & more) mattered', 'Available resources', 'supporting', 'second & note'],
      ['Last line', 'Available resources', 'mentioning', 'third'],
    ]);
    expect(references[0]?.facts).toMatchObject({
      doi: '10.1000/x',
      year: 2020,
      title: 'Smith 2020 - Barriers',
    });
  });
});
