import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { RefundDto } from '../views/refund.dto.js';
import { RefundCreditDto } from './refund-credit.dto.js';
import { REFUND, RefundCreditHandler } from './refund-credit.handler.js';

const REFUSALS = [
  'above-approval-limit',
  'amount-exceeds-open',
  'amount-too-fine',
  'date-in-future',
  'backdate-forbidden',
  'period-closed',
  'fiscal-year-missing',
  'company-not-ready',
] as const;

@Controller()
export class RefundCreditController {
  constructor(
    private readonly commands: Commands,
    private readonly refundCredit: RefundCreditHandler,
  ) {}

  @Post('payments/:paymentId/refunds')
  @RequiresPermission(REFUND.payments, { limits: ['approvalLimit'] })
  @Returns(201, RefundDto, 'Send money back that is on account', ...REFUSALS)
  payment(@Param('paymentId') id: string, @Body() body: RefundCreditDto, @From() caller: Caller) {
    return this.commands.run(this.refundCredit, { ...body, from: 'payments', id }, caller);
  }

  @Post('credit-notes/:creditNoteId/refunds')
  @RequiresPermission(REFUND.creditNotes, { limits: ['approvalLimit'] })
  @Returns(201, RefundDto, 'Send back what a credit note has on account', ...REFUSALS)
  creditNote(@Param('creditNoteId') id: string, @Body() body: RefundCreditDto, @From() caller: Caller) {
    return this.commands.run(this.refundCredit, { ...body, from: 'creditNotes', id }, caller);
  }

  @Post('receivable-adjustments/:adjustmentId/refunds')
  @RequiresPermission(REFUND.adjustments, { limits: ['approvalLimit'] })
  @Returns(201, RefundDto, 'Send back an opening balance in the favour of the customer', 'adjustment-not-credit', 'adjustment-not-paid', ...REFUSALS)
  adjustment(@Param('adjustmentId') id: string, @Body() body: RefundCreditDto, @From() caller: Caller) {
    return this.commands.run(this.refundCredit, { ...body, from: 'adjustments', id }, caller);
  }
}
