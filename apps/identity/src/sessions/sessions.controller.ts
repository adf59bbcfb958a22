import { type Caller, Commands, From, Returns, SignedIn } from '@millrace/chassis';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SignInStateRepository } from '../persistence/sign-in-state.repository.js';
import { EndSessionHandler } from './end-session.handler.js';
import { EndedSessionDto, SessionDto, showSession } from './session.dto.js';

/** Where an account is signed in. */
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly commands: Commands,
    private readonly endSession: EndSessionHandler,
    private readonly state: SignInStateRepository,
  ) {}

  @Get()
  @SignedIn()
  @Returns(200, [SessionDto], 'Where you are signed in: browsers and apps, the newest first, at most 200')
  async list(@From() { subject }: Caller): Promise<SessionDto[]> {
    return (await this.state.sessionsOf(subject)).map(showSession);
  }

  @Post(':sessionId/sign-out')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, EndedSessionDto, 'Sign out there: no new token from now on, and within a minute none that it has opens anything')
  end(@Param('sessionId') sessionId: string, @From() caller: Caller) {
    return this.commands.run(this.endSession, { sessionId }, caller);
  }
}
