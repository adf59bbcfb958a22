import { Database, defineEntity, p, statement, type Transaction } from '@millrace/persistence';
import type { UnitOfWork } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { Passkey } from '../domain/passkey.js';

export const PasskeySchema = defineEntity({
  class: Passkey,
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    credentialId: p.text(),
    publicKey: p.text(),
    counter: p.bigint('number'),
    transports: p.json().$type<string[]>(),
    name: p.text(),
    createdAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

const OF_ACCOUNT = statement('select * from passkey where account_id = $1 order by created_at, id');
const BY_CREDENTIAL = statement('select * from passkey where credential_id = $1');
const LOCK = statement('select * from passkey where account_id = any($1::uuid[]) order by id for update');
const TAKEN = statement('select credential_id from passkey where credential_id = any($1)');
/** A device that counts must have counted on since; one that does not says zero for ever. Two at once cannot both be the next. */
const USE = statement('update passkey set counter = $2, used_at = now() where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id');

@Injectable()
export class PasskeyRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async ofAccount(accountId: string): Promise<Passkey[]> {
    return (await this.database.query<Record<string, unknown>>(OF_ACCOUNT, [accountId])).map((row) => this.database.table(Passkey).read(row));
  }

  async byCredentialId(credentialId: string): Promise<Passkey | undefined> {
    const [row] = await this.database.query<Record<string, unknown>>(BY_CREDENTIAL, [credentialId]);
    return row && this.database.table(Passkey).read(row);
  }

  /** @returns false when the device has counted no further than it had before: there may be two of it. */
  async use(id: string, counter: number): Promise<boolean> {
    return (await this.database.query(USE, [id, counter])).length > 0;
  }

  /** The passkeys of accounts, by account. */
  async lock(tx: UnitOfWork, accountIds: readonly string[]): Promise<Map<string, Passkey[]>> {
    const table = tx.table(Passkey);
    const rows = await tx.query<Record<string, unknown>>(LOCK, [accountIds]);
    return Map.groupBy(
      rows.map((row) => table.read(row)),
      ({ accountId }) => accountId,
    );
  }

  /** Those of these names that some account has. */
  async taken(tx: Transaction, credentialIds: readonly string[]): Promise<Set<string>> {
    return new Set((await tx.query<{ credential_id: string }>(TAKEN, [credentialIds])).map((row) => row.credential_id));
  }

  /** From here on they open nothing. */
  forget(tx: UnitOfWork, passkeys: readonly Passkey[]): void {
    tx.table(Passkey).delete(tx, passkeys);
  }
}
