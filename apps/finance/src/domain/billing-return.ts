import type { ReturnAuthorisedV1 } from '@millrace/contracts';

/** A return as it was authorised, kept until the goods are there. */
export class BillingReturn {
  companyId!: string;
  returnId!: string;
  body!: ReturnAuthorisedV1;
}
