import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../site/home.js';
import { accessOfEnvironment } from './provision.js';

describe('users and rights on the broker that "provision" is sent to', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['', 'leave'],
    ['leave', 'leave'],
    ['grant', 'grant'],
  ])('are, with KAFKA_ACCESS "%s", to %s', (text, expected) => {
    vi.stubEnv('KAFKA_ACCESS', text);
    expect(accessOfEnvironment()).toBe(expected);
  });

  it('are refused any other word', () => {
    vi.stubEnv('KAFKA_ACCESS', 'true');
    expect(() => accessOfEnvironment()).toThrow('KAFKA_ACCESS is grant or leave, not "true".');
  });

  it('are given by compose, whose broker is the suite’s own', () => {
    expect(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')).toMatch(/^ {6}KAFKA_ACCESS: grant\b/m);
  });
});
