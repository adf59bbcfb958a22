import { BackgroundLoop, type Arrival, LOGGER, ProblemException, TrailNotes } from '@millrace/chassis';
import { newId } from '@millrace/kernel';
import { appendToTrail, MessagingRuntime, type UnitOfWork } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Account } from '../domain/account.js';
import { LINKS_AN_HOUR, mailNotConfigured } from '../domain/account-link.js';
import { isMailable } from '../domain/mail.js';
import { newSecret } from '../domain/password-hash.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { LinkLimits } from '../persistence/link-limits.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { OutgoingMails } from '../persistence/outgoing-mails.js';
import { Vault } from '../persistence/vault.js';

const [REQUESTS, AT_ONCE] = ['reset requests', 50];

const ADD = statement('insert into reset_request (id, sealed) values ($1, $2)');
const TAKE = statement(`
  delete from reset_request where id in (select id from reset_request order by id limit $1 for update skip locked) returning id, sealed`);

type Noted = Arrival['noted'];
type Request = Readonly<{ email: string; noted: Noted }>;

/**
 * Who has forgotten a password asks for a link. Nobody who asks waits for the account to be looked for: what is asked is
 * written down, the same for every address, and taken up a moment later. So neither answer nor time tells whether there is one.
 */
@Injectable()
export class ResetRequests extends BackgroundLoop {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly accounts: AccountRepository,
    private readonly managed: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
    private readonly mails: OutgoingMails,
    private readonly limits: LinkLimits,
    private readonly vault: Vault,
    private readonly trail: TrailNotes,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, 'requests for another password could not be taken up, trying again');
  }

  /** @throws ProblemException `mail-not-configured`; 429 when this address has asked too often, for whomever. */
  async ask(email: string, address: string, noted: Noted): Promise<void> {
    if (!this.mails.areSent) throw ProblemException.of(mailNotConfigured);
    await this.limits.ask(address);
    const request: Request = { email: email.toLowerCase(), noted };
    await this.database.query(ADD, [newId(), this.vault.seal(REQUESTS, JSON.stringify(request))]);
  }

  protected async round(): Promise<void> {
    while (!this.stopping && (await this.takeSome()) === AT_ONCE);
  }

  /** Takes up some of what was asked. @returns how many. */
  takeSome(): Promise<number> {
    return this.messaging.store.transaction(null, async (tx) => {
      const rows = await tx.query<{ sealed: string }>(TAKE, [AT_ONCE]);
      if (rows.length === 0) return 0;
      const requests = rows.flatMap((row) => this.read(row));
      const idOf = await this.accounts.idsByLogin(
        tx,
        'user',
        requests.map(({ email }) => email),
      );
      const accounts = await this.managed.lock(tx, [...idOf.values()]);
      const given = await this.links.givenLately(tx, 'password-reset', [...idOf.values()]);
      for (const { email, noted } of requests) this.answer(accounts.get(idOf.get(email) ?? '')?.account, given, noted, tx);
      return rows.length;
    });
  }

  /** Sends a link to who has a password to forget, a few times an hour; nothing else is ever said to anybody but the audit trail. */
  private answer(account: Account | undefined, given: Map<string, number>, { origin, requestId }: Noted, tx: UnitOfWork): void {
    const problem = refusalOf(account, given);
    const about = account && { type: 'account', id: account.id };
    if (problem !== undefined) return this.trail.note({ companyId: null, subject: null, origin: { ...origin, record: about }, requestId, problem });
    given.set(account!.id, (given.get(account!.id) ?? 0) + 1);
    this.mail.sendLink(tx, account!, 'password-reset', newSecret());
    appendToTrail(tx, [{ subject: null, origin, requestId, outcome: 'done', problem: null, times: 1, record: about }]);
  }

  /** Sealed under another secret than this process has, it says nothing. */
  private read({ sealed }: Readonly<{ sealed: string }>): Request[] {
    try {
      return [JSON.parse(this.vault.open(REQUESTS, sealed)) as Request];
    } catch {
      return [];
    }
  }
}

function refusalOf(account: Account | undefined, given: ReadonlyMap<string, number>): string | undefined {
  if (!account?.active || account.isInvited || !isMailable(account.login)) return 'account-unknown';
  return (given.get(account.id) ?? 0) >= LINKS_AN_HOUR ? 'mail-limit-exceeded' : undefined;
}
