import { Money } from '@millrace/kernel';
import type { ApiClient } from '../api/api-client.js';
import type { History } from './history.js';

/**
 * Holds what callers were told against what the suite knows in the end: what was done is there once, what was refused is
 * not, and only what is unknown may be either.
 *
 * @returns what does not agree; empty when all does.
 */
export async function checkHistory(history: History, api: ApiClient): Promise<string[]> {
  const checks = [checkOrders, checkPayments, checkReturns, checkPayroll];
  return (await Promise.all(checks.map((check) => check(history, api)))).flat();
}

async function checkOrders(history: History, api: ApiClient): Promise<string[]> {
  const there = new Map<string, string>();
  const faults: string[] = [];
  for await (const { salesOrderId, status, placedAt } of api.all<{ salesOrderId: string; status: string; placedAt: string }>('/v1/sales-orders')) {
    if (there.has(salesOrderId)) faults.push(`order ${salesOrderId} is there twice`);
    there.set(salesOrderId, status);
    if (status === 'placed') faults.push(`order ${salesOrderId} of ${placedAt} has had no answer`);
  }
  for (const { id } of history.of('order', 'done')) if (!there.has(id)) faults.push(`order ${id} was accepted and is lost`);
  for (const { id, detail } of history.of('order', 'refused')) if (there.has(id)) faults.push(`order ${id} was refused (${detail}) and is there`);
  return faults;
}

/** Payments have ids of the suite's own, so their sum and number are compared. */
async function checkPayments(history: History, api: ApiClient): Promise<string[]> {
  const total = (amounts: readonly string[]) => amounts.reduce((sum, amount) => sum.plus(Money.of(amount, 'GBP')), Money.zero('GBP'));
  const amountsOf = (outcome: 'done' | 'unknown') => history.of('payment', outcome).map(({ amount }) => amount!);
  const booked: string[] = [];
  for await (const { amount } of api.all<{ amount: string }>('/v1/payments')) booked.push(amount);
  const [least, most, found] = [total(amountsOf('done')), total([...amountsOf('done'), ...amountsOf('unknown')]), total(booked)];
  if (!found.isLessThan(least) && !found.isMoreThan(most)) return [];
  return [`payments of ${found} are booked; ${least} were acknowledged, ${most} at most were made`];
}

/** Returns have ids of the suite's own, so they are counted. */
async function checkReturns(history: History, api: ApiClient): Promise<string[]> {
  let found = 0;
  for await (const _ of api.all('/v1/returns')) found += 1;
  const least = history.of('return', 'done').length;
  const most = least + history.of('return', 'unknown').length;
  return found < least || found > most ? [`${found} returns are there; ${least} were acknowledged, ${most} at most were made`] : [];
}

async function checkPayroll(history: History, api: ApiClient): Promise<string[]> {
  const { data } = await api.get<{ data: { periodStartsOn: string; payslipCount: number; state: string }[] }>('/v1/payroll-runs?limit=200');
  const faults: string[] = [];
  for (const { id: month } of history.of('payroll-run', 'done')) {
    const runs = data.filter(({ periodStartsOn }) => periodStartsOn.startsWith(month));
    if (runs.length !== 1) faults.push(`the payroll of ${month} is there ${runs.length} times`);
  }
  for (const { id: month } of history.of('payroll-payment', 'done')) {
    const run = data.find(({ periodStartsOn }) => periodStartsOn.startsWith(month));
    if (run && run.state !== 'paid') faults.push(`the payroll of ${month} was paid and is ${run.state}`);
  }
  return faults;
}
