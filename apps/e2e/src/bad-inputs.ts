import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@millrace/kernel';
import { ApiClient, Home } from '@millrace/tools';
import { expect, inject } from 'vitest';
import { Company } from './company.js';
import { expectProblem, knock, type Refused, type Reply, type Sent } from './door.js';
import { expectCleanAudit, type Suite } from './suite.js';

/** Every list of what a company can write: what was half written would show in one of them. */
const PAGES = [
  'customers',
  'items',
  'prices',
  'sales-orders',
  'returns',
  'stock-moves',
  'journal-entries',
  'payments',
  'customer-invoices',
  'receivable-adjustments',
  'employees',
  'payroll-runs',
] as const;
const WHOLE_LISTS = ['warehouses', 'locations', 'ledger-accounts'] as const;

export const JSON_BODY = { 'content-type': 'application/json' };

/** How long the log of each process of ours is by now. */
function logSizes(): Record<string, number> {
  const { logs } = new Home(inject('home'));
  return Object.fromEntries(readdirSync(logs).map((name) => [join(logs, name), statSync(join(logs, name)).size]));
}

/** A company with a customer, goods and an order, at whose door bad requests are tried. */
export class Desk {
  private before: Readonly<Record<string, number>> = {};
  private readonly logged = logSizes();

  private constructor(
    readonly suite: Suite,
    readonly company: Company,
    readonly customerId: string,
  ) {}

  static async open(suite: Suite, name: string): Promise<Desk> {
    const company = await Company.found(suite, name);
    const customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '10', unitCost: '2.00', price: '5.00' }, { sku: 'ADVICE', price: '80.00' });
    await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    return new Desk(suite, company, customerId);
  }

  get url(): string {
    return this.suite.site.gateway;
  }

  /** One attempt as the company's administrator. */
  async send(path: string, { headers = {}, ...sent }: Sent = {}, url = this.url): Promise<Reply> {
    const authorization = `Bearer ${await this.company.api.accessToken()}`;
    const own: Record<string, string> = sent.method === undefined || sent.method === 'GET' ? {} : { 'idempotency-key': newId(), ...JSON_BODY };
    return knock(`${url}${path}`, { ...sent, headers: { authorization, ...own, ...headers } });
  }

  post(path: string, body: string | Buffer | object, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send(path, { method: 'POST', body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body), headers });
  }

  /** Somebody with this role in the company; their name is that of the role. */
  async signedIn(role: string): Promise<ApiClient> {
    const [email, password] = [`${role}-${newId()}@example.com`, newId()];
    await this.suite.administrator.post('/v1/users', { email, name: role, password, memberships: [{ companyId: this.company.companyId, role }] });
    return new ApiClient(this.url, { email, password }, this.company.companyId);
  }

  order(changes: object = {}, line: object = {}): Record<string, unknown> {
    return { customerId: this.customerId, lines: [{ sku: 'MUG', quantity: '1', ...line }], ...changes };
  }

  /** Every test looks back here: what was refused has left nothing. */
  async note(): Promise<void> {
    this.before = await this.counts();
  }

  async expectNothingWritten(): Promise<void> {
    expect(await this.counts()).toEqual(this.before);
  }

  /** The books agree, and no process met a fault of its own since the desk was opened: whatever it answered with. */
  async expectCleanAudit(): Promise<void> {
    await expectCleanAudit(this.suite);
    const faults = Object.keys(logSizes()).flatMap((file) =>
      readFileSync(file)
        .subarray(this.logged[file] ?? 0)
        .toString('utf8')
        .split('\n')
        .filter((line) => line.includes('"request failed"')),
    );
    expect(faults).toEqual([]);
  }

  private async counts(): Promise<Record<string, number>> {
    const [pages, lists] = await Promise.all([
      Promise.all(PAGES.map((page) => this.company.count(`/v1/${page}`))),
      Promise.all(WHOLE_LISTS.map(async (list) => (await this.company.api.get<unknown[]>(`/v1/${list}`)).length)),
    ]);
    return Object.fromEntries([...PAGES, ...WHOLE_LISTS].map((name, at) => [name, [...pages, ...lists][at]!]));
  }
}

/** Each of these bodies is refused there. */
export async function expectRefused(
  desk: Desk,
  path: string,
  bodies: readonly (string | Buffer | object)[],
  refused: Refused,
  headers: Record<string, string> = {},
): Promise<void> {
  for (const body of bodies) expectProblem(await desk.post(path, body, headers), refused, shown(body));
}

/** Each of these paths is refused. */
export async function expectNotShown(desk: Desk, paths: readonly string[], refused: Refused): Promise<void> {
  for (const path of paths) expectProblem(await desk.send(path), refused, path);
}

const shown = (body: string | Buffer | object) => (typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : JSON.stringify(body)).slice(0, 120);
