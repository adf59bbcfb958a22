import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsLines } from '@millrace/contracts';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { AllocationWishDto, RegisteredPaymentDto } from '../views/payment.dto.js';
import { AllocatePaymentHandler } from './allocate-payment.handler.js';

export class AllocatePaymentDto {
  @IsLines(() => AllocationWishDto, { max: 1_000 }) readonly allocations!: readonly AllocationWishDto[];
}

@Controller('payments')
export class AllocatePaymentController {
  constructor(
    private readonly commands: Commands,
    private readonly allocatePayment: AllocatePaymentHandler,
  ) {}

  @Post(':paymentId/allocations')
  @RequiresPermission('finance.payment.allocate')
  @Returns(201, RegisteredPaymentDto, 'Settle invoices with money that is on account', 'invoice-unknown', 'invoice-repeated', 'company-not-ready')
  allocate(@Param('paymentId') paymentId: string, @Body() { allocations }: AllocatePaymentDto, @From() caller: Caller) {
    return this.commands.run(this.allocatePayment, { paymentId, allocations }, caller);
  }
}
