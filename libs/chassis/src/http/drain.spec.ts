import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DocumentChanges } from '@millrace/messaging';
import { Controller, Get } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lifecycle } from '../lifecycle.js';
import { createLogger } from '../logger.js';
import { Metrics } from '../metrics.js';
import { drainAndClose } from './drain.js';
import { createHttpApp } from './http-app.js';
import { Waiting } from './waiting.js';

describe('a process that is asked to end', () => {
  let app: NestFastifyApplication;
  let lifecycle: Lifecycle;
  let release: () => void;
  let agent: Agent;
  let url: string;

  beforeEach(async () => {
    const held = new Promise<void>((resolve) => (release = resolve));
    lifecycle = new Lifecycle();
    const waiting = new Waiting(new DocumentChanges(), lifecycle);

    @Controller()
    class SlowController {
      @Get('slow')
      async slow(): Promise<object> {
        await held;
        return {};
      }

      @Get('waiting')
      wait(): Promise<object> {
        return waiting.until('order', 60, { read: async () => ({ status: 'placed' }), wanted: () => false });
      }
    }
    app = await createHttpApp({
      imports: [{ module: class {}, controllers: [SlowController] }],
      logger: createLogger('test', 'silent'),
      metrics: new Metrics(),
      lifecycle,
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    url = await app.getUrl();
    agent = new Agent({ keepAlive: true });
  });

  afterEach(async () => {
    agent.destroy();
    await app.close();
  });

  function ask(path: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      get(`${url}${path}`, { agent }, (answer) => resolve(answer.resume())).on('error', reject);
    });
  }

  async function secondsOf(work: Promise<unknown>): Promise<number> {
    const start = Date.now();
    await work;
    return (Date.now() - start) / 1_000;
  }

  it('answers what is under way, and ends when that is answered, not when its connection has been idle for long', async () => {
    const answer = ask('/slow');
    await sleep(100);
    const ended = secondsOf(drainAndClose(app, lifecycle, 0));
    await sleep(200);
    release();
    expect((await answer).statusCode).toBe(200);
    expect((await answer).headers.connection).toBe('close');
    expect(await ended).toBeLessThan(2);
  });

  it('keeps nobody waiting for a next state: each is told the state that there is', async () => {
    const answer = ask('/waiting');
    await sleep(100);
    expect(await secondsOf(drainAndClose(app, lifecycle, 0))).toBeLessThan(2);
    expect((await answer).statusCode).toBe(200);
  });

  it('goes on answering for as long as others need to see that it drains', async () => {
    release();
    const ended = secondsOf(drainAndClose(app, lifecycle, 1));
    await sleep(200);
    const answer = await ask('/slow');
    expect([answer.statusCode, answer.headers.connection, lifecycle.draining]).toEqual([200, 'close', true]);
    expect(await ended).toBeGreaterThan(0.9);
    await expect(ask('/slow')).rejects.toThrow('ECONNREFUSED');
  });
});
