import { Migration } from '@millrace/persistence';

/** Companies, those who may enter, what they may do, and the keys that sign their tokens. */
export class Identity extends Migration {
  override up(): void {
    this.addSql(`
      create table company (
        id uuid primary key,
        name text not null,
        country text not null,
        time_zone text not null,
        base_currency text not null,
        created_at timestamptz not null,
        version int not null
      )`);
    this.addSql(`create unique index company_name on company (lower(name))`);
    this.addSql(`
      create table account (
        id uuid primary key,
        kind text not null check (kind in ('user', 'service')),
        login text not null,
        name text not null,
        secret_hash text not null,
        active boolean not null,
        created_at timestamptz not null,
        version int not null
      )`);
    this.addSql(`create unique index account_login on account (kind, login)`);
    this.addSql(`
      create table role (
        code text primary key,
        name text not null,
        permissions text[] not null,
        built_in boolean not null default false
      )`);
    this.addSql(`
      create table membership (
        id uuid primary key,
        account_id uuid not null references account,
        company_id uuid references company,
        role_code text not null references role,
        unique nulls not distinct (account_id, company_id, role_code)
      )`);
    this.addSql(`
      create table signing_key (
        kid text primary key,
        public_jwk jsonb not null,
        sealed_private_jwk text not null,
        created_at timestamptz not null default now(),
        signs_until timestamptz,
        published_until timestamptz
      )`);
    this.addSql(`
      insert into role (code, name, permissions, built_in) values
        ('administrator', 'Everything', '{*}', true),
        ('sales', 'Customers, orders and their returns, at the prices of the list',
          '{orders.customer.*,orders.price.view,orders.sales-order.view,orders.sales-order.place,orders.sales-order.cancel,orders.return.view,orders.return.authorise,inventory.item.view,inventory.stock.view,finance.customer-invoice.view}', true),
        ('sales-manager', 'Also sets prices, gives others, dates back and takes goods without an order',
          '{orders.*,inventory.item.view,inventory.stock.view,finance.customer-invoice.view}', true),
        ('warehouse', 'Items, receipts, counts and shipments', '{inventory.*,orders.sales-order.view}', true),
        ('accountant', 'Ledger, invoices, payments and periods', '{finance.*,orders.sales-order.view,orders.customer.view,inventory.stock.view}', true),
        ('hr', 'Employees, contracts and payroll', '{hr.*}', true),
        ('auditor', 'Reads everything, changes nothing',
          '{orders.customer.view,orders.price.view,orders.sales-order.view,orders.return.view,inventory.item.view,inventory.stock.view,inventory.warehouse.view,finance.ledger.view,finance.customer-invoice.view,finance.payment.view,finance.tax-rule.view,hr.payroll-run.view,operations.stream.view}', true),
        ('operator', 'Repairs what could not be applied', '{operations.*}', true)`);
  }
}
