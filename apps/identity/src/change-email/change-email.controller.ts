import { ArrivedAs, Arrival, type Caller, Commands, From, ProblemException, Public, Returns, SignedIn } from '@millrace/chassis';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { mailNotConfigured } from '../domain/account-link.js';
import { newSecret } from '../domain/password-hash.js';
import { Credentials } from '../persistence/credentials.js';
import { OutgoingMails } from '../persistence/outgoing-mails.js';
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
    private readonly credentials: Credentials,
    private readonly mails: OutgoingMails,
  ) {}

  @Post('email-changes')
  @HttpCode(200)
  @SignedIn()
  @Returns(
    200,
    EmailChangeDto,
    'Have a link sent to another address of yours; you sign in with it once you have confirmed it',
    'password-wrong',
    'email-unusable',
    'mail-not-configured',
    'mail-limit-exceeded',
  )
  async change(@Body() { currentPassword, email }: ChangeEmailDto, @From() caller: Caller, @ArrivedAs() { address }: Arrival) {
    if (!this.mails.areSent) throw ProblemException.of(mailNotConfigured);
    const provenHash = await this.credentials.ownHash(caller.subject, currentPassword, address);
    return this.commands.run(this.request, { provenHash, email: email.toLowerCase(), token: newSecret() }, caller);
  }

  @Post('email-confirmations')
  @HttpCode(200)
  @Public()
  @Returns(200, EmailChangeDto, 'Confirm an address with the link that was sent there; the address before is told', 'link-invalid', 'login-taken')
  confirm(@Body() { token }: ConfirmEmailDto, @ArrivedAs() arrival: Arrival): Promise<EmailChangeDto> {
    return this.confirmEmail.confirm(token, arrival.address, arrival.noted, (id) => arrival.isAbout({ type: 'account', id }));
  }
}
