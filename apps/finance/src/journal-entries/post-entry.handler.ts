import { Clock, isRefusal, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsDate } from '../domain/business-date.js';
import type { LedgerAccount } from '../domain/chart.js';
import { manualEntry } from '../domain/manual-entry.js';
import { companyNotReady } from '../domain/refusals.js';
import { accountsByCode } from '../persistence/ledger-account.repository.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import type { JournalEntryDto } from '../views/journal-entry.dto.js';
import { viewOf } from '../views/journal-entry.view.js';
import type { PostEntryDto } from './journal-entries.dto.js';

type Post = Command<PostEntryDto>;
type Loaded = Readonly<{ ledger?: Ledger; accounts: ReadonlyMap<string, LedgerAccount> }>;

const openingForbidden = new Refusal('opening-forbidden', 'forbidden', 'Opening balances need the permission finance.journal-entry.open.', {
  permission: 'finance.journal-entry.open',
});

/** Posts an entry that a person makes. */
@Injectable()
export class PostEntryHandler implements CommandHandler<PostEntryDto, Loaded, JournalEntryDto> {
  readonly name = 'post-entry';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Post[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const codes = requests.flatMap((each) => each.lines.map((line) => line.account));
    const [ledger, accounts] = await Promise.all([
      this.ledgers.open(
        tx,
        companyId,
        [],
        requests.map((each) => each.postedOn),
      ),
      accountsByCode(tx, companyId, codes),
    ]);
    return { ledger, accounts };
  }

  handle(command: Post, { ledger, accounts }: Loaded, tx: UnitOfWork): Outcome<JournalEntryDto> {
    if (!ledger) return companyNotReady;
    const { kind = 'manual', postedOn, description, lines } = command.request;
    if (kind === 'opening' && !command.can('finance.journal-entry.open')) return openingForbidden;
    const on = personsDate(postedOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;
    const draft = manualEntry({ kind, description, lines }, accounts, ledger.company.baseCurrency, date, this.clock.now());
    if (isRefusal(draft)) return draft;
    const entry = ledger.post(tx, draft)!;
    return () => viewOf(entry);
  }
}
