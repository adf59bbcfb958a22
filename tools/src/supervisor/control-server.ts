import { timingSafeEqual } from 'node:crypto';
import { fastify, type FastifyInstance } from 'fastify';
import type { MemberStatus } from './member.js';

/** What other commands may ask of a supervisor. */
export type Controls = Readonly<{
  status: () => Promise<MemberStatus[]>;
  restart: (name: string, failpoints?: string) => Promise<void>;
  shutDown: () => void;
}>;

/** Serves the controls on loopback, for whoever can read the state file. @returns its port. */
export async function serveControls(controls: Controls, secret: string): Promise<{ port: number; close: () => Promise<void> }> {
  const server: FastifyInstance = fastify({ forceCloseConnections: true });
  server.addHook('onRequest', async (request, reply) => {
    if (!isEqual(request.headers.authorization ?? '', `Bearer ${secret}`)) await reply.status(401).send({ error: 'not for you' });
  });
  server.get('/status', async () => controls.status());
  server.post<{ Body: { name: string; failpoints?: string } }>('/restart', async ({ body }) => {
    await controls.restart(body.name, body.failpoints);
    return controls.status();
  });
  server.post('/shut-down', async (_request, reply) => {
    await reply.send({});
    controls.shutDown();
  });
  server.setErrorHandler(async (error, _request, reply) => reply.status(400).send({ error: (error as Error).message }));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as { port: number };
  return { port, close: () => server.close() };
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
