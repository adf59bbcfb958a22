import { ArrivedAs, Arrival, type Caller, Commands, From, RequiresPermission, Returns, SignedIn } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { newTotpSecret, totpUri } from '../domain/one-time-code.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SecondFactors } from '../persistence/second-factors.js';
import { PROOFS_REFUSED, ProvingAgain } from '../persistence/proving-again.js';
import { ChangedAccountDto } from '../views/account.dto.js';
import { ProofsDto } from '../views/proofs.dto.js';
import { ConfirmSecondFactorHandler } from './confirm-second-factor.handler.js';
import { RemoveSecondFactorHandler } from './remove-second-factor.handler.js';
import { RenewRecoveryCodesHandler } from './renew-recovery-codes.handler.js';
import { ResetSecondFactorHandler } from './reset-second-factor.handler.js';
import { ConfirmSecondFactorDto, RecoveryCodesDto, RemovedSecondFactorDto, SecondFactorDto, StartedSecondFactorDto } from './second-factor.dto.js';
import { StartSecondFactorHandler } from './start-second-factor.handler.js';

/** An authenticator that a person signs in with beside the password: set up, confirmed by its first code, removed. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly commands: Commands,
    private readonly accounts: AccountRepository,
    private readonly proving: ProvingAgain,
    private readonly factors: SecondFactors,
    private readonly start: StartSecondFactorHandler,
    private readonly confirm: ConfirmSecondFactorHandler,
    private readonly renew: RenewRecoveryCodesHandler,
    private readonly remove: RemoveSecondFactorHandler,
    private readonly reset: ResetSecondFactorHandler,
  ) {}

  @Get('second-factor')
  @SignedIn()
  @Returns(200, SecondFactorDto, 'Whether you sign in with an authenticator too, and how many recovery codes are left')
  async show(@From() { subject }: Caller): Promise<SecondFactorDto> {
    const { authenticator, demanded } = await this.factors.protectionOf(subject);
    return { active: authenticator, demanded, recoveryCodesLeft: await this.factors.recoveryCodesLeft(subject) };
  }

  @Post('second-factor/enrolments')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, StartedSecondFactorDto, 'Get a secret for an authenticator; it counts once its first code is confirmed', ...PROOFS_REFUSED)
  async enrol(@Body() proofs: ProofsDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const person = await this.accounts.byId('user', caller.subject);
    const proven = await this.proving.prove(caller.subject, proofs, address);
    const secret = newTotpSecret();
    const start = () => this.commands.run(this.start, { ...proven, sealedSecret: this.factors.sealSecret(secret) }, caller);
    const answer = await this.proving.limited(caller.subject, proven, start);
    return answer.replayed ? answer : { ...answer, response: { ...answer.response, secret, uri: totpUri(secret, person!.login) } };
  }

  @Post('second-factor/confirmations')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, RecoveryCodesDto, 'Confirm an authenticator by a code, and get recovery codes', 'code-wrong', 'second-factor-not-started')
  async confirmed(@Body() { code }: ConfirmSecondFactorDto, @From() caller: Caller) {
    const { codes: recoveryCodes, ids: recoveryIds } = this.factors.newRecoveryCodes(caller.subject);
    const confirm = () => this.commands.run(this.confirm, { code, recoveryIds }, caller);
    const answer = await this.factors.limited(`pending ${caller.subject}`, confirm, isNew);
    return answer.replayed ? answer : { ...answer, response: { ...answer.response, recoveryCodes } };
  }

  @Post('second-factor/recovery-codes')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, RecoveryCodesDto, 'Get other recovery codes; those before open nothing any more', ...PROOFS_REFUSED, 'second-factor-absent')
  async renewed(@Body() proofs: ProofsDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const proven = await this.proving.prove(caller.subject, proofs, address);
    const { codes: recoveryCodes, ids: recoveryIds } = this.factors.newRecoveryCodes(caller.subject);
    const answer = await this.proving.limited(caller.subject, proven, () => this.commands.run(this.renew, { ...proven, recoveryIds }, caller));
    return answer.replayed ? answer : { ...answer, response: { ...answer.response, recoveryCodes } };
  }

  @Post('second-factor/removals')
  @HttpCode(200)
  @SignedIn()
  @Returns(
    200,
    RemovedSecondFactorDto,
    'Remove the authenticator; with no passkey the password alone counts from now on',
    ...PROOFS_REFUSED,
    'second-factor-demanded',
  )
  async removed(@Body() proofs: ProofsDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const proven = await this.proving.prove(caller.subject, proofs, address);
    return this.proving.limited(caller.subject, proven, () => this.commands.run(this.remove, proven, caller));
  }

  @Post('users/:accountId/second-factor-resets')
  @HttpCode(200)
  @RequiresPermission('identity.user.reset', { company: 'either' })
  @Returns(
    200,
    ChangedAccountDto,
    'Let a person in who has lost the authenticator or the passkeys: the password alone counts',
    'own-account',
    'role-not-held',
    'version-stale',
  )
  resetOf(@Param('accountId') accountId: string, @From() caller: Caller) {
    return this.commands.run(this.reset, { accountId, authority: caller.authority, seen: caller.ifMatch }, caller);
  }
}

/** A repeat takes no code, so it says nothing of the one that came with it. */
const isNew = ({ replayed }: Readonly<{ replayed: boolean }>) => !replayed;
