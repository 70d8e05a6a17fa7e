/** What leaves, how it leaves, and what is remembered of that: the choices of Exchange. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromExporter, ToExporter } from '../../components/exchange/export-messages';
import { chooseTags } from '../../entrypoints/workspace/export-part';
import { ExportReview } from '../../entrypoints/workspace/rooms/exchange/ExportReview';
import { StatementsRoom } from '../../entrypoints/workspace/rooms/statements/StatementsRoom';
import type { Review } from '../../lib/model';
import * as store from '../../lib/store';
import { button, inRoom } from '../support/in-room';
import { newTag } from '../unit/store/support';

const shown = inRoom();
let review: Review;
let said: string[];
let asked: ToExporter[];

/** Answers as the worker does, without writing a file. */
class FakeExporter {
  onmessage: ((event: { data: FromExporter }) => void) | null = null;
  onerror: unknown = null;
  terminate() {}
  postMessage(question: ToExporter) {
    asked.push(question);
    void store.momentNow().then((moment) =>
      this.onmessage?.({
        data: {
          say: 'written',
          file: {
            ...{ name: 'a.csv', mime: 'text/csv', bytes: new Uint8Array(), moment },
            ...{ sentence: 'File written.', at: new Date().toISOString() },
          },
        },
      }),
    );
  }
}

beforeEach(async () => {
  localStorage.clear();
  review = await store.ensureReview();
  await store.saveTag(newTag());
  said = [];
  asked = [];
  vi.stubGlobal('Worker', FakeExporter);
  show();
});
afterEach(() => {
  chooseTags(null);
  vi.unstubAllGlobals();
  localStorage.clear();
});

const show = () =>
  shown.show(
    <ExportReview
      review={review}
      options={{ unit: 'papers', denominator: 'all', secondHand: false } as never}
      live={undefined}
      busy={false}
      run={(work) => void work().then((one) => said.push(one))}
    />,
  );
const radio = (words: string) =>
  [...shown.host.querySelectorAll('label')]
    .find(({ textContent }) => textContent?.includes(words))
    ?.querySelector('input') as HTMLInputElement;
const select = (words: string) =>
  [...shown.host.querySelectorAll('label')]
    .find(({ textContent }) => textContent?.includes(words))
    ?.querySelector('select') as HTMLSelectElement;
const choose = (field: HTMLSelectElement, value: string) => {
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
};
const write = async (name: string) => {
  const before = said.length;
  button(name)?.click();
  await expect.poll(() => said.length).toBe(before + 1);
  return asked.at(-1) as ToExporter;
};

test('the whole review leaves, as it was chosen last time', async () => {
  expect((await write('Export: Papers (RIS)')).options).toMatchObject({
    ...{ excluded: false, separator: ',', style: 'apa' },
  });
  choose(select('CSV'), ';');
  choose(select('References'), 'vancouver');
  radio('Excluded papers too').click();
  show();
  const { options, since } = await write('Export: Papers (RIS)');
  expect(options).toMatchObject({ excluded: true, separator: ';', style: 'vancouver' });
  expect(since).toBeUndefined();
});

describe('only what is new', () => {
  test('is asked for since the last export in the same format', async () => {
    await write('Export: Papers (RIS)');
    const moment = await store.momentNow();
    await store.saveTag(newTag({ quote: 'Another one.' }));
    radio('Only what is new').click();
    await expect.poll(() => shown.host.textContent).toContain('New since');
    expect(shown.host.textContent).toContain('Not exported yet: all of it leaves.');
    expect(shown.host.textContent).toContain('always counted over the whole review');
    expect((await write('Export: Papers (RIS)')).since).toEqual(moment);
    expect((await write('Export: Papers (BibTeX, BibLaTeX)')).since).toBeUndefined();
  });

  test('after a file without excluded papers, all of one with them', async () => {
    await write('Export: Papers (RIS)');
    radio('Only what is new').click();
    radio('Excluded papers too').click();
    await expect.poll(() => shown.host.textContent).toContain('had no excluded papers');
    expect((await write('Export: Papers (RIS)')).since).toBeUndefined();
    expect((await write('Export: Papers (RIS)')).since).toBeDefined();
  });

  test('a file of some tags is not one after which the others are known', async () => {
    const { id } = (await store.saveTag(newTag({ quote: 'Chosen.' }))).tag;
    chooseTags({ reviewId: review.id, ids: [id], statements: 1, words: 'stance supporting' });
    await expect.poll(() => radio('1 tag on 1 statement: stance supporting')).toBeTruthy();
    radio('1 tag on').click();
    expect((await write('Export: Papers (RIS)')).options.tags?.ids).toEqual([id]);
    radio('Only what is new').click();
    expect((await write('Export: Papers (RIS)')).since).toBeUndefined();
  });
});

describe('from Statements leave', () => {
  beforeEach(async () => {
    await store.saveTag(newTag({ quote: 'It did not.', stance: 'contrasting' }));
  });
  const exchange = () => expect.poll(() => location.hash).toBe('#/exchange');

  test('the statements that fit, with the tags that fit', async () => {
    location.hash = '#/statements?stance=contrasting';
    shown.showRoom(StatementsRoom);
    await expect.poll(() => button('Export these')).toBeTruthy();
    button('Export these')?.click();
    await exchange();
    show();
    expect(radio('1 tag on 1 statement').checked).toBe(true);
    expect((await write('Export: Papers (RIS)')).options.tags?.words).toContain('contrasting');
  });

  test('those that are selected', async () => {
    location.hash = '#/statements';
    shown.showRoom(StatementsRoom);
    await expect.poll(() => radio('Select all 2')).toBeTruthy();
    radio('Select all 2').click();
    await expect.poll(() => button('Export these')).toBeTruthy();
    button('Export these')?.click();
    await exchange();
    show();
    expect((await write('Export: Papers (RIS)')).options.tags).toMatchObject({
      words: 'selected statements',
    });
    expect(asked.at(-1)?.options.tags?.ids).toHaveLength(2);
  });
});

test('a preset is a format with its choices, under a name', async () => {
  choose(select('CSV'), ';');
  button('Remember these choices as a preset…')?.click();
  await expect.poll(() => select('Format')).toBeTruthy();
  choose(select('Format'), 'evidence-table-csv');
  const name = shown.host.querySelector<HTMLInputElement>('form input') as HTMLInputElement;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(name, 'Excel');
  name.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => button('Remember')?.disabled).toBe(false);
  button('Remember')?.click();
  await expect.poll(() => button('Export the preset Excel')).toBeTruthy();
  choose(select('CSV'), ',');
  const { format, options } = await write('Export the preset Excel');
  expect([format, options.separator]).toEqual(['evidence-table-csv', ';']);
  button('Forget the preset Excel')?.click();
  await expect.poll(() => button('Export the preset Excel')).toBeFalsy();
});

test.each(['not json', '{}', '[{"name":""}]', '[1,{"name":"x","format":"y","separator":"?"}]'])(
  'what is kept and cannot be read is not there: %s',
  async (kept) => {
    localStorage.setItem('bearing.export-choices', kept);
    localStorage.setItem('bearing.export-presets', kept);
    localStorage.setItem('bearing.last-exports', kept);
    show();
    expect((await write('Export: Papers (RIS)')).options.separator).toBe(',');
  },
);
