import { MessagingRuntime, type Command, type CommandHandler, type Outcome, type UnitOfWork } from '@millrace/messaging';
import { Refusal } from '@millrace/kernel';
import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { cursorOf, limitOf, type Page, pageOf, type PageQuery } from '../http/pages.js';
import type { HeldStreamDto, ReleaseDto } from './operations.dto.js';
import { record } from './operator-action.js';

const LIST = statement(`
  select h.*, (select count(*) from outbox o where o.topic = h.topic and o.key = h.key and o.published_at is null) as unpublished from held_stream h
  where $2::timestamptz is null or (h.held_at, h.topic, h.key) > ($2, $3, $4) order by h.held_at, h.topic, h.key limit $1`);
const RELEASE = statement(`delete from held_stream where topic = $1 and key = $2 returning sequence, code, message`);

type Row = Readonly<{ topic: string; key: string; sequence: number; code: string; message: string; held_at: string; unpublished: number }>;
type Release = Command<ReleaseDto>;
type Released = ReadonlyMap<Release, Pick<Row, 'sequence' | 'code' | 'message'> | undefined>;

const notHeld = new Refusal('stream-not-held', 'missing', 'This stream is not held: list the held ones again.');

/** Lets a stream that the broker refused be published again, from the fact that it refused. */
@Injectable()
export class ReleaseStreamHandler implements CommandHandler<ReleaseDto, Released, object> {
  readonly name = 'release-stream';

  async load(commands: readonly Release[], tx: UnitOfWork): Promise<Released> {
    const released = new Map<Release, Pick<Row, 'sequence' | 'code' | 'message'> | undefined>();
    for (const command of commands) released.set(command, (await tx.query<Row>(RELEASE, [command.request.topic, command.request.key]))[0]);
    return released;
  }

  handle(command: Release, released: Released, tx: UnitOfWork): Outcome<object> {
    const held = released.get(command);
    if (!held) return notHeld;
    record(tx, 'release', { consumer: 'outbox', ...command.request }, command, held);
    return {};
  }
}

/** Streams that the broker refused for good: nothing more of them is published until an operator has helped. */
@Injectable()
export class HeldStreams {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly commands: Commands,
    private readonly releaseStream: ReleaseStreamHandler,
  ) {}

  async list(query: PageQuery): Promise<Page<HeldStreamDto>> {
    const limit = limitOf(query);
    const [since = null, topic = null, key = null] = cursorOf(query, 3) ?? [];
    const rows = await this.database.query<Row>(LIST, [limit + 1, since, topic, key]);
    return pageOf(rows, limit, heldStream, (row) => [row.held_at, row.topic, row.key]);
  }

  async release(request: ReleaseDto, caller: Caller): Promise<void> {
    await this.commands.run(this.releaseStream, request, caller);
    this.messaging.wake();
  }
}

function heldStream({ topic, key, sequence, code, message, held_at: since, unpublished }: Row): HeldStreamDto {
  return { topic, key, sequence, since: new Date(since).toISOString(), errorCode: code, errorMessage: message, unpublished };
}
