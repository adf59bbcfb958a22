import { describe, expect, it } from 'vitest';
import { isTimeout, isTransient, sqlState } from './errors.js';

const failed = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('an error of the database', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '40001', '40P01', '23505', '08006', '53300', '57P01'])('%s passes by itself', (code) => {
    expect(isTransient(failed(code))).toBe(true);
  });

  it.each(['23502', '23514', '22P02', '55P03', 'EPERM', 'EBUSY'])('%s does not', (code) => {
    expect(isTransient(failed(code))).toBe(false);
  });

  it('has the state that PostgreSQL gives, and none when a socket broke', () => {
    expect(['23505', 'XX000', 'P0001', 'EPIPE', 'EBUSY', '2350', 'e2350'].map((code) => sqlState(failed(code)))).toEqual([
      '23505',
      'XX000',
      'P0001',
      ...Array(4),
    ]);
  });

  it('passes by itself when the connection went away under a query', () => {
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect([isTransient(new Error('no such column')), isTransient(undefined)]).toEqual([false, false]);
  });

  it('of time is told apart', () => {
    expect(['55P03', '57014', '57P01'].map((code) => isTimeout(failed(code)))).toEqual([true, true, false]);
  });
});
