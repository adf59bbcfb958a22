// Written by `npm run openapi`.
export interface paths {
    "/v1/account-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which account what happens is booked to */
        get: operations["Chart_roles"];
        put?: never;
        /**
         * Book what happens in a role to another account
         * @description Refusals: `account-unknown`, `account-inactive`, `account-unfit`, `company-not-ready`.
         */
        post: operations["Chart_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting-periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounting periods, oldest first */
        get: operations["Periods_periods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting-periods/{periodId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a period: nobody posts into it any more
         * @description Refusals: `version-stale`.
         */
        post: operations["Periods_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting-periods/{periodId}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed period again
         * @description Refusals: `version-stale`.
         */
        post: operations["Periods_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apps that people sign in to, by client id */
        get: operations["Apps_list"];
        put?: never;
        /**
         * Let people sign in to an app with the account that they have here
         * @description Refusals: `app-unreachable`, `role-not-held`.
         */
        post: operations["Apps_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/apps/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an app, say where it lives, or take its way in away
         * @description Refusals: `app-unreachable`, `role-not-held`, `version-stale`.
         */
        patch: operations["Apps_change"];
        trace?: never;
    };
    "/v1/bad-debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what a customer owes, against bad debts
         * @description Refusals: `customer-unknown`, `above-approval-limit`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `amount-too-fine`, `company-not-ready`.
         */
        post: operations["AdjustReceivable_badDebt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies by name */
        get: operations["Companies_list"];
        put?: never;
        /**
         * Found a company: its books, stock and people are kept from now on
         * @description Refusals: `company-exists`.
         */
        post: operations["Companies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{companyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One company */
        get: operations["Companies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-limits/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer may owe, and owes */
        get: operations["CreditLimits_get"];
        /**
         * Set what a customer may owe
         * @description Refusals: `above-approval-limit`, `version-stale`.
         */
        put: operations["CreditLimits_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes, newest first */
        get: operations["Payments_creditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{creditNoteId}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle invoices with a credit note that is on account
         * @description Refusals: `allocation-target`, `invoice-unknown`, `invoice-repeated`, `adjustment-unknown`, `adjustment-repeated`, `amount-too-fine`, `company-not-ready`.
         */
        post: operations["AllocateCredit_creditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{creditNoteId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send back what a credit note has on account
         * @description Refusals: `above-approval-limit`, `amount-exceeds-open`, `amount-too-fine`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["RefundCredit_creditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customer-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customer invoices, newest first */
        get: operations["CustomerInvoices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customer-invoices/{customerInvoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer invoice */
        get: operations["CustomerInvoices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customer-invoices/{customerInvoiceId}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up what is open on an invoice, or part of it
         * @description Refusals: `invoice-paid`, `amount-exceeds-open`, `above-approval-limit`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `amount-too-fine`, `company-not-ready`.
         */
        post: operations["AdjustReceivable_writeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, oldest first */
        get: operations["Customers_list"];
        put?: never;
        /**
         * Create a customer
         * @description Refusals: `customer-exists`.
         */
        post: operations["Customers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create up to 1000 customers, each with a result of its own
         * @description Refusals: `customer-exists`.
         */
        post: operations["Customers_createAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer */
        get: operations["Customers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer, or (de)activate it */
        patch: operations["Customers_change"];
        trace?: never;
    };
    "/v1/employees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Employees, longest known first */
        get: operations["Employees_list"];
        put?: never;
        /** Take an employee on */
        post: operations["Employees_hire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an employee, or (de)activate
         * @description Refusals: `contract-open`, `contract-paid`, `end-date-unexpected`, `version-stale`, `company-not-ready`.
         */
        patch: operations["Employees_change"];
        trace?: never;
    };
    "/v1/employees/{employeeId}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say in which account an employee signs in, or in none
         * @description Refusals: `subject-taken`, `own-account`, `version-stale`.
         */
        put: operations["Employees_link"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts of an employee, oldest first */
        get: operations["Contracts_list"];
        put?: never;
        /**
         * Give an employee a contract for a time; a raise ends the open one the day before
         * @description Refusals: `contract-overlaps`, `contract-paid`, `date-range`, `employee-inactive`, `company-not-ready`.
         */
        post: operations["Contracts_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}/contracts/{contractId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a contract on a day, or correct its last day
         * @description Refusals: `contract-overlaps`, `contract-paid`, `contract-revoked`, `version-stale`.
         */
        post: operations["Contracts_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fiscal-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a fiscal year with its monthly periods
         * @description Refusals: `fiscal-year-length`, `fiscal-year-overlaps`, `company-not-ready`.
         */
        post: operations["Periods_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/item-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of items, newest first */
        get: operations["ImportItems_list"];
        put?: never;
        /**
         * Create the items of a large CSV file, each row by itself, or see what would become of them
         * @description Refusals: `csv-refused`, `too-many-imports`.
         */
        post: operations["ImportItems_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/item-imports/{itemImportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, at once or when it is done */
        get: operations["ImportItems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/item-imports/{itemImportId}/refused-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of an import that were refused, and why, in the order of the file */
        get: operations["ImportItems_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items by SKU */
        get: operations["Items_list"];
        put?: never;
        /**
         * Create an item or a service
         * @description Refusals: `item-exists`, `unit-repeated`.
         */
        post: operations["Items_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create up to 1000 items, each with a result of its own
         * @description Refusals: `item-exists`, `unit-repeated`.
         */
        post: operations["Items_createAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the items of a CSV file of up to 1000 rows, all of them or none
         * @description Refusals: `csv-refused`.
         */
        post: operations["Items_importAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item */
        get: operations["Items_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename an item, change its units or tax category, or (de)activate it */
        patch: operations["Items_change"];
        trace?: never;
    };
    "/v1/journal-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journal entries, newest first */
        get: operations["JournalEntries_list"];
        put?: never;
        /**
         * Post an entry of your own
         * @description Refusals: `above-approval-limit`, `entry-unbalanced`, `line-sides`, `account-unknown`, `account-inactive`, `control-account`, `receivable-opening`, `opening-receipt-required`, `opening-forbidden`, `amount-too-fine`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["JournalEntries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal-entries/{journalEntryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One journal entry */
        get: operations["JournalEntries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal-entries/{journalEntryId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mend an entry by one the other way round
         * @description Refusals: `entry-reversed`, `entry-of-document`, `above-approval-limit`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["JournalEntries_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of accounts, by code */
        get: operations["Chart_accounts"];
        put?: never;
        /**
         * Add a ledger account
         * @description Refusals: `account-exists`, `company-not-ready`.
         */
        post: operations["Chart_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/liability-settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settlements of tax and wages, newest first */
        get: operations["SettleLiability_list"];
        put?: never;
        /**
         * Settle sales tax, payroll tax, social insurance or wages of before, for a time
         * @description Refusals: `amount-exceeds-open`, `amount-zero`, `above-approval-limit`, `amount-too-fine`, `account-unknown`, `account-unfit`, `account-inactive`, `date-range`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["SettleLiability_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places, those outside the house too */
        get: operations["Warehouses_locations"];
        put?: never;
        /**
         * Add a place inside a warehouse, or one for losses
         * @description Refusals: `warehouse-unknown`, `warehouse-not-yours`, `location-misplaced`, `location-exists`, `company-not-ready`.
         */
        post: operations["Warehouses_addLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers owe and are owed, document by document, at the end of a day */
        get: operations["OpenItems_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opening-receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring what a customer owed, or had in its favour, when the books began
         * @description Refusals: `customer-unknown`, `above-approval-limit`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `amount-too-fine`, `company-not-ready`.
         */
        post: operations["AdjustReceivable_opening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in finance, and what was refused, newest first; within 31 days unless recordId, subject or from is given */
        get: operations["FinanceAuditTrail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the first kept event of a parked stream of finance, with a reason
         * @description Refusals: `event-not-first`.
         */
        post: operations["FinanceOperations_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/discards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up, in every parked stream of finance that matches, the event that it is parked for
         * @description Refusals: `filter-required`.
         */
        post: operations["FinanceOperations_discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/held-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of finance whose facts the broker refuses, oldest first */
        get: operations["FinanceOperations_listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/held-streams/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a held stream of finance again, from the fact that was refused
         * @description Refusals: `stream-not-held`.
         */
        post: operations["FinanceOperations_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/kept-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of one stream of finance, in order */
        get: operations["FinanceOperations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rebuilds of copies of finance, newest first, at most 50 */
        get: operations["FinanceOperations_listRebuilds"];
        put?: never;
        /**
         * Build a copy of finance again from the first fact on
         * @description Refusals: `consumer-not-rebuildable`, `rebuild-under-way`.
         */
        post: operations["FinanceOperations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/rebuilds/{rebuildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a rebuild of finance is, and what it found */
        get: operations["FinanceOperations_showRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply what is parked in finance again, in order */
        post: operations["FinanceOperations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of finance that wait or are parked, oldest first */
        get: operations["FinanceOperations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/finance/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the answering process of finance waits for, and since when */
        get: operations["FinanceOperations_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in hr, and what was refused, newest first; within 31 days unless recordId, subject or from is given */
        get: operations["HrAuditTrail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the first kept event of a parked stream of hr, with a reason
         * @description Refusals: `event-not-first`.
         */
        post: operations["HrOperations_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/discards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up, in every parked stream of hr that matches, the event that it is parked for
         * @description Refusals: `filter-required`.
         */
        post: operations["HrOperations_discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/held-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of hr whose facts the broker refuses, oldest first */
        get: operations["HrOperations_listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/held-streams/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a held stream of hr again, from the fact that was refused
         * @description Refusals: `stream-not-held`.
         */
        post: operations["HrOperations_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/kept-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of one stream of hr, in order */
        get: operations["HrOperations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rebuilds of copies of hr, newest first, at most 50 */
        get: operations["HrOperations_listRebuilds"];
        put?: never;
        /**
         * Build a copy of hr again from the first fact on
         * @description Refusals: `consumer-not-rebuildable`, `rebuild-under-way`.
         */
        post: operations["HrOperations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/rebuilds/{rebuildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a rebuild of hr is, and what it found */
        get: operations["HrOperations_showRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply what is parked in hr again, in order */
        post: operations["HrOperations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of hr that wait or are parked, oldest first */
        get: operations["HrOperations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/hr/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the answering process of hr waits for, and since when */
        get: operations["HrOperations_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in identity, and what was refused, newest first; within 31 days unless recordId, subject or from is given */
        get: operations["IdentityAuditTrail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the first kept event of a parked stream of identity, with a reason
         * @description Refusals: `event-not-first`.
         */
        post: operations["IdentityOperations_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/discards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up, in every parked stream of identity that matches, the event that it is parked for
         * @description Refusals: `filter-required`.
         */
        post: operations["IdentityOperations_discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/held-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of identity whose facts the broker refuses, oldest first */
        get: operations["IdentityOperations_listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/held-streams/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a held stream of identity again, from the fact that was refused
         * @description Refusals: `stream-not-held`.
         */
        post: operations["IdentityOperations_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/kept-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of one stream of identity, in order */
        get: operations["IdentityOperations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rebuilds of copies of identity, newest first, at most 50 */
        get: operations["IdentityOperations_listRebuilds"];
        put?: never;
        /**
         * Build a copy of identity again from the first fact on
         * @description Refusals: `consumer-not-rebuildable`, `rebuild-under-way`.
         */
        post: operations["IdentityOperations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/rebuilds/{rebuildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a rebuild of identity is, and what it found */
        get: operations["IdentityOperations_showRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply what is parked in identity again, in order */
        post: operations["IdentityOperations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of identity that wait or are parked, oldest first */
        get: operations["IdentityOperations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/identity/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the answering process of identity waits for, and since when */
        get: operations["IdentityOperations_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in inventory, and what was refused, newest first; within 31 days unless recordId, subject or from is given */
        get: operations["InventoryAuditTrail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the first kept event of a parked stream of inventory, with a reason
         * @description Refusals: `event-not-first`.
         */
        post: operations["InventoryOperations_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/discards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up, in every parked stream of inventory that matches, the event that it is parked for
         * @description Refusals: `filter-required`.
         */
        post: operations["InventoryOperations_discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/held-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of inventory whose facts the broker refuses, oldest first */
        get: operations["InventoryOperations_listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/held-streams/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a held stream of inventory again, from the fact that was refused
         * @description Refusals: `stream-not-held`.
         */
        post: operations["InventoryOperations_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/kept-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of one stream of inventory, in order */
        get: operations["InventoryOperations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rebuilds of copies of inventory, newest first, at most 50 */
        get: operations["InventoryOperations_listRebuilds"];
        put?: never;
        /**
         * Build a copy of inventory again from the first fact on
         * @description Refusals: `consumer-not-rebuildable`, `rebuild-under-way`.
         */
        post: operations["InventoryOperations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/rebuilds/{rebuildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a rebuild of inventory is, and what it found */
        get: operations["InventoryOperations_showRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply what is parked in inventory again, in order */
        post: operations["InventoryOperations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of inventory that wait or are parked, oldest first */
        get: operations["InventoryOperations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/inventory/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the answering process of inventory waits for, and since when */
        get: operations["InventoryOperations_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in orders, and what was refused, newest first; within 31 days unless recordId, subject or from is given */
        get: operations["OrdersAuditTrail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the first kept event of a parked stream of orders, with a reason
         * @description Refusals: `event-not-first`.
         */
        post: operations["OrdersOperations_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/discards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up, in every parked stream of orders that matches, the event that it is parked for
         * @description Refusals: `filter-required`.
         */
        post: operations["OrdersOperations_discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/held-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of orders whose facts the broker refuses, oldest first */
        get: operations["OrdersOperations_listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/held-streams/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a held stream of orders again, from the fact that was refused
         * @description Refusals: `stream-not-held`.
         */
        post: operations["OrdersOperations_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/kept-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of one stream of orders, in order */
        get: operations["OrdersOperations_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rebuilds of copies of orders, newest first, at most 50 */
        get: operations["OrdersOperations_listRebuilds"];
        put?: never;
        /**
         * Build a copy of orders again from the first fact on
         * @description Refusals: `consumer-not-rebuildable`, `rebuild-under-way`.
         */
        post: operations["OrdersOperations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/rebuilds/{rebuildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a rebuild of orders is, and what it found */
        get: operations["OrdersOperations_showRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply what is parked in orders again, in order */
        post: operations["OrdersOperations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams of orders that wait or are parked, oldest first */
        get: operations["OrdersOperations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/orders/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the answering process of orders waits for, and since when */
        get: operations["OrdersOperations_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many orders and returns there are, by state, over document dates */
        get: operations["OrderSummary_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your own password; sign in again with the new one
         * @description Refusals: `password-wrong`.
         */
        post: operations["ChangeSecret_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments of customers, newest first */
        get: operations["Payments_payments"];
        put?: never;
        /**
         * Book money that came in from a customer, and settle invoices with it
         * @description Refusals: `customer-unknown`, `allocation-target`, `invoice-unknown`, `invoice-repeated`, `adjustment-unknown`, `adjustment-repeated`, `amount-too-fine`, `currency-other`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["RegisterPayment_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle invoices with money that is on account
         * @description Refusals: `allocation-target`, `invoice-unknown`, `invoice-repeated`, `adjustment-unknown`, `adjustment-repeated`, `amount-too-fine`, `company-not-ready`.
         */
        post: operations["AllocateCredit_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send money back that is on account
         * @description Refusals: `above-approval-limit`, `amount-exceeds-open`, `amount-too-fine`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["RefundCredit_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the net wages of a payroll run
         * @description Refusals: `payroll-run-unknown`, `payroll-run-paid`, `above-approval-limit`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["PayPayroll_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rates of payroll, oldest first */
        get: operations["PayrollRules_list"];
        put?: never;
        /**
         * Set the flat rates of payroll from a day on
         * @description Refusals: `payroll-rule-exists`, `rates-too-high`.
         */
        post: operations["PayrollRules_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payroll runs, newest first */
        get: operations["RunPayroll_list"];
        put?: never;
        /**
         * Work out the payslips of a month, of what is left to pay for it
         * @description Refusals: `payroll-complete`, `payroll-rule-missing`, `amount-too-large`, `company-not-ready`.
         */
        post: operations["RunPayroll_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-runs/{payrollRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payroll run, at once or when it is so far */
        get: operations["RunPayroll_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-runs/{payrollRunId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a payroll run final
         * @description Refusals: `self-approval`, `above-approval-limit`, `payroll-run-approved`, `payroll-run-discarded`, `version-stale`.
         */
        post: operations["RunPayroll_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-runs/{payrollRunId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a draft that is wrong
         * @description Refusals: `payroll-run-approved`, `payroll-run-discarded`, `version-stale`.
         */
        post: operations["RunPayroll_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payroll-runs/{payrollRunId}/payslips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payslips of a run */
        get: operations["RunPayroll_payslips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payslips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payslips of approved runs, newest first; of who is limited to own records, its own */
        get: operations["Payslips_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pending-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries that wait for approval, and what became of others, newest first */
        get: operations["PendingEntries_list"];
        put?: never;
        /**
         * Make an entry for somebody else to post
         * @description Refusals: `entry-unbalanced`, `line-sides`, `account-unknown`, `account-inactive`, `control-account`, `receivable-opening`, `opening-receipt-required`, `opening-forbidden`, `amount-too-fine`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["PendingEntries_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pending-entries/{pendingEntryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry that waits for approval, or what became of it */
        get: operations["PendingEntries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pending-entries/{pendingEntryId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post what somebody else entered
         * @description Refusals: `self-approval`, `above-approval-limit`, `entry-decided`, `version-stale`, `entry-unbalanced`, `line-sides`, `account-unknown`, `account-inactive`, `control-account`, `receivable-opening`, `opening-receipt-required`, `opening-forbidden`, `amount-too-fine`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["PendingEntries_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pending-entries/{pendingEntryId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up what was entered
         * @description Refusals: `entry-decided`, `version-stale`.
         */
        post: operations["PendingEntries_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices by SKU and day */
        get: operations["Prices_list"];
        put?: never;
        /**
         * Set the price of an item from a day on
         * @description Refusals: `item-unknown`, `company-not-ready`.
         */
        post: operations["Prices_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up to 1000 prices, each with a result of its own
         * @description Refusals: `item-unknown`, `company-not-ready`.
         */
        post: operations["Prices_setAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive goods: a purchase, or stock that was there before
         * @description Refusals: `item-unknown`, `item-inactive`, `item-not-stocked`, `unit-unknown`, `quantity-too-small`, `quantity-too-large`, `amount-too-large`, `warehouse-unknown`, `warehouse-not-yours`, `date-in-future`, `backdate-forbidden`, `company-not-ready`.
         */
        post: operations["ReceiveGoods_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1000 receipts, each with a result of its own
         * @description Refusals: `item-unknown`, `item-inactive`, `item-not-stocked`, `unit-unknown`, `quantity-too-small`, `quantity-too-large`, `amount-too-large`, `warehouse-unknown`, `warehouse-not-yours`, `date-in-future`, `backdate-forbidden`, `company-not-ready`.
         */
        post: operations["ReceiveGoods_receiveAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receivable-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Write-offs, bad debts and opening balances of customers, newest first */
        get: operations["Payments_adjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receivable-adjustments/{adjustmentId}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle invoices with an adjustment in the favour of the customer
         * @description Refusals: `adjustment-not-credit`, `allocation-target`, `invoice-unknown`, `invoice-repeated`, `adjustment-unknown`, `adjustment-repeated`, `amount-too-fine`, `company-not-ready`.
         */
        post: operations["AllocateCredit_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receivable-adjustments/{adjustmentId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send back an opening balance in the favour of the customer
         * @description Refusals: `adjustment-not-credit`, `adjustment-not-paid`, `above-approval-limit`, `amount-exceeds-open`, `amount-too-fine`, `date-in-future`, `backdate-forbidden`, `period-closed`, `fiscal-year-missing`, `company-not-ready`.
         */
        post: operations["RefundCredit_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds to customers, newest first */
        get: operations["Payments_refunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns, newest first, without their lines */
        get: operations["ReturnGoods_list"];
        put?: never;
        /**
         * Let goods come back that no order is named for
         * @description Refusals: `customer-unknown`, `customer-inactive`, `warehouse-unknown`, `item-unknown`, `unit-unknown`, `cost-missing`, `quantity-too-small`, `quantity-too-large`, `amount-too-large`, `date-in-future`, `backdate-forbidden`, `company-not-ready`.
         */
        post: operations["ReturnGoods_withoutOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{returnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One return, at once or when it is so far */
        get: operations["ReturnGoods_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles and what they permit */
        get: operations["Accounts_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales orders, newest first */
        get: operations["OrderList_list"];
        put?: never;
        /**
         * Place a sales order
         * @description Refusals: `customer-unknown`, `customer-inactive`, `warehouse-unknown`, `item-unknown`, `item-inactive`, `unit-unknown`, `price-missing`, `price-forbidden`, `date-in-future`, `backdate-forbidden`, `quantity-too-small`, `quantity-too-large`, `amount-too-large`, `company-not-ready`.
         */
        post: operations["PlaceOrder_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-orders/{salesOrderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sales order, at once or when it is so far */
        get: operations["OrderList_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-orders/{salesOrderId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel what has not been shipped of an order
         * @description Refusals: `order-shipped`, `order-closed`, `cancellation-pending`, `version-stale`.
         */
        post: operations["CancelOrder_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-orders/{salesOrderId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let goods of an order come back
         * @description Refusals: `return-too-much`, `return-before-shipment`, `quantity-too-small`, `quantity-too-large`, `line-unknown`, `line-repeated`, `date-in-future`, `backdate-forbidden`, `company-not-ready`.
         */
        post: operations["ReturnGoods_ofOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invoices, credit notes and revenue by country, over a time
         * @description Refusals: `company-not-ready`.
         */
        get: operations["SalesSummary_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you sign in with an authenticator too, and how many recovery codes are left */
        get: operations["SecondFactor_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an authenticator by a code, and get recovery codes
         * @description Refusals: `code-wrong`, `second-factor-not-started`.
         */
        post: operations["SecondFactor_confirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a secret for an authenticator; it counts once its first code is confirmed
         * @description Refusals: `password-wrong`, `code-wrong`.
         */
        post: operations["SecondFactor_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the password alone from now on
         * @description Refusals: `password-wrong`, `code-wrong`.
         */
        post: operations["SecondFactor_removed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apps that may enter, by client id */
        get: operations["Accounts_serviceAccounts"];
        put?: never;
        /**
         * Let an app in, with roles that you hold yourself; its secret is shown once
         * @description Refusals: `limits-without-company`, `limits-too-many`, `role-unknown`, `company-unknown`, `role-not-held`.
         */
        post: operations["Accounts_createServiceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an app, take its way in away, or say how often it may ask
         * @description Refusals: `own-account`, `role-not-held`, `limit-forbidden`, `version-stale`.
         */
        patch: operations["Accounts_changeServiceAccount"];
        trace?: never;
    };
    "/v1/service-accounts/{accountId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an app may do, by which membership, and what is missing for the rest
         * @description Refusals: `operation-unknown`.
         */
        get: operations["AccessDecision_ofServiceAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-accounts/{accountId}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what an app may do, and where
         * @description Refusals: `limits-without-company`, `limits-too-many`, `role-unknown`, `company-unknown`, `role-not-held`, `own-account`, `version-stale`.
         */
        put: operations["ChangeMemberships_ofServiceAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-accounts/{accountId}/secret-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an app another secret, shown once; the one before is good for a while
         * @description Refusals: `role-not-held`, `version-stale`.
         */
        post: operations["ChangeSecret_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in: browsers and apps, the newest first, at most 200 */
        get: operations["Sessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out there: no new token from now on, and within a minute none that it has opens anything */
        post: operations["Sessions_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments, newest first; their lines are stock moves of the document */
        get: operations["Shipments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere: within a minute no token that your account has opens anything */
        post: operations["SignOut_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign tokens with a new key within two minutes; the old one stays known for a day */
        post: operations["SigningKeys_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock by item and location, now or at the end of a day */
        get: operations["StockList_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book stock that was found or lost
         * @description Refusals: `stock-short`, `stock-short-on-date`, `item-unknown`, `item-inactive`, `unit-unknown`, `quantity-too-small`, `quantity-too-large`, `amount-too-large`, `warehouse-unknown`, `location-unknown`, `warehouse-not-yours`, `date-in-future`, `backdate-forbidden`, `company-not-ready`.
         */
        post: operations["AdjustStock_adjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock moves, newest first */
        get: operations["StockList_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on hand, and what moved in a time, by kind */
        get: operations["StockSummary_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move free stock between places of storage and transit
         * @description Refusals: `stock-short`, `stock-short-on-date`, `location-unknown`, `item-unknown`, `item-inactive`, `item-not-stocked`, `unit-unknown`, `quantity-too-small`, `quantity-too-large`, `amount-too-large`, `warehouse-not-yours`, `date-in-future`, `backdate-forbidden`, `company-not-ready`.
         */
        post: operations["TransferStock_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales tax by code and rate over a time, and what no rule fitted
         * @description Refusals: `company-not-ready`.
         */
        get: operations["TaxReport_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tax rules */
        get: operations["TaxRules_list"];
        put?: never;
        /**
         * Add a tax rate for a country, a category and a time; the open one before it ends the day before
         * @description Refusals: `tax-rule-overlaps`, `date-range`, `company-not-ready`.
         */
        post: operations["TaxRules_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-rules/{taxRuleId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a tax rule: it holds up to a day
         * @description Refusals: `tax-rule-ended`, `date-range`, `company-not-ready`.
         */
        post: operations["TaxRules_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token for 15 minutes, for a person or an app
         * @description Refusals: `sign-in-refused`, `code-required`, `code-wrong`, `company-not-accessible`.
         */
        post: operations["SignIn_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Debit, credit and balance of each account, at the end of a day
         * @description Refusals: `company-not-ready`.
         */
        get: operations["TrialBalance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who may enter, by e-mail address */
        get: operations["Accounts_users"];
        put?: never;
        /**
         * Let a person in, with roles that you hold yourself
         * @description Refusals: `login-taken`, `limits-without-company`, `limits-too-many`, `role-unknown`, `company-unknown`, `role-not-held`.
         */
        post: operations["Accounts_createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a person, or take the way in away
         * @description Refusals: `own-account`, `role-not-held`, `version-stale`.
         */
        patch: operations["Accounts_changeUser"];
        trace?: never;
    };
    "/v1/users/{accountId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person may do, by which membership, and what is missing for the rest
         * @description Refusals: `operation-unknown`.
         */
        get: operations["AccessDecision_ofUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{accountId}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what a person may do, and where
         * @description Refusals: `limits-without-company`, `limits-too-many`, `role-unknown`, `company-unknown`, `role-not-held`, `own-account`, `version-stale`.
         */
        put: operations["ChangeMemberships_ofUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{accountId}/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person another password
         * @description Refusals: `own-account`, `role-not-held`, `version-stale`.
         */
        post: operations["ChangeSecret_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{accountId}/second-factor-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a person in who has lost the authenticator: the password alone counts
         * @description Refusals: `own-account`, `role-not-held`, `version-stale`.
         */
        post: operations["SecondFactor_resetOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/warehouses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Warehouses by code */
        get: operations["Warehouses_warehouses"];
        put?: never;
        /**
         * Open a warehouse
         * @description Refusals: `warehouse-exists`, `warehouse-not-yours`.
         */
        post: operations["Warehouses_openWarehouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessDecisionDto: {
            operation: string;
            route: string;
            permission?: string;
            /** @enum {string} */
            held?: "in the company" | "in every company" | "in some company";
            /** Format: uuid */
            companyId?: string;
            allowed: boolean;
            grantedBy: components["schemas"]["MembershipDto"][];
            limits?: components["schemas"]["LimitsDto"];
            refusal?: string;
            detail?: string;
            roles: string[];
        };
        AccessibleCompanyDto: {
            /** Format: uuid */
            companyId: string;
            name: string;
        };
        AccountDto: {
            /** Format: uuid */
            accountId: string;
            login: string;
            name: string;
            active: boolean;
            requestsPerMinute?: number;
            memberships: components["schemas"]["MembershipDto"][];
            version: number;
        };
        AccountIdDto: {
            /** Format: uuid */
            accountId: string;
        };
        AccountRoleDto: {
            /** @enum {string} */
            role: "bank" | "receivable" | "inventory" | "goods-received-not-invoiced" | "tax-payable" | "wages-payable" | "payroll-tax-payable" | "social-payable" | "opening-balance" | "revenue" | "cost-of-goods-sold" | "inventory-adjustment" | "bad-debt" | "wages" | "employer-social";
            account: string;
        };
        AdjustStockDto: {
            /** Format: uuid */
            warehouseId?: string | null;
            /** Format: uuid */
            locationId?: string | null;
            /** Format: uuid */
            lossLocationId?: string | null;
            /** Format: date */
            adjustedOn?: string | null;
            reason: string;
            reference?: string | null;
            lines: components["schemas"]["AdjustStockLineDto"][];
        };
        AdjustStockLineDto: {
            sku: string;
            quantity: string;
            unit?: string | null;
            unitCost?: string | null;
        };
        AdjustmentDto: {
            /** Format: uuid */
            adjustmentId: string;
            /** Format: date */
            adjustedOn: string;
            currency: string;
            gainTotal: string;
            lossTotal: string;
        };
        AllocateCreditDto: {
            allocations: components["schemas"]["AllocationWishDto"][];
        };
        AllocatedAdjustmentDto: {
            allocations: components["schemas"]["AllocationDto"][];
            /** Format: uuid */
            adjustmentId: string;
            number: string;
            /** @enum {string} */
            kind: "write-off" | "write-off-reversal" | "bad-debt" | "opening";
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            customerInvoiceId?: string;
            reason: string;
            /** Format: date */
            adjustedOn: string;
            /** Format: date */
            postedOn: string;
            currency: string;
            amount: string;
            openAmount: string;
            version: number;
        };
        AllocatedCreditNoteDto: {
            allocations: components["schemas"]["AllocationDto"][];
            /** Format: uuid */
            creditNoteId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            customerName: string;
            /** Format: uuid */
            returnId: string;
            /** Format: uuid */
            salesOrderId?: string;
            /** Format: date */
            documentOn: string;
            /** Format: date */
            postedOn: string;
            currency: string;
            netTotal: string;
            taxTotal: string;
            grossTotal: string;
            openAmount: string;
            version: number;
        };
        AllocationDto: {
            /** Format: uuid */
            customerInvoiceId?: string;
            /** Format: uuid */
            adjustmentId?: string;
            amount: string;
        };
        AllocationWishDto: {
            /** Format: uuid */
            customerInvoiceId?: string | null;
            /** Format: uuid */
            adjustmentId?: string | null;
            amount?: string | null;
        };
        AppDto: {
            /** Format: uuid */
            appId: string;
            clientId: string;
            name: string;
            redirectUris: string[];
            signOutUris: string[];
            keepsSecret: boolean;
            deviceFlow: boolean;
            trusted: boolean;
            active: boolean;
            version: number;
        };
        AuditTrailLineDto: {
            /** Format: uuid */
            id: string;
            at: string;
            /** @enum {string} */
            outcome: "done" | "refused";
            problem?: string;
            times: number;
            subject?: string;
            session?: number;
            client?: string;
            address?: string;
            request?: string;
            operation: string;
            recordType?: string;
            record?: string;
            changes: components["schemas"]["RowChangeDto"][];
            more?: number;
        };
        BadDebtDto: {
            /** Format: uuid */
            customerId: string;
            amount: string;
            /** Format: date */
            adjustedOn?: string | null;
            reason: string;
        };
        ChangeAppDto: {
            name?: string | null;
            redirectUris?: string[] | null;
            signOutUris?: string[] | null;
            trusted?: boolean | null;
            active?: boolean | null;
        };
        ChangeCustomerDto: {
            name?: string | null;
            country?: string | null;
            address?: string | null;
            paymentTermDays?: number | null;
            active?: boolean | null;
        };
        ChangeEmployeeDto: {
            name?: string | null;
            /** Format: email */
            email?: string | null;
            active?: boolean | null;
            /** Format: date */
            endsOn?: string | null;
        };
        ChangeItemDto: {
            name?: string | null;
            units?: components["schemas"]["ItemUnitV1"][] | null;
            /** @enum {string|null} */
            taxCategory?: "standard" | "reduced" | "zero" | "exempt" | null;
            active?: boolean | null;
        };
        ChangeMembershipsDto: {
            memberships: components["schemas"]["MembershipDto"][];
        };
        ChangePasswordDto: {
            currentPassword: string;
            newPassword: string;
        };
        ChangeServiceAccountDto: {
            requestsPerMinute?: number | null;
            name?: string | null;
            active?: boolean | null;
        };
        ChangeUserDto: {
            name?: string | null;
            active?: boolean | null;
        };
        ChangedAccountDto: {
            /** Format: uuid */
            accountId: string;
            version: number;
        };
        ChangedAppDto: {
            /** Format: uuid */
            appId: string;
            version: number;
        };
        CompanyDto: {
            /** Format: uuid */
            companyId: string;
            name: string;
            country: string;
            timeZone: string;
            baseCurrency: string;
            version: number;
        };
        ConfirmSecondFactorDto: {
            code: string;
        };
        ConfirmedSecondFactorDto: {
            /** Format: uuid */
            accountId: string;
            recoveryCodes?: string[];
        };
        ContractDto: {
            /** Format: uuid */
            contractId: string;
            /** Format: uuid */
            employeeId: string;
            currency: string;
            revoked: boolean;
            version: number;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string;
            monthlyGross: string;
            costCentre?: string;
        };
        CopyDifferenceDto: {
            table: string;
            key: string;
            found: string;
        };
        CountrySalesDto: {
            country: string;
            net: string;
        };
        CreateAccountDto: {
            code: string;
            name: string;
            /** @enum {string} */
            kind: "asset" | "liability" | "equity" | "income" | "expense";
            /** @enum {string|null} */
            control?: "receivable" | "payable" | "inventory" | "tax" | "wages" | null;
        };
        CreateCompanyDto: {
            /** Format: uuid */
            companyId?: string | null;
            name: string;
            country: string;
            timeZone: string;
            baseCurrency: string;
        };
        CreateCustomerDto: {
            /** Format: uuid */
            customerId?: string | null;
            name: string;
            country: string;
            address?: string | null;
            reference?: string | null;
            paymentTermDays?: number | null;
        };
        CreateCustomersDto: {
            customers: components["schemas"]["CreateCustomerDto"][];
        };
        CreateItemDto: {
            /** Format: uuid */
            itemId?: string | null;
            sku: string;
            name: string;
            /** @enum {string} */
            kind: "stocked" | "service";
            unit?: string | null;
            units?: components["schemas"]["ItemUnitV1"][] | null;
            /** @enum {string|null} */
            taxCategory?: "standard" | "reduced" | "zero" | "exempt" | null;
        };
        CreateItemsDto: {
            items: components["schemas"]["CreateItemDto"][];
        };
        CreateLocationDto: {
            /** Format: uuid */
            warehouseId?: string | null;
            code: string;
            /** @enum {string} */
            kind: "storage" | "transit" | "inventory-loss";
        };
        CreateServiceAccountDto: {
            name: string;
            memberships: components["schemas"]["MembershipDto"][];
        };
        CreateTaxRuleDto: {
            country: string;
            /** @enum {string} */
            taxCategory: "standard" | "reduced" | "zero" | "exempt" | "*";
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string | null;
            code: string;
            name: string;
            rate: string;
        };
        CreateUserDto: {
            /** Format: email */
            email: string;
            name: string;
            password: string;
            memberships: components["schemas"]["MembershipDto"][];
        };
        CreateWarehouseDto: {
            code: string;
            name: string;
        };
        CreatedServiceAccountDto: {
            /** Format: uuid */
            accountId: string;
            clientId?: string;
            clientSecret?: string;
        };
        CreditLimitDto: {
            /** Format: uuid */
            customerId: string;
            creditLimit?: string;
            held: string;
            receivable: string;
            version: number;
        };
        CreditNoteDto: {
            /** Format: uuid */
            creditNoteId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            customerName: string;
            /** Format: uuid */
            returnId: string;
            /** Format: uuid */
            salesOrderId?: string;
            /** Format: date */
            documentOn: string;
            /** Format: date */
            postedOn: string;
            currency: string;
            netTotal: string;
            taxTotal: string;
            grossTotal: string;
            openAmount: string;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
        };
        CustomerDto: {
            /** Format: uuid */
            customerId: string;
            name: string;
            country: string;
            address?: string;
            reference?: string;
            paymentTermDays: number;
            active: boolean;
            version: number;
        };
        CustomerInvoiceDto: {
            customerAddress?: string;
            /** @enum {string} */
            taxRounding: "document" | "line";
            lines: components["schemas"]["CustomerInvoiceLineDto"][];
            taxes: components["schemas"]["InvoiceTaxDto"][];
            /** Format: uuid */
            customerInvoiceId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            customerName: string;
            country: string;
            /** Format: uuid */
            salesOrderId: string;
            /** Format: uuid */
            shipmentId: string;
            /** Format: date */
            documentOn: string;
            /** Format: date */
            postedOn: string;
            /** Format: date */
            dueOn: string;
            currency: string;
            netTotal: string;
            taxTotal: string;
            grossTotal: string;
            openAmount: string;
            paid: boolean;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
        };
        CustomerInvoiceLineDto: {
            lineNo: number;
            orderLineNo: number;
            sku: string;
            description: string;
            quantity: string;
            netAmount: string;
            taxCode: string;
            taxRate: string;
        };
        CustomerInvoiceSummaryDto: {
            /** Format: uuid */
            customerInvoiceId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            customerName: string;
            country: string;
            /** Format: uuid */
            salesOrderId: string;
            /** Format: uuid */
            shipmentId: string;
            /** Format: date */
            documentOn: string;
            /** Format: date */
            postedOn: string;
            /** Format: date */
            dueOn: string;
            currency: string;
            netTotal: string;
            taxTotal: string;
            grossTotal: string;
            openAmount: string;
            paid: boolean;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
        };
        DateFilter: string | string[] | {
            /** Format: date */
            eq?: string;
            /** Format: date */
            ne?: string;
            in?: string[];
            nin?: string[];
            /** Format: date */
            gt?: string;
            /** Format: date */
            gte?: string;
            /** Format: date */
            lt?: string;
            /** Format: date */
            lte?: string;
        };
        DecimalFilter: string | string[] | {
            eq?: string;
            ne?: string;
            in?: string[];
            nin?: string[];
            gt?: string;
            gte?: string;
            lt?: string;
            lte?: string;
        };
        DiscardDto: {
            consumer: string;
            topic: string;
            key: string;
            sequence: number;
            reason: string;
        };
        DiscardParkedDto: {
            reason: string;
            consumer?: string | null;
            topic?: string | null;
            key?: string | null;
            cause?: string | null;
            olderThanSeconds?: number | null;
        };
        DiscardPayrollDto: {
            reason: string;
        };
        DiscardedDto: {
            discarded: number;
        };
        DocumentTotalDto: {
            documents: number;
            lines: number;
        };
        EmployeeDto: {
            /** Format: uuid */
            employeeId: string;
            name: string;
            /** Format: email */
            email?: string;
            subject?: string;
            active: boolean;
            version: number;
        };
        EndContractDto: {
            /** Format: date */
            endsOn: string;
        };
        EndTaxRuleDto: {
            /** Format: date */
            validTo: string;
        };
        EndedSessionDto: {
            /** Format: uuid */
            sessionId: string;
        };
        FiscalYearDto: {
            fiscalYear: number;
            periods: components["schemas"]["PeriodDto"][];
        };
        FlagFilter: ("true" | "false") | {
            /** @enum {string} */
            eq?: "true" | "false";
        };
        FreeReturnDto: {
            /** Format: uuid */
            customerId: string;
            country?: string | null;
            /** @enum {string|null} */
            settlement?: "refund" | "on-account" | null;
            /** Format: date */
            documentOn?: string | null;
            reference?: string | null;
            /** Format: uuid */
            warehouseId?: string | null;
            lines: components["schemas"]["FreeReturnLineDto"][];
        };
        FreeReturnLineDto: {
            sku: string;
            quantity: string;
            unit?: string | null;
            unitPrice: string;
            unitCost?: string | null;
        };
        HeldStreamDto: {
            topic: string;
            key: string;
            sequence: number;
            since: string;
            errorCode: string;
            errorMessage: string;
            unpublished: number;
        };
        HireEmployeeDto: {
            name: string;
            /** Format: email */
            email?: string | null;
        };
        IdFilter: string | string[] | {
            /** Format: uuid */
            eq?: string;
            /** Format: uuid */
            ne?: string;
            in?: string[];
            nin?: string[];
        };
        ImportedDto: {
            created: number;
        };
        InstantFilter: string | string[] | {
            /** Format: date-time */
            eq?: string;
            /** Format: date-time */
            ne?: string;
            in?: string[];
            nin?: string[];
            /** Format: date-time */
            gt?: string;
            /** Format: date-time */
            gte?: string;
            /** Format: date-time */
            lt?: string;
            /** Format: date-time */
            lte?: string;
        };
        IntegerFilter: string | string[] | {
            eq?: string;
            ne?: string;
            in?: string[];
            nin?: string[];
            gt?: string;
            gte?: string;
            lt?: string;
            lte?: string;
        };
        InvoiceTaxDto: {
            taxCode: string;
            rate: string;
            baseAmount: string;
            taxAmount: string;
        };
        ItemDto: {
            /** Format: uuid */
            itemId: string;
            sku: string;
            name: string;
            /** @enum {string} */
            kind: "stocked" | "service";
            unit: string;
            units: components["schemas"]["ItemUnitV1"][];
            /** @enum {string} */
            taxCategory: "standard" | "reduced" | "zero" | "exempt";
            active: boolean;
            version: number;
        };
        ItemImportDto: {
            /** Format: uuid */
            itemImportId: string;
            /** @enum {string} */
            state: "running" | "done";
            dryRun: boolean;
            rowCount: number;
            done: number;
            created: number;
            refused: number;
            createdAt: string;
            endedAt?: string;
            version: number;
        };
        ItemUnitV1: {
            unit: string;
            factor: string;
        };
        JournalEntryDto: {
            lines: components["schemas"]["JournalLineDto"][];
            /** Format: uuid */
            journalEntryId: string;
            /** @enum {string} */
            journal: "SAL" | "STK" | "BNK" | "WAG" | "GEN";
            fiscalYear: number;
            number: number;
            /** Format: date */
            postedOn: string;
            /** Format: date */
            documentOn: string;
            recordedAt: string;
            /** @enum {string} */
            source: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening";
            /** Format: uuid */
            sourceId: string;
            description: string;
            /** Format: uuid */
            reversesId?: string;
            /** @description With `expand=reverses`. */
            reverses?: components["schemas"]["JournalEntrySummaryDto"];
        };
        JournalEntrySummaryDto: {
            /** Format: uuid */
            journalEntryId: string;
            /** @enum {string} */
            journal: "SAL" | "STK" | "BNK" | "WAG" | "GEN";
            fiscalYear: number;
            number: number;
            /** Format: date */
            postedOn: string;
            /** Format: date */
            documentOn: string;
            recordedAt: string;
            /** @enum {string} */
            source: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening";
            /** Format: uuid */
            sourceId: string;
            description: string;
            /** Format: uuid */
            reversesId?: string;
            /** @description With `expand=reverses`. */
            reverses?: components["schemas"]["JournalEntrySummaryDto"];
        };
        JournalLineDto: {
            lineNo: number;
            account: string;
            debit: string;
            credit: string;
            currency: string;
            /** Format: uuid */
            partyId?: string;
            costCentre?: string;
            text?: string;
        };
        KeptEventDto: {
            sequence: number;
            keptAs: string;
            keptAt: string;
            place?: string;
            body?: string;
            errorCode?: string;
            errorMessage?: string;
        };
        KnownCustomerDto: {
            /** Format: uuid */
            customerId: string;
            name: string;
            country: string;
            address?: string;
            active: boolean;
        };
        KnownItemDto: {
            /** Format: uuid */
            itemId: string;
            sku: string;
            name: string;
            /** @enum {string} */
            kind: "stocked" | "service";
            unit: string;
            /** @enum {string} */
            taxCategory: "standard" | "reduced" | "zero" | "exempt";
            active: boolean;
        };
        LedgerAccountDto: {
            active: boolean;
            code: string;
            name: string;
            /** @enum {string} */
            kind: "asset" | "liability" | "equity" | "income" | "expense";
            /** @enum {string} */
            control?: "receivable" | "payable" | "inventory" | "tax" | "wages";
        };
        LiabilitySettlementDto: {
            /** Format: uuid */
            settlementId: string;
            number: string;
            /** @enum {string} */
            kind: "tax" | "payroll-tax" | "social" | "wages";
            /** Format: date */
            periodStartsOn: string;
            /** Format: date */
            periodEndsOn: string;
            account: string;
            /** Format: date */
            settledOn: string;
            /** Format: date */
            postedOn: string;
            currency: string;
            amount: string;
            reference?: string;
            /** Format: uuid */
            journalEntryId: string;
            /** @description With `expand=journalEntry`. */
            journalEntry?: components["schemas"]["JournalEntrySummaryDto"];
        };
        LimitsDto: {
            approvalLimit?: string | null;
            warehouses?: string[] | null;
            ownRecordsOnly?: boolean | null;
        };
        LinkAccountDto: {
            subject?: string | null;
        };
        LocationDto: {
            /** Format: uuid */
            locationId: string;
            /** Format: uuid */
            warehouseId?: string;
            code: string;
            /** @enum {string} */
            kind: "storage" | "customer" | "supplier" | "opening" | "inventory-loss" | "transit";
            /** @description With `expand=warehouse`. */
            warehouse?: components["schemas"]["WarehouseDto"];
        };
        MembershipDto: {
            /** Format: uuid */
            companyId?: string | null;
            role: string;
            limits?: components["schemas"]["LimitsDto"];
        };
        MoveTotalDto: {
            /** @enum {string} */
            kind: "receipt" | "shipment" | "return" | "gain" | "loss" | "transfer" | "opening";
            moves: number;
            documents: number;
            quantity: string;
            cost: string;
        };
        OpenFiscalYearDto: {
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
        };
        OpenItemDto: {
            /** @enum {string} */
            kind: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening";
            /** Format: uuid */
            documentId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            /** Format: date */
            documentOn: string;
            /** Format: date */
            dueOn?: string;
            currency: string;
            openAmount: string;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
        };
        OpeningReceivableDto: {
            /** Format: uuid */
            customerId: string;
            amount: string;
            /** Format: date */
            openedOn?: string | null;
            reason: string;
        };
        OptionalDateFilter: string | string[] | {
            /** Format: date */
            eq?: string;
            /** Format: date */
            ne?: string;
            in?: string[];
            nin?: string[];
            /** Format: date */
            gt?: string;
            /** Format: date */
            gte?: string;
            /** Format: date */
            lt?: string;
            /** Format: date */
            lte?: string;
            /** @enum {string} */
            null?: "true" | "false";
        };
        OptionalDecimalFilter: string | string[] | {
            eq?: string;
            ne?: string;
            in?: string[];
            nin?: string[];
            gt?: string;
            gte?: string;
            lt?: string;
            lte?: string;
            /** @enum {string} */
            null?: "true" | "false";
        };
        OptionalIdFilter: string | string[] | {
            /** Format: uuid */
            eq?: string;
            /** Format: uuid */
            ne?: string;
            in?: string[];
            nin?: string[];
            /** @enum {string} */
            null?: "true" | "false";
        };
        OptionalInstantFilter: string | string[] | {
            /** Format: date-time */
            eq?: string;
            /** Format: date-time */
            ne?: string;
            in?: string[];
            nin?: string[];
            /** Format: date-time */
            gt?: string;
            /** Format: date-time */
            gte?: string;
            /** Format: date-time */
            lt?: string;
            /** Format: date-time */
            lte?: string;
            /** @enum {string} */
            null?: "true" | "false";
        };
        OptionalIntegerFilter: string | string[] | {
            eq?: string;
            ne?: string;
            in?: string[];
            nin?: string[];
            gt?: string;
            gte?: string;
            lt?: string;
            lte?: string;
            /** @enum {string} */
            null?: "true" | "false";
        };
        OptionalTextFilter: string | {
            eq?: string;
            ne?: string;
            in?: string[];
            nin?: string[];
            contains?: string;
            startsWith?: string;
            /** @enum {string} */
            null?: "true" | "false";
        };
        OrderInvoiceDto: {
            /** Format: uuid */
            customerInvoiceId: string;
            number: string;
            /** Format: date */
            postedOn: string;
            /** Format: date */
            dueOn: string;
            grossTotal: string;
            paid: boolean;
            overdue: boolean;
        };
        OrderSummaryDto: {
            customers: number;
            orders: components["schemas"]["OrderTotalDto"][];
            returns: number;
            returnLines: number;
        };
        OrderTotalDto: {
            /** @enum {string} */
            status: "placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled";
            orders: number;
            lines: number;
        };
        PayPayrollDto: {
            /** Format: uuid */
            payrollRunId: string;
            /** Format: date */
            paidOn?: string | null;
        };
        PaymentDto: {
            /** Format: uuid */
            paymentId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            reference?: string;
            /** Format: date */
            receivedOn: string;
            currency: string;
            amount: string;
            onAccount: string;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
        };
        PayrollPaymentDto: {
            /** Format: uuid */
            payrollRunId: string;
            /** Format: date */
            paidOn: string;
            currency: string;
            amount: string;
            /** Format: uuid */
            journalEntryId: string;
        };
        PayrollRuleDto: {
            /** Format: date */
            validFrom: string;
            taxRate: string;
            employeeSocialRate: string;
            employerSocialRate: string;
        };
        PayrollRunDto: {
            /** Format: uuid */
            payrollRunId: string;
            /** Format: date */
            periodStartsOn: string;
            /** Format: date */
            periodEndsOn: string;
            /** @enum {string} */
            state: "draft" | "approved" | "posted" | "paid" | "discarded";
            currency: string;
            payslipCount: number;
            grossTotal: string;
            taxTotal: string;
            employeeSocialTotal: string;
            employerSocialTotal: string;
            netTotal: string;
            /** Format: date */
            paidOn?: string;
            discardReason?: string;
            version: number;
        };
        PayslipDto: {
            /** Format: uuid */
            payslipId: string;
            /** Format: uuid */
            employeeId: string;
            /** Format: date */
            periodStartsOn: string;
            currency: string;
            gross: string;
            tax: string;
            employeeSocial: string;
            employerSocial: string;
            net: string;
            lines: components["schemas"]["PayslipLineDto"][];
            /** @description With `expand=employee`. */
            employee?: components["schemas"]["EmployeeDto"];
        };
        PayslipLineDto: {
            /** Format: uuid */
            contractId: string;
            costCentre?: string;
            gross: string;
        };
        PendingEntryDto: {
            /** Format: uuid */
            pendingEntryId: string;
            /** @enum {string} */
            state: "pending" | "posted" | "rejected";
            /** @enum {string} */
            kind: "manual" | "opening";
            /** Format: date */
            postedOn?: string;
            description: string;
            currency: string;
            debitTotal: string;
            lines: components["schemas"]["PostLineDto"][];
            submittedBy: string;
            submittedAt: string;
            decidedBy?: string;
            decidedAt?: string;
            rejectReason?: string;
            /** Format: uuid */
            journalEntryId?: string;
            version: number;
            /** @description With `expand=journalEntry`. */
            journalEntry?: components["schemas"]["JournalEntrySummaryDto"];
        };
        PeriodDto: {
            /** Format: uuid */
            periodId: string;
            fiscalYear: number;
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
            /** @enum {string} */
            state: "open" | "closed";
            version: number;
        };
        PlaceOrderDto: {
            /** Format: uuid */
            salesOrderId?: string | null;
            /** Format: uuid */
            customerId: string;
            country?: string | null;
            reference?: string | null;
            /** Format: date */
            documentOn?: string | null;
            /** @enum {string|null} */
            policy?: "refuse" | "back-order" | "ship-complete" | null;
            /** Format: uuid */
            warehouseId?: string | null;
            paymentTermDays?: number | null;
            lines: components["schemas"]["PlaceOrderLineDto"][];
        };
        PlaceOrderLineDto: {
            sku: string;
            quantity: string;
            unit?: string | null;
            unitPrice?: string | null;
            description?: string | null;
        };
        PostEntryDto: {
            /** @enum {string|null} */
            kind?: "manual" | "opening" | null;
            /** Format: date */
            postedOn?: string | null;
            description: string;
            lines: components["schemas"]["PostLineDto"][];
        };
        PostLineDto: {
            account: string;
            debit?: string | null;
            credit?: string | null;
            /** Format: uuid */
            partyId?: string | null;
            costCentre?: string | null;
            text?: string | null;
        };
        PriceDto: {
            sku: string;
            /** Format: date */
            validFrom: string;
            unitPrice: string;
            currency: string;
            version: number;
            /** @description With `expand=item`. */
            item?: components["schemas"]["KnownItemDto"];
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            instance?: string;
            traceId?: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
        };
        RebuildBegunDto: {
            /** Format: uuid */
            rebuildId: string;
        };
        RebuildDto: {
            consumer: string;
            accept?: boolean | null;
            reason: string;
        };
        RebuildRunDto: {
            /** Format: uuid */
            id: string;
            consumer: string;
            /** @enum {string} */
            state: "running" | "equal" | "different" | "switched" | "failed";
            facts: number;
            compared: number;
            differences: components["schemas"]["CopyDifferenceDto"][];
            error?: string;
            startedAt: string;
            endedAt?: string;
        };
        ReceiptDto: {
            /** Format: uuid */
            receiptId: string;
            /** @enum {string} */
            kind: "opening" | "purchase";
            /** Format: date */
            receivedOn: string;
            currency: string;
            totalCost: string;
        };
        ReceivableAdjustmentDto: {
            /** Format: uuid */
            adjustmentId: string;
            number: string;
            /** @enum {string} */
            kind: "write-off" | "write-off-reversal" | "bad-debt" | "opening";
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            customerInvoiceId?: string;
            reason: string;
            /** Format: date */
            adjustedOn: string;
            /** Format: date */
            postedOn: string;
            currency: string;
            amount: string;
            openAmount: string;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
            /** @description With `expand=customerInvoice`. */
            customerInvoice?: components["schemas"]["CustomerInvoiceSummaryDto"];
        };
        ReceiveAllGoodsDto: {
            receipts: components["schemas"]["ReceiveGoodsDto"][];
        };
        ReceiveGoodsDto: {
            /** @enum {string} */
            kind: "opening" | "purchase";
            /** Format: uuid */
            warehouseId?: string | null;
            /** Format: date */
            receivedOn?: string | null;
            reference?: string | null;
            lines: components["schemas"]["ReceiveGoodsLineDto"][];
        };
        ReceiveGoodsLineDto: {
            sku: string;
            quantity: string;
            unit?: string | null;
            unitCost: string;
        };
        RefundCreditDto: {
            amount?: string | null;
            /** Format: date */
            sentOn?: string | null;
        };
        RefundDto: {
            /** Format: uuid */
            refundId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            paymentId?: string;
            /** Format: uuid */
            creditNoteId?: string;
            /** Format: uuid */
            adjustmentId?: string;
            /** Format: date */
            sentOn: string;
            currency: string;
            amount: string;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["KnownCustomerDto"];
            /** @description With `expand=payment`. */
            payment?: components["schemas"]["PaymentDto"];
            /** @description With `expand=creditNote`. */
            creditNote?: components["schemas"]["CreditNoteDto"];
            /** @description With `expand=adjustment`. */
            adjustment?: components["schemas"]["ReceivableAdjustmentDto"];
        };
        RefusedRowDto: {
            line: number;
            pointer: string;
            detail: string;
            sku?: string;
        };
        RegisterAppDto: {
            name: string;
            redirectUris: string[];
            signOutUris?: string[] | null;
            keepsSecret?: boolean | null;
            deviceFlow?: boolean | null;
            trusted?: boolean | null;
        };
        RegisterPaymentDto: {
            /** Format: uuid */
            customerId: string;
            amount: string;
            currency?: string | null;
            /** Format: date */
            receivedOn?: string | null;
            reference?: string | null;
            allocations?: components["schemas"]["AllocationWishDto"][] | null;
        };
        RegisteredAppDto: {
            /** Format: uuid */
            appId: string;
            clientId: string;
            version: number;
            clientSecret?: string;
        };
        RegisteredPaymentDto: {
            allocations: components["schemas"]["AllocationDto"][];
            /** Format: uuid */
            paymentId: string;
            number: string;
            /** Format: uuid */
            customerId: string;
            reference?: string;
            /** Format: date */
            receivedOn: string;
            currency: string;
            amount: string;
            onAccount: string;
            version: number;
        };
        RejectEntryDto: {
            reason: string;
        };
        ReleaseDto: {
            topic: string;
            key: string;
            reason: string;
        };
        RemoveSecondFactorDto: {
            currentPassword: string;
            code: string;
        };
        RemovedSecondFactorDto: {
            /** Format: uuid */
            accountId: string;
        };
        ReplayDto: {
            all?: boolean | null;
            reason: string;
            consumer?: string | null;
            topic?: string | null;
            key?: string | null;
            cause?: string | null;
            olderThanSeconds?: number | null;
        };
        ReplayedDto: {
            replayed: number;
            stillParked: number;
        };
        ResetPasswordDto: {
            password: string;
        };
        ReturnDto: {
            /** Format: uuid */
            returnId: string;
            number: string;
            reference?: string;
            /** Format: uuid */
            salesOrderId?: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            status: "authorised" | "received" | "credited" | "settled";
            /** @enum {string} */
            settlement: "refund" | "on-account";
            /** Format: date */
            documentOn: string;
            currency: string;
            /** Format: uuid */
            creditNoteId?: string;
            creditNoteNumber?: string;
            grossTotal?: string;
            refundedTotal: string;
            silentSince?: string;
            version: number;
            lines: components["schemas"]["ReturnLineDto"][];
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["CustomerDto"];
            /** @description With `expand=salesOrder`. */
            salesOrder?: components["schemas"]["SalesOrderSummaryDto"];
        };
        ReturnLineDto: {
            lineNo: number;
            orderLineNo?: number;
            sku: string;
            quantity: string;
            /** @description With `expand=lines.item`. */
            item?: components["schemas"]["KnownItemDto"];
        };
        ReturnOrderDto: {
            /** @enum {string|null} */
            settlement?: "refund" | "on-account" | null;
            /** Format: date */
            documentOn?: string | null;
            reference?: string | null;
            lines: components["schemas"]["ReturnOrderLineDto"][];
        };
        ReturnOrderLineDto: {
            lineNo: number;
            quantity: string;
        };
        ReverseEntryDto: {
            /** Format: date */
            postedOn?: string | null;
            description: string;
        };
        RoleDto: {
            code: string;
            name: string;
            permissions: string[];
        };
        RotateSecretDto: {
            overlapHours?: number | null;
        };
        RotatedDto: {
            kid: string;
        };
        RotatedSecretDto: {
            /** Format: uuid */
            accountId: string;
            version: number;
            clientSecret?: string;
        };
        RowChangeDto: {
            record: string;
            id: string;
            before?: Record<string, never>;
            after?: Record<string, never>;
        };
        RunPayrollDto: {
            month: string;
        };
        SalesOrderDto: {
            shortages?: components["schemas"]["ShortageV1"][];
            lines: components["schemas"]["SalesOrderLineDto"][];
            invoices: components["schemas"]["OrderInvoiceDto"][];
            /** Format: uuid */
            salesOrderId: string;
            number: string;
            reference?: string;
            /** Format: uuid */
            customerId: string;
            country: string;
            /** @enum {string} */
            status: "placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled";
            /** @enum {string} */
            rejection?: "stock-short" | "credit-exceeded" | "warehouse-unknown";
            /** @enum {string} */
            cancellation: "none" | "requested" | "refused" | "done";
            /** @enum {string} */
            policy: "refuse" | "back-order" | "ship-complete";
            /** Format: date */
            documentOn: string;
            currency: string;
            netTotal: string;
            estimatedGross?: string;
            paidTotal: string;
            overdue: boolean;
            placedAt: string;
            silentSince?: string;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["CustomerDto"];
        };
        SalesOrderLineDto: {
            lineNo: number;
            sku: string;
            description: string;
            quantity: string;
            unit: string;
            unitPrice: string;
            netAmount: string;
            stockQuantity: string;
            reserved: string;
            waiting: string;
            shipped: string;
            cancelled: string;
            returned: string;
            /** @description With `expand=lines.item`. */
            item?: components["schemas"]["KnownItemDto"];
        };
        SalesOrderSummaryDto: {
            /** Format: uuid */
            salesOrderId: string;
            number: string;
            reference?: string;
            /** Format: uuid */
            customerId: string;
            country: string;
            /** @enum {string} */
            status: "placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled";
            /** @enum {string} */
            rejection?: "stock-short" | "credit-exceeded" | "warehouse-unknown";
            /** @enum {string} */
            cancellation: "none" | "requested" | "refused" | "done";
            /** @enum {string} */
            policy: "refuse" | "back-order" | "ship-complete";
            /** Format: date */
            documentOn: string;
            currency: string;
            netTotal: string;
            estimatedGross?: string;
            paidTotal: string;
            overdue: boolean;
            placedAt: string;
            silentSince?: string;
            version: number;
            /** @description With `expand=customer`. */
            customer?: components["schemas"]["CustomerDto"];
        };
        SalesSummaryDto: {
            currency: string;
            invoices: components["schemas"]["SalesTotalDto"];
            creditNotes: components["schemas"]["SalesTotalDto"];
            badDebts: components["schemas"]["SalesTotalDto"];
            byCountry: components["schemas"]["CountrySalesDto"][];
        };
        SalesTotalDto: {
            documents: number;
            net: string;
            tax: string;
            gross: string;
        };
        SecondFactorDto: {
            active: boolean;
            recoveryCodesLeft: number;
        };
        SessionDto: {
            /** Format: uuid */
            sessionId: string;
            /** @enum {string} */
            kind: "browser" | "app";
            app?: string;
            startedAt: string;
            usedAt: string;
            endsAt: string;
        };
        SetCreditLimitDto: {
            creditLimit?: string | null;
        };
        SetPriceDto: {
            sku: string;
            /** Format: date */
            validFrom: string;
            unitPrice: string;
        };
        SetPricesDto: {
            prices: components["schemas"]["SetPriceDto"][];
        };
        SettleLiabilityDto: {
            /** @enum {string} */
            kind: "tax" | "payroll-tax" | "social" | "wages";
            /** Format: date */
            periodStartsOn: string;
            /** Format: date */
            periodEndsOn: string;
            amount: string;
            account?: string | null;
            /** Format: date */
            settledOn?: string | null;
            reference?: string | null;
        };
        ShipmentDto: {
            /** Format: uuid */
            shipmentId: string;
            /** Format: uuid */
            salesOrderId: string;
            /** Format: date */
            dispatchedOn: string;
            currency: string;
            totalCost: string;
        };
        ShortageV1: {
            /** Format: uuid */
            itemId: string;
            sku: string;
            requested: string;
            available: string;
        };
        SignContractDto: {
            endsOpenContract?: boolean | null;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string | null;
            monthlyGross: string;
            costCentre?: string | null;
        };
        SignInDto: {
            /** @enum {string} */
            grantType: "password" | "client-credentials";
            login: string;
            secret: string;
            code?: string | null;
            /** Format: uuid */
            companyId?: string | null;
        };
        StartSecondFactorDto: {
            currentPassword: string;
            code?: string | null;
        };
        StartedSecondFactorDto: {
            /** Format: uuid */
            accountId: string;
            secret?: string;
            uri?: string;
        };
        StockDto: {
            /** Format: uuid */
            itemId: string;
            sku: string;
            /** Format: uuid */
            locationId: string;
            onHand: string;
            reserved?: string;
            waiting?: string;
            available?: string;
            currency: string;
            value: string;
            unitCost: string;
            /** @description With `expand=item`. */
            item?: components["schemas"]["ItemDto"];
            /** @description With `expand=location`. */
            location?: components["schemas"]["LocationDto"];
        };
        StockMoveDto: {
            /** Format: uuid */
            moveId: string;
            sku: string;
            /** @enum {string} */
            kind: "receipt" | "shipment" | "return" | "gain" | "loss" | "transfer";
            /** Format: uuid */
            fromLocationId: string;
            /** Format: uuid */
            toLocationId: string;
            quantity: string;
            cost: string;
            /** Format: uuid */
            documentId: string;
            lineNo: number;
            /** Format: uuid */
            salesOrderId?: string;
            /** Format: date */
            documentOn: string;
            /** Format: date */
            postedOn: string;
            recordedAt: string;
            /** @description With `expand=item`. */
            item?: components["schemas"]["ItemDto"];
            /** @description With `expand=fromLocation`. */
            fromLocation?: components["schemas"]["LocationDto"];
            /** @description With `expand=toLocation`. */
            toLocation?: components["schemas"]["LocationDto"];
        };
        StockSummaryDto: {
            currency: string;
            stockedItems: number;
            onHand: string;
            value: string;
            adjustments: components["schemas"]["DocumentTotalDto"];
            moves: components["schemas"]["MoveTotalDto"][];
        };
        StreamDto: {
            consumer: string;
            topic: string;
            key: string;
            state: string;
            since: string;
            waitsFor?: string;
            kept: number;
            firstSequence: number;
            errorCode?: string;
            errorMessage?: string;
        };
        TaxReportDto: {
            currency: string;
            taxTotal: string;
            lines: components["schemas"]["TaxReportLineDto"][];
        };
        TaxReportLineDto: {
            taxCode: string;
            rate: string;
            hasRule: boolean;
            invoices: number;
            invoicedBase: string;
            invoicedTax: string;
            creditNotes: number;
            creditedBase: string;
            creditedTax: string;
        };
        TaxRuleDto: {
            /** Format: uuid */
            taxRuleId: string;
            endedAt?: string;
            endedBy?: string;
            /** Format: uuid */
            successorId?: string;
            country: string;
            /** @enum {string} */
            taxCategory: "standard" | "reduced" | "zero" | "exempt" | "*";
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string;
            code: string;
            name: string;
            rate: string;
        };
        TextFilter: string | {
            eq?: string;
            ne?: string;
            in?: string[];
            nin?: string[];
            contains?: string;
            startsWith?: string;
        };
        TokenDto: {
            accessToken: string;
            /** @enum {string} */
            tokenType: "Bearer";
            expiresIn: number;
            /** Format: uuid */
            companyId?: string;
            companies: components["schemas"]["AccessibleCompanyDto"][];
        };
        TransferDto: {
            /** Format: uuid */
            transferId: string;
            /** Format: date */
            transferredOn: string;
        };
        TransferLineDto: {
            sku: string;
            quantity: string;
            unit?: string | null;
        };
        TransferStockDto: {
            /** Format: uuid */
            fromLocationId: string;
            /** Format: uuid */
            toLocationId: string;
            /** Format: date */
            transferredOn?: string | null;
            lines: components["schemas"]["TransferLineDto"][];
        };
        TrialBalanceDto: {
            currency: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            asOf?: string;
            debit: string;
            credit: string;
            lines: components["schemas"]["TrialBalanceLineDto"][];
        };
        TrialBalanceLineDto: {
            account: string;
            name: string;
            /** @enum {string} */
            kind: "asset" | "liability" | "equity" | "income" | "expense";
            opening: string;
            debit: string;
            credit: string;
            closing: string;
        };
        WaitDto: {
            what: string;
            count: number;
            since: string;
            why?: string;
        };
        WarehouseDto: {
            /** Format: uuid */
            warehouseId: string;
            code: string;
            name: string;
            /** Format: uuid */
            stockLocationId: string;
        };
        WriteOffDto: {
            amount?: string | null;
            /** Format: date */
            adjustedOn?: string | null;
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Chart_roles: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("role" | "account")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRoleDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Chart_assign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "bank",
                 *       "account": "1000"
                 *     }
                 */
                "application/json": components["schemas"]["AccountRoleDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRoleDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_periods: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("periodId" | "fiscalYear" | "startsOn" | "endsOn" | "state" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_close: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_reopen: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Apps_list: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("appId" | "clientId" | "name" | "redirectUris" | "signOutUris" | "keepsSecret" | "deviceFlow" | "trusted" | "active" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AppDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Apps_register: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Web shop",
                 *       "redirectUris": [
                 *         "https://shop.example/signed-in"
                 *       ],
                 *       "keepsSecret": true
                 *     }
                 */
                "application/json": components["schemas"]["RegisterAppDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAppDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Apps_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Web shop",
                 *       "active": false
                 *     }
                 */
                "application/json": components["schemas"]["ChangeAppDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAppDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AdjustReceivable_badDebt: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "0199a1b0-0000-7000-8000-000000000001",
                 *       "amount": "12.5",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["BadDebtDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivableAdjustmentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Companies_list: {
        parameters: {
            query?: {
                name?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    name?: components["schemas"]["TextFilter"];
                    companyId?: components["schemas"]["IdFilter"];
                    country?: components["schemas"]["TextFilter"];
                    timeZone?: components["schemas"]["TextFilter"];
                    baseCurrency?: components["schemas"]["TextFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `name` when absent, and where rows are the same in all of these. */
                sort?: ("name" | "-name" | "companyId" | "-companyId" | "country" | "-country" | "timeZone" | "-timeZone" | "baseCurrency" | "-baseCurrency")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("companyId" | "name" | "country" | "timeZone" | "baseCurrency" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CompanyDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Companies_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café",
                 *       "country": "GB",
                 *       "timeZone": "Europe/London",
                 *       "baseCurrency": "GBP"
                 *     }
                 */
                "application/json": components["schemas"]["CreateCompanyDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Companies_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("companyId" | "name" | "country" | "timeZone" | "baseCurrency" | "version")[];
            };
            header?: never;
            path: {
                companyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CreditLimits_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("customerId" | "creditLimit" | "held" | "receivable" | "version")[];
            };
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditLimitDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CreditLimits_set: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "creditLimit": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["SetCreditLimitDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditLimitDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Payments_creditNotes: {
        parameters: {
            query?: {
                customerId?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    creditNoteId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    customerName?: components["schemas"]["TextFilter"];
                    returnId?: components["schemas"]["IdFilter"];
                    salesOrderId?: components["schemas"]["OptionalIdFilter"];
                    documentOn?: components["schemas"]["DateFilter"];
                    postedOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    netTotal?: components["schemas"]["DecimalFilter"];
                    taxTotal?: components["schemas"]["DecimalFilter"];
                    grossTotal?: components["schemas"]["DecimalFilter"];
                    openAmount?: components["schemas"]["DecimalFilter"];
                    open?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-creditNoteId` when absent, and where rows are the same in all of these. */
                sort?: ("creditNoteId" | "-creditNoteId" | "number" | "-number" | "customerId" | "-customerId" | "customerName" | "-customerName" | "returnId" | "-returnId" | "salesOrderId" | "-salesOrderId" | "documentOn" | "-documentOn" | "postedOn" | "-postedOn" | "currency" | "-currency" | "netTotal" | "-netTotal" | "taxTotal" | "-taxTotal" | "grossTotal" | "-grossTotal" | "openAmount" | "-openAmount" | "open" | "-open")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("creditNoteId" | "number" | "customerId" | "customerName" | "returnId" | "salesOrderId" | "documentOn" | "postedOn" | "currency" | "netTotal" | "taxTotal" | "grossTotal" | "openAmount" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "customer"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditNoteDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocateCredit_creditNote: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                creditNoteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allocations": [
                 *         {
                 *           "customerInvoiceId": "0199a1b0-0000-7000-8000-000000000001"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllocateCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocatedCreditNoteDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefundCredit_creditNote: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                creditNoteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["RefundCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CustomerInvoices_list: {
        parameters: {
            query?: {
                customerId?: string;
                salesOrderId?: string;
                number?: string;
                open?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    customerInvoiceId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    customerName?: components["schemas"]["TextFilter"];
                    country?: components["schemas"]["TextFilter"];
                    salesOrderId?: components["schemas"]["IdFilter"];
                    shipmentId?: components["schemas"]["IdFilter"];
                    documentOn?: components["schemas"]["DateFilter"];
                    postedOn?: components["schemas"]["DateFilter"];
                    dueOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    netTotal?: components["schemas"]["DecimalFilter"];
                    taxTotal?: components["schemas"]["DecimalFilter"];
                    grossTotal?: components["schemas"]["DecimalFilter"];
                    openAmount?: components["schemas"]["DecimalFilter"];
                    open?: components["schemas"]["FlagFilter"];
                    paid?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-customerInvoiceId` when absent, and where rows are the same in all of these. */
                sort?: ("customerInvoiceId" | "-customerInvoiceId" | "number" | "-number" | "customerId" | "-customerId" | "customerName" | "-customerName" | "country" | "-country" | "salesOrderId" | "-salesOrderId" | "shipmentId" | "-shipmentId" | "documentOn" | "-documentOn" | "postedOn" | "-postedOn" | "dueOn" | "-dueOn" | "currency" | "-currency" | "netTotal" | "-netTotal" | "taxTotal" | "-taxTotal" | "grossTotal" | "-grossTotal" | "openAmount" | "-openAmount" | "open" | "-open" | "paid" | "-paid")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("customerInvoiceId" | "number" | "customerId" | "customerName" | "country" | "salesOrderId" | "shipmentId" | "documentOn" | "postedOn" | "dueOn" | "currency" | "netTotal" | "taxTotal" | "grossTotal" | "openAmount" | "paid" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "customer"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CustomerInvoiceSummaryDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CustomerInvoices_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("customerAddress" | "taxRounding" | "lines" | "lines.lineNo" | "lines.orderLineNo" | "lines.sku" | "lines.description" | "lines.quantity" | "lines.netAmount" | "lines.taxCode" | "lines.taxRate" | "taxes" | "taxes.taxCode" | "taxes.rate" | "taxes.baseAmount" | "taxes.taxAmount" | "customerInvoiceId" | "number" | "customerId" | "customerName" | "country" | "salesOrderId" | "shipmentId" | "documentOn" | "postedOn" | "dueOn" | "currency" | "netTotal" | "taxTotal" | "grossTotal" | "openAmount" | "paid" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "customer"[];
            };
            header?: never;
            path: {
                customerInvoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerInvoiceDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AdjustReceivable_writeOff: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                customerInvoiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["WriteOffDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivableAdjustmentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Customers_list: {
        parameters: {
            query?: {
                reference?: string;
                country?: string;
                name?: string;
                active?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    customerId?: components["schemas"]["IdFilter"];
                    name?: components["schemas"]["TextFilter"];
                    country?: components["schemas"]["TextFilter"];
                    reference?: components["schemas"]["OptionalTextFilter"];
                    paymentTermDays?: components["schemas"]["IntegerFilter"];
                    active?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `customerId` when absent, and where rows are the same in all of these. */
                sort?: ("customerId" | "-customerId" | "name" | "-name" | "country" | "-country" | "reference" | "-reference" | "paymentTermDays" | "-paymentTermDays" | "active" | "-active")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("customerId" | "name" | "country" | "address" | "reference" | "paymentTermDays" | "active" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CustomerDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Customers_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café",
                 *       "country": "GB"
                 *     }
                 */
                "application/json": components["schemas"]["CreateCustomerDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Customers_createAll: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customers": [
                 *         {
                 *           "name": "Harbour Café",
                 *           "country": "GB"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateCustomersDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            index: number;
                            status: number;
                            result?: components["schemas"]["CustomerDto"];
                            problem?: components["schemas"]["Problem"];
                        }[];
                    };
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Customers_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("customerId" | "name" | "country" | "address" | "reference" | "paymentTermDays" | "active" | "version")[];
            };
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Customers_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeCustomerDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Employees_list: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    employeeId?: components["schemas"]["IdFilter"];
                    name?: components["schemas"]["TextFilter"];
                    email?: components["schemas"]["OptionalTextFilter"];
                    subject?: components["schemas"]["OptionalTextFilter"];
                    active?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `employeeId` when absent, and where rows are the same in all of these. */
                sort?: ("employeeId" | "-employeeId" | "name" | "-name" | "email" | "-email" | "subject" | "-subject" | "active" | "-active")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("employeeId" | "name" | "email" | "subject" | "active" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EmployeeDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Employees_hire: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café"
                 *     }
                 */
                "application/json": components["schemas"]["HireEmployeeDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmployeeDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Employees_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeEmployeeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmployeeDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Employees_link: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "0199a1b0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["LinkAccountDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmployeeDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Contracts_list: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("contractId" | "employeeId" | "currency" | "revoked" | "version" | "validFrom" | "validTo" | "monthlyGross" | "costCentre")[];
            };
            header?: never;
            path: {
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Contracts_sign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-01-01",
                 *       "monthlyGross": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["SignContractDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Contracts_end: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                employeeId: string;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endsOn": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["EndContractDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_open: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsOn": "2026-01-01",
                 *       "endsOn": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["OpenFiscalYearDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiscalYearDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportItems_list: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    itemImportId?: components["schemas"]["IdFilter"];
                    state?: ("running" | "done") | ("running" | "done")[] | {
                        /** @enum {string} */
                        eq?: "running" | "done";
                        /** @enum {string} */
                        ne?: "running" | "done";
                        in?: ("running" | "done")[];
                        nin?: ("running" | "done")[];
                    };
                    dryRun?: components["schemas"]["FlagFilter"];
                    rowCount?: components["schemas"]["IntegerFilter"];
                    refused?: components["schemas"]["IntegerFilter"];
                    createdAt?: components["schemas"]["InstantFilter"];
                    endedAt?: components["schemas"]["OptionalInstantFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-itemImportId` when absent, and where rows are the same in all of these. */
                sort?: ("itemImportId" | "-itemImportId" | "state" | "-state" | "dryRun" | "-dryRun" | "rowCount" | "-rowCount" | "refused" | "-refused" | "createdAt" | "-createdAt" | "endedAt" | "-endedAt")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("itemImportId" | "state" | "dryRun" | "rowCount" | "done" | "created" | "refused" | "createdAt" | "endedAt" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ItemImportDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportItems_begin: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A header and at most 50000 rows of CSV (RFC 4180) in UTF-8; the columns are sku, name, kind, unit, taxCategory. */
        requestBody: {
            content: {
                /**
                 * @example sku,name,kind
                 *     MUG,Harbour Café,stocked
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/item-imports/{itemImportId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemImportDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportItems_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("itemImportId" | "state" | "dryRun" | "rowCount" | "done" | "created" | "refused" | "createdAt" | "endedAt" | "version")[];
            };
            header?: never;
            path: {
                itemImportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemImportDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportItems_refused: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    rowNo?: components["schemas"]["IntegerFilter"];
                    itemImportId?: components["schemas"]["IdFilter"];
                    line?: components["schemas"]["IntegerFilter"];
                    pointer?: components["schemas"]["TextFilter"];
                    sku?: components["schemas"]["OptionalTextFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `rowNo` when absent, and where rows are the same in all of these. */
                sort?: ("rowNo" | "-rowNo" | "itemImportId" | "-itemImportId" | "line" | "-line" | "pointer" | "-pointer" | "sku" | "-sku")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("line" | "pointer" | "detail" | "sku")[];
            };
            header?: never;
            path: {
                itemImportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RefusedRowDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_list: {
        parameters: {
            query?: {
                sku?: string;
                kind?: "stocked" | "service";
                active?: "true" | "false";
                name?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    itemId?: components["schemas"]["IdFilter"];
                    sku?: components["schemas"]["TextFilter"];
                    name?: components["schemas"]["TextFilter"];
                    kind?: ("stocked" | "service") | ("stocked" | "service")[] | {
                        /** @enum {string} */
                        eq?: "stocked" | "service";
                        /** @enum {string} */
                        ne?: "stocked" | "service";
                        in?: ("stocked" | "service")[];
                        nin?: ("stocked" | "service")[];
                    };
                    unit?: components["schemas"]["TextFilter"];
                    taxCategory?: ("standard" | "reduced" | "zero" | "exempt") | ("standard" | "reduced" | "zero" | "exempt")[] | {
                        /** @enum {string} */
                        eq?: "standard" | "reduced" | "zero" | "exempt";
                        /** @enum {string} */
                        ne?: "standard" | "reduced" | "zero" | "exempt";
                        in?: ("standard" | "reduced" | "zero" | "exempt")[];
                        nin?: ("standard" | "reduced" | "zero" | "exempt")[];
                    };
                    active?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `sku` when absent, and where rows are the same in all of these. */
                sort?: ("itemId" | "-itemId" | "sku" | "-sku" | "name" | "-name" | "kind" | "-kind" | "unit" | "-unit" | "taxCategory" | "-taxCategory" | "active" | "-active")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("itemId" | "sku" | "name" | "kind" | "unit" | "units" | "units.unit" | "units.factor" | "taxCategory" | "active" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ItemDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG",
                 *       "name": "Harbour Café",
                 *       "kind": "stocked"
                 *     }
                 */
                "application/json": components["schemas"]["CreateItemDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_createAll: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "sku": "MUG",
                 *           "name": "Harbour Café",
                 *           "kind": "stocked"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateItemsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            index: number;
                            status: number;
                            result?: components["schemas"]["ItemDto"];
                            problem?: components["schemas"]["Problem"];
                        }[];
                    };
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_importAll: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A header and at most 1000 rows of CSV (RFC 4180) in UTF-8; the columns are sku, name, kind, unit, taxCategory. */
        requestBody: {
            content: {
                /**
                 * @example sku,name,kind
                 *     MUG,Harbour Café,stocked
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("itemId" | "sku" | "name" | "kind" | "unit" | "units" | "units.unit" | "units.factor" | "taxCategory" | "active" | "version")[];
            };
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeItemDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    JournalEntries_list: {
        parameters: {
            query?: {
                journal?: "SAL" | "STK" | "BNK" | "WAG" | "GEN";
                sourceId?: string;
                from?: string;
                to?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    journalEntryId?: components["schemas"]["IdFilter"];
                    journal?: ("SAL" | "STK" | "BNK" | "WAG" | "GEN") | ("SAL" | "STK" | "BNK" | "WAG" | "GEN")[] | {
                        /** @enum {string} */
                        eq?: "SAL" | "STK" | "BNK" | "WAG" | "GEN";
                        /** @enum {string} */
                        ne?: "SAL" | "STK" | "BNK" | "WAG" | "GEN";
                        in?: ("SAL" | "STK" | "BNK" | "WAG" | "GEN")[];
                        nin?: ("SAL" | "STK" | "BNK" | "WAG" | "GEN")[];
                    };
                    fiscalYear?: components["schemas"]["IntegerFilter"];
                    number?: components["schemas"]["IntegerFilter"];
                    postedOn?: components["schemas"]["DateFilter"];
                    documentOn?: components["schemas"]["DateFilter"];
                    recordedAt?: components["schemas"]["InstantFilter"];
                    source?: ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening") | ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening")[] | {
                        /** @enum {string} */
                        eq?: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening";
                        /** @enum {string} */
                        ne?: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening";
                        in?: ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening")[];
                        nin?: ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "receivable-opening" | "shipment" | "return" | "receipt" | "stock-adjustment" | "payroll-run" | "payroll-payment" | "liability-settlement" | "manual" | "opening")[];
                    };
                    sourceId?: components["schemas"]["IdFilter"];
                    description?: components["schemas"]["TextFilter"];
                    reversesId?: components["schemas"]["OptionalIdFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-journalEntryId` when absent, and where rows are the same in all of these. */
                sort?: ("journalEntryId" | "-journalEntryId" | "journal" | "-journal" | "fiscalYear" | "-fiscalYear" | "number" | "-number" | "postedOn" | "-postedOn" | "documentOn" | "-documentOn" | "recordedAt" | "-recordedAt" | "source" | "-source" | "sourceId" | "-sourceId" | "description" | "-description" | "reversesId" | "-reversesId")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("journalEntryId" | "journal" | "fiscalYear" | "number" | "postedOn" | "documentOn" | "recordedAt" | "source" | "sourceId" | "description" | "reversesId" | "reverses" | "reverses.journalEntryId" | "reverses.journal" | "reverses.fiscalYear" | "reverses.number" | "reverses.postedOn" | "reverses.documentOn" | "reverses.recordedAt" | "reverses.source" | "reverses.sourceId" | "reverses.description" | "reverses.reversesId")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("reverses" | "reverses.reverses" | "reverses.reverses.reverses")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["JournalEntrySummaryDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    JournalEntries_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Rent of November",
                 *       "lines": [
                 *         {
                 *           "account": "6100",
                 *           "debit": "700.00"
                 *         },
                 *         {
                 *           "account": "1000",
                 *           "credit": "700.00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PostEntryDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    JournalEntries_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("lines" | "lines.lineNo" | "lines.account" | "lines.debit" | "lines.credit" | "lines.currency" | "lines.partyId" | "lines.costCentre" | "lines.text" | "journalEntryId" | "journal" | "fiscalYear" | "number" | "postedOn" | "documentOn" | "recordedAt" | "source" | "sourceId" | "description" | "reversesId" | "reverses" | "reverses.journalEntryId" | "reverses.journal" | "reverses.fiscalYear" | "reverses.number" | "reverses.postedOn" | "reverses.documentOn" | "reverses.recordedAt" | "reverses.source" | "reverses.sourceId" | "reverses.description" | "reverses.reversesId")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("reverses" | "reverses.reverses" | "reverses.reverses.reverses")[];
            };
            header?: never;
            path: {
                journalEntryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    JournalEntries_reverse: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                journalEntryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Rent of November"
                 *     }
                 */
                "application/json": components["schemas"]["ReverseEntryDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Chart_accounts: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("active" | "code" | "name" | "kind" | "control")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAccountDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Chart_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "MAIN",
                 *       "name": "Harbour Café",
                 *       "kind": "asset"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAccountDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SettleLiability_list: {
        parameters: {
            query?: {
                kind?: "tax" | "payroll-tax" | "social" | "wages";
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    settlementId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    kind?: ("tax" | "payroll-tax" | "social" | "wages") | ("tax" | "payroll-tax" | "social" | "wages")[] | {
                        /** @enum {string} */
                        eq?: "tax" | "payroll-tax" | "social" | "wages";
                        /** @enum {string} */
                        ne?: "tax" | "payroll-tax" | "social" | "wages";
                        in?: ("tax" | "payroll-tax" | "social" | "wages")[];
                        nin?: ("tax" | "payroll-tax" | "social" | "wages")[];
                    };
                    periodStartsOn?: components["schemas"]["DateFilter"];
                    periodEndsOn?: components["schemas"]["DateFilter"];
                    account?: components["schemas"]["TextFilter"];
                    settledOn?: components["schemas"]["DateFilter"];
                    postedOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    amount?: components["schemas"]["DecimalFilter"];
                    reference?: components["schemas"]["OptionalTextFilter"];
                    journalEntryId?: components["schemas"]["IdFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-settlementId` when absent, and where rows are the same in all of these. */
                sort?: ("settlementId" | "-settlementId" | "number" | "-number" | "kind" | "-kind" | "periodStartsOn" | "-periodStartsOn" | "periodEndsOn" | "-periodEndsOn" | "account" | "-account" | "settledOn" | "-settledOn" | "postedOn" | "-postedOn" | "currency" | "-currency" | "amount" | "-amount" | "reference" | "-reference" | "journalEntryId" | "-journalEntryId")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("settlementId" | "number" | "kind" | "periodStartsOn" | "periodEndsOn" | "account" | "settledOn" | "postedOn" | "currency" | "amount" | "reference" | "journalEntryId" | "journalEntry" | "journalEntry.journalEntryId" | "journalEntry.journal" | "journalEntry.fiscalYear" | "journalEntry.number" | "journalEntry.postedOn" | "journalEntry.documentOn" | "journalEntry.recordedAt" | "journalEntry.source" | "journalEntry.sourceId" | "journalEntry.description" | "journalEntry.reversesId")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("journalEntry" | "journalEntry.reverses" | "journalEntry.reverses.reverses")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LiabilitySettlementDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SettleLiability_settle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "tax",
                 *       "periodStartsOn": "2026-01-01",
                 *       "periodEndsOn": "2026-12-31",
                 *       "amount": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["SettleLiabilityDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiabilitySettlementDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Warehouses_locations: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("locationId" | "warehouseId" | "code" | "kind" | "warehouse" | "warehouse.warehouseId" | "warehouse.code" | "warehouse.name" | "warehouse.stockLocationId")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "warehouse"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Warehouses_addLocation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "MAIN",
                 *       "kind": "storage"
                 *     }
                 */
                "application/json": components["schemas"]["CreateLocationDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OpenItems_list: {
        parameters: {
            query?: {
                customerId?: string;
                asOf?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    documentId?: components["schemas"]["IdFilter"];
                    kind?: ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening") | ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening")[] | {
                        /** @enum {string} */
                        eq?: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening";
                        /** @enum {string} */
                        ne?: "customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening";
                        in?: ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening")[];
                        nin?: ("customer-invoice" | "credit-note" | "payment" | "refund" | "write-off" | "write-off-reversal" | "bad-debt" | "opening")[];
                    };
                    number?: components["schemas"]["TextFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    documentOn?: components["schemas"]["DateFilter"];
                    dueOn?: components["schemas"]["OptionalDateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    openAmount?: components["schemas"]["DecimalFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `documentId` when absent, and where rows are the same in all of these. */
                sort?: ("documentId" | "-documentId" | "kind" | "-kind" | "number" | "-number" | "customerId" | "-customerId" | "documentOn" | "-documentOn" | "dueOn" | "-dueOn" | "currency" | "-currency" | "openAmount" | "-openAmount")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("kind" | "documentId" | "number" | "customerId" | "documentOn" | "dueOn" | "currency" | "openAmount" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "customer"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OpenItemDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AdjustReceivable_opening: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "0199a1b0-0000-7000-8000-000000000001",
                 *       "amount": "12.5",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["OpeningReceivableDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivableAdjustmentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceAuditTrail_list: {
        parameters: {
            query?: {
                recordType?: string;
                recordId?: string;
                subject?: string;
                operation?: string;
                outcome?: "done" | "refused";
                from?: string;
                until?: string;
                belonging?: "company" | "none";
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "at" | "outcome" | "problem" | "times" | "subject" | "session" | "client" | "address" | "request" | "operation" | "recordType" | "record" | "changes" | "changes.record" | "changes.id" | "changes.before" | "changes.after" | "more")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditTrailLineDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "sequence": 1,
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_discardParked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardParkedDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscardedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_listHeld: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("topic" | "key" | "sequence" | "since" | "errorCode" | "errorMessage" | "unpublished")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HeldStreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_show: {
        parameters: {
            query: {
                consumer: string;
                topic: string;
                key: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sequence" | "keptAs" | "keptAt" | "place" | "body" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeptEventDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_listRebuilds: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_rebuild: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["RebuildDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/operations/finance/rebuilds/{rebuildId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildBegunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_showRebuild: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_list: {
        parameters: {
            query?: {
                state?: "parked" | "waiting";
                consumer?: string;
                cause?: string;
                olderThanSeconds?: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("consumer" | "topic" | "key" | "state" | "since" | "waitsFor" | "kept" | "firstSequence" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FinanceOperations_waits: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("what" | "count" | "since" | "why")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrAuditTrail_list: {
        parameters: {
            query?: {
                recordType?: string;
                recordId?: string;
                subject?: string;
                operation?: string;
                outcome?: "done" | "refused";
                from?: string;
                until?: string;
                belonging?: "company" | "none";
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "at" | "outcome" | "problem" | "times" | "subject" | "session" | "client" | "address" | "request" | "operation" | "recordType" | "record" | "changes" | "changes.record" | "changes.id" | "changes.before" | "changes.after" | "more")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditTrailLineDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "sequence": 1,
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_discardParked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardParkedDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscardedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_listHeld: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("topic" | "key" | "sequence" | "since" | "errorCode" | "errorMessage" | "unpublished")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HeldStreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_show: {
        parameters: {
            query: {
                consumer: string;
                topic: string;
                key: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sequence" | "keptAs" | "keptAt" | "place" | "body" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeptEventDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_listRebuilds: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_rebuild: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["RebuildDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/operations/hr/rebuilds/{rebuildId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildBegunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_showRebuild: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_list: {
        parameters: {
            query?: {
                state?: "parked" | "waiting";
                consumer?: string;
                cause?: string;
                olderThanSeconds?: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("consumer" | "topic" | "key" | "state" | "since" | "waitsFor" | "kept" | "firstSequence" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HrOperations_waits: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("what" | "count" | "since" | "why")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityAuditTrail_list: {
        parameters: {
            query?: {
                recordType?: string;
                recordId?: string;
                subject?: string;
                operation?: string;
                outcome?: "done" | "refused";
                from?: string;
                until?: string;
                belonging?: "company" | "none";
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "at" | "outcome" | "problem" | "times" | "subject" | "session" | "client" | "address" | "request" | "operation" | "recordType" | "record" | "changes" | "changes.record" | "changes.id" | "changes.before" | "changes.after" | "more")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditTrailLineDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "sequence": 1,
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_discardParked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardParkedDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscardedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_listHeld: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("topic" | "key" | "sequence" | "since" | "errorCode" | "errorMessage" | "unpublished")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HeldStreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_show: {
        parameters: {
            query: {
                consumer: string;
                topic: string;
                key: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sequence" | "keptAs" | "keptAt" | "place" | "body" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeptEventDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_listRebuilds: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_rebuild: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["RebuildDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/operations/identity/rebuilds/{rebuildId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildBegunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_showRebuild: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_list: {
        parameters: {
            query?: {
                state?: "parked" | "waiting";
                consumer?: string;
                cause?: string;
                olderThanSeconds?: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("consumer" | "topic" | "key" | "state" | "since" | "waitsFor" | "kept" | "firstSequence" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityOperations_waits: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("what" | "count" | "since" | "why")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryAuditTrail_list: {
        parameters: {
            query?: {
                recordType?: string;
                recordId?: string;
                subject?: string;
                operation?: string;
                outcome?: "done" | "refused";
                from?: string;
                until?: string;
                belonging?: "company" | "none";
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "at" | "outcome" | "problem" | "times" | "subject" | "session" | "client" | "address" | "request" | "operation" | "recordType" | "record" | "changes" | "changes.record" | "changes.id" | "changes.before" | "changes.after" | "more")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditTrailLineDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "sequence": 1,
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_discardParked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardParkedDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscardedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_listHeld: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("topic" | "key" | "sequence" | "since" | "errorCode" | "errorMessage" | "unpublished")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HeldStreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_show: {
        parameters: {
            query: {
                consumer: string;
                topic: string;
                key: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sequence" | "keptAs" | "keptAt" | "place" | "body" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeptEventDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_listRebuilds: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_rebuild: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["RebuildDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/operations/inventory/rebuilds/{rebuildId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildBegunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_showRebuild: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_list: {
        parameters: {
            query?: {
                state?: "parked" | "waiting";
                consumer?: string;
                cause?: string;
                olderThanSeconds?: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("consumer" | "topic" | "key" | "state" | "since" | "waitsFor" | "kept" | "firstSequence" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InventoryOperations_waits: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("what" | "count" | "since" | "why")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersAuditTrail_list: {
        parameters: {
            query?: {
                recordType?: string;
                recordId?: string;
                subject?: string;
                operation?: string;
                outcome?: "done" | "refused";
                from?: string;
                until?: string;
                belonging?: "company" | "none";
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "at" | "outcome" | "problem" | "times" | "subject" | "session" | "client" | "address" | "request" | "operation" | "recordType" | "record" | "changes" | "changes.record" | "changes.id" | "changes.before" | "changes.after" | "more")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditTrailLineDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "sequence": 1,
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_discardParked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardParkedDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscardedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_listHeld: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("topic" | "key" | "sequence" | "since" | "errorCode" | "errorMessage" | "unpublished")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HeldStreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "topic": "orders.sales-order",
                 *       "key": "0199a1b0-0000-7000-8000-000000000001",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_show: {
        parameters: {
            query: {
                consumer: string;
                topic: string;
                key: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sequence" | "keptAs" | "keptAt" | "place" | "body" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeptEventDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_listRebuilds: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_rebuild: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "finance.receivable",
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["RebuildDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/operations/orders/rebuilds/{rebuildId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildBegunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_showRebuild: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("id" | "consumer" | "state" | "facts" | "compared" | "differences" | "differences.table" | "differences.key" | "differences.found" | "error" | "startedAt" | "endedAt")[];
            };
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_list: {
        parameters: {
            query?: {
                state?: "parked" | "waiting";
                consumer?: string;
                cause?: string;
                olderThanSeconds?: string;
                limit?: string;
                after?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("consumer" | "topic" | "key" | "state" | "since" | "waitsFor" | "kept" | "firstSequence" | "errorCode" | "errorMessage")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrdersOperations_waits: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("what" | "count" | "since" | "why")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderSummary_summary: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("customers" | "orders" | "orders.status" | "orders.orders" | "orders.lines" | "returns" | "returnLines")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSummaryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSecret_change: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "a long sentence of your own",
                 *       "newPassword": "another long sentence"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Payments_payments: {
        parameters: {
            query?: {
                customerId?: string;
                onAccount?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    paymentId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    reference?: components["schemas"]["OptionalTextFilter"];
                    receivedOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    amount?: components["schemas"]["DecimalFilter"];
                    onAccount?: components["schemas"]["DecimalFilter"];
                    open?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-paymentId` when absent, and where rows are the same in all of these. */
                sort?: ("paymentId" | "-paymentId" | "number" | "-number" | "customerId" | "-customerId" | "reference" | "-reference" | "receivedOn" | "-receivedOn" | "currency" | "-currency" | "amount" | "-amount" | "onAccount" | "-onAccount" | "open" | "-open")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("paymentId" | "number" | "customerId" | "reference" | "receivedOn" | "currency" | "amount" | "onAccount" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "customer"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegisterPayment_register: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "0199a1b0-0000-7000-8000-000000000001",
                 *       "amount": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterPaymentDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPaymentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocateCredit_payment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allocations": [
                 *         {
                 *           "customerInvoiceId": "0199a1b0-0000-7000-8000-000000000001"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllocateCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPaymentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefundCredit_payment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["RefundCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PayPayroll_pay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payrollRunId": "0199a1b0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["PayPayrollDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollPaymentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PayrollRules_list: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("validFrom" | "taxRate" | "employeeSocialRate" | "employerSocialRate")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRuleDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PayrollRules_set: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-01-01",
                 *       "taxRate": "0.2",
                 *       "employeeSocialRate": "0.2",
                 *       "employerSocialRate": "0.2"
                 *     }
                 */
                "application/json": components["schemas"]["PayrollRuleDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRuleDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RunPayroll_list: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    payrollRunId?: components["schemas"]["IdFilter"];
                    periodStartsOn?: components["schemas"]["DateFilter"];
                    periodEndsOn?: components["schemas"]["DateFilter"];
                    state?: ("draft" | "approved" | "posted" | "paid" | "discarded") | ("draft" | "approved" | "posted" | "paid" | "discarded")[] | {
                        /** @enum {string} */
                        eq?: "draft" | "approved" | "posted" | "paid" | "discarded";
                        /** @enum {string} */
                        ne?: "draft" | "approved" | "posted" | "paid" | "discarded";
                        in?: ("draft" | "approved" | "posted" | "paid" | "discarded")[];
                        nin?: ("draft" | "approved" | "posted" | "paid" | "discarded")[];
                    };
                    currency?: components["schemas"]["TextFilter"];
                    payslipCount?: components["schemas"]["IntegerFilter"];
                    grossTotal?: components["schemas"]["DecimalFilter"];
                    netTotal?: components["schemas"]["DecimalFilter"];
                    paidOn?: components["schemas"]["OptionalDateFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-payrollRunId` when absent, and where rows are the same in all of these. */
                sort?: ("payrollRunId" | "-payrollRunId" | "periodStartsOn" | "-periodStartsOn" | "periodEndsOn" | "-periodEndsOn" | "state" | "-state" | "currency" | "-currency" | "payslipCount" | "-payslipCount" | "grossTotal" | "-grossTotal" | "netTotal" | "-netTotal" | "paidOn" | "-paidOn")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("payrollRunId" | "periodStartsOn" | "periodEndsOn" | "state" | "currency" | "payslipCount" | "grossTotal" | "taxTotal" | "employeeSocialTotal" | "employerSocialTotal" | "netTotal" | "paidOn" | "discardReason" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayrollRunDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RunPayroll_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "month": "2026-11"
                 *     }
                 */
                "application/json": components["schemas"]["RunPayrollDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RunPayroll_get: {
        parameters: {
            query?: {
                until?: "posted" | "paid";
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("payrollRunId" | "periodStartsOn" | "periodEndsOn" | "state" | "currency" | "payslipCount" | "grossTotal" | "taxTotal" | "employeeSocialTotal" | "employerSocialTotal" | "netTotal" | "paidOn" | "discardReason" | "version")[];
            };
            header?: never;
            path: {
                payrollRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RunPayroll_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                payrollRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/payroll-runs/{payrollRunId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RunPayroll_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                payrollRunId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardPayrollDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayrollRunDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RunPayroll_payslips: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    payslipId?: components["schemas"]["IdFilter"];
                    payrollRunId?: components["schemas"]["IdFilter"];
                    employeeId?: components["schemas"]["IdFilter"];
                    periodStartsOn?: components["schemas"]["DateFilter"];
                    gross?: components["schemas"]["DecimalFilter"];
                    tax?: components["schemas"]["DecimalFilter"];
                    employeeSocial?: components["schemas"]["DecimalFilter"];
                    employerSocial?: components["schemas"]["DecimalFilter"];
                    net?: components["schemas"]["DecimalFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `payslipId` when absent, and where rows are the same in all of these. */
                sort?: ("payslipId" | "-payslipId" | "payrollRunId" | "-payrollRunId" | "employeeId" | "-employeeId" | "periodStartsOn" | "-periodStartsOn" | "gross" | "-gross" | "tax" | "-tax" | "employeeSocial" | "-employeeSocial" | "employerSocial" | "-employerSocial" | "net" | "-net")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("payslipId" | "employeeId" | "periodStartsOn" | "currency" | "gross" | "tax" | "employeeSocial" | "employerSocial" | "net" | "lines" | "lines.contractId" | "lines.costCentre" | "lines.gross" | "employee" | "employee.employeeId" | "employee.name" | "employee.email" | "employee.subject" | "employee.active" | "employee.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "employee"[];
            };
            header?: never;
            path: {
                payrollRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayslipDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Payslips_list: {
        parameters: {
            query?: {
                employeeId?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    payslipId?: components["schemas"]["IdFilter"];
                    payrollRunId?: components["schemas"]["IdFilter"];
                    employeeId?: components["schemas"]["IdFilter"];
                    periodStartsOn?: components["schemas"]["DateFilter"];
                    gross?: components["schemas"]["DecimalFilter"];
                    tax?: components["schemas"]["DecimalFilter"];
                    employeeSocial?: components["schemas"]["DecimalFilter"];
                    employerSocial?: components["schemas"]["DecimalFilter"];
                    net?: components["schemas"]["DecimalFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-payslipId` when absent, and where rows are the same in all of these. */
                sort?: ("payslipId" | "-payslipId" | "payrollRunId" | "-payrollRunId" | "employeeId" | "-employeeId" | "periodStartsOn" | "-periodStartsOn" | "gross" | "-gross" | "tax" | "-tax" | "employeeSocial" | "-employeeSocial" | "employerSocial" | "-employerSocial" | "net" | "-net")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("payslipId" | "employeeId" | "periodStartsOn" | "currency" | "gross" | "tax" | "employeeSocial" | "employerSocial" | "net" | "lines" | "lines.contractId" | "lines.costCentre" | "lines.gross" | "employee" | "employee.employeeId" | "employee.name" | "employee.email" | "employee.subject" | "employee.active" | "employee.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "employee"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayslipDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PendingEntries_list: {
        parameters: {
            query?: {
                state?: "pending" | "posted" | "rejected";
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    pendingEntryId?: components["schemas"]["IdFilter"];
                    state?: ("pending" | "posted" | "rejected") | ("pending" | "posted" | "rejected")[] | {
                        /** @enum {string} */
                        eq?: "pending" | "posted" | "rejected";
                        /** @enum {string} */
                        ne?: "pending" | "posted" | "rejected";
                        in?: ("pending" | "posted" | "rejected")[];
                        nin?: ("pending" | "posted" | "rejected")[];
                    };
                    kind?: ("manual" | "opening") | ("manual" | "opening")[] | {
                        /** @enum {string} */
                        eq?: "manual" | "opening";
                        /** @enum {string} */
                        ne?: "manual" | "opening";
                        in?: ("manual" | "opening")[];
                        nin?: ("manual" | "opening")[];
                    };
                    postedOn?: components["schemas"]["OptionalDateFilter"];
                    description?: components["schemas"]["TextFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    debitTotal?: components["schemas"]["DecimalFilter"];
                    submittedBy?: components["schemas"]["TextFilter"];
                    submittedAt?: components["schemas"]["InstantFilter"];
                    decidedBy?: components["schemas"]["OptionalTextFilter"];
                    decidedAt?: components["schemas"]["OptionalInstantFilter"];
                    journalEntryId?: components["schemas"]["OptionalIdFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-pendingEntryId` when absent, and where rows are the same in all of these. */
                sort?: ("pendingEntryId" | "-pendingEntryId" | "state" | "-state" | "kind" | "-kind" | "postedOn" | "-postedOn" | "description" | "-description" | "currency" | "-currency" | "debitTotal" | "-debitTotal" | "submittedBy" | "-submittedBy" | "submittedAt" | "-submittedAt" | "decidedBy" | "-decidedBy" | "decidedAt" | "-decidedAt" | "journalEntryId" | "-journalEntryId")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("pendingEntryId" | "state" | "kind" | "postedOn" | "description" | "currency" | "debitTotal" | "lines" | "lines.account" | "lines.debit" | "lines.credit" | "lines.partyId" | "lines.costCentre" | "lines.text" | "submittedBy" | "submittedAt" | "decidedBy" | "decidedAt" | "rejectReason" | "journalEntryId" | "version" | "journalEntry" | "journalEntry.journalEntryId" | "journalEntry.journal" | "journalEntry.fiscalYear" | "journalEntry.number" | "journalEntry.postedOn" | "journalEntry.documentOn" | "journalEntry.recordedAt" | "journalEntry.source" | "journalEntry.sourceId" | "journalEntry.description" | "journalEntry.reversesId")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("journalEntry" | "journalEntry.reverses" | "journalEntry.reverses.reverses")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PendingEntryDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PendingEntries_submit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Rent of November",
                 *       "lines": [
                 *         {
                 *           "account": "6100",
                 *           "debit": "700.00"
                 *         },
                 *         {
                 *           "account": "1000",
                 *           "credit": "700.00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PostEntryDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PendingEntries_get: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("pendingEntryId" | "state" | "kind" | "postedOn" | "description" | "currency" | "debitTotal" | "lines" | "lines.account" | "lines.debit" | "lines.credit" | "lines.partyId" | "lines.costCentre" | "lines.text" | "submittedBy" | "submittedAt" | "decidedBy" | "decidedAt" | "rejectReason" | "journalEntryId" | "version" | "journalEntry" | "journalEntry.journalEntryId" | "journalEntry.journal" | "journalEntry.fiscalYear" | "journalEntry.number" | "journalEntry.postedOn" | "journalEntry.documentOn" | "journalEntry.recordedAt" | "journalEntry.source" | "journalEntry.sourceId" | "journalEntry.description" | "journalEntry.reversesId")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("journalEntry" | "journalEntry.reverses" | "journalEntry.reverses.reverses")[];
            };
            header?: never;
            path: {
                pendingEntryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PendingEntries_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                pendingEntryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PendingEntries_reject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                pendingEntryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone"
                 *     }
                 */
                "application/json": components["schemas"]["RejectEntryDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingEntryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Prices_list: {
        parameters: {
            query?: {
                sku?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    sku?: components["schemas"]["TextFilter"];
                    validFrom?: components["schemas"]["DateFilter"];
                    unitPrice?: components["schemas"]["DecimalFilter"];
                    currency?: components["schemas"]["TextFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `sku,validFrom` when absent, and where rows are the same in all of these. */
                sort?: ("sku" | "-sku" | "validFrom" | "-validFrom" | "unitPrice" | "-unitPrice" | "currency" | "-currency")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sku" | "validFrom" | "unitPrice" | "currency" | "version" | "item" | "item.itemId" | "item.sku" | "item.name" | "item.kind" | "item.unit" | "item.taxCategory" | "item.active")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "item"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PriceDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Prices_set: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG",
                 *       "validFrom": "2026-01-01",
                 *       "unitPrice": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["SetPriceDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Prices_setAll: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "prices": [
                 *         {
                 *           "sku": "MUG",
                 *           "validFrom": "2026-01-01",
                 *           "unitPrice": "12.5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetPricesDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            index: number;
                            status: number;
                            result?: components["schemas"]["PriceDto"];
                            problem?: components["schemas"]["Problem"];
                        }[];
                    };
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReceiveGoods_receive: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "opening",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG",
                 *           "quantity": "12.5",
                 *           "unitCost": "12.5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReceiveGoodsDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReceiveGoods_receiveAll: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "receipts": [
                 *         {
                 *           "kind": "opening",
                 *           "lines": [
                 *             {
                 *               "sku": "MUG",
                 *               "quantity": "12.5",
                 *               "unitCost": "12.5"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReceiveAllGoodsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            index: number;
                            status: number;
                            result?: components["schemas"]["ReceiptDto"];
                            problem?: components["schemas"]["Problem"];
                        }[];
                    };
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Payments_adjustments: {
        parameters: {
            query?: {
                customerId?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    adjustmentId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    kind?: ("write-off" | "write-off-reversal" | "bad-debt" | "opening") | ("write-off" | "write-off-reversal" | "bad-debt" | "opening")[] | {
                        /** @enum {string} */
                        eq?: "write-off" | "write-off-reversal" | "bad-debt" | "opening";
                        /** @enum {string} */
                        ne?: "write-off" | "write-off-reversal" | "bad-debt" | "opening";
                        in?: ("write-off" | "write-off-reversal" | "bad-debt" | "opening")[];
                        nin?: ("write-off" | "write-off-reversal" | "bad-debt" | "opening")[];
                    };
                    customerId?: components["schemas"]["IdFilter"];
                    customerInvoiceId?: components["schemas"]["OptionalIdFilter"];
                    reason?: components["schemas"]["TextFilter"];
                    adjustedOn?: components["schemas"]["DateFilter"];
                    postedOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    amount?: components["schemas"]["DecimalFilter"];
                    openAmount?: components["schemas"]["DecimalFilter"];
                    open?: components["schemas"]["FlagFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-adjustmentId` when absent, and where rows are the same in all of these. */
                sort?: ("adjustmentId" | "-adjustmentId" | "number" | "-number" | "kind" | "-kind" | "customerId" | "-customerId" | "customerInvoiceId" | "-customerInvoiceId" | "reason" | "-reason" | "adjustedOn" | "-adjustedOn" | "postedOn" | "-postedOn" | "currency" | "-currency" | "amount" | "-amount" | "openAmount" | "-openAmount" | "open" | "-open")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("adjustmentId" | "number" | "kind" | "customerId" | "customerInvoiceId" | "reason" | "adjustedOn" | "postedOn" | "currency" | "amount" | "openAmount" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active" | "customerInvoice" | "customerInvoice.customerInvoiceId" | "customerInvoice.number" | "customerInvoice.customerId" | "customerInvoice.customerName" | "customerInvoice.country" | "customerInvoice.salesOrderId" | "customerInvoice.shipmentId" | "customerInvoice.documentOn" | "customerInvoice.postedOn" | "customerInvoice.dueOn" | "customerInvoice.currency" | "customerInvoice.netTotal" | "customerInvoice.taxTotal" | "customerInvoice.grossTotal" | "customerInvoice.openAmount" | "customerInvoice.paid" | "customerInvoice.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("customer" | "customerInvoice" | "customerInvoice.customer")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReceivableAdjustmentDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocateCredit_adjustment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allocations": [
                 *         {
                 *           "customerInvoiceId": "0199a1b0-0000-7000-8000-000000000001"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllocateCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocatedAdjustmentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefundCredit_adjustment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "12.5"
                 *     }
                 */
                "application/json": components["schemas"]["RefundCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Payments_refunds: {
        parameters: {
            query?: {
                customerId?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    refundId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    paymentId?: components["schemas"]["OptionalIdFilter"];
                    creditNoteId?: components["schemas"]["OptionalIdFilter"];
                    adjustmentId?: components["schemas"]["OptionalIdFilter"];
                    sentOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    amount?: components["schemas"]["DecimalFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-refundId` when absent, and where rows are the same in all of these. */
                sort?: ("refundId" | "-refundId" | "number" | "-number" | "customerId" | "-customerId" | "paymentId" | "-paymentId" | "creditNoteId" | "-creditNoteId" | "adjustmentId" | "-adjustmentId" | "sentOn" | "-sentOn" | "currency" | "-currency" | "amount" | "-amount")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("refundId" | "number" | "customerId" | "paymentId" | "creditNoteId" | "adjustmentId" | "sentOn" | "currency" | "amount" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.active" | "payment" | "payment.paymentId" | "payment.number" | "payment.customerId" | "payment.reference" | "payment.receivedOn" | "payment.currency" | "payment.amount" | "payment.onAccount" | "payment.version" | "creditNote" | "creditNote.creditNoteId" | "creditNote.number" | "creditNote.customerId" | "creditNote.customerName" | "creditNote.returnId" | "creditNote.salesOrderId" | "creditNote.documentOn" | "creditNote.postedOn" | "creditNote.currency" | "creditNote.netTotal" | "creditNote.taxTotal" | "creditNote.grossTotal" | "creditNote.openAmount" | "creditNote.version" | "adjustment" | "adjustment.adjustmentId" | "adjustment.number" | "adjustment.kind" | "adjustment.customerId" | "adjustment.customerInvoiceId" | "adjustment.reason" | "adjustment.adjustedOn" | "adjustment.postedOn" | "adjustment.currency" | "adjustment.amount" | "adjustment.openAmount" | "adjustment.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("customer" | "payment" | "payment.customer" | "creditNote" | "creditNote.customer" | "adjustment" | "adjustment.customer" | "adjustment.customerInvoice" | "adjustment.customerInvoice.customer")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RefundDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReturnGoods_list: {
        parameters: {
            query?: {
                status?: "authorised" | "received" | "credited" | "settled";
                salesOrderId?: string;
                reference?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    returnId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    reference?: components["schemas"]["OptionalTextFilter"];
                    salesOrderId?: components["schemas"]["OptionalIdFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    status?: ("authorised" | "received" | "credited" | "settled") | ("authorised" | "received" | "credited" | "settled")[] | {
                        /** @enum {string} */
                        eq?: "authorised" | "received" | "credited" | "settled";
                        /** @enum {string} */
                        ne?: "authorised" | "received" | "credited" | "settled";
                        in?: ("authorised" | "received" | "credited" | "settled")[];
                        nin?: ("authorised" | "received" | "credited" | "settled")[];
                    };
                    settlement?: ("refund" | "on-account") | ("refund" | "on-account")[] | {
                        /** @enum {string} */
                        eq?: "refund" | "on-account";
                        /** @enum {string} */
                        ne?: "refund" | "on-account";
                        in?: ("refund" | "on-account")[];
                        nin?: ("refund" | "on-account")[];
                    };
                    documentOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    creditNoteNumber?: components["schemas"]["OptionalTextFilter"];
                    grossTotal?: components["schemas"]["OptionalDecimalFilter"];
                    refundedTotal?: components["schemas"]["DecimalFilter"];
                    silentSince?: components["schemas"]["OptionalInstantFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-returnId` when absent, and where rows are the same in all of these. */
                sort?: ("returnId" | "-returnId" | "number" | "-number" | "reference" | "-reference" | "salesOrderId" | "-salesOrderId" | "customerId" | "-customerId" | "status" | "-status" | "settlement" | "-settlement" | "documentOn" | "-documentOn" | "currency" | "-currency" | "creditNoteNumber" | "-creditNoteNumber" | "grossTotal" | "-grossTotal" | "refundedTotal" | "-refundedTotal" | "silentSince" | "-silentSince")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("returnId" | "number" | "reference" | "salesOrderId" | "customerId" | "status" | "settlement" | "documentOn" | "currency" | "creditNoteId" | "creditNoteNumber" | "grossTotal" | "refundedTotal" | "silentSince" | "version" | "lines" | "lines.lineNo" | "lines.orderLineNo" | "lines.sku" | "lines.quantity" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.reference" | "customer.paymentTermDays" | "customer.active" | "customer.version" | "salesOrder" | "salesOrder.salesOrderId" | "salesOrder.number" | "salesOrder.reference" | "salesOrder.customerId" | "salesOrder.country" | "salesOrder.status" | "salesOrder.rejection" | "salesOrder.cancellation" | "salesOrder.policy" | "salesOrder.documentOn" | "salesOrder.currency" | "salesOrder.netTotal" | "salesOrder.estimatedGross" | "salesOrder.paidTotal" | "salesOrder.overdue" | "salesOrder.placedAt" | "salesOrder.silentSince" | "salesOrder.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("customer" | "salesOrder" | "salesOrder.customer" | "lines.item")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReturnDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReturnGoods_withoutOrder: {
        parameters: {
            query?: {
                until?: "received" | "credited" | "settled";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "0199a1b0-0000-7000-8000-000000000001",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG",
                 *           "quantity": "12.5",
                 *           "unitPrice": "12.5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["FreeReturnDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/returns/{returnId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReturnGoods_get: {
        parameters: {
            query?: {
                until?: "received" | "credited" | "settled";
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("returnId" | "number" | "reference" | "salesOrderId" | "customerId" | "status" | "settlement" | "documentOn" | "currency" | "creditNoteId" | "creditNoteNumber" | "grossTotal" | "refundedTotal" | "silentSince" | "version" | "lines" | "lines.lineNo" | "lines.orderLineNo" | "lines.sku" | "lines.quantity" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.reference" | "customer.paymentTermDays" | "customer.active" | "customer.version" | "salesOrder" | "salesOrder.salesOrderId" | "salesOrder.number" | "salesOrder.reference" | "salesOrder.customerId" | "salesOrder.country" | "salesOrder.status" | "salesOrder.rejection" | "salesOrder.cancellation" | "salesOrder.policy" | "salesOrder.documentOn" | "salesOrder.currency" | "salesOrder.netTotal" | "salesOrder.estimatedGross" | "salesOrder.paidTotal" | "salesOrder.overdue" | "salesOrder.placedAt" | "salesOrder.silentSince" | "salesOrder.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("customer" | "salesOrder" | "salesOrder.customer" | "lines.item")[];
            };
            header?: never;
            path: {
                returnId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_roles: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("code" | "name" | "permissions")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderList_list: {
        parameters: {
            query?: {
                status?: "placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled";
                customerId?: string;
                reference?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    salesOrderId?: components["schemas"]["IdFilter"];
                    number?: components["schemas"]["TextFilter"];
                    reference?: components["schemas"]["OptionalTextFilter"];
                    customerId?: components["schemas"]["IdFilter"];
                    country?: components["schemas"]["TextFilter"];
                    status?: ("placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled") | ("placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled")[] | {
                        /** @enum {string} */
                        eq?: "placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled";
                        /** @enum {string} */
                        ne?: "placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled";
                        in?: ("placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled")[];
                        nin?: ("placed" | "confirmed" | "partly-shipped" | "shipped" | "completed" | "rejected" | "cancelled")[];
                    };
                    rejection?: ("stock-short" | "credit-exceeded" | "warehouse-unknown") | ("stock-short" | "credit-exceeded" | "warehouse-unknown")[] | {
                        /** @enum {string} */
                        eq?: "stock-short" | "credit-exceeded" | "warehouse-unknown";
                        /** @enum {string} */
                        ne?: "stock-short" | "credit-exceeded" | "warehouse-unknown";
                        in?: ("stock-short" | "credit-exceeded" | "warehouse-unknown")[];
                        nin?: ("stock-short" | "credit-exceeded" | "warehouse-unknown")[];
                        /** @enum {string} */
                        null?: "true" | "false";
                    };
                    cancellation?: ("none" | "requested" | "refused" | "done") | ("none" | "requested" | "refused" | "done")[] | {
                        /** @enum {string} */
                        eq?: "none" | "requested" | "refused" | "done";
                        /** @enum {string} */
                        ne?: "none" | "requested" | "refused" | "done";
                        in?: ("none" | "requested" | "refused" | "done")[];
                        nin?: ("none" | "requested" | "refused" | "done")[];
                    };
                    policy?: ("refuse" | "back-order" | "ship-complete") | ("refuse" | "back-order" | "ship-complete")[] | {
                        /** @enum {string} */
                        eq?: "refuse" | "back-order" | "ship-complete";
                        /** @enum {string} */
                        ne?: "refuse" | "back-order" | "ship-complete";
                        in?: ("refuse" | "back-order" | "ship-complete")[];
                        nin?: ("refuse" | "back-order" | "ship-complete")[];
                    };
                    documentOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    netTotal?: components["schemas"]["DecimalFilter"];
                    estimatedGross?: components["schemas"]["OptionalDecimalFilter"];
                    paidTotal?: components["schemas"]["DecimalFilter"];
                    overdue?: components["schemas"]["FlagFilter"];
                    placedAt?: components["schemas"]["InstantFilter"];
                    silentSince?: components["schemas"]["OptionalInstantFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-salesOrderId` when absent, and where rows are the same in all of these. */
                sort?: ("salesOrderId" | "-salesOrderId" | "number" | "-number" | "reference" | "-reference" | "customerId" | "-customerId" | "country" | "-country" | "status" | "-status" | "rejection" | "-rejection" | "cancellation" | "-cancellation" | "policy" | "-policy" | "documentOn" | "-documentOn" | "currency" | "-currency" | "netTotal" | "-netTotal" | "estimatedGross" | "-estimatedGross" | "paidTotal" | "-paidTotal" | "overdue" | "-overdue" | "placedAt" | "-placedAt" | "silentSince" | "-silentSince")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("salesOrderId" | "number" | "reference" | "customerId" | "country" | "status" | "rejection" | "cancellation" | "policy" | "documentOn" | "currency" | "netTotal" | "estimatedGross" | "paidTotal" | "overdue" | "placedAt" | "silentSince" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.reference" | "customer.paymentTermDays" | "customer.active" | "customer.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: "customer"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SalesOrderSummaryDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlaceOrder_place: {
        parameters: {
            query?: {
                until?: "decided" | "shipped" | "invoiced" | "completed";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "0199a1b0-0000-7000-8000-000000000001",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG",
                 *           "quantity": "12.5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrderDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/sales-orders/{salesOrderId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderList_get: {
        parameters: {
            query?: {
                until?: "decided" | "shipped" | "invoiced" | "completed";
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("shortages" | "shortages.itemId" | "shortages.sku" | "shortages.requested" | "shortages.available" | "lines" | "lines.lineNo" | "lines.sku" | "lines.description" | "lines.quantity" | "lines.unit" | "lines.unitPrice" | "lines.netAmount" | "lines.stockQuantity" | "lines.reserved" | "lines.waiting" | "lines.shipped" | "lines.cancelled" | "lines.returned" | "invoices" | "invoices.customerInvoiceId" | "invoices.number" | "invoices.postedOn" | "invoices.dueOn" | "invoices.grossTotal" | "invoices.paid" | "invoices.overdue" | "salesOrderId" | "number" | "reference" | "customerId" | "country" | "status" | "rejection" | "cancellation" | "policy" | "documentOn" | "currency" | "netTotal" | "estimatedGross" | "paidTotal" | "overdue" | "placedAt" | "silentSince" | "version" | "customer" | "customer.customerId" | "customer.name" | "customer.country" | "customer.address" | "customer.reference" | "customer.paymentTermDays" | "customer.active" | "customer.version")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("customer" | "lines.item")[];
            };
            header?: never;
            path: {
                salesOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CancelOrder_cancel: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                salesOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/sales-orders/{salesOrderId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReturnGoods_ofOrder: {
        parameters: {
            query?: {
                until?: "received" | "credited" | "settled";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                salesOrderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "quantity": "12.5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReturnOrderDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    /** @description `/v1/returns/{returnId}`: where the document stands. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SalesSummary_summary: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("currency" | "invoices" | "invoices.documents" | "invoices.net" | "invoices.tax" | "invoices.gross" | "creditNotes" | "creditNotes.documents" | "creditNotes.net" | "creditNotes.tax" | "creditNotes.gross" | "badDebts" | "badDebts.documents" | "badDebts.net" | "badDebts.tax" | "badDebts.gross" | "byCountry" | "byCountry.country" | "byCountry.net")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesSummaryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_show: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("active" | "recoveryCodesLeft")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_confirmed: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmSecondFactorDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedSecondFactorDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_enrol: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["StartSecondFactorDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSecondFactorDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_removed: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["RemoveSecondFactorDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedSecondFactorDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_serviceAccounts: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    login?: components["schemas"]["TextFilter"];
                    accountId?: components["schemas"]["IdFilter"];
                    name?: components["schemas"]["TextFilter"];
                    active?: components["schemas"]["FlagFilter"];
                    requestsPerMinute?: components["schemas"]["OptionalIntegerFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `login` when absent, and where rows are the same in all of these. */
                sort?: ("login" | "-login" | "accountId" | "-accountId" | "name" | "-name" | "active" | "-active" | "requestsPerMinute" | "-requestsPerMinute")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("accountId" | "login" | "name" | "active" | "requestsPerMinute" | "memberships" | "memberships.companyId" | "memberships.role" | "memberships.limits" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccountDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_createServiceAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café",
                 *       "memberships": [
                 *         {
                 *           "role": "sales"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateServiceAccountDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedServiceAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_changeServiceAccount: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Web shop"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeServiceAccountDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccessDecision_ofServiceAccount: {
        parameters: {
            query?: {
                operation?: string;
                companyId?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("operation" | "route" | "permission" | "held" | "companyId" | "allowed" | "grantedBy" | "grantedBy.companyId" | "grantedBy.role" | "grantedBy.limits" | "limits" | "limits.approvalLimit" | "limits.warehouses" | "limits.ownRecordsOnly" | "refusal" | "detail" | "roles")[];
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessDecisionDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeMemberships_ofServiceAccount: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberships": [
                 *         {
                 *           "role": "sales"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeMembershipsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSecret_rotate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 0
                 *     }
                 */
                "application/json": components["schemas"]["RotateSecretDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecretDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sessions_list: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("sessionId" | "kind" | "app" | "startedAt" | "usedAt" | "endsAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sessions_end: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Shipments_list: {
        parameters: {
            query?: {
                salesOrderId?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    shipmentId?: components["schemas"]["IdFilter"];
                    salesOrderId?: components["schemas"]["IdFilter"];
                    dispatchedOn?: components["schemas"]["DateFilter"];
                    currency?: components["schemas"]["TextFilter"];
                    totalCost?: components["schemas"]["DecimalFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-shipmentId` when absent, and where rows are the same in all of these. */
                sort?: ("shipmentId" | "-shipmentId" | "salesOrderId" | "-salesOrderId" | "dispatchedOn" | "-dispatchedOn" | "currency" | "-currency" | "totalCost" | "-totalCost")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("shipmentId" | "salesOrderId" | "dispatchedOn" | "currency" | "totalCost")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ShipmentDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignOut_end: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SigningKeys_rotate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StockList_list: {
        parameters: {
            query?: {
                sku?: string;
                locationId?: string;
                asOf?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    itemId?: components["schemas"]["IdFilter"];
                    sku?: components["schemas"]["TextFilter"];
                    locationId?: components["schemas"]["IdFilter"];
                    onHand?: components["schemas"]["DecimalFilter"];
                    reserved?: components["schemas"]["OptionalDecimalFilter"];
                    waiting?: components["schemas"]["OptionalDecimalFilter"];
                    available?: components["schemas"]["OptionalDecimalFilter"];
                    value?: components["schemas"]["DecimalFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `sku,locationId` when absent, and where rows are the same in all of these. */
                sort?: ("itemId" | "-itemId" | "sku" | "-sku" | "locationId" | "-locationId" | "onHand" | "-onHand" | "reserved" | "-reserved" | "waiting" | "-waiting" | "available" | "-available" | "value" | "-value")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("itemId" | "sku" | "locationId" | "onHand" | "reserved" | "waiting" | "available" | "currency" | "value" | "unitCost" | "item" | "item.itemId" | "item.sku" | "item.name" | "item.kind" | "item.unit" | "item.units" | "item.taxCategory" | "item.active" | "item.version" | "location" | "location.locationId" | "location.warehouseId" | "location.code" | "location.kind")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("item" | "location" | "location.warehouse")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StockDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AdjustStock_adjust: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the telephone",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG",
                 *           "quantity": "12.5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AdjustStockDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StockList_moves: {
        parameters: {
            query?: {
                sku?: string;
                documentId?: string;
                salesOrderId?: string;
                limit?: string;
                after?: string;
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    moveId?: components["schemas"]["IdFilter"];
                    sku?: components["schemas"]["TextFilter"];
                    kind?: ("receipt" | "shipment" | "return" | "gain" | "loss" | "transfer") | ("receipt" | "shipment" | "return" | "gain" | "loss" | "transfer")[] | {
                        /** @enum {string} */
                        eq?: "receipt" | "shipment" | "return" | "gain" | "loss" | "transfer";
                        /** @enum {string} */
                        ne?: "receipt" | "shipment" | "return" | "gain" | "loss" | "transfer";
                        in?: ("receipt" | "shipment" | "return" | "gain" | "loss" | "transfer")[];
                        nin?: ("receipt" | "shipment" | "return" | "gain" | "loss" | "transfer")[];
                    };
                    fromLocationId?: components["schemas"]["IdFilter"];
                    toLocationId?: components["schemas"]["IdFilter"];
                    quantity?: components["schemas"]["DecimalFilter"];
                    cost?: components["schemas"]["DecimalFilter"];
                    documentId?: components["schemas"]["IdFilter"];
                    lineNo?: components["schemas"]["IntegerFilter"];
                    salesOrderId?: components["schemas"]["OptionalIdFilter"];
                    documentOn?: components["schemas"]["DateFilter"];
                    postedOn?: components["schemas"]["DateFilter"];
                    recordedAt?: components["schemas"]["InstantFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `-moveId` when absent, and where rows are the same in all of these. */
                sort?: ("moveId" | "-moveId" | "sku" | "-sku" | "kind" | "-kind" | "fromLocationId" | "-fromLocationId" | "toLocationId" | "-toLocationId" | "quantity" | "-quantity" | "cost" | "-cost" | "documentId" | "-documentId" | "lineNo" | "-lineNo" | "salesOrderId" | "-salesOrderId" | "documentOn" | "-documentOn" | "postedOn" | "-postedOn" | "recordedAt" | "-recordedAt")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("moveId" | "sku" | "kind" | "fromLocationId" | "toLocationId" | "quantity" | "cost" | "documentId" | "lineNo" | "salesOrderId" | "documentOn" | "postedOn" | "recordedAt" | "item" | "item.itemId" | "item.sku" | "item.name" | "item.kind" | "item.unit" | "item.units" | "item.taxCategory" | "item.active" | "item.version" | "fromLocation" | "fromLocation.locationId" | "fromLocation.warehouseId" | "fromLocation.code" | "fromLocation.kind" | "toLocation" | "toLocation.locationId" | "toLocation.warehouseId" | "toLocation.code" | "toLocation.kind")[];
                /** @description References to show in full beside what names them, at most three steps deep. */
                expand?: ("item" | "fromLocation" | "fromLocation.warehouse" | "toLocation" | "toLocation.warehouse")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StockMoveDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StockSummary_summary: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("currency" | "stockedItems" | "onHand" | "value" | "adjustments" | "adjustments.documents" | "adjustments.lines" | "moves" | "moves.kind" | "moves.moves" | "moves.documents" | "moves.quantity" | "moves.cost")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockSummaryDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransferStock_transfer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fromLocationId": "0199a1b0-0000-7000-8000-000000000001",
                 *       "toLocationId": "0199a1b0-0000-7000-8000-000000000002",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG",
                 *           "quantity": "2"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TransferStockDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaxReport_report: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("currency" | "taxTotal" | "lines" | "lines.taxCode" | "lines.rate" | "lines.hasRule" | "lines.invoices" | "lines.invoicedBase" | "lines.invoicedTax" | "lines.creditNotes" | "lines.creditedBase" | "lines.creditedTax")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxReportDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaxRules_list: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("taxRuleId" | "endedAt" | "endedBy" | "successorId" | "country" | "taxCategory" | "validFrom" | "validTo" | "code" | "name" | "rate")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRuleDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaxRules_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "country": "GB",
                 *       "taxCategory": "standard",
                 *       "validFrom": "2026-01-01",
                 *       "code": "MAIN",
                 *       "name": "Harbour Café",
                 *       "rate": "0.2"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTaxRuleDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRuleDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaxRules_end: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                taxRuleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validTo": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["EndTaxRuleDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxRuleDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignIn_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grantType": "password",
                 *       "login": "anna@example.com",
                 *       "secret": "a long sentence of your own"
                 *     }
                 */
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TrialBalance_get: {
        parameters: {
            query?: {
                from?: string;
                asOf?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("currency" | "from" | "asOf" | "debit" | "credit" | "lines" | "lines.account" | "lines.name" | "lines.kind" | "lines.opening" | "lines.debit" | "lines.credit" | "lines.closing")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalanceDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_users: {
        parameters: {
            query?: {
                /** @description `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, and with `in` and `nin`; of a text only with these two, where `\,` is a comma of a value. */
                filter?: {
                    login?: components["schemas"]["TextFilter"];
                    accountId?: components["schemas"]["IdFilter"];
                    name?: components["schemas"]["TextFilter"];
                    active?: components["schemas"]["FlagFilter"];
                    requestsPerMinute?: components["schemas"]["OptionalIntegerFilter"];
                };
                /** @description Fields to order by, the first one first; with `-` downwards. `login` when absent, and where rows are the same in all of these. */
                sort?: ("login" | "-login" | "accountId" | "-accountId" | "name" | "-name" | "active" | "-active" | "requestsPerMinute" | "-requestsPerMinute")[];
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("accountId" | "login" | "name" | "active" | "requestsPerMinute" | "memberships" | "memberships.companyId" | "memberships.role" | "memberships.limits" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccountDto"][];
                        /** @description Cursor of the next page: send it as `after`. */
                        next?: string;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_createUser: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "anna@example.com",
                 *       "name": "Harbour Café",
                 *       "password": "a long sentence of your own",
                 *       "memberships": [
                 *         {
                 *           "role": "sales"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateUserDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountIdDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accounts_changeUser: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbour Café"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeUserDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccessDecision_ofUser: {
        parameters: {
            query?: {
                operation?: string;
                companyId?: string;
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("operation" | "route" | "permission" | "held" | "companyId" | "allowed" | "grantedBy" | "grantedBy.companyId" | "grantedBy.role" | "grantedBy.limits" | "limits" | "limits.approvalLimit" | "limits.warehouses" | "limits.ownRecordsOnly" | "refusal" | "detail" | "roles")[];
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessDecisionDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeMemberships_ofUser: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberships": [
                 *         {
                 *           "role": "sales"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeMembershipsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is needed. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSecret_reset: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long sentence of your own"
                 *     }
                 */
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecondFactor_resetOf: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Warehouses_warehouses: {
        parameters: {
            query?: {
                /** @description Fields to show, where not all are wanted; those that are not named are absent. */
                fields?: ("warehouseId" | "code" | "name" | "stockLocationId")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseDto"][];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Warehouses_openWarehouse: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "MAIN",
                 *       "name": "Harbour Café"
                 *     }
                 */
                "application/json": components["schemas"]["CreateWarehouseDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseDto"];
                };
            };
            /** @description The request breaks a rule of form; `errors` says where. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing with this id for this company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of things does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has changed since (`If-Match`). */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not of a type that the route takes, not in UTF-8, or compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value is none that its field takes (`errors` says where), or the business says no; `code` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not just now; try again with the same key. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
