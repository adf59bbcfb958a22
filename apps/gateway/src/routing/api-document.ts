import { existsSync, readFileSync } from 'node:fs';
import type { Scope } from '@millrace/chassis';

export type Operation = Readonly<{
  operationId: string;
  summary: string;
  description?: string;
  security?: readonly object[];
  'x-service': string;
  'x-permission'?: string;
  'x-permission-held'?: 'in every company' | 'in some company';
  responses: Readonly<Record<string, unknown>>;
}>;

export type ApiDocument = Readonly<{ openapi: string; paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>;

/** A route with the permission that it needs; none is for everybody. */
export type ApiRoute = Readonly<{ method: string; url: string; service: string; policy?: Readonly<{ permission: string; company: Scope }> }>;

/** The merged API document: what the gateway routes by, and what it shows. */
export function readApiDocument(): ApiDocument {
  const here = new URL('../../openapi.json', import.meta.url); // From `src/routing`; one level higher from `dist`.
  const file = existsSync(here) ? here : new URL('../../../openapi.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
}

/** The routes of the services, in the router's notation. */
export function routesOfDocument(document: ApiDocument): ApiRoute[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      service: operation['x-service'],
      policy: policyOf(operation),
    })),
  );
}

function policyOf({ 'x-permission': permission, 'x-permission-held': held }: Operation): ApiRoute['policy'] {
  return permission === undefined ? undefined : { permission, company: held === 'in every company' ? false : held === undefined || 'either' };
}
