import type { Answer } from '@millrace/messaging';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** Unpacks the answers of commands, and gives every document with a version its ETag. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    return next.handle().pipe(map((result: unknown) => answer(result, http.getRequest(), http.getResponse())));
  }
}

function answer(result: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  let body = result;
  if (isAnswer(result)) {
    if (result.replayed) void reply.header('idempotency-replayed', 'true');
    body = result.response;
  }
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version !== 'number') return body;
  void reply.header('etag', `"${version}"`);
  if (request.method !== 'GET' || request.headers['if-none-match'] !== `"${version}"`) return body;
  void reply.status(304);
  return undefined;
}

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'replayed' in value && 'response' in value;
}
