import { Public } from '@millrace/chassis';
import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import { AccountRepository } from '../persistence/account.repository.js';
import { SignInStateRepository } from '../persistence/sign-in-state.repository.js';

/** Longer than a token lives: what ended before that has expired by itself. */
const LONGEST_TOKEN_SECONDS = 1_800;

export class EndedSessionsQuery {
  /** The cursor of the answer before: what it told is left out. Everything when absent. */
  @IsOptional() @Matches(/^[1-9][0-9]{0,18}$/, { message: 'after must be the cursor of an answer' }) readonly after?: string;
}

/** What has ended; `whole` when it is all of it, else what is new. `next` is the cursor to ask after. */
type Ended = Readonly<{ whole: boolean; next: string; sessions: Readonly<Record<string, number>>; signIns: readonly string[] }>;

/** For the verifiers of tokens inside the suite; the gateway does not pass it on. */
@Public()
@Controller()
export class EndedSessionsController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly state: SignInStateRepository,
  ) {}

  @Get('.well-known/ended-sessions.json')
  async ended(@Query() { after }: EndedSessionsQuery): Promise<Ended> {
    // Read first: what is committed between this and the lists is told twice rather than never.
    const { horizon, ahead } = await this.state.horizon(after ?? '1');
    const whole = after === undefined || ahead;
    const since = whole ? { withinSeconds: LONGEST_TOKEN_SECONDS } : { tx: after };
    const [sessions, signIns] = await Promise.all([this.accounts.endedSessions(since), this.state.ended(since)]);
    return { whole, next: horizon, sessions, signIns };
  }
}
