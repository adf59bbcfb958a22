import { defineEntity, p, Database } from '@millrace/persistence';
import { describe, expect, it } from 'vitest';
import { HIDDEN, recordId, recordName, sentFields, shownFields, shownValue } from './shown-fields.js';

class Period {
  companyId!: string;
  year!: number;
  month!: number;
  state!: string;
  closedAt!: Date | null;
  apiToken!: string | null;
  passwordHash!: string;
  marks!: object;
}

const schema = defineEntity({
  class: Period,
  tableName: 'accounting_period',
  properties: {
    companyId: p.uuid().primary(),
    year: p.integer().primary(),
    month: p.integer().primary(),
    state: p.text(),
    closedAt: p.datetime().nullable(),
    apiToken: p.text().nullable(),
    passwordHash: p.text(),
    marks: p.json<object>(),
  },
});

describe('a row in the audit trail', () => {
  const database = Database.open({ host: 'none', port: 1, database: 'none', user: 'none', password: '', poolSize: 1, applicationName: 'spec' }, [schema]);
  const table = database.table(Period) as never as Parameters<typeof recordId>[0] & Parameters<typeof recordName>[0] & Parameters<typeof shownFields>[0];
  const row: Period = {
    companyId: '0199a1b0-0000-7000-8000-000000000001',
    year: 2026,
    month: 6,
    state: 'open',
    closedAt: null,
    apiToken: null,
    passwordHash: '$argon2id$v=19$…',
    marks: { a: [1] },
  };

  it('is named by its table and its key, without its company', () => {
    expect([recordName(table), recordId(table, row)]).toEqual(['accounting-period', '2026 6']);
  });

  it('shows what it says, and of secrets only that there is one', () => {
    expect(shownFields(table, row)).toEqual({ state: 'open', passwordHash: HIDDEN, marks: { a: [1] } });
  });

  it('shows of a new row what is sent of it, but for what is no or zero', () => {
    const sent = table.fields.map(({ property }) => [property === 'state' ? 'open' : property === 'closedAt' ? false : property === 'apiToken' ? '0' : 'x']);
    expect(sentFields(table, row, sent, 0)).toEqual({ state: 'open', passwordHash: HIDDEN, marks: { a: [1] } });
  });

  it('shows an instant as text, and a long text in part', () => {
    expect(shownValue(table, 'closedAt', new Date('2026-06-30T22:00:00Z'))).toBe('2026-06-30T22:00:00.000Z');
    expect(shownValue(table, 'state', 'x'.repeat(5_000))).toBe(`${'x'.repeat(1_000)}…`);
    expect(shownValue(table, 'marks', ['x'.repeat(5_000)])).toBe('(large)');
  });
});
