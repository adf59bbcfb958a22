import { existsSync, readFileSync } from 'node:fs';
import type { RoutePolicy } from '@millrace/chassis';

/** An operation of the suite, as its service declares it. */
export type KnownOperation = Readonly<{ operation: string; route: string; policy: RoutePolicy }>;

/** Every operation of the suite by its name, made from the services' own controllers with `npm run openapi`. */
export function readKnownOperations(): readonly KnownOperation[] {
  const here = new URL('../../operations.json', import.meta.url); // From `src/persistence`; one level higher from `dist`.
  const file = existsSync(here) ? here : new URL('../../../operations.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as KnownOperation[];
}

/** Every permission that some operation demands. */
export function permissionsDemanded(operations: readonly KnownOperation[]): string[] {
  return operations.flatMap(({ policy }) => ('permission' in policy ? [policy.permission] : []));
}
