/** What both commands say before they can do anything. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkNode, findBrowser, root } from '../../../scripts/browser.mjs';
import { idOfUnpacked } from '../../../scripts/launch.mjs';

describe('Node', () => {
  const good = ['20.19.0', '20.20.2', '22.13.0', '22.20.0', '24.0.0', '26.10.0'];
  test.each(good)('%s is good enough', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  const refused = ['9.99.0', '18.20.0', '20.18.9', '21.7.3', '22.0.0', '22.12.0', '23.11.0'];
  test.each(refused)('%s is refused with a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(
      `Bearing needs Node 20.19+, 22.13+ or 24+, and this is Node ${version}.`,
    );
  });
  test('package.json asks npm for the same', () => {
    const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe('^20.19.0 || ^22.13.0 || >=24.0.0');
  });
});

describe('CHROMIUM_PATH', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('wins when it exists', async () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    expect(await findBrowser()).toBe(process.execPath);
  });
  test('is named when it does not exist', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    await expect(findBrowser()).rejects.toThrow('/nowhere/chromium');
  });
});

test('an unpacked extension has the id that Chromium gives its folder', () => {
  // Read off a Chromium that had loaded an extension from this folder.
  expect(idOfUnpacked('/tmp/triv')).toBe('dlceegigmbaeddmobdmnpifcloehhepn');
});
