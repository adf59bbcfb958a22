import { type Caller, Commands, From, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { notFound } from '../domain/refusals.js';
import { ContractRepository } from '../persistence/contract.repository.js';
import { showContract } from './contract.view.js';
import { ContractDto, EndContractDto, SignContractDto } from './contracts.dto.js';
import { EndContractHandler } from './end-contract.handler.js';
import { SignContractHandler } from './sign-contract.handler.js';

const VIEW = 'hr.contract.view';

@Controller('employees/:employeeId/contracts')
export class ContractsController {
  constructor(
    private readonly commands: Commands,
    private readonly signContract: SignContractHandler,
    private readonly endContract: EndContractHandler,
    private readonly contracts: ContractRepository,
  ) {}

  @Post()
  @RequiresPermission('hr.contract.create')
  @Returns(
    201,
    ContractDto,
    'Give an employee a contract for a time; a raise ends the open one the day before',
    'contract-overlaps',
    'contract-paid',
    'date-range',
    'employee-inactive',
    'company-not-ready',
  )
  sign(@Param('employeeId') employeeId: string, @Body() body: SignContractDto, @From() caller: Caller) {
    return this.commands.run(this.signContract, { ...body, employeeId }, caller);
  }

  @Post(':contractId/ending')
  @HttpCode(200)
  @RequiresPermission('hr.contract.end')
  @Returns(200, ContractDto, 'End a contract on a day, or correct its last day', 'contract-overlaps', 'contract-paid', 'contract-revoked', 'version-stale')
  end(@Param('employeeId') employeeId: string, @Param('contractId') contractId: string, @Body() body: EndContractDto, @From() caller: Caller) {
    return this.commands.run(this.endContract, { ...body, employeeId, contractId, seen: caller.ifMatch }, caller);
  }

  @Get()
  @RequiresPermission(VIEW, { limits: ['ownRecordsOnly'] })
  @Returns(200, [ContractDto], 'Contracts of an employee, oldest first')
  async list(@Param('employeeId') employeeId: string, @From() caller: Caller): Promise<ContractDto[]> {
    const own = caller.limitsOn(VIEW).ownRecordsOnly ? caller.subject : undefined;
    const contracts = await this.contracts.list(caller.companyId, employeeId, own);
    if (!contracts) throw ProblemException.of(notFound('employee'));
    return contracts.map(showContract);
  }
}
