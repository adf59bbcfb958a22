import type { Limits } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { type Authority, type Grant, holds, narrowed, permissionsOf } from './authority.js';

const [HERE, THERE] = ['0199a1b0-0000-7000-8000-000000000001', '0199a1b0-0000-7000-8000-000000000002'];
const everywhere = (...permissions: string[]): Authority => ({ subject: 'anna', companyId: HERE, permissions, globalPermissions: permissions });
const here = (...permissions: string[]): Authority => ({ subject: 'ben', companyId: HERE, permissions, globalPermissions: [] });

describe('what a token permits', () => {
  const given = [
    { companyId: HERE, permissions: ['*'] },
    { companyId: THERE, permissions: ['orders.*'] },
    { companyId: null, permissions: ['hr.*'] },
  ];

  it('is what was given in its company and everywhere, and in every company only the latter', () => {
    expect(permissionsOf(given, HERE)).toEqual({ permissions: ['hr.*', '*'], globalPermissions: ['hr.*'] });
    expect(permissionsOf(given, THERE)).toEqual({ permissions: ['hr.*', 'orders.*'], globalPermissions: ['hr.*'] });
  });

  it('is without a company what was given everywhere', () => {
    expect(permissionsOf(given, undefined)).toEqual({ permissions: ['hr.*'], globalPermissions: ['hr.*'] });
  });
});

describe('the limits in a token', () => {
  const limited = (limits: Limits, ...permissions: string[]) => ({ companyId: HERE, permissions, limits });
  const limitsIn = (...given: Grant[]) => permissionsOf(given, HERE).limits;

  it('are those of permissions that no wider role gives too', () => {
    const [clerk, chief] = [limited({ approvalLimit: '100.00' }, 'finance.*', 'orders.price.view'), { companyId: HERE, permissions: ['orders.*'] }];
    expect(limitsIn(clerk)).toEqual([{ permissions: ['finance.*', 'orders.price.view'], approvalLimit: '100.00' }]);
    expect(limitsIn(clerk, chief)).toEqual([{ permissions: ['finance.*'], approvalLimit: '100.00' }]);
    expect(limitsIn(clerk, { companyId: null, permissions: ['*'] })).toBeUndefined();
    expect(limitsIn(clerk, { companyId: THERE, permissions: ['*'] })).toHaveLength(1);
  });

  it('stand there once for roles that share them, and side by side where they differ', () => {
    expect(limitsIn(limited({ approvalLimit: '1' }, 'a.*'), limited({ approvalLimit: '1' }, 'b.*', 'a.*'), limited({ approvalLimit: '2' }, 'a.*'))).toEqual([
      { permissions: ['a.*', 'b.*'], approvalLimit: '1' },
      { permissions: ['a.*'], approvalLimit: '2' },
    ]);
  });
});

describe('a role with limits', () => {
  const upTo = (approvalLimit: string) => ({ ...here('*'), limits: [{ permissions: ['*'], approvalLimit }] });

  it.each<[string, Authority, Limits | undefined, boolean]>([
    ['is given by who holds it without', here('*'), { approvalLimit: '5.00' }, true],
    ['is given by who reaches as far', upTo('5.00'), { approvalLimit: '5.00' }, true],
    ['is not given by who reaches less far', upTo('4.99'), { approvalLimit: '5.00' }, false],
    ['is not given without limits by who has some', upTo('5.00'), undefined, false],
    ['is not given without the limit that the giver has', upTo('5.00'), { warehouses: [HERE] }, false],
    ['is given as far as another of the roles of the giver reaches', { ...upTo('5.00'), permissions: ['*', 'finance.*'] }, undefined, true],
  ])('%s', (_what, authority, limits, given) => {
    expect(holds(authority, { companyId: HERE, permissions: ['finance.payment.refund'], limits })).toBe(given);
  });
});

describe('a role can be given', () => {
  it.each([
    ['by who holds everything everywhere, in all companies', everywhere('*'), null, ['*'], true],
    ['by who holds everything everywhere, in one', everywhere('*'), THERE, ['*'], true],
    ['by who holds everything in this company, in it', here('*'), HERE, ['*'], true],
    ['by nobody of this company in another', here('*'), THERE, ['orders.price.view'], false],
    ['by nobody of this company in all of them', here('*'), null, ['orders.price.view'], false],
    ['by who holds a wider pattern', here('orders.*'), HERE, ['orders.sales-order.*', 'orders.price.view'], true],
    ['by nobody who holds a narrower one', here('orders.sales-order.*'), HERE, ['orders.*'], false],
    ['by nobody who lacks one of its permissions', here('orders.*'), HERE, ['orders.price.view', 'inventory.item.view'], false],
    ['by nobody who may only manage accounts', everywhere('identity.*'), HERE, ['*'], false],
  ])('%s', (_who, authority, companyId, permissions, given) => {
    expect(holds(authority, { companyId, permissions })).toBe(given);
  });

  it('by who acts for no company only with what it holds everywhere', () => {
    const nowhere = { ...everywhere('orders.*'), companyId: null };
    expect([holds(nowhere, { companyId: HERE, permissions: ['orders.*'] }), holds(nowhere, { companyId: HERE, permissions: ['*'] })]).toEqual([true, false]);
  });
});

describe('permissions under a limit', () => {
  it.each([
    [['orders.*'], ['orders.sales-order.view', 'hr.*'], ['orders.sales-order.view']],
    [['orders.sales-order.view', 'orders.price.view', 'hr.*'], ['orders.*'], ['orders.sales-order.view', 'orders.price.view']],
    [['*'], ['finance.ledger.*'], ['finance.ledger.*']],
    [['finance.ledger.*'], ['*'], ['finance.ledger.*']],
    [['hr.*'], ['orders.*'], []],
    [['hr.*'], null, ['hr.*']],
  ])('are of %j under %j %j', (permissions, limit, left) => {
    expect(narrowed(permissions, limit)).toEqual(left);
  });
});
