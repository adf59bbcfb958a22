import { readdirSync, readFileSync } from 'node:fs';

const KIB_PER_MIB = 1_024;

/** Memory of a process with its children, in MiB: each shared page counted by its share. 0 where the system does not tell. */
export function memoryOf(pid: number): number {
  const kib = [pid, ...descendants(pid)].reduce((sum, each) => sum + shareOf(each), 0);
  return Math.round(kib / KIB_PER_MIB);
}

function shareOf(pid: number): number {
  return field(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m) || field(`/proc/${pid}/status`, /^VmRSS:\s+(\d+)/m);
}

function field(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function descendants(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}
