/** Settings while the store changes under it: what is typed, chosen and asked stays what the reader typed, chose and was asked. */
import { flushSync } from 'react-dom';
import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { followTheme } from '../../components/page/theme';
import { History } from '../../entrypoints/workspace/rooms/settings/History';
import { SetAside } from '../../entrypoints/workspace/rooms/settings/SetAside';
import { SettingsRoom } from '../../entrypoints/workspace/rooms/settings/SettingsRoom';
import { newId, withSite } from '../../lib/model';
import * as store from '../../lib/store';
import { db } from '../../lib/store/db';
import { button, inRoom, nameOf, type } from '../support/in-room';
import { newTag } from '../unit/store/support';

const shown = inRoom();
const { show } = shown;
// The fake browser has no commands.
beforeEach(() => Object.assign(browser, { commands: { getAll: async () => [] } }));

const here = <E extends Element = HTMLElement>(selector: string) =>
  shown.host.querySelector<E>(selector);
const saidHere = () =>
  [...shown.host.querySelectorAll('[role=status]')].map((one) => one.textContent);

describe('the switches of reading', () => {
  test.each([
    { label: 'Open tagged papers with their highlights shown', field: 'showTagsOnOpen' },
    {
      label: 'Suggest influences for a statement without being asked, where one is likely',
      field: 'suggestUnasked',
    },
  ] as const)('$label: each changes its own field', async ({ label, field }) => {
    await store.ensureReview();
    const before = await store.settings();
    shown.showRoom(SettingsRoom);
    const box = () => {
      const found = [...shown.host.querySelectorAll('label')].find(
        (one) => one.textContent === label,
      );
      return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement | null;
    };
    await expect.poll(() => box()?.checked).toBe(before[field]);
    box()?.click();
    await expect.poll(() => store.settings()).toEqual({ ...before, [field]: !before[field] });
    await expect.poll(() => box()?.checked).toBe(!before[field]);
  });
});

describe('quiet sites', () => {
  test('the keyboard goes from a removed one to the next, and from the last to the field', async () => {
    await store.ensureReview();
    await store.changeSettings({ quietHosts: ['a.example', 'b.example'] });
    shown.showRoom(SettingsRoom);
    const remove = (host: string) => here<HTMLButtonElement>(`[aria-label="Remove ${host}"]`);
    await expect.poll(() => remove('b.example')).not.toBeNull();
    remove('b.example')?.click();
    await expect.poll(() => remove('b.example')).toBeNull();
    expect(document.activeElement).toBe(remove('a.example'));
    remove('a.example')?.click();
    await expect.poll(() => remove('a.example')).toBeNull();
    expect((document.activeElement as HTMLInputElement).placeholder).toBe('journal.example');
  });

  test('one that another window has added meanwhile stays', async () => {
    await store.changeSettings({ quietHosts: ['a.example'] });
    const adding = (host: string) =>
      store.changeSettings(({ quietHosts }) => ({ quietHosts: withSite(quietHosts, host, true) }));
    await Promise.all([adding('b.example'), adding('c.example')]);
    expect((await store.settings()).quietHosts).toEqual(['a.example', 'b.example', 'c.example']);
  });

  const sites = () =>
    [...shown.host.querySelectorAll('[aria-label="Quiet sites"] bdi')].map(
      (one) => one.textContent,
    );
  const field = () =>
    [...shown.host.querySelectorAll<HTMLInputElement>('input')].find(
      (one) => one.placeholder === 'journal.example',
    ) as HTMLInputElement;

  test('one is added by its address, and removed', async () => {
    await store.ensureReview();
    shown.showRoom(SettingsRoom);
    await expect.poll(field).toBeTruthy();
    flushSync(() => type(field(), 'https://www.journal.example/articles/1'));
    field().form?.requestSubmit();
    await expect.poll(sites).toEqual(['journal.example']);
    expect((await store.settings()).quietHosts).toEqual(['journal.example']);
    button('Remove journal.example')?.click();
    await expect.poll(sites).toEqual([]);
  });

  test('what is not a site is refused with a sentence', async () => {
    await store.ensureReview();
    shown.showRoom(SettingsRoom);
    await expect.poll(field).toBeTruthy();
    flushSync(() => type(field(), 'no site'));
    field().form?.requestSubmit();
    await expect.poll(() => field().getAttribute('aria-invalid')).toBe('true');
    expect((await store.settings()).quietHosts).toEqual([]);
  });
});

test('the current review is the first of the reviews', async () => {
  await store.createReview({ name: 'A first in the alphabet' });
  await store.createReview({ name: 'The current one' });
  shown.showRoom(SettingsRoom);
  const names = () =>
    [...shown.host.querySelectorAll<HTMLInputElement>('li input')].map(({ value }) => value);
  await expect.poll(names).toEqual(['The current one', 'A first in the alphabet']);
});

describe('the theme', () => {
  const surface = () => getComputedStyle(document.body).getPropertyValue('--surface').trim();
  const choose = async (name: string) => {
    const radio = () =>
      [...shown.host.querySelectorAll('label')].find((one) => one.textContent === name);
    await expect.poll(radio).toBeTruthy();
    radio()?.click();
  };

  test('is that of the system, or as it was chosen, and can be the system’s again', async () => {
    await store.ensureReview();
    followTheme();
    const system = surface();
    shown.showRoom(SettingsRoom);
    await choose('Dark');
    await expect.poll(surface).toBe('#17191d');
    await choose('Light');
    await expect.poll(surface).toBe('#ffffff');
    await choose('As the system');
    await expect.poll(surface).toBe(system);
  });
});

describe('a record that is being repaired', () => {
  /** So many tags whose stance cannot be read are set aside. */
  async function setAside(count: number): Promise<void> {
    const { tag } = await store.saveTag(newTag({ quote: 'One.' }));
    await db.quarantine.bulkPut(
      Array.from({ length: count }, (_, i) => ({
        id: `set-aside-${String(i).padStart(3, '0')}`,
        table: 'tags',
        at: tag.createdAt,
        problems: ['stance: bad'],
        record: { ...tag, id: newId(), stance: 'none such' },
      })),
    );
  }
  const area = () => here<HTMLTextAreaElement>('textarea');
  const typed = () => area()?.value;
  async function openFirst(): Promise<HTMLTextAreaElement> {
    await expect.poll(() => button(/^Repair /)).toBeTruthy();
    button(/^Repair /)?.click();
    await expect.poll(area).toBeTruthy();
    return area() as HTMLTextAreaElement;
  }

  test('begins with the wrong value selected, and keeps selection and focus when a tag is saved elsewhere', async () => {
    await setAside(1);
    show(
      <>
        <SetAside />
        <input aria-label="elsewhere" />
      </>,
    );
    const field = await openFirst();
    const { selectionStart, selectionEnd } = field;
    expect(field.value.slice(selectionStart, selectionEnd)).toBe('"none such"');
    field.setSelectionRange(10, 10);
    const elsewhere = here<HTMLInputElement>('input');
    elsewhere?.focus();
    await store.saveTag(newTag({ quote: 'Two.', influenceId: 'pay' }));
    // Its own record is dismissed elsewhere once the list has followed: a later answer of the same query.
    await db.quarantine.put({
      ...{ id: 'set-aside-999', table: 'tags', at: '2026-01-01T00:00:00.000Z' },
      ...{ problems: ['stance: bad'], record: { id: newId() } },
    });
    await expect.poll(() => here('h2')?.textContent).toBe('Set aside: 2');
    expect(document.activeElement).toBe(elsewhere);
    expect([field.selectionStart, field.selectionEnd]).toEqual([10, 10]);
  });

  test('keeps its words and the focus while the list is scrolled away and back', async () => {
    await setAside(60);
    show(<SetAside />);
    const field = await openFirst();
    type(field, '{"half": "typed"}');
    const list = here('section[tabindex="0"]') as HTMLElement;
    const lastDrawn = () =>
      Math.max(...[...list.querySelectorAll('li')].map((li) => Number(li.ariaPosInSet)));
    list.scrollTop = list.scrollHeight;
    await expect.poll(lastDrawn).toBe(60);
    expect(typed()).toBe('{"half": "typed"}');
    expect(document.activeElement).toBe(field);
    list.scrollTop = 0;
    await expect.poll(() => list.querySelectorAll('li[data-index]')[1]?.ariaPosInSet).toBe('2');
    expect(typed()).toBe('{"half": "typed"}');
  });

  test('keeps its words when the list becomes a short one, or another record is opened meanwhile', async () => {
    await setAside(13);
    show(<SetAside />);
    type(await openFirst(), '{"half": "typed"}');
    await db.quarantine.delete('set-aside-012');
    await expect.poll(() => here('ul[aria-label]')).toBeTruthy();
    expect(typed()).toBe('{"half": "typed"}');
    const rows = () => [...shown.host.querySelectorAll<HTMLElement>('[data-opens="repair"]')];
    rows()[1]?.click();
    await expect.poll(typed).toContain('none such');
    rows()[0]?.click();
    await expect.poll(typed).toBe('{"half": "typed"}');
    button('Cancel')?.click();
    await expect.poll(area).toBeNull();
    rows()[0]?.click();
    await expect.poll(typed).toContain('none such');
  });
});

describe('forgetting history', () => {
  const day = () => here<HTMLInputElement>('input[type=date]') as HTMLInputElement;
  const ask = () => button(/^Forget .*…$/) as HTMLButtonElement;
  const commands = async () => (await db.steps.orderBy('counter').toArray()).map((s) => s.command);
  /** Five steps: the first two of 1 and 2 January, the others of today. */
  async function history(): Promise<void> {
    for (const quote of ['a', 'b', 'c', 'd']) await store.saveTag(newTag({ quote }));
    const [first, second] = await db.steps.orderBy('counter').toArray();
    await db.steps.update(first?.id ?? '', { at: '2026-01-01T09:00:00.000Z' });
    await db.steps.update(second?.id ?? '', { at: '2026-01-02T09:00:00.000Z' });
    show(<History />);
  }
  const today = () => day().max;

  test('has no day to begin with, and says how much goes before it asks', async () => {
    await history();
    expect(day().value).toBe('');
    expect(ask().disabled).toBe(true);
    type(day(), today());
    await expect.poll(() => nameOf(ask())).toBe('Forget 5 steps…');
    type(day(), '2025-01-01');
    await expect.poll(saidHere).toContain('There is no history to forget up to that day.');
    expect(ask().disabled).toBe(true);
  });

  test('is asked about with its day and number, keeps it unless told twice, and then says so', async () => {
    await history();
    type(day(), '2026-01-02');
    await expect.poll(() => nameOf(ask())).toBe('Forget 2 steps…');
    ask().click();
    await expect.poll(() => nameOf(document.activeElement)).toBe('Keep it');
    const question = here('[role=group]')?.textContent ?? '';
    expect(question).toContain('2 steps');
    expect(question).toMatch(/2026/);
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await expect.poll(() => document.activeElement).toBe(ask());
    expect(here('[role=group]')).toBeNull();
    expect(await commands()).toHaveLength(5);
    ask().click();
    await expect.poll(() => button('Forget 2 steps')).toBeTruthy();
    button('Forget 2 steps')?.click();
    await expect.poll(saidHere).toContain('2 steps forgotten. They cannot be undone any more.');
    expect(document.activeElement).toBe(day());
    expect(await commands()).toEqual(['save-tag', 'save-tag', 'save-tag', 'forget-history']);
  });

  test('acts on the day that is shown, never on the answer of an earlier one', async () => {
    await history();
    type(day(), today());
    await expect.poll(() => nameOf(ask())).toBe('Forget 5 steps…');
    ask().click();
    await expect.poll(() => button('Forget 5 steps')).toBeTruthy();
    flushSync(() => type(day(), '2026-01-02'));
    expect(button('Forget 5 steps')).toBeUndefined();
    expect(ask().disabled).toBe(true);
    await expect.poll(() => nameOf(ask())).toBe('Forget 2 steps…');
  });
});

describe('the name and the question of a review', () => {
  const labelled = (label: string) => {
    const found = [...shown.host.querySelectorAll('label')].find(
      (one) => one.textContent === label,
    );
    return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
  };
  const name = () => labelled('Name (current review)');
  const question = () => labelled('Question');
  const stored = async () => {
    const found = await store.currentReview();
    return [found?.name, found?.question];
  };
  const leave = async () => {
    for (const field of [name(), question()]) {
      field.focus();
      field.blur();
    }
    // A write that would come of it is done before this one.
    await store.changeSettings({ showTagsOnOpen: false });
  };
  beforeEach(async () => {
    await store.ensureReview();
    shown.showRoom(SettingsRoom);
    await expect.poll(name).toBeTruthy();
  });

  test('follow the store, and leaving them writes no old words back', async () => {
    const review = await store.currentReview();
    type(name(), 'Typed here');
    await leave();
    await expect.poll(stored).toEqual(['Typed here', '']);
    await store.changeReview(review?.id ?? '', { name: 'Renamed', question: 'Asked elsewhere' });
    await expect
      .poll(() => [name().value, question().value])
      .toEqual(['Renamed', 'Asked elsewhere']);
    await leave();
    expect(await stored()).toEqual(['Renamed', 'Asked elsewhere']);
  });

  test('are saved as typed, without the spaces around; an emptied name is shown again', async () => {
    type(name(), '  Another  ');
    type(question(), ' Which? ');
    await leave();
    await expect.poll(stored).toEqual(['Another', 'Which?']);
    type(name(), '  ');
    type(question(), '');
    await leave();
    await expect.poll(stored).toEqual(['Another', '']);
    await expect.poll(() => name().value).toBe('Another');
  });
});

test('two clicks on “Join into” join once, and report nothing wrong', async () => {
  await store.ensureReview();
  const current = await store.currentReview();
  await store.createReview({ name: 'Other', codebooks: current?.codebooks ?? [] });
  await store.changeSettings({ currentReviewId: current?.id ?? '' });
  shown.showRoom(SettingsRoom);
  await expect.poll(() => button(/^Join into/)).toBeTruthy();
  const join = button(/^Join into/);
  flushSync(() => join?.click());
  flushSync(() => join?.click());
  await expect.poll(() => button(/^Join into/)).toBeUndefined();
  await expect.poll(() => shown.host.textContent).not.toContain('Other');
  expect(here('[role=alert]')).toBeNull();
});
