import { describe, expect, it } from 'vitest';
import { failureOf } from './failure.js';

describe('what a log holds of an error', () => {
  it('is what broke and where, and nothing of the rows that PostgreSQL shows', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "account_login"'), {
      code: '23505',
      constraint: 'account_login',
      table: 'account',
      detail: 'Key (kind, login)=(user, anna@example.com) already exists.',
      where: 'anna@example.com',
      query: 'anna@example.com',
    });
    expect(failureOf(error)).toEqual({
      code: '23505',
      constraint: 'account_login',
      table: 'account',
      message: 'duplicate key value violates unique constraint "account_login"',
      at: expect.arrayContaining([expect.stringMatching(/^at .+failure\.spec\.ts/)]),
    });
    expect(JSON.stringify(failureOf(error))).not.toContain('anna');
  });

  it('is its text when it is no error', () => {
    expect([failureOf('broken'), failureOf(undefined)]).toMatchObject([{ message: 'broken' }, { message: 'undefined' }]);
  });
});
