import { localDate, Money, newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_ROLES, type AccountRoleName, defaultChart, LedgerAccount } from './chart.js';
import { journalEntry } from './journal-entry.js';

describe('the role of an account', () => {
  const roleOf = (role: AccountRoleName) => defaultChart('company').roles.find((each) => each.role === role)!;
  const account = (fields: Partial<LedgerAccount>) =>
    Object.assign(new LedgerAccount(), { code: '1110', kind: 'asset', control: 'receivable', active: true, ...fields });

  it('moves to another account of its kind and control', () => {
    const role = roleOf('receivable');
    expect([role.moveTo(account({})), role.accountCode]).toEqual([undefined, '1110']);
  });

  it.each<[what: string, account: Partial<LedgerAccount>, code: string]>([
    ['without its control', { control: null }, 'account-unfit'],
    ['with another control', { control: 'inventory' }, 'account-unfit'],
    ['of another kind', { kind: 'liability' }, 'account-unfit'],
    ['that is not active', { active: false }, 'account-inactive'],
  ])('stays where it is when the account is one %s', (_what, fields, code) => {
    const role = roleOf('receivable');
    expect([role.moveTo(account(fields)), role.accountCode]).toMatchObject([{ code }, '1100']);
  });

  it('does not move to a control account when it needs none', () => {
    expect(roleOf('bank').moveTo(account({}))).toMatchObject({ code: 'account-unfit' });
    expect(roleOf('bank').moveTo(account({ control: null }))).toBeUndefined();
  });

  it('has an account in the default chart, whatever the role', () => {
    expect(
      defaultChart('company')
        .roles.map(({ role }) => role)
        .sort(),
    ).toEqual([...ACCOUNT_ROLES].sort());
  });

  it('stays on the lines that were posted by it', () => {
    const date = { documentOn: localDate('2026-11-02'), postedOn: localDate('2026-11-02'), fiscalYear: 2026 };
    const lines = [
      { role: 'wages' as const, amount: Money.of('1.00', 'GBP') },
      { account: '1000', amount: Money.of('-1.00', 'GBP') },
    ];
    const entry = journalEntry(
      { journal: 'GEN', source: 'manual', sourceId: newId(), description: 'x', date, recordedAt: new Date(), lines },
      'company',
      () => '6000',
    )!;
    expect(entry.lines.map(({ accountCode, role }) => [accountCode, role])).toEqual([
      ['6000', 'wages'],
      ['1000', null],
    ]);
  });
});
