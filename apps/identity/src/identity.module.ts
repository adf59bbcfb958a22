import { readSettings } from '@millrace/chassis';
import { Module } from '@nestjs/common';
import { AccessDecisionController } from './access-decision/access-decision.controller.js';
import { Bootstrap } from './bootstrap.js';
import { ChangeMembershipsController } from './change-memberships/change-memberships.controller.js';
import { ChangeMembershipsHandler } from './change-memberships/change-memberships.handler.js';
import { ChangePasswordHandler } from './change-secret/change-password.handler.js';
import { ChangeSecretController } from './change-secret/change-secret.controller.js';
import { SetSecretHandler } from './change-secret/set-secret.handler.js';
import { AppsController } from './apps/apps.controller.js';
import { ChangeAppHandler } from './apps/change-app.handler.js';
import { RegisterAppHandler } from './apps/register-app.handler.js';
import { CompaniesController } from './companies/companies.controller.js';
import { CreateCompanyHandler } from './companies/create-company.handler.js';
import { IdentitySettings } from './identity-settings.js';
import { AccountRepository } from './persistence/account.repository.js';
import { ManagedAccountRepository } from './persistence/managed-account.repository.js';
import { SigningKeysController } from './signing-keys/signing-keys.controller.js';
import { SigningKeys } from './persistence/signing-keys.js';
import { RotateSigningKeyHandler } from './signing-keys/rotate-signing-key.handler.js';
import { Guesses } from './persistence/guesses.js';
import { SecondFactors } from './persistence/second-factors.js';
import { AppRepository } from './persistence/app.repository.js';
import { SignInStateRepository } from './persistence/sign-in-state.repository.js';
import { Vault } from './persistence/vault.js';
import { AccessClaims } from './sign-in/access-claims.js';
import { Credentials } from './persistence/credentials.js';
import { Clients } from './sign-in/openid/clients.js';
import { OpenIdRoutes } from './sign-in/openid/openid-routes.js';
import { OpenId } from './sign-in/openid/openid.js';
import { SignInPages } from './sign-in/openid/sign-in-pages.js';
import { EndedSessionsController } from './sign-in/ended-sessions.controller.js';
import { SignInAttempts } from './persistence/sign-in-attempts.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ConfirmSecondFactorHandler } from './second-factor/confirm-second-factor.handler.js';
import { RemoveSecondFactorHandler } from './second-factor/remove-second-factor.handler.js';
import { ResetSecondFactorHandler } from './second-factor/reset-second-factor.handler.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { StartSecondFactorHandler } from './second-factor/start-second-factor.handler.js';
import { EndSessionHandler } from './sessions/end-session.handler.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SignOutController } from './sign-out/sign-out.controller.js';
import { SignOutHandler } from './sign-out/sign-out.handler.js';
import { AccountsController } from './users/accounts.controller.js';
import { ChangeAccountHandler } from './users/change-account.handler.js';
import { CreateAccountHandler } from './users/create-account.handler.js';

const describing = ['openapi', 'consumers'].some((command) => process.argv.includes(command));

/** Who may enter: companies, people, apps, roles, and the tokens that say so. */
@Module({
  controllers: [
    SignInController,
    EndedSessionsController,
    SigningKeysController,
    CompaniesController,
    AccountsController,
    AccessDecisionController,
    ChangeMembershipsController,
    ChangeSecretController,
    SignOutController,
    AppsController,
    SessionsController,
    SecondFactorController,
  ],
  providers: [
    { provide: IdentitySettings, useFactory: () => (describing ? { IDENTITY_SECRET: '' } : readSettings(IdentitySettings)) },
    AccountRepository,
    ManagedAccountRepository,
    SigningKeys,
    Vault,
    SecondFactors,
    AppRepository,
    SignInStateRepository,
    Guesses,
    SignInAttempts,
    Credentials,
    AccessClaims,
    Clients,
    OpenId,
    SignInPages,
    OpenIdRoutes,
    Bootstrap,
    CreateCompanyHandler,
    CreateAccountHandler,
    ChangeAccountHandler,
    ChangeMembershipsHandler,
    ChangePasswordHandler,
    SetSecretHandler,
    SignOutHandler,
    RotateSigningKeyHandler,
    StartSecondFactorHandler,
    ConfirmSecondFactorHandler,
    RemoveSecondFactorHandler,
    ResetSecondFactorHandler,
    EndSessionHandler,
    RegisterAppHandler,
    ChangeAppHandler,
  ],
})
export class IdentityModule {}
