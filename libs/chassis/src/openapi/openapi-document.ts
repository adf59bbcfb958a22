import { type Contract, fieldNamesOf, partsOf, schemasOfContracts } from '@millrace/contracts';
import type { INestApplication } from '@nestjs/common';
import type { RoutePolicy } from '../http/access.js';
import { csvOf } from '../http/csv-page.js';
import { INTERNAL_PATHS } from '../http/http-app.js';
import { XLSX_TYPE } from '../http/xlsx-file.js';
import { referencesIn } from '../lists/expansions.js';
import type { AnyList } from '../lists/list.js';
import { FILTER_SCHEMAS, listParameters, shownParameters } from '../lists/list-parameters.js';
import { rowOf } from '../lists/selection.js';
import { describedProperties, describeSchemas } from './described.js';
import { exampleOf } from './example-of.js';
import { operationId } from './operation-id.js';
import { assertEveryRouteHasAPolicy, type Route, routesOf } from './routes.js';

type Schema = Record<string, unknown>;

const PROBLEM_STATUSES: Readonly<Record<string, string>> = {
  400: 'The request breaks a rule of form; `errors` says where.',
  401: 'No valid access token.',
  403: 'The token lacks the permission.',
  404: 'There is nothing with this id for this company.',
  409: 'The state of things does not allow it.',
  412: 'The document has changed since (`If-Match`).',
  413: 'The body is too large.',
  414: 'The path with its query, or a part of the path, is too long.',
  415: 'The body is not of a type that the route takes, not in UTF-8, or compressed.',
  422: 'A value is none that its field takes (`errors` says where), or the business says no; `code` says why.',
  428: '`If-Match` is needed.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  503: 'Not just now; try again with the same key.',
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A text that you make up for this write, such as a UUID: sent again with the same body, it gives the first answer and writes nothing.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version that you change: the `ETag` of the document, such as `"3"`, or its `version`, such as `3`. `*` changes whichever is there.',
  schema: { type: 'string' },
};

const PREFER = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description: '`wait=N`: the answer may take up to N seconds, 60 at most, and comes as soon as what follows has happened. At once when absent.',
  schema: { type: 'string' },
};

/** A service's paths and schemas in OpenAPI 3.1, from its controllers and their contract classes. */
export async function openApiOf(app: INestApplication, service: string): Promise<object> {
  assertEveryRouteHasAPolicy(app);
  const routes = routesOf(app).filter((route) => !INTERNAL_PATHS.includes(route.path));
  assertDescribed(routes);
  const schemas = { ...(await schemasOfContracts()), ...FILTER_SCHEMAS } as Record<string, Schema>;
  describeSchemas(schemas);
  const used = new Set<string>(['Problem']);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { list } of routes) if (list) addReferences(list, list.row as Contract<object>, schemas);
  for (const { references, description } of routes) if (references) addReferences(references, rowOf(description)!, schemas);
  for (const route of routes) {
    const path = `/v1/${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, service, schemas, used) };
  }
  schemas.Problem = problemSchema;
  return { paths, components: { schemas: pick(schemas, used) } };
}

function operationOf(route: Route, service: string, schemas: Record<string, Schema>, used: Set<string>): object {
  const { description, policy } = route;
  const isWrite = route.method !== 'GET';
  const isPublic = 'public' in policy!;
  const shown = isWrite ? undefined : rowOf(description);
  const keyed = isWrite && !isPublic;
  const statuses = new Set(['400', '401', '403', '414', ...(route.path.includes(':') ? ['404'] : []), ...(route.query ? ['422'] : []), '429', '503']);
  if (isWrite) for (const status of ['404', '409', '412', '413', '415', '422']) statuses.add(status);
  if (route.method === 'PATCH' || route.method === 'PUT') statuses.add('428');
  return {
    operationId: operationId(route.controller, route.name),
    tags: [service],
    summary: description!.summary,
    ...wordsOf(route),
    'x-service': service,
    ...deprecatedBy(route),
    ...accessOf(policy!),
    parameters: [
      ...[...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: /id$/i.test(name!) ? { type: 'string', format: 'uuid' } : { type: 'string' },
      })),
      ...queryParameters(route, schemas),
      ...(route.list ? listParameters(route.list, (name) => reference(name, used, schemas)) : []),
      ...(shown ? shownParameters(shown, route.references) : []),
      ...(keyed ? [IDEMPOTENCY_KEY] : []),
      ...(route.method === 'PATCH' || route.method === 'PUT' ? [IF_MATCH] : []),
      ...(route.waits ? [PREFER] : []),
    ],
    ...requestBodyOf(route, service, used, schemas),
    responses: {
      [description!.status]: { description: 'Done.', ...locatedBy(route), ...(description!.body ? { content: contentOf(route, used, schemas) } : {}) },
      ...Object.fromEntries(
        [...statuses]
          .sort()
          .map((status) => [
            status,
            { description: PROBLEM_STATUSES[status], content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
          ]),
      ),
    },
  };
}

/** What there is to know of a route beside its summary: remarks, the permission, and its own refusals, which stand last. */
function wordsOf({ remarks, policy, description }: Route): object {
  const codes = description!.refusals.map((code) => `\`${code}\``).join(', ');
  const words = [remarks, permissionWords(policy!), ...(codes ? [`Refusals: ${codes}.`] : [])].filter((each) => each !== undefined);
  return words.length > 0 ? { description: words.join('\n\n') } : {};
}

function permissionWords(policy: RoutePolicy): string | undefined {
  if ('public' in policy) return 'Open to everybody.';
  if ('signedIn' in policy) return 'For everybody who is signed in.';
  const held = policy.company === true ? '' : policy.company === false ? ', held in every company' : ', held in some company';
  return `Permission: \`${policy.permission}\`${held}.`;
}

/** @throws Error that names each route without a description: nobody would know of it, and the gateway would not route it. */
function assertDescribed(routes: readonly Route[]): void {
  const silent = routes.filter((route) => !route.description);
  if (silent.length > 0) throw new Error(`Routes without @Returns: ${silent.map((route) => `${route.method} ${route.path}`).join(', ')}`);
}

/** Who may call it: everybody, who has a token, or who holds a permission, and where when not in the company of the token alone. */
function accessOf(policy: RoutePolicy): object {
  if ('public' in policy) return { security: [] };
  if ('signedIn' in policy) return { 'x-signed-in': true };
  const { permission, company, limits } = policy;
  const held = company === true ? {} : { 'x-permission-held': company === false ? 'in every company' : 'in some company' };
  return { 'x-permission': permission, ...held, ...(limits ? { 'x-limits': limits } : {}) };
}

function deprecatedBy({ deprecation }: Route): object {
  if (!deprecation) return {};
  const { since, sunset } = deprecation;
  return { deprecated: true, 'x-deprecated-since': since, ...(sunset ? { 'x-sunset': sunset } : {}) };
}

function locatedBy({ location }: Route): object {
  return location === undefined ? {} : { headers: { Location: { description: `\`${location}\`: where the document stands.`, schema: { type: 'string' } } } };
}

function queryParameters(route: Route, schemas: Record<string, Schema>): object[] {
  const schema = route.query && schemas[route.query.name];
  if (!schema) return [];
  const required = (schema.required as string[] | undefined) ?? [];
  return Object.entries(describedProperties(route.query, schema.properties as Record<string, Schema>)).map(([name, { description, ...each }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: each,
  }));
}

function requestBodyOf({ method, body, csv }: Route, service: string, used: Set<string>, schemas: Record<string, Schema>): object {
  if (csv) {
    const row = exampleOf(csv.row, schemas, service) as object;
    const description = `A header and at most ${csv.limit} rows of CSV (RFC 4180) in UTF-8; the columns are ${fieldNamesOf(csv.row).join(', ')}.`;
    const content = { 'text/csv': { schema: { type: 'string' }, example: csvOf([row], Object.keys(row)) } };
    return { requestBody: { required: true, description, content } };
  }
  if (!body || method === 'GET') return {};
  const schema = reference(body.name, used, schemas);
  for (const each of Object.values(pick(schemas, new Set([body.name])))) close(each);
  return { requestBody: { required: true, content: json(schema, exampleOf(body, schemas, service)) } };
}

/** A document that is sent: no fields but its own, as the edge has it, and null where nothing need be. */
function close(schema: Schema): void {
  if (schema.additionalProperties === false) return;
  schema.additionalProperties = false;
  const required = new Set(schema.required as string[] | undefined);
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  schema.properties = Object.fromEntries(fields.map(([name, field]) => [name, required.has(name) ? field : orNull(field)]));
}

function orNull(field: Schema): Schema {
  if (field.$ref) {
    const { $ref, type: _type, ...words } = field;
    return { anyOf: [{ $ref }, { type: 'null' }], ...words };
  }
  if (typeof field.type !== 'string') return { anyOf: [field, { type: 'null' }] };
  return { ...field, type: [field.type, 'null'], ...(field.enum ? { enum: [...(field.enum as unknown[]), null] } : {}) };
}

/** What a row shows when a reference is expanded. */
function addReferences(list: AnyList, row: Contract<object>, schemas: Record<string, Schema>): void {
  for (const [place, { list: to }] of referencesIn(list, row)) {
    const [name, ...within] = place.split('.').reverse() as [string, ...string[]];
    const holder = within.reduceRight<Contract<object>>((contract, part) => partsOf(contract).get(part)! as Contract<object>, row);
    const schema = schemas[holder.name]!;
    const shown = { description: `With \`expand=${place}\`.`, allOf: [{ $ref: `#/components/schemas/${to().row.name}` }] };
    schema.properties = { ...(schema.properties as object), [name]: shown };
  }
}

/** A page is there as a file too, for who accepts one. */
function contentOf(route: Route, used: Set<string>, schemas: Record<string, Schema>): object {
  const content = json(bodySchema(route, used, schemas));
  return 'page' in route.description!.body!
    ? { ...content, 'text/csv': { schema: { type: 'string' } }, [XLSX_TYPE]: { schema: { type: 'string', format: 'binary' } } }
    : content;
}

function bodySchema(route: Route, used: Set<string>, schemas: Record<string, Schema>): object {
  const body = route.description!.body!;
  if (typeof body === 'function') return reference(body.name, used, schemas);
  if ('page' in body) {
    return {
      type: 'object',
      required: ['data'],
      properties: {
        data: { type: 'array', items: reference(body.page.name, used, schemas) },
        next: { type: 'string', description: 'Cursor of the next page: send it as `after`.' },
      },
    };
  }
  if ('bulk' in body) {
    const row = {
      type: 'object',
      required: ['index', 'status'],
      properties: {
        index: { type: 'integer' },
        status: { type: 'integer' },
        result: reference(body.bulk.name, used, schemas),
        problem: { $ref: '#/components/schemas/Problem' },
      },
    };
    return { type: 'object', required: ['results'], properties: { results: { type: 'array', items: row } } };
  }
  return { type: 'array', items: reference(body[0].name, used, schemas) };
}

function reference(name: string, used: Set<string>, schemas: Record<string, Schema>): object {
  if (!schemas[name]) throw new Error(`${name} has no rules: the API document cannot describe it`);
  used.add(name);
  return { $ref: `#/components/schemas/${name}` };
}

const json = (schema: object, example?: unknown) => ({ 'application/json': { schema, ...(example === undefined ? {} : { example }) } });

/** The schemas that are used, and those that these use. */
function pick(schemas: Record<string, Schema>, used: Set<string>): Record<string, Schema> {
  const picked: Record<string, Schema> = {};
  const queue = [...used];
  while (queue.length > 0) {
    const name = queue.pop()!;
    if (picked[name] || !schemas[name]) continue;
    picked[name] = schemas[name];
    for (const [, other] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g)) queue.push(other!);
  }
  return Object.fromEntries(Object.entries(picked).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const problemSchema: Schema = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'detail'], properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};
