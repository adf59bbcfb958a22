import type { StreamRef, UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import type { ParkedFilterDto } from './operations.dto.js';

/** At most so many in one action; what is left is there for the next. */
export const STREAMS_AT_ONCE = 1_000;

const MATCHING = statement(`
  select s.consumer, s.topic, s.key, s.company_id as "companyId", e.sequence, e.headers, e.error_code as "errorCode", e.behind
  from consumer_stream s
  join lateral (
    select k.sequence, k.headers, k.error_code, (select count(*) from kept_event b where b.consumer = k.consumer and b.topic = k.topic and b.key = k.key) - 1 as behind
    from kept_event k where k.consumer = s.consumer and k.topic = s.topic and k.key = s.key order by k.sequence limit 1
  ) e on true
  where s.state = 'parked' and ($1::text is null or s.consumer = $1) and ($2::text is null or s.topic = $2) and ($3::text is null or s.key = $3)
    and ($4::text is null or e.error_code = $4) and ($5::int is null or s.state_since < now() - make_interval(secs => $5))
  order by s.consumer, s.topic, s.key limit ${STREAMS_AT_ONCE} for update of s`);

/** A parked stream and the event that it is parked for, with how many are kept behind it. */
export type ParkedStream = StreamRef & Readonly<{ sequence: number; headers: string; errorCode: string | null; behind: number }>;

/** Locks the parked streams that match, in the order in which consumers lock streams. */
export function lockParked(tx: UnitOfWork, { consumer, topic, key, cause, olderThanSeconds }: ParkedFilterDto): Promise<ParkedStream[]> {
  return tx.query<ParkedStream>(MATCHING, [consumer ?? null, topic ?? null, key ?? null, cause ?? null, olderThanSeconds ?? null]);
}
