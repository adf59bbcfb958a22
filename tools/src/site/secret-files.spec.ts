import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asVariables, securitySettings } from '@millrace/embedded';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home, ROOT } from './home.js';
import { ensureSecretFiles, PROVISION_FOLDER } from './secret-files.js';
import { SERVICES } from './topology.js';

describe('secrets as files', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-secrets-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8').trim();

  it('give each service its own passwords and nobody else any of them', () => {
    const { kafka, databases } = ensureSecretFiles(folder);
    for (const name of SERVICES) {
      expect([read(name, 'database_password'), read(name, 'kafka_password')]).toEqual([databases[name].service, kafka.services[name]]);
      expect(statSync(join(folder, name, 'kafka_password')).mode & 0o777).toBe(0o400);
    }
    const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const holding = (secret: string) =>
      all.filter(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').includes(secret)).map(({ parentPath }) => parentPath);
    for (const name of SERVICES) expect(new Set(holding(kafka.services[name]))).toEqual(new Set([join(folder, name), join(folder, PROVISION_FOLDER)]));
    expect(new Set(holding(kafka.admin))).toEqual(new Set([join(folder, 'kafka'), join(folder, PROVISION_FOLDER)]));
  });

  it('let the broker know itself and its administrator, in a file that its image can copy and write to', () => {
    const { kafka } = ensureSecretFiles(folder);
    const properties = read('kafka', 'server.properties');
    expect(properties).toContain(`listener.name.internal.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required`);
    expect(properties).toContain(`user_admin="${kafka.admin}"`);
    expect(statSync(join(folder, 'kafka', 'server.properties')).mode & 0o777).toBe(0o644);
  });

  it('are added to what an earlier version made, which is left as it was, and that is told', () => {
    const { kafka: _none, ...before } = ensureSecretFiles(folder);
    rmSync(join(folder, 'kafka'), { recursive: true });
    for (const name of [...SERVICES, 'tools']) rmSync(join(folder, name, 'kafka_password'));
    rmSync(join(folder, PROVISION_FOLDER, 'kafka_admin_password'));
    new Home(join(folder, PROVISION_FOLDER)).write('secrets.json', before);
    const told: string[] = [];
    const { kafka, ...after } = ensureSecretFiles(folder, (what) => told.push(what));
    expect(after).toEqual(before);
    expect(read('orders', 'kafka_password')).toBe(kafka.services.orders);
    expect(told).toEqual([expect.stringContaining('from before its broker asked for credentials')]);
    expect(ensureSecretFiles(folder, (what) => told.push(what)).kafka).toEqual(kafka);
    expect(told).toHaveLength(1);
  });

  it('are made for a service that an earlier version did not have', () => {
    const { kafka, databases, ...others } = ensureSecretFiles(folder);
    const without = <T>({ hr: _none, ...rest }: Record<string, T>) => rest;
    const before = { ...others, databases: without(databases), kafka: { ...kafka, services: without(kafka.services) } };
    new Home(join(folder, PROVISION_FOLDER)).write('secrets.json', before);
    rmSync(join(folder, 'hr'), { recursive: true });
    rmSync(join(folder, 'tools', 'audit_password_hr'));
    const after = ensureSecretFiles(folder);
    expect(after.kafka.services).toEqual({ ...before.kafka.services, hr: expect.not.stringMatching(kafka.services.hr) });
    expect(after.databases).toEqual({ ...before.databases, hr: { service: expect.any(String), owner: expect.any(String), audit: expect.any(String) } });
  });

  it('never replace what somebody put there, and say that it is not what the secrets say', () => {
    ensureSecretFiles(folder);
    const own = join(folder, 'orders', 'kafka_password');
    rmSync(own);
    writeFileSync(own, 'of my own');
    const both = new RegExp(`^${own}: not as ${join(folder, PROVISION_FOLDER, 'secrets.json')} has it`);
    expect(() => ensureSecretFiles(folder)).toThrow(both);
    expect(read('orders', 'kafka_password')).toBe('of my own');
  });

  it('are written again where a file is empty, and leave nothing half-written', () => {
    const { kafka } = ensureSecretFiles(folder);
    const file = join(folder, 'orders', 'kafka_password');
    rmSync(file);
    writeFileSync(file, '');
    writeFileSync(`${file}.new`, kafka.services.orders.slice(0, 4), { mode: 0o400 });
    ensureSecretFiles(folder);
    expect(read('orders', 'kafka_password')).toBe(kafka.services.orders);
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.new'))).toEqual([]);
  });
});

describe('the broker of docker compose', () => {
  const compose = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  const kafka = /^ {2}kafka:\n((?: {4}.*\n|\n)+)/m.exec(compose)![1]!;
  const settings = new Map([...kafka.matchAll(/^ {6}(KAFKA_[A-Z0-9_]+): '?([^'\n]*)'?$/gm)].map(([, name, value]) => [name, value]));

  it.each(Object.entries(asVariables(securitySettings())))('has %s as the one of this machine has it', (name, value) => {
    expect(settings.get(name)).toBe(value);
  });

  it('has no secret in the file, and lets nobody in beyond loopback but by SCRAM', () => {
    expect(compose).not.toMatch(/jaas/i);
    expect(settings.get('KAFKA_LISTENERS')).toBe('CLIENT://0.0.0.0:9092,INTERNAL://127.0.0.1:9094,CONTROLLER://localhost:9093');
  });
});
