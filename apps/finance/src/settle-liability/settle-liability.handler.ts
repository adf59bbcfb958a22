import { Clock, isRefusal, type LocalDate, newId, type Refusal, refusalToDecide } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsAmount, personsDate } from '../domain/business-date.js';
import { type AccountRoleName, type LedgerAccount, unfitFor } from '../domain/chart.js';
import { entryOfSettlement, LIABILITIES, LiabilitySettlement, OpenedWages } from '../domain/liability-settlement.js';
import { accountOfOtherRole, accountUnknown, amountZero, companyNotReady, dateRange } from '../domain/refusals.js';
import { accountsByCode } from '../persistence/ledger-account.repository.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { LiabilitySettlementRepository } from '../persistence/liability-settlement.repository.js';
import { type LiabilitySettlementDto, type SettleLiabilityDto, showSettlement } from './settle-liability.dto.js';

export const SETTLE = 'finance.liability.settle';

type Settle = Command<SettleLiabilityDto>;
type Loaded = Readonly<{ ledger: Ledger; accounts: ReadonlyMap<string, LedgerAccount>; wages: ReadonlyMap<string, OpenedWages> }>;

/** Pays what is owed in tax and withheld of wages, for a time. */
@Injectable()
export class SettleLiabilityHandler implements CommandHandler<SettleLiabilityDto, Loaded | undefined, LiabilitySettlementDto> {
  readonly name = 'settle-liability';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly settlements: LiabilitySettlementRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Settle[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const dates = requests.map((each) => each.settledOn);
    const ledger = await this.ledgers.open(tx, companyId, [], dates);
    if (!ledger) return undefined;
    const codes = requests.map((each) => each.account ?? ledger.accountOf(LIABILITIES[each.kind]));
    const accounts = await accountsByCode(tx, companyId, codes);
    const wages = requests.some(({ kind }) => kind === 'wages') ? await this.settlements.openedWages(tx, companyId) : new Map<string, OpenedWages>();
    return { ledger, accounts, wages };
  }

  handle(command: Settle, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<LiabilitySettlementDto> {
    if (!loaded) return companyNotReady;
    const { ledger, accounts, wages } = loaded;
    const { kind, periodStartsOn, periodEndsOn, reference, ...request } = command.request;
    if (periodEndsOn < periodStartsOn) return dateRange;
    const amount = personsAmount(request.amount, undefined, ledger.company.baseCurrency);
    if (isRefusal(amount)) return amount;
    if (amount.isZero()) return amountZero;
    // What comes back is no payment out.
    const refusal = amount.isPositive() ? refusalToDecide(command, { what: 'a settlement', amount, permission: SETTLE }) : undefined;
    if (refusal) return refusal;
    const role = LIABILITIES[kind];
    const accountCode = request.account ?? ledger.accountOf(role);
    const account = accounts.get(accountCode);
    if (!account) return accountUnknown(accountCode);
    const unfit = request.account === undefined ? undefined : (unfitFor(role, account) ?? takenByOther(role, accountCode, ledger));
    if (unfit) return unfit;
    const on = personsDate(request.settledOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;
    const exceeds = kind === 'wages' ? (wages.get(accountCode) ?? OpenedWages.none()).settle(amount) : undefined;
    if (exceeds) return exceeds;

    const settlement = Object.assign(new LiabilitySettlement(), {
      companyId: command.companyId,
      id: newId(),
      number: '',
      kind,
      periodStartsOn: periodStartsOn as LocalDate,
      periodEndsOn: periodEndsOn as LocalDate,
      accountCode,
      reference: reference ?? null,
      settledOn: on,
      postedOn: date.postedOn,
      currency: amount.currency,
      amount: amount.toDecimal(),
      entryId: '',
      recordedAt: this.clock.now(),
    });
    settlement.entryId = ledger.post(tx, entryOfSettlement(settlement, date))!.id;
    ledger.numberDocument(tx, 'SET', date, (number) => {
      settlement.number = number;
      tx.insert(settlement);
    });
    return () => showSettlement(settlement);
  }
}

/** What is owed in another role is settled as that. */
function takenByOther(role: AccountRoleName, account: string, ledger: Ledger): Refusal | undefined {
  if (ledger.accountOf(role) === account) return undefined;
  const other = Object.values(LIABILITIES).find((each) => each !== role && ledger.accountOf(each) === account);
  return other && accountOfOtherRole(account, other);
}
