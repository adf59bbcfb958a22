import { ArrivedAs, Arrival, type Caller, Commands, From, ProblemException, Public, Returns, SignedIn } from '@millrace/chassis';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { mailNotConfigured } from '../domain/account-link.js';
import { newSecret } from '../domain/password-hash.js';
import { OutgoingMails } from '../persistence/outgoing-mails.js';
import { PROOFS_REFUSED, ProvingAgain } from '../persistence/proving-again.js';
import { ChangeEmailDto, ConfirmEmailDto, EmailChangeDto } from './change-email.dto.js';
import { ConfirmEmail } from './confirm-email.js';
import { RequestEmailChangeHandler } from './request-email-change.handler.js';

/** The address that a person signs in with and is written to. */
@Controller()
export class ChangeEmailController {
  constructor(
    private readonly commands: Commands,
    private readonly request: RequestEmailChangeHandler,
    private readonly confirmEmail: ConfirmEmail,
    private readonly proving: ProvingAgain,
    private readonly mails: OutgoingMails,
  ) {}

  @Post('email-changes')
  @HttpCode(200)
  @SignedIn()
  @Returns(
    200,
    EmailChangeDto,
    'Have a link sent to another address of yours; you sign in with it once you have confirmed it',
    ...PROOFS_REFUSED,
    'email-unusable',
    'mail-not-configured',
    'mail-limit-exceeded',
  )
  async change(@Body() { email, ...proofs }: ChangeEmailDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    if (!this.mails.areSent) throw ProblemException.of(mailNotConfigured);
    const proven = await this.proving.prove(caller.subject, proofs, address);
    const request = { ...proven, email: email.toLowerCase(), token: newSecret() };
    return this.proving.limited(caller.subject, proven, () => this.commands.run(this.request, request, caller));
  }

  @Post('email-confirmations')
  @HttpCode(200)
  @Public()
  @Returns(200, EmailChangeDto, 'Confirm an address with the link that was sent there; the address before is told', 'link-invalid', 'login-taken')
  confirm(@Body() { token }: ConfirmEmailDto, @ArrivedAs() arrival: Arrival): Promise<EmailChangeDto> {
    return this.confirmEmail.confirm(token, arrival.address, arrival.noted, (id) => arrival.isAbout({ type: 'account', id }));
  }
}
