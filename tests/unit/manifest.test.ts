/**
 * What Bearing asks of the browser, pinned: a new permission, host or shortcut must be decided here, not
 * slip in. The manifest is resolved by WXT as for a build of each browser.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/browser.mjs';
import config from '../../wxt.config';

type Manifest = Record<string, unknown>;

async function manifestFor(browser: string): Promise<Manifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('wxt.config has no manifest function');
  const env = { browser, command: 'build', manifestVersion: 3, mode: 'production' } as const;
  return (await manifest(env)) as Manifest;
}

const EVERYWHERE = ['contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
/** Firefox's sidebar needs no permission. */
const PERMISSIONS: Record<string, string[]> = {
  chrome: [...EVERYWHERE, 'sidePanel'].sort(),
  firefox: EVERYWHERE,
};
const HOSTS = ['http://*/*', 'https://*/*'];
const COMMANDS = {
  _execute_action: 'Alt+Shift+B',
  'toggle-tagging': 'Alt+Shift+T',
  'side-panel': 'Alt+Shift+P',
};

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  test('asks for these permissions and no other', async () => {
    const { permissions, optional_permissions } = await manifestFor(browser);
    expect([...(permissions as string[])].sort()).toEqual(PERMISSIONS[browser]);
    expect(optional_permissions).toBeUndefined();
  });

  test('reaches http and https pages, never files or other schemes', async () => {
    const { host_permissions, optional_host_permissions } = await manifestFor(browser);
    expect(host_permissions).toEqual(HOSTS);
    expect(optional_host_permissions).toBeUndefined();
  });

  test('has these shortcuts, each with a description', async () => {
    const commands = (await manifestFor(browser)).commands as Record<
      string,
      { suggested_key: { default: string }; description?: string }
    >;
    expect(
      Object.fromEntries(
        Object.entries(commands).map(([name, command]) => [name, command.suggested_key.default]),
      ),
    ).toEqual(COMMANDS);
    for (const command of Object.values(commands)) expect(command.description).toBeTruthy();
  });

  test('loosens no policy and lets no page load its files by name, but for the toolbar', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest.content_security_policy).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources).toEqual([
      {
        resources: ['bar.html'],
        matches: HOSTS,
        // Its address changes with every start, where the browser can do that.
        ...(browser === 'chrome' && { use_dynamic_url: true }),
      },
    ]);
  });

  test('names icons that exist', async () => {
    const icons = (await manifestFor(browser)).icons as Record<string, string>;
    expect(Object.keys(icons)).toEqual(['16', '32', '48', '128']);
    for (const [size, file] of Object.entries(icons)) {
      const png = readFileSync(path.join(root, 'public', file));
      // Width and height stand in the first chunk of a PNG, at bytes 16 and 20.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
    }
  });
});

test('the manifest for firefox declares that no data is collected', async () => {
  expect((await manifestFor('firefox')).browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});

test('the versions agree: package.json, the newest changelog entry', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  expect(/^## (\d+\.\d+\.\d+)/m.exec(changelog)?.[1]).toBe(version);
});

/** Folders of builds that are here; `npm test` builds both before it comes to this file. */
const builds = ['chrome-mv3', 'firefox-mv3']
  .map((folder) => path.join(root, '.output', folder, 'manifest.json'))
  .filter((file) => existsSync(file));

test.each(builds)('the built %s asks for nothing more than the source says', (file) => {
  const built = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  expect(built.manifest_version).toBe(3);
  const browser = file.includes('firefox-mv3') ? 'firefox' : 'chrome';
  expect([...(built.permissions as string[])].sort()).toEqual(PERMISSIONS[browser]);
  // The panel is Chromium's side panel and Firefox's sidebar, which must not open by itself.
  if (browser === 'chrome') expect(built.side_panel).toEqual({ default_path: 'sidepanel.html' });
  else
    expect(built.sidebar_action).toMatchObject({
      default_panel: 'sidepanel.html',
      open_at_install: false,
    });
  expect(built.host_permissions).toEqual(HOSTS);
  expect(built.content_scripts).toEqual([
    { matches: HOSTS, js: ['guard.js'], run_at: 'document_start' },
    { matches: HOSTS, js: ['notice.js'], run_at: 'document_idle' },
  ]);
  for (const script of ['guard', 'notice', 'reader', 'tagging'])
    expect(existsSync(path.join(path.dirname(file), `${script}.js`)), script).toBe(true);
  const open = (built.web_accessible_resources ?? []) as { resources: string[] }[];
  const reachable = open.flatMap(({ resources }) => resources);
  expect(reachable).toEqual(['bar.html']);
});
