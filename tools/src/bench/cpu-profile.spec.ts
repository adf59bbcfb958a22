import { describe, expect, it } from 'vitest';
import { moduleOf, summarise } from './cpu-profile.js';

const node = (id: number, functionName: string, url = '', lineNumber = 0) => ({ id, callFrame: { functionName, url, lineNumber } });

describe('a profile', () => {
  const profile = {
    nodes: [
      node(1, '(idle)'),
      node(2, 'send', 'file:///app/node_modules/kafkajs/src/network/connection.js', 41),
      node(3, 'send', 'file:///app/node_modules/kafkajs/src/network/connection.js', 41),
      node(4, '(garbage collector)'),
      node(5, 'post', 'node:inspector', 114),
    ],
    samples: [5, 1, 2, 3, 4],
    timeDeltas: [9_000, 6_000, 1_000, 2_000, 1_000],
  };

  it('adds up a function over everywhere it is called from, and leaves out idle time and the profiler itself', () => {
    const { ms, idleMs, functions } = summarise(profile);
    expect({ ms, idleMs }).toEqual({ ms: 10, idleMs: 6 });
    expect(functions).toEqual([
      { what: 'send connection.js:42', module: 'kafkajs', ms: 3, share: 0.75 },
      { what: '(garbage collector)', module: '(garbage collector)', ms: 1, share: 0.25 },
    ]);
  });

  it('adds up the functions of a module', () => {
    expect(summarise(profile).modules.map(({ what, ms }) => `${what} ${ms}`)).toEqual(['kafkajs 3', '(garbage collector) 1']);
  });

  it.each([
    ['file:///app/node_modules/@nestjs/core/router.js', 'call', '@nestjs/core'],
    ['file:///app/node_modules/pg/node_modules/pg-protocol/dist/parser.js', 'parse', 'pg-protocol'],
    ['file:///app/libs/messaging/dist/src/relay.js', 'send', 'libs/messaging'],
    ['file:///app/apps/orders/dist/src/main.js', 'run', 'apps/orders'],
    ['node:internal/streams/writable', 'write', 'node:internal/streams'],
    ['node:events', 'emit', 'node:events'],
    ['', '(program)', '(program)'],
    ['', 'writev', 'native'],
  ])('finds a function of %s (%s) in %s', (url, name, expected) => {
    expect(moduleOf(url, name)).toBe(expected);
  });
});
