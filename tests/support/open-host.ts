/** A host on this machine that would let everybody in, and remembers what it was asked for. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class OpenHost {
  readonly #paths: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#paths.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      response.end();
    });
    this.#server.on('upgrade', (request, socket) => {
      this.#paths.push(request.url ?? '');
      socket.destroy();
    });
  }

  static async start(): Promise<OpenHost> {
    const host = new OpenHost();
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The paths that were asked for, each once, in alphabetical order. */
  readonly asked = (): string[] => [...new Set(this.#paths)].sort();

  clear(): void {
    this.#paths.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
