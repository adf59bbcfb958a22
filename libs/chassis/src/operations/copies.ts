import { isRefusal } from '@millrace/kernel';
import { MessagingRuntime, type Command, type CommandHandler, type Outcome, type RebuildRun, type UnitOfWork } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ProblemException } from '../http/problem.js';
import type { RebuildBegunDto, RebuildDto } from './operations.dto.js';

type Wish = Command<RebuildDto>;

/** Writes down that a copy is to be built again; the work begins after the commit. */
@Injectable()
export class RebuildCopyHandler implements CommandHandler<RebuildDto, ReadonlySet<string>, RebuildBegunDto> {
  readonly name = 'rebuild-copy';

  constructor(@Inject(MessagingRuntime) private readonly messaging: MessagingRuntime) {}

  load(commands: readonly Wish[], tx: UnitOfWork): Promise<ReadonlySet<string>> {
    return this.messaging.rebuilds.underWayOf(
      tx,
      commands.map(({ request }) => request.consumer),
    );
  }

  handle({ request, actor }: Wish, underWay: ReadonlySet<string>, tx: UnitOfWork): Outcome<RebuildBegunDto> {
    const begun = this.messaging.rebuilds.writeDown(tx, { ...request, actor }, underWay);
    return isRefusal(begun) ? begun : { rebuildId: begun };
  }
}

/** Copies of other services' data, and how they are built again from the first fact on. */
@Injectable()
export class Copies {
  constructor(
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly commands: Commands,
    private readonly rebuildCopy: RebuildCopyHandler,
  ) {}

  async rebuild(request: RebuildDto, caller: Caller): Promise<RebuildBegunDto> {
    const { response, replayed } = await this.commands.run(this.rebuildCopy, request, caller);
    if (!replayed) this.messaging.rebuilds.carryOut(response.rebuildId, request);
    return response;
  }

  async show(rebuildId: string): Promise<RebuildRun> {
    const run = await this.messaging.rebuilds.show(rebuildId);
    if (!run) throw new ProblemException(404, 'not-found', 'There is no rebuild with this id.');
    return run;
  }

  list(): Promise<RebuildRun[]> {
    return this.messaging.rebuilds.list();
  }
}
