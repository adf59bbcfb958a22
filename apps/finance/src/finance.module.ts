import { Module } from '@nestjs/common';
import { AdjustReceivableController } from './adjust-receivable/adjust-receivable.controller.js';
import { AdjustReceivableHandler } from './adjust-receivable/adjust-receivable.handler.js';
import { AllocateCreditController } from './allocate-credit/allocate-credit.controller.js';
import { AllocateCreditHandler } from './allocate-credit/allocate-credit.handler.js';
import { ChartController, CreateAccountHandler, NameAccountHandler } from './chart/chart.controller.js';
import { CompanyCopyConsumer } from './company-copy/company-copy.consumer.js';
import { CreditLimitsController, SetCreditLimitHandler } from './credit-limits/credit-limits.controller.js';
import { CreditReturnConsumer } from './credit-return/credit-return.consumer.js';
import { CustomerCopyConsumer } from './customer-copy/customer-copy.consumer.js';
import { CustomerInvoicesController } from './customer-invoices/customer-invoices.controller.js';
import { ApproveEntryHandler } from './journal-entries/approve-entry.handler.js';
import { JournalEntriesController } from './journal-entries/journal-entries.controller.js';
import { PendingEntriesController } from './journal-entries/pending-entries.controller.js';
import { PostEntryHandler } from './journal-entries/post-entry.handler.js';
import { RejectEntryHandler } from './journal-entries/reject-entry.handler.js';
import { ReverseEntryHandler } from './journal-entries/reverse-entry.handler.js';
import { SubmitEntryHandler } from './journal-entries/submit-entry.handler.js';
import { OpenItemsController } from './open-items/open-items.controller.js';
import { PaymentsController } from './payments/payments.controller.js';
import { PayPayrollController, PayPayrollHandler } from './payroll/pay-payroll.controller.js';
import { PayrollConsumer } from './payroll/payroll.consumer.js';
import { OpenFiscalYearHandler, PeriodsController, SetPeriodStateHandler } from './periods/periods.controller.js';
import { BillingReturnRepository } from './persistence/billing-return.repository.js';
import { JournalEntryRepository } from './persistence/journal-entry.repository.js';
import { EntryDesk } from './journal-entries/entry-desk.js';
import { LedgerRepository } from './persistence/ledger.repository.js';
import { LiabilitySettlementRepository } from './persistence/liability-settlement.repository.js';
import { PendingEntryRepository } from './persistence/pending-entry.repository.js';
import { ReceivableRepository } from './persistence/receivable.repository.js';
import { TaxRuleRepository } from './persistence/tax-rule.repository.js';
import { ReceivableConsumer } from './receivable/receivable.consumer.js';
import { RefundCreditController } from './refund-credit/refund-credit.controller.js';
import { RefundCreditHandler } from './refund-credit/refund-credit.handler.js';
import { RegisterPaymentController } from './register-payment/register-payment.controller.js';
import { RegisterPaymentHandler } from './register-payment/register-payment.handler.js';
import { SalesSummaryController } from './reports/sales-summary.controller.js';
import { TaxReportController } from './reports/tax-report.controller.js';
import { LedgerSealer } from './seal-ledger/ledger-sealer.js';
import { SettleLiabilityController } from './settle-liability/settle-liability.controller.js';
import { SettleLiabilityHandler } from './settle-liability/settle-liability.handler.js';
import { StockValueConsumer } from './stock-value/stock-value.consumer.js';
import { CreateTaxRuleHandler } from './tax-rules/create-tax-rule.handler.js';
import { EndTaxRuleHandler } from './tax-rules/end-tax-rule.handler.js';
import { TaxRulesController } from './tax-rules/tax-rules.controller.js';
import { TrialBalanceController } from './trial-balance/trial-balance.controller.js';

/** Money: the ledger and its periods, taxes, invoices, payments, and what customers owe. */
@Module({
  controllers: [
    // By events
    CompanyCopyConsumer,
    CustomerCopyConsumer,
    ReceivableConsumer,
    CreditReturnConsumer,
    StockValueConsumer,
    PayrollConsumer,
    // By requests
    RegisterPaymentController,
    AllocateCreditController,
    RefundCreditController,
    AdjustReceivableController,
    CreditLimitsController,
    JournalEntriesController,
    PendingEntriesController,
    ChartController,
    PeriodsController,
    TaxRulesController,
    PayPayrollController,
    SettleLiabilityController,
    // To look at
    CustomerInvoicesController,
    PaymentsController,
    OpenItemsController,
    TrialBalanceController,
    SalesSummaryController,
    TaxReportController,
  ],
  providers: [
    LedgerRepository,
    TaxRuleRepository,
    ReceivableRepository,
    BillingReturnRepository,
    JournalEntryRepository,
    LiabilitySettlementRepository,
    PendingEntryRepository,
    EntryDesk,
    LedgerSealer,
    RegisterPaymentHandler,
    AllocateCreditHandler,
    RefundCreditHandler,
    AdjustReceivableHandler,
    SetCreditLimitHandler,
    PostEntryHandler,
    SubmitEntryHandler,
    ApproveEntryHandler,
    RejectEntryHandler,
    ReverseEntryHandler,
    CreateAccountHandler,
    NameAccountHandler,
    OpenFiscalYearHandler,
    SetPeriodStateHandler,
    CreateTaxRuleHandler,
    EndTaxRuleHandler,
    PayPayrollHandler,
    SettleLiabilityHandler,
  ],
})
export class FinanceModule {}
