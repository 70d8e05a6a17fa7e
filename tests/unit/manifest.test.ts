/**
 * What Bearing asks of the browser, pinned: a new permission, host or shortcut must be decided here, not
 * slip in. The manifest is resolved by WXT as for a build of each browser.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
/** Files are read where the reader allows it in the browser's list of extensions; no script runs in them. */
const REACHED: Record<string, string[]> = { chrome: [...HOSTS, 'file:///*'], firefox: HOSTS };
/** By the reader of PDFs: the document that was opened, and pdf.js's packaged data. */
const FETCHED = "'self' http: https: file:";
const COMMANDS = {
  _execute_action: 'Alt+Shift+B',
  'toggle-tagging': 'Alt+Shift+T',
  'side-panel': 'Alt+Shift+P',
};

/**
 * What a policy allows of each kind of request, where it does not say so by falling back to another directive.
 * @param connect what it lets be fetched
 */
function expectNoWayOut(policy: string, connect = "'none'"): void {
  const said = new Map(
    policy.split(';').map((one) => {
      const [directive = '', ...sources] = one.trim().split(/\s+/);
      return [directive, sources.join(' ')];
    }),
  );
  const own = ['script-src', 'style-src', 'img-src', 'worker-src', 'frame-src'];
  const kinds = 'connect font frame child img manifest media object prefetch script style worker';
  for (const kind of kinds.split(' ').map((name) => `${name}-src`)) {
    const otherwise = kind === 'worker-src' ? said.get('script-src') : said.get('default-src');
    const allowed = kind === 'connect-src' ? connect : own.includes(kind) ? "'self'" : "'none'";
    expect([kind, said.get(kind) ?? otherwise]).toEqual([kind, allowed]);
  }
  // These two fall back to nothing.
  expect(said.get('base-uri')).toBe("'none'");
  expect(said.get('form-action')).toBe("'none'");
}

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  test('asks for these permissions and no other', async () => {
    const { permissions, optional_permissions } = await manifestFor(browser);
    expect([...(permissions as string[])].sort()).toEqual(PERMISSIONS[browser]);
    expect(optional_permissions).toBeUndefined();
  });

  test('reaches http and https pages, and in Chromium files that the reader allows', async () => {
    const { host_permissions, optional_host_permissions } = await manifestFor(browser);
    expect(host_permissions).toEqual(REACHED[browser]);
    expect(optional_host_permissions).toBeUndefined();
  });

  test('runs once for ordinary and private windows', async () => {
    expect((await manifestFor(browser)).incognito).toBe('spanning');
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

  test('lets nothing be reached but what the reader of PDFs fetches', async () => {
    const policy = (await manifestFor(browser)).content_security_policy as Record<string, string>;
    expect(Object.keys(policy)).toEqual(['extension_pages']);
    expectNoWayOut(policy.extension_pages ?? '', FETCHED);
  });

  test('lets no page load its files by name, but for the toolbar', async () => {
    const manifest = await manifestFor(browser);
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

test('the manifest for firefox declares that no data is collected, to versions that read it', async () => {
  expect((await manifestFor('firefox')).browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] }, strict_min_version: '140.0' },
    gecko_android: { strict_min_version: '142.0' },
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
  expect(built.host_permissions).toEqual(REACHED[browser]);
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

/** Pages of the builds that are here. */
const pages = builds.flatMap((file) =>
  readdirSync(path.dirname(file))
    .filter((name) => name.endsWith('.html'))
    .map((name) => path.join(path.dirname(file), name)),
);

/** The reader of PDFs alone is left to the manifest's policy. */
const narrowed = pages.filter((file) => !file.endsWith('/pdf.html'));

test.each(narrowed)('%s narrows the policy by itself, before anything that it loads', (file) => {
  const html = readFileSync(file, 'utf8');
  const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
  expectNoWayOut((meta?.[1] ?? '').replaceAll('&#39;', "'"));
  expect(html.search(/<(script|link|style)/)).toBeGreaterThan(meta?.index ?? Infinity);
});
