import { type Caller, Commands, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { accountUnknown, isVisible } from '../domain/memberships.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SignInStateRepository } from '../persistence/sign-in-state.repository.js';
import { ChangedAccountDto } from '../views/account.dto.js';
import { EndUserSessionHandler } from './end-user-session.handler.js';
import { EndUserSessionsHandler } from './end-user-sessions.handler.js';
import { EndedUserSessionDto, SessionDto, showSession } from './session.dto.js';

/** Where somebody else is signed in, for who looks after accounts. */
@Controller('users/:accountId')
export class UserSessionsController {
  constructor(
    private readonly commands: Commands,
    private readonly accounts: AccountRepository,
    private readonly state: SignInStateRepository,
    private readonly endSession: EndUserSessionHandler,
    private readonly endSessions: EndUserSessionsHandler,
  ) {}

  @Get('sessions')
  @RequiresPermission('identity.session.view', { company: 'either' })
  @Returns(200, [SessionDto], 'Where a person is signed in: browsers and apps, the newest first, at most 200')
  async list(@Param('accountId') accountId: string, @From() { authority }: Caller): Promise<SessionDto[]> {
    const [account, memberships] = await Promise.all([this.accounts.byId('user', accountId), this.accounts.membershipsOf(accountId)]);
    if (!account || !isVisible(authority, { account, memberships })) throw ProblemException.of(accountUnknown);
    return (await this.state.sessionsOf(accountId)).map(showSession);
  }

  @Post('sessions/:sessionId/sign-out')
  @HttpCode(200)
  @RequiresPermission('identity.session.end', { company: 'either' })
  @Returns(200, EndedUserSessionDto, 'Sign a person out there: no new token from now on, and within a minute none of it opens anything', 'role-not-held')
  end(@Param('accountId') accountId: string, @Param('sessionId') sessionId: string, @From() caller: Caller) {
    return this.commands.run(this.endSession, { accountId, sessionId, authority: caller.authority }, caller);
  }

  @Post('sign-outs')
  @HttpCode(200)
  @RequiresPermission('identity.session.end', { company: 'either' })
  @Returns(
    200,
    ChangedAccountDto,
    'Sign a person out everywhere: within a minute no token that the account has opens anything',
    'role-not-held',
    'version-stale',
  )
  endAll(@Param('accountId') accountId: string, @From() caller: Caller) {
    return this.commands.run(this.endSessions, { accountId, authority: caller.authority, seen: caller.ifMatch }, caller);
  }
}
