import { CustomerChanged } from '@millrace/contracts';
import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Customer } from '../domain/customer.js';
import { versionStale } from '../domain/refusals.js';
import { CustomerRepository } from '../persistence/customer.repository.js';
import type { CustomerDto } from '../views/customer.dto.js';
import { showCustomer } from '../views/customer.view.js';
import type { ChangeCustomerDto } from './customers.dto.js';

export type CustomerChange = ChangeCustomerDto & Readonly<{ customerId: string; seen: SeenVersion }>;

@Injectable()
export class ChangeCustomerHandler implements CommandHandler<CustomerChange, ReadonlyMap<string, Customer>, CustomerDto> {
  readonly name = 'change-customer';

  constructor(private readonly customers: CustomerRepository) {}

  load(commands: readonly Command<CustomerChange>[], tx: UnitOfWork): Promise<ReadonlyMap<string, Customer>> {
    return this.customers.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.customerId),
    );
  }

  handle(command: Command<CustomerChange>, customers: ReadonlyMap<string, Customer>, tx: UnitOfWork): Outcome<CustomerDto> {
    const { customerId, seen, name, country, address, paymentTermDays, active } = command.request;
    const customer = customers.get(customerId);
    if (!customer) return new Refusal('not-found', 'missing', 'There is no customer with this id.');
    if (isStale(seen, customer.version)) return versionStale;
    customer.name = name ?? customer.name;
    customer.country = country ?? customer.country;
    customer.address = address ?? customer.address;
    customer.paymentTermDays = paymentTermDays ?? customer.paymentTermDays;
    customer.active = active ?? customer.active;
    customer.version += 1;
    tx.publish(CustomerChanged.of(customer.state()), command);
    return showCustomer(customer);
  }
}
