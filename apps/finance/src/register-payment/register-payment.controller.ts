import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Post } from '@nestjs/common';
import { RegisteredPaymentDto, RegisterPaymentDto } from '../views/payment.dto.js';
import { RegisterPaymentHandler } from './register-payment.handler.js';

@Controller('payments')
export class RegisterPaymentController {
  constructor(
    private readonly commands: Commands,
    private readonly registerPayment: RegisterPaymentHandler,
  ) {}

  @Post()
  @RequiresPermission('finance.payment.register')
  @Returns(
    201,
    RegisteredPaymentDto,
    'Book money that came in from a customer, and settle invoices with it',
    'customer-unknown',
    'allocation-target',
    'invoice-unknown',
    'invoice-repeated',
    'adjustment-unknown',
    'adjustment-repeated',
    'amount-too-fine',
    'currency-other',
    'date-in-future',
    'backdate-forbidden',
    'period-closed',
    'fiscal-year-missing',
    'company-not-ready',
  )
  register(@Body() body: RegisterPaymentDto, @From() caller: Caller) {
    return this.commands.run(this.registerPayment, body, caller);
  }
}
