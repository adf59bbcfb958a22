import { violationsOf } from '@millrace/contracts';
import { describe, expect, it } from 'vitest';
import { CreateServiceAccountDto } from './accounts.dto.js';

const [HERE, THERE] = ['0199a1b0-0000-7000-8000-000000000001', '0199a1b0-0000-7000-8000-000000000002'];
const pointersOf = (...memberships: unknown[]) =>
  violationsOf(CreateServiceAccountDto, { name: 'App', memberships }, { strict: true }).map(({ pointer }) => pointer);

describe('the memberships of an account', () => {
  it('name each role in a company once', () => {
    expect(pointersOf({ companyId: HERE, role: 'sales' }, { companyId: THERE, role: 'sales' }, { role: 'sales' }, { companyId: HERE, role: 'hr' })).toEqual([]);
    expect(pointersOf({ companyId: HERE, role: 'sales' }, { companyId: HERE, role: 'sales' })).toEqual(['/memberships']);
    expect(pointersOf({ role: 'sales' }, { role: 'sales' })).toEqual(['/memberships']);
  });

  it.each([[[null]], [[7, 7]], [[[{ role: 'sales' }]]]])('are refused when they are %j', (memberships) => {
    expect(pointersOf(...memberships)).not.toEqual([]);
  });
});
