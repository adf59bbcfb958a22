import { ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What was begun by somebody who has not signed in is forgotten after so long. */
export const STRANGER_SECONDS = 900;
/** Some hundred people behind one address begin a sign-in at once; each takes a few writes. */
const WRITES_FROM_ONE_ADDRESS = 1_000;

/** Of each kind of state: whether nobody has signed in for it yet. */
const OF_STRANGERS: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => boolean>> = {
  Session: ({ accountId }) => accountId === undefined,
  Interaction: ({ session }) => session === undefined,
  DeviceCode: ({ accountId }) => accountId === undefined,
};

/** Bytes of an address of IPv6 that say whose it is; the others are its owner's to choose. */
const NETWORK_BYTES = 8;

/** What is one place on the net: an address of IPv4, a network of IPv6. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address); // One of IPv4 in the form of IPv6 is itself.
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, NETWORK_BYTES).join(' ');
}

/**
 * Bounds what people who have not signed in leave behind: pages that are asked for cost a row each, and asking is free. An
 * address has so many writes while a row lives, so it never has more rows than that. In memory, by each replica for itself.
 */
@Injectable()
export class Strangers {
  private readonly writes = new RateLimiterMemory({ points: WRITES_FROM_ONE_ADDRESS, duration: STRANGER_SECONDS });

  /** @throws ProblemException 429 when an address has begun too much. */
  async admit(model: string, payload: Readonly<Record<string, unknown>>, address: string): Promise<void> {
    if (OF_STRANGERS[model]?.(payload) !== true) return;
    const { consumedPoints, msBeforeNext } = await this.writes.penalty(networkOf(address));
    if (consumedPoints <= WRITES_FROM_ONE_ADDRESS) return;
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    const detail = `Too many sign-ins were begun from here and not finished: come back in ${seconds} s.`;
    throw new ProblemException(429, 'rate-limit-exceeded', detail, {}, { 'retry-after': String(seconds) });
  }
}
