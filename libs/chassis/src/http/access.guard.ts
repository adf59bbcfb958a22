import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { operationId } from '../openapi/operation-id.js';
import { policyOf, refusalToEnter, setIdentity } from './access.js';
import { setOperation } from './origin.js';
import { ProblemException } from './problem.js';
import { KeysUnavailable, TokenVerifier } from './token-verifier.js';

/** Lets in who has the permission that the route names; a route that names none lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly tokens: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // Events come from the log, whose writers are known.
    const policy = policyOf(context.getHandler(), context.getClass());
    if (!policy) throw new ProblemException(403, 'permission-missing', 'This route has no policy.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    setOperation(request, operationId(context.getClass(), context.getHandler().name));
    if ('public' in policy) return true;
    const identity = await authenticate(request, this.tokens);
    setIdentity(request, identity);
    const refusal = refusalToEnter(identity, policy);
    if (refusal) throw refusal;
    return true;
  }
}

/** @throws ProblemException 401 without saying why, 503 when the keys cannot be had. */
export async function authenticate(request: FastifyRequest, tokens: TokenVerifier) {
  // Of two headers Node keeps the first, and somebody on the way may have believed the second.
  const headers = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization');
  const token = headers.length > 1 ? undefined : /^Bearer ([A-Za-z0-9_.~+/=-]{1,8192})$/i.exec(request.headers.authorization ?? '')?.[1];
  try {
    const identity = token && (await tokens.verify(token));
    if (identity) return identity;
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error;
    throw new ProblemException(503, 'service-unavailable', 'Tokens cannot be checked just now: try again.', {}, { 'retry-after': '1' });
  }
  throw new ProblemException(
    401,
    'token-invalid',
    'Send a valid access token: Authorization: Bearer TOKEN. Sign in again when it has expired.',
    {},
    { 'www-authenticate': 'Bearer realm="millrace"' },
  );
}
