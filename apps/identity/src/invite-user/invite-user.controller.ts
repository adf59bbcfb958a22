import { type Caller, Commands, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { mailNotConfigured } from '../domain/account-link.js';
import { newSecret } from '../domain/password-hash.js';
import { OutgoingMails } from '../persistence/outgoing-mails.js';
import { ChangedAccountDto } from '../views/account.dto.js';
import { SendInvitationHandler } from './send-invitation.handler.js';
import { WithdrawInvitationHandler } from './withdraw-invitation.handler.js';

/** Invitations of people who are let in and have chosen no password yet. */
@Controller('users/:accountId')
export class InviteUserController {
  constructor(
    private readonly commands: Commands,
    private readonly send: SendInvitationHandler,
    private readonly withdraw: WithdrawInvitationHandler,
    private readonly mails: OutgoingMails,
  ) {}

  @Post('invitations')
  @HttpCode(200)
  @RequiresPermission('identity.user.create', { company: 'either' })
  @Returns(
    200,
    ChangedAccountDto,
    'Send the invitation of a person again; the link before is good no longer',
    'invitation-accepted',
    'account-inactive',
    'email-unusable',
    'mail-not-configured',
    'mail-limit-exceeded',
    'role-not-held',
    'version-stale',
  )
  sendAgain(@Param('accountId') accountId: string, @From() caller: Caller) {
    if (!this.mails.areSent) throw ProblemException.of(mailNotConfigured);
    return this.commands.run(this.send, { accountId, authority: caller.authority, seen: caller.ifMatch, token: newSecret() }, caller);
  }

  @Post('invitation-withdrawals')
  @HttpCode(200)
  @RequiresPermission('identity.user.create', { company: 'either' })
  @Returns(200, ChangedAccountDto, 'Take the invitation of a person back: its link is good no longer', 'invitation-accepted', 'role-not-held', 'version-stale')
  takeBack(@Param('accountId') accountId: string, @From() caller: Caller) {
    return this.commands.run(this.withdraw, { accountId, authority: caller.authority, seen: caller.ifMatch }, caller);
  }
}
