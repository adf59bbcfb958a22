import { describe, expect, it } from 'vitest';
import { Account } from './account.js';
import type { Authority } from './authority.js';
import { type HeldMembership, refusalToGive, refusalToManage } from './memberships.js';

const [HERE, THERE] = ['0199a1b0-0000-7000-8000-000000000001', '0199a1b0-0000-7000-8000-000000000002'];
const everywhere: Authority = { subject: 'anna', companyId: HERE, permissions: ['*'], globalPermissions: ['*'] };
const here: Authority = { subject: 'ben', companyId: HERE, permissions: ['*'], globalPermissions: [] };
const known = { roles: new Map([['sales', ['orders.*']]]), companies: new Set([HERE]) };
const refusal = (code: string) => expect.objectContaining({ code });

describe('giving memberships', () => {
  it('is allowed where the giver holds all that the role permits', () => {
    expect(refusalToGive(here, [{ companyId: HERE, role: 'sales' }], known)).toBeUndefined();
    expect(refusalToGive(everywhere, [{ companyId: HERE, role: 'sales' }, { role: 'sales' }], known)).toBeUndefined();
  });

  it.each([
    ['a role that is not there', here, { companyId: HERE, role: 'chief' }, 'role-unknown'],
    ['a company that is not there', everywhere, { companyId: THERE, role: 'sales' }, 'company-unknown'],
    ['another company than the giver acts for', here, { companyId: THERE, role: 'sales' }, 'role-not-held'],
    ['all companies', here, { role: 'sales' }, 'role-not-held'],
  ])('is refused for %s', (_what, authority, wish, code) => {
    expect(refusalToGive(authority, [{ companyId: HERE, role: 'sales' }, wish], known)).toEqual(refusal(code));
  });
});

describe('changing an account', () => {
  const account = Object.assign(new Account(), { id: 'carl', kind: 'user', version: 3 });
  const member = (companyId: string | null): HeldMembership => ({ id: '1', companyId, roleCode: 'sales', permissions: ['orders.*'] });
  const attempt = (authority: Authority, ...companies: (string | null)[]) =>
    refusalToManage(authority, { account, memberships: companies.map(member) }, 'user', 3);

  it('is allowed to who holds all that the account holds', () => {
    expect([attempt(everywhere, HERE, THERE, null), attempt(everywhere), attempt(here, HERE)]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['that is of another company only', [THERE]],
    ['that has no company', []],
    ['of all companies', [null]],
  ])('finds no account %s for an administrator of one', (_what, companies) => {
    expect(attempt(here, ...companies)).toEqual(refusal('not-found'));
  });

  it('is refused when the account holds more than who would change it', () => {
    expect([attempt(here, HERE, THERE), attempt(here, HERE, null)]).toEqual([refusal('role-not-held'), refusal('role-not-held')]);
  });

  it('finds no account of another kind, and none that is not there', () => {
    expect(refusalToManage(everywhere, { account, memberships: [] }, 'service', 3)).toEqual(refusal('not-found'));
    expect(refusalToManage(everywhere, undefined, 'user', 'any')).toEqual(refusal('not-found'));
  });

  it('is refused on an old version', () => {
    expect(refusalToManage(everywhere, { account, memberships: [] }, 'user', 2)).toEqual(refusal('version-stale'));
  });
});
