import type { ContractEvent } from '@millrace/contracts';
import { isId, newId } from '@millrace/kernel';
import { type BrokerRecord, isText, type RawHeaders } from './record.js';

/** Who and what led to a fact: a request or another fact. */
export type Cause = Readonly<{
  companyId: string;
  actor: string;
  correlationId: string;
  /** The fact that caused it, if one did. */
  causationId?: string;
  /** W3C trace context. */
  traceparent?: string;
}>;

/** CloudEvents 1.0 in Kafka's binary mode: the envelope is in headers, the body is the data and nothing else. */
export type Headers = Readonly<Record<string, string>>;

/**
 * The headers of a fact, all but its sequence, which the stream gives it at the commit.
 *
 * @param type With the version that its body is written in; the newest when it is not given.
 */
export function envelopeOf(event: ContractEvent, cause: Cause, now: Date, type = event.definition.type): Headers {
  const { definition, data } = event;
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: newId(),
    ce_type: type,
    ce_source: `/millrace/${definition.service}`,
    ce_subject: definition.keyOf(data),
    ce_time: now.toISOString(),
    ce_dataschema: `/schemas/${type}`,
    ce_company: cause.companyId,
    ce_actor: cause.actor,
    ce_correlationid: cause.correlationId,
    ...(cause.causationId ? { ce_causationid: cause.causationId } : {}),
    ...(cause.traceparent ? { traceparent: cause.traceparent } : {}),
  };
}

export type Envelope = Readonly<{
  id: string;
  type: string;
  key: string;
  sequence: number;
  companyId: string;
  time: string;
  actor: string;
  correlationId: string;
  causationId?: string;
}>;

const WHO_AND_WHY = ['ce_actor', 'ce_correlationid', 'ce_causationid'];

/** The envelope of a record, or what is wrong with it. */
export function readEnvelope({ key, headers, rawHeaders = [] }: Pick<BrokerRecord, 'key' | 'headers' | 'rawHeaders'>): Envelope | string {
  const unclear = unclearOf(rawHeaders);
  if (unclear) return `${unclear} must stand there once, as UTF-8 text`;
  const { ce_id: id, ce_type: type, ce_source: source, ce_specversion: version, ce_time: time } = headers;
  if (version !== '1.0') return 'ce_specversion must be 1.0';
  if (!isId(id)) return 'ce_id must be a UUID';
  if (!type || !/^[a-z-]+\.[a-z-]+\.v[1-9][0-9]{0,3}$/.test(type)) return 'ce_type must be service.fact.vN';
  if (source !== `/millrace/${type.slice(0, type.indexOf('.'))}`) return 'ce_source must be the service of ce_type';
  if (!time || Number.isNaN(Date.parse(time))) return 'ce_time must be a time';
  if (!key || !/^[!-~]{1,200}$/.test(key)) return 'the record must have a key of at most 200 printable ASCII characters without white space';
  if (headers.ce_subject !== key) return 'ce_subject must be the key of the record';
  if (!/^[1-9][0-9]{0,14}$/.test(headers.ce_sequence ?? '')) return 'ce_sequence must be a whole number above zero';
  if (!isId(headers.ce_company)) return 'ce_company must be a UUID';
  const unclean = WHO_AND_WHY.find((name) => !/^[ -~]{1,200}$/.test(headers[name] ?? 'absent'));
  if (unclean) return `${unclean} must be at most 200 printable ASCII characters`;
  return {
    id,
    type,
    key,
    sequence: Number(headers.ce_sequence),
    companyId: headers.ce_company,
    time,
    actor: headers.ce_actor ?? 'unknown',
    correlationId: headers.ce_correlationid ?? id,
    causationId: headers.ce_causationid,
  };
}

/** The first header of an envelope that two readers could read in two ways. */
function unclearOf(rawHeaders: RawHeaders): string | undefined {
  const names = rawHeaders.filter(([name]) => name.startsWith('ce_')).map(([name]) => name);
  return rawHeaders.find(([name, value]) => names.indexOf(name) !== names.lastIndexOf(name) || (names.includes(name) && !isText(value)))?.[0];
}
