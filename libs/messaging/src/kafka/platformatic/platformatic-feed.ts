import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerGroupJoinPayload } from '@platformatic/kafka';
import type { PartitionOffset } from '../gathered.js';
import { BLOCKED_PAUSE_MS, GroupMember, NOT_ALLOWED, NOT_ALLOWED_PAUSE_MS } from '../group-member.js';
import type { KafkaSettings, LogLine } from '../kafka-client.js';
import { namesOf } from './answers.js';
import { askerOf, memberOf } from './clients.js';
import { GenerationReader, type Sink } from './generation-reader.js';

const CLOSE_LIMIT_MS = 5_000;
const CANNOT_UNPACK = 'PLT_KFK_UNSUPPORTED_COMPRESSION';

/**
 * What a consumer group brings to this process by @platformatic/kafka.
 *
 * The library keeps the membership; what is read is read by a reader of each generation, since the library's own stream
 * goes on after a rebalance where it was, also over what was dropped here and has never been dealt with.
 */
export class PlatformaticFeed extends GroupMember {
  private member?: Consumer;
  private reader?: GenerationReader;
  /** Rises with every joining and leaving; a reader that is made meanwhile is of no use. */
  private moves = 0;

  constructor(
    private readonly settings: KafkaSettings,
    groupId: string,
    topics: readonly string[],
    log: LogLine,
  ) {
    super(groupId, topics, settings.prefix, log);
  }

  get lastFetchAt(): number {
    return this.reader?.lastAnswerAt ?? this.movedAt;
  }

  protected get unansweredSince(): number {
    return this.reader?.waitingSince ?? Infinity;
  }

  protected async commit(offsets: readonly PartitionOffset[]): Promise<void> {
    await this.reader?.commit(offsets);
  }

  protected async leaveGroup(): Promise<void> {
    this.reader?.close();
    await Promise.race([leave(this.member), sleep(CLOSE_LIMIT_MS, undefined, { ref: false })]);
  }

  protected async keepJoining(): Promise<void> {
    for (let attempt = 0; !this.ending; attempt += 1) {
      const member = await memberOf(this.settings, `${this.prefix}${this.groupId}`);
      if (this.ending) return;
      this.member = member;
      try {
        await this.join(member);
        return;
      } catch (error) {
        if (member !== this.member) return;
        this.member = undefined;
        this.warn('could not start consuming, trying again', error);
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
      whileCurrent(() => this.hasLeft()),
    );
    member.on(
      'consumer:heartbeat:stalled',
      whileCurrent(() => this.joinAnewSince('the coordinator does not answer')),
    );
    member.on('error', (error) => whileCurrent(() => this.joinAnewSince(String(error)))());
    member.topics.trackAll(...this.topicNames);
    await member.joinGroup({});
  }

  private onJoin({ memberId, generationId, assignments }: ConsumerGroupJoinPayload): void {
    this.hasLeft();
    this.hasJoined();
    void this.read(this.moves, { memberId, generationId: generationId! }, assignments ?? []);
  }

  protected override hasLeft(): void {
    super.hasLeft();
    this.moves += 1;
    this.reader?.close();
    this.reader = undefined;
  }

  /** Reads what this generation was given, trying until the brokers say where to begin. */
  private async read(
    move: number,
    membership: Pick<Consumer, 'memberId' | 'generationId'>,
    assignments: NonNullable<ConsumerGroupJoinPayload['assignments']>,
  ): Promise<void> {
    const group = `${this.prefix}${this.groupId}`;
    for (let attempt = 0; move === this.moves && !this.ending; attempt += 1) {
      const [fetcher, committer] = await Promise.all([askerOf(this.settings, group), askerOf(this.settings, group)]);
      const reader = new GenerationReader(fetcher, Object.assign(committer, membership), assignments, this.sink(move));
      if (move !== this.moves) return reader.close();
      this.reader = reader;
      try {
        return await reader.open();
      } catch (error) {
        if (move !== this.moves || this.hasLeftForWantOfRights(error)) return reader.close();
        this.log('debug', 'kafka: could not start reading, trying again', { groupId: this.groupId, error: String(error) });
        reader.close();
        await sleep(Math.min(100 * 2 ** attempt, 2_000));
      }
    }
  }

  private sink(move: number): Sink {
    const { gathered } = this;
    return {
      add: (records, extent) => {
        if (move !== this.moves || this.ending) return;
        this.blocked = undefined;
        gathered.add(
          records.map((record) => ({ ...record, topic: this.withoutPrefix(record.topic) })),
          { ...extent, topic: this.withoutPrefix(extent.topic) },
        );
      },
      room: async () => {
        while (gathered.isFull && move === this.moves && !this.ending) await gathered.changed();
      },
      onFault: (error) => (move === this.moves && !this.hasLeftForWantOfRights(error) ? this.onFault(error) : undefined),
    };
  }

  private onFault(error: unknown): number | undefined {
    this.log('debug', 'kafka: a fetch has failed', { groupId: this.groupId, error: String(error) });
    if (!(error instanceof Error && 'code' in error && error.code === CANNOT_UNPACK)) return undefined;
    this.blocked = `a batch on the log cannot be unpacked: ${error.message}`;
    this.log('error', `kafka: ${this.blocked}`, { groupId: this.groupId });
    return BLOCKED_PAUSE_MS;
  }

  /** A member that may not read keeps its partitions from those that may, and would seem to be well. */
  private hasLeftForWantOfRights(error: unknown): boolean {
    if (!namesOf(error).some((name) => NOT_ALLOWED.test(name))) return false;
    this.warn('the broker does not let this service read, joining anew', error);
    this.leaveBehind();
    void this.joinAfter(NOT_ALLOWED_PAUSE_MS);
    return true;
  }

  private async joinAfter(ms: number): Promise<void> {
    await sleep(ms, undefined, { ref: false });
    await this.keepJoining();
  }

  private joinAnewSince(why: string): void {
    this.warn(`${why}, joining anew`);
    this.joinAnew();
  }

  protected joinAnew(): void {
    this.leaveBehind();
    void this.keepJoining();
  }

  private leaveBehind(): void {
    const { member } = this;
    this.member = undefined;
    this.hasLeft();
    void leave(member);
  }
}

async function leave(member: Consumer | undefined): Promise<void> {
  await member?.close(true).catch(() => {});
}
