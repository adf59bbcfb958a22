import type { IHeaders, KafkaMessage } from 'kafkajs';
import { type BrokerRecord, isText, type RawHeaders } from '../record.js';

/** What kafkajs brings, as it lies on the log. */
export function recordOf(topic: string, partition: number, message: KafkaMessage): BrokerRecord {
  const raw = rawHeaders(message.headers ?? {});
  return {
    topic,
    partition,
    offset: message.offset,
    timestamp: message.timestamp,
    key: message.key === null ? null : message.key.toString(),
    rawKey: message.key,
    headers: textHeaders(message.headers ?? {}),
    ...(saysMoreThanText(raw) ? { rawHeaders: raw } : {}),
    value: message.value,
  };
}

/** Header values are UTF-8 text; of a repeated header the first counts. */
export function textHeaders(headers: IHeaders): Record<string, string> {
  const text = rawHeaders(headers).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value.toString()]]));
  return Object.fromEntries(text.reverse()); // Of two, the one that is written last stays.
}

/** kafkajs has a list for a name that stands there twice, and null for a value that is missing. */
function rawHeaders(headers: IHeaders): RawHeaders {
  return Object.entries(headers).flatMap(([name, value]) => {
    const values = (Array.isArray(value) ? value : [value]) as (Buffer | string | null | undefined)[];
    return values.map((each): [string, Buffer | null] => [name, typeof each === 'string' ? Buffer.from(each) : (each ?? null)]);
  });
}

function saysMoreThanText(headers: RawHeaders): boolean {
  return headers.some(([, value]) => !isText(value)) || new Set(headers.map(([name]) => name)).size < headers.length;
}
