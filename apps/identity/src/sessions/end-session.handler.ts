import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type OwnSession, SignInStateRepository } from '../persistence/sign-in-state.repository.js';

type Wish = Readonly<{ sessionId: string }>;
type Sessions = ReadonlyMap<string, OwnSession>;

const sessionUnknown = new Refusal('not-found', 'missing', 'You are not signed in there.');

/** Ends one sign-in of the account that asks. */
@Injectable()
export class EndSessionHandler implements CommandHandler<Wish, Sessions, Wish> {
  readonly name = 'end-session';

  constructor(private readonly state: SignInStateRepository) {}

  load(commands: readonly Command<Wish>[], tx: UnitOfWork): Promise<Sessions> {
    return this.state.lockSessions(
      tx,
      commands.map(({ request }) => request.sessionId),
    );
  }

  handle({ request: { sessionId }, actor }: Command<Wish>, sessions: Sessions, tx: UnitOfWork): Outcome<Wish> {
    const session = sessions.get(sessionId);
    if (session?.accountId !== actor) return sessionUnknown;
    this.state.endSession(tx, session);
    return { sessionId };
  }
}
