import { setTimeout as sleep } from 'node:timers/promises';
import { StartFailed } from '@millrace/embedded';
import type { MemberStatus } from './member.js';

type Readiness = Readonly<{ ok: boolean; status?: string; replicas?: Readonly<Record<string, number>> }>;

const ANSWER_LIMIT_MS = 1_000;
const LOOK_MS = 50;
const FIND_LIMIT_MS = 30_000;
const SERVERS = new Set(['postgres', 'kafka']);

/** What a process of ours says of itself; undefined when it does not answer. */
async function readinessOf(port: number): Promise<Readiness | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    return { ...((await answer.json()) as object), ok: answer.ok };
  } catch {
    return undefined;
  }
}

/** The status with what each process says of itself: one that runs may still not be able to take work. */
export function withReadiness(members: readonly MemberStatus[]): Promise<MemberStatus[]> {
  return Promise.all(
    members.map(async (member) => {
      if (!member.ready || SERVERS.has(member.service)) return member;
      const found = await readinessOf(member.port);
      if (!found) return { ...member, ready: false, reason: 'does not answer' };
      return found.status === undefined || found.status === 'ready' ? { ...member, ready: found.ok } : { ...member, ready: found.ok, reason: found.status };
    }),
  );
}

/** Waits until the gateway has found every replica of every service. @throws StartFailed when it does not. */
export async function untilGatewayFinds(wanted: ReadonlyMap<string, number>, port: number, signal: AbortSignal): Promise<void> {
  for (const end = Date.now() + FIND_LIMIT_MS; Date.now() < end; await sleep(LOOK_MS)) {
    signal.throwIfAborted();
    const found = await readinessOf(port);
    if (found?.ok && [...wanted].every(([name, count]) => (found.replicas?.[name] ?? count) >= count)) return;
  }
  throw new StartFailed('The gateway runs and does not reach every service: "npx millrace logs gateway" says more.');
}
