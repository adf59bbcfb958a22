import { isIP } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** How the gateway names the address that a request came from; it takes no such word from a client. */
export const CLIENT_ADDRESS = 'x-client-address';

/** Parameter of a controller's method: the address of the client as the gateway saw it, or of who called directly. */
export const ClientAddress = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const named = request.headers[CLIENT_ADDRESS];
  return typeof named === 'string' && isIP(named) !== 0 ? named : request.ip;
});
