import { spawn } from 'node:child_process';
import type { RoutePolicy } from '@millrace/chassis';
import type { LimitName } from '@millrace/kernel';
import { clientTypes } from './client-types.js';

const SERVICES = ['identity', 'inventory', 'orders', 'finance', 'hr'] as const;

type Operation = Readonly<{
  operationId: string;
  security?: readonly object[];
  'x-permission'?: string;
  'x-permission-held'?: 'in every company' | 'in some company';
  'x-limits'?: readonly LimitName[] | 'none';
}>;
type Paths = Record<string, Record<string, Operation>>;
export type ApiDocument = Readonly<{ paths: Paths }> & Readonly<Record<string, unknown>>;
type Part = Readonly<{ paths: Paths; components: { schemas: Record<string, object> } }>;

/**
 * The API document of the suite, merged from what each built service says of itself.
 *
 * @throws Error when two services describe one path, or one name for two shapes, or two operations have one name.
 */
export async function mergedApiDocument(root: string): Promise<ApiDocument> {
  const parts = await Promise.all(SERVICES.map((service) => describe(root, service)));
  const paths: Paths = {};
  const schemas: Record<string, object> = {};
  for (const [at, part] of parts.entries()) {
    for (const [path, operations] of Object.entries(part.paths)) {
      if (paths[path]) throw new Error(`${SERVICES[at]} describes ${path}, which another service has`);
      paths[path] = operations;
    }
    for (const [name, schema] of Object.entries(part.components.schemas)) {
      if (schemas[name] && JSON.stringify(schemas[name]) !== JSON.stringify(schema))
        throw new Error(`${SERVICES[at]} has another ${name} than the services before it: name one differently`);
      schemas[name] = schema;
    }
  }
  const names = Object.values(paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`Several operations are called ${twice.join(', ')}: name their methods or controllers differently`);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Millrace',
      version: '1.0.0',
      description: 'Inventory, orders, finance and HR behind one door. Get a token at `POST /v1/tokens` and send it as a bearer token.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: SERVICES.map((name) => ({ name })),
    paths: sorted(paths),
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } }, schemas: sorted(schemas) },
  };
}

/** What is written of the document: for the gateway all of it, for identity who may call which operation, for the client its types. */
export async function filesOf(document: ApiDocument): Promise<Map<string, string>> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operation: operation.operationId,
      route: `${method.toUpperCase()} ${path}`,
      policy: policyOf(operation),
    })),
  );
  return new Map([
    ['apps/gateway/openapi.json', `${JSON.stringify(document, null, 1)}\n`],
    ['apps/identity/operations.json', `${JSON.stringify(operations, null, 1)}\n`],
    ['libs/client/src/api.ts', await clientTypes(document)],
  ]);
}

/** As a service declares it in code. */
function policyOf({ security, 'x-permission': permission, 'x-permission-held': held, 'x-limits': limits }: Operation): RoutePolicy {
  const company = held === undefined ? true : held === 'in every company' ? false : 'either';
  if (permission !== undefined) return { permission, company, ...(limits ? { limits } : {}) };
  return security?.length === 0 ? { public: true } : { signedIn: true };
}

async function describe(root: string, service: string): Promise<Part> {
  const child = spawn(process.execPath, [`${root}/apps/${service}/dist/src/main.js`, 'openapi'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${service} did not describe itself (exit code ${code})`);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Part;
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
