import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient, pagesOf, ProblemError, unwrapped } from '@millrace/client';
import { newId } from '@millrace/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const CLIENT = new URL('../../../libs/client/', import.meta.url);
const SECRET = 'a long sentence of my own';

describe('the typed client', () => {
  let suite: Suite;
  let company: Company;
  const login = `${newId()}@example.com`;

  beforeAll(async () => {
    suite = new Suite();
    company = await Company.found(suite, 'Typed');
    const memberships = [{ companyId: company.companyId, role: 'administrator' }];
    await suite.administrator.post('/v1/users', { email: login, name: 'App', password: SECRET, memberships });
  });

  const client = (secret = SECRET) => createClient({ baseUrl: suite.site.gateway, login, secret, companyId: company.companyId });

  it('makes the first sale that its page shows, from an item to the money', async () => {
    const environment = { MILLRACE_URL: suite.site.gateway, MILLRACE_LOGIN: login, MILLRACE_SECRET: SECRET, MILLRACE_COMPANY: company.companyId };
    const example = fileURLToPath(new URL('dist/src/example/first-sale.js', CLIENT));
    const { stdout } = await promisify(execFile)(process.execPath, [example], { env: { ...process.env, ...environment } });
    expect(stdout).toMatch(/^Mug, blue: 6 left\nINV-\d{4}-\d{6}: 26\.40 paid\n$/);
    await expectCleanAudit(suite);
  });

  it('shows on its page the program that was run', () => {
    const [, shown] = /```ts\n([^]*?)```/.exec(readFileSync(new URL('README.md', CLIENT), 'utf8')) ?? [];
    expect(shown).toBe(readFileSync(new URL('src/example/first-sale.ts', CLIENT), 'utf8'));
  });

  it('goes through every page of a list', async () => {
    const names = ['One', 'Two', 'Three, with a comma', 'Four'];
    for (const name of names) await unwrapped(client().POST('/v1/customers', { body: { name, country: 'IE' } }));
    const found: string[] = [];
    const filter = { country: 'IE', name: { in: ['Three, with a comma', 'One', 'Four'] } };
    for await (const { name } of pagesOf((after) => client().GET('/v1/customers', { params: { query: { after, limit: '2', filter, sort: ['-name'] } } })))
      found.push(name);
    expect(found).toEqual(['Three, with a comma', 'One', 'Four']);
  });

  it('gives a problem as a value, or throws it for who unwraps', async () => {
    const asked = client().GET('/v1/items', { params: { query: { filter: { kind: 'lost' as never } } } });
    expect(await asked).toMatchObject({ error: { status: 400, errors: [{ pointer: '/filter[kind]' }] } });
    await expect(unwrapped(asked)).rejects.toThrow(ProblemError);
    await expect(client('not the secret').GET('/v1/items')).rejects.toThrow('sign-in-refused');
  });
});
