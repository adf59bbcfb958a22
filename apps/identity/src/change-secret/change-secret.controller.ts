import { ArrivedAs, Arrival, type Caller, Commands, From, RequiresPermission, Returns, SignedIn } from '@millrace/chassis';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { hashPassword, newSecret } from '../domain/password-hash.js';
import { Credentials } from '../persistence/credentials.js';
import { ChangedAccountDto } from '../views/account.dto.js';
import { ChangePasswordHandler } from './change-password.handler.js';
import { ChangePasswordDto, ResetPasswordDto, RotatedSecretDto, RotateSecretDto } from './change-secret.dto.js';
import { SetSecretHandler } from './set-secret.handler.js';

const OVERLAP_HOURS = 24;

/** Passwords and secrets in use are changed; the tokens that were given for them end, unless the old one overlaps. */
@Controller()
export class ChangeSecretController {
  constructor(
    private readonly commands: Commands,
    private readonly changePassword: ChangePasswordHandler,
    private readonly setSecret: SetSecretHandler,
    private readonly credentials: Credentials,
  ) {}

  @Post('password-changes')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, ChangedAccountDto, 'Change your own password; sign in again with the new one', 'password-wrong')
  async change(@Body() { currentPassword, newPassword }: ChangePasswordDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const provenHash = await this.credentials.ownHash(caller.subject, currentPassword, address);
    return this.commands.run(this.changePassword, { provenHash, secretHash: await hashPassword(newPassword) }, caller);
  }

  @Post('users/:accountId/password-resets')
  @HttpCode(200)
  @RequiresPermission('identity.user.reset', { company: 'either' })
  @Returns(200, ChangedAccountDto, 'Give a person another password', 'own-account', 'role-not-held', 'version-stale')
  async reset(@Param('accountId') accountId: string, @Body() { password }: ResetPasswordDto, @From() caller: Caller) {
    const { authority, ifMatch: seen } = caller;
    return this.commands.run(this.setSecret, { accountId, kind: 'user', authority, seen, secretHash: await hashPassword(password) }, caller);
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
}
