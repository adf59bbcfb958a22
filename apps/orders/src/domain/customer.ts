import type { CustomerStateV1 } from '@millrace/contracts';
import type { Country } from '@millrace/kernel';

/** Who buys. Deactivated, never deleted. */
export class Customer {
  companyId!: string;
  id!: string;
  name!: string;
  /** Where goods and invoices go. */
  country!: Country;
  address!: string | null;
  /** What the customer is called elsewhere; unique where it is given. */
  reference!: string | null;
  /** Days from the invoice's date until payment is due, unless the order says otherwise. */
  paymentTermDays!: number;
  active!: boolean;
  createdAt!: Date;
  version!: number;

  /** The whole customer for those who copy it. */
  state(): CustomerStateV1 {
    const { id: customerId, name, country, address, active } = this;
    return { customerId, name, country, address: address ?? undefined, active };
  }
}
