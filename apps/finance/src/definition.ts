import type { ServiceDefinition } from '@millrace/chassis';
import { Finance } from '../migrations/20261122000000-finance.js';
import { LineRoles } from '../migrations/20261124100000-line-roles.js';
import { TaxRates } from '../migrations/20261124101000-tax-rates.js';
import { LiabilitySettlements } from '../migrations/20261124102000-liability-settlements.js';
import { Settlements } from '../migrations/20261124230000-settlements.js';
import { UntoldAllocations } from '../migrations/20261124231000-untold-allocations.js';
import { LedgerConstraints } from '../migrations/20261124235000-ledger-constraints.js';
import { OpenItems } from '../migrations/20261127110000-open-items.js';
import { SafeDefiners } from '../migrations/20261127170100-safe-definers.js';
import { PendingEntries } from '../migrations/20261127170000-pending-entries.js';
import { FinanceModule } from './finance.module.js';
import { PayrollPostingSchema } from './payroll/pay-payroll.controller.js';
import { AccountingPeriodSchema } from './persistence/accounting-period.repository.js';
import { BillingReturnSchema } from './persistence/billing-return.repository.js';
import { AccountRoleSchema, LedgerAccountSchema } from './persistence/ledger-account.repository.js';
import { CompanyCopySchema, JournalEntrySchema, JournalLineSchema } from './persistence/ledger.repository.js';
import { LiabilitySettlementSchema } from './persistence/liability-settlement.repository.js';
import { PendingEntrySchema } from './persistence/pending-entry.repository.js';
import {
  AllocationSchema,
  BillingOrderSchema,
  CreditNoteLineSchema,
  CreditNoteSchema,
  CreditNoteTaxSchema,
  CustomerAccountSchema,
  CustomerCopySchema,
  CustomerInvoiceLineSchema,
  CustomerInvoiceSchema,
  CustomerInvoiceTaxSchema,
  PaymentSchema,
  ReceivableAdjustmentSchema,
  RefundSchema,
} from './persistence/receivable.repository.js';
import { TaxRuleSchema } from './persistence/tax-rule.repository.js';

export const definition: ServiceDefinition = {
  name: 'finance',
  module: FinanceModule,
  mappings: [
    CompanyCopySchema,
    LedgerAccountSchema,
    AccountRoleSchema,
    AccountingPeriodSchema,
    JournalEntrySchema,
    JournalLineSchema,
    TaxRuleSchema,
    CustomerCopySchema,
    CustomerAccountSchema,
    BillingOrderSchema,
    CustomerInvoiceSchema,
    CustomerInvoiceLineSchema,
    CustomerInvoiceTaxSchema,
    BillingReturnSchema,
    CreditNoteSchema,
    CreditNoteLineSchema,
    CreditNoteTaxSchema,
    PaymentSchema,
    RefundSchema,
    ReceivableAdjustmentSchema,
    AllocationSchema,
    PayrollPostingSchema,
    LiabilitySettlementSchema,
    PendingEntrySchema,
  ],
  migrations: [
    { name: '20261122000000-finance', class: Finance },
    { name: '20261124100000-line-roles', class: LineRoles },
    { name: '20261124101000-tax-rates', class: TaxRates },
    { name: '20261124102000-liability-settlements', class: LiabilitySettlements },
    { name: '20261124230000-settlements', class: Settlements },
    { name: '20261124231000-untold-allocations', class: UntoldAllocations },
    { name: '20261124235000-ledger-constraints', class: LedgerConstraints },
    { name: '20261127110000-open-items', class: OpenItems },
    { name: '20261127170100-safe-definers', class: SafeDefiners },
    { name: '20261127170000-pending-entries', class: PendingEntries },
  ],
};
