/** One process under the supervisor: a service's, the broker's or the database's. */
export interface Member {
  readonly name: string;
  readonly kind: string;
  readonly port: number;
  readonly logFile: string;
  readonly pid: number | undefined;
  readonly ready: boolean;
  /** Resolves when it takes work. @throws Interrupted when it is stopped meanwhile, Error when it cannot start: then no process is left. */
  start(failpoints?: string): Promise<void>;
  /** Ends it, also while it starts. */
  stop(): Promise<void>;
}

/** A start that ended because somebody asked for it. */
export class Interrupted extends Error {}

export type MemberStatus = Readonly<{
  name: string;
  service: string;
  pid: number | null;
  ready: boolean;
  /** Why it is not ready, or what it does without. */
  reason?: string;
  /** How often it was started again because it had died. */
  restarts: number;
  port: number;
  memoryMiB: number;
}>;
