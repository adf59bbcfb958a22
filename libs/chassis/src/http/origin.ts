import { type Origin, type RecordRef, recordOf } from '@millrace/messaging';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Identity } from './access.js';
import { clientAddressOf } from './client-address.js';

type Noted = FastifyRequest & { operation?: string; about?: RecordRef };

/** Says which operation of the API a request has reached. */
export function setOperation(request: FastifyRequest, operation: string): void {
  (request as Noted).operation = operation;
}

/** Where a request came from, for the audit trail; undefined when it has reached no operation. */
export function originOf(request: FastifyRequest, identity: Pick<Identity, 'session'> | undefined): Origin | undefined {
  const { operation, about } = request as Noted;
  if (operation === undefined) return undefined;
  return {
    operation,
    session: identity?.session ?? null,
    client: request.headers['user-agent'] ?? null,
    address: clientAddressOf(request),
    record: about ?? recordOf(request.params),
  };
}

/** A request of which nobody knows yet who sends it. */
export class Arrival {
  constructor(private readonly request: FastifyRequest) {}

  get address(): string {
    return clientAddressOf(this.request);
  }

  /** Says what the request turned out to be about: the audit trail names it, whatever comes of the request. */
  isAbout(record: RecordRef): void {
    (this.request as Noted).about = record;
  }

  /** What the audit trail says of every request. */
  get noted(): Readonly<{ origin: Origin; requestId: string }> {
    return { origin: originOf(this.request, undefined)!, requestId: this.request.id };
  }
}

/** Parameter of a controller's method: how the request came here. */
export const ArrivedAs = createParamDecorator((_data: unknown, context: ExecutionContext): Arrival => new Arrival(context.switchToHttp().getRequest()));
