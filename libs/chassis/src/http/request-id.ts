import type { IncomingMessage } from 'node:http';
import { newId } from '@millrace/kernel';

/** The gateway gives each request an id, which every log, event and answer then carries; without a gateway it is made here. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : newId();
}
