/** The map room seen through another codebook: its control, its notes, what is not linked, and the way behind a row. */
import { describe, expect, test } from 'vitest';
import { MapRoom } from '../../entrypoints/workspace/rooms/map/MapRoom';
import { currentReview, putInUse, saveTag, setLink } from '../../lib/store';
import { shipped } from '../support/codebooks';
import { button, buttonIn, inRoom, menuItem, press } from '../support/in-room';
import { facts, newTag, page } from '../unit/store/support';

const room = inRoom();

const on = (name: string) => {
  const id = name.toLowerCase();
  return page(`https://${id}.example/1`, facts(`10.5555/${id}`, name));
};

/** A paper of this title with a tag on each of these influences. */
async function paper(name: string, ...influences: string[]): Promise<void> {
  for (const [i, influenceId] of influences.entries()) {
    const codebookId = influenceId.startsWith('cfir22') ? 'cfir-2022' : 'psw-core';
    const { version: codebookVersion } = shipped(codebookId);
    const under = { codebookId, codebookVersion, influenceId };
    await saveTag(newTag({ on: on(name), quote: `Words ${i} of ${name}.`, ...under }));
  }
}

const IBRAHIM = 'ibrahim-2020';

async function show(through: string | null, hash = '#/map'): Promise<HTMLElement> {
  const usual = { unit: 'papers', denominator: 'all', secondHand: false, through };
  localStorage.setItem('bearing.map-options', JSON.stringify(usual));
  location.hash = hash;
  room.showRoom(MapRoom);
  await expect.poll(() => room.host.querySelector('table')).toBeTruthy();
  return room.host;
}

/** n/N of the rows that count anything, by the label with its note. */
const rows = () =>
  Object.fromEntries(
    [...room.host.querySelectorAll('tbody tr:has(button)')]
      .map((row) => [row.querySelector('button')?.textContent, row.children[2]?.textContent])
      .filter(([, count]) => !count?.startsWith('0/')),
  );

const notLinked = () =>
  [...room.host.querySelectorAll('section[aria-labelledby] li')].map((one) =>
    [...one.children].slice(0, 2).map(({ textContent }) => textContent),
  );

describe('the map seen through another codebook', () => {
  test('is chosen beside the denominator, kept as a preference, and left again', async () => {
    await paper('First', 'psw.training-peers', 'psw.training-staff', 'psw.supervision');
    await paper('Second', 'psw.pay');
    const host = await show(null);
    expect(rows()).toMatchObject({ Supervision: '1/2' });
    await press('Seen through: own codebooks');
    await expect.poll(() => menuItem('Influences on implementation')).toBeTruthy();
    await expect.poll(() => menuItem('NASSS')).toBeTruthy();
    menuItem('Influences on implementation').click();
    await expect.poll(rows).toEqual({ Training: '1/2', 'Financial arrangements': '1/2' });
    expect(host.textContent).toContain('3 of 4 tagged influences are linked to it');
    expect(host.textContent).toContain('exported files count without this');
    expect(JSON.parse(localStorage.getItem('bearing.map-options') ?? '')).toMatchObject({
      through: IBRAHIM,
      denominator: 'all',
    });
    await expect
      .poll(() => document.activeElement === button(/^Seen through: Influences on/))
      .toBe(true);
    await press('Seen through: Influences on');
    menuItem('Own codebooks').click();
    await expect.poll(() => rows().Supervision).toBe('1/2');
    expect(host.textContent).not.toContain('tagged influences are linked');
  });

  test('reports which links pass through which codebook, at the row too', async () => {
    await putInUse((await currentReview())?.id ?? '', shipped('cfir-2022'), true).catch(() => {});
    await paper('First', 'cfir22.inner.culture', 'psw.pay');
    const host = await show(IBRAHIM);
    await expect.poll(() => host.textContent).toContain('1 link passes through');
    const [culture] = Object.keys(rows()).filter((label) => label.includes('culture'));
    expect(culture).toContain('through ');
    expect(Object.keys(rows())).toContain('Financial arrangements');
  });

  test('of a codebook that is gone is that of the review’s own', async () => {
    await paper('First', 'psw.supervision');
    await show('gone');
    await expect.poll(rows).toEqual({ Supervision: '1/1' });
    expect(button('Seen through: own codebooks')).toBeTruthy();
  });

  test('counts a paper once in a broader influence, and reports that', async () => {
    await paper('First', 'cfir22.roles.high-level-leaders');
    const host = await show('cfir-2022');
    await expect
      .poll(() => host.textContent)
      .toContain('A broader influence counts a paper once, with all that is tagged under it.');
  });
});

describe('what is not linked', () => {
  test('is listed with its numbers, and is linked from there', async () => {
    await paper('First', 'psw.supervision', 'psw.pay');
    await paper('Second', 'psw.supervision');
    const host = await show(IBRAHIM);
    await expect.poll(notLinked).toEqual([['Supervision', '2 tags in 2 papers']]);
    expect(rows()).toEqual({ 'Financial arrangements': '1/2' });
    await press('Link Supervision to …', { within: host });
    await expect.poll(() => document.querySelector('[role^=menuitem]')).toBeTruthy();
    menuItem('Training').click();
    await expect.poll(() => rows().Training).toBe('2/2');
    expect(notLinked()).toEqual([]);
    expect((await currentReview())?.links).toEqual([
      {
        from: { codebookId: 'psw-core', influenceId: 'psw.supervision' },
        to: { codebookId: IBRAHIM, influenceId: 'ibrahim2020.training' },
        on: true,
      },
    ]);
  });
});

describe('behind a row', () => {
  const drawer = async (influence: string) => {
    await show(IBRAHIM, `#/map?codebook=${IBRAHIM}&influence=ibrahim2020.${influence}`);
    await expect.poll(() => room.host.querySelector('aside section')).toBeTruthy();
    return room.host.querySelector('aside') as HTMLElement;
  };

  test('each tag is shown with its own influence and the way, and a link is switched off', async () => {
    await paper('First', 'psw.training-peers');
    await paper('Second', 'cfir22.inner.knowledge');
    const aside = await drawer('training');
    expect(aside.querySelectorAll('a')).toHaveLength(2);
    expect(aside.textContent).toContain('Training of peer workers, linked by a crosswalk');
    expect(aside.textContent).toMatch(
      /Access to Knowledge & Information \(CFIR 2022\), through starter codebook: Training of peer workers and starter codebook: Preparation of non-peer staff/,
    );
    buttonIn(aside, /^Not a link: Training of peer workers/).click();
    await expect.poll(() => aside.querySelectorAll('a').length).toBe(1);
    expect(rows()).toEqual({ [Object.keys(rows())[0] ?? '']: '1/2' });
    await expect.poll(notLinked).toEqual([['Training of peer workers', '1 tag in 1 paper']]);
  });

  test('a link of the reader’s own is called that', async () => {
    await paper('First', 'psw.supervision');
    await setLink(
      (await currentReview())?.id ?? '',
      { codebookId: 'psw-core', influenceId: 'psw.supervision' },
      { codebookId: IBRAHIM, influenceId: 'ibrahim2020.training' },
      true,
    );
    expect((await drawer('training')).textContent).toContain('Supervision, linked by you');
  });

  test('without the lens mentions no links', async () => {
    await paper('First', 'psw.pay');
    await show(null, '#/map?codebook=psw-core&influence=psw.pay');
    await expect.poll(() => room.host.querySelector('aside section')).toBeTruthy();
    expect(room.host.textContent).not.toContain('linked');
    expect(button(/^Not a link/)).toBeUndefined();
  });
});
