import { CLIENT_ADDRESS, clientAddressOf, logProblem, LOGGER, problemOf, PROTOCOL_ROUTES } from '@millrace/chassis';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { SignInStateRepository } from '../../persistence/sign-in-state.repository.js';
import { html, messagePage } from '../../views/page.js';
import { OpenId } from './openid.js';
import { PASSKEY_SCRIPT, scriptHeaders } from './passkey-script.js';
import { SignInPages } from './sign-in-pages.js';

const SWEEP_MS = 300_000;
/** Longer than an access token lives. */
const ENDED_SECONDS = 1_800;
const FORM_LIMIT = 16 * 1024;

/** Brings the standard's routes into the service, when it knows its public address. */
@Injectable()
export class OpenIdRoutes implements OnModuleInit, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly openId: OpenId,
    private readonly pages: SignInPages,
    private readonly state: SignInStateRepository,
    private readonly host: HttpAdapterHost,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    if (this.openId.issuer === undefined) return;
    void this.host.httpAdapter.getInstance().register(async (scope: FastifyInstance) => this.addRoutes(scope));
    this.timer = setInterval(() => void this.state.sweep(ENDED_SECONDS).catch(() => {}), SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private addRoutes(scope: FastifyInstance): void {
    scope.removeAllContentTypeParsers();
    const form = 'application/x-www-form-urlencoded';
    // The provider reads bodies itself, from the connection.
    scope.addContentTypeParser('*', (request, body, done) => (request.url.startsWith('/sign-in/') ? body.resume() : undefined, done(null)));
    scope.setErrorHandler((error, request, reply) => this.tell(error, request, reply));
    for (const { method, url } of PROTOCOL_ROUTES) {
      if (url.startsWith('/sign-in/') || url.startsWith('/account/')) continue; // Pages of ours.
      scope.route({ method, url, handler: (request, reply) => this.pass(request, reply) });
    }
    scope.get('/sign-in/passkeys.js', (request, reply) => reply.headers(scriptHeaders(request.url)).send(PASSKEY_SCRIPT));
    void scope.register(async (pages) => {
      pages.addContentTypeParser(form, { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, done) => done(null, body));
      pages.get('/sign-in/:uid', (request, reply) => this.pages.show(request, reply));
      pages.post('/sign-in/:uid', (request, reply) => this.pages.submit(request, reply));
    });
  }

  /** The provider hears the one address that it has for the world, however the request came here. */
  private async pass(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { handle } = await this.openId.current();
    const { host, protocol } = new URL(this.openId.issuer!);
    const { headers } = request.raw;
    Object.assign(headers, { host, 'x-forwarded-proto': protocol.slice(0, -1), [CLIENT_ADDRESS]: clientAddressOf(request), 'x-request-id': request.id });
    delete headers['x-forwarded-host'];
    reply.hijack();
    await handle(request.raw, reply.raw);
  }

  private tell(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const problem = problemOf(error);
    logProblem(this.logger, problem, error, { traceId: request.id, method: request.method, route: request.routeOptions.url });
    return html(reply, problem.status, messagePage('This did not work', problem.detail));
  }
}
