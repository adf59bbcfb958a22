import { Refusal } from '@millrace/kernel';

export const companyNotReady = new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');

export const customerUnknown = new Refusal(
  'customer-unknown',
  'invalid',
  'There is no customer with this id, or it was created a moment ago: check the id, or try again.',
);

export const invoiceUnknown = (id: string) => new Refusal('invoice-unknown', 'invalid', `This customer has no invoice ${id}.`, { customerInvoiceId: id });

export const invoiceRepeated = new Refusal('invoice-repeated', 'invalid', 'An invoice is named twice.');

export const adjustmentUnknown = (id: string) =>
  new Refusal('adjustment-unknown', 'invalid', `No adjustment ${id} raised what this customer owes.`, { adjustmentId: id });

export const adjustmentRepeated = new Refusal('adjustment-repeated', 'invalid', 'An adjustment is named twice.');

export const allocationTarget = new Refusal('allocation-target', 'invalid', 'An allocation names either a customer invoice or an adjustment.');

export const adjustmentNotCredit = new Refusal(
  'adjustment-not-credit',
  'conflict',
  'This adjustment raised what the customer owes: it can be settled, and settles nothing.',
);

export const adjustmentNotPaid = new Refusal(
  'adjustment-not-paid',
  'conflict',
  'Nobody paid what a bad debt took off: of adjustments only opening balances are refunded.',
);

export const invoicePaid = new Refusal('invoice-paid', 'conflict', 'Nothing is open on this invoice.');

export const amountExceedsOpen = (open: string) => new Refusal('amount-exceeds-open', 'conflict', `Only ${open} is open.`, { open });

export const amountTooFine = (currency: string) =>
  new Refusal('amount-too-fine', 'invalid', `${currency} has no such small amounts: round to its minor unit.`, { currency });

export const amountZero = new Refusal('amount-zero', 'invalid', 'An amount of zero settles nothing.');

export const currencyOther = (currency: string) => new Refusal('currency-other', 'invalid', `The books are kept in ${currency}.`, { currency });

export const dateInFuture = new Refusal('date-in-future', 'invalid', 'The date lies in the future.');

export const backdateForbidden = new Refusal('backdate-forbidden', 'forbidden', 'A past date needs the permission finance.ledger.backdate.', {
  permission: 'finance.ledger.backdate',
});

export const periodClosed = (on: string) =>
  new Refusal('period-closed', 'conflict', `The accounting period of ${on} is closed: use a date in an open one.`, { on });

export const fiscalYearMissing = (on: string) => new Refusal('fiscal-year-missing', 'conflict', `No fiscal year covers ${on}: open one first.`, { on });

export const entryUnbalanced = (debit: string, credit: string) =>
  new Refusal('entry-unbalanced', 'invalid', `Debits of ${debit} and credits of ${credit} differ.`, { debit, credit });

export const accountUnknown = (code: string) => new Refusal('account-unknown', 'invalid', `There is no ledger account ${code}.`, { account: code });

export const accountInactive = (code: string) => new Refusal('account-inactive', 'invalid', `The ledger account ${code} is not active.`, { account: code });

export const accountUnfit = (code: string, role: string, kind: string, control: string | null) =>
  new Refusal(
    'account-unfit',
    'invalid',
    `${code} cannot take ${role}: that needs an account of kind ${kind} ${control ? `with control ${control}` : 'without control'}.`,
    {
      account: code,
      kind,
      control: control ?? undefined,
    },
  );

export const accountOfOtherRole = (code: string, role: string) =>
  new Refusal('account-unfit', 'invalid', `${code} is where ${role} is booked.`, { account: code, role });

export const accountExists = (code: string) => new Refusal('account-exists', 'conflict', `There is a ledger account ${code} already.`, { account: code });

export const controlAccount = (code: string) =>
  new Refusal('control-account', 'invalid', `${code} is a control account: documents post to it, people only as opening balances.`, { account: code });

export const openingReceiptRequired = (code: string) =>
  new Refusal('opening-receipt-required', 'invalid', `Stock on ${code} is opened by a receipt of kind opening in inventory, which values it per item.`, {
    account: code,
  });

export const receivableOpening = (code: string) =>
  new Refusal('receivable-opening', 'invalid', `What customers owe on ${code} is opened by a document for each: POST /v1/opening-receivables.`, {
    account: code,
  });

export const dateRange = new Refusal('date-range', 'invalid', 'The last day lies before the first.');

export const taxRuleOverlaps = new Refusal(
  'tax-rule-overlaps',
  'conflict',
  'There is a rule for this country and category in part of this time already: end it first, or begin later than it.',
);

export const taxRuleEnded = (on: string) => new Refusal('tax-rule-ended', 'conflict', `This tax rule ends on ${on} already.`, { validTo: on });

export const notFound = (what: string) => new Refusal('not-found', 'missing', `There is no ${what} with this id.`);

export const versionStale = new Refusal('version-stale', 'stale', 'It has changed since: read it again.');
