import { type Caller, Expands, From, ListReader, Lists, type Page, PageQuery, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId, IsName } from '@millrace/contracts';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { CustomerInvoice, CustomerInvoiceLine, CustomerInvoiceTax } from '../domain/customer-invoice.js';
import { CustomerInvoiceDto, type CustomerInvoiceSummaryDto } from '../views/customer-invoice.dto.js';
import { CUSTOMER_INVOICES } from '../views/customer-invoice.list.js';
import { viewOf } from '../views/customer-invoice.view.js';

export class CustomerInvoicesQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsOptional() @IsName() readonly number?: string;
  /** "true": only those on which something is open. */
  @IsOptional() @IsIn(['true', 'false']) readonly open?: string;
}

const BY_ID = statement('select * from customer_invoice where company_id = $1 and id = $2');
const LINES = statement('select * from customer_invoice_line where company_id = $1 and invoice_id = $2 order by line_no');
const TAXES = statement('select * from customer_invoice_tax where company_id = $1 and invoice_id = $2 order by tax_code, rate');

@Controller('customer-invoices')
export class CustomerInvoicesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly lists: ListReader,
  ) {}

  @Get()
  @Lists(CUSTOMER_INVOICES, 'Customer invoices, newest first')
  list(@Query() query: CustomerInvoicesQuery, @From() caller: Caller): Promise<Page<CustomerInvoiceSummaryDto>> {
    return this.lists.page(CUSTOMER_INVOICES, query, caller);
  }

  @Get(':customerInvoiceId')
  @RequiresPermission('finance.customer-invoice.view')
  @Expands(CUSTOMER_INVOICES)
  @Returns(200, CustomerInvoiceDto, 'One customer invoice')
  async get(@Param('customerInvoiceId') customerInvoiceId: string, @From() caller: Caller): Promise<CustomerInvoiceDto> {
    const values = [caller.companyId, customerInvoiceId];
    const [[row], lines, taxes] = await this.database.transaction(caller.companyId, (tx) =>
      Promise.all([
        tx.query<Record<string, unknown>>(BY_ID, values),
        tx.query<Record<string, unknown>>(LINES, values),
        tx.query<Record<string, unknown>>(TAXES, values),
      ]),
    );
    if (!row) throw new ProblemException(404, 'not-found', 'There is no customer invoice with this id.');
    const invoice = this.database.table(CustomerInvoice).read(row);
    invoice.lines = lines.map((line) => this.database.table(CustomerInvoiceLine).read(line));
    invoice.taxes = taxes.map((tax) => this.database.table(CustomerInvoiceTax).read(tax));
    return viewOf(invoice);
  }
}
