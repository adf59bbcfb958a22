import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kafkaOfEnvironment, partitionsOfEnvironment } from './environment-variables.js';

describe('the broker that the environment names', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is reached with the prefix, the user and the encryption that the services use', () => {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-variables-'));
    writeFileSync(join(folder, 'password'), 'hush\n');
    const given = {
      KAFKA_BROKERS: 'a:9092,b:9092',
      KAFKA_PREFIX: 'north.',
      KAFKA_SSL: 'true',
      KAFKA_USERNAME: 'mill',
      KAFKA_PASSWORD_FILE: join(folder, 'password'),
    };
    for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
    expect(kafkaOfEnvironment()).toEqual({
      brokers: ['a:9092', 'b:9092'],
      prefix: 'north.',
      ssl: true,
      sasl: { username: 'mill', password: 'hush', mechanism: 'scram-sha-512' },
    });
    rmSync(folder, { recursive: true });
  });

  it('is shown no password in plain text, and takes no user without one', () => {
    const given = { KAFKA_BROKERS: 'broker:9092', KAFKA_USERNAME: 'admin', KAFKA_PASSWORD: 'hush', KAFKA_SASL_MECHANISM: 'plain' };
    for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
    expect(() => kafkaOfEnvironment()).toThrow('KAFKA_SSL=true');
    vi.stubEnv('KAFKA_BROKERS', '127.0.0.1:9094');
    expect(kafkaOfEnvironment().sasl).toEqual({ username: 'admin', password: 'hush', mechanism: 'plain' });
    vi.stubEnv('KAFKA_PASSWORD', '');
    expect(() => kafkaOfEnvironment()).toThrow('KAFKA_USERNAME and KAFKA_PASSWORD come together');
  });

  it.each([
    ['', undefined],
    ['1', 1],
    ['999', 999],
  ])('has topics of so many partitions when KAFKA_PARTITIONS is "%s"', (text, count) => {
    vi.stubEnv('KAFKA_PARTITIONS', text);
    expect(partitionsOfEnvironment()).toBe(count);
  });

  it.each(['0', '1000', 'many', '3.5'])('has no topics of %s partitions', (text) => {
    vi.stubEnv('KAFKA_PARTITIONS', text);
    expect(() => partitionsOfEnvironment()).toThrow(/KAFKA_PARTITIONS is a number from 1 to 999/);
  });
});
