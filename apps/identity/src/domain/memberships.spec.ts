import type { Limits } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { Account } from './account.js';
import type { Authority } from './authority.js';
import { changeOfMemberships, type HeldMembership, limitsOf, type MembershipWish, refusalToGive, refusalToManage } from './memberships.js';

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

  it('with limits is about one company, and about so many warehouses that they fit into a token', () => {
    const within = (count: number): MembershipWish => ({ companyId: HERE, role: 'sales', limits: { warehouses: Array.from({ length: count }, String) } });
    expect(refusalToGive(everywhere, [{ role: 'sales', limits: { approvalLimit: '5' } }], known)).toEqual(refusal('limits-without-company'));
    expect(refusalToGive(everywhere, [within(30), within(20)], known)).toBeUndefined();
    expect(refusalToGive(everywhere, [within(30), within(21)], known)).toEqual(refusal('limits-too-many'));
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

describe('changing memberships', () => {
  const account = Object.assign(new Account(), { id: 'carl', kind: 'user', version: 3 });
  const held = (companyId: string | null, roleCode: string, ...permissions: string[]): HeldMembership => ({
    id: `${companyId} ${roleCode}`,
    companyId,
    roleCode,
    permissions,
  });
  const both = {
    roles: new Map([
      ['sales', ['orders.*']],
      ['hr', ['hr.*']],
    ]),
    companies: new Set([HERE, THERE]),
  };
  const attempt = (authority: Authority, memberships: readonly HeldMembership[], ...wishes: MembershipWish[]) =>
    changeOfMemberships(authority, { account, memberships }, 'user', 3, wishes, both);

  it('takes what is not wished for, gives what is new, and leaves the rest', () => {
    const [sales, hr] = [held(HERE, 'sales', 'orders.*'), held(null, 'hr', 'hr.*')];
    const change = attempt(everywhere, [sales, hr], { companyId: HERE, role: 'sales' }, { companyId: THERE, role: 'hr' });
    const given = expect.objectContaining({ companyId: THERE, roleCode: 'hr', permissions: ['hr.*'] });
    expect(change).toEqual({ taken: [hr], given: [given], held: [sales, given] });
  });

  it('leaves those in other companies to who manages these', () => {
    const elsewhere = held(THERE, 'sales', 'orders.*');
    expect(attempt(here, [held(HERE, 'sales', 'orders.*'), elsewhere])).toMatchObject({ given: [], held: [elsewhere] });
    expect(attempt(here, [held(HERE, 'sales', 'orders.*'), elsewhere], { companyId: THERE, role: 'hr' })).toEqual(refusal('role-not-held'));
  });

  it('is refused for what is more than who changes it holds, given or taken', () => {
    const seller: Authority = { subject: 'dora', companyId: HERE, permissions: ['orders.*', 'identity.*'], globalPermissions: [] };
    expect(attempt(seller, [held(HERE, 'hr', 'hr.*')])).toEqual(refusal('role-not-held'));
    expect(attempt(seller, [held(HERE, 'sales', 'orders.*')], { companyId: HERE, role: 'hr' })).toEqual(refusal('role-not-held'));
    expect(attempt(seller, [held(HERE, 'hr', 'hr.*')], { companyId: HERE, role: 'hr' }, { companyId: HERE, role: 'sales' })).toMatchObject({
      taken: [],
      given: [{ roleCode: 'sales' }],
    });
  });

  it('takes a role and gives it anew when its limits change, and leaves it when they are the same', () => {
    const limited: HeldMembership = { ...held(HERE, 'sales', 'orders.*'), limits: { warehouses: ['a', 'b'], approvalLimit: '5.00' } };
    const wish = (limits?: Limits): MembershipWish => ({ companyId: HERE, role: 'sales', limits: limits && limitsOf(limits) });
    expect(attempt(everywhere, [limited], wish({ approvalLimit: '5.00', warehouses: ['b', 'a'] }))).toMatchObject({ taken: [], given: [] });
    expect(attempt(everywhere, [limited], wish({ approvalLimit: '6.00', warehouses: ['a', 'b'] }))).toMatchObject({
      taken: [limited],
      given: [{ limits: { approvalLimit: '6.00', warehouses: ['a', 'b'] } }],
    });
    expect(attempt(everywhere, [limited], wish())).toMatchObject({ taken: [limited], given: [{ limits: undefined }] });
  });

  it('does not free of its limits who has some itself', () => {
    const clerk: Authority = { ...here, limits: [{ permissions: ['*'], approvalLimit: '5.00' }] };
    const limited = { ...held(HERE, 'sales', 'orders.*'), limits: { approvalLimit: '5.00' } };
    expect(attempt(clerk, [limited], { companyId: HERE, role: 'sales' })).toEqual(refusal('role-not-held'));
    expect(attempt(clerk, [held(HERE, 'sales', 'orders.*')])).toEqual(refusal('role-not-held'));
    expect(attempt(clerk, [limited])).toMatchObject({ taken: [limited] });
  });

  it('finds no account without a role in the company, and is refused on an old version', () => {
    expect(attempt(here, [held(THERE, 'sales', 'orders.*')])).toEqual(refusal('not-found'));
    expect(changeOfMemberships(everywhere, { account, memberships: [] }, 'user', 2, [], both)).toEqual(refusal('version-stale'));
  });
});
