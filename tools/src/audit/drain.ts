import { setTimeout as sleep } from 'node:timers/promises';
import { eventDefinitions } from '@millrace/contracts';
import { endOffsets, groupOffsets, type KafkaClient, withAdmin } from '@millrace/messaging';
import { SERVICES } from '../site/topology.js';
import type { AuditDatabases } from './audit-databases.js';

const LOOK_MS = 300;
/** So many looks in a row must find nothing on its way: what one service takes, another may publish. */
const QUIET_LOOKS = 2;

const ON_ITS_WAY = `
  select (select count(*) from outbox o where published_at is null and not exists (select from held_stream h where h.topic = o.topic and h.key = o.key))
    + (select count(*) from consumer_stream where state = 'waiting' and waits_for_type is null) as n`;
/** Lines of the audit trail are sealed within seconds: what is older should have been. */
const LINES_NOT_SEALED = 'select audit_trail_unsealed(30) as n';
const NOT_SEALED = `
  select count(*) as n from number_series s left join seal_head h on h.company_id = s.company_id and h.journal = s.series and h.fiscal_year = s.year
  where s.series in ('SAL', 'STK', 'BNK', 'WAG', 'GEN') and s.last_number > coalesce(h.last_number, 0)`;

/**
 * Waits until everything that was committed has been published, read and sealed. A broker or a database that is just
 * coming back is looked at again.
 *
 * @returns false when the time is over first.
 * @throws What still went wrong then.
 */
export async function waitUntilDrained(databases: AuditDatabases, kafka: KafkaClient, prefix: string, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      return await withAdmin(kafka, (admin) => quietBefore(end, () => nothingOnItsWay(databases, admin, prefix)));
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(LOOK_MS);
    }
  }
}

async function quietBefore(end: number, isQuiet: () => Promise<boolean>): Promise<boolean> {
  for (let quiet = 0; ; await sleep(LOOK_MS)) {
    quiet = (await isQuiet()) ? quiet + 1 : 0;
    if (quiet >= QUIET_LOOKS) return true;
    if (Date.now() > end) return false;
  }
}

type Admin = Parameters<Parameters<typeof withAdmin>[1]>[0];

async function nothingOnItsWay(databases: AuditDatabases, admin: Admin, prefix: string): Promise<boolean> {
  const counts = await Promise.all([
    ...SERVICES.flatMap((service) => [ON_ITS_WAY, LINES_NOT_SEALED].map((sql) => databases.query<{ n: string }>(service, sql))),
    databases.query<{ n: string }>('finance', NOT_SEALED),
  ]);
  if (counts.some(([row]) => Number(row!.n) > 0)) return false;
  for (const service of SERVICES) {
    const rows = await databases.query<{ type: string }>(service, 'select distinct type from consumer_subscription');
    const topics = [...new Set(rows.map(({ type }) => eventDefinitions().get(type)?.topic).filter((topic) => topic !== undefined))];
    if (topics.length === 0) continue;
    const [ends, offsets] = await Promise.all([endOffsets(admin, topics, prefix), groupOffsets(admin, service, topics, prefix)]);
    for (const [place, last] of ends) if ((offsets.get(place) ?? 0n) < last) return false;
  }
  return true;
}
