import { nearest } from './nearest.js';

/** The services in the order in which they are started; each has a database and roles of its name. */
export const SERVICES = ['identity', 'inventory', 'orders', 'finance', 'hr'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Everything that can run in several replicas. */
export const SCALABLE = [...SERVICES, 'gateway'] as const;
export type ProcessKind = (typeof SCALABLE)[number];

export type Replicas = Readonly<Partial<Record<ProcessKind, number>>>;

/** @throws Error when the text is not like `orders=2,inventory=3`. */
export function parseReplicas(text: string): Replicas {
  const replicas: Partial<Record<ProcessKind, number>> = {};
  for (const part of text.split(',').filter(Boolean)) {
    const [, name, count] = /^([a-z]+)=([1-9][0-9]?)$/.exec(part.trim()) ?? [];
    if (!name || !SCALABLE.includes(name as ProcessKind))
      throw new Error(
        `"${part}" is not understood.${name ? nearest(name, SCALABLE) : ''} Write for example orders=2,inventory=2. Services: ${SCALABLE.join(', ')}.`,
      );
    if (name === 'gateway' && count !== '1')
      throw new Error('Here the gateway has one address and so one process; behind a load balancer it has as many as you like.');
    replicas[name as ProcessKind] = Number(count);
  }
  return replicas;
}

/** `orders` for the first, `orders-2` for the second. */
export const processName = (kind: string, number: number) => (number === 1 ? kind : `${kind}-${number}`);
