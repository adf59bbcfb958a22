import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@millrace/embedded';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home } from '../site/home.js';
import { ANY_PORT, choosePorts } from './ports.js';

describe('the ports of a suite', () => {
  let home: Home;
  const servers: Server[] = [];

  beforeEach(() => {
    home = new Home(mkdtempSync(join(tmpdir(), 'millrace-ports-')));
  });

  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    rmSync(home.folder, { recursive: true, force: true });
  });

  /** Whoever has it already will do as well. */
  const occupy = (port: number) =>
    new Promise<void>((resolve) => {
      servers.push(
        createServer()
          .once('error', () => resolve())
          .listen(port, '127.0.0.1', resolve),
      );
    });

  it('are each of one process only, also when those of last time lie where free ones are looked for', async () => {
    const [port] = (await freePorts(1)) as [number];
    const known = { gateway: port, postgres: port, kafka: port + 1, kafkaInternal: port + 2, kafkaController: port + 2 };
    home.write('ports.json', known);
    const { ports, services } = await choosePorts(home, { orders: 40, inventory: 40 }, port);
    const all = [...Object.values(ports), ...Object.values(services).flat()];
    expect(new Set(all).size).toBe(7 + 2 * 40 + 3);
    expect(ports.gateway).toBe(port);
  });

  it('stay the same from one start to the next', async () => {
    const [port] = (await freePorts(1)) as [number];
    const first = await choosePorts(home, {}, port);
    expect((await choosePorts(home, {}, port)).ports).toEqual(first.ports);
  });

  it('refuse a port that was asked for and is taken', async () => {
    const [port] = (await freePorts(1)) as [number];
    await occupy(port);
    await expect(choosePorts(home, {}, port)).rejects.toThrow(`Port ${port} is taken`);
  });

  it('are any when nobody has to know the address beforehand, and never 8080', async () => {
    const { ports, complaint } = await choosePorts(home, {}, ANY_PORT);
    expect([ports.gateway === 8_080, ports.gateway > 1_023, complaint]).toEqual([false, true, undefined]);
  });

  it('say so when 8080 is taken and nobody asked for another', async () => {
    await occupy(8_080);
    const { ports, complaint } = await choosePorts(home, {});
    expect(complaint).toContain(`port 8080 is taken, so the gateway takes ${ports.gateway}; --port`);
    expect((await choosePorts(home, {})).ports.gateway).toBe(ports.gateway);
  });
});
