import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived at a stub. */
export type Arrived = Readonly<{ method: string; url: string; headers: IncomingHttpHeaders; body: string }>;

/** How a stub answers; by default with 200, its name and what arrived. */
export type Answering = (response: ServerResponse, arrived: Arrived) => void;

/** Stands for a service at a loopback address: it is ready, keeps what arrives and answers as it is told. */
export class StubService {
  readonly arrived: Arrived[] = [];
  ready = true;
  answer: Answering = (response, { method, url }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ name: this.name, method, url }));
  };

  private readonly server = createServer((request, response) => void this.take(request, response));

  private constructor(readonly name: string) {}

  static async start(name: string, port = 0): Promise<StubService> {
    const stub = new StubService(name);
    await new Promise<void>((resolve) => stub.server.listen(port, '127.0.0.1', resolve));
    return stub;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends at once, as a process that is killed. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/readyz') {
      response.writeHead(this.ready ? 200 : 503).end('{}');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const arrived = { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    this.arrived.push(arrived);
    this.answer(response, arrived);
  }
}
