import { eventually } from '@millrace/testing';
import type { Consumer, ConsumerConfig, Kafka } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { KafkaFeed } from './kafka-feed.js';

/** A member of a group as kafkajs makes it, whose events the test tells. */
class Member {
  readonly tell = new Map<string, (event: { payload: object }) => void>();
  left = 0;

  constructor(readonly config: ConsumerConfig) {}

  on(event: string, listener: (event: { payload: object }) => void): void {
    this.tell.set(event, listener);
  }

  async connect(): Promise<void> {}
  async subscribe(): Promise<void> {}
  async run(): Promise<void> {}

  async disconnect(): Promise<void> {
    this.left += 1;
  }

  happens(event: string, payload: object = {}): void {
    this.tell.get(event)!({ payload });
  }
}

describe('a member that was left behind', () => {
  it('does not start again, and leaves when it had already begun to: it would take partitions and do nothing with them', async () => {
    const members: Member[] = [];
    const kafka = { consumer: (config: ConsumerConfig) => members[members.push(new Member(config)) - 1] as unknown as Consumer };
    const feed = new KafkaFeed(kafka as unknown as Kafka, 'group', ['topic'], '', () => {});
    feed.start();
    await eventually(() => expect(members).toHaveLength(1));
    const [first] = members as [Member];
    await eventually(() => expect(first.tell.has('consumer.group_join')).toBe(true));
    first.happens('consumer.group_join');
    expect(await first.config.retry!.restartOnFailure!(new Error('cut'))).toBe(true);

    first.happens('consumer.crash', { restart: false, error: new Error('cut') });
    await eventually(() => expect(members).toHaveLength(2));
    expect(await first.config.retry!.restartOnFailure!(new Error('cut'))).toBe(false);
    const before = first.left;
    first.happens('consumer.group_join');
    expect({ left: first.left - before, joined: feed.isJoined }).toEqual({ left: 1, joined: false });

    members[1]!.happens('consumer.group_join');
    expect(feed.isJoined).toBe(true);
    await feed.stop();
  });
});
