import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsLines } from '@millrace/contracts';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { AllocationWishDto } from '../views/allocation.dto.js';
import { AllocatedCreditNoteDto } from '../views/credit-note.dto.js';
import { RegisteredPaymentDto } from '../views/payment.dto.js';
import { AllocatedAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import { AllocateCreditHandler } from './allocate-credit.handler.js';

const REFUSALS = [
  'allocation-target',
  'invoice-unknown',
  'invoice-repeated',
  'adjustment-unknown',
  'adjustment-repeated',
  'amount-too-fine',
  'company-not-ready',
] as const;

export class AllocateCreditDto {
  @IsLines(() => AllocationWishDto, { max: 1_000 }) readonly allocations!: readonly AllocationWishDto[];
}

@Controller()
export class AllocateCreditController {
  constructor(
    private readonly commands: Commands,
    private readonly allocateCredit: AllocateCreditHandler,
  ) {}

  @Post('payments/:paymentId/allocations')
  @RequiresPermission('finance.payment.allocate')
  @Returns(201, RegisteredPaymentDto, 'Settle invoices with money that is on account', ...REFUSALS)
  payment(@Param('paymentId') id: string, @Body() { allocations }: AllocateCreditDto, @From() caller: Caller) {
    return this.commands.run(this.allocateCredit, { from: 'payments', id, allocations }, caller);
  }

  @Post('credit-notes/:creditNoteId/allocations')
  @RequiresPermission('finance.credit-note.allocate')
  @Returns(201, AllocatedCreditNoteDto, 'Settle invoices with a credit note that is on account', ...REFUSALS)
  creditNote(@Param('creditNoteId') id: string, @Body() { allocations }: AllocateCreditDto, @From() caller: Caller) {
    return this.commands.run(this.allocateCredit, { from: 'creditNotes', id, allocations }, caller);
  }

  @Post('receivable-adjustments/:adjustmentId/allocations')
  @RequiresPermission('finance.receivable.allocate')
  @Returns(201, AllocatedAdjustmentDto, 'Settle invoices with an adjustment in the favour of the customer', 'adjustment-not-credit', ...REFUSALS)
  adjustment(@Param('adjustmentId') id: string, @Body() { allocations }: AllocateCreditDto, @From() caller: Caller) {
    return this.commands.run(this.allocateCredit, { from: 'adjustments', id, allocations }, caller);
  }
}
