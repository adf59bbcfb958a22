import type { BrokerRecord } from '../record.js';
import type { GroupFeed } from './driver.js';
import { Gathered, type PartitionOffset } from './gathered.js';
import type { LogLine } from './kafka-client.js';

/** A broker answers a fetch within half a second, with nothing if need be. */
const ANSWER_LIMIT_MS = 12_000;
const STALL_LOOK_MS = 5_000;
/** A batch that cannot be unpacked stays where it is until somebody has taken it away. */
export const BLOCKED_PAUSE_MS = 30_000;
/** How a broker calls what it does not let this service do. Rights that are given meanwhile are found by asking again. */
export const NOT_ALLOWED = /_AUTHORIZATION_FAILED$/;
export const NOT_ALLOWED_PAUSE_MS = 1_000;

/** What a member of a consumer group does with any driver: it gathers what comes, and joins anew when no answer does. */
export abstract class GroupMember implements GroupFeed {
  protected readonly gathered: Gathered;
  protected ending = false;
  protected joined = false;
  blocked: string | undefined;
  movedAt = Date.now();
  private stallWatch?: NodeJS.Timeout;

  constructor(
    protected readonly groupId: string,
    protected readonly topics: readonly string[],
    protected readonly prefix: string,
    protected readonly log: LogLine,
  ) {
    this.gathered = new Gathered(
      (offsets) => this.commit(offsets.map((each) => ({ ...each, topic: `${prefix}${each.topic}` }))),
      (error) => log('debug', 'kafka: offsets were not committed', { groupId, error: String(error) }),
    );
  }

  abstract get lastFetchAt(): number;

  get isJoined(): boolean {
    return this.joined;
  }

  get lag(): number {
    return this.gathered.lag;
  }

  get hasBacklog(): boolean {
    return this.gathered.hasBacklog;
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
    await this.leaveGroup();
  }

  /** Tries until it has joined, or is to end. */
  protected abstract keepJoining(): Promise<void>;
  protected abstract leaveGroup(): Promise<void>;
  /** Leaves what it has behind and joins by new connections. */
  protected abstract joinAnew(): void;
  protected abstract commit(offsets: readonly PartitionOffset[]): Promise<void>;
  /** Since when the longest of the fetches under way has had no answer; infinity when there is none. */
  protected abstract get unansweredSince(): number;

  /** It has a part of the log now. */
  protected hasJoined(): void {
    this.gathered.beginAnew();
    this.joined = true;
    this.movedAt = Date.now();
  }

  protected hasLeft(): void {
    if (this.joined) this.movedAt = Date.now();
    this.joined = false;
    this.gathered.beginAnew();
  }

  protected withoutPrefix(topic: string): string {
    return topic.slice(this.prefix.length);
  }

  protected get topicNames(): string[] {
    return this.topics.map((topic) => `${this.prefix}${topic}`);
  }

  protected warn(what: string, error?: unknown): void {
    this.log('warn', `kafka: ${what}`, { groupId: this.groupId, ...(error === undefined ? {} : { error: String(error) }) });
  }

  /** Drivers go on asking a broker that does not answer, though others lead its partitions by then: they have to look again. */
  private lookForStall(): void {
    const since = Math.min(this.unansweredSince, this.gathered.commitsFailSince ?? Infinity);
    if (!this.joined || Date.now() - since < ANSWER_LIMIT_MS) return;
    this.warn('a broker does not answer, joining anew');
    this.joinAnew();
  }
}
