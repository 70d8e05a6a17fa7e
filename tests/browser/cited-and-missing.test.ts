/** The card of a citation, with what the review knows of it, and what can be done about a quote that is not on the page. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { barCommands } from '../../entrypoints/tagging.content/mode/bar-commands';
import { cardOf, chosenOf, handOf, panelOf } from '../../entrypoints/tagging.content/mode/state';
import type { BarCommand } from '../../lib/messaging';
import { controllerHere, type Here } from '../support/controller-here';
import { background, tagElsewhere } from '../support/fake-background';

vi.mock('wxt/browser', async () => (await import('../support/fake-background')).fakeBrowser());
const asked = vi.hoisted(() => ({ command: (_: unknown): void => undefined }));
vi.mock('../../entrypoints/tagging.content/mode/bar-commands', async (original) => {
  const real = await original<{ barCommands: typeof barCommands }>();
  return {
    barCommands: (parts: Parameters<typeof barCommands>[0]) => {
      asked.command = real.barCommands(parts) as (command: unknown) => void;
      return asked.command;
    },
  };
});

const QUOTE =
  'Regular supervision by an experienced peer was associated with staying in the post for two years.';
const OTHER = 'Training of peer workers was short and of little use to them.';
const PAGE = `<article><h1>A study of peer workers</h1><h2>Results</h2>
<p id="tagged">${QUOTE}</p>
<p>${OTHER} <span id="marker"><a href="#r1">[1]</a></span> Pay was not mentioned.</p>
<p>A further paragraph of the article, so that there is enough to read in it for any reader.</p>
<h2>References</h2><ol>
<li id="r1">Ibrahim N. A work on supervision. J Peer Work 2020. <a href="https://doi.org/10.5555/one">doi</a></li>
<li id="r2">Amara L. Another work on training. J Peer Work 2021. <a href="https://doi.org/10.5555/two">doi</a></li>
</ol></article>`;

let here: Here;
const press = (command: BarCommand) => asked.command(command);
const is = (what: () => unknown) => expect.poll(what, { timeout: 5_000 });

beforeEach(() => {
  here = controllerHere(PAGE);
});
afterEach(() => here.end());

describe('the card of a citation', () => {
  beforeEach(async () => {
    here.controller.start();
    await here.barIsThere();
    await here.textIsRead();
    background.cited = { '10.5555/one': 3 };
    await userEvent.hover(document.querySelector('#marker a') as Element);
    await is(() => cardOf(here.state())?.known).toEqual([null]);
  });

  test('reports how many papers of the review cite the work', async () => {
    await is(() => cardOf(here.state())?.cited).toEqual([3]);
  });

  test('l puts the work on the list, once', async () => {
    await userEvent.keyboard('l');
    await is(() => cardOf(here.state())?.known?.[0]?.paperId).toBe('listed');
    await userEvent.keyboard('l');
    expect(background.listed.map(({ paper }) => paper?.doi)).toEqual(['10.5555/one']);
    expect(background.listed[0]).toMatchObject({
      representation: 'list',
      paper: { sources: { doi: 'site' } },
    });
  });

  test('and so does its button, also with a statement chosen', async () => {
    const [reference] = cardOf(here.state())?.references ?? [];
    press({ do: 'list-reference', id: reference?.id ?? '' });
    await is(() => background.listed.length).toBe(1);
  });
});

describe('a quote that is not on the page', () => {
  const missing = () => here.state().notFound.map(({ statementId }) => statementId);
  const deed = (deed: 'similar' | 'choose' | 'delete') =>
    press({ do: 'not-found', deed, statementId: 'statement' });
  const change = (words: string) => {
    const passage = document.getElementById('tagged');
    if (passage) passage.textContent = words;
  };

  beforeEach(async () => {
    tagElsewhere(document.getElementById('tagged') as Element, QUOTE);
    change(
      'Staying in the post for two years was linked to supervision, regular and by a peer with experience.',
    );
    await here.controller.refresh();
    await is(missing).toEqual(['statement']);
  });

  test('its tag is carried to the sentence that is most like it, and put down there', async () => {
    here.controller.start();
    await here.barIsThere();
    deed('similar');
    await is(() => chosenOf(here.state())?.quote).toMatch(/^Staying in the post/);
    expect(handOf(here.state()).kind).toBe('moving');
    await userEvent.keyboard('{Enter}');
    await is(missing).toEqual([]);
    expect(here.found()).toEqual([expect.stringMatching(/^Staying in the post/)]);
    expect(background.tags).toHaveLength(1);
  });

  test('where no sentence is like it that is reported, and the tag stays where it is', async () => {
    change('Nothing of the kind.');
    here.controller.start();
    deed('similar');
    await is(() => here.state().problem).toBe('No sentence of this page is like it.');
    expect(chosenOf(here.state())).toBeNull();
    expect(background.asked).not.toContain('tags/move');
  });

  test('its tag is carried until a passage is chosen', async () => {
    here.controller.start();
    await here.barIsThere();
    await here.textIsRead();
    deed('choose');
    expect(handOf(here.state())).toMatchObject({ kind: 'moving', under: { kind: 'empty' } });
    await userEvent.click(document.querySelector('p:not(#tagged)') as Element, {
      position: { x: 40, y: 8 },
    });
    await is(() => chosenOf(here.state())?.quote).toMatch(/^Training/);
    await userEvent.keyboard('{Enter}');
    await is(missing).toEqual([]);
  });

  test('its tags are deleted', async () => {
    here.controller.start();
    deed('delete');
    await is(() => background.tags.length).toBe(0);
    await is(missing).toEqual([]);
  });

  test('a tab that was opened for it offers this at once, and only once', async () => {
    background.show = 'statement';
    await here.controller.refresh();
    await is(() => panelOf(here.state()).kind).toBe('not-found');
    here.session.panels.show('none');
    await here.controller.refresh();
    expect(panelOf(here.state()).kind).toBe('none');
  });
});
