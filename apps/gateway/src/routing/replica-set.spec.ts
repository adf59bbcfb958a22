import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@millrace/testing';
import type { Logger } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { ReplicaSet } from './replica-set.js';

const logger = { info: () => {}, debug: () => {} } as unknown as Logger;

describe('the replicas of a service', () => {
  const opened: (Server | ReplicaSet)[] = [];

  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
  });

  async function replica(status = 200): Promise<{ url: string; server: Server; answer: (status: number) => void }> {
    let current = status;
    const server = createServer((_request, response) => response.writeHead(current).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(server);
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, answer: (next) => (current = next) };
  }

  async function open(...urls: string[]): Promise<ReplicaSet> {
    const set = new ReplicaSet('orders', urls, logger);
    opened.push(set);
    await set.open();
    return set;
  }

  it('are chosen by how little they have to do, in turn when they are equal', async () => {
    const [one, other] = [await replica(), await replica()];
    const set = await open(one.url, other.url);
    const chosen = new Set([set.choose([]), set.choose([])]);
    expect(chosen.size).toBe(2);
    set.choose([])!.load = 5;
    const idle = set.choose([])!;
    expect([set.choose([]), set.choose([])]).toEqual([idle, idle]);
    expect(set.choose([idle])).not.toBe(idle);
  });

  it('are left out while they are not ready or not there, and come back by themselves', async () => {
    const [one, other] = [await replica(503), await replica()];
    const set = await open(one.url, other.url, 'http://127.0.0.1:1');
    expect(set.readyCount).toBe(1);
    expect(set.choose([])?.origin).toBe(other.url);
    one.answer(200);
    await eventually(() => expect(set.readyCount).toBe(2), 3_000);
  });

  it('are those behind a name, also while the name cannot be looked up, until it leads elsewhere', async () => {
    const { url } = await replica();
    let found: string[] | undefined = ['127.0.0.1'];
    const resolve = async () => {
      if (!found) throw Object.assign(new Error('try again'), { code: 'EAI_AGAIN' });
      return found.map((address) => ({ address, family: 4 }));
    };
    const set = new ReplicaSet('orders', [url.replace('127.0.0.1', 'orders.internal')], logger, resolve);
    opened.push(set);
    await set.open();
    expect(set.choose([])?.origin).toBe(url);
    found = undefined;
    await set.discover();
    expect(set.readyCount).toBe(1);
    found = [];
    await set.discover();
    expect(set.readyCount).toBe(0);
  });

  it('end what is under way there when the name leads elsewhere', async () => {
    let release: (() => void) | undefined;
    const server = createServer((request, response) => {
      if (request.url === '/readyz') response.end();
      else release = () => response.end('done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(server);
    let found = [{ address: '127.0.0.1', family: 4 }];
    const address = `http://orders.internal:${(server.address() as AddressInfo).port}`;
    const set = new ReplicaSet('orders', [address], logger, async () => found);
    opened.push(set);
    await set.open();
    const answer = set.choose([])!.pool.request({ path: '/slow', method: 'GET' });
    await eventually(() => expect(release).toBeDefined());
    found = [];
    await set.discover();
    release!();
    expect(await (await answer).body.text()).toBe('done');
  });

  it('are none when every one was tried', async () => {
    const set = await open((await replica()).url);
    expect(set.choose([set.choose([])!])).toBeUndefined();
  });
});
