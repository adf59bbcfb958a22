type Action = Readonly<{ kind: 'kill' } | { kind: 'throw'; code: string } | { kind: 'delay'; ms: number } | { kind: 'pause' }>;
type Point = { readonly key?: string; readonly action: Action; readonly at: number; readonly chance: number; hits: number };

/** Every failpoint of the suite: a moment at which a test can make a process die, fail or wait. */
export const FAILPOINTS = [
  'http.before-transaction',
  'http.after-commit',
  'http.after-reply',
  'consume.after-decode',
  'consumer.handle',
  'consume.before-commit',
  'consume.after-commit',
  'relay.before-publish',
  'relay.after-publish',
  'mail.before-send',
  'mail.after-send',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

let points: Map<string, Point[]> | undefined;

/** Hits of armed failpoints, so that a test can prove that its fault was reached. */
export function failpointHits(): ReadonlyMap<string, number> {
  return new Map([...(points ?? [])].map(([name, list]) => [name, list.reduce((sum, each) => sum + each.hits, 0)]));
}

/** Arms failpoints, or none; those armed before are forgotten. @throws Error when the text is not understood. */
export function armFailpoints(text: string | undefined): void {
  points = undefined;
  if (text) points = parseFailpoints(text);
}

/**
 * Reads failpoints from a text such as `relay.after-publish=kill@3;consumer.handle[KEY]=throw:poison`, and arms none.
 *
 * Actions: `kill` (SIGKILL to this process), `throw[:CODE]`, `delay:MILLISECONDS`, `pause` (SIGSTOP). `@n` acts on the
 * n-th hit only, `%30` on so many hits of a hundred; without either every hit acts. `[KEY]` acts only for one stream.
 *
 * @throws Error when the text is not understood.
 */
export function parseFailpoints(text: string): Map<string, Point[]> {
  const parsed = new Map<string, Point[]>();
  for (const part of text.split(';').filter(Boolean)) {
    const match = /^([a-z.-]+)(?:\[([^\]]+)\])?=(kill|pause|throw(?::([^@%]+))?|delay:([0-9]+))(?:@([0-9]+)|%([0-9]{1,2}))?$/.exec(part.trim());
    const [, name, key, action, code, ms, at, percent] = match ?? [];
    if (!name || !FAILPOINTS.includes(name as Failpoint)) {
      throw new Error(
        `Failpoint not understood: ${part}. Known: ${FAILPOINTS.join(', ')}; actions: kill, throw[:CODE], delay:MS, pause, each with @n for the n-th hit or %n for n of a hundred.`,
      );
    }
    const point = { key, action: actionOf(action!, code, ms), at: Number(at ?? 0), chance: Number(percent ?? 100) / 100, hits: 0 };
    parsed.set(name, [...(parsed.get(name) ?? []), point]);
  }
  return parsed;
}

function actionOf(action: string, code = 'failpoint', ms = '0'): Action {
  if (action === 'kill' || action === 'pause') return { kind: action };
  return action.startsWith('throw') ? { kind: 'throw', code } : { kind: 'delay', ms: Number(ms) };
}

/** Marks a moment. Costs a comparison when nothing is armed. */
export function failpoint(name: Failpoint, key?: string): Promise<void> | undefined {
  return points === undefined ? undefined : act(name, key);
}

/** The same for code that cannot wait: `delay` has no effect there. */
failpoint.now = (name: Failpoint, key?: string): void => {
  if (points !== undefined) void act(name, key);
};

function act(name: string, key: string | undefined): Promise<void> | undefined {
  for (const point of points?.get(name) ?? []) {
    if (point.key !== undefined && point.key !== key) continue;
    if (Math.random() >= point.chance) continue;
    point.hits += 1;
    if (point.at > 0 && point.hits !== point.at) continue;
    if (point.action.kind === 'kill') process.kill(process.pid, 'SIGKILL');
    if (point.action.kind === 'pause') process.kill(process.pid, 'SIGSTOP');
    if (point.action.kind === 'throw') {
      const { code } = point.action;
      throw Object.assign(new Error(`failpoint ${name}`), { code });
    }
    const ms = point.action.kind === 'delay' ? point.action.ms : 0;
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
  return undefined;
}
