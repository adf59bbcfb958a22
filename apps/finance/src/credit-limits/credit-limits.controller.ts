import { type Caller, Commands, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsAmount, IsId, IsSum } from '@millrace/contracts';
import { Decimal, isStale, refusalToDecide, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Database, statement } from '@millrace/persistence';
import { Body, Controller, Get, Inject, Injectable, Param, Put } from '@nestjs/common';
import { IsInt, IsOptional } from 'class-validator';
import { CustomerAccount } from '../domain/customer-account.js';
import { notFound, versionStale } from '../domain/refusals.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';

export class SetCreditLimitDto {
  /** In the company's currency; no limit when absent. */
  @IsOptional() @IsAmount() readonly creditLimit?: string;
}

export class CreditLimitDto {
  @IsId() readonly customerId!: string;
  @IsOptional() @IsAmount() readonly creditLimit?: string;
  /** Held for orders that are not invoiced yet. */
  @IsSum() readonly held!: string;
  /** Open on invoices and opening balances. */
  @IsSum() readonly receivable!: string;
  @IsInt() readonly version!: number;
}

const SET = 'finance.credit-limit.set';

type SetLimit = SetCreditLimitDto & Readonly<{ customerId: string; seen: SeenVersion }>;

/** Orders that are held already stay; the limit counts from the next check on. */
@Injectable()
export class SetCreditLimitHandler implements CommandHandler<SetLimit, ReceivableBook, CreditLimitDto> {
  readonly name = 'set-credit-limit';

  constructor(private readonly receivables: ReceivableRepository) {}

  load(commands: readonly Command<SetLimit>[], tx: UnitOfWork): Promise<ReceivableBook> {
    return this.receivables.lock(tx, commands[0]!.companyId, { customers: commands.map(({ request }) => request.customerId) });
  }

  handle(command: Command<SetLimit>, book: ReceivableBook): Outcome<CreditLimitDto> {
    const { request } = command;
    const account = book.accounts.get(request.customerId);
    if (!account) return notFound('customer');
    if (isStale(request.seen, account.version)) return versionStale;
    const creditLimit = request.creditLimit === undefined ? null : new Decimal(request.creditLimit);
    const raised = account.raisedTo(creditLimit);
    const refusal = raised && refusalToDecide(command, { what: 'what a customer may owe', amount: raised, permission: SET });
    if (refusal) return refusal;
    account.creditLimit = creditLimit;
    account.version += 1;
    return show(account);
  }
}

const BY_ID = statement('select * from customer_account where company_id = $1 and customer_id = $2');

@Controller('credit-limits')
export class CreditLimitsController {
  constructor(
    private readonly commands: Commands,
    private readonly setCreditLimit: SetCreditLimitHandler,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Get(':customerId')
  @RequiresPermission('finance.credit-limit.view')
  @Returns(200, CreditLimitDto, 'What a customer may owe, and owes')
  async get(@Param('customerId') customerId: string, @From() caller: Caller): Promise<CreditLimitDto> {
    const [row] = await this.database.transaction(caller.companyId, (tx) => tx.query<Record<string, unknown>>(BY_ID, [caller.companyId, customerId]));
    if (!row) throw new ProblemException(404, 'not-found', 'There is no customer with this id.');
    return show(this.database.table(CustomerAccount).read(row));
  }

  @Put(':customerId')
  @RequiresPermission(SET, { limits: ['approvalLimit'] })
  @Returns(200, CreditLimitDto, 'Set what a customer may owe', 'above-approval-limit', 'version-stale')
  set(@Param('customerId') customerId: string, @Body() body: SetCreditLimitDto, @From() caller: Caller) {
    return this.commands.run(this.setCreditLimit, { ...body, customerId, seen: caller.requireIfMatch() }, caller);
  }
}

function show({ customerId, creditLimit, held, receivable, version }: CustomerAccount): CreditLimitDto {
  return { customerId, creditLimit: creditLimit?.toFixed(2), held: held.toFixed(2), receivable: receivable.toFixed(2), version };
}
