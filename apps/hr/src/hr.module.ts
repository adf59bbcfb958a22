import { Module } from '@nestjs/common';
import { CompanyCopyConsumer } from './company-copy/company-copy.consumer.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { EndContractHandler } from './contracts/end-contract.handler.js';
import { SignContractHandler } from './contracts/sign-contract.handler.js';
import { ChangeEmployeeHandler } from './employees/change-employee.handler.js';
import { EmployeesController } from './employees/employees.controller.js';
import { HireEmployeeHandler } from './employees/hire-employee.handler.js';
import { LinkAccountHandler } from './employees/link-account.handler.js';
import { PayrollRulesController, SetPayrollRuleHandler } from './payroll-rules/payroll-rules.controller.js';
import { CompanyRepository } from './persistence/company.repository.js';
import { ContractRepository } from './persistence/contract.repository.js';
import { EmployeeRepository } from './persistence/employee.repository.js';
import { PayrollRuleRepository } from './persistence/payroll-rule.repository.js';
import { PayrollRunRepository } from './persistence/payroll-run.repository.js';
import { ApprovePayrollHandler } from './run-payroll/approve-payroll.handler.js';
import { DiscardPayrollHandler } from './run-payroll/discard-payroll.handler.js';
import { PayslipsController } from './run-payroll/payslips.controller.js';
import { RunPayrollController } from './run-payroll/run-payroll.controller.js';
import { RunPayrollHandler } from './run-payroll/run-payroll.handler.js';
import { SettlePayrollConsumer } from './settle-payroll/settle-payroll.consumer.js';

/** People: who works here, under which contract, and what they are paid. */
@Module({
  controllers: [
    // By events
    CompanyCopyConsumer,
    SettlePayrollConsumer,
    // By requests
    EmployeesController,
    ContractsController,
    PayrollRulesController,
    RunPayrollController,
    PayslipsController,
  ],
  providers: [
    CompanyRepository,
    EmployeeRepository,
    ContractRepository,
    PayrollRuleRepository,
    PayrollRunRepository,
    HireEmployeeHandler,
    ChangeEmployeeHandler,
    LinkAccountHandler,
    SignContractHandler,
    EndContractHandler,
    SetPayrollRuleHandler,
    RunPayrollHandler,
    ApprovePayrollHandler,
    DiscardPayrollHandler,
  ],
})
export class HrModule {}
