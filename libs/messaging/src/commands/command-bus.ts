import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, Refusal } from '@millrace/kernel';
import { isTransient } from '@millrace/persistence';
import { failpoint } from '../failpoints.js';
import type { MessageStore } from '../postgres/message-store.js';
import type { UnitOfWork } from '../postgres/unit-of-work.js';
import type { Answer, Command, CommandHandler, Outcome } from './command.js';
import { appendToTrail } from '../trail/audit-trail.js';
import { doneEntries } from '../trail/done-entries.js';
import { IdempotencyKeys, type Claim } from './idempotency-keys.js';

/** At most so many commands share a transaction. */
const GROUP_LIMIT = 64;
const QUEUE_LIMIT = 2_000;
const TRIES = 4;

/** More commands wait than this process can take on: try again later. */
export class Overloaded extends Error {}

type Result = Answer<unknown> | Refusal;
type Waiting = Readonly<{
  command: Command<unknown>;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}>;
// oxlint-disable-next-line no-explicit-any -- handlers of many requests are kept together
type AnyHandler = CommandHandler<any, any, any>;

/** Runs commands in groups: those of one handler and company that are there share a transaction and its commit. */
export class CommandBus {
  private readonly queues = new Map<string, Waiting[]>();
  private readonly keys = new IdempotencyKeys();
  private waiting = 0;

  constructor(private readonly store: MessageStore) {}

  /**
   * Runs a command, once for its idempotency key.
   *
   * @returns The answer, or the refusal; a refusal is not kept for the key.
   * @throws Overloaded, or the error of the database when it stays away.
   */
  run<Request, Loaded, Response>(handler: CommandHandler<Request, Loaded, Response>, command: Command<Request>): Promise<Answer<Response> | Refusal> {
    if (this.waiting >= QUEUE_LIMIT) throw new Overloaded('too many commands are waiting');
    this.waiting += 1;
    return new Promise<Result>((resolve, reject) => {
      const name = `${handler.name} ${command.companyId}`;
      const entry = { command, resolve, reject };
      const queue = this.queues.get(name);
      if (queue) queue.push(entry);
      else {
        this.queues.set(name, [entry]);
        void this.work(handler as AnyHandler, name);
      }
    }).finally(() => {
      this.waiting -= 1;
    }) as Promise<Answer<Response> | Refusal>;
  }

  private async work(handler: AnyHandler, name: string): Promise<void> {
    const queue = this.queues.get(name)!;
    while (queue.length > 0) {
      const group = takeGroup(queue);
      try {
        settle(
          group,
          await this.runGroup(
            handler,
            group.map((each) => each.command),
          ),
        );
      } catch {
        await Promise.all(group.map((each) => this.runAlone(handler, each)));
      }
    }
    this.queues.delete(name);
  }

  /** Alone, so that it fails for nobody else's fault; again when only a neighbour or the connection was in the way. */
  private async runAlone(handler: AnyHandler, waiting: Waiting): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        settle([waiting], await this.runGroup(handler, [waiting.command]));
        return;
      } catch (error) {
        if (!isTransient(error) || attempt === TRIES) {
          waiting.reject(error);
          return;
        }
        await sleep(20 * 2 ** attempt);
      }
    }
  }

  private async runGroup(handler: AnyHandler, commands: readonly Command<unknown>[]): Promise<Result[]> {
    await failpoint('http.before-transaction');
    const results = await this.store.transaction(commands[0]!.companyId, async (tx) => {
      const changes = commands.some(({ origin }) => origin) ? tx.watchChanges(commands.length) : undefined;
      const claiming = this.keys.claim(tx, commands);
      const loading = handler.load(commands, tx) as Promise<unknown>;
      loading.catch(() => {}); // When claiming fails first, this one's error is only its echo.
      const claims = await claiming;
      const loaded = await loading;
      const outcomes = commands.map((command, index) => tx.actFor(index, () => decide(handler, command, claims[index]!, loaded, tx), isDone));
      await tx.flush();
      const settled = outcomes.map((outcome) => (typeof outcome === 'function' ? { response: outcome(), replayed: false } : outcome));
      this.keys.keep(tx, commands, settled);
      if (changes) appendToTrail(tx, doneEntries(commands, settled, changes));
      return settled;
    });
    await failpoint('http.after-commit');
    return results;
  }
}

function decide(handler: AnyHandler, command: Command<unknown>, claim: Claim, loaded: unknown, tx: UnitOfWork): Result | (() => unknown) {
  if (claim.kind !== 'new') return claim.kind === 'known' ? { response: claim.response, replayed: true } : claim.refusal;
  const outcome = handler.handle(command, loaded, tx) as Outcome<unknown>;
  if (isRefusal(outcome)) return outcome;
  return typeof outcome === 'function' ? (outcome as () => unknown) : () => outcome;
}

/** Whether a command was decided, and neither refused nor answered before. */
const isDone = (decision: Result | (() => unknown)) => typeof decision === 'function';

/** The next commands of a queue; a key that is in already waits for the next group, where it finds the first answer. */
function takeGroup(queue: Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  const keys = new Set<string>();
  for (let index = 0; index < queue.length && group.length < GROUP_LIMIT; ) {
    const { idempotency, actor } = queue[index]!.command;
    const key = idempotency && `${actor} ${idempotency.route} ${idempotency.key}`;
    if (key && keys.has(key)) index += 1;
    else {
      if (key) keys.add(key);
      group.push(...queue.splice(index, 1));
    }
  }
  return group;
}

function settle(group: readonly Waiting[], results: readonly Result[]): void {
  for (const [index, waiting] of group.entries()) waiting.resolve(results[index]!);
}
