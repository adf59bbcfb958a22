/** A thing that somebody did something to: `sales-order` and its id. */
export type RecordRef = Readonly<{ type: string; id: string }>;

/** Where a command came from, for the audit trail; who asks and the id of the request stand in the command itself. */
export type Origin = Readonly<{
  /** The operation of the API: `PlaceOrder_place`. */
  operation: string;
  /** The session of the account that its token was given for. */
  session: number | null;
  /** The program that asked, as it names itself. */
  client: string | null;
  /** The address that the request came from. */
  address: string | null;
  /** What the request's path names. */
  record?: RecordRef;
}>;

/** One row as a command left it: of a new one all that is neither no nor zero, of another the fields that changed, each with what it was before. */
export type RowChange = Readonly<{ record: string; id: string; before?: Fields; after?: Fields }>;
export type Fields = Readonly<Record<string, unknown>>;

/** One line of the audit trail. */
export type TrailEntry = Readonly<{
  subject: string | null;
  origin: Origin;
  requestId: string | null;
  outcome: 'done' | 'refused';
  /** Why it was refused, as the problem's code has it. */
  problem: string | null;
  /** How often this was done or refused: more than once only where alike ones are counted on one line. */
  times: number;
  record?: RecordRef;
  changes?: readonly RowChange[];
  /** Rows that changed and are not shown, since there are many. */
  more?: number;
}>;
