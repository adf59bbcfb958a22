import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ReceivableAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import { BadDebtDto, OpeningReceivableDto, WriteOffDto } from './adjust-receivable.dto.js';
import { ADJUST, AdjustReceivableHandler } from './adjust-receivable.handler.js';

const REFUSALS = [
  'above-approval-limit',
  'date-in-future',
  'backdate-forbidden',
  'period-closed',
  'fiscal-year-missing',
  'amount-too-fine',
  'company-not-ready',
] as const;

@Controller()
export class AdjustReceivableController {
  constructor(
    private readonly commands: Commands,
    private readonly adjustReceivable: AdjustReceivableHandler,
  ) {}

  @Post('customer-invoices/:customerInvoiceId/write-offs')
  @RequiresPermission(ADJUST['write-off'], { limits: ['approvalLimit'] })
  @Returns(201, ReceivableAdjustmentDto, 'Give up what is open on an invoice, or part of it', 'invoice-paid', 'amount-exceeds-open', ...REFUSALS)
  writeOff(@Param('customerInvoiceId') customerInvoiceId: string, @Body() body: WriteOffDto, @From() caller: Caller) {
    return this.commands.run(this.adjustReceivable, { ...body, kind: 'write-off', customerInvoiceId }, caller);
  }

  @Post('bad-debts')
  @RequiresPermission(ADJUST['bad-debt'], { limits: ['approvalLimit'] })
  @Returns(201, ReceivableAdjustmentDto, 'Change what a customer owes, against bad debts', 'customer-unknown', ...REFUSALS)
  badDebt(@Body() body: BadDebtDto, @From() caller: Caller) {
    return this.commands.run(this.adjustReceivable, { ...body, kind: 'bad-debt' }, caller);
  }

  @Post('opening-receivables')
  @RequiresPermission(ADJUST.opening, { limits: ['approvalLimit'] })
  @Returns(201, ReceivableAdjustmentDto, 'Bring what a customer owed, or had in its favour, when the books began', 'customer-unknown', ...REFUSALS)
  opening(@Body() { openedOn, ...body }: OpeningReceivableDto, @From() caller: Caller) {
    return this.commands.run(this.adjustReceivable, { ...body, kind: 'opening', adjustedOn: openedOn }, caller);
  }
}
