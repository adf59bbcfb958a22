import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from './api-client.js';
import { isPassing } from './passing-fault.js';

const unreachable = () => new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });

describe('a call with a token from somewhere else', () => {
  let server: Server;
  let client: ApiClient;
  const accessToken = vi.fn<(refused?: string) => Promise<string>>();

  beforeEach(async () => {
    accessToken.mockReset().mockResolvedValue('good');
    server = createServer((request, answer) => answer.end(request.headers.authorization)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    client = new ApiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { accessToken });
  });

  afterEach(async () => {
    await client.close();
    server.close();
  });

  it('ends at once, with what the source says, when it gives none', async () => {
    const ended = new Error('Your sign-in has ended.', { cause: new Error('invalid_grant') });
    accessToken.mockRejectedValue(ended);
    await expect(client.get('/v1/companies')).rejects.toBe(ended);
    expect(accessToken).toHaveBeenCalledTimes(1);
  });

  it('ends at once also by way of another client of the same tokens', async () => {
    const ended = new Error('Your sign-in has ended.');
    accessToken.mockRejectedValue(ended);
    const other = client.at(client.gateway);
    await expect(other.get('/v1/companies')).rejects.toBe(ended);
    expect(accessToken).toHaveBeenCalledTimes(1);
    await other.close();
  });

  it('is repeated when the source could not be reached', async () => {
    accessToken.mockRejectedValueOnce(unreachable());
    expect(await client.get('/v1/companies')).toBe('Bearer good');
    expect(accessToken).toHaveBeenCalledTimes(2);
  });
});

describe('a fault that may be over in a moment', () => {
  it.each([
    ['a name that is not found just now', Object.assign(new Error(), { code: 'EAI_AGAIN' }), true],
    ['a connection that is cut', Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }), true],
    ['no connection, as fetch wraps it', unreachable(), true],
    ['an answer that took too long', new DOMException('late', 'TimeoutError'), true],
    ['a server that is being replaced', new Error('unexpected', { cause: new Response('', { status: 503 }) }), true],
    ['an answer of another kind', new Error('unexpected', { cause: new Response('', { status: 404 }) }), false],
    ['a file that may not be read', Object.assign(new Error(), { code: 'EACCES' }), false],
    ['anything else', new Error('another command has been signing in for a minute'), false],
    ['no error at all', 'text', false],
  ])('may be %s', (_what, fault, expected) => expect(isPassing(fault)).toBe(expected));
});
