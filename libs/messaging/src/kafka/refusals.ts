import { setTimeout as sleep } from 'node:timers/promises';
import { RefusedByBroker, TopicUnavailable } from '../protocol/ports.js';

/** Answers after which the same record would be refused again. */
const REFUSALS = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'UNSUPPORTED_FOR_MESSAGE_FORMAT']);
/** A topic that was not provisioned or may not be written: the others can go on. */
const TOPIC_TROUBLE = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'TOPIC_AUTHORIZATION_FAILED', 'INVALID_TOPIC_EXCEPTION']);

/** For the brokers to agree on a batch, and for the answer to come. */
export const ACKNOWLEDGE_MS = 8_000;
export const SEND_LIMIT_MS = 12_000;

/** What the relay has to know of answers that have these names; undefined when the same may be sent again. */
export function refusalOf(names: readonly string[], message: string): RefusedByBroker | TopicUnavailable | undefined {
  const refused = names.find((name) => REFUSALS.has(name));
  if (refused) return new RefusedByBroker(`${refused}: ${message}`);
  const trouble = names.find((name) => TOPIC_TROUBLE.has(name));
  return trouble === undefined ? undefined : new TopicUnavailable(`${trouble}: ${message}`);
}

/** @throws Error when the broker takes longer. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const limit = sleep(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`the broker did not answer within ${ms / 1_000} s`);
  });
  limit.catch(() => {}); // It was not late.
  return Promise.race([work, limit]).finally(() => late.abort());
}
