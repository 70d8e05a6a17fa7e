/** What both commands say before they can do anything. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkNode, findBrowser } from '../../../scripts/browser.mjs';
import { idOfUnpacked } from '../../../scripts/launch.mjs';

describe('the oldest Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '26.10.0'])('%s is new enough', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  test.each(['20.18.9', '18.20.0', '9.99.0'])('%s is refused with a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(
      `Bearing needs Node 20.19 or newer, and this is Node ${version}.`,
    );
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
