import { type Caller, Commands, From, ListReader, Lists, type Page, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CustomerRepository } from '../persistence/customer.repository.js';
import { CustomerDto } from '../views/customer.dto.js';
import { CUSTOMERS } from '../views/customer.list.js';
import { showCustomer } from '../views/customer.view.js';
import { ChangeCustomerHandler } from './change-customer.handler.js';
import { CreateCustomerHandler } from './create-customer.handler.js';
import { ChangeCustomerDto, CreateCustomerDto, CreateCustomersDto, CustomersQuery } from './customers.dto.js';

@Controller('customers')
export class CustomersController {
  constructor(
    private readonly commands: Commands,
    private readonly createCustomer: CreateCustomerHandler,
    private readonly changeCustomer: ChangeCustomerHandler,
    private readonly customers: CustomerRepository,
    private readonly lists: ListReader,
  ) {}

  @Post()
  @RequiresPermission('orders.customer.create')
  @Returns(201, CustomerDto, 'Create a customer', 'customer-exists')
  create(@Body() body: CreateCustomerDto, @From() caller: Caller) {
    return this.commands.run(this.createCustomer, body, caller);
  }

  @Post('bulk')
  @HttpCode(200)
  @RequiresPermission('orders.customer.create')
  @Returns(200, { bulk: CustomerDto }, 'Create up to 1000 customers, each with a result of its own', 'customer-exists')
  async createAll(@Body() { customers }: CreateCustomersDto, @From() caller: Caller) {
    return { results: await this.commands.runAll(this.createCustomer, customers, caller) };
  }

  @Get()
  @Lists(CUSTOMERS, 'Customers, oldest first')
  list(@Query() query: CustomersQuery, @From() caller: Caller): Promise<Page<CustomerDto>> {
    return this.lists.page(CUSTOMERS, query, caller);
  }

  @Get(':customerId')
  @RequiresPermission('orders.customer.view')
  @Returns(200, CustomerDto, 'One customer')
  async get(@Param('customerId') customerId: string, @From() caller: Caller): Promise<CustomerDto> {
    const customer = await this.customers.byId(caller.companyId, customerId);
    if (!customer) throw new ProblemException(404, 'not-found', 'There is no customer with this id.');
    return showCustomer(customer);
  }

  @Patch(':customerId')
  @RequiresPermission('orders.customer.change')
  @Returns(200, CustomerDto, 'Change a customer, or (de)activate it')
  change(@Param('customerId') customerId: string, @Body() body: ChangeCustomerDto, @From() caller: Caller) {
    return this.commands.run(this.changeCustomer, { ...body, customerId, seen: caller.requireIfMatch() }, caller);
  }
}
