import { randomBytes, timingSafeEqual } from 'node:crypto';
import { clientAddressOf, logProblem, LOGGER, ProblemException, problemOf, TrailNotes } from '@millrace/chassis';
import type { Origin } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { IdentitySettings } from '../identity-settings.js';
import { Vault } from '../persistence/vault.js';
import { html, messagePage } from './page.js';

const FORM = 'application/x-www-form-urlencoded';
const FORM_LIMIT = 16 * 1024;
const HALF_AN_HOUR_SECONDS = 1_800;
/** Of an answer to an address with a token in it. */
const UNSEEN = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
/** As every token and cookie here is made. */
const VALUE = /^[A-Za-z0-9_-]{20,100}$/;

export type Fields = Readonly<Record<string, string | undefined>>;

/** Who sends a form: the mark that it carries, what the link that led to it brought, and how the audit trail names the request. */
export type Visit = Readonly<{ mark: string; token: string; address: string; noted: Readonly<{ origin: Origin; requestId: string }> }>;

/** A page with a form, outside of any sign-in. */
export type FormPage = Readonly<{
  url: `/account/${string}`;
  /** For the audit trail. */
  operation: string;
  /** Whether only a link in a mail leads to it, with a token. */
  byLink: boolean;
  show: (visit: Visit) => string | Promise<string>;
  /** What is shown afterwards. @throws ProblemException, which is told on the page by `again`. */
  submit: (visit: Visit, fields: Fields) => Promise<string>;
  again: (visit: Visit, fields: Fields, fault: string) => string;
}>;

/**
 * Pages with a form that need no sign-in. What a link brings goes from its address into a cookie of that page alone, so that it
 * stands in no history and no address that is passed on; a form counts only with a mark made of that cookie, so no other page can send it.
 */
@Injectable()
export class Forms {
  constructor(
    private readonly settings: IdentitySettings,
    private readonly vault: Vault,
    private readonly host: HttpAdapterHost,
    private readonly trail: TrailNotes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Brings a page into the service, when it knows its public address. */
  add(page: FormPage): void {
    if (!this.settings.PUBLIC_URL) return;
    void this.host.httpAdapter.getInstance().register(async (scope: FastifyInstance) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, done) => done(null, body));
      scope.setErrorHandler((error, request, reply) => this.tell(error, request, reply));
      scope.get(page.url, (request, reply) => this.show(page, request, reply));
      scope.post(page.url, (request, reply) => this.submit(page, request, reply));
    });
  }

  private async show(page: FormPage, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { link } = request.query as { link?: unknown };
    if (page.byLink && typeof link === 'string' && VALUE.test(link)) return this.keep(page, reply, link).headers(UNSEEN).redirect(page.url, 303);
    const held = cookieOf(request, nameOf(page));
    const token = held ?? (page.byLink ? undefined : randomBytes(32).toString('base64url'));
    if (token === undefined) return html(reply, 400, NO_LINK);
    if (held === undefined) this.keep(page, reply, token);
    return html(reply, 200, await page.show(this.visitOf(page, request, token)));
  }

  private async submit(page: FormPage, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const token = cookieOf(request, nameOf(page));
    const fields = Object.fromEntries(new URLSearchParams(String(request.body ?? ''))) as Fields;
    const visit = token === undefined ? undefined : this.visitOf(page, request, token);
    if (!visit || !isSameText(fields.mark ?? '', visit.mark)) return html(reply, 400, page.byLink ? NO_LINK : TOO_LATE);
    try {
      const shown = await page.submit(visit, fields);
      return html(this.keep(page, reply, '', 0), 200, shown);
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      logProblem(this.logger, error, error, { traceId: request.id, method: request.method, route: page.url });
      this.trail.note({ companyId: null, subject: null, ...visit.noted, problem: error.code });
      return html(reply.headers(error.headers), error.status, page.again(visit, fields, error.detail));
    }
  }

  private visitOf({ operation, url }: FormPage, request: FastifyRequest, token: string): Visit {
    const address = clientAddressOf(request);
    const origin = { operation, session: null, client: request.headers['user-agent'] ?? null, address };
    return { mark: this.vault.digest('account forms', `${url} ${token}`).toString('base64url'), token, address, noted: { origin, requestId: request.id } };
  }

  private keep(page: FormPage, reply: FastifyReply, value: string, seconds = HALF_AN_HOUR_SECONDS): FastifyReply {
    const secure = this.settings.PUBLIC_URL!.startsWith('https:') ? '; Secure' : '';
    const expires = new Date(Date.now() + seconds * 1_000 - (seconds === 0 ? 1_000 : 0)).toUTCString();
    return reply.header('set-cookie', `${nameOf(page)}=${value}; Path=${page.url}; Expires=${expires}; HttpOnly; SameSite=Lax${secure}`);
  }

  private tell(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const problem = problemOf(error);
    logProblem(this.logger, problem, error, { traceId: request.id, method: request.method, route: request.routeOptions.url });
    return html(reply, problem.status, messagePage('This did not work', problem.detail));
  }
}

const NO_LINK = messagePage('Open the link once more', 'This page is opened by the link in a mail. If the mail is old, ask for another one.');
const TOO_LATE = messagePage('This took too long', 'Go back, load the page again, and send it once more.');

const nameOf = ({ url }: FormPage) => `millrace_${url.slice('/account/'.length).replaceAll('-', '_')}`;

function cookieOf({ headers: { cookie = '' } }: FastifyRequest, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|; ?)${name}=([^;]*)`).exec(cookie) ?? [];
  return value !== undefined && VALUE.test(value) ? value : undefined;
}

/** Compares what somebody sends with what is secret, in a time that says nothing of it. */
export function isSameText(text: string, other: string): boolean {
  const [one, two] = [Buffer.from(text), Buffer.from(other)];
  return one.length === two.length && timingSafeEqual(one, two);
}
