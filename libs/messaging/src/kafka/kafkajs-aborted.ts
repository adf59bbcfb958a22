import { createRequire } from 'node:module';

type Message = { readonly offset: string; readonly key: Buffer | null; isControlRecord: boolean; readonly batchContext?: Batch };
type Batch = Readonly<{ producerId: string; inTransaction: boolean }>;
type Aborted = Readonly<{ producerId: string; firstOffset: string }>;
type Partition = { readonly messages: readonly Message[]; abortedTransactions: readonly Aborted[] };
type Decode = (data: unknown) => Promise<{ responses: readonly { partitions: readonly Partition[] }[] }>;

/** The key of the mark that ends a transaction which was aborted. */
const ABORT = Buffer.from([0, 0, 0, 0]);
let replaced = false;

/**
 * kafkajs 2.2.4 takes aborted transactions in the order in which the broker names them, which is that of their ends, and
 * lets one begin per record: of two that overlap, facts that were taken back are delivered. So they are hidden before it
 * looks, in every answer to a fetch.
 */
export function hideAbortedTransactions(): void {
  if (replaced) return;
  replaced = true;
  const response = createRequire(import.meta.url)('kafkajs/src/protocol/requests/fetch/v11/response') as { decode: Decode };
  const { decode } = response;
  response.decode = async (data) => {
    const answer = await decode(data);
    for (const { partitions } of answer.responses) for (const partition of partitions) hideAborted(partition);
    return answer;
  };
}

/** Marks what aborted transactions wrote as kafkajs knows records that nobody is to see; their offsets still count. */
export function hideAborted(partition: Partition): void {
  const beginning = [...partition.abortedTransactions].sort((a, b) => (BigInt(a.firstOffset) < BigInt(b.firstOffset) ? -1 : 1));
  const aborting = new Set<string>();
  for (const message of partition.messages) {
    while (beginning[0] && BigInt(beginning[0].firstOffset) <= BigInt(message.offset)) aborting.add(beginning.shift()!.producerId);
    const { producerId = '', inTransaction = false } = message.batchContext ?? {};
    if (message.isControlRecord && message.key?.equals(ABORT)) aborting.delete(producerId);
    else if (inTransaction && aborting.has(producerId)) message.isControlRecord = true;
  }
  partition.abortedTransactions = [];
}
