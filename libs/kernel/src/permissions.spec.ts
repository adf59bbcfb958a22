import { describe, expect, it } from 'vitest';
import { grants } from './permissions.js';

describe('permissions', () => {
  it.each([
    ['orders.sales-order.place', 'orders.sales-order.place', true],
    ['orders.*', 'orders.sales-order.place', true],
    ['orders.sales-order.*', 'orders.sales-order.place', true],
    ['*', 'orders.sales-order.place', true],
    ['orders', 'orders.sales-order.place', false],
    ['order.*', 'orders.sales-order.place', false],
    ['orders.sales-order.plac', 'orders.sales-order.place', false],
    ['orders.sales*', 'orders.sales-order.place', false],
    ['orders.sales-order.place', 'orders.sales-order.place-back', false],
    ['.*', 'orders.sales-order.place', false],
    ['', 'orders.sales-order.place', false],
    ['orders.*', 'orders.sales-order.*', true],
    ['orders.sales-order.*', 'orders.*', false],
    ['orders.*', '*', false],
    ['*', '*', true],
  ])('%j grants %s: %s', (held, wanted, granted) => {
    expect(grants([held], wanted)).toBe(granted);
  });

  it('grant nothing when there are none', () => {
    expect(grants([], 'orders.sales-order.place')).toBe(false);
  });
});
