import { randomBytes } from 'node:crypto';
import { Clock } from '@millrace/kernel';
import { Injectable } from '@nestjs/common';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Account } from '../../domain/account.js';
import { type App, isNative } from '../../domain/app.js';
import { goodHashes } from '../../domain/overlapping-secret.js';
import { hashThatFits } from '../../domain/password-hash.js';
import { AccountRepository } from '../../persistence/account.repository.js';
import { AppRepository } from '../../persistence/app.repository.js';
import { Credentials } from '../../persistence/credentials.js';

const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';

/** What an app can have been given; anything else is not looked for. */
const CLIENT_ID = /^[\x21-\x7e]{1,100}$/;

/** Stands where the protocol wants a secret: nobody knows it, since secrets are compared with their hashes. */
const NO_SECRET = randomBytes(32).toString('base64url');

type Asking = Readonly<{ request: object; address: string }>;

/** Who may ask for tokens: the apps that people sign in to, and the service accounts, which act for themselves. */
@Injectable()
export class Clients {
  private readonly about = new WeakMap<object, Account>();
  private readonly proven = new WeakMap<object, Account>();

  constructor(
    private readonly apps: AppRepository,
    private readonly accounts: AccountRepository,
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {}

  async find(clientId: string): Promise<AdapterPayload | undefined> {
    if (!CLIENT_ID.test(clientId)) return undefined;
    const app = await this.apps.byClientId(clientId);
    if (app) return app.active ? metadataOfApp(app) : undefined;
    const account = await this.accounts.byLogin('service', clientId);
    return account?.mayEnter(this.clock.now()) ? metadataOfServiceAccount(account) : undefined;
  }

  /** @throws ProblemException 429 when too many have failed. */
  async hasSecret(clientId: string, secret: string, { request, address }: Asking): Promise<boolean> {
    const app = await this.apps.byClientId(clientId);
    if (!app?.secretHash) return this.isAccount(clientId, secret, { request, address });
    return this.credentials.limited({ account: `app ${clientId}`, address }, () => this.isOfApp(app, secret));
  }

  private async isOfApp(app: App, secret: string): Promise<boolean> {
    const hash = await hashThatFits(secret, goodHashes(app, this.clock.now()));
    if (hash !== undefined) await this.apps.secretUsed(app.id, hash);
    return hash !== undefined;
  }

  private async isAccount(login: string, secret: string, { request, address }: Asking): Promise<boolean> {
    const isAbout = (account: Account) => void this.about.set(request, account);
    const account = await this.credentials.prove({ kind: 'service', login, secret, address, isAbout });
    if (account) this.proven.set(request, account);
    return account !== undefined;
  }

  /** The service account that a request is of, or says that it is. */
  aboutWhom(request: object): Account | undefined {
    return this.about.get(request);
  }

  /** Whether a service account is still as it was when this request proved its secret. */
  isAsProven(request: object, { session }: Account): boolean {
    return this.proven.get(request)?.session === session;
  }

  /** How long a token is good for the service account of which this request has proved the secret. */
  tokenSeconds(request: object, seconds: number): number {
    return this.proven.get(request)?.tokenSeconds(this.clock.now(), seconds) ?? seconds;
  }

  /** The provider's view of them: they are kept here, and never written by it. */
  get adapter(): Adapter {
    return { ...READ_ONLY, find: (clientId) => this.find(clientId) };
  }
}

function metadataOfApp(app: App): AdapterPayload {
  const byCode = app.redirectUris.length > 0;
  return {
    client_id: app.clientId,
    client_name: app.name,
    application_type: isNative(app) ? 'native' : 'web',
    redirect_uris: app.redirectUris,
    post_logout_redirect_uris: app.signOutUris,
    response_types: byCode ? ['code'] : [],
    grant_types: [...(byCode ? ['authorization_code'] : []), ...(app.deviceFlow ? [DEVICE_CODE] : []), 'refresh_token'],
    ...(app.secretHash === null ? { token_endpoint_auth_method: 'none' } : { token_endpoint_auth_method: 'client_secret_basic', client_secret: NO_SECRET }),
    ours: app.trusted,
  };
}

function metadataOfServiceAccount({ login, name }: Account): AdapterPayload {
  return {
    client_id: login,
    client_name: name,
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: NO_SECRET,
  };
}

const never = async (): Promise<never> => {
  throw new Error('Apps are not changed by the protocol');
};
const READ_ONLY: Omit<Adapter, 'find'> = {
  upsert: never,
  consume: never,
  destroy: never,
  revokeByGrantId: never,
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
};
