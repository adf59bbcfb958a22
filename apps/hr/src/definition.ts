import type { ServiceDefinition } from '@millrace/chassis';
import { Hr } from '../migrations/20261122000000-hr.js';
import { PayslipLines } from '../migrations/20261124090000-payslip-lines.js';
import { DiscardedRuns } from '../migrations/20261124091000-discarded-runs.js';
import { EndedContracts } from '../migrations/20261124092000-ended-contracts.js';
import { CostCentreTotals } from '../migrations/20261124093000-cost-centre-totals.js';
import { EmployeeAccount } from '../migrations/20261127170000-employee-account.js';
import { HrModule } from './hr.module.js';
import { CompanyCopySchema } from './persistence/company.repository.js';
import { EmploymentContractSchema } from './persistence/contract.repository.js';
import { EmployeeSchema } from './persistence/employee.repository.js';
import { PayrollRuleSchema } from './persistence/payroll-rule.repository.js';
import { CostCentreTotalSchema, PayrollRunSchema, PayslipLineSchema, PayslipSchema } from './persistence/payroll-run.repository.js';

export const definition: ServiceDefinition = {
  name: 'hr',
  module: HrModule,
  mappings: [
    CompanyCopySchema,
    EmployeeSchema,
    EmploymentContractSchema,
    PayrollRuleSchema,
    PayrollRunSchema,
    PayslipSchema,
    PayslipLineSchema,
    CostCentreTotalSchema,
  ],
  migrations: [
    { name: '20261122000000-hr', class: Hr },
    { name: '20261124090000-payslip-lines', class: PayslipLines },
    { name: '20261124091000-discarded-runs', class: DiscardedRuns },
    { name: '20261124092000-ended-contracts', class: EndedContracts },
    { name: '20261124093000-cost-centre-totals', class: CostCentreTotals },
    { name: '20261127170000-employee-account', class: EmployeeAccount },
  ],
};
