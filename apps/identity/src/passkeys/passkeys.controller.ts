import { ArrivedAs, Arrival, type Caller, Commands, From, ProblemException, Returns, SignedIn } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { isProtected } from '../domain/passkey.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { PasskeyRepository } from '../persistence/passkey.repository.js';
import { Passkeys } from '../persistence/passkeys.js';
import { confirming, PROOFS_REFUSED, ProvingAgain } from '../persistence/proving-again.js';
import { SecondFactors } from '../persistence/second-factors.js';
import { ProofsDto } from '../views/proofs.dto.js';
import { AddPasskeyHandler } from './add-passkey.handler.js';
import { AskPasskeyHandler } from './ask-passkey.handler.js';
import { AddedPasskeyDto, AddPasskeyDto, PasskeyChallengeDto, PasskeyDto, RemovedPasskeyDto } from './passkeys.dto.js';
import { RemovePasskeyHandler } from './remove-passkey.handler.js';
import { StartPasskeyHandler } from './start-passkey.handler.js';

/** A challenge that the password alone has earned is worth nothing once the account is protected. */
const registering = (accountId: string, wasProtected: boolean) => `register ${wasProtected ? 'another' : 'the first'} ${accountId}`;

/** The passkeys of a person: keys on devices of the person, which sign in without a password, or after it. */
@Controller('passkeys')
@SignedIn()
export class PasskeysController {
  constructor(
    private readonly commands: Commands,
    private readonly accounts: AccountRepository,
    private readonly rows: PasskeyRepository,
    private readonly passkeys: Passkeys,
    private readonly factors: SecondFactors,
    private readonly proving: ProvingAgain,
    private readonly start: StartPasskeyHandler,
    private readonly ask: AskPasskeyHandler,
    private readonly add: AddPasskeyHandler,
    private readonly remove: RemovePasskeyHandler,
  ) {}

  @Get()
  @Returns(200, [PasskeyDto], 'Your passkeys, the oldest first')
  async list(@From() { subject }: Caller): Promise<PasskeyDto[]> {
    return (await this.rows.ofAccount(subject)).map(({ id, name, createdAt, usedAt }) => ({
      passkeyId: id,
      name,
      createdAt: createdAt.toISOString(),
      ...(usedAt === null ? {} : { usedAt: usedAt.toISOString() }),
    }));
  }

  @Post('enrolments')
  @HttpCode(200)
  @Returns(
    200,
    PasskeyChallengeDto,
    'Get a challenge for a device that is to make a passkey; good once, for five minutes',
    ...PROOFS_REFUSED,
    'passkeys-unavailable',
  )
  async enrol(@Body() proofs: ProofsDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const account = await this.person(caller);
    const proven = await this.proving.prove(account.id, proofs, address);
    const wasProtected = isProtected(await this.factors.protectionOf(account.id));
    const options = await this.passkeys.askToRegister(account, registering(account.id, wasProtected));
    return this.proving.limited(account.id, proven, () => this.commands.run(this.start, { ...proven, options, wasProtected }, caller));
  }

  @Post()
  @Returns(201, AddedPasskeyDto, 'Add the passkey that a device has made', 'passkey-refused', 'passkey-exists', 'passkeys-too-many', 'passkeys-unavailable')
  async added(@Body() { name, credential: answer }: AddPasskeyDto, @From() caller: Caller) {
    const { id } = await this.person(caller);
    const wasProtected = isProtected(await this.factors.protectionOf(id));
    const credential = await this.passkeys.registered(answer, registering(id, wasProtected));
    const { codes: recoveryCodes, ids: recoveryIds } = this.factors.newRecoveryCodes(id);
    const { response, ...answered } = await this.commands.run(this.add, { name, credential, wasProtected, recoveryIds }, caller);
    const { passkeyId, withRecoveryCodes } = response;
    return { ...answered, response: { passkeyId, ...(withRecoveryCodes && !answered.replayed ? { recoveryCodes } : {}) } };
  }

  @Post('challenges')
  @HttpCode(200)
  @Returns(200, PasskeyChallengeDto, 'Get a challenge for a passkey that you have, to prove yourself with in place of a code', 'passkeys-unavailable')
  async challenge(@From() caller: Caller) {
    const { id } = await this.person(caller);
    return this.commands.run(this.ask, { options: await this.passkeys.askToProve(confirming(id)) }, caller);
  }

  @Post(':passkeyId/removals')
  @HttpCode(200)
  @Returns(200, RemovedPasskeyDto, 'Remove a passkey: it opens nothing from now on', ...PROOFS_REFUSED, 'second-factor-demanded')
  async removed(@Param('passkeyId') passkeyId: string, @Body() proofs: ProofsDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    const proven = await this.proving.prove(caller.subject, proofs, address);
    return this.proving.limited(caller.subject, proven, () => this.commands.run(this.remove, { ...proven, passkeyId }, caller));
  }

  private async person({ subject }: Caller) {
    if (!this.passkeys.areOffered) {
      throw new ProblemException(409, 'passkeys-unavailable', 'Browsers offer passkeys to a name over TLS alone, or to localhost: PUBLIC_URL must be one.');
    }
    const account = await this.accounts.byId('user', subject);
    if (!account) throw new ProblemException(404, 'not-found', 'Passkeys are of people.');
    return account;
  }
}
