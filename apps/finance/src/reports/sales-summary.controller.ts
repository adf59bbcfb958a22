import { type Caller, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCountry, IsCurrency, IsLines, IsLocalDate, IsPart, IsSignedSum } from '@millrace/contracts';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { IsInt, IsOptional } from 'class-validator';
import { companyNotReady } from '../domain/refusals.js';

export class SalesSummaryQuery {
  /** Over posting dates, both days included. */
  @IsOptional() @IsLocalDate() readonly from?: string;
  @IsOptional() @IsLocalDate() readonly to?: string;
}

export class SalesTotalDto {
  @IsInt() readonly documents!: number;
  @IsSignedSum() readonly net!: string;
  @IsSignedSum() readonly tax!: string;
  @IsSignedSum() readonly gross!: string;
}

export class CountrySalesDto {
  @IsCountry() readonly country!: string;
  /** Invoices less credit notes, without tax. */
  @IsSignedSum() readonly net!: string;
}

export class SalesSummaryDto {
  @IsCurrency() readonly currency!: string;
  @IsPart(() => SalesTotalDto) readonly invoices!: SalesTotalDto;
  @IsPart(() => SalesTotalDto) readonly creditNotes!: SalesTotalDto;
  /** Changes of what customers owe against bad debts, without an invoice. */
  @IsPart(() => SalesTotalDto) readonly badDebts!: SalesTotalDto;
  @IsLines(() => CountrySalesDto, { min: 0 }) readonly byCountry!: readonly CountrySalesDto[];
}

const amount = (expression: string) => `coalesce(sum(${expression}), 0)::numeric(19,2)::text`;
const range = (column: string) => `($2::date is null or ${column} >= $2) and ($3::date is null or ${column} <= $3)`;

const TOTALS = statement(`
  select 'invoices' as kind, count(*) as documents, ${amount('net_total')} as net, ${amount('tax_total')} as tax, ${amount('gross_total')} as gross
    from customer_invoice where company_id = $1 and ${range('posted_on')}
  union all select 'creditNotes', count(*), ${amount('net_total')}, ${amount('tax_total')}, ${amount('gross_total')} from credit_note where company_id = $1 and ${range('posted_on')}
  union all select 'badDebts', count(*), ${amount('amount')}, '0.00', ${amount('amount')} from receivable_adjustment where company_id = $1 and kind = 'bad-debt' and ${range('posted_on')}`);
const COUNTRIES = statement(`
  select country, ${amount('net')} as net from (
    select country, net_total as net from customer_invoice where company_id = $1 and ${range('posted_on')}
    union all select country, -net_total from credit_note where company_id = $1 and ${range('posted_on')}
  ) document group by country order by country`);
const CURRENCY = statement('select base_currency from company_copy where company_id = $1');

@Controller('sales-summary')
export class SalesSummaryController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('finance.ledger.view')
  @Returns(200, SalesSummaryDto, 'Invoices, credit notes and revenue by country, over a time', 'company-not-ready')
  summary(@Query() query: SalesSummaryQuery, @From() caller: Caller): Promise<SalesSummaryDto> {
    const values = [caller.companyId, query.from ?? null, query.to ?? null];
    return this.database.transaction(caller.companyId, async (tx) => {
      const [totals, byCountry, [company]] = await Promise.all([
        tx.query<SalesTotalDto & { kind: string }>(TOTALS, values),
        tx.query<CountrySalesDto>(COUNTRIES, values),
        tx.query<{ base_currency: string }>(CURRENCY, [caller.companyId]),
      ]);
      const of = (kind: string): SalesTotalDto => {
        const { documents, net, tax, gross } = totals.find((each) => each.kind === kind)!;
        return { documents, net, tax, gross };
      };
      if (!company) throw ProblemException.of(companyNotReady);
      return { currency: company.base_currency, invoices: of('invoices'), creditNotes: of('creditNotes'), badDebts: of('badDebts'), byCountry };
    });
  }
}
