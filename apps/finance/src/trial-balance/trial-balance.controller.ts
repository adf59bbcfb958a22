import { type Caller, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsSum, IsCode, IsCurrency, IsLines, IsLocalDate, IsName, IsSignedSum } from '@millrace/contracts';
import { Decimal, Money } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { ACCOUNT_KINDS, type AccountKind } from '../domain/chart.js';
import { companyNotReady } from '../domain/refusals.js';

export class TrialBalanceQuery {
  /** First day of the movements; all of time when absent. */
  @IsOptional() @IsLocalDate() readonly from?: string;
  /** The balance at the end of this day; now when absent. */
  @IsOptional() @IsLocalDate() readonly asOf?: string;
}

export class TrialBalanceLineDto {
  @IsCode() readonly account!: string;
  @IsName() readonly name!: string;
  @IsIn(ACCOUNT_KINDS) readonly kind!: AccountKind;
  /** Debit balances are above zero. */
  @IsSignedSum() readonly opening!: string;
  @IsSum() readonly debit!: string;
  @IsSum() readonly credit!: string;
  /** opening + debit − credit */
  @IsSignedSum() readonly closing!: string;
}

export class TrialBalanceDto {
  @IsCurrency() readonly currency!: string;
  @IsOptional() @IsLocalDate() readonly from?: string;
  @IsOptional() @IsLocalDate() readonly asOf?: string;
  @IsSum() readonly debit!: string;
  @IsSum() readonly credit!: string;
  @IsLines(() => TrialBalanceLineDto, { min: 0 }) readonly lines!: readonly TrialBalanceLineDto[];
}

/**
 * Days that are sealed are totals already; what came since is a few lines, which are looked up by number. That takes three things: an
 * upper bound, since of all above a number the planner expects a third of the table and reads it whole; a bare column as the lower
 * one, since policies let nothing that might tell of a row into an index, and `coalesce` counts as such; and `offset 0`, which keeps
 * it from hashing every line there is.
 */
export const BALANCE = statement(`
  with movement as (
    select account_code, posted_on, debit, credit from account_day where company_id = $1
    union all
    select l.account_code, e.posted_on, l.debit, l.credit
    from (
      select s.company_id, s.series, s.year, s.last_number, coalesce(h.last_number, 0) as sealed
      from number_series s left join seal_head h on h.company_id = s.company_id and h.journal = s.series and h.fiscal_year = s.year
      where s.company_id = $1 offset 0
    ) s
    cross join lateral (
      select id, posted_on from journal_entry
      where company_id = s.company_id and journal = s.series and fiscal_year = s.year and number > s.sealed and number <= s.last_number offset 0
    ) e
    cross join lateral (select account_code, debit, credit from journal_line where company_id = s.company_id and entry_id = e.id offset 0) l
  ), total as (
    select account_code,
      coalesce(sum(debit - credit) filter (where posted_on < $2::date), 0) as opening,
      coalesce(sum(debit) filter (where $2::date is null or posted_on >= $2), 0) as debit,
      coalesce(sum(credit) filter (where $2::date is null or posted_on >= $2), 0) as credit
    from movement where $3::date is null or posted_on <= $3 group by account_code
  )
  select a.code, a.name, a.kind, t.opening, t.debit, t.credit
  from total t join ledger_account a on a.company_id = $1 and a.code = t.account_code order by a.code`);
const CURRENCY = statement('select base_currency from company_copy where company_id = $1');

type Row = { code: string; name: string; kind: AccountKind; opening: string; debit: string; credit: string };

@Controller('trial-balance')
export class TrialBalanceController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('finance.ledger.view')
  @Returns(200, TrialBalanceDto, 'Debit, credit and balance of each account, at the end of a day', 'company-not-ready')
  async get(@Query() { from, asOf }: TrialBalanceQuery, @From() caller: Caller): Promise<TrialBalanceDto> {
    const { companyId } = caller;
    const [rows, [company]] = await this.database.transaction(companyId, (tx) =>
      Promise.all([tx.query<Row>(BALANCE, [companyId, from ?? null, asOf ?? null]), tx.query<{ base_currency: string }>(CURRENCY, [companyId])]),
    );
    if (!company) throw ProblemException.of(companyNotReady);
    const currency = company.base_currency;
    const money = (amount: Decimal | string) => `${Money.of(amount, currency)}`;
    const total = (side: 'debit' | 'credit') => money(rows.reduce((sum, row) => sum.plus(row[side]), new Decimal(0)));
    const lines = rows.map(({ code, name, kind, opening, debit, credit }) => ({
      account: code,
      name,
      kind,
      opening: money(opening),
      debit: money(debit),
      credit: money(credit),
      closing: money(new Decimal(opening).plus(debit).minus(credit)),
    }));
    return { currency, from, asOf, debit: total('debit'), credit: total('credit'), lines };
  }
}
