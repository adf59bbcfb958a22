import { CustomerCreated } from '@millrace/contracts';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Customer } from '../domain/customer.js';
import { CustomerRepository } from '../persistence/customer.repository.js';
import type { CustomerDto } from '../views/customer.dto.js';
import { showCustomer } from '../views/customer.view.js';
import type { CreateCustomerDto } from './customers.dto.js';

const DEFAULT_TERM_DAYS = 30;

@Injectable()
export class CreateCustomerHandler implements CommandHandler<CreateCustomerDto, Customer[], CustomerDto> {
  readonly name = 'create-customer';

  constructor(
    private readonly customers: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<CreateCustomerDto>[], tx: UnitOfWork): Promise<Customer[]> {
    const requests = commands.map(({ request }) => request);
    return this.customers.taken(
      tx,
      commands[0]!.companyId,
      requests.flatMap((each) => each.customerId ?? []),
      requests.flatMap((each) => each.reference ?? []),
    );
  }

  handle(command: Command<CreateCustomerDto>, taken: Customer[], tx: UnitOfWork): Outcome<CustomerDto> {
    const { customerId = newId(), name, country, address, reference, paymentTermDays = DEFAULT_TERM_DAYS } = command.request;
    const known = taken.find((each) => each.id === customerId);
    if (known) return showCustomer(known);
    if (reference && taken.some((each) => each.reference === reference)) {
      return new Refusal('customer-exists', 'conflict', 'There is a customer with this reference already: change it, or choose another reference.');
    }
    const customer = Object.assign(new Customer(), {
      companyId: command.companyId,
      id: customerId,
      name,
      country,
      address: address ?? null,
      reference: reference ?? null,
      paymentTermDays,
      active: true,
      createdAt: this.clock.now(),
      version: 1,
    });
    taken.push(customer);
    tx.insert(customer);
    tx.publish(CustomerCreated.of(customer.state()), command);
    return showCustomer(customer);
  }
}
