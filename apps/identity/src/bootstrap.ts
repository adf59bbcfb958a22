import { Clock, newId } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Account, Membership } from './domain/account.js';
import { refusalOfPassword } from './domain/broken-passwords.js';
import { hashPassword } from './domain/password-hash.js';
import { IdentitySettings } from './identity-settings.js';
import { AccountRepository } from './persistence/account.repository.js';
import { SigningKeys } from './persistence/signing-keys.js';

const DAY_MS = 86_400_000;
const LOCK = statement('select pg_advisory_xact_lock(7301005)');

/** Makes the first key and, while nobody can enter, the first administrator. */
@Injectable()
export class Bootstrap implements OnApplicationBootstrap {
  constructor(
    private readonly settings: IdentitySettings,
    private readonly accounts: AccountRepository,
    private readonly keys: SigningKeys,
    @Inject(Database) private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.IDENTITY_SECRET === '') return;
    await this.keys.rotateWhenDue();
    setInterval(() => void this.keys.rotateWhenDue().catch(() => {}), DAY_MS).unref();
    await this.createAdministrator();
  }

  private async createAdministrator(): Promise<void> {
    const { BOOTSTRAP_EMAIL: email, BOOTSTRAP_PASSWORD: password } = this.settings;
    if (!email || !password || (await this.accounts.hasUsers())) return;
    const refusal = await refusalOfPassword(password, email);
    if (refusal) throw new Error(`BOOTSTRAP_PASSWORD is refused. ${refusal.detail}`);
    const secretHash = await hashPassword(password);
    const account = Account.open({ kind: 'user', login: email.toLowerCase(), name: 'Administrator', secretHash }, this.clock.now());
    const membership = Object.assign(new Membership(), { id: newId(), accountId: account.id, companyId: null, roleCode: 'administrator', limits: null });
    await this.database.transaction(null, async (tx) => {
      tx.send(LOCK); // Another replica may be as fast.
      if (await this.accounts.hasUsers(tx)) return;
      tx.table(Account).insert(tx, [account]);
      tx.table(Membership).insert(tx, [membership]);
    });
  }
}
