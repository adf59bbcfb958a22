import type { BrokerProducer, RecordFeed } from '../protocol/ports.js';

/** Libraries that can read and write the log for a service. Topics and offsets are administered by kafkajs in any case. */
export const KAFKA_DRIVERS = ['kafkajs', 'platformatic'] as const;
export type KafkaDriver = (typeof KAFKA_DRIVERS)[number];

/** What a member of a consumer group brings to this process. */
export interface GroupFeed extends RecordFeed {
  /** What lies on the log and keeps this process from reading on. */
  readonly blocked: string | undefined;
  /** Member of its group with partitions or without; false while it is still joining or the broker is away. */
  readonly isJoined: boolean;
  /** Records of its partitions that this process has not dealt with, as far as the broker has told. */
  readonly lag: number;
  /** Records are here that nobody has taken yet. */
  readonly hasBacklog: boolean;
  /** When it last joined its group or left it, milliseconds since 1970. */
  readonly movedAt: number;
  /** When a broker last answered a fetch. */
  readonly lastFetchAt: number;
  /** Joins the group, trying until the broker is there; does not wait for that. */
  start(): void;
  /** Lets what is under way end (the runner sees an empty take), commits and leaves the group. */
  stop(): Promise<void>;
}

export interface ClosableProducer extends BrokerProducer {
  stop(): Promise<void>;
}
