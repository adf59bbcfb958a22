import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Link } from './link.js';

/** Says back what it hears. */
function startEcho(): Promise<Server> {
  const server = createServer((socket) => void socket.on('error', () => {}).pipe(socket));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function connect(port: number): Socket & { heard: string } {
  const socket = Object.assign(createConnection({ port, host: '127.0.0.1' }), { heard: '' });
  return socket.on('data', (data: Buffer) => (socket.heard += data.toString())).on('error', () => {});
}

async function eventually(isTrue: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(5)) if (isTrue()) return true;
  return false;
}

describe('a wire between two processes', () => {
  let echo: Server;
  let link: Link;
  let socket: ReturnType<typeof connect>;

  beforeEach(async () => {
    echo = await startEcho();
    link = await Link.open((echo.address() as AddressInfo).port);
    socket = connect(link.port);
    socket.write('one ');
    await eventually(() => socket.heard === 'one ');
  });

  afterEach(async () => {
    socket.destroy();
    await link.close();
    echo.close();
  });

  it.each([['there'], ['back']] as const)('holds back what goes %s while it is silent, and loses nothing of it', async (direction) => {
    link.disturb({ silent: [direction] });
    socket.write('two ');
    socket.write('three');
    await eventually(() => link.hits > 0);
    expect(socket.heard).toBe('one ');
    link.heal();
    expect(await eventually(() => socket.heard === 'one two three')).toBe(true);
  });

  it('resets its connections and refuses new ones while it is cut', async () => {
    link.disturb({ cut: true });
    expect(await eventually(() => socket.destroyed)).toBe(true);
    const late = connect(link.port);
    expect(await eventually(() => late.destroyed)).toBe(true);
    link.heal();
    const again = connect(link.port);
    again.write('back');
    expect(await eventually(() => again.heard === 'back')).toBe(true);
    again.destroy();
  });

  it('keeps the order of what it delays and sends again', async () => {
    link.disturb({ delayMs: 2, lossPercent: 5, bytesPerSecond: 1_000_000 });
    const words = Array.from({ length: 50 }, (_, index) => `${index} `);
    for (const word of words) socket.write(word);
    expect(await eventually(() => socket.heard === `one ${words.join('')}`)).toBe(true);
    expect(link.hits).toBeGreaterThan(0);
  });
});
