import { appendOnly, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'finance';

/** The ledger, its periods and taxes, and what customers owe and are owed. */
export class Finance extends Migration {
  override up(): void {
    this.addSql(`
      create table company_copy (
        company_id uuid primary key,
        country text not null,
        time_zone text not null,
        base_currency text not null,
        tax_rounding text not null default 'document' check (tax_rounding in ('document', 'line')),
        sequence bigint not null
      )`);
    this.addSql(`
      create table customer_copy (
        company_id uuid not null,
        customer_id uuid not null,
        name text not null,
        country text not null,
        address text,
        active boolean not null,
        sequence bigint not null,
        primary key (company_id, customer_id)
      )`);
    this.addSql(`
      create table ledger_account (
        company_id uuid not null,
        code text not null,
        name text not null,
        kind text not null check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
        control text check (control in ('receivable', 'payable', 'inventory', 'tax', 'wages')),
        active boolean not null,
        primary key (company_id, code)
      )`);
    this.addSql(`
      create table account_role (
        company_id uuid not null,
        role text not null,
        account_code text not null,
        primary key (company_id, role),
        foreign key (company_id, account_code) references ledger_account (company_id, code)
      )`);
    this.addSql(`
      create table accounting_period (
        company_id uuid not null,
        id uuid not null,
        fiscal_year int not null,
        starts_on date not null,
        ends_on date not null,
        state text not null check (state in ('open', 'closed')),
        version int not null,
        primary key (company_id, id),
        check (starts_on <= ends_on)
      )`);
    this.addSql(`create unique index accounting_period_start on accounting_period (company_id, starts_on)`);
    this.addSql(`
      create table journal_entry (
        company_id uuid not null,
        id uuid not null,
        journal text not null,
        fiscal_year int not null,
        number bigint not null,
        posted_on date not null,
        document_on date not null,
        recorded_at timestamptz not null,
        source text not null,
        source_id uuid not null,
        description text not null,
        reverses_id uuid,
        primary key (company_id, id)
      )`);
    this.addSql(`create unique index journal_entry_number on journal_entry (company_id, journal, fiscal_year, number)`);
    this.addSql(`create index journal_entry_source on journal_entry (company_id, source_id)`);
    this.addSql(`create unique index journal_entry_reversal on journal_entry (company_id, reverses_id) where reverses_id is not null`);
    this.addSql(`
      create table journal_line (
        company_id uuid not null,
        entry_id uuid not null,
        line_no int not null,
        account_code text not null,
        debit numeric(19,4) not null,
        credit numeric(19,4) not null,
        currency text not null,
        amount numeric(19,4) not null,
        rate numeric(19,6) not null,
        party_id uuid,
        cost_centre text,
        text text,
        primary key (company_id, entry_id, line_no),
        constraint journal_line_one_side check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0))
      )`);
    this.addSql(`create index journal_line_party on journal_line (company_id, party_id, account_code) where party_id is not null`);
    this.addSql(`
      create table seal_head (
        company_id uuid not null,
        journal text not null,
        fiscal_year int not null,
        last_number bigint not null,
        hash text not null,
        primary key (company_id, journal, fiscal_year)
      )`);
    this.addSql(`
      create table entry_seal (
        company_id uuid not null,
        journal text not null,
        fiscal_year int not null,
        number bigint not null,
        entry_id uuid not null,
        hash text not null,
        sealed_at timestamptz not null default now(),
        primary key (company_id, journal, fiscal_year, number)
      )`);
    this.addSql(`
      create table account_day (
        company_id uuid not null,
        account_code text not null,
        posted_on date not null,
        debit numeric(19,4) not null,
        credit numeric(19,4) not null,
        primary key (company_id, account_code, posted_on)
      ) with (fillfactor = 50)`);
    this.addSql(`
      create table tax_rule (
        company_id uuid not null,
        id uuid not null,
        country text not null,
        tax_category text not null,
        valid_from date not null,
        valid_to date,
        code text not null,
        name text not null,
        rate numeric(19,6) not null check (rate between 0 and 1),
        primary key (company_id, id)
      )`);
    this.addSql(`create unique index tax_rule_start on tax_rule (company_id, country, tax_category, valid_from)`);
    this.addSql(`
      create table customer_account (
        company_id uuid not null,
        customer_id uuid not null,
        credit_limit numeric(19,4),
        held numeric(19,4) not null default 0 check (held >= 0),
        receivable numeric(19,4) not null default 0 check (receivable >= 0),
        version int not null default 1,
        primary key (company_id, customer_id)
      ) with (fillfactor = 60)`);
    this.addSql(`
      create table billing_order (
        company_id uuid not null,
        order_id uuid not null,
        customer_id uuid not null,
        country text not null,
        currency text not null,
        payment_term_days int not null,
        net_total numeric(19,4) not null,
        net_done numeric(19,4) not null,
        hold_total numeric(19,4) not null,
        hold_left numeric(19,4) not null check (hold_left >= 0),
        lines jsonb not null,
        primary key (company_id, order_id)
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table customer_invoice (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        customer_id uuid not null,
        customer_name text not null,
        customer_address text,
        country text not null,
        order_id uuid not null,
        shipment_id uuid not null,
        document_on date not null,
        posted_on date not null,
        due_on date not null,
        currency text not null,
        net_total numeric(19,4) not null,
        tax_total numeric(19,4) not null,
        gross_total numeric(19,4) not null,
        open_amount numeric(19,4) not null,
        tax_rounding text not null,
        paid_on date,
        entry_id uuid,
        recorded_at timestamptz not null,
        version int not null,
        primary key (company_id, id),
        constraint customer_invoice_total check (net_total + tax_total = gross_total),
        constraint customer_invoice_open check (open_amount between 0 and gross_total)
      ) with (fillfactor = 80)`);
    this.addSql(`create unique index customer_invoice_number on customer_invoice (company_id, number)`);
    this.addSql(`create unique index customer_invoice_shipment on customer_invoice (company_id, shipment_id)`);
    this.addSql(`create index customer_invoice_open_items on customer_invoice (company_id, customer_id) where open_amount > 0`);
    this.addSql(`create index customer_invoice_order on customer_invoice (company_id, order_id)`);
    this.addSql(`
      create table customer_invoice_line (
        company_id uuid not null,
        invoice_id uuid not null,
        line_no int not null,
        order_line_no int not null,
        item_id uuid not null,
        sku text not null,
        description text not null,
        quantity numeric(19,6) not null,
        net_amount numeric(19,4) not null,
        tax_code text not null,
        primary key (company_id, invoice_id, line_no)
      )`);
    this.addSql(`
      create table customer_invoice_tax (
        company_id uuid not null,
        invoice_id uuid not null,
        tax_code text not null,
        rate numeric(19,6) not null,
        base_amount numeric(19,4) not null,
        tax_amount numeric(19,4) not null,
        primary key (company_id, invoice_id, tax_code)
      )`);
    this.addSql(`
      create table billing_return (
        company_id uuid not null,
        return_id uuid not null,
        body jsonb not null,
        primary key (company_id, return_id)
      )`);
    this.addSql(`
      create table credit_note (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        customer_id uuid not null,
        customer_name text not null,
        country text not null,
        return_id uuid not null,
        order_id uuid,
        document_on date not null,
        posted_on date not null,
        currency text not null,
        net_total numeric(19,4) not null,
        tax_total numeric(19,4) not null,
        gross_total numeric(19,4) not null,
        open_amount numeric(19,4) not null,
        entry_id uuid,
        recorded_at timestamptz not null,
        primary key (company_id, id),
        constraint credit_note_total check (net_total + tax_total = gross_total),
        constraint credit_note_open check (open_amount between 0 and gross_total)
      )`);
    this.addSql(`create unique index credit_note_number on credit_note (company_id, number)`);
    this.addSql(`create unique index credit_note_return on credit_note (company_id, return_id)`);
    this.addSql(`create index credit_note_open_items on credit_note (company_id, customer_id) where open_amount > 0`);
    this.addSql(`
      create table credit_note_line (
        company_id uuid not null,
        credit_note_id uuid not null,
        line_no int not null,
        invoice_id uuid,
        order_line_no int,
        item_id uuid not null,
        sku text not null,
        quantity numeric(19,6) not null,
        net_amount numeric(19,4) not null,
        tax_code text not null,
        primary key (company_id, credit_note_id, line_no)
      )`);
    this.addSql(`
      create table credit_note_tax (
        company_id uuid not null,
        credit_note_id uuid not null,
        line_no int not null,
        invoice_id uuid,
        tax_code text not null,
        rate numeric(19,6) not null,
        base_amount numeric(19,4) not null,
        tax_amount numeric(19,4) not null,
        primary key (company_id, credit_note_id, line_no)
      )`);
    this.addSql(`create index credit_note_tax_invoice on credit_note_tax (company_id, invoice_id) where invoice_id is not null`);
    this.addSql(`
      create table payment (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        customer_id uuid not null,
        reference text,
        received_on date not null,
        posted_on date not null,
        currency text not null,
        amount numeric(19,4) not null check (amount > 0),
        open_amount numeric(19,4) not null,
        entry_id uuid not null,
        recorded_at timestamptz not null,
        version int not null,
        primary key (company_id, id),
        constraint payment_open check (open_amount between 0 and amount)
      ) with (fillfactor = 80)`);
    this.addSql(`create unique index payment_number on payment (company_id, number)`);
    this.addSql(`create index payment_on_account on payment (company_id, customer_id) where open_amount > 0`);
    this.addSql(`
      create table refund (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        customer_id uuid not null,
        credit_note_id uuid,
        payment_id uuid,
        sent_on date not null,
        posted_on date not null,
        currency text not null,
        amount numeric(19,4) not null check (amount > 0),
        entry_id uuid not null,
        recorded_at timestamptz not null,
        primary key (company_id, id),
        check ((credit_note_id is null) <> (payment_id is null))
      )`);
    this.addSql(`create unique index refund_number on refund (company_id, number)`);
    this.addSql(`
      create table receivable_adjustment (
        company_id uuid not null,
        id uuid not null,
        number text not null,
        kind text not null check (kind in ('write-off', 'bad-debt')),
        customer_id uuid not null,
        invoice_id uuid,
        reason text not null,
        adjusted_on date not null,
        posted_on date not null,
        currency text not null,
        amount numeric(19,4) not null check (amount <> 0),
        open_amount numeric(19,4) not null,
        entry_id uuid not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`
      create table allocation (
        company_id uuid not null,
        id uuid not null,
        customer_id uuid not null,
        debit_kind text not null check (debit_kind in ('invoice', 'refund')),
        debit_id uuid not null,
        credit_kind text not null check (credit_kind in ('payment', 'credit-note', 'write-off')),
        credit_id uuid not null,
        amount numeric(19,4) not null check (amount > 0),
        allocated_on date not null,
        recorded_at timestamptz not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create index allocation_debit on allocation (company_id, debit_id)`);
    this.addSql(`create index allocation_credit on allocation (company_id, credit_id)`);
    this.addSql(`
      create table payroll_posting (
        company_id uuid not null,
        run_id uuid not null,
        period_starts_on date not null,
        period_ends_on date not null,
        currency text not null,
        gross_total numeric(19,4) not null,
        net_total numeric(19,4) not null,
        entry_id uuid not null,
        paid_on date,
        paid_entry_id uuid,
        primary key (company_id, run_id)
      )`);
    const tables = [
      'company_copy',
      'customer_copy',
      'ledger_account',
      'account_role',
      'accounting_period',
      'journal_entry',
      'journal_line',
      'seal_head',
      'entry_seal',
      'account_day',
      'tax_rule',
      'customer_account',
      'billing_order',
      'customer_invoice',
      'customer_invoice_line',
      'customer_invoice_tax',
      'billing_return',
      'credit_note',
      'credit_note_line',
      'credit_note_tax',
      'payment',
      'refund',
      'receivable_adjustment',
      'allocation',
      'payroll_posting',
      'number_series',
    ];
    for (const sql of isolateCompanies(ROLE, tables)) this.addSql(sql);
    const final = [
      'journal_entry',
      'journal_line',
      'entry_seal',
      'customer_invoice_line',
      'customer_invoice_tax',
      'credit_note_line',
      'credit_note_tax',
      'refund',
      'allocation',
      'billing_return',
    ];
    for (const sql of appendOnly(ROLE, final)) this.addSql(sql);
    // The sealer looks over all companies for journals that have grown, and sees nothing else of them.
    this.addSql(`
      create function journals_to_seal(most int) returns table (company_id uuid, journal text, fiscal_year int) language sql security definer set search_path = public stable as $$
        select s.company_id, s.series, s.year from number_series s
        left join seal_head h on h.company_id = s.company_id and h.journal = s.series and h.fiscal_year = s.year
        where s.series in ('SAL', 'STK', 'BNK', 'WAG', 'GEN') and s.last_number > coalesce(h.last_number, 0) limit most
      $$`);
  }
}
