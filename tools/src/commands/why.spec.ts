import { describe, expect, it } from 'vitest';
import { sentence } from './why.js';

const POST = { operation: 'JournalEntries_post', route: 'POST /v1/journal-entries', permission: 'finance.journal-entry.post', held: 'in the company' };
const plain = (text: string) => text.replaceAll(/\u001b\[\d+m/g, ''); // oxlint-disable-line no-control-regex -- colours of a terminal

describe('why somebody may do something', () => {
  it('is told with the limits of each membership, and how far they reach together', () => {
    const grantedBy = [
      { companyId: 'c', role: 'accountant', limits: { approvalLimit: '500.00' } },
      { companyId: 'c', role: 'administrator', limits: { approvalLimit: '900.00', warehouses: ['north', 'south'], ownRecordsOnly: true } },
    ];
    const decision = { ...POST, companyId: 'c', allowed: true, grantedBy, limits: { approvalLimit: '900' }, roles: [] };
    expect(plain(sentence('anna@example.com', decision)).split('\n  ')).toEqual([
      'anna@example.com may JournalEntries_post (POST /v1/journal-entries) in company c.',
      'It takes finance.journal-entry.post, held in the company.',
      'Granted by the role accountant in company c, amounts up to 500.00.',
      'Granted by the role administrator in company c, amounts up to 900.00; the warehouses north, south; own records only.',
      'It may go so far: amounts up to 900.',
    ]);
  });

  it('says nothing of limits where there are none', () => {
    const decision = { ...POST, companyId: 'c', allowed: true, grantedBy: [{ role: 'administrator' }], roles: [] };
    expect(plain(sentence('anna@example.com', decision)).split('\n  ')).toEqual([
      'anna@example.com may JournalEntries_post (POST /v1/journal-entries) in company c.',
      'It takes finance.journal-entry.post, held in the company.',
      'Granted by the role administrator in every company.',
    ]);
  });
});
