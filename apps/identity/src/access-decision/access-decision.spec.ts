import { describe, expect, it } from 'vitest';
import type { LimitName } from '@millrace/kernel';
import { narrowed } from '../domain/authority.js';
import type { HeldMembership } from '../domain/memberships.js';
import { decideAccess } from './access-decision.js';
import { type KnownOperation, readKnownOperations } from '../persistence/known-operations.js';

const [HERE, THERE] = ['0199a1b0-0000-7000-8000-000000000001', '0199a1b0-0000-7000-8000-000000000002'];
const ROLES = [
  { code: 'administrator', permissions: ['*'] },
  { code: 'sales', permissions: ['orders.sales-order.place'] },
  { code: 'sales-manager', permissions: ['orders.*'] },
  { code: 'hr', permissions: ['hr.*'] },
];

const place: KnownOperation = {
  operation: 'PlaceOrder_place',
  route: 'POST /v1/sales-orders',
  policy: { permission: 'orders.sales-order.place', company: true },
};
const found: KnownOperation = { operation: 'Companies_create', route: 'POST /v1/companies', policy: { permission: 'identity.company.create', company: false } };
const list: KnownOperation = { operation: 'Users_list', route: 'GET /v1/users', policy: { permission: 'identity.user.view', company: 'either' } };

/** As `sales` for everywhere and `sales@HERE` for one company. */
const membership = (text: string) => {
  const [roleCode, companyId = null] = text.split('@') as [string, string | undefined];
  return { id: text, roleCode, companyId, permissions: ROLES.find(({ code }) => code === roleCode)!.permissions };
};
const asked = (held: readonly string[], companyId: string | null = HERE, active = true) => ({
  account: { active, permissions: null },
  memberships: held.map(membership),
  companyId,
  roles: ROLES,
});
const decided = (held: readonly string[], operation: KnownOperation, companyId: string | null = HERE) => {
  const { allowed, grantedBy, refusal } = decideAccess(asked(held, companyId), operation);
  return allowed ? grantedBy.map(({ id }) => id) : refusal!.code;
};

describe('why an account may do something', () => {
  it.each<[string, string[], KnownOperation, string | null, string[] | string]>([
    ['a role in the company grants it', [`sales@${HERE}`], place, HERE, [`sales@${HERE}`]],
    ['a role everywhere grants it there too', ['sales-manager', `hr@${HERE}`], place, HERE, ['sales-manager']],
    ['each role that is enough is named', ['administrator', `sales@${HERE}`, `sales@${THERE}`], place, HERE, ['administrator', `sales@${HERE}`]],
    ['a role in another company is no way in', [`sales@${THERE}`], place, HERE, 'company-not-accessible'],
    ['another role is not enough', [`hr@${HERE}`], place, HERE, 'permission-missing'],
    ['it is about one company, and none is named', ['administrator'], place, null, 'company-required'],
    ['everything in one company is nothing in all of them', [`administrator@${HERE}`], found, HERE, 'permission-missing'],
    ['everything everywhere is', ['administrator'], found, HERE, ['administrator']],
    ['whichever reach does, a role in the company does', [`administrator@${HERE}`], list, HERE, [`administrator@${HERE}`]],
    ['nothing is held', [], place, null, 'permission-missing'],
  ])('%s', (_what, held, operation, companyId, outcome) => {
    expect(decided(held, operation, companyId)).toEqual(outcome);
  });

  it('names what is missing, and the roles that would be enough', () => {
    const { refusal, roles } = decideAccess(asked([`hr@${HERE}`]), place);
    expect(refusal).toEqual({ code: 'permission-missing', detail: 'This needs the permission orders.sales-order.place.' });
    expect(roles).toEqual(['administrator', 'sales', 'sales-manager']);
    expect(decideAccess(asked([]), found).roles).toEqual(['administrator']);
  });

  it('says that a role grants it and the permissions of the account do not, and names no role that would not help', () => {
    const held = (own: string[], ...roles: string[]) => {
      const memberships = roles.map(membership).map((each) => ({ ...each, permissions: narrowed(each.permissions, own) }));
      return decideAccess({ ...asked([]), account: { active: true, permissions: own }, memberships }, place);
    };
    expect(held(['orders.customer.view'], `sales@${HERE}`)).toMatchObject({
      allowed: false,
      roles: [],
      refusal: { code: 'permission-missing', detail: expect.stringMatching(/^The role sales grants it, and the account's own permissions do not/) as string },
    });
    expect(held(['orders.*'], `hr@${HERE}`)).toMatchObject({ roles: ['administrator', 'sales', 'sales-manager'], refusal: { code: 'permission-missing' } });
    expect(held(['orders.*'], `hr@${HERE}`).refusal?.detail).toBe('This needs the permission orders.sales-order.place.');
    expect(held(['orders.*'], `sales@${HERE}`)).toMatchObject({ allowed: true });
  });

  it('tells how far it may go, by the widest of all memberships, of the limits that the operation looks after', () => {
    const approve: KnownOperation = {
      operation: 'RunPayroll_approve',
      route: 'POST /v1/payroll-runs/{payrollRunId}/approval',
      policy: { permission: 'hr.payroll-run.approve', company: true, limits: ['approvalLimit'] },
    };
    const upTo = (approvalLimit: string, role: string) => ({ ...membership(`${role}@${HERE}`), limits: { approvalLimit, warehouses: [THERE] } });
    const of = (...memberships: HeldMembership[]) => decideAccess({ ...asked([]), memberships }, approve).limits;
    expect(of(upTo('100.00', 'hr'))).toEqual({ approvalLimit: '100' });
    expect(of(upTo('100.00', 'hr'), upTo('250.00', 'administrator'))).toEqual({ approvalLimit: '250' });
    expect(of(upTo('100.00', 'hr'), membership(`administrator@${HERE}`))).toBeUndefined();
    expect(of(upTo('100.00', 'hr'), membership('administrator'))).toBeUndefined();
  });

  it('opens nothing to own records alone but what looks after them', () => {
    const memberships = [{ ...membership(`hr@${HERE}`), limits: { ownRecordsOnly: true } }];
    const view = (limits?: readonly LimitName[]): KnownOperation => ({
      operation: 'Payslips_list',
      route: 'GET /v1/payslips',
      policy: { permission: 'hr.payslip.view', company: true, limits },
    });
    expect(decideAccess({ ...asked([]), memberships }, view()).refusal?.code).toBe('own-records-only');
    expect(decideAccess({ ...asked([]), memberships }, view(['ownRecordsOnly']))).toMatchObject({ allowed: true, limits: { ownRecordsOnly: true } });
  });

  it('lets nobody in whose account is not active, but to what is open to everybody', () => {
    const open: KnownOperation = { operation: 'SignIn_signIn', route: 'POST /v1/tokens', policy: { public: true } };
    const own: KnownOperation = { operation: 'SignOut_end', route: 'POST /v1/sign-outs', policy: { signedIn: true } };
    const of = (operation: KnownOperation, active: boolean) => decideAccess(asked([`sales@${HERE}`], HERE, active), operation);
    expect([of(open, false).allowed, of(own, false).refusal?.code, of(own, true).allowed]).toEqual([true, 'account-inactive', true]);
  });

  it('is known of every operation of the suite, each by a name of its own', () => {
    const operations = readKnownOperations();
    expect(new Set(operations.map(({ operation }) => operation)).size).toBe(operations.length);
    expect(operations.find(({ operation }) => operation === 'PlaceOrder_place')).toEqual(place);
    const open = operations.filter(({ policy }) => 'public' in policy).map(({ operation }) => operation);
    expect(open.toSorted()).toEqual(['ChangeEmail_confirm', 'ChoosePassword_choose', 'ResetPassword_request', 'SignIn_signIn']);
  });
});
