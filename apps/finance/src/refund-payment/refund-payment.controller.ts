import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { RefundDto, RefundPaymentDto } from './refund-payment.dto.js';
import { RefundPaymentHandler } from './refund-payment.handler.js';

@Controller('payments')
export class RefundPaymentController {
  constructor(
    private readonly commands: Commands,
    private readonly refundPayment: RefundPaymentHandler,
  ) {}

  @Post(':paymentId/refunds')
  @RequiresPermission('finance.payment.refund')
  @Returns(
    201,
    RefundDto,
    'Send money back that is on account',
    'amount-exceeds-open',
    'amount-too-fine',
    'date-in-future',
    'backdate-forbidden',
    'period-closed',
    'fiscal-year-missing',
    'company-not-ready',
  )
  refund(@Param('paymentId') paymentId: string, @Body() body: RefundPaymentDto, @From() caller: Caller) {
    return this.commands.run(this.refundPayment, { ...body, paymentId }, caller);
  }
}
