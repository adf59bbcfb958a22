import { type Statement, statement } from '@millrace/persistence';

/** Notes that a secret was used, by its hash. To the minute: what is used a thousand times a second is not written as often. */
export const secretUsed = (table: 'account' | 'app'): Statement =>
  statement(`
  update ${table} set
    secret_used_at = case when secret_hash = $2 then now() else secret_used_at end,
    previous_secret_used_at = case when previous_secret_hash = $2 then now() else previous_secret_used_at end
  where id = $1 and (
    (secret_hash = $2 and coalesce(secret_used_at, '-infinity') < now() - interval '1 minute')
    or (previous_secret_hash = $2 and coalesce(previous_secret_used_at, '-infinity') < now() - interval '1 minute'))`);
