import { readdirSync, readFileSync } from 'node:fs';
import type { MemberStatus } from '../supervisor/member.js';

const TICKS_A_SECOND = 100;
const CHILDREN_OF = new Set(['postgres']);

/** Milliseconds of processor time that each process has used so far; a database's with those of its sessions. */
export function processorTimes(members: readonly MemberStatus[]): ReadonlyMap<string, number> {
  const parents = parentsOfAll();
  return new Map(
    members.map(({ name, pid }) => {
      if (pid === null) return [name, 0];
      const own = CHILDREN_OF.has(name) ? [pid, ...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child)] : [pid];
      return [name, own.reduce((sum, each) => sum + timeOf(each), 0)];
    }),
  );
}

/** Those of a session that has ended are counted in its parent by the kernel. */
function timeOf(pid: number): number {
  const [, , , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fieldsOf(pid);
  return ((user + system + endedUser + endedSystem) * 1_000) / TICKS_A_SECOND;
}

function parentsOfAll(): Map<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
  return new Map(pids.map((name) => [Number(name), fieldsOf(Number(name))[1] ?? 0]));
}

/** The fields of `/proc/PID/stat` from the state on. */
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
