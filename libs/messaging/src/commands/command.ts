import type { Limits, Refusal } from '@millrace/kernel';
import type { Cause } from '../envelope.js';
import type { Origin } from '../trail/trail-entry.js';
import type { UnitOfWork } from '../postgres/unit-of-work.js';

/** A request of a client to change something, with who asks. It is the cause of the facts that it leads to. */
export type Command<Request> = Cause &
  Readonly<{
    request: Request;
    /** Permissions of the caller, for decisions that depend on them. */
    can(permission: string): boolean;
    /** How far one of them reaches. */
    limitsOn(permission: string): Limits;
    /** Where it came from, when it is to stand in the audit trail. */
    origin?: Origin;
    /** Absent for commands that are idempotent by their nature. */
    idempotency?: Readonly<{ key: string; route: string; bodyHash: Buffer }>;
  }>;

/** A response may be worked out at the end, when numbers are known. */
export type Outcome<Response> = Response | Refusal | (() => Response);

/**
 * A write over HTTP: load, decide, announce, as for events.
 *
 * Commands that come while one transaction is under way share the next one. So `load` reads and locks for all of them,
 * and `handle` decides one at a time and queries nothing; a refusal must leave what was loaded as it was.
 */
export interface CommandHandler<Request, Loaded, Response> {
  /** Unique in the service: `place-order`. */
  readonly name: string;
  load(commands: readonly Command<Request>[], tx: UnitOfWork): Promise<Loaded>;
  handle(command: Command<Request>, loaded: Loaded, tx: UnitOfWork): Outcome<Response>;
}

/** The answer to a command: what its handler gave, or what it gave the first time that this key came. */
export type Answer<Response> = Readonly<{ response: Response; replayed: boolean }>;
