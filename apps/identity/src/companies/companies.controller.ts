import { type Caller, Commands, From, ListReader, Lists, type Page, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { AccountRepository } from '../persistence/account.repository.js';
import { ChangeCompanyHandler } from './change-company.handler.js';
import { ChangeCompanyDto, CompaniesQuery, CompanyDto, CreateCompanyDto } from './companies.dto.js';
import { COMPANIES } from './company.list.js';
import { CreateCompanyHandler, showCompany } from './create-company.handler.js';

@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly commands: Commands,
    private readonly createCompany: CreateCompanyHandler,
    private readonly changeCompany: ChangeCompanyHandler,
    private readonly accounts: AccountRepository,
    private readonly lists: ListReader,
  ) {}

  @Post()
  @RequiresPermission('identity.company.create', { company: false })
  @Returns(201, CompanyDto, 'Found a company: its books, stock and people are kept from now on', 'company-exists')
  create(@Body() body: CreateCompanyDto, @From() caller: Caller) {
    return this.commands.run(this.createCompany, body, caller);
  }

  @Patch(':companyId')
  @RequiresPermission('identity.company.change', { company: false })
  @Returns(200, CompanyDto, 'Say whether a company demands a second factor of the people who may act in it', 'role-not-held', 'version-stale')
  change(@Param('companyId') companyId: string, @Body() { demandsSecondFactor }: ChangeCompanyDto, @From() caller: Caller) {
    return this.commands.run(this.changeCompany, { companyId, demandsSecondFactor, authority: caller.authority, seen: caller.requireIfMatch() }, caller);
  }

  @Get()
  @Lists(COMPANIES, 'Companies by name')
  list(@Query() query: CompaniesQuery, @From() caller: Caller): Promise<Page<CompanyDto>> {
    return this.lists.page(COMPANIES, query, caller);
  }

  @Get(':companyId')
  @RequiresPermission('identity.company.view', { company: false })
  @Returns(200, CompanyDto, 'One company')
  async get(@Param('companyId') companyId: string): Promise<CompanyDto> {
    const [company] = await this.accounts.companies([companyId]);
    if (!company) throw new ProblemException(404, 'not-found', 'There is no company with this id.');
    return showCompany(company);
  }
}
