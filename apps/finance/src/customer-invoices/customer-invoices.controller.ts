import { type Caller, cursorOf, From, limitOf, type Page, pageOf, PageQuery, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsAmount, IsCode, IsCountry, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsQuantity, IsRate, IsSku } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { CustomerInvoice, CustomerInvoiceLine, CustomerInvoiceTax } from '../domain/customer-invoice.js';

export class CustomerInvoicesQuery extends PageQuery {
  @IsOptional() @IsId() readonly customerId?: string;
  @IsOptional() @IsId() readonly salesOrderId?: string;
  @IsOptional() @IsName() readonly number?: string;
  /** "true": only those on which something is open. */
  @IsOptional() @IsIn(['true', 'false']) readonly open?: string;
}

export class CustomerInvoiceSummaryDto {
  @IsId() readonly customerInvoiceId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsName() readonly customerName!: string;
  @IsCountry() readonly country!: string;
  @IsId() readonly salesOrderId!: string;
  @IsId() readonly shipmentId!: string;
  @IsLocalDate() readonly documentOn!: string;
  @IsLocalDate() readonly postedOn!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly netTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly grossTotal!: string;
  @IsAmount() readonly openAmount!: string;
  @IsBoolean() readonly paid!: boolean;
  @IsInt() readonly version!: number;
}

export class CustomerInvoiceLineDto {
  @IsInt() readonly lineNo!: number;
  @IsInt() readonly orderLineNo!: number;
  @IsSku() readonly sku!: string;
  @IsName() readonly description!: string;
  /** In stock units. */
  @IsQuantity() readonly quantity!: string;
  @IsAmount() readonly netAmount!: string;
  @IsCode() readonly taxCode!: string;
  /** "0.2" is 20 %. */
  @IsRate() readonly taxRate!: string;
}

export class InvoiceTaxDto {
  @IsCode() readonly taxCode!: string;
  @IsString() readonly rate!: string;
  @IsAmount() readonly baseAmount!: string;
  @IsAmount() readonly taxAmount!: string;
}

export class CustomerInvoiceDto extends CustomerInvoiceSummaryDto {
  @IsOptional() @IsString() readonly customerAddress?: string;
  @IsIn(['document', 'line']) readonly taxRounding!: string;
  @IsLines(() => CustomerInvoiceLineDto) readonly lines!: readonly CustomerInvoiceLineDto[];
  @IsLines(() => InvoiceTaxDto, { min: 0 }) readonly taxes!: readonly InvoiceTaxDto[];
}

const LIST = statement(`
  select * from customer_invoice where company_id = $1 and id < $2::uuid and ($3::uuid is null or customer_id = $3) and ($4::uuid is null or order_id = $4)
    and ($5::text is null or number = $5) and ($6::boolean is null or (open_amount > 0) = $6)
  order by id desc limit $7`);
const BY_ID = statement('select * from customer_invoice where company_id = $1 and id = $2');
const LINES = statement('select * from customer_invoice_line where company_id = $1 and invoice_id = $2 order by line_no');
const TAXES = statement('select * from customer_invoice_tax where company_id = $1 and invoice_id = $2 order by tax_code, rate');

@Controller('customer-invoices')
export class CustomerInvoicesController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @RequiresPermission('finance.customer-invoice.view')
  @Returns(200, { page: CustomerInvoiceSummaryDto }, 'Customer invoices, newest first')
  async list(@Query() query: CustomerInvoicesQuery, @From() caller: Caller): Promise<Page<CustomerInvoiceSummaryDto>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = cursorOf(query, 1) ?? [];
    const values = [
      caller.companyId,
      before,
      query.customerId ?? null,
      query.salesOrderId ?? null,
      query.number ?? null,
      query.open === undefined ? null : query.open === 'true',
      limit + 1,
    ];
    const invoices = await this.database.transaction(caller.companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(LIST, values)).map((row) => tx.table(CustomerInvoice).read(row)),
    );
    return pageOf(invoices, limit, summaryOf, (invoice) => [invoice.id]);
  }

  @Get(':customerInvoiceId')
  @RequiresPermission('finance.customer-invoice.view')
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

function summaryOf(invoice: CustomerInvoice): CustomerInvoiceSummaryDto {
  const {
    id: customerInvoiceId,
    number,
    customerId,
    customerName,
    country,
    orderId: salesOrderId,
    shipmentId,
    documentOn,
    postedOn,
    dueOn,
    currency,
    version,
  } = invoice;
  const money = (amount: CustomerInvoice['netTotal']) => `${invoice.money(amount)}`;
  return {
    customerInvoiceId,
    number,
    customerId,
    customerName,
    country,
    salesOrderId,
    shipmentId,
    documentOn,
    postedOn,
    dueOn,
    currency,
    netTotal: money(invoice.netTotal),
    taxTotal: money(invoice.taxTotal),
    grossTotal: money(invoice.grossTotal),
    openAmount: money(invoice.openAmount),
    paid: invoice.openAmount.isZero(),
    version,
  };
}

function viewOf(invoice: CustomerInvoice): CustomerInvoiceDto {
  const money = (amount: CustomerInvoice['netTotal']) => `${Money.of(amount, invoice.currency)}`;
  return {
    ...summaryOf(invoice),
    customerAddress: invoice.customerAddress ?? undefined,
    taxRounding: invoice.taxRounding,
    lines: invoice.lines.map(({ lineNo, orderLineNo, sku, description, quantity, netAmount, taxCode, taxRate }) => ({
      lineNo,
      orderLineNo,
      sku,
      description,
      quantity: `${quantity}`,
      netAmount: money(netAmount),
      taxCode,
      taxRate: taxRate.toFixed(),
    })),
    taxes: invoice.taxes.map(({ taxCode, rate, baseAmount, taxAmount }) => ({
      taxCode,
      rate: rate.toFixed(),
      baseAmount: money(baseAmount),
      taxAmount: money(taxAmount),
    })),
  };
}
