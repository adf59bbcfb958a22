import { statement, type Transaction } from '@millrace/persistence';

const NOW = statement('select (extract(epoch from now()) * 1000)::bigint as milliseconds');

/** The database's clock, on which deadlines begin and fall due: it is the same for every replica. */
export async function databaseNow(tx: Transaction): Promise<Date> {
  const [row] = await tx.query<{ milliseconds: number }>(NOW);
  return new Date(row!.milliseconds);
}
