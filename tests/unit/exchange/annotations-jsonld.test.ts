/** Tags as annotations of the W3C: valid by the model, and with all that a tag is. */
import { describe, expect, it } from 'vitest';
import { exporterById } from '../../../lib/exchange';
import { sanitizeText } from '../../../lib/exchange/text';
import { AWKWARD, anyTexts, CONTROLS } from '../../support/awkward';
import { seeded } from '../../support/random';
import { faultsOfCollection } from '../../support/web-annotation';
import { wholeReview } from '../../support/whole-review';
import { AT, codebook, data, ME, paper, review, statement, tag, uuid } from './records';

const exporter = exporterById('annotations-jsonld');
if (!exporter) throw new Error('no such exporter');
const write = (more: object = {}, options: object = {}) =>
  exporter.write({ ...data, ...more }, { at: AT, ...options }) as string;
const itemsOf = (json: string) => JSON.parse(json).first?.items ?? [];

describe('annotations', () => {
  it('have each tag with its stance, dials, influence, note, coder and passage', () => {
    const collection = JSON.parse(write());
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      ...{
        id: `urn:uuid:${review.id}`,
        type: 'AnnotationCollection',
        label: review.name,
        total: 3,
      },
    });
    const body = (value: string, purpose: string) => ({
      ...{ type: 'TextualBody', value, format: 'text/plain', purpose },
    });
    expect(collection.first.items[0]).toEqual({
      ...{ id: `urn:uuid:${uuid(4, 1)}`, type: 'Annotation', motivation: 'classifying' },
      ...{ created: AT, modified: AT },
      creator: { id: `urn:uuid:${ME}`, type: 'Person', name: 'me' },
      generator: { type: 'Software', name: 'Bearing' },
      body: [
        body('supporting', 'classifying'),
        body('facilitator', 'classifying'),
        body('strength 2', 'classifying'),
        body('Training', 'tagging'),
        body('first\nsecond line', 'commenting'),
      ],
      target: {
        ...{ type: 'SpecificResource', source: 'https://doi.org/10.1000/paper.1' },
        scope: 'https://example.org/paper/1',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Training helped the peer workers, “a lot”.' },
          { type: 'TextPositionSelector', start: 100, end: 142 },
        ],
      },
    });
    const values = collection.first.items[2].body.map(({ value }: { value: string }) => value);
    expect(values).toEqual(['mentioning', 'second-hand', 'Training']);
  });

  it('are valid by the model', () => {
    expect(faultsOfCollection(write({}, { excluded: true }))).toEqual([]);
    expect(faultsOfCollection(exporter.write(wholeReview(6, 5), { at: AT }) as string)).toEqual([]);
    expect(faultsOfCollection(write({ tags: [] }))).toEqual([]);
    expect(JSON.parse(write({ tags: [] }))).not.toHaveProperty('first');
  });

  it('name the page where a paper has no DOI, and the paper where it has neither', () => {
    const papers = [paper(1, { doi: undefined }), paper(2, { doi: undefined })];
    const [first] = statement(3, 2, 'x').targets;
    const statements = [
      ...data.statements.slice(0, 2),
      statement(3, 2, 'Words.', { targets: [{ ...first, url: 'file:///home/me/a.pdf' }] as never }),
    ];
    const json = write({ papers, statements });
    const targets = itemsOf(json).map(({ target }: { target: object }) => target);
    expect(targets[0]).toMatchObject({ source: 'https://example.org/paper/1' });
    expect(targets[0]).not.toHaveProperty('scope');
    expect(targets[2]).toMatchObject({ source: `urn:uuid:${uuid(2, 2)}` });
    expect(json).not.toContain('file:');
    expect(faultsOfCollection(json)).toEqual([]);
  });

  it('have a target for each page that a passage was found on, with context and the page of a PDF', () => {
    const [html] = statement(1, 1, 'The words.').targets;
    if (!html) throw new Error('no target');
    const quote = { type: 'TextQuoteSelector', exact: 'The words.', prefix: 'a ', suffix: ' b' };
    const pdf = {
      ...{ representation: 'pdf', url: 'https://example.org/1.pdf' },
      selectors: { quote, page: 4, heading: 'Results' },
    };
    const statements = [statement(1, 1, 'The words.', { targets: [html, pdf] as never })];
    const json = write({ statements, tags: [tag(1, 1, 1)] });
    const [, second] = itemsOf(json)[0].target;
    expect(second).toEqual({
      ...{ type: 'SpecificResource', source: 'https://doi.org/10.1000/paper.1' },
      scope: 'https://example.org/1.pdf',
      selector: [
        quote,
        {
          ...{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778' },
          value: 'page=4',
        },
      ],
    });
    expect(faultsOfCollection(json)).toEqual([]);
  });

  it.each([...AWKWARD, CONTROLS, '\u202egnp.exe', 'two\r\nlines\t'])('have %j as it is', (text) => {
    const json = write({
      review: { ...review, name: text },
      codebooks: [
        { ...codebook, influences: codebook.influences.map((one) => ({ ...one, label: text })) },
      ],
      papers: [paper(1, { doi: `10.1000/${text}` })],
      statements: [statement(1, 1, text)],
      tags: [tag(1, 1, 1, { note: `note ${text}` })],
      coders: [{ id: ME, name: text }],
    });
    expect(faultsOfCollection(json)).toEqual([]);
    const [one] = itemsOf(json);
    const clean = sanitizeText(text);
    expect(JSON.parse(json).label).toBe(clean);
    expect(one.target.selector[0].exact).toBe(clean);
    expect(one.creator.name).toBe(clean);
    expect(one.body.at(-1).value).toBe(`note ${clean}`);
  });

  it.each([1, 2, 3])('have any text as it is (seed %i)', (seed) => {
    const texts = anyTexts(seeded(seed), 60);
    const statements = texts.map((text, i) => statement(i + 1, 1, text));
    const tags = texts.map((note, i) => tag(i + 1, i + 1, 1, { note }));
    const papers = [paper(1, { doi: undefined, url: `https://example.org/${texts[0]}` })];
    const json = write({ papers, statements, tags });
    expect(faultsOfCollection(json)).toEqual([]);
    expect(json.isWellFormed()).toBe(true);
    const clean = new Set(texts.map(sanitizeText));
    const items = itemsOf(json) as {
      target: { selector: { exact: string }[] };
      body: { value: string }[];
    }[];
    expect(new Set(items.map(({ target }) => target.selector[0]?.exact))).toEqual(clean);
    expect(new Set(items.map(({ body }) => body.at(-1)?.value))).toEqual(clean);
  });

  it('state that their paper was retracted', () => {
    const papers = [paper(1, { notices: [{ kind: 'retraction', text: 'Withdrawn' }] }), paper(2)];
    const last = itemsOf(write({ papers })).map(({ body }: { body: object[] }) => body.at(-1));
    expect(last[0]).toMatchObject({ value: 'Retracted (Withdrawn)', purpose: 'describing' });
    expect(last[2]).toMatchObject({ value: 'Training', purpose: 'tagging' });
  });

  it('leave excluded papers out unless asked', () => {
    const tags = [...data.tags, tag(4, 4, 3)];
    const statements = [...data.statements, statement(4, 3, 'Of an excluded paper.')];
    expect(itemsOf(write({ tags, statements }))).toHaveLength(3);
    expect(itemsOf(write({ tags, statements }, { excluded: true }))).toHaveLength(4);
  });
});
