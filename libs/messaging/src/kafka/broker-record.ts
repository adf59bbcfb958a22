import type { IHeaders, KafkaMessage } from 'kafkajs';
import { type BrokerRecord, isText, type RawHeaders } from '../record.js';

/** A record as a driver brings it: its headers as they lie on the log. */
export type LoggedRecord = Readonly<{
  topic: string;
  partition: number;
  offset: string;
  timestamp: string;
  key: Buffer | null;
  headers: RawHeaders;
  value: Buffer | null;
}>;

/** What kafkajs brings, as it lies on the log. */
export function recordOf(topic: string, partition: number, message: KafkaMessage): BrokerRecord {
  const { offset, timestamp, key, value } = message;
  return brokerRecord({ topic, partition, offset, timestamp, key, value, headers: rawHeaders(message.headers ?? {}) });
}

export function brokerRecord({ headers, ...logged }: LoggedRecord): BrokerRecord {
  return {
    ...logged,
    key: logged.key === null ? null : logged.key.toString(),
    rawKey: logged.key,
    headers: asText(headers),
    ...(saysMoreThanText(headers) ? { rawHeaders: headers } : {}),
  };
}

/** Header values are UTF-8 text; of a repeated header the first counts. */
export function textHeaders(headers: IHeaders): Record<string, string> {
  return asText(rawHeaders(headers));
}

function asText(headers: RawHeaders): Record<string, string> {
  const text = headers.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value.toString()]]));
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
