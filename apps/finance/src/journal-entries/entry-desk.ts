import { Clock, isRefusal, Refusal } from '@millrace/kernel';
import type { Command, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsDate } from '../domain/business-date.js';
import type { LedgerAccount } from '../domain/chart.js';
import type { Draft } from '../domain/journal-entry.js';
import { manualEntry } from '../domain/manual-entry.js';
import type { Entered } from '../domain/pending-entry.js';
import { accountsByCode } from '../persistence/ledger-account.repository.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';

/** What entries of people are written in: the ledger, and the accounts that they name. */
export type OpenLedger = Readonly<{ ledger: Ledger; accounts: ReadonlyMap<string, LedgerAccount> }>;

const openingForbidden = new Refusal('opening-forbidden', 'forbidden', 'Opening balances need the permission finance.journal-entry.open.', {
  permission: 'finance.journal-entry.open',
});

/** Where entries of people become entries of the ledger, whether who made them posts them or somebody else. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined while the company is not known here yet. */
  async open(tx: UnitOfWork, companyId: string, entries: readonly Pick<Entered, 'postedOn' | 'lines'>[]): Promise<OpenLedger | undefined> {
    const codes = entries.flatMap((each) => each.lines.map((line) => line.account));
    const [ledger, accounts] = await Promise.all([
      this.ledgers.open(
        tx,
        companyId,
        [],
        entries.map((each) => each.postedOn),
      ),
      accountsByCode(tx, companyId, codes),
    ]);
    return ledger && { ledger, accounts };
  }

  /** The entry that this person may post, or why it may not. */
  draft(by: Pick<Command<unknown>, 'can'>, { kind, postedOn, description, lines }: Entered, { ledger, accounts }: OpenLedger): Draft | Refusal {
    if (kind === 'opening' && !by.can('finance.journal-entry.open')) return openingForbidden;
    const on = personsDate(postedOn, this.clock.today(ledger.company.timeZone), by.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;
    return manualEntry({ kind, description, lines }, accounts, ledger.company.baseCurrency, date, this.clock.now());
  }
}
