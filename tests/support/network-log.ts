/**
 * Every request the browser makes, whoever makes it: the browser runs behind this proxy, which lets it
 * reach the test's own sites on this machine and nothing else. A request by the extension's worker or
 * pages, which a page's own network events never show, is in the log as well.
 */
import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoggedRequest {
  method: string;
  url: string;
  /** What the browser says the answer is for: "document", "style", "image" ...; "empty" = a script asked. */
  destination: string;
  /** False when the host is not this machine: refused, never sent. */
  local: boolean;
}

export class NetworkLog {
  readonly requests: LoggedRequest[] = [];
  #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const target = new URL(request.url ?? '', 'http://nowhere.invalid');
      const local = isLocal(target.hostname);
      this.#log(request, target.href, local);
      if (!local) {
        response.writeHead(403).end();
        return;
      }
      const onward = forward(
        target,
        { method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
          // A connection that is cut on one side is cut on the other.
          answer.on('aborted', () => response.destroy());
          response.on('close', () => answer.destroy());
        },
      );
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    // Encrypted and socket connections arrive here; no test site needs one.
    this.#server.on('connect', (request, socket) => {
      this.#log(request, `https://${request.url}`, false);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    // A browser that is killed in the middle of a request must not take the test down with it.
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async start(): Promise<NetworkLog> {
    const log = new NetworkLog();
    await new Promise<void>((resolve) => log.#server.listen(0, '127.0.0.1', resolve));
    return log;
  }

  #log(request: IncomingMessage, url: string, local: boolean) {
    this.requests.push({
      method: request.method ?? '',
      url,
      destination: String(request.headers['sec-fetch-dest'] ?? ''),
      local,
    });
  }

  /** For Playwright's `proxy` option; without the bypass rule Chromium would skip us for localhost. */
  get proxy(): { server: string; bypass: string } {
    const { port } = this.#server.address() as AddressInfo;
    return { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' };
  }

  /** Requests to other hosts than this machine. None is ever right without the reader's consent. */
  foreign(): LoggedRequest[] {
    return this.requests.filter((request) => !request.local);
  }

  /** Requests that a script made. On pages whose own scripts are off, these can only be the extension's. */
  byScripts(): LoggedRequest[] {
    return this.requests.filter((request) => request.destination === 'empty');
  }

  clear(): void {
    this.requests.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

function isLocal(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}
