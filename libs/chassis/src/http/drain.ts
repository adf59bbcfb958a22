import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Lifecycle } from '../lifecycle.js';

const LOOK_MS = 50;
/** Longer than a request takes that nobody waits in; what is left then hangs. */
const PATIENCE_MS = 8_000;

/**
 * Ends a server in order: it says that it drains, goes on answering until those who send requests have seen that, then
 * takes no more connections, lets what is under way end, and closes.
 *
 * @param seconds How long requests may still come: longer than the gateway takes to probe.
 */
export async function drainAndClose(app: NestFastifyApplication, lifecycle: Lifecycle, seconds: number): Promise<void> {
  lifecycle.drain();
  await sleep(seconds * 1_000);
  const server = app.getHttpServer();
  const end = Date.now() + PATIENCE_MS;
  // A connection that was busy when the server closed is kept alive after its answer, and would hold the process.
  const timer = setInterval(() => (Date.now() > end ? server.closeAllConnections() : server.closeIdleConnections()), LOOK_MS);
  try {
    await app.close();
  } finally {
    clearInterval(timer);
  }
}
