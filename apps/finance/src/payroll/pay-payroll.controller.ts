import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsAmount, IsCurrency, IsId, IsLocalDate, PayrollPaid } from '@millrace/contracts';
import { assert, Clock, indexBy, isRefusal, type LocalDate, Refusal, refusalToDecide } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, defineEntity, p, statement } from '@millrace/persistence';
import { Body, Controller, Injectable, Post } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { personsDate } from '../domain/business-date.js';
import { entryOfPayrollPayment, PayrollPosting } from '../domain/payroll-posting.js';
import { companyNotReady } from '../domain/refusals.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';

export const PayrollPostingSchema = defineEntity({
  class: PayrollPosting,
  tableName: 'payroll_posting',
  properties: {
    companyId: p.uuid().primary(),
    runId: p.uuid().primary(),
    periodStartsOn: p.date().$type<LocalDate>(),
    periodEndsOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    grossTotal: p.type(AmountType),
    netTotal: p.type(AmountType),
    entryId: p.uuid(),
    paidOn: p.date().$type<LocalDate>().nullable(),
    paidEntryId: p.uuid().nullable(),
  },
});

export class PayPayrollDto {
  @IsId() readonly payrollRunId!: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly paidOn?: string;
}

export class PayrollPaymentDto {
  @IsId() readonly payrollRunId!: string;
  @IsLocalDate() readonly paidOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly amount!: string;
  @IsId() readonly journalEntryId!: string;
}

const LOCK = statement('select * from payroll_posting where company_id = $1 and run_id = any($2::uuid[]) order by run_id for update');

const PAY = 'finance.payroll.pay';

type Loaded = Readonly<{ ledger?: Ledger; postings: ReadonlyMap<string, PayrollPosting> }>;

/** Pays the net wages of a run, once. */
@Injectable()
export class PayPayrollHandler implements CommandHandler<PayPayrollDto, Loaded, PayrollPaymentDto> {
  readonly name = 'pay-payroll';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<PayPayrollDto>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ledger = await this.ledgers.open(
      tx,
      companyId,
      [],
      commands.map(({ request }) => request.paidOn),
    );
    const rows = await tx.query<Record<string, unknown>>(LOCK, [
      companyId,
      arrayLiteral(
        commands.map(({ request }) => request.payrollRunId),
        false,
      ),
    ]);
    const postings = rows.map((row) => tx.table(PayrollPosting).read(row));
    tx.beforeCommit(() => tx.table(PayrollPosting).update(tx, postings, 'paidOn', 'paidEntryId'));
    return { ledger, postings: indexBy(postings, (posting) => posting.runId) };
  }

  handle(command: Command<PayPayrollDto>, { ledger, postings }: Loaded, tx: UnitOfWork): Outcome<PayrollPaymentDto> {
    if (!ledger) return companyNotReady;
    const { payrollRunId, paidOn } = command.request;
    const posting = postings.get(payrollRunId);
    if (!posting) return new Refusal('payroll-run-unknown', 'conflict', 'No such payroll run is posted: approve it in hr, or try again in a moment.');
    if (posting.paidOn) return new Refusal('payroll-run-paid', 'conflict', 'This payroll run was paid already.');
    const refusal = refusalToDecide(command, { what: 'a payment of wages', amount: posting.net, permission: PAY });
    if (refusal) return refusal;
    const on = personsDate(paidOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;
    const entry = ledger.post(tx, entryOfPayrollPayment(posting, date, this.clock.now()));
    assert(entry, `payroll run ${payrollRunId} leaves nothing to pay, so it was paid when it was posted`);
    posting.paidOn = on;
    posting.paidEntryId = entry.id;
    tx.publish(PayrollPaid.of({ payrollRunId, paidOn: on, currency: posting.currency, amount: `${posting.net}` }), command);
    return { payrollRunId, paidOn: on, currency: posting.currency, amount: `${posting.net}`, journalEntryId: entry.id };
  }
}

@Controller('payroll-payments')
export class PayPayrollController {
  constructor(
    private readonly commands: Commands,
    private readonly payPayroll: PayPayrollHandler,
  ) {}

  @Post()
  @RequiresPermission(PAY, { limits: ['approvalLimit'] })
  @Returns(
    201,
    PayrollPaymentDto,
    'Pay the net wages of a payroll run',
    'payroll-run-unknown',
    'payroll-run-paid',
    'above-approval-limit',
    'date-in-future',
    'backdate-forbidden',
    'period-closed',
    'fiscal-year-missing',
    'company-not-ready',
  )
  pay(@Body() body: PayPayrollDto, @From() caller: Caller) {
    return this.commands.run(this.payPayroll, body, caller);
  }
}
