import { CommandBus, MessageStore, MESSAGING_MIGRATIONS } from '@millrace/messaging';
import { Decimal, isRefusal, localDate, newId } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { createTestDatabase, FixedClock, type TestDatabase } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EndContractHandler } from '../contracts/end-contract.handler.js';
import { definition } from '../definition.js';
import { CompanyCopy } from '../domain/company.js';
import { Employee } from '../domain/employee.js';
import type { EmploymentContract } from '../domain/employment-contract.js';
import { contract, rates } from '../domain/payroll.fixture.js';
import { PayrollRule } from '../domain/payroll-rule.js';
import { CompanyRepository } from '../persistence/company.repository.js';
import { ContractRepository } from '../persistence/contract.repository.js';
import { EmployeeRepository } from '../persistence/employee.repository.js';
import { PayrollRuleRepository } from '../persistence/payroll-rule.repository.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { RunPayrollHandler } from './run-payroll.handler.js';

const REPLICAS = 3;
const PEOPLE = 40;
const BY_HAND = { actor: 'me', correlationId: 'c-1', can: () => true, limitsOn: () => ({}) };
const PAID = statement(
  `select count(*)::int as payslips, count(distinct employee_id)::int as people, sum(gross) as gross from payslip where period_starts_on = $1`,
);
const AGAIN = statement(`
  insert into payslip_line select company_id, $1::uuid, contract_id, period_starts_on, part, gross, cost_centre from payslip_line limit 1`);

/** A process of hr: a pool of its own, and the groups of commands that it makes. */
class Replica {
  readonly database: Database;
  private readonly bus: CommandBus;
  private readonly runPayroll: RunPayrollHandler;
  private readonly endContract: EndContractHandler;

  constructor(test: TestDatabase) {
    this.database = Database.open(test.settings, definition.mappings);
    this.bus = new CommandBus(new MessageStore(this.database));
    const [rules, runs] = [new PayrollRuleRepository(this.database), new PayrollRunRepository(this.database)];
    this.runPayroll = new RunPayrollHandler(new CompanyRepository(), rules, runs, FixedClock.at('2026-06-30T10:00:00Z'));
    this.endContract = new EndContractHandler(new ContractRepository(this.database, new EmployeeRepository()));
  }

  run(companyId: string, month: string) {
    return this.bus.run(this.runPayroll, { ...BY_HAND, companyId, request: { month } });
  }

  end({ companyId, employeeId, id: contractId }: EmploymentContract, endsOn: string) {
    return this.bus.run(this.endContract, { ...BY_HAND, companyId, request: { employeeId, contractId, endsOn, seen: 'any' } });
  }
}

describe('payroll runs of one month at the same time', () => {
  const companyId = newId();
  let test: TestDatabase;
  let replicas: Replica[];
  let contracts: EmploymentContract[];

  beforeAll(async () => {
    const migrations = [...MESSAGING_MIGRATIONS, ...definition.migrations];
    test = await createTestDatabase(inject('servers'), 'hr', definition.mappings, migrations);
    replicas = Array.from({ length: REPLICAS }, () => new Replica(test));
    const company = { companyId, country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP', sequence: 1 };
    const people = Array.from({ length: PEOPLE + 1 }, (_, n) => {
      const active = n < PEOPLE; // The last one left when a contract could still stay open.
      return Object.assign(new Employee(), { companyId, id: newId(), name: 'Robin', email: null, subject: null, active, createdAt: new Date(), version: 1 });
    });
    contracts = people.map(({ id }) => contract('2500.00', { companyId, employeeId: id }));
    await new MessageStore(test.database).transaction(companyId, async (tx) => {
      tx.insert(Object.assign(new CompanyCopy(), company));
      tx.insert(Object.assign(new PayrollRule(), { ...rates('0.2', '0.1', '0.1'), companyId, validFrom: localDate('1900-01-01') }));
      tx.insert(...people, ...contracts);
    });
  });

  afterAll(() => Promise.all([test, ...replicas].map(({ database }) => database.close())));

  const paid = (month: string) => test.database.transaction(companyId, async (tx) => (await tx.query(PAID, [`${month}-01`]))[0]);

  it('make one payslip for each contract, and all but one are told that nothing is left', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => replicas[n % REPLICAS]!.run(companyId, '2026-06')));
    const refused = answers.filter((each) => isRefusal(each));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['payroll-complete']));
    expect(answers.length - refused.length).toBe(1);
    expect(await paid('2026-06')).toEqual({ payslips: PEOPLE, people: PEOPLE, gross: new Decimal(2500).times(PEOPLE).toFixed(4) });
  });

  it('pay each month of a group that brings several', async () => {
    const months = ['2026-01', '2026-02', '2026-01', '2026-03', '2026-02'];
    const answers = await Promise.all(months.map((month) => replicas[0]!.run(companyId, month)));
    expect(answers.map((each) => isRefusal(each))).toEqual([false, false, true, false, true]);
    expect(await paid('2026-02')).toMatchObject({ payslips: PEOPLE, people: PEOPLE });
  });

  it('end a contract or pay its month, whichever comes first, but never pay what is past its end', async () => {
    const leaving = contracts.slice(0, 10);
    const [run, ...ends] = await Promise.all([
      replicas[0]!.run(companyId, '2026-07'),
      ...leaving.map((each, n) => replicas[1 + (n % 2)]!.end(each, '2026-07-15')),
    ]);
    const refused = ends.filter((each) => isRefusal(each));
    expect(isRefusal(run)).toBe(false);
    expect(refused.filter(({ code }) => code !== 'contract-paid')).toEqual([]);
    const gross = new Decimal('2500.00').times(PEOPLE - leaving.length + refused.length).plus(new Decimal('1209.68').times(leaving.length - refused.length));
    expect(await paid('2026-07')).toEqual({ payslips: PEOPLE, people: PEOPLE, gross: gross.toFixed(4) });
  });

  it('cannot pay a part of a contract twice, whatever the code does', async () => {
    const payslip = statement(
      `insert into payslip select company_id, $1::uuid, run_id, $2::uuid, period_starts_on, gross, tax, employee_social, employer_social, net from payslip limit 1`,
    );
    const payslipId = newId();
    const twice = test.database.transaction(companyId, async (tx) => {
      tx.send(payslip, [payslipId, newId()]);
      tx.send(AGAIN, [payslipId]);
    });
    await expect(twice).rejects.toThrow('payslip_line_once');
  });
});
