/** One process under the supervisor: a service's, the broker's or the database's. */
export interface Member {
  readonly name: string;
  readonly kind: string;
  readonly port: number;
  readonly logFile: string;
  readonly pid: number | undefined;
  readonly ready: boolean;
  /** Resolves when it takes work. @throws Error when it cannot start. */
  start(failpoints?: string): Promise<void>;
  stop(): Promise<void>;
}

export type MemberStatus = Readonly<{ name: string; pid: number | null; ready: boolean; port: number; memoryMiB: number }>;
