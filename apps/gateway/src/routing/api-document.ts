import { existsSync, readFileSync } from 'node:fs';

export type Operation = Readonly<{
  operationId: string;
  summary: string;
  description?: string;
  security?: readonly object[];
  'x-service': string;
  'x-permission'?: string;
  responses: Readonly<Record<string, unknown>>;
}>;

export type ApiDocument = Readonly<{ openapi: string; paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>;

export type ApiRoute = Readonly<{ method: string; url: string; service: string; permission?: string }>;

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
      permission: operation['x-permission'],
    })),
  );
}
