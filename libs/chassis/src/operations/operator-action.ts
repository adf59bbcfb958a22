import { newId } from '@millrace/kernel';
import { type Command, printable } from '@millrace/messaging';
import { statement, type Transaction } from '@millrace/persistence';

const RECORD = statement(`insert into operator_action (id, actor, action, consumer, topic, key, reason, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)`);

/** A stream of events as one consumer takes it. */
export type ConsumedStream = Readonly<{ consumer: string; topic: string; key: string }>;

export const keyOf = ({ consumer, topic, key }: ConsumedStream) => [consumer, topic, key];

/** Keeps who did what to a stream, and why, in the transaction that does it. */
export function record(
  tx: Transaction,
  action: string,
  stream: ConsumedStream,
  { actor, request }: Command<Readonly<{ reason: string }>>,
  detail: object = {},
): void {
  tx.send(RECORD, [newId(), actor, action, ...keyOf(stream), request.reason, JSON.stringify(detail, withoutControls)]);
}

/** The detail may quote headers of strangers, and `jsonb` stores no NUL. */
const withoutControls = (_name: string, value: unknown) => (typeof value === 'string' ? printable(value) : value);
