import { type ApiClient, ApiError } from '../api/api-client.js';
import { operatorClient } from '../sign-in/operator-client.js';
import { findSite } from '../site/site.js';
import { SERVICES } from '../site/topology.js';
import { print, printJson, table } from './output.js';

type Stream = Readonly<{ consumer: string; topic: string; key: string }>;
type KeptStream = Stream &
  Readonly<{ state: string; since: string; waitsFor?: string; kept: number; firstSequence: number; errorCode?: string; errorMessage?: string }>;
type KeptEvent = Readonly<{
  sequence: number;
  keptAs: string;
  keptAt: string;
  place?: string;
  headers: Record<string, string>;
  body?: string;
  errorCode?: string;
  errorMessage?: string;
}>;

/** An operator rather hears soon that a service is away. */
const PATIENCE = { retryForMs: 5_000 };

const serviceOf = (consumer: string) => consumer.slice(0, consumer.indexOf('.'));

function client(): ApiClient {
  const site = findSite();
  return operatorClient(site);
}

/** Streams that are parked or wait, of every service, the oldest first in each. */
export async function keptStreams(api: ApiClient, state: string, { service, consumer, cause, olderThan }: ParkedFilter = {}): Promise<KeptStream[]> {
  const given = { state, consumer, cause, olderThanSeconds: olderThan?.toString() };
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])));
  const streams = servicesOf({ service, consumer }).map((name) => api.list<KeptStream>(`/v1/operations/${name}/streams?${query}`, PATIENCE));
  return (await Promise.all(streams)).flat();
}

function servicesOf({ service, consumer }: ParkedFilter): readonly string[] {
  const named = consumer ? serviceOf(consumer) : service;
  return named ? [named] : SERVICES;
}

/** Which of them: those that match all that is given. */
export type ParkedFilter = Readonly<{ service?: string; consumer?: string; cause?: string; olderThan?: number }>;

export async function listParked({ state, json, ...filter }: ParkedFilter & { state: string; json?: boolean }): Promise<void> {
  const streams = await keptStreams(client(), state, filter);
  if (json) printJson(streams);
  else if (streams.length === 0) print(`Nothing is ${state}.`);
  else
    print(
      table(
        ['consumer', 'topic', 'key', 'kept', 'from', 'since', 'why'],
        streams.map((each) => [
          each.consumer,
          each.topic,
          each.key,
          each.kept,
          each.firstSequence,
          each.since,
          each.waitsFor ?? `${each.errorCode}: ${each.errorMessage}`,
        ]),
      ),
    );
}

export async function showParked(stream: Stream, { json }: { json?: boolean }): Promise<void> {
  const query = new URLSearchParams(stream).toString();
  const events = await client().list<KeptEvent>(`/v1/operations/${serviceOf(stream.consumer)}/kept-events?${query}`, PATIENCE);
  if (json) return printJson(events);
  for (const event of events) {
    print(`${event.sequence}  ${event.headers.ce_type ?? '?'}  ${event.keptAs} since ${event.keptAt}${event.place ? `  at ${event.place}` : ''}`);
    if (event.errorCode) print(`   ${event.errorCode}: ${event.errorMessage}`);
    print(`   ${event.body ?? '(no body)'}`);
  }
}

type Action = ParkedFilter & Readonly<{ topic?: string; key?: string; reason: string; json?: boolean }>;

export async function replayParked({ service, consumer, topic, key, cause, olderThan, reason, json }: Action): Promise<void> {
  const api = client();
  const results = [];
  for (const name of servicesOf({ service, consumer })) {
    const body = { all: !(consumer && topic && key), consumer, topic, key, cause, olderThanSeconds: olderThan, reason }; // Else one stream is named.
    const result = await api.post<{ replayed: number; stillParked: number }>(`/v1/operations/${name}/replays`, body, PATIENCE);
    results.push({ service: name, ...result });
  }
  if (json) printJson(results);
  else
    print(
      table(
        ['service', 'replayed', 'still parked'],
        results.map((each) => [each.service, each.replayed, each.stillParked]),
      ),
    );
}

export async function discardParked(stream: Stream, sequence: number, { reason, json }: { reason: string; json?: boolean }): Promise<void> {
  try {
    await client().post(`/v1/operations/${serviceOf(stream.consumer)}/discards`, { ...stream, sequence, reason }, PATIENCE);
  } catch (error) {
    if (error instanceof ApiError && error.problem.code === 'event-not-first') throw new Error(error.problem.detail, { cause: error });
    throw error;
  }
  if (json) printJson({ discarded: { ...stream, sequence } });
  else print(`Discarded event ${sequence} of ${stream.topic} ${stream.key} for ${stream.consumer}.`);
}

/** Gives up the events that streams are parked for, in every stream that matches, and lets what is behind them be applied. */
export async function discardAllParked({ service, consumer, topic, key, cause, olderThan, reason, json }: Action): Promise<void> {
  const api = client();
  const results = [];
  for (const name of servicesOf({ service, consumer })) {
    const body = { consumer, topic, key, cause, olderThanSeconds: olderThan, reason };
    results.push({ service: name, ...(await api.post<{ discarded: number }>(`/v1/operations/${name}/discards/bulk`, body, PATIENCE)) });
  }
  if (json) printJson(results);
  else
    print(
      table(
        ['service', 'discarded'],
        results.map((each) => [each.service, each.discarded]),
      ),
    );
}
