import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Authority } from '../domain/authority.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { type OwnSession, SignInStateRepository } from '../persistence/sign-in-state.repository.js';
import type { EndedUserSessionDto } from './session.dto.js';

type Wish = Readonly<{ accountId: string; sessionId: string; authority: Authority }>;
type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; sessions: ReadonlyMap<string, OwnSession> }>;

const sessionUnknown = new Refusal('not-found', 'missing', 'The person is not signed in there.');

/** Ends one sign-in of somebody else: that takes all that the account holds, as every change of it does. */
@Injectable()
export class EndUserSessionHandler implements CommandHandler<Wish, Loaded, EndedUserSessionDto> {
  readonly name = 'end-user-session';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly state: SignInStateRepository,
  ) {}

  async load(commands: readonly Command<Wish>[], tx: UnitOfWork): Promise<Loaded> {
    const requests = commands.map(({ request }) => request);
    const accounts = await this.accounts.lock(
      tx,
      requests.map(({ accountId }) => accountId),
    );
    const sessions = await this.state.lockSessions(
      tx,
      requests.map(({ sessionId }) => sessionId),
    );
    return { accounts, sessions };
  }

  handle({ request: { accountId, sessionId, authority } }: Command<Wish>, { accounts, sessions }: Loaded, tx: UnitOfWork): Outcome<EndedUserSessionDto> {
    const refusal = refusalToManage(authority, accounts.get(accountId), 'user', 'any');
    if (refusal) return refusal;
    const session = sessions.get(sessionId);
    if (session?.accountId !== accountId) return sessionUnknown;
    this.state.endSession(tx, session);
    return { accountId, sessionId };
  }
}
