/** A review as a project of REFI-QDA: each rule by which the importers of other tools read it without loss. */
import { describe, expect, it } from 'vitest';
import { influencesOf } from '../../../lib/codebook';
import { type ExportData, exporterById } from '../../../lib/exchange';
import { plainText } from '../../../lib/exchange/out/refi-qda/plain-text';
import { hasProgram, through } from '../../support/on-this-machine';
import {
  attribute,
  childText,
  codedPlaces,
  elementsOf,
  hasSchema,
  type OpenProject,
  openProject,
  schemaErrors,
} from '../../support/qdpx';
import { book, hostileReviews, influence } from './hostile-review';
import { AT, codebook, data, ME, noTables, paper, tag, uuid, YOU } from './records';

const bytesOf = (more: Partial<ExportData> = {}): Uint8Array =>
  exporterById('project-qdpx')?.write(
    { ...data, ...more },
    { at: AT, excluded: true },
  ) as Uint8Array;
const write = (more: Partial<ExportData> = {}): OpenProject => openProject(bytesOf(more));

const whole = write();
const codesNamed = (project: OpenProject) =>
  project.all('Code').map((one) => attribute(one, 'name'));

/** Every GUID that something has, and every one that something refers to. */
function guidsOf({ root }: OpenProject): { own: string[]; targets: string[] } {
  const own: string[] = [];
  const targets: string[] = [];
  const stack = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const [name, value] of next.attributes)
      if (name === 'guid') own.push(value);
      else if (/GUID$|User$/.test(name)) targets.push(value);
    stack.push(...next.children);
  }
  return { own, targets };
}

/** What holds for each project, whatever is in the review. */
function expectSound(project: OpenProject): void {
  const { own, targets } = guidsOf(project);
  expect(new Set(own).size).toBe(own.length);
  for (const one of [...own, ...targets])
    expect(one).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(new Set(own)).toEqual(new Set([...own, ...targets]));
  for (const name of ['Users', 'Codes', 'Variables', 'Cases', 'Sources', 'Notes', 'Sets'])
    for (const one of project.all(name)) expect(one.children.length, name).toBeGreaterThan(0);
  const names = (kind: string) =>
    project.all(kind).map((one) => attribute(one, 'name').toLowerCase());
  for (const kind of ['Code', 'User']) expect(new Set(names(kind)).size).toBe(names(kind).length);
  const listed = [...names('Variable'), ...names('Set')];
  expect(new Set(listed).size).toBe(listed.length);
  for (const one of project.all('Code')) {
    expect(attribute(one, 'name').length).toBeLessThanOrEqual(200);
    expect(attribute(one, 'color') || '#000000').toMatch(/^#[0-9A-F]{6}$/);
    if (attribute(one, 'isCodable') === 'true') expect(elementsOf(one, 'Code')).toHaveLength(1);
  }
  const sources = project.all('TextSource');
  expect(new Set(names('TextSource')).size).toBe(sources.length);
  expect(project.names.sort()).toEqual(
    ['project.qde', ...sources.map((one) => `sources/${attribute(one, 'guid')}.txt`)].sort(),
  );
  for (const source of sources) {
    expect(attribute(source, 'name')).toMatch(/^[^/\\:*?"<>|\p{Cc}]{1,50}$/u);
    expect(attribute(source, 'plainTextPath')).toBe(`internal://${attribute(source, 'guid')}.txt`);
    expect(source.attributes.has('richTextPath')).toBe(false);
    expect(source.children.map(({ name }) => name)).not.toContain('PlainTextContent');
    const text = project.files[`sources/${attribute(source, 'guid')}.txt`] ?? '';
    expect(text).not.toMatch(/[\r\n\ufeff\u2028\u2029]|[\ud800-\udfff]/);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toBe('');
  }
  for (const note of project.all('Note')) {
    expect(attribute(note, 'creationDateTime')).not.toBe('');
    expect(childText(note, 'PlainTextContent')).not.toBe('');
  }
  for (const [, value = ''] of project.xml.matchAll(/DateTime="([^"]*)"/g))
    expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
}

describe('a project', () => {
  it('holds for what its importers need', () => expectSound(whole));

  it('has a folder for each codebook and influence, and in it a code for each stance with its name', () => {
    const [codes] = whole.all('Codes');
    const [book, ...dials] = codes?.children ?? [];
    expect(attribute(book as never, 'name')).toBe('Our codes');
    const tree = (book?.children ?? [])
      .filter(({ name }) => name === 'Code')
      .map((one) => [
        attribute(one, 'name'),
        attribute(one, 'isCodable'),
        childText(one, 'Description'),
      ]);
    expect(tree).toEqual([
      ['Training', 'false', expect.stringMatching(/^Preparation for the work\.\n/)],
      ['Role definition', 'false', 'How clear the role is.'],
    ]);
    const stances = elementsOf(book as never, 'Code').filter(
      (one) => attribute(one, 'isCodable') === 'true',
    );
    expect(stances.map((one) => attribute(one, 'name'))).toEqual([
      'Training: Supporting',
      'Training: Contrasting',
      'Training: Mentioning',
      'Role definition: Supporting',
      'Role definition: Contrasting',
      'Role definition: Mentioning',
    ]);
    expect(
      dials.flatMap((one) => elementsOf(one, 'Code')).map((one) => attribute(one, 'name')),
    ).toEqual([
      ...['Tag direction', 'Tag direction: facilitator', 'Tag direction: barrier'],
      ...['Tag strength', 'Tag strength: +2', 'Tag strength: -2'],
      ...['Tag basis', 'Tag basis: second-hand'],
    ]);
  });

  it('has each tag as a coded place, with its coder, dials and note', () => {
    const byGuid = new Map(
      whole.all('Code').map((one) => [attribute(one, 'guid'), attribute(one, 'name')]),
    );
    const users = new Map(
      whole.all('User').map((one) => [attribute(one, 'guid'), attribute(one, 'name')]),
    );
    const places = codedPlaces(whole).map(({ selection, words }) => ({
      words,
      coder: users.get(attribute(selection, 'creatingUser')),
      codes: elementsOf(selection, 'CodeRef').map((one) =>
        byGuid.get(attribute(one, 'targetGUID')),
      ),
      said: childText(selection, 'Description'),
    }));
    expect(places).toEqual([
      {
        words: 'Training helped the peer workers, “a lot”.',
        coder: 'me',
        codes: ['Training: Supporting', 'Tag direction: facilitator', 'Tag strength: +2'],
        said: 'first\nsecond line\nTag: supporting, facilitator, strength 2\nSection: Results',
      },
      {
        words: 'A clear role mattered less (p < 0.05).',
        coder: 'me',
        codes: ['Role definition: Contrasting', 'Tag direction: barrier', 'Tag strength: -2'],
        said: 'Tag: contrasting, barrier, strength -2\nSection: Results',
      },
      {
        words: 'Training was mentioned.',
        coder: 'you',
        codes: ['Training: Mentioning', 'Tag basis: second-hand'],
        said: 'Tag: mentioning, second-hand\nSection: Results',
      },
    ]);
    const [note] = whole.all('Note');
    expect(attribute(note as never, 'name')).toBe('Training: Supporting, Müller 2021 Paper 1');
    expect(childText(note as never, 'PlainTextContent')).toBe('first\nsecond line');
    const [first] = whole.all('PlainTextSelection');
    expect(
      elementsOf(first as never, 'NoteRef').map((one) => attribute(one, 'targetGUID')),
    ).toEqual([attribute(note as never, 'guid')]);
  });

  it('has the ids of tags as GUIDs of their codings, and of papers as those of their sources', () => {
    const codings = new Set(whole.all('Coding').map((one) => attribute(one, 'guid')));
    for (const { id } of data.tags) expect(codings).toContain(id.toUpperCase());
    expect(whole.all('TextSource').map((one) => attribute(one, 'guid'))).toEqual(
      data.papers.map(({ id }) => id.toUpperCase()),
    );
  });

  it('has the quotes of a paper in one line, those of one statement once', () => {
    const [first] = data.tags;
    const twice = write({
      tags: [
        ...data.tags,
        tag(9, 1, 1, { influenceId: 'own.role', coderId: YOU, note: first?.note ?? '' }),
      ],
    });
    expect(twice.files[`sources/${uuid(2, 1).toUpperCase()}.txt`]).toBe(
      'Training helped the peer workers, “a lot”. | A clear role mattered less (p < 0.05).',
    );
    expect(codedPlaces(twice).map(({ words }) => words.slice(0, 15))).toEqual([
      'Training helped',
      'Training helped',
      'A clear role ma',
      'Training was me',
    ]);
  });

  it('has what is known of papers as variables, and a case of no name and no values for each', () => {
    const names = new Map(
      whole.all('Variable').map((one) => [attribute(one, 'guid'), attribute(one, 'name')]),
    );
    const values = (source: number) =>
      Object.fromEntries(
        elementsOf(whole.all('TextSource')[source] as never, 'VariableValue').map(
          ({ children: [ref, value] }) => [
            names.get(attribute(ref as never, 'targetGUID')),
            `${value?.name} ${value?.text}`,
          ],
        ),
      );
    expect(values(0)).toEqual({
      Title: 'TextValue Paper 1',
      Authors: 'TextValue Müller, Änne; van der Berg, Jan',
      Year: 'IntegerValue 2021',
      Venue: 'TextValue Journal of Examples',
      Type: 'TextValue article-journal',
      DOI: 'TextValue 10.1000/paper.1',
      URL: 'TextValue https://example.org/paper/1',
      'Citation key': 'TextValue muller2021paper',
      Progress: 'TextValue read',
      Eligibility: 'TextValue undecided',
    });
    expect(values(1)['Looked for, not reported']).toBe('TextValue Role definition');
    expect(values(2)['Exclusion reason']).toBe('TextValue no peer [support] workers');
    for (const one of whole.all('Case')) {
      expect([...one.attributes.keys()]).toEqual(['guid']);
      expect(one.children.map(({ name }) => name)).toEqual(['SourceRef']);
    }
    expect(whole.all('Case')).toHaveLength(3);
  });

  it('marks papers that are retracted or excluded, as groups of documents and in their descriptions', () => {
    const project = write({
      papers: [
        paper(1, { notices: [{ kind: 'retraction', text: 'In 2022' }] }),
        paper(2),
        paper(3),
      ],
    });
    const members = Object.fromEntries(
      project
        .all('Set')
        .map((one) => [
          attribute(one, 'name'),
          one.children.map((member) => attribute(member, 'targetGUID')),
        ]),
    );
    expect(members).toEqual({
      'Excluded papers': [uuid(2, 3).toUpperCase()],
      Retracted: [uuid(2, 1).toUpperCase()],
    });
    const [first, , third] = project.all('TextSource');
    expect(childText(first as never, 'Description')).toMatch(
      /^Evidence map: Retracted \(In 2022\) \|/,
    );
    expect(childText(third as never, 'Description')).toContain(
      'excluded: no peer [support] workers',
    );
  });

  it('has a paper without a tag as a source of one sentence, for some tools refuse an empty one', () => {
    expect(whole.files[`sources/${uuid(2, 3).toUpperCase()}.txt`]).toBe(
      'No statement of this paper is tagged.',
    );
  });

  it('has coders first among its users, and two of one name as two', () => {
    const project = write({
      coders: [
        { id: ME, name: 'Ann' },
        { id: YOU, name: 'ann' },
      ],
    });
    expect(project.all('User').map((one) => attribute(one, 'name'))).toEqual([
      'Ann',
      'ann (2)',
      'Bearing',
    ]);
    const joinedCoders = write({
      coders: [
        { id: ME, name: 'Ann' },
        { id: YOU, name: 'An', into: ME },
      ],
    });
    expect(joinedCoders.all('User').map((one) => attribute(one, 'name'))).toEqual([
      'Ann',
      'Bearing',
    ]);
  });

  it('of an empty review has no code, source or variable, and no empty list of them', () => {
    const project = write({
      ...noTables,
      ...{
        papers: [],
        reviewPapers: [],
        statements: [],
        tags: [],
        assessments: [],
        codebooks: [],
        coders: [],
      },
    });
    expectSound(project);
    expect(project.root.children.map(({ name }) => name)).toEqual(['Users', 'Description']);
  });
});

describe('names of codes', () => {
  it('are unique: with the codebook where labels collide, and a number where nothing else tells them apart', () => {
    const project = write({
      codebooks: [
        codebook,
        book('b', 'Training', [
          influence('1', { label: 'Training', group: 'Role definition' }),
          influence('2', { label: 'training: supporting', parent: '1' }),
          influence('3', { label: 'Tag direction' }),
        ]),
      ],
    });
    expectSound(project);
    expect(codesNamed(project)).toEqual(
      expect.arrayContaining([
        'Training (Our codes): Supporting',
        'Training (Training): Supporting',
        'training: supporting: Supporting',
        'Tag direction (2)',
        'Role definition (2)',
      ]),
    );
  });

  it('have the influence’s own label in its description where they are not it', () => {
    const label = `${'Long '.repeat(50)}end`;
    const project = write({
      codebooks: [
        book('own-1', 'Our codes', [
          influence('own.training', { label }),
          influence('x', { label: label.toUpperCase() }),
        ]),
      ],
    });
    expectSound(project);
    const folder = project.all('Code').find((one) => attribute(one, 'name').startsWith('Long'));
    expect(attribute(folder as never, 'name').length).toBeLessThanOrEqual(187);
    expect(childText(folder as never, 'Description')).toBe(`Label: ${label}`);
  });

  it('of narrower influences are below the broader one, of groups above theirs', () => {
    const project = write({
      codebooks: [
        book('own-1', 'Our codes', [
          influence('own.training', { group: 'Inner setting' }),
          influence('deep', { parent: 'own.training' }),
          influence('loop-a', { parent: 'loop-b' }),
          influence('loop-b', { parent: 'loop-a' }),
        ]),
      ],
    });
    expectSound(project);
    const [group] = project.all('Code').filter((one) => attribute(one, 'name') === 'Inner setting');
    const inGroup = elementsOf(group as never, 'Code').map((one) => attribute(one, 'name'));
    expect(inGroup.filter((name) => !name.includes(': '))).toEqual([
      'Inner setting',
      'own.training',
      'deep',
    ]);
  });

  it('stay where their codebook or influence is gone: under the ids that the tags have', () => {
    const gone = write({ codebooks: [] });
    expectSound(gone);
    expect(codesNamed(gone)).toEqual(
      expect.arrayContaining(['own-1', 'own.role', 'own.role: Contrasting']),
    );
    expectSound(write({ tags: [tag(1, 1, 1, { influenceId: 'of another version' })] }));
  });

  it('have GUIDs of their own in two copies of a codebook from another tool', () => {
    const own = '11111111-2222-4333-8444-555555555555';
    const project = write({
      codebooks: [book('a', 'A', [influence(own)]), book('b', 'B', [influence(own)])],
    });
    expectSound(project);
  });
});

it('own columns of papers are variables of their type', () => {
  const attributeOf = (n: number, name: string, type: 'text' | 'number') => ({
    ...{
      id: uuid(9, n),
      reviewId: data.review.id,
      of: 'paper' as const,
      name,
      type,
      choices: [],
      position: n,
    },
    ...{ createdAt: AT, updatedAt: AT },
  });
  const cell = (n: number, value: string | number | string[]) => ({
    ...{
      id: uuid(10, n),
      reviewId: data.review.id,
      attributeId: uuid(9, n),
      paperId: uuid(2, 1),
      value,
    },
    ...{ createdAt: AT, updatedAt: AT },
  });
  const project = write({
    attributes: [
      attributeOf(1, 'Title', 'text'),
      attributeOf(2, 'Beds', 'number'),
      attributeOf(3, 'Huge', 'number'),
    ],
    attributeValues: [cell(1, ['Peru', 'Chile']), cell(2, 12.5), cell(3, 1e30)],
  });
  expectSound(project);
  const variables = project
    .all('Variable')
    .map((one) => [attribute(one, 'name'), attribute(one, 'typeOfVariable')]);
  expect(variables).toEqual(
    expect.arrayContaining([
      ['Title (2)', 'Text'],
      ['Beds', 'Float'],
      ['Huge', 'Text'],
    ]),
  );
  expect(project.xml).toContain('<TextValue>Peru; Chile</TextValue>');
  expect(project.xml).toContain('<FloatValue>12.5</FloatValue>');
});

describe('the text of a source', () => {
  it.each([
    ['a\r\nb\u2028c\u0085d', 'a b c d'],
    ['\ufeffa', 'a'],
    ['e\u0301', 'é'],
    ['𝐞\u0301 𝒳 👩‍🔬', 'é X □\u200d□'],
    ['\ufa6c', '□'],
    ['a\ud83db\udc00', 'ab'],
    ['\u0000', ''],
  ])('of %j is %j', (raw, wanted) => expect(plainText(raw)).toBe(wanted));
});

const hostile = hostileReviews(40);

describe('any review, whatever its texts are', () => {
  it('is a sound project whose quotes and notes read back, the same bytes each time', () => {
    for (const one of hostile) {
      const bytes = bytesOf(one);
      expect(bytesOf(structuredClone(one))).toEqual(bytes);
      const project = openProject(bytes);
      expectSound(project);
      const quotes = new Map(one.statements.map(({ id, quote }) => [id, plainText(quote) || '□']));
      const statementOf = new Map(
        one.tags.map(({ id, statementId }) => [id.toUpperCase(), statementId]),
      );
      const places = codedPlaces(project);
      expect(places).toHaveLength(one.tags.length);
      for (const { selection, words } of places) {
        const [coding] = elementsOf(selection, 'Coding');
        expect(words).toBe(quotes.get(statementOf.get(attribute(coding as never, 'guid')) ?? ''));
      }
      expect(influencesOf(one.codebooks).all.length).toBeLessThan(project.all('Code').length);
    }
  });

  const isHere = hasSchema('project');
  it(isHere
    ? 'is valid by the official schema'
    : 'is valid by the official schema, which is not here: not checked', async () => {
    const files = [data, ...hostile].map((one) => write(one).xml);
    files.push(
      write({
        ...noTables,
        papers: [],
        reviewPapers: [],
        statements: [],
        tags: [],
        assessments: [],
        codebooks: [],
      }).xml,
    );
    expect(files.every((one) => one.startsWith('<?xml'))).toBe(true);
    if (isHere) {
      expect(await schemaErrors('project', files)).toEqual([]);
      // What is wrong is found.
      expect(
        await schemaErrors('project', [files[0]?.replace(' isCodable="false"', '') ?? '']),
      ).not.toEqual([]);
    }
  }, 60_000);

  const PYTHON = hasProgram('python3');
  it(
    PYTHON
      ? 'is read by Python as QualCoder reads it'
      : 'is read by Python, which is not on this machine: not checked',
    () => {
      // Bytes of the zip come in; of each selection the words by code points and its description go out.
      const script = `
import sys, io, json, zipfile, base64
import xml.etree.ElementTree as etree
N = "{urn:QDA-XML:project:1.0}"
out = []
for line in sys.stdin:
    z = zipfile.ZipFile(io.BytesIO(base64.b64decode(line)))
    root = etree.fromstring(z.read("project.qde"))
    for source in root.iter(N + "TextSource"):
        path = "sources/" + source.get("plainTextPath").split("internal://")[1]
        text = io.TextIOWrapper(io.BytesIO(z.read(path)), encoding="utf-8").read()
        for one in source.iter(N + "PlainTextSelection"):
            d = one.find(N + "Description")
            out.append([text[int(one.get("startPosition")):int(one.get("endPosition"))], d.text])
print(json.dumps(out))`;
      const all = [data, ...hostile];
      const wanted = all.flatMap((one) =>
        codedPlaces(write(one)).map(({ selection, words }) => [
          words,
          childText(selection, 'Description'),
        ]),
      );
      expect(wanted.length).toBeGreaterThan(100);
      if (!PYTHON) return;
      const input = all.map((one) => Buffer.from(bytesOf(one)).toString('base64')).join('\n');
      expect(JSON.parse(through(`python3 -c '${script}'`, input))).toEqual(wanted);
    },
  );
});
