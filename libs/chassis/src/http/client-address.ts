import { isIP } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** How the gateway names the address that a request came from; it takes no such word from a client. */
export const CLIENT_ADDRESS = 'x-client-address';

/** The address of the client as the gateway saw it, or of who called directly. */
export function clientAddressOf({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const named = headers[CLIENT_ADDRESS];
  return typeof named === 'string' && isIP(named) !== 0 ? named : ip;
}

/** Parameter of a controller's method: the address of the client. */
export const ClientAddress = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  clientAddressOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
