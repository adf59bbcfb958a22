/** One wrong line in the library (or in the simulation's stand-in for its SQL), which the simulation has to find by what it leads to. */
export type Mistake = Readonly<{ name: string; file: string; find: string; replace: string; shows: RegExp }>;

const LOST = /applied \w+ \w+ as \[/;
const REPEATED = /applied \w+ \w+ as \[.*\b(\d+),(?:\d+,)*\1\b/;
const OUT_OF_ORDER = /came onto the log as/;

/** Each is planted alone, into the source itself, so that what is tested is the code that ships. */
export const MISTAKES: readonly Mistake[] = [
  {
    name: 'offset committed before the events are',
    file: 'protocol/runner.ts',
    find: `await failpoint('consume.after-decode');`,
    replace: `await this.feed.done(records);`,
    shows: LOST,
  },
  {
    name: 'stream row taken outside the transaction',
    file: 'protocol/receiver.ts',
    find: `const taking = this.store.take(tx, handler.name, companyId, deliveries.map((each) => each.position));`,
    replace: `const taking = this.store.transaction(companyId, (own) => this.store.take(own, handler.name, companyId, deliveries.map((each) => each.position)));`,
    shows: LOST,
  },
  {
    name: 'relay orders by a database sequence alone',
    file: 'protocol/relay.ts',
    find: `flatMap((stream) => stream.sort((a, b) => a.sequence - b.sequence))`,
    replace: `flatMap((stream) => stream)`,
    shows: OUT_OF_ORDER,
  },
  {
    name: 'relay reads behind a cursor',
    file: 'protocol/relay.ts',
    find: `const { rows, more } = await this.store.unpublished(shards, this.limit, this.topicsAtRest());`,
    replace: `const found = await this.store.unpublished(shards, this.limit, []);
    const rows = found.rows.filter((row) => row.written > (this.cursor ?? 0));
    const more = found.more;
    this.cursor = Math.max(this.cursor ?? 0, ...rows.map((row) => row.written));`,
    shows: /never comes to rest|was never published/,
  },
  {
    name: 'relay sends a row past a lower one that was cut off',
    file: 'protocol/relay.ts',
    find: `const ready = more ? await this.withPredecessors(rows) : rows;`,
    replace: `const ready = more ? rows : rows;`,
    shows: OUT_OF_ORDER,
  },
  {
    name: 'row marked before the broker has answered',
    file: 'protocol/relay.ts',
    find: `      await this.broker.send(batch);`,
    replace: `      await this.store.markPublished(batch);
      await this.broker.send(batch);`,
    shows: OUT_OF_ORDER,
  },
  {
    name: 'two relays publish one shard',
    file: 'simulation/world.ts',
    find: `return this.believedShards;`,
    replace: `return new Set([0, 1]);`,
    shows: /came onto the log as|was sent twice though/,
  },
  {
    name: 'sequence drawn without the lock of the stream',
    file: 'simulation/sim-store.ts',
    find: 'await tx.sql.lock(...streams.map(([name]) => `head|${name}`));',
    replace: 'await tx.sql.readAll(streams.map(([name]) => `head|${name}`));',
    shows: LOST,
  },
  {
    name: 'an event loaded before an earlier one of its stream is flushed',
    file: 'protocol/waves.ts',
    find: `seen.set(stream, wave + 1);`,
    replace: ``,
    shows: /was loaded when/,
  },
  {
    name: 'a repeated event applied again',
    file: 'protocol/receiver.ts',
    find: `deliveries.filter((each, index) => each.position.sequence > before[index]!.taken)`,
    replace: `deliveries.filter((each, index) => before[index] !== undefined)`,
    shows: REPEATED,
  },
  {
    name: 'an event parked, but not those behind it',
    file: 'protocol/receiver.ts',
    find: `[each, before[index]!.state]`,
    replace: `[each, before[index]!.state === 'parked' ? 'flowing' : before[index]!.state]`,
    shows: /was loaded when/,
  },
  {
    name: 'an early fact parked',
    file: 'protocol/receiver.ts',
    find: `else if (need) keeps.push({ delivery, as: 'waiting', need });`,
    replace: `else if (need) keeps.push({ delivery, as: 'parked', failure: { code: 'early', message: 'early' } });`,
    shows: /was parked: early/,
  },
  {
    name: 'parked by a late member after another applied it',
    file: 'protocol/receiver.ts',
    find: `if (before!.taken >= delivery.position.sequence) return false;`,
    replace: ``,
    shows: REPEATED,
  },
  {
    name: 'acknowledged though parking failed',
    file: 'protocol/receiver.ts',
    find: `await this.surroundings.backOff(attempt); // Without the parked row`,
    replace: `return; // Without the parked row`,
    shows: LOST,
  },
  {
    name: 'the records of a failed round are forgotten',
    file: 'protocol/runner.ts',
    find: `if (this.inHand.length === 0) this.inHand = await`,
    replace: `this.inHand = await`,
    shows: LOST,
  },
  {
    name: 'the bringer does not look for waiters',
    file: 'protocol/runner.ts',
    find: `this.drainer.wake(received.flatMap((each) => each.brought), `,
    replace: `this.drainer.wake([], `,
    shows: /waits for \w+, which is there/,
  },
  {
    name: 'the waiter does not look once more',
    file: 'protocol/runner.ts',
    find: `, received.flatMap((each) => each.waiting));`,
    replace: `);`,
    shows: /waits for \w+, which is there/,
  },
  {
    name: 'a drained stream that waits anew does not look once more',
    file: 'protocol/drainer.ts',
    find: `return { outcome: 'moved' }; // Who brings it`,
    replace: `return { outcome: 'ended' }; // Who brings it`,
    shows: /waits for \w+, which is there/,
  },
  {
    name: 'a drained stream set flowing while events are behind',
    file: 'simulation/sim-store.ts',
    find: `if (head.isLast) this.setFlowing(tx, stream);`,
    replace: `this.setFlowing(tx, stream);`,
    shows: LOST,
  },
  {
    name: 'offsets committed for a partition that was lost on the way',
    file: 'protocol/runner.ts',
    find: `records.filter((record) => this.feed.owns(record))`,
    replace: `records`,
    shows: LOST,
  },
  {
    name: 'a transaction that takes its locks out of the global order',
    file: 'simulation/world.ts',
    find: `await lockInOrder(tx, [order], ITEMS);`,
    replace: 'await tx.sql.lock(...ITEMS.map((item) => `item|${item}`));\n        await tx.sql.lock(`hold|${order}`);',
    shows: /deadlock in/,
  },
];
