import { readdirSync, readFileSync } from 'node:fs';
import type { MemberStatus } from '../supervisor/member.js';

/** What Linux counts processor time in, whatever its own clock ticks at. */
const TICKS_A_SECOND = 100;
const FIELDS = { parent: 1, user: 11, system: 12, endedUser: 13, endedSystem: 14 } as const;

/** Milliseconds of processor time that each process has used so far, with all that it has started; 0 where the system does not tell. */
export function processorTimes(members: readonly Pick<MemberStatus, 'name' | 'pid'>[]): ReadonlyMap<string, number> {
  const children = childrenOfAll();
  const family = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(family)];
  return new Map(members.map(({ name, pid }) => [name, pid === null ? 0 : family(pid).reduce((sum, each) => sum + timeOf(each), 0)]));
}

/** What was used between two readings, for one operation; of a process that was started in between, all that it has used. */
export function perOperation(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, operations: number): Record<string, number> {
  const used = (ms: number, earlier: number) => (ms < earlier ? ms : ms - earlier);
  return Object.fromEntries([...after].map(([name, ms]) => [name, used(ms, before.get(name) ?? 0) / Math.max(1, operations)]));
}

/** What children used that have ended is counted in their parent. */
function timeOf(pid: number): number {
  const fields = fieldsOf(pid);
  const { user, system, endedUser, endedSystem } = FIELDS;
  return [user, system, endedUser, endedSystem].reduce((sum, at) => sum + (fields[at] ?? 0), 0) * (1_000 / TICKS_A_SECOND);
}

function childrenOfAll(): Map<number, number[]> {
  const pids = namesIn('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number);
  return Map.groupBy(pids, (pid) => fieldsOf(pid)[FIELDS.parent] ?? 0);
}

/** The fields of `/proc/PID/stat` from the state on; what stands before may hold spaces. */
function fieldsOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
