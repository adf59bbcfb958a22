import { Public } from '@millrace/chassis';
import { Controller, Get } from '@nestjs/common';
import { AccountRepository } from '../persistence/account.repository.js';
import { SignInStateRepository } from '../persistence/sign-in-state.repository.js';

/** Longer than a token lives: what ended before that has expired by itself. */
const LONGEST_TOKEN_SECONDS = 1_800;

/** For the verifiers of tokens inside the suite; the gateway does not pass it on. */
@Public()
@Controller()
export class EndedSessionsController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly state: SignInStateRepository,
  ) {}

  @Get('.well-known/ended-sessions.json')
  async ended(): Promise<{ sessions: Record<string, number>; signIns: string[] }> {
    const [sessions, signIns] = await Promise.all([this.accounts.endedSessions(LONGEST_TOKEN_SECONDS), this.state.ended(LONGEST_TOKEN_SECONDS)]);
    return { sessions, signIns };
  }
}
