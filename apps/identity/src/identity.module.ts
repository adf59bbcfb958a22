import { readSettings } from '@millrace/chassis';
import { Module } from '@nestjs/common';
import { AccessDecisionController } from './access-decision/access-decision.controller.js';
import { Bootstrap } from './bootstrap.js';
import { ChangeMembershipsController } from './change-memberships/change-memberships.controller.js';
import { ChangeMembershipsHandler } from './change-memberships/change-memberships.handler.js';
import { ChangePasswordHandler } from './change-secret/change-password.handler.js';
import { ChangeSecretController } from './change-secret/change-secret.controller.js';
import { SetSecretHandler } from './change-secret/set-secret.handler.js';
import { ChangeEmailController } from './change-email/change-email.controller.js';
import { ConfirmEmailHandler } from './change-email/confirm-email.handler.js';
import { ConfirmEmail } from './change-email/confirm-email.js';
import { ConfirmEmailPage } from './change-email/confirm-email.page.js';
import { RequestEmailChangeHandler } from './change-email/request-email-change.handler.js';
import { ChoosePasswordController } from './choose-password/choose-password.controller.js';
import { ChoosePasswordHandler } from './choose-password/choose-password.handler.js';
import { ChoosePassword } from './choose-password/choose-password.js';
import { ChoosePasswordPage } from './choose-password/choose-password.page.js';
import { AppsController } from './apps/apps.controller.js';
import { ChangeAppHandler } from './apps/change-app.handler.js';
import { RegisterAppHandler } from './apps/register-app.handler.js';
import { RotateAppSecretHandler } from './apps/rotate-app-secret.handler.js';
import { CompaniesController } from './companies/companies.controller.js';
import { ChangeCompanyHandler } from './companies/change-company.handler.js';
import { CreateCompanyHandler } from './companies/create-company.handler.js';
import { IdentitySettings, withMailComplete } from './identity-settings.js';
import { InviteUserController } from './invite-user/invite-user.controller.js';
import { SendInvitationHandler } from './invite-user/send-invitation.handler.js';
import { WithdrawInvitationHandler } from './invite-user/withdraw-invitation.handler.js';
import { AccountLinks } from './persistence/account-links.js';
import { AccountMail } from './persistence/account-mail.js';
import { AccountRepository } from './persistence/account.repository.js';
import { ManagedAccountRepository } from './persistence/managed-account.repository.js';
import { LinkLimits } from './persistence/link-limits.js';
import { OutgoingMails } from './persistence/outgoing-mails.js';
import { ForgottenPasswordPage } from './reset-password/forgotten-password.page.js';
import { ResetPasswordController } from './reset-password/reset-password.controller.js';
import { ResetRequests } from './reset-password/reset-requests.js';
import { MailSender } from './send-mail/mail-sender.js';
import { Postman } from './send-mail/postman.js';
import { SigningKeysController } from './signing-keys/signing-keys.controller.js';
import { SigningKeys } from './persistence/signing-keys.js';
import { RotateSigningKeyHandler } from './signing-keys/rotate-signing-key.handler.js';
import { AddPasskeyHandler } from './passkeys/add-passkey.handler.js';
import { AskPasskeyHandler } from './passkeys/ask-passkey.handler.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { RemovePasskeyHandler } from './passkeys/remove-passkey.handler.js';
import { StartPasskeyHandler } from './passkeys/start-passkey.handler.js';
import { PasskeyRepository } from './persistence/passkey.repository.js';
import { Passkeys } from './persistence/passkeys.js';
import { ProtectedAccountRepository } from './persistence/protected-accounts.js';
import { ProvingAgain } from './persistence/proving-again.js';
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
import { EnrolAtSignInHandler } from './sign-in/openid/enrol-at-sign-in.handler.js';
import { Enrolment } from './sign-in/openid/enrolment.js';
import { SecondStep } from './sign-in/openid/second-step.js';
import { SignInProofs } from './sign-in/openid/sign-in-proofs.js';
import { Strangers } from './sign-in/openid/strangers.js';
import { SignInPages } from './sign-in/openid/sign-in-pages.js';
import { EndedSessionsController } from './sign-in/ended-sessions.controller.js';
import { SignInAttempts } from './persistence/sign-in-attempts.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ConfirmSecondFactorHandler } from './second-factor/confirm-second-factor.handler.js';
import { RemoveSecondFactorHandler } from './second-factor/remove-second-factor.handler.js';
import { RenewRecoveryCodesHandler } from './second-factor/renew-recovery-codes.handler.js';
import { ResetSecondFactorHandler } from './second-factor/reset-second-factor.handler.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { StartSecondFactorHandler } from './second-factor/start-second-factor.handler.js';
import { ChangeRoleHandler } from './roles/change-role.handler.js';
import { RolesController } from './roles/roles.controller.js';
import { EndSessionHandler } from './sessions/end-session.handler.js';
import { EndUserSessionHandler } from './sessions/end-user-session.handler.js';
import { EndUserSessionsHandler } from './sessions/end-user-sessions.handler.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { UserSessionsController } from './sessions/user-sessions.controller.js';
import { SignOutController } from './sign-out/sign-out.controller.js';
import { SignOutHandler } from './sign-out/sign-out.handler.js';
import { AccountsController } from './users/accounts.controller.js';
import { ChangeAccountHandler } from './users/change-account.handler.js';
import { CreateAccountHandler } from './users/create-account.handler.js';
import { Forms } from './views/forms.js';

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
    UserSessionsController,
    SecondFactorController,
    PasskeysController,
    RolesController,
    InviteUserController,
    ChoosePasswordController,
    ResetPasswordController,
    ChangeEmailController,
  ],
  providers: [
    { provide: IdentitySettings, useFactory: () => (describing ? { IDENTITY_SECRET: '' } : withMailComplete(readSettings(IdentitySettings))) },
    AccountRepository,
    ManagedAccountRepository,
    SigningKeys,
    Vault,
    SecondFactors,
    PasskeyRepository,
    Passkeys,
    ProtectedAccountRepository,
    ProvingAgain,
    AppRepository,
    SignInStateRepository,
    Guesses,
    SignInAttempts,
    Credentials,
    AccessClaims,
    Clients,
    Strangers,
    OpenId,
    SignInProofs,
    EnrolAtSignInHandler,
    Enrolment,
    SecondStep,
    SignInPages,
    OpenIdRoutes,
    Bootstrap,
    CreateCompanyHandler,
    ChangeCompanyHandler,
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
    RenewRecoveryCodesHandler,
    ResetSecondFactorHandler,
    ChangeRoleHandler,
    StartPasskeyHandler,
    AskPasskeyHandler,
    AddPasskeyHandler,
    RemovePasskeyHandler,
    EndSessionHandler,
    EndUserSessionHandler,
    EndUserSessionsHandler,
    RegisterAppHandler,
    ChangeAppHandler,
    RotateAppSecretHandler,
    AccountLinks,
    OutgoingMails,
    AccountMail,
    LinkLimits,
    Forms,
    Postman,
    MailSender,
    SendInvitationHandler,
    WithdrawInvitationHandler,
    ChoosePassword,
    ChoosePasswordHandler,
    ChoosePasswordPage,
    ResetRequests,
    ForgottenPasswordPage,
    RequestEmailChangeHandler,
    ConfirmEmail,
    ConfirmEmailHandler,
    ConfirmEmailPage,
  ],
})
export class IdentityModule {}
