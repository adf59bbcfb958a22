import { setTimeout as sleep } from 'node:timers/promises';
import type { Producer } from '@platformatic/kafka';
import type { OutboxRow } from '../../protocol/ports.js';
import type { ClosableProducer } from '../driver.js';
import type { KafkaSettings } from '../kafka-client.js';
import { ACKNOWLEDGE_MS, refusalOf, SEND_LIMIT_MS, within } from '../refusals.js';
import { namesOf } from './answers.js';
import { producerOf } from './clients.js';

const ALL = -1;
/** Sends batches with `acks=all` and awaits each; after a failure the next one goes through a new connection. */
export class PlatformaticProducer implements ClosableProducer {
  private connecting?: Promise<Producer>;

  constructor(private readonly settings: KafkaSettings) {}

  async send(rows: readonly OutboxRow[]): Promise<void> {
    const messages = rows.map(({ record }) => ({
      topic: `${this.settings.prefix}${record.topic}`,
      key: Buffer.from(record.key!),
      value: record.value!,
      headers: new Map(Object.entries(record.headers).map(([name, value]) => [Buffer.from(name), Buffer.from(value)])),
    }));
    try {
      const producer = await (this.connecting ??= producerOf(this.settings, ACKNOWLEDGE_MS));
      await within(SEND_LIMIT_MS, producer.send({ messages, acks: ALL }));
    } catch (error) {
      const refusal = refusalOf(namesOf(error), (error as Error).message);
      if (refusal) throw refusal;
      this.letGo();
      throw error;
    }
  }

  async stop(): Promise<void> {
    const producer = await this.connecting?.catch(() => undefined);
    await Promise.race([producer?.close().catch(() => {}), sleep(SEND_LIMIT_MS, undefined, { ref: false })]);
  }

  private letGo(): void {
    const old = this.connecting;
    this.connecting = undefined;
    void old?.then((producer) => producer.close()).catch(() => {});
  }
}
