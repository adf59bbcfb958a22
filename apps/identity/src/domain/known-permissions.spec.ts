import { describe, expect, it } from 'vitest';
import { refusalOfPermissions } from './known-permissions.js';

const DEMANDED = ['orders.sales-order.place', 'orders.customer.view', 'hr.payslip.view'];

describe('permissions that an account is held to', () => {
  it.each([[['*']], [['orders.*']], [['orders.sales-order.*', 'hr.payslip.view']], [['identity.duty.combine']], [['finance.ledger.*']], [[]]])(
    'are known: %j',
    (permissions) => {
      expect(refusalOfPermissions(permissions, DEMANDED)).toBeUndefined();
    },
  );

  it.each(['orders.sales-order.palce', 'sales.*', 'orders', 'orders.sales-order', 'hr.payslip.view.*'])('are not when nothing asks for them: %s', (unknown) => {
    expect(refusalOfPermissions(['orders.*', unknown], DEMANDED)).toMatchObject({
      code: 'permission-unknown',
      kind: 'invalid',
      members: { unknown: [unknown] },
    });
  });
});
