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
  'x-signed-in'?: true;
  deprecated?: boolean;
  /** Days, such as 2026-12-01. */
  'x-deprecated-since'?: string;
  'x-sunset'?: string;
  responses: Readonly<Record<string, unknown>>;
}>;

export type ApiDocument = Readonly<{ openapi: string; paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>;

/** Who may call a route: everybody, who has a token, or who holds a permission. */
export type Access = 'public' | 'signed-in' | Readonly<{ permission: string; company: Scope }>;

export type ApiRoute = Readonly<{
  method: string;
  url: string;
  service: string;
  access: Access;
  /** What every answer says of a route that is going. */
  notices?: Readonly<Record<string, string>>;
  /** A route of a protocol with pages in a browser, whose cookies its service sees. */
  withCookies?: true;
  /** Never asked for a second time, whatever its method and headers say: codes and tokens are good once. */
  once?: boolean;
}>;

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
      access: accessOf(operation),
      ...(operation.deprecated ? { notices: noticesOf(operation) } : {}),
    })),
  );
}

/** As RFC 9745 and RFC 8594 have it. */
function noticesOf({ 'x-deprecated-since': since, 'x-sunset': sunset }: Operation): Record<string, string> {
  return {
    ...(since ? { deprecation: `@${Date.parse(since) / 1_000}` } : {}),
    ...(sunset ? { sunset: new Date(sunset).toUTCString() } : {}),
  };
}

/** @throws Error when the document does not say who may call it: such a gateway must not start. */
function accessOf({ operationId, security, 'x-permission': permission, 'x-permission-held': held, 'x-signed-in': signedIn }: Operation): Access {
  if (permission !== undefined) return { permission, company: held === 'in every company' ? false : held === 'in some company' ? 'either' : true };
  if (signedIn) return 'signed-in';
  if (security?.length === 0) return 'public';
  throw new Error(`The API document does not say who may call ${operationId}`);
}
