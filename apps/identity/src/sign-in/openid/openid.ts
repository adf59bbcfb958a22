import { LOGGER, TrailNotes } from '@millrace/chassis';
import { Inject, Injectable } from '@nestjs/common';
import type { Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { IdentitySettings } from '../../identity-settings.js';
import { AccountRepository } from '../../persistence/account.repository.js';
import { SecondFactors } from '../../persistence/second-factors.js';
import { SignInStateRepository } from '../../persistence/sign-in-state.repository.js';
import { SigningKeys } from '../../persistence/signing-keys.js';
import { Vault } from '../../persistence/vault.js';
import { AccessClaims } from '../access-claims.js';
import { Clients } from './clients.js';
import { createProvider, type ProviderParts } from './provider.js';
import { Strangers } from './strangers.js';
import { noteTokens } from './token-notes.js';

const LOOK_AGAIN_MS = 30_000;

export type CurrentProvider = Readonly<{ provider: Provider; handle: ReturnType<Provider['callback']> }>;

type Built = CurrentProvider & Readonly<{ keys: string }>;

/**
 * The OpenID provider with the keys of the moment. A provider has its keys from its making on, so another one takes over
 * when they have changed; it finds what the one before left in the database.
 */
@Injectable()
export class OpenId {
  private built?: Promise<Built>;
  private lookedAt = 0;

  constructor(
    private readonly settings: IdentitySettings,
    private readonly vault: Vault,
    private readonly state: SignInStateRepository,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactors,
    private readonly access: AccessClaims,
    private readonly clients: Clients,
    private readonly keys: SigningKeys,
    private readonly strangers: Strangers,
    private readonly trail: TrailNotes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The address of the issuer; undefined when none is configured, and there is no provider. */
  get issuer(): string | undefined {
    return this.settings.PUBLIC_URL || undefined;
  }

  async current(): Promise<CurrentProvider> {
    if (this.built && Math.abs(Date.now() - this.lookedAt) < LOOK_AGAIN_MS) return this.built; // Also when the clock was set back.
    this.lookedAt = Date.now();
    const before = this.built;
    this.built = this.build(await before?.catch(() => undefined));
    this.built.catch(() => (this.built = undefined)); // The next request tries again.
    return this.built;
  }

  private async build(before: Built | undefined): Promise<Built> {
    const secretKeys = await this.keys.secretKeys();
    const keys = secretKeys.map(({ kid }) => kid).join(' ');
    if (before?.keys === keys) return before;
    const { settings, vault, state, accounts, factors, access, clients, strangers } = this;
    const parts = { settings: settings as ProviderParts['settings'], vault, state, accounts, factors, access, clients, strangers };
    const provider = createProvider(parts, secretKeys);
    provider.on('server_error', (ctx, error) => this.logger.error({ route: ctx.oidc?.route, error: error.stack }, 'a sign-in failed'));
    provider.on('grant.error', (ctx, error) => this.logger.warn({ client: ctx.oidc.client?.clientId, error: error.message }, 'no token was given'));
    noteTokens(provider, clients, this.trail);
    return { provider, handle: provider.callback(), keys };
  }
}
