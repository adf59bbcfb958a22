import type { ServiceDefinition } from '@millrace/chassis';
import { Hr } from '../migrations/20261122000000-hr.js';
import { HrModule } from './hr.module.js';
import {
  CompanyCopySchema,
  EmployeeSchema,
  EmploymentContractSchema,
  PayrollRuleSchema,
  PayrollRunSchema,
  PayslipSchema,
} from './persistence/hr.repository.js';

export const definition: ServiceDefinition = {
  name: 'hr',
  module: HrModule,
  mappings: [CompanyCopySchema, EmployeeSchema, EmploymentContractSchema, PayrollRuleSchema, PayrollRunSchema, PayslipSchema],
  migrations: [{ name: '20261122000000-hr', class: Hr }],
};
