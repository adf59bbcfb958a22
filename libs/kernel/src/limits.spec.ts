import { describe, expect, it } from 'vitest';
import { type Held, isWithin, type LimitedGrant, type Limits, limitsOn, waysToHold } from './limits.js';

const POST = 'finance.journal-entry.post';
const upTo = (approvalLimit: string, ...permissions: string[]): LimitedGrant => ({ permissions, approvalLimit });

describe('how far a permission reaches', () => {
  it.each<[string, Held, Limits]>([
    ['everywhere when it is held without limits', { permissions: [POST] }, {}],
    ['as far as the one role that gives it', { permissions: ['finance.*'], limits: [upTo('1000.00', 'finance.*')] }, { approvalLimit: '1000' }],
    [
      'as far as the wider of two roles',
      { permissions: [POST, 'finance.*'], limits: [upTo('1000.00', 'finance.*'), upTo('5000.00', POST)] },
      { approvalLimit: '5000' },
    ],
    ['as far as the wider of two that give it by one name', { permissions: [POST], limits: [upTo('9.5', POST), upTo('10', POST)] }, { approvalLimit: '10' }],
    ['everywhere when one of two roles has no limit', { permissions: [POST, 'finance.*'], limits: [upTo('1000.00', 'finance.*')] }, {}],
    ['no less far for a limit on another permission', { permissions: [POST, 'hr.*'], limits: [upTo('1.00', 'hr.*')] }, {}],
    [
      'to the warehouses of all roles together',
      {
        permissions: ['inventory.*', 'inventory.stock.view'],
        limits: [
          { permissions: ['inventory.*'], warehouses: ['a', 'b'] },
          { permissions: ['inventory.stock.view'], warehouses: ['b', 'c'] },
        ],
      },
      { warehouses: ['a', 'b', 'c'] },
    ],
    [
      'by each limit for itself: the widest amount, and the widest places',
      {
        permissions: ['*'],
        limits: [
          { permissions: ['*'], approvalLimit: '5.00' },
          { permissions: ['*'], warehouses: ['a'], ownRecordsOnly: true },
        ],
      },
      {},
    ],
    ['nowhere when it is not held', { permissions: ['hr.*'] }, { approvalLimit: '0', warehouses: [], ownRecordsOnly: true }],
  ])('is %s', (_what, held, reach) => {
    const wanted = held.permissions.some((each) => each.startsWith('inventory')) ? 'inventory.stock.view' : POST;
    expect(limitsOn(held, wanted)).toEqual(reach);
  });

  it('is told way by way, too', () => {
    const held = { permissions: [POST, 'finance.*', 'hr.*'], limits: [upTo('7.00', 'finance.*')] };
    expect(waysToHold(held, POST)).toEqual([{}, { approvalLimit: '7.00' }]);
    expect(waysToHold(held, '*')).toEqual([]);
  });
});

describe('limits', () => {
  it.each<[Limits, Limits, boolean]>([
    [{}, {}, true],
    [{ approvalLimit: '5' }, {}, true],
    [{}, { approvalLimit: '5' }, false],
    [{ approvalLimit: '5.00' }, { approvalLimit: '5' }, true],
    [{ approvalLimit: '5.01' }, { approvalLimit: '5' }, false],
    [{ approvalLimit: '10' }, { approvalLimit: '9' }, false],
    [{ warehouses: ['a'] }, { warehouses: ['a', 'b'] }, true],
    [{ warehouses: ['a', 'c'] }, { warehouses: ['a', 'b'] }, false],
    [{}, { warehouses: ['a'] }, false],
    [{ ownRecordsOnly: true }, { ownRecordsOnly: true }, true],
    [{ ownRecordsOnly: true }, {}, true],
    [{}, { ownRecordsOnly: true }, false],
    [{ approvalLimit: '5' }, { approvalLimit: '5', ownRecordsOnly: true }, false],
  ])('of %j are within those of %j: %s', (inner, outer, within) => {
    expect(isWithin(inner, outer)).toBe(within);
  });
});
