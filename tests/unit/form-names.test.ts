/**
 * A control named like a property hides that property on its form: so what may be a form of the page is asked
 * through `lib/dom` only. `tests/browser/form-names.test.ts` shows what comes of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/browser.mjs';
import { sources } from '../../scripts/sources.mjs';
import { formReads } from '../support/form-reads';

/** Where pages are read: what shows pages of our own meets no node of another's. */
const READS_PAGES = /^(?:lib\/|entrypoints\/(?:notice|reader|guard|tagging)\.)/;

const READ = `
declare const element: Element, node: Node | null, own: HTMLDivElement, mixed: Text | HTMLElement;
element.id;
node?.parentElement;
element['tagName'];
const { localName } = element;
mixed.textContent;
const f = <T extends Element>(one: T) => one.children;
const g = ({ className }: HTMLElement) => className;
(element as { hidden?: boolean }).hidden;
(element as Partial<HTMLIFrameElement>).contentDocument;
'host' in element;
`;
const NOT_READ = `
declare const text: Text, own: HTMLDivElement, event: Event, tag: { id: string };
text.parentElement;
own.id;
event.target;
tag.id;
document.head.id;
export {};
`;

const folder = mkdtempSync(path.join(tmpdir(), 'form-reads-'));
afterAll(() => rmSync(folder, { recursive: true }));

const samples = [READ, NOT_READ].map((code, i) => {
  const file = path.join(folder, `sample-${i}.ts`);
  writeFileSync(file, code);
  return file;
});
const files = sources()
  .filter((file) => READS_PAGES.test(file))
  .map((file) => path.join(root, file));
const found = formReads([...files, ...samples]);
const lines = (file: string | undefined) =>
  (found.get(file ?? '') ?? []).map((one) => Number(/:(\d+) /.exec(one)?.[1]));

it('reads of what may be a form are found, and no others', () => {
  expect(lines(samples[0])).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(lines(samples[1])).toEqual([]);
});

it('no page is read past lib/dom', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap((file) => found.get(file) ?? [])).toEqual([]);
});
