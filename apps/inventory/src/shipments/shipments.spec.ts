import { describe, expect, it } from 'vitest';
import { SHIPMENTS } from './shipments.controller.js';

describe('a shipment in a list', () => {
  const costOf = (total_cost: string, currency: string) => {
    const row = { id: 's-1', order_id: 'o-1', dispatched_on: '2026-06-01', currency, total_cost };
    return SHIPMENTS.show(row, undefined as never).totalCost;
  };

  it.each([
    ['10.1250', 'GBP', '10.125'],
    ['6.0000', 'GBP', '6.00'],
    ['6.0000', 'JPY', '6'],
    ['1.2340', 'KWD', '1.234'],
  ])('shows a cost of %s %s as what a filter finds it by', (held, currency, shown) => {
    expect(costOf(held, currency)).toBe(shown);
  });
});
