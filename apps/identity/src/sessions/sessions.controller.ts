import { type Caller, Commands, From, Returns, SignedIn } from '@millrace/chassis';
import { IsId, IsName } from '@millrace/contracts';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { SignInStateRepository } from '../persistence/sign-in-state.repository.js';
import { EndSessionHandler } from './end-session.handler.js';

const KINDS = ['browser', 'app'] as const;

export class SessionDto {
  @IsId() readonly sessionId!: string;
  /** A browser that is signed in here, or an app that acts for you. */
  @IsIn(KINDS) readonly kind!: (typeof KINDS)[number];
  /** Name of the app. */
  @IsOptional() @IsName() readonly app?: string;
  @IsString() readonly startedAt!: string;
  @IsString() readonly usedAt!: string;
  /** When it ends by itself. */
  @IsString() readonly endsAt!: string;
}

export class EndedSessionDto {
  @IsId() readonly sessionId!: string;
}

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
    return (await this.state.sessionsOf(subject)).map(({ id, model, app, startedAt, usedAt, endsAt }) => ({
      sessionId: id,
      kind: model === 'Session' ? 'browser' : 'app',
      ...(app === null ? {} : { app }),
      startedAt: startedAt.toISOString(),
      usedAt: usedAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
  }

  @Post(':sessionId/sign-out')
  @HttpCode(200)
  @SignedIn()
  @Returns(200, EndedSessionDto, 'Sign out there: no new token from now on, and within a minute none that it has opens anything')
  end(@Param('sessionId') sessionId: string, @From() caller: Caller) {
    return this.commands.run(this.endSession, { sessionId }, caller);
  }
}
