import type { ContractEvent } from '@millrace/contracts';
import { Quantity, type Refusal } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { DUE, held, orderThatIs, type State, STATES, TODAY, typesOf } from './order.fixture.js';
import type { SalesOrder } from './sales-order.js';

type Verb = (order: SalesOrder) => ContractEvent[] | Refusal;

/** The rest of every line, as a shipment or a release tells it. */
const rest = (order: SalesOrder) => ({
  salesOrderId: order.id,
  dispatchedOn: TODAY,
  lines: order.lines.filter(({ open }) => open.isPositive()).map(({ lineNo, open }) => ({ lineNo, quantity: `${open}` })),
});

const VERBS = {
  'credit is approved': (order) => order.creditApproved('33.00'),
  'credit is refused': (order) => order.creditRefused(),
  'stock is held': (order) => order.stockReserved(held(4, 6), DUE),
  'stock is refused': (order) => order.reservationRefused({ reason: 'warehouse-unknown', shortages: [] }),
  'somebody cancels': (order) => order.requestCancellation('customer-request'),
  'the rest is released': (order) => order.reservationReleased(rest(order)),
  'the release is refused': (order) => order.releaseRefused(),
  'the rest ships': (order) => order.shipped(rest(order) as never),
  'an invoice is posted': (order) => order.invoicePosted(),
  'a payment comes in': (order) => order.paymentReceived('1.00'),
  'an invoice is paid': (order) => order.invoicePaid(TODAY),
} satisfies Record<string, Verb>;

/** Means nothing any more, or not yet: no fact follows, and the status stays. */
const NOTHING = '—';
/** Would be a bug somewhere: an assertion breaks, and the order stays as it is. */
const NEVER = 'never';
const ONLY_PLACED = {
  confirmed: NOTHING,
  cancelling: NOTHING,
  'partly-shipped': NOTHING,
  shipped: NOTHING,
  completed: NOTHING,
  rejected: NOTHING,
  cancelled: NOTHING,
};
const ALL_NOTHING = { placed: NOTHING, ...ONLY_PLACED };

/** For each verb and state: the refusal, or the status that follows and the facts that tell it. */
const TABLE: Readonly<Record<keyof typeof VERBS, Readonly<Record<State, string>>>> = {
  'credit is approved': ALL_NOTHING,
  'credit is refused': { ...ONLY_PLACED, placed: 'rejected: sales-order-rejected' },
  'stock is held': ALL_NOTHING,
  'stock is refused': { ...ONLY_PLACED, placed: 'rejected: sales-order-rejected' },
  'somebody cancels': {
    placed: 'cancelled: sales-order-cancelled',
    confirmed: 'confirmed: cancellation-requested',
    cancelling: 'cancellation-pending',
    'partly-shipped': 'partly-shipped: cancellation-requested',
    shipped: 'order-shipped',
    completed: 'order-closed',
    rejected: 'order-closed',
    cancelled: 'order-closed',
  },
  'the rest is released': { ...ALL_NOTHING, cancelling: 'cancelled: sales-order-cancelled' },
  'the release is refused': ALL_NOTHING,
  'the rest ships': {
    placed: NEVER,
    confirmed: 'shipped: ',
    cancelling: 'shipped: ',
    'partly-shipped': 'shipped: ',
    shipped: NEVER,
    completed: NEVER,
    rejected: NEVER,
    cancelled: NEVER,
  },
  'an invoice is posted': ALL_NOTHING,
  'a payment comes in': ALL_NOTHING,
  'an invoice is paid': ALL_NOTHING,
};

function outcomeOf(order: SalesOrder, verb: Verb): string {
  const before = order.status;
  let facts: ReturnType<typeof typesOf>;
  try {
    facts = typesOf(verb(order));
  } catch {
    return order.status === before ? NEVER : `broken, and ${order.status}`;
  }
  if (typeof facts === 'string') return facts;
  return facts.length === 0 && order.status === before ? NOTHING : `${order.status}: ${facts.join(', ')}`;
}

const cases = Object.entries(VERBS).flatMap(([verb, act]) => STATES.map((state) => [verb, state, TABLE[verb as keyof typeof VERBS][state], act] as const));

describe('a sales order, in every state', () => {
  it.each(cases)('when %s and it is %s: %s', (_verb, state, outcome, act) => {
    const order = orderThatIs(state);
    expect(outcomeOf(order, act)).toBe(outcome);
    for (const line of order.lines) expect(line.shipped.plus(line.cancelled).isMoreThan(line.stockQuantity)).toBe(false);
    const open = Quantity.sum(order.lines.map(({ reserved, waiting }) => reserved.plus(waiting)));
    expect([order.hasEnded, open.isPositive()]).not.toEqual([true, true]);
  });
});
