import { isUtf8 } from 'node:buffer';

/** Headers as the broker had them: a name may stand there twice, and a value may be missing. */
export type RawHeaders = readonly (readonly [name: string, value: Buffer | null])[];

/** A record as it lies on the log: nothing of it is interpreted yet. */
export type BrokerRecord = Readonly<{
  topic: string;
  /** Absent before it is published. */
  partition?: number;
  offset?: string;
  /** The broker's time of the record, milliseconds since 1970. */
  timestamp?: string;
  key: string | null;
  /** The key as the broker had it; absent before it is published. */
  rawKey?: Buffer | null;
  headers: Readonly<Record<string, string>>;
  /** Only where text does not say it all: a value is no UTF-8 or is missing, or a name stands there twice. */
  rawHeaders?: RawHeaders;
  /** Null is a tombstone, which no contract of ours allows. */
  value: Buffer | null;
}>;

/** Topic and key name a stream; neither can contain a space. */
export function streamName(stream: Readonly<{ topic: string; key: string }>): string {
  return `${stream.topic} ${stream.key}`;
}

/** Whether a header's value is text, as every one of ours is. */
export const isText = (value: Buffer | null): value is Buffer => value !== null && isUtf8(value);
