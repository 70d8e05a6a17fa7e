/**
 * What a page can see of an extension: every message, event, global, DOM change, highlight, style sheet and
 * stored item, recorded from the page's first line on.
 *
 * Events are the hard part, as a page hears only names that it listens for. So the recorded build has one more
 * page script in front of ours, which reports each event that our isolated world dispatches, whatever its name.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Evaluates } from '../../scripts/ui.mjs';

/** The name under which the recorder reports to the page. */
const REPORT = 'recorded-by-the-test';

/** In our isolated world, before our scripts: passes the name of each dispatched event on to the page. */
const RECORDER = `(() => {
  const dispatch = EventTarget.prototype.dispatchEvent;
  const report = (what) => dispatch.call(document, new CustomEvent('${REPORT}', { detail: what }));
  EventTarget.prototype.dispatchEvent = function (event) {
    report(event.type);
    return dispatch.call(this, event);
  };
})();`;

/** A copy of a built extension whose page scripts report what they dispatch. `remove` deletes it. */
export function recordedBuild(built: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'bearing-recorded-'));
  cpSync(built, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    content_scripts: { js: string[]; run_at?: string }[];
  };
  writeFileSync(path.join(folder, 'recorder.js'), RECORDER);
  for (const script of manifest.content_scripts) script.js.unshift('recorder.js');
  writeFileSync(file, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Seen {
  messages: string[];
  events: string[];
  globals: string[];
  changes: string[];
  highlights: string[];
  sheets: number;
  stored: string[];
  resources: string[];
}

export const NOTHING_SEEN: Seen = {
  messages: [],
  events: [],
  globals: [],
  changes: [],
  highlights: [],
  sheets: 0,
  stored: [],
  resources: [],
};

interface PageRecord {
  messages: string[];
  events: string[];
  changes: string[];
  globals: string[];
}
declare global {
  var pageRecord: PageRecord | undefined;
}

/** A tab in which a script can be put before those of its pages. */
interface Tab {
  addInitScript(script: (argument: string) => void, argument: string): Promise<unknown>;
}

/** Starts recording in every document that `page` will show, past its policy and before its scripts. */
export async function recordPage(page: Tab): Promise<void> {
  await page.addInitScript((report) => {
    const record: PageRecord = { messages: [], events: [], changes: [], globals: [] };
    globalThis.pageRecord = record;
    addEventListener('message', (event) => record.messages.push(JSON.stringify(event.data)), true);
    addEventListener(report, (event) => record.events.push((event as CustomEvent).detail), true);
    const describe = (change: MutationRecord) => {
      const target = change.target.nodeName.toLowerCase();
      if (change.type === 'attributes') return `${target}@${change.attributeName}`;
      if (change.type === 'characterData') return `${target} text`;
      const names = (nodes: NodeList, sign: string) =>
        [...nodes].map((node) => ` ${sign}${node.nodeName.toLowerCase()}`).join('');
      return `${target}${names(change.addedNodes, '+')}${names(change.removedNodes, '-')}`;
    };
    addEventListener('DOMContentLoaded', () => {
      record.globals = Object.getOwnPropertyNames(globalThis);
      // What the browser dispatches at an element that is not the page's; heard from here on, because this script runs
      // before any of a page could, and so before our guard.
      const names = new Set<string>(['focusin', 'focusout', 'compositionstart']);
      for (const owner of [window, Document.prototype, HTMLElement.prototype, Element.prototype])
        for (let one: object | null = owner; one; one = Object.getPrototypeOf(one))
          for (const name of Object.getOwnPropertyNames(one))
            if (name.startsWith('on')) names.add(name.slice(2));
      const isOurs = (target: EventTarget | null) =>
        target instanceof Element &&
        target.localName === 'div' &&
        target.parentNode === document.documentElement;
      for (const name of names)
        addEventListener(
          name,
          ({ target }) => isOurs(target) && record.events.push(`${name}@div`),
          true,
        );
      new MutationObserver((changes) => record.changes.push(...changes.map(describe))).observe(
        document,
        { subtree: true, childList: true, attributes: true, characterData: true },
      );
    });
  }, REPORT);
}

/** What the page has seen since its first line, or since the last `forget`. */
export function seenBy(page: Evaluates): Promise<Seen> {
  return page.evaluate(() => {
    const record = globalThis.pageRecord;
    if (!record) throw new Error('this page is not recorded');
    const before = new Set(record.globals);
    return {
      messages: record.messages,
      events: record.events,
      globals: Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name)),
      changes: record.changes,
      highlights: [...CSS.highlights.keys()].sort(),
      sheets: document.adoptedStyleSheets.length,
      stored: [...Object.keys(sessionStorage), ...Object.keys(localStorage)].sort(),
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.startsWith('http')),
    };
  });
}
