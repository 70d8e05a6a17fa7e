/** The map room: whose tags it counts, and what its drawer shows as behind a number and what as not counted. */
import { describe, expect, test } from 'vitest';
import { MapRoom } from '../../entrypoints/workspace/rooms/map/MapRoom';
import { allShipped } from '../../lib/codebook';
import { influencesOf } from '../../lib/codebook/influences';
import type { Codebook, InfluenceRef, PlaceChange } from '../../lib/model';
import { currentReview, placePaper, putInFamily, putInUse, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { inRoom } from '../support/in-room';
import { asCoder, facts, newTag, page, type TagOptions } from '../unit/store/support';

const room = inRoom();
const INFLUENCE = 'training';

const on = (name: string) => page(`https://${name}.example/1`, facts(`10.5555/${name}`, name));

/** A tagged paper of this title, and its place on the list. */
async function paper(name: string, options: TagOptions = {}, place?: PlaceChange): Promise<string> {
  const saved = await saveTag(newTag({ on: on(name), quote: `Words of ${name}.`, ...options }));
  const review = await currentReview();
  if (place && review) await placePaper(review.id, saved.paper.id, place);
  return saved.paper.id;
}

const TRAINING: InfluenceRef = { codebookId: 'psw-core', influenceId: INFLUENCE };

async function open(options: object = {}, of = TRAINING): Promise<HTMLElement> {
  const usual = { unit: 'papers', denominator: 'all', secondHand: false };
  localStorage.setItem('bearing.map-options', JSON.stringify({ ...usual, ...options }));
  location.hash = `#/map?codebook=${of.codebookId}&influence=${of.influenceId}`;
  room.showRoom(MapRoom);
  await expect.poll(() => room.host.querySelector('aside section')).toBeTruthy();
  return room.host.querySelector('aside') as HTMLElement;
}

/** Titles in the drawer: of the papers that count, and of the others with the reason. */
function shown(drawer: HTMLElement) {
  const apart = drawer.querySelector('[aria-labelledby=not-counted]');
  const titles = (within: ParentNode | null) =>
    [...(within?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent);
  const all = titles(drawer);
  const others = titles(apart);
  return { counted: all.filter((title) => !others.includes(title)).sort(), apart, others };
}

describe('the drawer', () => {
  test('shows the papers that count, and the others apart, each with the reason', async () => {
    await paper('Counted');
    await paper('Excluded', {}, { eligibility: 'excluded', exclusionReason: 'Wrong setting' });
    await paper('Cited', { basis: 'second-hand' });
    const unlisted = await paper('Unlisted');
    const review = await currentReview();
    await db.reviewPapers.delete([review?.id ?? '', unlisted]);
    const { counted, apart, others } = shown(await open());
    expect(counted).toEqual(['Counted']);
    expect([...others].sort()).toEqual(['Cited', 'Excluded', 'Unlisted']);
    expect(apart?.querySelector('h3')?.textContent).toBe('Not counted here');
    const reasons = Object.fromEntries(
      [...(apart?.querySelectorAll('section') ?? [])].map((one) => [
        one.querySelector('a')?.textContent,
        one.querySelector('p')?.textContent,
      ]),
    );
    expect(reasons).toEqual({
      Excluded: 'Excluded: Wrong setting',
      Cited: 'Second-hand statements only',
      Unlisted: 'Not on the reading list',
    });
  });

  test.each([
    ['included', { eligibility: 'included' }, 'Not marked included'],
    ['read', { progress: 'read' }, 'Not marked read'],
  ] as const)(
    'over papers marked %s, names those that are not',
    async (denominator, place, why) => {
      await paper('Counted', {}, place);
      await paper('Undecided');
      const { counted, apart, others } = shown(await open({ denominator }));
      expect(counted).toEqual(['Counted']);
      expect(others).toEqual(['Undecided']);
      expect(apart?.textContent).toContain(why);
    },
  );

  test('says of second-hand statements that count that they do', async () => {
    await paper('Cited', { basis: 'second-hand' });
    const drawer = await open({ secondHand: true });
    expect(shown(drawer)).toMatchObject({ counted: ['Cited'], apart: null });
    expect(drawer.textContent).toContain('1/1 papers');
    expect(drawer.textContent).toContain('second-hand, counted');
    expect(drawer.textContent).toContain('by you');
    expect(drawer.textContent).toContain('1 second-hand statement counted');
    expect(drawer.textContent).not.toMatch(/apart|more paper|not counted/);
    expect(room.host.textContent).toContain('1 second-hand statement counted in n');
  });

  test('keeps the papers of one study together where study families are counted', async () => {
    const ids = [await paper('Article'), await paper('Report')];
    await paper('Alone');
    const review = await currentReview();
    await putInFamily(review?.id ?? '', ids);
    const drawer = await open({ unit: 'families' });
    const study = drawer.querySelector('[role=group]');
    expect(study?.textContent).toContain('One study: these 2 papers count once');
    expect(study?.textContent).toContain('Article');
    expect(study?.textContent).toContain('Report');
    expect(study?.textContent).not.toContain('Alone');
    expect(shown(drawer).counted).toEqual(['Alone', 'Article', 'Report']);
  });
});

test('the drawer of a broader influence has what is tagged under it, by the name of that', async () => {
  const book = (await allShipped()).find(({ id }) => id === 'cfir-2022') as Codebook;
  const narrower = book.influences.find(({ parent }) => parent);
  const [under, above] = [narrower?.id ?? '', narrower?.parent ?? ''];
  const of = (influenceId: string): TagOptions => ({
    ...{ codebookId: book.id, codebookVersion: book.version, influenceId },
  });
  await paper('First', of(under));
  await putInUse((await currentReview())?.id ?? '', book, true);
  await paper('Second', of(under));
  await paper('Third', of(above));
  const drawer = await open({}, { codebookId: book.id, influenceId: above });
  expect(drawer.textContent).toContain('3/3 papers');
  expect(shown(drawer)).toMatchObject({ counted: ['First', 'Second', 'Third'], apart: null });
  const said = [...drawer.querySelectorAll('section')].map((one) => [
    one.querySelector('a')?.textContent,
    /tagged with (.*?)by you/.exec(one.textContent ?? '')?.[1],
  ]);
  const label = influencesOf([book]).labelOf(of(under) as InfluenceRef);
  expect(Object.fromEntries(said)).toEqual({ First: label, Second: label, Third: undefined });
});

test.each([
  ['groups', 'Influences grouped by codebook, N = 1 paper '],
  ['papers', 'Influences by number of papers, N = 1 paper '],
])('the table is called by its order: %s', async (order, words) => {
  await paper('Only');
  await open({ order });
  expect(room.host.querySelector('caption')?.textContent).toContain(words);
});

test.each([
  [['NI'], 'Tags by you.'],
  [['Ana'], 'Tags by Ana.'],
  [['Ana', 'NI', 'Berta'], 'Tags by you, Ana and Berta.'],
])('whose tags are counted is said under the map: %s', async (coders, words) => {
  for (const name of coders) {
    await asCoder(name);
    await paper(`Of ${name}`);
  }
  await asCoder('NI');
  await open();
  expect(room.host.textContent).toContain(words);
});

test('an open drawer and the map both follow tags that are saved elsewhere', async () => {
  await asCoder('NI');
  await saveTag(newTag({ on: page('https://first.example/1', facts('10.5555/first', 'first')) }));
  location.hash = '#/map?codebook=psw-core&influence=training';
  room.showRoom(MapRoom);
  await expect.poll(() => room.host.querySelector('aside section')).toBeTruthy();
  for (const [at, name] of ['a', 'b', 'c'].entries()) {
    await saveTag(
      newTag({ on: page(`https://${name}.example/1`, facts(`10.5555/${name}`, name)) }),
    );
    await expect.poll(() => room.host.textContent).toContain(`N = ${at + 2} papers`);
    await expect.poll(() => room.host.querySelectorAll('aside section').length).toBe(at + 2);
  }
});
