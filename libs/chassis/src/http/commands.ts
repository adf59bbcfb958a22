import { isRefusal } from '@millrace/kernel';
import { type Answer, type Command, CommandBus, type CommandHandler } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { TrailNotes } from '../audit-trail/trail-notes.js';
import { LOGGER } from '../logger.js';
import type { Caller } from './access.js';
import type { Arrival } from './origin.js';
import { logProblem, problemDocument, ProblemException, problemOf } from './problem.js';
import { type Asked, digestOf } from './request-digest.js';
import { Seal } from './seal.js';

export type BulkResult<Response> = Readonly<{ index: number; status: number; result?: Response; problem?: object }>;

/** Runs a controller's commands on the bus, with the caller's key, and turns refusals into problems. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly seal: Seal,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly notes: TrailNotes,
  ) {}

  /** @throws ProblemException when the command is refused. */
  async run<Request, Loaded, Response>(handler: CommandHandler<Request, Loaded, Response>, request: Request, caller: Caller): Promise<Answer<Response>> {
    const answer = await this.bus.run(handler, this.commandOf(request, caller, caller.idempotencyKey, caller.asked));
    if (isRefusal(answer)) throw ProblemException.of(answer);
    return answer;
  }

  /**
   * Runs a command of a request without a token, whose sender has shown in another way whose account it is. It has no key:
   * what it is shown with is good once.
   *
   * @throws ProblemException when the command is refused.
   */
  async runFor<Request, Loaded, Response>(
    handler: CommandHandler<Request, Loaded, Response>,
    request: Request,
    subject: string,
    { origin, requestId }: Arrival['noted'],
  ): Promise<Response> {
    const cause = { companyId: null!, actor: subject, correlationId: requestId, origin };
    const answer = await this.bus.run(handler, { ...cause, request, can: () => false, limitsOn: () => ({}) });
    if (isRefusal(answer)) throw ProblemException.of(answer);
    return answer.response;
  }

  /** Each row is a command of its own, with a result of its own; the caller's key covers each row by its place. */
  async runAll<Request, Loaded, Response>(
    handler: CommandHandler<Request, Loaded, Response>,
    rows: readonly Request[],
    caller: Caller,
  ): Promise<BulkResult<Response>[]> {
    const key = caller.idempotencyKey;
    return Promise.all(
      rows.map(async (row, index): Promise<BulkResult<Response>> => {
        try {
          const answer = await this.bus.run(handler, this.commandOf(row, caller, `${key}#${index}`, { ...caller.asked, body: row }));
          if (isRefusal(answer)) throw ProblemException.of(answer);
          return { index, status: 201, result: answer.response };
        } catch (error) {
          const problem = problemOf(error);
          logProblem(this.logger, problem, error, { traceId: caller.correlationId, route: caller.route, subject: caller.subject, index });
          this.notes.refused(problem, caller.request);
          return { index, status: problem.status, problem: problemDocument(problem, caller.route, caller.correlationId) };
        }
      }),
    );
  }

  private commandOf<Request>(request: Request, caller: Caller, key: string, asked: Asked): Command<Request> {
    return {
      companyId: caller.companyOrNone!,
      actor: caller.subject,
      correlationId: caller.correlationId,
      request,
      can: (permission) => caller.can(permission),
      limitsOn: (permission) => caller.limitsOn(permission),
      origin: caller.origin,
      idempotency: { key, route: caller.route, bodyHash: digestOf(asked, this.seal) },
    };
  }
}
