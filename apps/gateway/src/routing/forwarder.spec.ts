import { createLogger } from '@millrace/chassis';
import { eventually, StubService } from '@millrace/testing';
import fastifyOf, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Forwarder } from './forwarder.js';
import { ReplicaSet } from './replica-set.js';

const unavailable = { statusCode: 503, code: 'service-unavailable', retryAfter: '1' };

describe('sending a request to one of several replicas', () => {
  let stubs: StubService[];
  let set: ReplicaSet;
  let forwarder: Forwarder;
  let fastify: FastifyInstance;

  beforeEach(async () => {
    stubs = [await StubService.start('one'), await StubService.start('two')];
    set = new ReplicaSet(
      'orders',
      stubs.map(({ url }) => url),
      createLogger('gateway', 'silent'),
    );
    await set.open();
    forwarder = new Forwarder(new Map([['orders', set]]), 3);
    fastify = fastifyOf();
    fastify.all('/orders', (request, reply) => forwarder.forward({ service: 'orders' }, request, reply));
    fastify.all('/once', (request, reply) => forwarder.forward({ service: 'orders', once: true }, request, reply));
    fastify.setErrorHandler(({ status, code, headers }: { status: number; code: string; headers: object }, _request, reply) =>
      reply.status(status).send({ code, ...headers }),
    );
  });

  afterEach(async () => {
    set.close();
    await fastify.close();
    await Promise.all(stubs.map((stub) => stub.kill()));
  });

  async function ask(method: 'GET' | 'POST' = 'GET', headers: Record<string, string> = {}, url = '/orders') {
    const answer = await fastify.inject({ method, url, headers });
    const { name, code, 'retry-after': retryAfter } = answer.json<Record<string, string>>();
    return { statusCode: answer.statusCode, ...(name ? { name } : {}), ...(code ? { code, retryAfter } : {}) };
  }

  const arrivals = () => stubs.map(({ arrived }) => arrived.length);
  const cutOff = (stub: StubService) => {
    stub.answer = (response) => response.destroy();
  };

  it('goes in turn while they have as little to do', async () => {
    for (let at = 0; at < 6; at++) await ask();
    expect(arrivals()).toEqual([3, 3]);
  });

  it('goes to the one with less under way', async () => {
    const held: (() => void)[] = [];
    for (const stub of stubs) {
      const { answer } = stub;
      stub.answer = (response, arrived) => held.push(() => answer(response, arrived));
    }
    const under = [ask(), ask()];
    await eventually(() => expect(arrivals()).toEqual([1, 1]));
    held.shift()!();
    const { name } = await Promise.race(under);
    const third = ask();
    await eventually(() => expect(stubs.find((stub) => stub.name === name)!.arrived).toHaveLength(2));
    for (const answer of held) answer();
    await Promise.all([...under, third]);
  });

  it('takes one that was killed out of rotation and asks the other, also without a key', async () => {
    await stubs[0]!.kill();
    for (let at = 0; at < 4; at++) expect(await ask('POST')).toEqual({ statusCode: 200, name: 'two' });
    expect(set.readyCount).toBe(1);
  });

  it('takes one into rotation again when it is back', async () => {
    const { port } = stubs[0]!;
    await stubs[0]!.kill();
    await ask();
    await ask();
    await eventually(() => expect(set.readyCount).toBe(1));
    stubs[0] = await StubService.start('one again', port);
    await eventually(() => expect(set.readyCount).toBe(2));
    expect([await ask(), await ask()]).toContainEqual({ statusCode: 200, name: 'one again' });
  });

  it.each<['GET' | 'POST', Record<string, string>]>([
    ['GET', {}],
    ['POST', { 'idempotency-key': 'key-1' }],
  ])('asks the other when %s with %j was cut off', async (method, headers) => {
    cutOff(stubs[0]!);
    for (let at = 0; at < 2; at++) expect(await ask(method, headers)).toEqual({ statusCode: 200, name: 'two' });
    expect(arrivals()).toEqual([1, 2]);
  });

  it('never sends a write without a key twice', async () => {
    for (const stub of stubs) cutOff(stub);
    expect(await ask('POST')).toEqual(unavailable);
    expect(stubs.flatMap(({ arrived }) => arrived)).toHaveLength(1);
  });

  it.each([['GET'], ['POST']] as const)('never sends %s twice to a route that uses up what it is sent', async (method) => {
    for (const stub of stubs) cutOff(stub);
    expect(await ask(method, { 'idempotency-key': 'key-1' }, '/once')).toEqual(unavailable);
    expect(stubs.flatMap(({ arrived }) => arrived)).toHaveLength(1);
  });

  it('passes on what a service answers, an error as well, and asks no other', async () => {
    for (const stub of stubs) stub.answer = (response) => response.writeHead(500, { 'content-type': 'application/json' }).end('{"name":"broken"}');
    expect(await ask()).toEqual({ statusCode: 500, name: 'broken' });
    expect(stubs.flatMap(({ arrived }) => arrived)).toHaveLength(1);
  });

  const unable = (stub: StubService, type = 'application/problem+json') => {
    stub.answer = (response) =>
      response.writeHead(503, { 'content-type': type, 'retry-after': '1' }).end('{"code":"service-unavailable","name":"of the service"}');
  };

  it('asks the other when one cannot take it just now, if that is the same as asking once', async () => {
    unable(stubs[0]!);
    for (let at = 0; at < 2; at++) expect(await ask('POST', { 'idempotency-key': 'key-1' })).toEqual({ statusCode: 200, name: 'two' });
    expect(arrivals()).toEqual([1, 2]);
  });

  it('passes on what a service says when no replica can take it, and what one says to a write without a key', async () => {
    for (const stub of stubs) unable(stub);
    expect(await ask()).toMatchObject({ statusCode: 503, name: 'of the service' });
    expect(arrivals()).toEqual([1, 1]);
    expect(await ask('POST')).toMatchObject({ statusCode: 503, name: 'of the service' });
    expect(stubs.flatMap(({ arrived }) => arrived)).toHaveLength(3);
  });

  it('tells the client in its own words when the answer of a replica is not a problem document', async () => {
    for (const stub of stubs) unable(stub, 'application/json');
    expect(await ask()).toEqual(unavailable);
  });

  it('asks the client to come back when none is there', async () => {
    await Promise.all(stubs.map((stub) => stub.kill()));
    expect(await ask()).toEqual(unavailable);
    expect(forwarder.inFlight).toBe(0);
  });

  it('asks the client to come back when as much is under way as may be', async () => {
    const held: (() => void)[] = [];
    for (const stub of stubs) {
      const { answer } = stub;
      stub.answer = (response, arrived) => held.push(() => answer(response, arrived));
    }
    const under = [ask(), ask(), ask()];
    await eventually(() => expect(held).toHaveLength(3));
    expect(await ask()).toEqual(unavailable);
    for (const answer of held) answer();
    expect((await Promise.all(under)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(forwarder.inFlight).toBe(0);
  });
});
