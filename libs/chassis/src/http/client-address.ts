import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** How the gateway names the address that a request came from; it takes no such word from a client. */
export const CLIENT_ADDRESS = 'x-client-address';

/** The address of the client as the gateway saw it, or of who called directly. */
export function clientAddressOf(request: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const named = request.headers[CLIENT_ADDRESS];
  return typeof named === 'string' && isIP(named) !== 0 ? named : request.ip;
}
