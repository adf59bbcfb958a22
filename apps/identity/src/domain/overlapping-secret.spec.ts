import { describe, expect, it } from 'vitest';
import { goodHashes, type OverlappingSecret, replaceSecret, useOf } from './overlapping-secret.js';

const NOON = new Date('2026-06-01T12:00:00Z');
const hoursLater = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
const secret = (given: Partial<OverlappingSecret> = {}): OverlappingSecret => ({
  secretHash: 'first',
  previousSecretHash: null,
  previousSecretUntil: null,
  secretUsedAt: NOON,
  previousSecretUsedAt: null,
  ...given,
});

describe('a secret that is replaced', () => {
  it('is good beside the new one for as long as was said, to the moment', () => {
    const of = secret();
    replaceSecret(of, 'second', NOON, 24);
    expect(goodHashes(of, hoursLater(23.99))).toEqual(['second', 'first']);
    expect(goodHashes(of, hoursLater(24))).toEqual(['second']);
  });

  it('ends at once when it does not overlap', () => {
    const of = secret();
    replaceSecret(of, 'second', NOON, 0);
    expect(goodHashes(of, NOON)).toEqual(['second']);
    expect(of.previousSecretHash).toBeNull();
  });

  it('is the only one before: a third one ends the first', () => {
    const of = secret();
    replaceSecret(of, 'second', NOON, 24);
    replaceSecret(of, 'third', hoursLater(1), 24);
    expect(goodHashes(of, hoursLater(2))).toEqual(['third', 'second']);
  });

  it('tells when each was used last, and nothing of one that is over', () => {
    const of = secret();
    replaceSecret(of, 'second', NOON, 24);
    expect(useOf(of, hoursLater(1))).toEqual({ previousSecretUntil: hoursLater(24).toISOString(), previousSecretUsedAt: NOON.toISOString() });
    of.secretUsedAt = hoursLater(2);
    expect(useOf(of, hoursLater(24))).toEqual({ secretUsedAt: hoursLater(2).toISOString() });
  });

  it('is none of an app that keeps none', () => {
    expect(goodHashes(secret({ secretHash: null }), NOON)).toEqual([]);
  });
});
