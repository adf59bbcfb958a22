import { ArrivedAs, Arrival, type Caller, Commands, From, RequiresPermission, Returns, SignedIn } from '@millrace/chassis';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { refusalOfPassword } from '../domain/broken-passwords.js';
import { hashPassword, newSecret } from '../domain/password-hash.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { PROOFS_REFUSED, ProvingAgain } from '../persistence/proving-again.js';
import { ChangedAccountDto } from '../views/account.dto.js';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ChangePasswordDto, ResetPasswordDto, RotatedSecretDto, RotateSecretDto } from './change-secret.dto.js';
import { SetSecretHandler } from './set-secret.handler.js';

const OVERLAP_HOURS = 24;
const BROKEN = ['password-common', 'password-holds-login'];

/** Passwords and secrets in use are changed; the tokens that were given for them end, unless the old one overlaps. */
@Controller()
export class ChangeSecretController {
  constructor(
    private readonly commands: Commands,
    private readonly changePassword: ChangePasswordHandler,
    private readonly setSecret: SetSecretHandler,
    private readonly proving: ProvingAgain,
    private readonly accounts: AccountRepository,
  ) {}

  @Post('password-changes')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, ChangedAccountDto, 'Change your own password; sign in again with the new one', ...PROOFS_REFUSED, ...BROKEN)
  async change(@Body() { newPassword, ...proofs }: ChangePasswordDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const proven = await this.proving.prove(caller.subject, proofs, address);
    const weakness = await this.weaknessOf(caller.subject, newPassword);
    const change = { ...proven, weakness, secretHash: await hashPassword(newPassword) };
    return this.proving.limited(caller.subject, proven, () => this.commands.run(this.changePassword, change, caller));
  }

  @Post('users/:accountId/password-resets')
  @HttpCode(200)
  @RequiresPermission('identity.user.reset', { company: 'either' })
  @Returns(200, ChangedAccountDto, 'Give a person another password', 'own-account', 'role-not-held', 'version-stale', ...BROKEN)
  async reset(@Param('accountId') accountId: string, @Body() { password }: ResetPasswordDto, @From() caller: Caller) {
    const { authority, ifMatch: seen } = caller;
    const weakness = await this.weaknessOf(accountId, password);
    return this.commands.run(this.setSecret, { accountId, kind: 'user', authority, seen, weakness, secretHash: await hashPassword(password) }, caller);
  }

  @Post('service-accounts/:accountId/secret-rotations')
  @HttpCode(200)
  @RequiresPermission('identity.service-account.rotate', { company: 'either' })
  @Returns(200, RotatedSecretDto, 'Give an app another secret, shown once; the one before is good for a while', 'role-not-held', 'version-stale')
  async rotate(@Param('accountId') accountId: string, @Body() { overlapHours }: RotateSecretDto, @From() caller: Caller) {
    const clientSecret = newSecret();
    const { authority, ifMatch: seen } = caller;
    const secret = {
      accountId,
      kind: 'service',
      authority,
      seen,
      secretHash: await hashPassword(clientSecret),
      overlapHours: overlapHours ?? OVERLAP_HOURS,
    } as const;
    const answer = await this.commands.run(this.setSecret, secret, caller);
    return answer.replayed ? answer : { ...answer, response: { ...answer.response, clientSecret } };
  }

  private async weaknessOf(accountId: string, password: string) {
    const account = await this.accounts.byId('user', accountId);
    return account && refusalOfPassword(password, account.login);
  }
}
