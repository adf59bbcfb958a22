import { grants, newId } from '@millrace/kernel';
import { ApiClient } from '@millrace/tools';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { Guide, type GuideAnswer } from './guide.js';
import { expectCleanAudit, Suite } from './suite.js';

type Role = Readonly<{ code: string; permissions: readonly string[] }>;

describe('the guide to people and limits', () => {
  const suite = new Suite();
  const guide = new Guide('people-and-limits.md', { G: suite.site.gateway, JSON: 'content-type: application/json' });
  const { variables } = guide;
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'People');
    variables.COMPANY = company.companyId;
    variables.TOKEN = await suite.administrator.forCompany(company.companyId).accessToken();
  });

  it('invites a person, gives a limit, and leads a larger entry to somebody else', async () => {
    const [email, password] = [`${newId()}@example.com`, newId()];
    variables.ANNA = guide.answer('"name":"Anna"', { 'anna@example.com': email }).accountId!;
    const link = new URL(await suite.linkTo(email, 1)).searchParams.get('link')!;
    await suite.administrator.send('POST', '/v1/chosen-passwords', { 'content-type': 'application/json' }, JSON.stringify({ token: link, password }));
    const { data } = guide.answer('filter[accountId]') as unknown as { data: readonly { version: number }[] };
    variables.VERSION = String(data[0]!.version);
    expect(guide.answer('approvalLimit')).toMatchObject({ accountId: variables.ANNA });
    const anna = new ApiClient(suite.site.gateway, { email, password });
    variables.ANNAS_TOKEN = await anna.accessToken();
    const pending = guide.answer('/v1/pending-entries ');
    expect(pending).toMatchObject({ state: 'pending', debitTotal: '900.00', submittedBy: variables.ANNA, version: 1 });
    variables.PENDING = pending.pendingEntryId!;
    expect(guide.answer('/approval', { $TOKEN: '$ANNAS_TOKEN' })).toMatchObject({ code: 'self-approval' });
    expect(guide.answer('/approval')).toMatchObject({ state: 'posted' });
    expect(guide.answer('/approval')).toMatchObject({ code: 'entry-decided' });
    await anna.close();
    await expectCleanAudit(suite);
  });

  it('names the permissions of a sale, and roles that have them', async () => {
    const document = (await (await fetch(`${suite.site.gateway}/openapi.json`)).json()) as { paths: Record<string, { post: { 'x-permission': string } }> };
    const rows = [...guide.text.matchAll(/^\| `POST (\S+)`.*\| `([a-z.-]+)`/gm)];
    expect(rows).toHaveLength(6);
    expect(rows.map(([, path]) => document.paths[path!]!.post['x-permission'])).toEqual(rows.map(([, , permission]) => permission));
    const roles = (await suite.administrator.get<Role[]>('/v1/roles')).filter(({ code }) => ['warehouse', 'sales-manager', 'accountant'].includes(code));
    const patterns = roles.flatMap(({ permissions }) => permissions);
    expect(rows.filter(([, , permission]) => !grants(patterns, permission!))).toEqual([]);
  });

  it('tells the secret of a service account once', async () => {
    const wish = { name: 'Robot', memberships: [{ companyId: company.companyId, role: 'sales' }] };
    const key = newId();
    const make = () => suite.administrator.post<GuideAnswer>('/v1/service-accounts', wish, { key });
    const first = await make();
    expect(first.clientSecret).toEqual(expect.any(String));
    const again = await make();
    expect([again.accountId, again.clientSecret]).toEqual([first.accountId, undefined]);
    const rotated = await suite.administrator.post<GuideAnswer>(`/v1/service-accounts/${first.accountId}/secret-rotations`, { overlapHours: 0 });
    expect(rotated.clientSecret).not.toBe(first.clientSecret);
  });
});
