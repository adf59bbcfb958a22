import { newId } from '@millrace/kernel';
import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { MailKind, OutgoingMail } from '../domain/mail.js';
import { isMailable } from '../domain/mail.js';
import { IdentitySettings } from '../identity-settings.js';
import { Vault } from './vault.js';

const [MAILS, DAY_MS] = ['mails', 86_400_000];

const ADD = statement('insert into outgoing_mail (id, kind, account_id, sealed, give_up_at) values ($1, $2, $3, $4, $5)');
/** Longer than a server may take: no other process looks at the mail meanwhile, and one goes on with it when this one has died. */
const CLAIM = statement(`
  update outgoing_mail set tries = tries + 1, next_try_at = now() + interval '3 minutes'
  where id = (select id from outgoing_mail where next_try_at <= now() order by next_try_at limit 1 for update skip locked)
  returning id, kind, account_id, sealed, tries`);
const ERASE = statement('delete from outgoing_mail where id = $1');
const PUT_OFF = statement(`
  update outgoing_mail set next_try_at = now() + make_interval(secs => $2)
  where id = $1 and now() + make_interval(secs => $2) < give_up_at returning id`);
/** A link that it was to bring is marked with it; one that has taken the place of that link has taken this mail away, too. */
const GIVE_UP = statement(`
  with gone as (delete from outgoing_mail where id = $1 returning account_id, kind),
  told as (update account_link l set undelivered_at = now() from gone where l.account_id = gone.account_id and l.kind = gone.kind and l.ended_at is null)
  select account_id from gone`);
const COUNT = statement('select count(*)::int as n from outgoing_mail');

type Row = Readonly<{ id: string; kind: MailKind; account_id: string; sealed: string; tries: number }>;

/** A mail that this process is to send now; `mail` is absent when it cannot be read any more. */
export type DueMail = Readonly<{ id: string; kind: MailKind; accountId: string; tries: number; mail?: OutgoingMail }>;

/**
 * Mails that are to be sent. Each is written in the transaction of what it tells of, sealed since it holds an address and may
 * hold a token, and erased once it is sent or given up.
 */
@Injectable()
export class OutgoingMails {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly vault: Vault,
    private readonly settings: IdentitySettings,
  ) {}

  /** Whether this suite sends mail. */
  get areSent(): boolean {
    return Boolean(this.settings.MAIL_URL);
  }

  /**
   * Has a mail sent after the commit; where no mail is sent, or none can be to this address, nothing.
   *
   * @param until When it is of no use any more; within a day it is given up anyway.
   */
  add(tx: Transaction, mail: OutgoingMail, now: Date, until?: Date): void {
    if (!this.areSent || !isMailable(mail.to)) return;
    const giveUpAt = new Date(Math.min(now.getTime() + DAY_MS, until?.getTime() ?? Infinity));
    tx.send(ADD, [newId(), mail.kind, mail.accountId, this.vault.seal(MAILS, JSON.stringify(mail)), giveUpAt]);
  }

  /** The next mail that is due, which no other process gets for the next minutes. */
  async claim(): Promise<DueMail | undefined> {
    const [row] = await this.database.query<Row>(CLAIM);
    if (!row) return undefined;
    const { id, kind, account_id: accountId, tries } = row;
    return { id, kind, accountId, tries, mail: this.read(row) };
  }

  async erase(id: string): Promise<void> {
    await this.database.query(ERASE, [id]);
  }

  /** It cannot be sent. @returns false when it was not to be sent any more. */
  async giveUp(id: string): Promise<boolean> {
    return (await this.database.query(GIVE_UP, [id])).length > 0;
  }

  /** @returns false when it would be too late then. */
  async putOff(id: string, seconds: number): Promise<boolean> {
    return (await this.database.query(PUT_OFF, [id, seconds])).length > 0;
  }

  async count(): Promise<number> {
    return (await this.database.query<{ n: number }>(COUNT))[0]!.n;
  }

  /** Sealed under another secret than this process has, it says nothing. */
  private read({ sealed }: Row): OutgoingMail | undefined {
    try {
      return JSON.parse(this.vault.open(MAILS, sealed)) as OutgoingMail;
    } catch {
      return undefined;
    }
  }
}
