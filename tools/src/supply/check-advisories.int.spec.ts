import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';

const CHECK = join(ROOT, 'tools/dist/src/supply/check-advisories.js');
const leak = (severity: string) => ({
  kafkajs: [{ id: 4711, url: 'https://advisories.example/GHSA-aaaa', title: 'It leaks', severity, vulnerable_versions: '<99', cwe: [], cvss: { score: 9 } }],
});

/** What npm asks next, of the package and of what needs it: which versions there are. */
function versionsOf(path: string): object {
  const name = decodeURIComponent(path.slice(1));
  return { name, 'dist-tags': { latest: '2.2.4' }, versions: { '2.2.4': { name, version: '2.2.4' } } };
}

type Ended = Readonly<{ code: number; out: string }>;

describe('the check of advisories', () => {
  let registry: Server | undefined;
  let cache: string;

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'millrace-npm-')); // Else npm remembers what it was told of a package.
  });

  afterEach(() => {
    registry?.close();
    rmSync(cache, { recursive: true, force: true });
  });

  /** A registry of our own, which knows this of one package. */
  async function registryThat(status: number, answer: object): Promise<string> {
    registry = createServer((request, response) => {
      request
        .resume()
        .on('end', () =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(request.method === 'GET' ? versionsOf(request.url!) : answer)),
        );
    });
    await new Promise<void>((resolve) => registry!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
  }

  function check(address: string): Promise<Ended> {
    const env = { ...process.env, npm_config_registry: address, npm_config_cache: cache };
    return new Promise((resolve) =>
      execFile(process.execPath, [CHECK], { env }, (error, out) => resolve({ code: error === null ? 0 : Number(error.code), out })),
    );
  }

  it('fails on a severe one, and names what has it', async () => {
    const { code, out } = await check(await registryThat(200, leak('critical')));
    expect(out).toContain('open: critical GHSA-aaaa in kafkajs <99: It leaks');
    expect(code).toBe(1);
  });

  it('tells a minor one and fails nothing', async () => {
    const { code, out } = await check(await registryThat(200, leak('moderate')));
    expect(out).toContain('minor: moderate GHSA-aaaa in kafkajs');
    expect(code).toBe(0);
  });

  it('is content when there is none', async () => {
    expect(await check(await registryThat(200, {}))).toEqual({ code: 0, out: '0 severe advisories are open, 0 minor ones, 0 accepted\n' });
  });

  it('says that nothing was looked at when the registry does not answer, and fails nothing', async () => {
    for (const address of [await registryThat(405, {}), 'http://127.0.0.1:9/']) {
      const { code, out } = await check(address);
      expect(out).toContain('no advisories were looked at');
      expect(code).toBe(0);
    }
  });
});
