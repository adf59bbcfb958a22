import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { identityOf } from './access.js';
import { logProblem, type ProblemException, problemOf } from './problem.js';
import { sendProblem } from './protocol-errors.js';

/** Is told of every problem that a request is answered with. */
export type OnProblem = (problem: ProblemException, request: FastifyRequest) => void;

/** Turns whatever was thrown into a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly onProblem: OnProblem = () => {},
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    logProblem(this.logger, problem, error, {
      traceId: request.id,
      method: request.method,
      route: request.routeOptions?.url,
      subject: identityOf(request)?.subject,
    });
    this.onProblem(problem, request);
    void sendProblem(problem, request, reply);
  }
}
