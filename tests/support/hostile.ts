/** Pages that do not mean well: the demonstration article with a script before everything else, under any headers. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from '../../scripts/browser.mjs';

const FIXTURES = path.join(root, 'tests', 'fixtures');

export interface Hostile {
  url(kind: { script?: 'listen' | 'quiet'; headers?: Record<string, string> }): string;
  close(): Promise<void>;
}

export async function startHostile(): Promise<Hostile> {
  const article = readFileSync(path.join(FIXTURES, 'demo', 'peer-support-demo.html'), 'utf8');
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = searchParams.get('script') === 'listen' ? 'listen' : 'quiet';
    const script = readFileSync(path.join(FIXTURES, 'hostile', `${name}.js`), 'utf8');
    const headers = JSON.parse(searchParams.get('headers') ?? '{}') as Record<string, string>;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(article.replace(/<head>/, () => `<head><script>${script}</script>`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: ({ script = 'quiet', headers = {} }) =>
      `http://127.0.0.1:${port}/articles/peer-support-demo?${new URLSearchParams({
        script,
        headers: JSON.stringify(headers),
      })}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The fixture of Playwright by which a test gets `hostile`: one server a worker. */
export const hostileFixture = [
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
  async ({}: object, use: (hostile: Hostile) => Promise<void>): Promise<void> => {
    const hostile = await startHostile();
    await use(hostile);
    await hostile.close();
  },
  { scope: 'worker' as const },
] as const;
