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

describe('the time that an app is held to', () => {
  const pointersAt = (expiresAt: string) =>
    violationsOf(CreateServiceAccountDto, { name: 'App', memberships: [{ role: 'sales' }], expiresAt }, { strict: true }).map(({ pointer }) => pointer);

  it.each(['1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-06-01T08:00:00+02:00'])('may be %s', (expiresAt) => {
    expect(pointersAt(expiresAt)).toEqual([]);
  });

  it.each(['0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '1970-01-01T00:00:00+01:00', '9999-12-31T23:59:59-23:00', '2026-02-30T00:00:00Z'])(
    'is not %s',
    (expiresAt) => {
      expect(new Set(pointersAt(expiresAt))).toEqual(new Set(['/expiresAt']));
    },
  );
});
