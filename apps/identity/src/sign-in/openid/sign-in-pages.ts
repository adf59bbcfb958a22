import { clientAddressOf, LOGGER, ProblemException, TrailNotes } from '@millrace/chassis';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Account } from '../../domain/account.js';
import { AccountRepository } from '../../persistence/account.repository.js';
import { Credentials } from '../../persistence/credentials.js';
import { OutgoingMails } from '../../persistence/outgoing-mails.js';
import { CHALLENGE, Passkeys } from '../../persistence/passkeys.js';
import { Vault } from '../../persistence/vault.js';
import { isSameText } from '../../views/forms.js';
import { html, messagePage } from '../../views/page.js';
import { Enrolment } from './enrolment.js';
import { OpenId } from './openid.js';
import { signedIn } from './outcomes.js';
import { consentPage, passwordPage } from './pages.js';
import { SecondStep } from './second-step.js';
import { Strangers } from './strangers.js';
import { type Asked, credentialIn, type Fields, type IsAbout, nowInSeconds, passkeyFault, type Step } from './steps.js';

const REFUSED = { error: 'access_denied', error_description: 'the person did not go on' };

/** The pages between an app's request and its answer: who is it, and may the app. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly openId: OpenId,
    private readonly accounts: AccountRepository,
    private readonly credentials: Credentials,
    private readonly passkeys: Passkeys,
    private readonly second: SecondStep,
    private readonly enrolment: Enrolment,
    private readonly vault: Vault,
    private readonly strangers: Strangers,
    private readonly mails: OutgoingMails,
    private readonly trail: TrailNotes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = await this.find(request);
    if (!asked) return expired(reply);
    return send(reply, asked, { page: asked.interaction.prompt.name === 'consent' ? consentOf(asked) : await this.passwordOf(asked) });
  }

  async submit(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = await this.find(request);
    const fields = Object.fromEntries(new URLSearchParams(String(request.body ?? ''))) as Fields;
    if (!asked || !isSameText(fields.mark ?? '', asked.mark)) return expired(reply);
    let about: string | undefined;
    const step = await this.take(asked, fields, (accountId) => (about = accountId)).catch(async (error: unknown) => {
      if (!(error instanceof ProblemException)) throw error;
      return { page: await this.passwordOf(asked, fields.email, error.detail), status: error.status };
    });
    this.note(asked, step, about);
    if ('page' in step && step.status !== undefined) this.logger.warn({ traceId: request.id, app: asked.app, status: step.status }, 'sign-in refused');
    if ('page' in step) return send(reply, asked, step);
    return reply.redirect(await asked.provider.interactionResult(request.raw, reply.raw, step.outcome, { mergeWithLastSubmission: false }), 303);
  }

  /** Who signed in, and who was not let in, stands in the audit trail, as at every other door. */
  private note({ origin, requestId }: Asked, step: Step, about: string | undefined): void {
    const account = 'outcome' in step ? step.outcome.login?.accountId : undefined;
    const problem = 'page' in step && step.status !== undefined ? (step.problem ?? 'sign-in-refused') : null;
    if (account === undefined && problem === null) return;
    const record = about === undefined ? undefined : { type: 'account', id: about };
    this.trail.note({ companyId: null, subject: account ?? null, origin: { ...origin, record }, requestId, problem });
  }

  private async take(asked: Asked, fields: Fields, isAbout: IsAbout): Promise<Step> {
    if (fields.step === 'cancel') return { outcome: REFUSED };
    if (asked.interaction.prompt.name === 'consent') return { outcome: { consent: { grantId: await allow(asked) } } };
    switch (fields.step) {
      case 'passkey':
        return this.takePasskey(asked, fields, isAbout);
      case 'code':
        return (await this.second.takeCode(asked, fields, isAbout)) ?? this.over(asked);
      case 'second-passkey':
        return (await this.second.takePasskey(asked, fields, isAbout)) ?? this.over(asked);
      case 'enrol-code':
        return (await this.enrolment.takeCode(asked, fields, isAbout)) ?? this.over(asked);
      case 'enrol-passkey':
        return (await this.enrolment.takePasskey(asked, fields, isAbout)) ?? this.over(asked);
      case 'go-on':
        return (await this.enrolment.goOn(asked, fields, isAbout)) ?? this.over(asked);
      default:
        return this.takePassword(asked, fields, isAbout);
    }
  }

  private async takePassword(asked: Asked, { email: login = '', password: secret = '' }: Fields, isAbout: IsAbout): Promise<Step> {
    const enteredAt = nowInSeconds(); // Before the proof: what ends during it ends this sign-in too.
    const claimed = { kind: 'user', login, secret, address: asked.address, isAbout: ({ id }: Account) => isAbout(id) } as const;
    const account = isPossible(login, secret) ? await this.credentials.prove(claimed) : undefined;
    if (account) return this.second.after(asked, account, enteredAt);
    const fault = 'The e-mail address or the password is wrong, or the account is not active.';
    return { page: await this.passwordOf(asked, login, fault), status: 401 };
  }

  /** A passkey that made sure of the person is both factors at once, and says who that is. */
  private async takePasskey(asked: Asked, fields: Fields, isAbout: IsAbout): Promise<Step> {
    const enteredAt = nowInSeconds();
    const { outcome, accountId } = this.passkeys.areOffered
      ? await this.passkeys.prove(credentialIn(fields), entering(asked))
      : { outcome: 'refused' as const, accountId: undefined };
    if (accountId !== undefined) isAbout(accountId);
    const account = outcome === 'proven' ? await this.accounts.byId('user', accountId!) : undefined;
    if (account?.active) return { outcome: signedIn(account.id, 'passkey', enteredAt) };
    const { fault, problem } = passkeyFault(outcome);
    return { page: await this.passwordOf(asked, undefined, fault), status: 401, problem };
  }

  private async over(asked: Asked): Promise<Step> {
    return { page: await this.passwordOf(asked, undefined, 'That took too long, or the account was signed out: begin again.'), status: 400 };
  }

  private async passwordOf(asked: Asked, email = String(asked.interaction.params.login_hint ?? ''), fault?: string): Promise<string> {
    if (this.passkeys.areOffered) await this.strangers.admit(CHALLENGE, {}, asked.address); // A row each time, for who has yet to say who it is.
    const passkey = this.passkeys.areOffered ? await this.passkeys.askToProve(entering(asked)) : undefined;
    return passwordPage({ ...asked, canReset: this.mails.areSent, email: email.slice(0, 320), fault, passkey });
  }

  /** The sign-in that a browser is in: its cookie says so, and the address of the page must agree. */
  private async find(request: FastifyRequest): Promise<Asked | undefined> {
    const { provider } = await this.openId.current();
    const interaction = await provider.interactionDetails(request.raw, request.raw as never).catch(() => undefined);
    if (!interaction || interaction.uid !== (request.params as { uid: string }).uid) return undefined;
    const client = await provider.Client.find(String(interaction.params.client_id));
    if (!client) return undefined;
    const mark = this.vault.digest('sign-in forms', interaction.jti).toString('base64url');
    const address = clientAddressOf(request);
    const origin = { operation: 'SignInPages_submit', session: null, client: request.headers['user-agent'] ?? null, address };
    return { provider, interaction, app: client.clientName ?? client.clientId, mark, address, origin, requestId: request.id };
  }
}

/** As the API has it: longer ones, or a login that no account can have, are not worth the work of a comparison. */
const isPossible = (login: string, secret: string) => login.length <= 320 && secret.length <= 1_024 && !/\p{Cc}/u.test(login);

const entering = ({ interaction: { uid } }: Asked) => ({ purpose: `enter ${uid}`, verified: true });

function consentOf({ interaction, app, mark }: Asked): string {
  const { redirect_uri: leadsTo, scope } = interaction.params;
  const host = typeof leadsTo === 'string' ? URL.parse(leadsTo)?.host || undefined : undefined;
  return consentPage({ app, host, scopes: String(scope ?? '').split(' '), mark });
}

/** Writes down what was allowed: what was asked for and is missing in what was allowed before. */
async function allow({ provider, interaction }: Asked): Promise<string> {
  const { grantId, params, session, prompt } = interaction;
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = known ?? new provider.Grant({ accountId: session!.accountId, clientId: String(params.client_id) });
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details as Missing;
  if (missingOIDCScope.length > 0) grant.addOIDCScope(missingOIDCScope.join(' '));
  for (const [resource, scopes] of Object.entries(missingResourceScopes)) grant.addResourceScope(resource, scopes.join(' '));
  return grant.save();
}

type Missing = Readonly<{ missingOIDCScope?: readonly string[]; missingResourceScopes?: Readonly<Record<string, readonly string[]>> }>;

function send(reply: FastifyReply, { interaction }: Asked, step: Extract<Step, { page: string }>): FastifyReply {
  return html(reply, step.status ?? 200, step.page, interaction.params.redirect_uri);
}

const expired = (reply: FastifyReply) =>
  html(reply, 400, messagePage('This sign-in is over', 'It took too long, or was ended elsewhere. Go back to the app and begin again.'));
