/** A place where two figures should agree and do not. */
export type Difference = Readonly<{ what: string; expected: string; found: string }>;

/** One thing that was proved, or not. */
export type Finding = Readonly<{
  /** I1 to I11, as in docs/architecture.md. */
  invariant: string;
  title: string;
  /** How many figures were compared. */
  compared: number;
  differences: readonly Difference[];
}>;

/** What is not a difference and still must be known: facts on their way, kept, or given up. */
export type Unsettled = Readonly<{
  kind: 'unpublished' | 'held' | 'waiting' | 'parked' | 'discarded' | 'untaken' | 'unreadable';
  service: string;
  what: string;
  count: number;
}>;

export type AuditReport = Readonly<{
  clean: boolean;
  /** Whether everything had arrived when the figures were taken. */
  drained: boolean;
  /** On the log, and made up. */
  facts: number;
  /** Facts that only the marker of a benchmark's history tells of. */
  madeUp: number;
  findings: readonly Finding[];
  unsettled: readonly Unsettled[];
}>;

/** More of them are counted, not listed. */
export const LISTED = 10;
