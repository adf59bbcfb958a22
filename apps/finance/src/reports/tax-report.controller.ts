import { type Caller, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCode, IsCurrency, IsLines, IsLocalDate, IsRate, IsSignedSum } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';
import { companyNotReady } from '../domain/refusals.js';
import { NO_RULE } from '../domain/tax.js';

export class TaxReportQuery {
  /** Over posting dates, both days included. */
  @IsOptional() @IsLocalDate() readonly from?: string;
  @IsOptional() @IsLocalDate() readonly to?: string;
}

export class TaxReportLineDto {
  @IsCode() readonly taxCode!: string;
  @IsRate() readonly rate!: string;
  /** False where no rule fitted and nothing was charged: set the rule, credit the invoices and issue them anew. */
  @IsBoolean() readonly hasRule!: boolean;
  @IsInt() readonly invoices!: number;
  @IsSignedSum() readonly invoicedBase!: string;
  @IsSignedSum() readonly invoicedTax!: string;
  @IsInt() readonly creditNotes!: number;
  @IsSignedSum() readonly creditedBase!: string;
  @IsSignedSum() readonly creditedTax!: string;
}

export class TaxReportDto {
  @IsCurrency() readonly currency!: string;
  /** Tax of invoices less that of credit notes. */
  @IsSignedSum() readonly taxTotal!: string;
  @IsLines(() => TaxReportLineDto, { min: 0 }) readonly lines!: readonly TaxReportLineDto[];
}

const range = (column: string) => `($2::date is null or ${column} >= $2) and ($3::date is null or ${column} <= $3)`;
const sum = (column: string, kind: string) => `coalesce(sum(${column}) filter (where kind = '${kind}'), 0)`;

const LINES = statement(`
  select tax_code, trim_scale(rate)::text as rate,
    count(distinct id) filter (where kind = 'invoice') as invoices, ${sum('base', 'invoice')} as invoiced_base, ${sum('tax', 'invoice')} as invoiced_tax,
    count(distinct id) filter (where kind = 'credit-note') as credit_notes, ${sum('base', 'credit-note')} as credited_base, ${sum('tax', 'credit-note')} as credited_tax
  from (
    select 'invoice' as kind, i.id, t.tax_code, t.rate, t.base_amount as base, t.tax_amount as tax from customer_invoice i
      join customer_invoice_tax t on t.company_id = i.company_id and t.invoice_id = i.id where i.company_id = $1 and ${range('i.posted_on')}
    union all select 'credit-note', c.id, t.tax_code, t.rate, t.base_amount, t.tax_amount from credit_note c
      join credit_note_tax t on t.company_id = c.company_id and t.credit_note_id = c.id where c.company_id = $1 and ${range('c.posted_on')}
  ) document group by tax_code, rate order by tax_code, rate`);
const CURRENCY = statement('select base_currency from company_copy where company_id = $1');

type Row = Record<'tax_code' | 'rate' | 'invoiced_base' | 'invoiced_tax' | 'credited_base' | 'credited_tax', string> &
  Record<'invoices' | 'credit_notes', number>;

@Controller('tax-report')
export class TaxReportController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('finance.ledger.view')
  @Returns(200, TaxReportDto, 'Sales tax by code and rate over a time, and what no rule fitted', 'company-not-ready')
  async report(@Query() query: TaxReportQuery, @From() { companyId }: Caller): Promise<TaxReportDto> {
    const values = [companyId, query.from ?? null, query.to ?? null];
    const [rows, [company]] = await this.database.transaction(companyId, (tx) =>
      Promise.all([tx.query<Row>(LINES, values), tx.query<{ base_currency: string }>(CURRENCY, [companyId])]),
    );
    if (!company) throw ProblemException.of(companyNotReady);
    const currency = company.base_currency;
    const money = (amount: string) => Money.of(amount, currency);
    return {
      currency,
      taxTotal: `${Money.sum(
        rows.map((row) => money(row.invoiced_tax).minus(money(row.credited_tax))),
        currency,
      )}`,
      lines: rows.map((row) => ({
        taxCode: row.tax_code,
        rate: row.rate,
        hasRule: row.tax_code !== NO_RULE.code,
        invoices: row.invoices,
        invoicedBase: `${money(row.invoiced_base)}`,
        invoicedTax: `${money(row.invoiced_tax)}`,
        creditNotes: row.credit_notes,
        creditedBase: `${money(row.credited_base)}`,
        creditedTax: `${money(row.credited_tax)}`,
      })),
    };
  }
}
