import { describe, expect, it } from 'vitest';
import type { ContractComments } from './contract-comments.js';
import type { DeclaredConsumer } from './declared-consumers.js';
import { eventFacts, parseComment } from './event-facts.js';

describe('the comment of an event', () => {
  it('tells what it is, who tells it and what each consumer does with it', () => {
    const { tells, producer, does } = parseComment(
      'Goods left; services too. Producer: inventory. Consumers: orders (counts: all, once), finance (books it; issues the invoice).',
    );
    expect({ tells, producer }).toEqual({ tells: 'Goods left; services too.', producer: 'inventory' });
    expect([...does]).toEqual([
      ['orders', 'counts: all, once'],
      ['finance', 'books it; issues the invoice'],
    ]);
  });

  it.each([
    ['A. Producer: hr. Consumer: finance.', ['finance']],
    ['A. Producer: identity. Consumers: orders, inventory, hr (each copies it).', ['orders', 'inventory', 'hr']],
    ['A. Producer: orders. Consumers: none inside the suite; for apps and analysis.', []],
    ['A.', []],
  ])('%j names %j as consumers', (comment, services) => {
    expect([...parseComment(comment).does.keys()]).toEqual(services);
  });
});

describe('what is known of an event', () => {
  const NAME = 'orders.sales-order-confirmed';
  const of = (comment: string, ...consumers: DeclaredConsumer[]) => {
    const comments: ContractComments = { events: new Map([[NAME, { source: 'a.ts', comment }]]), classes: new Map() };
    return eventFacts(comments, consumers).find(({ definition }) => definition.name === NAME)!;
  };
  const taker: DeclaredConsumer = { service: 'inventory', name: 'inventory.reservation', types: [NAME] };

  it('joins what the consumers are and what the contract says of them', () => {
    expect(of('It is binding. Producer: orders. Consumer: inventory (ships it).', taker)).toMatchObject({
      tells: 'It is binding.',
      takers: [{ consumer: 'inventory.reservation', service: 'inventory', does: 'ships it' }],
      disagreements: [],
    });
  });

  it.each([
    ['It is binding. Producer: orders. Consumer: finance (bills it).', [taker], `${NAME} names finance as its consumers, and is taken by inventory`],
    ['It is binding. Producer: orders. Consumers: none inside the suite.', [taker], `${NAME} names nobody as its consumers, and is taken by inventory`],
    ['It is binding. Producer: orders. Consumer: inventory (ships it).', [], `${NAME} names inventory as its consumers, and is taken by nobody`],
    ['It is binding. Producer: hr. Consumer: inventory.', [taker], `${NAME} names hr as its producer, and belongs to orders`],
    ['', [taker], `${NAME} says nothing of what it tells`],
  ])('shows where the contract says otherwise: %j', (comment, consumers, disagreement) => {
    expect(of(comment, ...consumers).disagreements).toContain(disagreement);
  });
});
