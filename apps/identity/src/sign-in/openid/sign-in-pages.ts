import { clientAddressOf, LOGGER, ProblemException, TrailNotes } from '@millrace/chassis';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import type { Account } from '../../domain/account.js';
import { AccountRepository } from '../../persistence/account.repository.js';
import { SecondFactors } from '../../persistence/second-factors.js';
import { OutgoingMails } from '../../persistence/outgoing-mails.js';
import { Vault } from '../../persistence/vault.js';
import { Credentials } from '../../persistence/credentials.js';
import { html, messagePage } from '../../views/page.js';
import { isSameText } from '../../views/forms.js';
import { OpenId } from './openid.js';
import { codePage, consentPage, passwordPage } from './pages.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Fields = Readonly<Partial<Record<'mark' | 'step' | 'email' | 'password' | 'proof' | 'code', string>>>;
/** A page to show, or the outcome that the sign-in goes on with. */
type Step = Readonly<{ page: string; status?: number } | { outcome: InteractionResults }>;
type Asked = Readonly<{ provider: Provider; interaction: Interaction; app: string; mark: string; address: string; canReset: boolean }>;

/** That a password was right, for this account as it was signed in then. */
type Proof = Readonly<{ uid: string; accountId: string; session: number; enteredAt: number; until: number }>;

const [PROOF, PROOF_MS] = ['password proofs', 300_000];
const REFUSED = { error: 'access_denied', error_description: 'the person did not go on' };

/** The pages between an app's request and its answer: who is it, and may the app. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly openId: OpenId,
    private readonly accounts: AccountRepository,
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly vault: Vault,
    private readonly mails: OutgoingMails,
    private readonly trail: TrailNotes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = await this.find(request);
    if (!asked) return expired(reply);
    return send(reply, asked, { page: asked.interaction.prompt.name === 'consent' ? consentOf(asked) : passwordOf(asked) });
  }

  async submit(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = await this.find(request);
    const fields = Object.fromEntries(new URLSearchParams(String(request.body ?? ''))) as Fields;
    if (!asked || !isSameText(fields.mark ?? '', asked.mark)) return expired(reply);
    let about: string | undefined;
    const step = await this.take(asked, fields, (accountId) => (about = accountId)).catch((error: unknown) => {
      if (!(error instanceof ProblemException)) throw error;
      return { page: passwordOf(asked, fields.email, error.detail), status: error.status };
    });
    this.note(request, asked, step, about);
    if ('page' in step && step.status !== undefined) this.logger.warn({ traceId: request.id, app: asked.app, status: step.status }, 'sign-in refused');
    if ('page' in step) return send(reply, asked, step);
    return reply.redirect(await asked.provider.interactionResult(request.raw, reply.raw, step.outcome, { mergeWithLastSubmission: false }), 303);
  }

  /** Who signed in, and who was not let in, stands in the audit trail, as at every other door. */
  private note(request: FastifyRequest, { address }: Asked, step: Step, about: string | undefined): void {
    const account = 'outcome' in step ? step.outcome.login?.accountId : undefined;
    const problem = 'page' in step && step.status !== undefined ? 'sign-in-refused' : null;
    if (account === undefined && problem === null) return;
    const record = about === undefined ? undefined : { type: 'account', id: about };
    const origin = { operation: 'SignInPages_submit', session: null, client: request.headers['user-agent'] ?? null, address, record };
    this.trail.note({ companyId: null, subject: account ?? null, origin, requestId: request.id, problem });
  }

  /** @param isAbout Is told whose sign-in it is, whether or not it goes on. */
  private async take(asked: Asked, fields: Fields, isAbout: (accountId: string) => void): Promise<Step> {
    if (fields.step === 'cancel') return { outcome: REFUSED };
    if (asked.interaction.prompt.name === 'consent') return { outcome: { consent: { grantId: await allow(asked) } } };
    if (fields.step === 'code') return this.takeCode(asked, fields, isAbout);
    const { email: login = '', password: secret = '' } = fields;
    const enteredAt = nowInSeconds(); // Before the proof: what ends during it ends this sign-in too.
    const claimed = { kind: 'user', login, secret, address: asked.address, isAbout: ({ id }: Account) => isAbout(id) } as const;
    const account = isPossible(login, secret) ? await this.credentials.prove(claimed) : undefined;
    if (!account) return { page: passwordOf(asked, login, 'The e-mail address or the password is wrong, or the account is not active.'), status: 401 };
    if (await this.factors.has(account.id)) return { page: codePage({ ...asked, proof: this.proofOf(asked, account, enteredAt) }) };
    return { outcome: signedIn(account.id, ['pwd'], enteredAt) };
  }

  /** The second step: the first is behind who brings its proof. */
  private async takeCode(asked: Asked, { proof = '', code = '' }: Fields, isAbout: (accountId: string) => void): Promise<Step> {
    const proven = await this.provenIn(asked, proof);
    if (!proven) return { page: passwordOf(asked, undefined, 'That took too long, or the account was signed out: begin again.'), status: 400 };
    const again = (fault: string, status: number) => ({ page: codePage({ ...asked, proof, fault }), status });
    const { accountId, enteredAt } = proven;
    isAbout(accountId);
    const matches = await this.factors.prove(accountId, code).catch((error: unknown) => {
      if (!(error instanceof ProblemException)) throw error;
      return error;
    });
    if (matches instanceof ProblemException) return again(matches.detail, matches.status);
    return matches ? { outcome: signedIn(accountId, ['pwd', 'otp', 'mfa'], enteredAt) } : again('The code is wrong, too old, or was used before.', 401);
  }

  /** That the password was right, in this sign-in and for a few minutes: the page carries it from one step to the next. */
  private proofOf({ interaction: { uid } }: Asked, { id: accountId, session }: Account, enteredAt: number): string {
    const proof: Proof = { uid, accountId, session, enteredAt, until: Date.now() + PROOF_MS };
    return this.vault.seal(PROOF, JSON.stringify(proof));
  }

  /** What a proof says, unless the account has been closed or signed out since. */
  private async provenIn({ interaction }: Asked, sealed: string): Promise<Proof | undefined> {
    const proof = this.unseal(sealed);
    if (!proof || proof.uid !== interaction.uid || proof.until <= Date.now()) return undefined;
    const account = await this.accounts.byId('user', proof.accountId);
    return account?.active && account.session === proof.session ? proof : undefined;
  }

  private unseal(proof: string): Proof | undefined {
    try {
      return JSON.parse(this.vault.open(PROOF, proof)) as Proof;
    } catch {
      return undefined;
    }
  }

  /** The sign-in that a browser is in: its cookie says so, and the address of the page must agree. */
  private async find(request: FastifyRequest): Promise<Asked | undefined> {
    const { provider } = await this.openId.current();
    const interaction = await provider.interactionDetails(request.raw, request.raw as never).catch(() => undefined);
    if (!interaction || interaction.uid !== (request.params as { uid: string }).uid) return undefined;
    const client = await provider.Client.find(String(interaction.params.client_id));
    if (!client) return undefined;
    const mark = this.vault.digest('sign-in forms', interaction.jti).toString('base64url');
    return { provider, interaction, app: client.clientName ?? client.clientId, mark, address: clientAddressOf(request), canReset: this.mails.areSent };
  }
}

/** As the API has it: longer ones, or a login that no account can have, are not worth the work of a comparison. */
const isPossible = (login: string, secret: string) => login.length <= 320 && secret.length <= 1_024 && !/\p{Cc}/u.test(login);

const nowInSeconds = () => Math.floor(Date.now() / 1_000);

const signedIn = (accountId: string, amr: string[], ts: number): InteractionResults => ({ login: { accountId, amr, remember: false, ts } });

function passwordOf({ interaction, app, mark, canReset }: Asked, email = String(interaction.params.login_hint ?? ''), fault?: string): string {
  return passwordPage({ app, mark, canReset, email: email.slice(0, 320), fault });
}

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
