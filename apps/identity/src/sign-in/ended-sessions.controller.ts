import { Public } from '@millrace/chassis';
import { Controller, Get } from '@nestjs/common';
import { AccountRepository } from '../persistence/account.repository.js';

/** Longer than a token lives: what ended before that has expired by itself. */
const LONGEST_TOKEN_SECONDS = 1_800;

/** For the verifiers of tokens inside the suite; the gateway does not pass it on. */
@Public()
@Controller()
export class EndedSessionsController {
  constructor(private readonly accounts: AccountRepository) {}

  @Get('.well-known/ended-sessions.json')
  async ended(): Promise<{ sessions: Record<string, number> }> {
    return { sessions: await this.accounts.endedSessions(LONGEST_TOKEN_SECONDS) };
  }
}
