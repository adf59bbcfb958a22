import { isTransient } from '@millrace/persistence';
import { Overloaded } from '@millrace/messaging';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { problemDocument, ProblemException, problemOf } from './problem.js';

/** Turns whatever was thrown into a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemOf(error);
    const details = { traceId: request.id, method: request.method, route: request.routeOptions?.url, code: problem.code };
    if (problem.status >= 500) this.logger.error({ ...details, err: error }, 'request failed');
    else this.logger.debug(details, 'request refused');
    void reply
      .status(problem.status)
      .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...problem.headers })
      .send(JSON.stringify(problemDocument(problem, request.url.split('?')[0]!, request.id)));
  }

  private problemOf(error: unknown): ProblemException {
    if (error instanceof Overloaded || isTransient(error)) {
      return new ProblemException(
        503,
        'service-unavailable',
        'This service cannot take the request just now: try again with the same Idempotency-Key.',
        {},
        { 'retry-after': '1' },
      );
    }
    if (!(error instanceof HttpException)) return problemOf(error);
    const { code } = (error.cause ?? {}) as { code?: string }; // Nest wraps what Fastify refuses; the reason is inside.
    return problemOf({ statusCode: error.getStatus(), message: error.message, code });
  }
}
