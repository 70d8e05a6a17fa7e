/** A site on this machine that serves PDFs in every way in which sites do, and remembers what it was asked for and sent. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request. @param sent counts what leaves */
type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export const PDF = 'application/pdf';
const HTML = 'text/html; charset=utf-8';

/** A file as a whole. */
export const whole =
  (body: Buffer | string, type = PDF): Route =>
  (_, response) =>
    void response
      .writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
      .end(body);

/** A refusal. */
export const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (_, response) =>
    void response.writeHead(code, { 'content-type': HTML, ...headers }).end('<p>No.</p>');

export class PdfHost {
  readonly #server: Server;
  readonly #routes = new Map<string, Route>();
  /** Every request, with the path that it asked for. */
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  /** Bytes handed to the network, by path. */
  readonly sent = new Map<string, number>();

  private constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push({ path, headers: request.headers });
      void (this.#routes.get(path) ?? status(404))(request, response);
    });
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async start(): Promise<PdfHost> {
    const host = new PdfHost();
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Serves a path from now on. @returns its address */
  serve(path: string, route: Route): string {
    this.#routes.set(path, route);
    return this.url + path;
  }

  /** Serves what has a length and is made while it is sent: whole, and in parts to who may ask for them. */
  serveLong(
    path: string,
    file: { length: number; slice(from: number, to: number): Buffer },
    { parts }: { parts: boolean },
  ): string {
    return this.serve(path, async (request, response) => {
      const [, from = 0, to = file.length - 1] =
        /^bytes=(\d+)-(\d+)$/.exec((parts && request.headers.range) || '')?.map(Number) ?? [];
      const range =
        parts && request.headers.range
          ? { 'content-range': `bytes ${from}-${to}/${file.length}` }
          : {};
      response.writeHead('content-range' in range ? 206 : 200, {
        'content-type': PDF,
        'content-length': to + 1 - from,
        ...(parts && { 'accept-ranges': 'bytes' }),
        ...range,
      });
      for (let at = from; at <= to && !response.destroyed; at += CHUNK) {
        const end = Math.min(at + CHUNK, to + 1);
        this.sent.set(path, (this.sent.get(path) ?? 0) + end - at);
        if (!response.write(file.slice(at, end))) await untilRoom(response);
      }
      response.end();
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const CHUNK = 65_536;

/** Waits until more can be written, or nothing any more. */
function untilRoom(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      response.off('drain', end).off('close', end);
      resolve();
    };
    response.on('drain', end).on('close', end);
  });
}
