import { patiently, untilThere } from '../api/patiently.js';
import { loadAll } from './load.js';
import type { Workload } from './workload.js';

const EMPLOYEES = 10_000;
const COST_CENTRES = 20;
const FIRST_YEAR = 2020;
const RATES = { taxRate: '0.18', employeeSocialRate: '0.08', employerSocialRate: '0.12' };
const WAIT = { prefer: 'wait=30' };

type Run = Readonly<{ payrollRunId: string; payslipCount: number; state: string }>;

/** Employees with a contract each, as signing one leaves it. */
const EMPLOY = `
  with hired as (
    insert into employee (company_id, id, name, active, created_at, version)
    select $1, uuidv7(), 'Employee ' || n, true, now(), 1 from generate_series(1, $2::int) n returning id
  )
  insert into employment_contract (company_id, id, employee_id, valid_from, monthly_gross, currency, cost_centre)
  select $1, uuidv7(), id, '${FIRST_YEAR}-01-01', 2000 + row_number() over (order by id) % 3000, 'USD', 'CC' || row_number() over (order by id) % ${COST_CENTRES} from hired`;

/** The pay of a month for ten thousand people: calculated, approved, posted. */
export const payroll: Workload = async ({ shop, asOwner }) => {
  await patiently(() => shop.api.post('/v1/payroll-rules', { validFrom: `${FIRST_YEAR}-01-01`, ...RATES }));
  await asOwner('hr', (client) => client.query(EMPLOY, [shop.companyId, EMPLOYEES]));
  let months = 0;
  const pay = async () => {
    const month = monthAt(months++);
    const run = await shop.api.post<Run>('/v1/payroll-runs', { month });
    if (run.payslipCount !== EMPLOYEES) throw new Error(`The payroll run of ${month} has ${run.payslipCount} payslips.`);
    const path = `/v1/payroll-runs/${run.payrollRunId}`;
    const approved = await shop.api.post<Run>(`${path}/approval?until=posted`, undefined, { headers: WAIT });
    const read = async () => (approved.state === 'posted' ? approved : shop.api.get<Run>(`${path}?until=posted`, { headers: WAIT }));
    await untilThere(read, ({ state }) => state === 'posted', `the posting of the payroll run of ${month}`);
  };
  return [{ name: `payroll, ${EMPLOYEES.toLocaleString('en')} people`, inFlight: 1, warmUp: pay, run: () => loadAll(pay, 1, 1) }];
};

/** The months from the first on. */
const monthAt = (at: number) => `${FIRST_YEAR + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
