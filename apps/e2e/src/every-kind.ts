import { newId } from '@millrace/kernel';
import { beginSignIn, discover, PlainBrowser } from '@millrace/testing';
import type { ApiClient } from '@millrace/tools';
import { type Operation, OPERATIONS, parametersOf } from './api-document.js';
import type { Company } from './company.js';

/** Makes something of every kind in a company, so that each route that names a thing has one to name. */
export async function makeEveryKind(company: Company, administrator: ApiClient): Promise<void> {
  const [customerId, month] = [await company.customer(), company.today.slice(0, 7)];
  await company.sells({ sku: 'MUG', onHand: '10', unitCost: '2.00', price: '5.00' });
  const order = await company.order(customerId, { MUG: 4 }, { until: 'invoiced' });
  await company.pay(customerId, order.invoices[0]!, '1.00');
  await company.takeBack(order.salesOrderId, 1);
  await company.post('/v1/bad-debts', { customerId, amount: '1.00', reason: 'Too small to ask for' });
  const { employeeId } = await company.post<{ employeeId: string }>('/v1/employees', { name: 'Anna' });
  await company.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross: '3000.00' });
  await company.post('/v1/payroll-rules', { validFrom: `${month}-01`, taxRate: '0.2', employeeSocialRate: '0.1', employerSocialRate: '0.1' });
  await company.post('/v1/payroll-runs', { month });
  const [debit, credit] = [
    { account: '6900', debit: '700.00' },
    { account: '1000', credit: '700.00' },
  ];
  await company.post('/v1/pending-entries', { description: 'Rent', lines: [debit, credit] });
  await company.sendFile('/v1/item-imports', 'sku,name,kind\nTEAPOT,Teapot,stocked\nTEAPOT,Teapot,stocked\n');
  const memberships = [{ companyId: company.companyId, role: 'sales' }];
  const ben = { email: `0-${newId()}@example.com`, password: newId() }; // The first in the list of users.
  await administrator.post('/v1/users', { ...ben, name: 'Ben', memberships });
  await signIn(administrator, ben);
  await administrator.post('/v1/service-accounts', { name: 'Web shop', memberships });
}

/** Signs a person in to an app in a browser, which is a sign-in to name. */
async function signIn(administrator: ApiClient, person: Readonly<{ email: string; password: string }>): Promise<void> {
  const back = 'https://shop.example/back';
  const { clientId } = await administrator.post<{ clientId: string }>('/v1/apps', { name: 'Web shop', redirectUris: [back], trusted: true });
  const browser = new PlainBrowser(administrator.gateway);
  await beginSignIn(await discover(administrator.gateway, clientId), browser, { redirect_uri: back });
  await browser.submit('Sign in', person);
}

/** The ids of a company's things, as its own lists and documents name them. */
export class KnownIds {
  /** By the list that shows them and the name of the field; and by the name alone. */
  private readonly found = new Map<string, string>();

  /**
   * Reads whatever can be read, again and again while that names things by which more can be read.
   *
   * @param read Answers of who sees this company alone: nothing of another may be among them.
   */
  static async of(read: (operation: Operation, path: string) => Promise<unknown>): Promise<KnownIds> {
    const [ids, done] = [new KnownIds(), new Set<Operation>()];
    const readable = OPERATIONS.filter(({ method, everywhere }) => method === 'GET' && !everywhere);
    for (let before = -1; done.size > before; ) {
      before = done.size;
      for (const operation of readable) {
        const path = done.has(operation) ? undefined : ids.fill(operation);
        if (path === undefined) continue;
        done.add(operation);
        ids.take(operation.path, await read(operation, path));
      }
    }
    return ids;
  }

  /** The path of an operation with ids of this company; undefined when it has none such. */
  fill(operation: Operation): string | undefined {
    const missing = parametersOf(operation).some((name) => this.idFor(operation, name) === undefined);
    return missing ? undefined : operation.path.replace(/\{(\w+)\}/g, (_, name: string) => this.idFor(operation, name)!);
  }

  /** The id that a field of this name may hold. */
  named(field: string): string | undefined {
    return this.found.get(field);
  }

  get all(): readonly string[] {
    return [...new Set(this.found.values())];
  }

  /** A list says best what stands behind its own path: users and apps both have an `accountId`. */
  private idFor({ path }: Operation, name: string): string | undefined {
    return this.found.get(`${path.slice(0, path.indexOf(`/{${name}}`))} ${name}`) ?? this.found.get(name);
  }

  private take(list: string, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    for (const [field, value] of Object.entries(answer)) {
      if (!field.endsWith('Id') || typeof value !== 'string') this.take(list, value);
      else for (const name of [`${list} ${field}`, field]) if (!this.found.has(name)) this.found.set(name, value);
    }
  }
}
