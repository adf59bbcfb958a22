import { type Caller, From, ListReader, Lists, type Page } from '@millrace/chassis';
import { Controller, Get, Query } from '@nestjs/common';
import { PAYSLIPS } from './payroll.lists.js';
import { type PayslipDto, PayslipsQuery } from './run-payroll.dto.js';

@Controller('payslips')
export class PayslipsController {
  constructor(private readonly lists: ListReader) {}

  @Get()
  @Lists(PAYSLIPS, 'Payslips of approved runs, newest first; of who is limited to own records, its own')
  list(@Query() query: PayslipsQuery, @From() caller: Caller): Promise<Page<PayslipDto>> {
    return this.lists.page(PAYSLIPS, query, caller);
  }
}
