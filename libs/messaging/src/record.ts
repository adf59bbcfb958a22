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
  /** Null is a tombstone, which no contract of ours allows. */
  value: Buffer | null;
}>;

/** Topic and key name a stream; neither can contain a space. */
export function streamName(stream: Readonly<{ topic: string; key: string }>): string {
  return `${stream.topic} ${stream.key}`;
}
