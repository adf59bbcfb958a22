import { column, defineList } from '@millrace/chassis';
import { Company } from '../domain/account.js';
import { CompanyDto } from './companies.dto.js';
import { showCompany } from './create-company.handler.js';

export const COMPANIES = defineList({
  row: CompanyDto,
  permission: 'identity.company.view',
  scope: false,
  from: 'company',
  company: null,
  columns: {
    name: column.folded('lower(name)'),
    companyId: column.id('id'),
    country: column.text('country'),
    timeZone: column.text('time_zone'),
    baseCurrency: column.text('base_currency'),
    demandsSecondFactor: column.flag('demands_second_factor'),
  },
  order: 'name',
  show: (row, database) => showCompany(database.table(Company).read(row)),
});
