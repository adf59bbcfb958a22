import type { ServiceDefinition } from '@millrace/chassis';
import { Identity } from '../migrations/20261122000000-identity.js';
import { ForgetPasswordDigests } from '../migrations/20261124100000-forget-password-digests.js';
import { ManagedAccounts } from '../migrations/20261124110000-managed-accounts.js';
import { StandardSignIn } from '../migrations/20261127130000-standard-sign-in.js';
import { SecondFactorTables } from '../migrations/20261127140000-second-factors.js';
import { AuditPermissions } from '../migrations/20261127150100-audit-permissions.js';
import { Passkeys } from '../migrations/20261127160000-passkeys.js';
import { LastingEnds } from '../migrations/20261127170200-lasting-ends.js';
import { Mail } from '../migrations/20261127160000-mail.js';
import { MembershipLimits } from '../migrations/20261127170000-limits.js';
import { SharedGuesses } from '../migrations/20261127180000-shared-guesses.js';
import { IdentityModule } from './identity.module.js';
import { AppSchema } from './persistence/app.repository.js';
import { PasskeySchema } from './persistence/passkey.repository.js';
import { AccountSchema, CompanySchema, MembershipSchema, RoleSchema } from './persistence/account.repository.js';

export const definition: ServiceDefinition = {
  name: 'identity',
  module: IdentityModule,
  mappings: [CompanySchema, AccountSchema, MembershipSchema, RoleSchema, AppSchema, PasskeySchema],
  migrations: [
    { name: '20261122000000-identity', class: Identity },
    { name: '20261124100000-forget-password-digests', class: ForgetPasswordDigests },
    { name: '20261124110000-managed-accounts', class: ManagedAccounts },
    { name: '20261127130000-standard-sign-in', class: StandardSignIn },
    { name: '20261127140000-second-factors', class: SecondFactorTables },
    { name: '20261127150100-audit-permissions', class: AuditPermissions },
    { name: '20261127160000-passkeys', class: Passkeys },
    { name: '20261127170200-lasting-ends', class: LastingEnds },
    { name: '20261127160000-mail', class: Mail },
    { name: '20261127170000-limits', class: MembershipLimits },
    { name: '20261127180000-shared-guesses', class: SharedGuesses },
  ],
};
