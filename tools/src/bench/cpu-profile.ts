/** What the profiler of V8 writes, as far as it is read here. */
export type CpuProfile = Readonly<{
  nodes: readonly Readonly<{ id: number; callFrame: Readonly<{ functionName: string; url: string; lineNumber: number }> }>[];
  samples: readonly number[];
  /** Microseconds since the sample before. */
  timeDeltas: readonly number[];
}>;

export type SelfTime = Readonly<{ what: string; module: string; ms: number; share: number }>;

/** Self time of a process, most first; shares are of the time in which it was not idle. */
export type ProfileSummary = Readonly<{ ms: number; idleMs: number; functions: readonly SelfTime[]; modules: readonly SelfTime[] }>;

const IDLE = '(idle)';
/** What the profiler itself costs, to begin with. */
const PROFILER = /^node:inspector|\/bench\/profiler\.js$/;

/** Where the time went: by function, and by the package or library that it stands in. */
export function summarise({ nodes, samples, timeDeltas }: CpuProfile): ProfileSummary {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [byFunction, byModule] = [new Map<string, { module: string; us: number }>(), new Map<string, number>()];
  let [total, idle] = [0, 0];
  for (const [at, id] of samples.entries()) {
    const { functionName, url, lineNumber } = frames.get(id)!;
    const us = Math.max(0, timeDeltas[at] ?? 0);
    if (PROFILER.test(url)) continue;
    total += us;
    if (functionName === IDLE) idle += us;
    else {
      const module = moduleOf(url, functionName);
      const what = url === '' ? functionName : `${functionName || '(anonymous)'} ${url.slice(url.lastIndexOf('/') + 1)}:${lineNumber + 1}`;
      const known = byFunction.get(`${module} ${what}`);
      byFunction.set(`${module} ${what}`, { module, us: (known?.us ?? 0) + us });
      byModule.set(module, (byModule.get(module) ?? 0) + us);
    }
  }
  const busy = Math.max(1, total - idle);
  const told = (what: string, module: string, us: number): SelfTime => ({ what, module, ms: us / 1_000, share: us / busy });
  const most = (a: SelfTime, b: SelfTime) => b.ms - a.ms;
  return {
    ms: total / 1_000,
    idleMs: idle / 1_000,
    functions: [...byFunction].map(([key, { module, us }]) => told(key.slice(module.length + 1), module, us)).sort(most),
    modules: [...byModule].map(([module, us]) => told(module, module, us)).sort(most),
  };
}

/** `libs/messaging`, `apps/orders`, a package of npm, a part of Node, or the engine itself. */
export function moduleOf(url: string, functionName: string): string {
  if (url.startsWith('node:')) return /^node:(?:internal\/)?[^/]+/.exec(url)![0];
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (installed) return installed;
  const own = /\/((?:libs|apps)\/[^/]+)\//.exec(url)?.[1];
  if (own) return own;
  return functionName.startsWith('(') ? functionName : 'native';
}
