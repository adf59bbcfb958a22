import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerGroupJoinPayload } from '@platformatic/kafka';
import type { BrokerRecord } from '../../record.js';
import type { GroupFeed } from '../driver.js';
import { Gathered } from '../gathered.js';
import type { KafkaSettings, LogLine } from '../kafka-client.js';
import { askerOf, memberOf } from './clients.js';
import { GenerationReader, type Sink } from './generation-reader.js';

/** A broker answers a fetch within half a second, with nothing if need be. */
const ANSWER_LIMIT_MS = 12_000;
const STALL_LOOK_MS = 5_000;
const CLOSE_LIMIT_MS = 5_000;
/** A batch that cannot be unpacked stays where it is until somebody has taken it away. */
const BLOCKED_PAUSE_MS = 30_000;
const CANNOT_UNPACK = 'PLT_KFK_UNSUPPORTED_COMPRESSION';

/**
 * What a consumer group brings to this process by @platformatic/kafka.
 *
 * The library keeps the membership; what is read is read by a reader of each generation, since the library's own stream
 * goes on after a rebalance where it was, also over what was dropped here and has never been dealt with.
 */
export class PlatformaticFeed implements GroupFeed {
  private readonly gathered: Gathered;
  private member?: Consumer;
  private reader?: GenerationReader;
  /** Rises with every joining and leaving; a reader that is made meanwhile is of no use. */
  private moves = 0;
  private stallWatch?: NodeJS.Timeout;
  private ending = false;
  private joined = false;
  private blockedBy?: string;
  movedAt = Date.now();

  constructor(
    private readonly settings: KafkaSettings,
    private readonly groupId: string,
    private readonly topics: readonly string[],
    private readonly log: LogLine,
  ) {
    this.gathered = new Gathered(
      async (offsets) => this.reader?.commit(offsets.map((each) => ({ ...each, topic: `${settings.prefix}${each.topic}` }))),
      (error) => log('debug', 'kafka: offsets were not committed', { groupId, error: String(error) }),
    );
  }

  get blocked(): string | undefined {
    return this.blockedBy;
  }

  get isJoined(): boolean {
    return this.joined;
  }

  get lag(): number {
    return this.gathered.lag;
  }

  get hasBacklog(): boolean {
    return this.gathered.hasBacklog;
  }

  get lastFetchAt(): number {
    return this.reader?.lastAnswerAt ?? this.movedAt;
  }

  start(): void {
    this.stallWatch = setInterval(() => this.lookForStall(), STALL_LOOK_MS);
    void this.keepJoining();
  }

  take(limit: number): Promise<BrokerRecord[]> {
    return this.gathered.take(limit);
  }

  owns(record: BrokerRecord): boolean {
    return this.gathered.owns(record);
  }

  async done(records: readonly BrokerRecord[]): Promise<void> {
    this.gathered.done(records);
  }

  async stop(): Promise<void> {
    this.ending = true;
    clearInterval(this.stallWatch);
    await this.gathered.end();
    this.reader?.close();
    await Promise.race([leave(this.member), sleep(CLOSE_LIMIT_MS, undefined, { ref: false })]);
  }

  private async keepJoining(): Promise<void> {
    for (let attempt = 0; !this.ending; attempt += 1) {
      const member = await memberOf(this.settings, `${this.settings.prefix}${this.groupId}`);
      if (this.ending) return;
      this.member = member;
      try {
        await this.join(member);
        return;
      } catch (error) {
        if (member !== this.member) return;
        this.member = undefined;
        this.log('warn', 'kafka: could not start consuming, trying again', { groupId: this.groupId, error: String(error) });
        void leave(member);
        await sleep(Math.min(200 * 2 ** attempt, 5_000));
      }
    }
  }

  private async join(member: Consumer): Promise<void> {
    const whileCurrent = (work: () => void) => () => member === this.member && !this.ending && work();
    member.on('consumer:group:join', (joined) => (member === this.member && !this.ending ? this.onJoin(joined) : void leave(member)));
    member.on(
      'consumer:group:rebalance',
      whileCurrent(() => this.onLeave()),
    );
    member.on(
      'consumer:heartbeat:stalled',
      whileCurrent(() => this.joinAnew('the coordinator does not answer')),
    );
    member.on('error', (error) => whileCurrent(() => this.joinAnew(String(error)))());
    member.topics.trackAll(...this.topics.map((topic) => `${this.settings.prefix}${topic}`));
    await member.joinGroup({});
  }

  private onJoin({ memberId, generationId, assignments }: ConsumerGroupJoinPayload): void {
    this.onLeave();
    this.joined = true;
    this.movedAt = Date.now();
    void this.read(this.moves, { memberId, generationId: generationId! }, assignments ?? []);
  }

  private onLeave(): void {
    if (this.joined) this.movedAt = Date.now();
    this.joined = false;
    this.moves += 1;
    this.gathered.beginAnew();
    this.reader?.close();
    this.reader = undefined;
  }

  /** Reads what this generation was given, trying until the brokers say where to begin. */
  private async read(
    move: number,
    membership: Pick<Consumer, 'memberId' | 'generationId'>,
    assignments: NonNullable<ConsumerGroupJoinPayload['assignments']>,
  ): Promise<void> {
    const group = `${this.settings.prefix}${this.groupId}`;
    for (let attempt = 0; move === this.moves && !this.ending; attempt += 1) {
      const [fetcher, committer] = await Promise.all([askerOf(this.settings, group), askerOf(this.settings, group)]);
      const reader = new GenerationReader(fetcher, Object.assign(committer, membership), assignments, this.sink(move));
      if (move !== this.moves) return reader.close();
      this.reader = reader;
      try {
        return await reader.open();
      } catch (error) {
        this.log('debug', 'kafka: could not start reading, trying again', { groupId: this.groupId, error: String(error) });
        reader.close();
        await sleep(Math.min(100 * 2 ** attempt, 2_000));
      }
    }
  }

  private sink(move: number): Sink {
    const { gathered, settings } = this;
    const bare = (topic: string) => topic.slice(settings.prefix.length);
    return {
      add: (records, extent) => {
        if (move !== this.moves || this.ending) return;
        this.blockedBy = undefined;
        gathered.add(
          records.map((record) => ({ ...record, topic: bare(record.topic) })),
          { ...extent, topic: bare(extent.topic) },
        );
      },
      room: async () => {
        while (gathered.isFull && move === this.moves && !this.ending) await gathered.changed();
      },
      onFault: (error) => this.onFault(error),
    };
  }

  private onFault(error: unknown): number | undefined {
    this.log('debug', 'kafka: a fetch has failed', { groupId: this.groupId, error: String(error) });
    if (!(error instanceof Error && 'code' in error && error.code === CANNOT_UNPACK)) return undefined;
    this.blockedBy = `a batch on the log cannot be unpacked: ${error.message}`;
    this.log('error', `kafka: ${this.blockedBy}`, { groupId: this.groupId });
    return BLOCKED_PAUSE_MS;
  }

  /** What does not answer is asked through new connections. */
  private lookForStall(): void {
    const since = Math.min(this.reader?.waitingSince ?? Infinity, this.gathered.commitsFailSince ?? Infinity);
    if (this.joined && Date.now() - since >= ANSWER_LIMIT_MS) this.joinAnew('a broker does not answer');
  }

  private joinAnew(why: string): void {
    this.log('warn', `kafka: ${why}, joining anew`, { groupId: this.groupId });
    const { member } = this;
    this.member = undefined;
    this.onLeave();
    void leave(member);
    void this.keepJoining();
  }
}

async function leave(member: Consumer | undefined): Promise<void> {
  await member?.close(true).catch(() => {});
}
